"""Statements that every stored article runs: compiled once, then handed to the driver as they stand.

SQLAlchemy compiles once as well, but looks at every value of every row again and builds a result for each execution: on
SQLite that cost as much as the database's own work (2026-11).
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Delete, Dialect, Insert, Select, Update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

Processor = Callable[[Any], Any]
Statement = Select[*tuple[Any, ...]] | Insert | Update | Delete


@dataclass(frozen=True, slots=True)
class _Ready:
    """A statement as a driver takes it: what each value and each column of the result goes through; None: nothing."""

    sql: str
    binds: tuple[tuple[str, Processor | None], ...]
    fixed: Mapping[str, Any]
    """Values that the statement brings along."""
    named: bool
    """Whether the driver takes values by name."""
    columns: tuple[Processor | None, ...]
    row: Callable[..., Any]

    def values(self, given: Mapping[str, Any]) -> Any:
        """What the driver is handed for the values of one execution."""
        given = {**self.fixed, **given} if self.fixed else given
        if self.named:
            return {name: process(given[name]) if process else given[name] for name, process in self.binds}
        return [process(given[name]) if process else given[name] for name, process in self.binds]


class Prepared:
    """A statement of Core without lists of values. ``names`` are the columns of an insert, None for all of them."""

    __slots__ = ("_names", "_ready", "_statement")

    def __init__(self, statement: Statement, names: Iterable[str] | None = None) -> None:
        self._statement, self._names = statement, None if names is None else list(names)
        self._ready: dict[str, _Ready] = {}

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[Any]:
        """Run it; give the rows that it returns as named tuples."""
        ready = self._for(connection.dialect)
        found = _run(connection, ready, ready.values(values), many=False)
        return [
            ready.row(*(process(cell) if process else cell for process, cell in zip(ready.columns, row, strict=True)))
            for row in found
        ]

    def many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run it for each of the rows of values."""
        ready = self._for(connection.dialect)
        if given := [ready.values(row) for row in rows]:
            _run(connection, ready, given, many=True)

    def _for(self, dialect: Dialect) -> _Ready:
        ready = self._ready.get(dialect.name)
        if ready is None:
            ready = self._ready[dialect.name] = self._prepare(dialect)
        return ready

    def _prepare(self, dialect: Dialect) -> _Ready:
        compiled = self._statement.compile(dialect=dialect, column_keys=self._names)
        kinds = {name: bind.type for bind, name in compiled.bind_names.items()}
        order = compiled.positiontup if compiled.positional else list(kinds)
        columns = [] if isinstance(self._statement, Update | Delete) else list(self._statement.exported_columns)
        return _Ready(
            sql=str(compiled),
            binds=tuple((name, _implemented(kinds[name], dialect).bind_processor(dialect)) for name in order or ()),
            fixed={name: bind.value for bind, name in compiled.bind_names.items() if not bind.required},
            named=not compiled.positional,
            columns=tuple(_implemented(column.type, dialect).result_processor(dialect, None) for column in columns),
            row=namedtuple("Found", [str(column.key) for column in columns]),
        )


def _implemented(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return kind.dialect_impl(dialect)


def _run(connection: Connection, ready: _Ready, values: Any, *, many: bool) -> list[Any]:
    """Hand it to the driver; its errors come out as SQLAlchemy's own."""
    dialect, raw = connection.dialect, connection.connection
    cursor = raw.cursor()
    try:
        if many:
            cursor.executemany(ready.sql, values)
            return []
        cursor.execute(ready.sql, values)
        return list(cursor.fetchall()) if cursor.description else []
    except dialect.loaded_dbapi.Error as error:
        if dialect.is_disconnect(error, raw, cursor):
            connection.invalidate(error)
        raise DBAPIError.instance(ready.sql, values, error, dialect.loaded_dbapi.Error, dialect=dialect) from error
    finally:
        cursor.close()
