"""Is the case informed well enough for a decision (retssikkerhedsloven § 10)?

Each fact that the paragraph asks for is in place, ruled out with a reason, asked for, too old, known in part,
contradicted, to be confirmed again, or missing. The rows come in the order in which they need somebody, and the
refusal names what is not in place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import CaseType
from borgerfokus.core.casework.guards import not_informed
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import add_months
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text


class EvidenceKind(StrEnum):
    """What a fact can rest on."""

    NOTE = "note"
    DOCUMENT = "document"
    STATEMENT = "statement"
    ASSESSMENT = "assessment"
    THEME = "theme"


class Quality(StrEnum):
    """How the source came to know it. `UNSAID`: recorded before anybody asked."""

    FIRST_HAND = "first_hand"
    HEARSAY = "hearsay"
    PROFESSIONAL = "professional"
    MEASURED = "measured"
    UNSAID = ""


class FactStatus(StrEnum):
    """Where a fact stands, in the order in which it needs somebody."""

    CONTRADICTED = "contradicted"
    MISSING = "missing"
    WITH_CITIZEN = "with_citizen"
    WITH_OTHER = "with_other"
    TOO_OLD = "too_old"
    TO_CONFIRM = "to_confirm"
    PARTIAL = "partial"
    MET = "met"
    RULED_OUT = "ruled_out"
    NOT_NEEDED = "not_needed"

    @property
    def lets_decide(self) -> bool:
        return self in (FactStatus.MET, FactStatus.RULED_OUT, FactStatus.NOT_NEEDED)


class UnknownFact(KeyError):
    """Something is recorded about a fact that the list does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRequirement:
    """One fact of the list. `key` is how the reasons refer to it ("O7").

    `max_age_months` None: it does not grow old. `needed_for` names the outcomes that rest on it. A fact
    that is not `required` is shown and used, and nothing waits for it.
    """

    key: str
    title: Text
    used_for: Text
    sources: tuple[str, ...]
    needed_for: frozenset[Outcome]
    max_age_months: int | None = None
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is in the file about a fact: `ref` finds it, `as_of` is its day, `value` sums it up.

    `complete` False: not enough to decide on yet. `superseded`: it rests on a theme of an assessment that has begun
    again since. `contradicts`: another piece that says otherwise, while it is not settled which of them holds.
    """

    requirement_key: str
    kind: EvidenceKind
    ref: str
    as_of: date
    value: str
    quality: Quality = Quality.UNSAID
    complete: bool = True
    superseded: bool = False
    contradicts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledOut:
    """A fact that is not needed in this case. Raises ValueError without a reason."""

    key: str
    reason: str
    by: str
    at: date

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError(f"{self.key} is ruled out without a reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested:
    """A fact that somebody outside has been asked for; `due` is the last day to answer, if one was set."""

    key: str
    whom: Ball
    name: Text
    asked_on: date
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFile:
    """Everything that is recorded about the facts of one case."""

    evidence: Sequence[Evidence] = ()
    ruled_out: Sequence[RuledOut] = ()
    requested: Sequence[Requested] = ()

    @property
    def keys(self) -> frozenset[str]:
        """The facts that something is recorded about."""
        about = {one.requirement_key for one in self.evidence}
        return frozenset(about | {one.key for one in self.ruled_out} | {one.key for one in self.requested})


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """One fact as it stands: its newest evidence, the reason to do without it, or who was asked.

    `fresh_until` is the last day on which the evidence may be decided on; None when it does not grow old.
    """

    requirement: FactRequirement
    status: FactStatus
    evidence: Evidence | None = None
    against: Evidence | None = None
    ruled_out: RuledOut | None = None
    requested: Requested | None = None
    age_days: int | None = None
    fresh_until: date | None = None

    def ages_by(self, day: date) -> bool:
        """Whether what is in place now will be too old on that day."""
        return self.status is FactStatus.MET and self.fresh_until is not None and self.fresh_until < day

    @property
    def key(self) -> str:
        return self.requirement.key

    @property
    def blocks(self) -> bool:
        """Whether a decision waits for this fact."""
        return self.requirement.required and not self.status.lets_decide


@dataclass(frozen=True, slots=True, kw_only=True)
class Sufficiency:
    """The whole list on one day; what needs somebody comes first, then the order of the list."""

    rows: tuple[FactRow, ...]

    def with_status(self, *statuses: FactStatus) -> tuple[FactRow, ...]:
        """The rows that stand so."""
        return tuple(row for row in self.rows if row.status in statuses)

    @property
    def met(self) -> tuple[FactRow, ...]:
        """In place, or ruled out with a reason."""
        return self.with_status(FactStatus.MET, FactStatus.RULED_OUT)

    @property
    def missing(self) -> tuple[FactRow, ...]:
        return self.with_status(FactStatus.MISSING)

    @property
    def too_old(self) -> tuple[FactRow, ...]:
        return self.with_status(FactStatus.TOO_OLD)

    @property
    def with_citizen(self) -> tuple[FactRow, ...]:
        return self.with_status(FactStatus.WITH_CITIZEN)

    @property
    def with_other(self) -> tuple[FactRow, ...]:
        return self.with_status(FactStatus.WITH_OTHER)

    @property
    def blocking(self) -> tuple[FactRow, ...]:
        """The facts that a decision waits for."""
        return tuple(row for row in self.rows if row.blocks)

    @property
    def ready(self) -> bool:
        return not self.blocking

    @property
    def titles_missing(self) -> tuple[Text, ...]:
        """What `Conditions.missing` of the lifecycle takes."""
        return tuple(row.requirement.title for row in self.blocking)

    def refusal(self) -> Refusal | None:
        """Why no decision can be made yet, or None when it can."""
        return None if self.ready else not_informed(self.titles_missing)


def sufficiency(
    *, requirements: Iterable[FactRequirement], on_file: OnFile, outcome: Outcome | None, on: date
) -> Sufficiency:
    """Where each fact stands on the day. Without an `outcome` every fact is taken to be needed.

    Raises `UnknownFact` if something is recorded about a fact that is not on the list.
    """
    listed = tuple(requirements)
    unknown = on_file.keys - {requirement.key for requirement in listed}
    if unknown:
        raise UnknownFact(", ".join(sorted(unknown)))
    rows = [_row(requirement=one, on_file=on_file, outcome=outcome, on=on) for one in listed]
    order = list(FactStatus)
    return Sufficiency(rows=tuple(sorted(rows, key=lambda row: order.index(row.status))))


def requirements_of(case_type: CaseType) -> tuple[FactRequirement, ...]:
    """The list of facts of a case type, in its order."""
    return tuple(
        FactRequirement(
            key=spec.key,
            title=spec.title,
            used_for=spec.used_for,
            sources=tuple(source.value for source in spec.sources),
            needed_for=frozenset(spec.required_for),
            max_age_months=spec.max_age_months,
        )
        for spec in case_type.information
    )


def _row(*, requirement: FactRequirement, on_file: OnFile, outcome: Outcome | None, on: date) -> FactRow:
    key = requirement.key
    about = [one for one in on_file.evidence if one.requirement_key == key]
    newest = max((one for one in about if not one.contradicts), key=lambda one: one.as_of, default=None)
    ruled_out = next((one for one in on_file.ruled_out if one.key == key), None)
    requested = max(
        (one for one in on_file.requested if one.key == key), key=lambda one: one.asked_on, default=None
    )
    fresh_until = _fresh_until(requirement, newest)
    known = FactRow(
        requirement=requirement,
        status=FactStatus.MISSING,
        evidence=newest,
        against=next((one for one in about if one.contradicts), None),
        ruled_out=ruled_out,
        requested=requested,
        age_days=(on - newest.as_of).days if newest is not None else None,
        fresh_until=fresh_until,
    )
    needed = outcome is None or outcome in requirement.needed_for
    return replace(known, status=_status(known, needed=needed, on=on))


def _status(row: FactRow, *, needed: bool, on: date) -> FactStatus:
    """The first that holds: what is in place goes before what is asked for, and that before what is wrong with it."""
    fault = _fault(row, on=on)
    if row.ruled_out is not None and fault is not None:
        return FactStatus.RULED_OUT
    if fault is None:
        return FactStatus.MET
    if not needed:
        return FactStatus.NOT_NEEDED
    if row.requested is not None and fault is not FactStatus.CONTRADICTED:
        return FactStatus.WITH_CITIZEN if row.requested.whom is Ball.YOU else FactStatus.WITH_OTHER
    return fault


def _fault(row: FactRow, *, on: date) -> FactStatus | None:
    """What keeps the evidence from being decided on."""
    if row.evidence is None:
        return FactStatus.MISSING
    if row.against is not None:
        return FactStatus.CONTRADICTED
    if row.fresh_until is not None and row.fresh_until < on:
        return FactStatus.TOO_OLD
    if row.evidence.superseded:
        return FactStatus.TO_CONFIRM
    return None if row.evidence.complete else FactStatus.PARTIAL


def _fresh_until(requirement: FactRequirement, newest: Evidence | None) -> date | None:
    limit = requirement.max_age_months
    return add_months(newest.as_of, limit) if newest is not None and limit is not None else None
