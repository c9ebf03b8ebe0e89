"""A case type as a frozen value: everything that the platform needs to run one kind of case.

The dataclasses are the schema. A field without a default is required in the document, a field with a default
may be left out, and a name that is not here is an error (`reader.py`). Texts carry Danish and English.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype.vocabulary import (
    AuthorityKind,
    DeadlineBasis,
    DeadlineUnit,
    FieldKind,
    LifeSituation,
    Moment,
    PlanKind,
    Prefill,
    Sensitivity,
    Source,
    State,
    Theme,
)
from borgerfokus.core.casework.lifecycle import Phase
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.periods import Period
from borgerfokus.core.rules.units import Status
from borgerfokus.core.texts import Text


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_Item = TypeVar("_Item", bound=_Keyed)


def _named(items: Iterable[_Item], key: str) -> _Item:
    for item in items:
        if item.key == key:
            return item
    raise KeyError(key)


@dataclass(frozen=True)
class ChecklistItem:
    """One thing to have done before a phase is left. `article` names the rule, last on the line."""

    key: str
    text: Text
    article: str


@dataclass(frozen=True)
class PhaseSpec:
    """How one lifecycle phase runs in this case type.

    `own_duration_days` counts calendar days that the municipality plans for the phase; None: it lasts as long
    as it lasts. `citizen_text` is what the citizen reads meanwhile, `ball` who acts by default.
    """

    key: Phase
    title_staff: Text
    title_citizen: Text
    citizen_text: Text
    ball: Ball
    milestone: Text | None = None
    own_duration_days: int | None = None
    checklist: tuple[ChecklistItem, ...] = ()


@dataclass(frozen=True)
class DeadlineSpec:
    """A date that the case must keep.

    Either `parameter` (a key in core/rules; the amount and unit come from there) or `amount` with `unit`.
    A statutory deadline always has a parameter: no number from an act stands in a document.
    """

    key: str
    basis: DeadlineBasis
    title: Text
    starts_at: Moment
    ends_with: Moment
    reference: str
    stops_when_suspended: bool
    amount: int | None = None
    unit: DeadlineUnit | None = None
    parameter: str | None = None


@dataclass(frozen=True)
class Choice:
    key: str
    label: Text


@dataclass(frozen=True)
class ShowIf:
    """The field is asked only when `field` (asked earlier) was answered with one of `equals`."""

    field: str
    equals: tuple[str, ...]


@dataclass(frozen=True)
class FormField:
    """One question to the citizen. `help` says why it is asked or how to answer.

    `prefill`: what it is filled in with beforehand; it can be changed. A `group` is a set of questions asked once for
    each of several (children, aids): `fields` are the questions, `row` what one of them is called, `most` how many.
    """

    key: str
    label: Text
    help: Text
    kind: FieldKind
    required: bool
    choices: tuple[Choice, ...] = ()
    show_if: ShowIf | None = None
    prefill: Prefill | None = None
    row: Text | None = None
    most: int | None = None
    fields: tuple[FormField, ...] = ()


@dataclass(frozen=True)
class FormSection:
    title: Text
    fields: tuple[FormField, ...]


@dataclass(frozen=True)
class FactSpec:
    """A fact that must be in the file before a decision with one of the outcomes `required_for`.

    `max_age_months` None: the fact does not grow old. `from_intake`: the form field that answers first.
    `how_to_ask` is the text of the request to the citizen.
    """

    key: str
    title: Text
    used_for: Text
    sources: tuple[Source, ...]
    required_for: tuple[Outcome, ...]
    how_to_ask: Text
    max_age_months: int | None = None
    from_intake: str | None = None


@dataclass(frozen=True)
class LetterText:
    """The standing texts of a decision letter; the reasons are built from the facts in between.

    May hold `{placeholders}` from `vocabulary.PLACEHOLDERS`.
    """

    heading: Text
    opening: Text
    what_happens_now: Text
    closing: Text

    @property
    def parts(self) -> tuple[tuple[str, Text], ...]:
        return (
            ("heading", self.heading),
            ("opening", self.opening),
            ("what_happens_now", self.what_happens_now),
            ("closing", self.closing),
        )


@dataclass(frozen=True)
class OutcomeSpec:
    key: Outcome
    title: Text
    requires_second_reader: bool
    requires_hearing: bool
    letter: LetterText


@dataclass(frozen=True)
class Responsible:
    """Unit keys. `unit` answers for the case; `carried_out_by` does the work when it is somebody else."""

    unit: str
    carried_out_by: str | None = None
    agreement: Text | None = None


@dataclass(frozen=True)
class AppealSpec:
    """The first three keys are parameters and go together; None when the decision cannot be appealed."""

    appealable: bool
    body: str | None = None
    deadline: str | None = None
    reassessment: str | None = None
    suspensive_effect: str | None = None


@dataclass(frozen=True)
class FollowUpSpec:
    """When the help is looked at again: `months` of the municipality's own, or a `parameter` key."""

    text: Text
    months: int | None = None
    parameter: str | None = None


@dataclass(frozen=True)
class RetentionSpec:
    """How long a closed case is kept; `starts_at` is what the years are counted from, `note` why.

    `archive_first`: it is handed over to the archive before it may be erased (arkivloven).
    """

    years: int
    starts_at: Moment
    note: Text
    archive_first: bool = False


@dataclass(frozen=True)
class Cooperation:
    """Help on a lower level first: what one can do oneself, and who else is there, without a decision."""

    oneself: tuple[Text, ...]
    associations: tuple[Text, ...]
    considered: Text


@dataclass(frozen=True)
class CaseType:
    """One version of one kind of case. A case keeps the version that it started with.

    `basis_parameter`: key of the parameter whose reference names the act and section on a given day, where the law is
    moving; `act`, `section` and `subsection` are then what it was written for. `rules_text`: the rules in plain words,
    first in the reasons. `frame`: the frame of assessment. `plan`: the plan that is offered with the help.
    `valid`: half-open, the days of request that start a case. `theme`: what it is shown together with.
    `numbers`: keys of parameters with the act's numbers, which are shown. `hours`: what a case takes of the team until
    its decision, as the municipality reckons; the load ahead is made of it.
    """

    key: str
    version: int
    state: State
    valid: Period
    title_citizen: Text
    title_staff: Text
    short: Text
    summary: Text
    life_situations: tuple[LifeSituation, ...]
    kle: str
    facet: str
    act: str
    section: str
    sensitivity: Sensitivity
    authority: AuthorityKind
    responsible: Responsible
    phases: tuple[PhaseSpec, ...]
    deadlines: tuple[DeadlineSpec, ...]
    intake: tuple[FormSection, ...]
    information: tuple[FactSpec, ...]
    outcomes: tuple[OutcomeSpec, ...]
    rules_text: Text
    rules_status: Status
    considerations_hint: Text
    appeal: AppealSpec
    follow_up: FollowUpSpec
    retention: RetentionSpec
    cost: Text
    search_words: tuple[str, ...]
    cooperation: Cooperation
    subsection: str | None = None
    basis_parameter: str | None = None
    frame: str | None = None
    numbers: tuple[str, ...] = ()
    theme: Theme | None = None
    plan: PlanKind | None = None
    hours: int | None = None

    @property
    def identifier(self) -> str:
        """`sel-85/v1`: names one version for good."""
        return f"{self.key}/v{self.version}"

    def phase(self, key: Phase) -> PhaseSpec:
        """The phase `key`; raises KeyError if the case type has none."""
        return _named(self.phases, key)

    def outcome(self, key: Outcome) -> OutcomeSpec:
        """The outcome `key`; raises KeyError if the case type has none."""
        return _named(self.outcomes, key)

    def fact(self, key: str) -> FactSpec:
        """The fact `key` (`O7`); raises KeyError if it is not on the list."""
        return _named(self.information, key)

    def field(self, key: str) -> FormField:
        """The intake question `key`; raises KeyError if it is not asked."""
        return _named(self.fields, key)

    @property
    def fields(self) -> tuple[FormField, ...]:
        """All questions of the intake form, in the order they are asked."""
        return tuple(field for section in self.intake for field in section.fields)

    def facts_for(self, outcome: Outcome) -> tuple[FactSpec, ...]:
        """The facts that a decision with this outcome must rest on."""
        return tuple(fact for fact in self.information if outcome in fact.required_for)

    def starts_cases(self, *, on: date) -> bool:
        """Whether a request received `on` this day starts a case under this version."""
        return self.state is State.PUBLISHED and self.valid.contains(on)
