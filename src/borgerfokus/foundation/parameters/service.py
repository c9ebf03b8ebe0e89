"""The door of parameters: the acts' values with the municipality's own laid over, and the setting of the
latter.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.utils.timezone import localdate

from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.rules import MunicipalRow, Parameters, Value
from borgerfokus.core.rules.errors import RuleError
from borgerfokus.foundation.access import scope
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.parameters.models import MunicipalValue
from borgerfokus.foundation.parameters.refusals import NOT_A_VALUE, NOT_ALLOWED, PAST_DAY, WITHOUT_REASON, refusal_of

__all__ = [
    "NOT_A_VALUE",
    "Fault",
    "NewValue",
    "as_shipped",
    "at",
    "faults",
    "history",
    "parameters",
    "set_value",
]

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class NewValue:
    """What the municipality decides: `key` holds `value` (raw, as in JSON) from `from_day`.

    `reference_act` and `reference_section` say where it was decided ("Byrådet 24. november 2026", "punkt 7").
    """

    key: str
    from_day: date
    value: object
    reason: str
    reference_act: str = ""
    reference_section: str = ""

    @property
    def source(self) -> str:
        """Where it was decided and why, as one line."""
        return _source(self.reference_act, self.reference_section, self.reason)


@dataclass(frozen=True)
class Fault:
    """A saved row that no longer fits its parameter; it is left out until somebody corrects it."""

    id: int
    key: str
    problem: str


@dataclass(frozen=True)
class _Loaded:
    database: str
    newest: int
    parameters: Parameters
    faults: tuple[Fault, ...]


_NEWEST = "parameters"
NEWEST = "(select coalesce(max(id), 0) from parameters_municipalvalue)"
"""The id of the last row saved. Rows are only ever added."""

_loaded: list[_Loaded] = []
_checked: ContextVar[tuple[scope.Scope, _Loaded] | None] = ContextVar("checked_parameters", default=None)
_as_shipped: ContextVar[bool] = ContextVar("parameters_as_shipped", default=False)


def parameters() -> Parameters:
    """All parameters as they stand now. Every scope brings along whether another process has saved."""
    return Parameters.load() if _as_shipped.get() else _load().parameters


@contextmanager
def as_shipped() -> Iterator[None]:
    """Within it the acts' values stand alone and the database is not asked, for what is made before there is one."""
    token = _as_shipped.set(True)
    try:
        yield
    finally:
        _as_shipped.reset(token)


def at(key: str, *, on: date) -> Value:
    """The value in force on a day with its reference. Raises UnknownParameter or NotInForce."""
    return parameters().at(key, on=on)


def faults() -> tuple[Fault, ...]:
    """The municipality's rows that are not used, for the configuration check."""
    return _load().faults


def set_value(*, new: NewValue, by: Actor, at: datetime) -> MunicipalValue | Refusal:
    """Save what the municipality has decided; it holds in every process at the next request.

    Needs PARAMETER_EDIT. A day before today is refused, unless the row corrects one saved for that same day
    (or the actor is the platform itself, when it is set up).
    """
    if refusal := _refusal(new, by, localdate(at)):
        return refusal
    saved = MunicipalValue.objects.create(
        key=new.key,
        from_day=new.from_day,
        value=new.value,
        reference_act=new.reference_act,
        reference_section=new.reference_section,
        reason=new.reason,
        saved_at=at,
        saved_by=by.subject,
    )
    _checked.set(None)
    if scope.is_open():
        scope.current().brought.pop(_NEWEST, None)
    audit.record(action="parameter.set", by=by, at=at, about=new.key, from_day=new.from_day.isoformat())
    return saved


def history(key: str) -> list[MunicipalValue]:
    """Every row that was ever saved for the parameter, newest first."""
    return list(MunicipalValue.objects.filter(key=key).order_by("-from_day", "-id"))


def _refusal(new: NewValue, by: Actor, today: date) -> Refusal | None:
    if not by.can(Verb.PARAMETER_EDIT):
        return NOT_ALLOWED
    if not new.reason.strip():
        return WITHOUT_REASON
    if new.from_day < today and not by.everything and not _corrects(new):
        return PAST_DAY
    try:
        Parameters.load().with_values([_row(new.key, new.from_day, new.value, new.source)])
    except RuleError as error:
        return refusal_of(error)
    return None


def _corrects(new: NewValue) -> bool:
    return MunicipalValue.objects.filter(key=new.key, from_day=new.from_day).exists()


def _load() -> _Loaded:
    open_scope = scope.current() if scope.is_open() else None
    known = _checked.get()
    if open_scope is not None and known is not None and known[0] is open_scope:
        return known[1]
    brought = open_scope.brought.get(_NEWEST) if open_scope is not None else None
    loaded = _fresh(_newest() if brought is None else brought)
    if open_scope is not None:
        _checked.set((open_scope, loaded))
    return loaded


def _newest() -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select {NEWEST}")
        newest: int = cursor.fetchone()[0]
    return newest


def _fresh(newest: int) -> _Loaded:
    database = str(connection.settings_dict["NAME"])
    if _loaded and (_loaded[0].database, _loaded[0].newest) == (database, newest):
        return _loaded[0]
    used, unused = _overlaid(MunicipalValue.objects.order_by("id"))
    _loaded[:] = [_Loaded(database=database, newest=newest, parameters=used, faults=unused)]
    return _loaded[0]


def _overlaid(rows: Iterable[MunicipalValue]) -> tuple[Parameters, tuple[Fault, ...]]:
    by_day = {(row.key, row.from_day): row for row in rows}
    usable: list[MunicipalRow] = []
    unusable: list[Fault] = []
    for row in by_day.values():
        source = _source(row.reference_act, row.reference_section, row.reason)
        own = _row(row.key, row.from_day, row.value, source)
        try:
            Parameters.load().with_values([own])
        except RuleError as error:
            unusable.append(Fault(id=row.pk, key=row.key, problem=str(error)))
            _log.error("municipal value %s is not used: %s", row.pk, error)
        else:
            usable.append(own)
    return Parameters.load().with_values(usable), tuple(unusable)


def _row(key: str, from_day: date, value: object, source: str) -> MunicipalRow:
    return MunicipalRow(key=key, valid_from=from_day, value=value, source=source)


def _source(act: str, section: str, reason: str) -> str:
    decided = " ".join(part for part in (act.strip(), section.strip()) if part)
    return decided or reason.strip()
