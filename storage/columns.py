"""The types of our columns: text that every database takes, moments in UTC, JSON with stable bytes."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text, TypeDecorator
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

BigId = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers only INTEGER PRIMARY KEY rows by itself."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_write = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def storable(text: str) -> str:
    """Put U+FFFD for what no database takes, NUL and lone surrogates; nothing moves, so offsets stay good.

    >>> storable("a\\x00b") == "a\\ufffdb"
    True
    """
    if text.isascii() and "\x00" not in text:  # most by far, told at a fifth of the cost
        return text
    return _UNSTORABLE.sub("\ufffd", text)


def storable_json(value: object) -> str:
    """Write JSON with every string in it storable and every key in its place.

    >>> storable_json({"b": "a\\x00b", "a": [1, "電影"]}) == '{"a":[1,"電影"],"b":"a\\ufffdb"}'
    True
    """
    written = _write(value)
    return _write(_storable_strings(value)) if "\\u0000" in written or _UNSTORABLE.search(written) else written


def _storable_strings(value: object) -> object:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(str(key)): _storable_strings(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_storable_strings(item) for item in value]
    return value


class by_bytes(FunctionElement[str]):  # noqa: N801 - as SQLAlchemy's own functions
    """A text to order by, so that it is in the same order everywhere: PostgreSQL orders as the language of its machine does."""

    type = Text()
    inherit_cache = True


@compiles(by_bytes)
def _as_it_is(element: by_bytes, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses, **options)


@compiles(by_bytes, "postgresql")
def _by_its_bytes(element: by_bytes, compiler: SQLCompiler, **options: Any) -> str:
    return f'{compiler.process(element.clauses, **options)} COLLATE "C"'


class Words(TypeDecorator[str]):
    """Text without what databases refuse."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC and given back in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value!r}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """A list or an object, as text: the same bytes in every database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        return None if value is None else storable_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)
