"""Time ``clean_page`` against trafilatura with metadata, page by page in turn, and tell what each step takes.

    python -m benchmarks.clean_speed FOLDER [--pages 150]

FOLDER holds sets of labelled pages as ``train_body`` takes them. Processor time of one process, in milliseconds.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean, median
from typing import Any, TypeVar

from trafilatura import bare_extraction

from benchmarks.material.labelled import labelled_rows, page_at
from cleaners.body.blocks import lay_out
from cleaners.body.body import extract_body, judge, look
from cleaners.decode import decode
from cleaners.document import page_document
from cleaners.page import clean_page

T = TypeVar("T")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=150)
    chosen = parser.parse_args()
    rows = labelled_rows(chosen.folder)
    rows = rows[:: max(1, len(rows) // chosen.pages)]
    times: dict[str, list[float]] = {}

    def timed(step: str, call: Callable[..., T], *arguments: Any, **named: Any) -> T:
        start = time.process_time()
        result = call(*arguments, **named)
        times.setdefault(step, []).append(1000 * (time.process_time() - start))
        return result

    for number, (path, row) in enumerate([rows[0], *rows]):
        html = page_at(path)
        url = row["url"] or ""
        timed("trafilatura with metadata", bare_extraction, html, url=url or None, with_metadata=True)
        timed("clean_page", clean_page, html, url=url)
        text = timed("  decode", decode, html).text
        document = timed("  parse, lay out", page_document, text, url=url)
        page = timed("  measure blocks", lay_out, document)
        if page:
            timed("  second look", judge, page, timed("  first look", look, page))
        timed("  extract_body in all", extract_body, document)
        if not number:
            times.clear()
    for step, spent in times.items():
        print(f"{step:28} median {median(spent):6.1f}  mean {mean(spent):6.1f}  worst {max(spent):8.1f}")
    ratio = median(times["clean_page"]) / median(times["trafilatura with metadata"])
    print(f"clean_page takes {ratio:.2f} of trafilatura's median over {len(rows)} pages")


if __name__ == "__main__":
    main()
