"""Name the rules by which a text was cleaned, so that a changed rule can be told from a changed page."""

import hashlib
from functools import cache
from pathlib import Path

import cleaners


@cache
def rules_id() -> str:
    """Twelve letters and digits that change when any file of the cleaners changes."""
    digest = hashlib.blake2b(digest_size=6)
    for folder in cleaners.__path__:
        for file in sorted(path for path in Path(folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
