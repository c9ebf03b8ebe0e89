"""The configuration check: does a case type fit the municipality it is to run in, on a given day?

A document may be read without error and still name a parameter that is not in force, a unit that is not there
or a text that is hard to read. Each is a finding; a blocking one keeps the case type from starting cases.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from borgerfokus.core.casework.casetype import findings
from borgerfokus.core.casework.casetype.errors import Finding
from borgerfokus.core.casework.casetype.model import CaseType, FormField
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.readability import measure
from borgerfokus.core.rules import NotInForce, Parameters, Status, Unit, UnknownParameter
from borgerfokus.core.texts import Text

_READABILITY_GOAL: Final = "own.lix_goal"
"""The parameter with the LIX that a text for citizens stays under."""

_LENGTHS: Final = frozenset({Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS})

_SHORTEST_MEASURED: Final = 30
"""A LIX of fewer words says more about the one word than about the text."""


@dataclass(frozen=True)
class _Question:
    case_type: CaseType
    parameters: Parameters
    units: Collection[str]
    kle: Collection[str]
    frames: Collection[str]
    on: date


def check(
    *,
    case_type: CaseType,
    parameters: Parameters,
    units: Collection[str],
    kle: Collection[str],
    frames: Collection[str],
    on: date,
) -> tuple[Finding, ...]:
    """Everything about `case_type` that does not fit its surroundings `on` this day; empty when it does.

    `units` are the keys of the units there are, `kle` the subject numbers in use (`27.36.12`),
    `frames` the keys of the frames of assessment.
    Raises `UnknownParameter` or `NotInForce` if the parameters hold no `own.lix_goal`.
    """
    asked = _Question(case_type, parameters, units, kle, frames, on)
    found: list[Finding] = []
    for part in _PARTS:
        found.extend(part(asked))
    return tuple(found)


def parameter_keys(case_type: CaseType) -> tuple[tuple[str, str], ...]:
    """Each parameter that the case type leans on, as (path in the document, parameter key)."""
    appeal = case_type.appeal
    placed = [
        (f"deadlines[{n}].parameter", spec.parameter) for n, spec in enumerate(case_type.deadlines, start=1)
    ]
    placed += [(f"numbers[{n}]", key) for n, key in enumerate(case_type.numbers, start=1)]
    placed += [
        ("basis_parameter", case_type.basis_parameter),
        ("appeal.body", appeal.body),
        ("appeal.deadline", appeal.deadline),
        ("appeal.reassessment", appeal.reassessment),
        ("appeal.suspensive_effect", appeal.suspensive_effect),
        ("follow_up.parameter", case_type.follow_up.parameter),
    ]
    return tuple((path, key) for path, key in placed if key is not None)


def _parameters(asked: _Question) -> Iterator[Finding]:
    for path, key in parameter_keys(asked.case_type):
        try:
            value = asked.parameters.at(key, on=asked.on)
        except UnknownParameter:
            yield findings.unknown_parameter(path, key)
        except NotInForce:
            yield findings.parameter_not_in_force(path, key, asked.on)
        else:
            if value.unit not in _fitting(path):
                yield findings.parameter_of_wrong_kind(path, key, value.unit)
            if value.status is Status.TO_BE_CONFIRMED:
                yield findings.parameter_not_confirmed(path, key)


def _fitting(path: str) -> frozenset[Unit]:
    """What the parameter named at this place may hold."""
    match path:
        case "appeal.body":
            return frozenset({Unit.TEXT})
        case "appeal.suspensive_effect":
            return frozenset({Unit.BOOLEAN})
        case "basis_parameter":
            return frozenset(Unit)
        case _ if path.startswith("numbers["):
            return frozenset(Unit)
        case _:
            return _LENGTHS


def _units(asked: _Question) -> Iterator[Finding]:
    responsible = asked.case_type.responsible
    named = (
        ("responsible.unit", responsible.unit),
        ("responsible.carried_out_by", responsible.carried_out_by),
    )
    for path, unit in named:
        if unit is not None and unit not in asked.units:
            yield findings.unknown_unit(path, unit)


def _subject(asked: _Question) -> Iterator[Finding]:
    if asked.case_type.kle not in asked.kle:
        yield findings.unknown_subject("kle", asked.case_type.kle)


def _frame(asked: _Question) -> Iterator[Finding]:
    frame = asked.case_type.frame
    if frame is not None and frame not in asked.frames:
        yield findings.unknown_frame("frame", frame, asked.frames)


def _outcomes(asked: _Question) -> Iterator[Finding]:
    described = {outcome.key for outcome in asked.case_type.outcomes}
    for outcome in Outcome:
        if outcome not in described:
            yield findings.outcome_without_letter("outcomes", outcome.label)
    for number, spec in enumerate(asked.case_type.outcomes, start=1):
        if not spec.key.fully_in_favour and not spec.requires_hearing:
            yield findings.no_hearing(f"outcomes[{number}].requires_hearing", spec.key.label)
        if not asked.case_type.facts_for(spec.key):
            yield findings.nothing_to_rest_on("information", spec.key.label)


def _phases(asked: _Question) -> Iterator[Finding]:
    for number, phase in enumerate(asked.case_type.phases, start=1):
        if phase.milestone is None:
            yield findings.phase_without_milestone(f"phases[{number}]", phase.title_staff)
        if not phase.checklist:
            yield findings.phase_without_checklist(f"phases[{number}]", phase.title_staff)


def _rules(asked: _Question) -> Iterator[Finding]:
    if asked.case_type.rules_status is Status.TO_BE_CONFIRMED:
        yield findings.rules_not_confirmed("rules_status")


def _readability(asked: _Question) -> Iterator[Finding]:
    goal = asked.parameters.at(_READABILITY_GOAL, on=asked.on).number
    for path, texts in citizen_texts(asked.case_type):
        for language in ("da", "en"):
            text = "\n".join(_closed(one.in_(language)) for one in texts)
            measured = measure(text=text, goal=goal)
            if measured.words >= _SHORTEST_MEASURED and not measured.within_goal:
                yield findings.hard_to_read(f"{path}.{language}", measured.lix, measured.longest_sentence)


def _closed(text: str) -> str:
    return text.replace("{", "").replace("}", "")


def citizen_texts(case_type: CaseType) -> tuple[tuple[str, tuple[Text, ...]], ...]:
    """What the citizen reads, in the pieces that are read in one go, as (path in the document, texts)."""
    ways = case_type.cooperation
    pieces: list[tuple[str, tuple[Text, ...]]] = [
        ("summary", (case_type.short, case_type.summary)),
        ("cost", (case_type.cost,)),
        ("rules_text", (case_type.rules_text,)),
        ("follow_up.text", (case_type.follow_up.text,)),
        ("cooperation", (*ways.oneself, *ways.associations, ways.considered)),
        ("phases", tuple(phase.citizen_text for phase in case_type.phases)),
    ]
    pieces += [
        (f"intake[{number}]", _form_texts(section.fields))
        for number, section in enumerate(case_type.intake, start=1)
    ]
    pieces += [
        (f"information[{n}]", (fact.how_to_ask,)) for n, fact in enumerate(case_type.information, start=1)
    ]
    pieces += [
        (f"outcomes[{number}].letter", tuple(text for _, text in outcome.letter.parts))
        for number, outcome in enumerate(case_type.outcomes, start=1)
    ]
    return tuple(pieces)


def _form_texts(fields: tuple[FormField, ...]) -> tuple[Text, ...]:
    """What stands on a page of the form: each question with its help, those of a group after the group's own."""
    return tuple(text for one in fields for text in (one.label, one.help, *_form_texts(one.fields)))


_PARTS: Final[tuple[Callable[[_Question], Iterator[Finding]], ...]] = (
    _parameters,
    _units,
    _subject,
    _frame,
    _outcomes,
    _phases,
    _rules,
    _readability,
)
