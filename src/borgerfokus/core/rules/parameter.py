"""One parameter: a title, a unit and its values through time, with the municipality's own rows laid over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from borgerfokus.core.rules.errors import InvalidRow, NotForTheMunicipality, NotInForce, OutOfRange
from borgerfokus.core.rules.units import DecidedBy, Status, Unit
from borgerfokus.core.rules.value import Content, Reference, Value
from borgerfokus.core.texts import Text


@dataclass(frozen=True)
class Row:
    """A dated line of a parameter. `value` is None where the parameter is abolished from that day."""

    valid_from: date
    value: Content | None
    reference: Reference
    source: str
    status: Status
    municipal: bool = False


@dataclass(frozen=True)
class MunicipalRow:
    """What the municipality has decided: `key` holds `value` from `valid_from` until its next row.

    `value` is raw, as in a TOML file or JSON: a number, true or false, a text, {"da", "en"} or a list.
    `source` says where it was decided, e.g. the meeting and its date.
    """

    key: str
    valid_from: date
    value: object
    source: str


@dataclass(frozen=True)
class Parameter:
    """A parameter and its rows, oldest first. `minimum` and `maximum` bind the municipality's own rows."""

    key: str
    title: Text
    unit: Unit
    decided_by: DecidedBy
    rows: tuple[Row, ...]
    labels: tuple[tuple[str, Text], ...] = ()
    minimum: int | None = None
    maximum: int | None = None

    @cached_property
    def _starts(self) -> tuple[date, ...]:
        return tuple(row.valid_from for row in self.rows)

    @cached_property
    def _values(self) -> tuple[Value | None, ...]:
        ends: Sequence[date | None] = [*self._starts[1:], None]
        return tuple(self._value(row, end) for row, end in zip(self.rows, ends, strict=True))

    def at(self, *, on: date) -> Value:
        """The value in force on the day. Raises `NotInForce`."""
        index = bisect_right(self._starts, on) - 1
        value = self._values[index] if index >= 0 else None
        if value is None:
            raise NotInForce(key=self.key, on=on, abolished=index >= 0)
        return value

    def history(self) -> tuple[Value, ...]:
        """All values, oldest first; the time after an abolition is a gap."""
        return tuple(value for value in self._values if value is not None)

    def overlaid(self, rows: Iterable[tuple[MunicipalRow, Content]]) -> Parameter:
        """This parameter with the municipality's rows (read already) in place of the default from their days.

        A row stands until the municipality's next one, or until the parameter is abolished.
        Raises `NotForTheMunicipality`, `OutOfRange`, `NotInForce` for a day without a default to replace,
        or `InvalidRow` for two rows of one day.
        """
        own = sorted((self._municipal(row, content) for row, content in rows), key=lambda row: row.valid_from)
        for before, after in pairwise(own):
            if before.valid_from == after.valid_from:
                raise InvalidRow(key=self.key, problem=f"two rows are valid from {after.valid_from}")
        own_days = {row.valid_from for row in own}
        merged: list[Row] = []
        for row in sorted((*self.rows, *own), key=lambda row: (row.valid_from, row.municipal)):
            replaced = bool(merged and merged[-1].municipal) or row.valid_from in own_days
            if row.municipal or row.value is None or not replaced:
                merged.append(row)
        return replace(self, rows=tuple(merged))

    def _municipal(self, row: MunicipalRow, content: Content) -> Row:
        if self.decided_by is not DecidedBy.MUNICIPALITY:
            raise NotForTheMunicipality(key=self.key)
        self._check_range(content)
        default = self.at(on=row.valid_from)
        return Row(
            valid_from=row.valid_from,
            value=content,
            reference=default.reference,
            source=row.source,
            status=Status.VERIFIED,
            municipal=True,
        )

    def _check_range(self, content: Content) -> None:
        if not self.unit.is_whole_number or not isinstance(content, int):
            return
        if self.minimum is not None and content < self.minimum:
            raise OutOfRange(key=self.key, problem=f"{content} is less than {self.minimum}")
        if self.maximum is not None and content > self.maximum:
            raise OutOfRange(key=self.key, problem=f"{content} is more than {self.maximum}")

    def _value(self, row: Row, valid_to: date | None) -> Value | None:
        if row.value is None:
            return None
        return Value(
            key=self.key,
            title=self.title,
            unit=self.unit,
            value=row.value,
            reference=row.reference,
            source=row.source,
            status=row.status,
            decided_by=self.decided_by,
            valid_from=row.valid_from,
            valid_to=valid_to,
            municipal=row.municipal,
            labels=self.labels,
        )
