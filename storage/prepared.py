"""Statements that every stored article runs: compiled once, then handed to the driver as they stand.

SQLAlchemy compiles once as well, but looks at every value of every row again, writes every list anew and builds a result for
each execution: on SQLite that cost as much as the database's own work (2026-11).
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, repeat, starmap
from operator import itemgetter
from typing import Any

from sqlalchemy import BigInteger, BindParameter, Connection, Delete, Dialect, Insert, Select, Update, bindparam
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
    named_rows: Callable[[Iterable[Iterable[Any]]], Iterable[Any]]

    def values(self, rows: Sequence[Mapping[str, Any]]) -> list[Any]:
        """What the driver is handed for each of these rows of values; value by value for one, at a third for many."""
        lines: Iterable[Sequence[Any]]
        if len(rows) == 1 or not self.binds:
            lines = [
                [process(row[name]) if process else row[name] for name, process in self.binds] for row in self._whole(rows)
            ]
        else:
            lines = zip(*(self._column(name, process, rows) for name, process in self.binds), strict=True)
        names = [name for name, _ in self.binds]
        return [dict(zip(names, line, strict=True)) for line in lines] if self.named else list(lines)

    def _whole(self, rows: Sequence[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
        return ({**self.fixed, **row} for row in rows) if self.fixed else rows

    def _column(self, name: str, process: Processor | None, rows: Sequence[Mapping[str, Any]]) -> Iterable[Any]:
        values = map(itemgetter(name), rows) if name in rows[0] else repeat(self.fixed[name], len(rows))
        return map(process, values) if process else values

    def read(self, rows: list[Any]) -> list[Any]:
        """The rows that the driver gave, as named tuples."""
        if any(self.columns):
            rows = [
                [process(cell) if process else cell for process, cell in zip(self.columns, row, strict=True)] for row in rows
            ]
        return list(self.named_rows(rows))


class Prepared:
    """A statement of Core without lists of values. ``names`` are the columns of an insert, None for all of them."""

    __slots__ = ("_names", "_ready", "_statement")

    def __init__(self, statement: Statement, names: Iterable[str] | None = None) -> None:
        self._statement, self._names = statement, None if names is None else list(names)
        self._ready: dict[str, _Ready] = {}

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[Any]:
        """Run it; give the rows that it returns as named tuples."""
        ready = self._for(connection.dialect)
        return ready.read(_run(connection, ready, ready.values([values])[0], many=False))

    def many(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it for each of the rows of values, which all name the same."""
        if rows:
            ready = self._for(connection.dialect)
            _run(connection, ready, ready.values(rows), many=True)

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
            named_rows=partial(starmap, namedtuple("Found", [str(column.key) for column in columns])),
        )


class Listed:
    """A query about a list of numbers: prepared for each power of two, and a shorter list repeats its last."""

    __slots__ = ("_about", "_prepared")

    def __init__(self, about: Callable[[list[BindParameter[int]]], Select[*tuple[Any, ...]]]) -> None:
        self._about, self._prepared = about, dict[int, Prepared]()

    def rows(self, connection: Connection, numbers: Sequence[int]) -> list[Any]:
        """Ask it about these numbers; about none there is nothing to ask."""
        if not numbers:
            return []
        size = 1 << (len(numbers) - 1).bit_length()
        if size not in self._prepared:
            self._prepared[size] = Prepared(self._about([bindparam(f"n{at}", type_=BigInteger) for at in range(size)]))
        padded = chain(numbers, repeat(numbers[-1], size - len(numbers)))
        return self._prepared[size].rows(connection, {f"n{at}": number for at, number in enumerate(padded)})


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
