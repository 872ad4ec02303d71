"""Write the published articles, or the pages they came from, to a file: whole or not at all, with a manifest beside it."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.orm import Session

from storage.export.formats import Record, rfc3339, write_csv, write_parquet, write_rss
from storage.export.forms import FORMS
from storage.export.records import records
from storage.export.warc import write_warc
from storage.query.wanted import Wanted

Writer = Callable[[Iterable[Record], BinaryIO], int]
"""Writes the records and gives their number."""


class UnknownFormat(ValueError):  # noqa: N818 - the user's slip, one line
    """No format goes by this suffix; the message names those that do."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is exported. ``form`` names the fields, for JSON lines; ``where`` chooses pages, as for re-cleaning."""

    wanted: Wanted = Wanted()
    form: str = "filmwire"
    respect_optout: bool = False
    """Leave out what publishers do not want handed on: see ``cleaners.fields.optout``."""
    where: Mapping[str, str] = field(default_factory=dict)


def export(session: Session, path: Path, selection: Selection = Selection()) -> int:
    """Write what is selected to ``path``, and the manifest beside it; give the number of articles, or of pages.

    The file appears when it is complete: a failure leaves what was there before. Raises UnknownFormat and OSError.
    """
    suffix = next((suffix for suffix in (*FORMATS, *WARCS) if path.name.lower().endswith(suffix)), None)
    if suffix is None or (selection.form != "filmwire" and suffix != ".jsonl"):
        allowed = ".jsonl" if suffix else ", ".join((*FORMATS, *WARCS))
        raise UnknownFormat(f"cannot export to {path.name}: the suffix must be one of {allowed}")
    with _whole(path) as file:
        if suffix in WARCS:
            compressed, respect = suffix.endswith(".gz"), selection.respect_optout
            count = write_warc(session, file, selection.where, compressed=compressed, respect_optout=respect)
        else:
            count = FORMATS[suffix](_formed(session, selection), file)
    _write_manifest(path, selection, count)
    return count


def pour(session: Session, file: BinaryIO, selection: Selection = Selection()) -> int:
    """Write what is selected as JSON lines to where nothing can be taken back, such as a pipe; give the number."""
    return write_jsonl(_formed(session, selection), file)


def manifest_of(path: Path) -> Path:
    """Where the manifest of a file stands.

    >>> manifest_of(Path("out.jsonl")).name
    'out.jsonl.manifest.json'
    """
    return path.with_name(f"{path.name}.manifest.json")


def write_jsonl(articles: Iterable[Record], file: BinaryIO) -> int:
    """One JSON object a line, UTF-8, moments in RFC 3339."""
    count = 0
    for count, article in enumerate(articles, 1):  # noqa: B007 - the last number is the count
        file.write(json.dumps(article, ensure_ascii=False, default=rfc3339).encode() + b"\n")
    return count


def _formed(session: Session, selection: Selection) -> Iterator[Record]:
    return map(FORMS[selection.form], records(session, selection.wanted, respect_optout=selection.respect_optout))


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its place when the block ends well."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)


def _write_manifest(path: Path, selection: Selection, count: int) -> None:
    """Say what the file is, for who receives it: nothing in it depends on the day or on the database."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    told = {
        "file": path.name,
        "form": selection.form,
        "count": count,
        "bytes": path.stat().st_size,
        "sha256": digest,
        "selection": _told(selection),
    }
    with _whole(manifest_of(path)) as file:
        file.write(json.dumps(told, ensure_ascii=False, indent=2, default=rfc3339).encode() + b"\n")


def _told(selection: Selection) -> dict[str, object]:
    """What narrowed the selection."""
    wanted = selection.wanted
    said = {name: getattr(wanted, name) for name in wanted.__dataclass_fields__ if getattr(wanted, name)}
    return said | dict(selection.where) | ({"respect_optout": True} if selection.respect_optout else {})


FORMATS: dict[str, Writer] = {
    ".jsonl": write_jsonl,
    ".csv": write_csv,
    ".parquet": write_parquet,
    ".rss": write_rss,
}
WARCS = (".warc.gz", ".warc")
"""The pages themselves, as the web's archives keep them."""
