"""What a document that reads well must also keep to: its parts have to fit each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from string import Formatter

from borgerfokus.core.casework.casetype import messages
from borgerfokus.core.casework.casetype.errors import ConfigurationError
from borgerfokus.core.casework.casetype.model import CaseType, DeadlineSpec, FormField, OutcomeSpec
from borgerfokus.core.casework.casetype.vocabulary import (
    NO,
    PLACEHOLDERS,
    YES,
    DeadlineBasis,
    FieldKind,
    Prefill,
)
from borgerfokus.core.casework.lifecycle import Phase

_WRITTEN = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT})
_PREFILLED: Mapping[Prefill | None, Collection[FieldKind]] = {
    Prefill.NAME: _WRITTEN,
    Prefill.ADDRESS: _WRITTEN,
    Prefill.PHONE: _WRITTEN,
    Prefill.EMAIL: _WRITTEN,
    Prefill.EARLIER: frozenset(FieldKind) - {FieldKind.FILE, FieldKind.GROUP},
}
"""The kinds of question that each thing known can be put into."""
_KEY = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
_FACT = re.compile(r"O[1-9][0-9]?")
_KLE = re.compile(r"\d{2}\.\d{2}\.\d{2}")
_FACET = re.compile(r"[AGIKPSØ]\d{2}")


def inconsistencies(case_type: CaseType) -> Iterator[ConfigurationError]:
    """Every place where the document contradicts itself."""
    yield from _forms(case_type)
    yield from _keys(case_type)
    yield from _lists(case_type)
    yield from _numbers(case_type)
    yield from _phases(case_type)
    for number, deadline in enumerate(case_type.deadlines, start=1):
        yield from _deadline(deadline, f"deadlines[{number}]")
    yield from _intake(case_type)
    yield from _information(case_type)
    for number, outcome in enumerate(case_type.outcomes, start=1):
        yield from _placeholders(outcome, f"outcomes[{number}].letter")
    yield from _appeal(case_type)
    if (case_type.follow_up.months is None) == (case_type.follow_up.parameter is None):
        yield messages.amount_or_parameter("follow_up")


def _forms(case_type: CaseType) -> Iterator[ConfigurationError]:
    if not _KEY.fullmatch(case_type.key):
        yield messages.bad_format("key", "sel-85")
    if not _KLE.fullmatch(case_type.kle):
        yield messages.bad_format("kle", "27.36.12")
    if not _FACET.fullmatch(case_type.facet):
        yield messages.bad_format("facet", "G01")
    for path, key in _own_keys(case_type):
        if not _KEY.fullmatch(key):
            yield messages.bad_format(path, "what_is_hard")
    for number, fact in enumerate(case_type.information, start=1):
        if not _FACT.fullmatch(fact.key):
            yield messages.bad_format(f"information[{number}].key", "O7")


def _own_keys(case_type: CaseType) -> Iterator[tuple[str, str]]:
    for path, field in _placed_fields(case_type):
        yield f"{path}.key", field.key
        for number, choice in enumerate(field.choices, start=1):
            yield f"{path}.choices[{number}].key", choice.key
    for path, key in _checklist_keys(case_type):
        yield path, key
    for number, deadline in enumerate(case_type.deadlines, start=1):
        yield f"deadlines[{number}].key", deadline.key


def _checklist_keys(case_type: CaseType) -> Iterator[tuple[str, str]]:
    for number, phase in enumerate(case_type.phases, start=1):
        for place, item in enumerate(phase.checklist, start=1):
            yield f"phases[{number}].checklist[{place}].key", item.key


def _placed_fields(case_type: CaseType) -> Iterator[tuple[str, FormField]]:
    """Every question with its place, those of a group right after it."""
    for number, section in enumerate(case_type.intake, start=1):
        for place, field in enumerate(section.fields, start=1):
            path = f"intake[{number}].fields[{place}]"
            yield path, field
            yield from ((f"{path}.fields[{n}]", inner) for n, inner in enumerate(field.fields, start=1))


def _keys(case_type: CaseType) -> Iterator[ConfigurationError]:
    yield from _twice((f"{path}.key", field.key) for path, field in _placed_fields(case_type))
    yield from _twice(_checklist_keys(case_type))
    yield from _twice(
        (f"phases[{n}].key", str(phase.key)) for n, phase in enumerate(case_type.phases, start=1)
    )
    yield from _twice(
        (f"deadlines[{n}].key", spec.key) for n, spec in enumerate(case_type.deadlines, start=1)
    )
    yield from _twice(
        (f"information[{n}].key", fact.key) for n, fact in enumerate(case_type.information, start=1)
    )
    yield from _twice(
        (f"outcomes[{n}].key", str(one.key)) for n, one in enumerate(case_type.outcomes, start=1)
    )


def _twice(placed: Iterable[tuple[str, str]]) -> Iterator[ConfigurationError]:
    seen: set[str] = set()
    for path, key in placed:
        if key in seen:
            yield messages.duplicate(path, key)
        seen.add(key)


def _lists(case_type: CaseType) -> Iterator[ConfigurationError]:
    for name in ("life_situations", "deadlines", "intake", "information", "outcomes", "search_words"):
        if not getattr(case_type, name):
            yield messages.empty_list(name)
    for number, section in enumerate(case_type.intake, start=1):
        if not section.fields:
            yield messages.empty_list(f"intake[{number}].fields")
    for number, fact in enumerate(case_type.information, start=1):
        if not fact.sources:
            yield messages.empty_list(f"information[{number}].sources")
        if not fact.required_for:
            yield messages.empty_list(f"information[{number}].required_for")


def _numbers(case_type: CaseType) -> Iterator[ConfigurationError]:
    numbers: list[tuple[str, int | None]] = [
        ("version", case_type.version),
        ("hours", case_type.hours),
        ("follow_up.months", case_type.follow_up.months),
        ("retention.years", case_type.retention.years),
    ]
    numbers += [
        (f"phases[{n}].own_duration_days", p.own_duration_days) for n, p in enumerate(case_type.phases, 1)
    ]
    numbers += [(f"{path}.most", field.most) for path, field in _placed_fields(case_type)]
    numbers += [(f"deadlines[{n}].amount", d.amount) for n, d in enumerate(case_type.deadlines, 1)]
    numbers += [
        (f"information[{n}].max_age_months", f.max_age_months) for n, f in enumerate(case_type.information, 1)
    ]
    for path, number in numbers:
        if number is not None and number < 1:
            yield messages.too_small(path)


def _phases(case_type: CaseType) -> Iterator[ConfigurationError]:
    described = [phase.key for phase in case_type.phases]
    order = list(Phase)
    absent = [str(phase) for phase in order if phase not in described]
    if absent:
        yield messages.phases_incomplete(absent)
    if described != sorted(described, key=order.index):
        yield messages.phases_out_of_order()


def _deadline(deadline: DeadlineSpec, path: str) -> Iterator[ConfigurationError]:
    if deadline.basis is DeadlineBasis.STATUTORY and deadline.parameter is None:
        yield messages.statutory_needs_parameter(path)
        return
    own = (deadline.amount is not None, deadline.unit is not None)
    if (deadline.parameter is not None and any(own)) or (deadline.parameter is None and not all(own)):
        yield messages.amount_or_parameter(path)


def _intake(case_type: CaseType) -> Iterator[ConfigurationError]:
    asked: dict[str, FormField] = {}
    for path, field in _placed_fields(case_type):
        if field.kind.has_choices and len(field.choices) < 2:
            yield messages.choices_needed(path)
        if field.choices and not field.kind.has_choices:
            yield messages.choices_unused(path)
        yield from _twice(
            (f"{path}.choices[{n}].key", choice.key) for n, choice in enumerate(field.choices, 1)
        )
        yield from _group(field, path)
        if path.count("fields[") == 1:
            yield from _condition(field, asked, f"{path}.show_if")
            asked[field.key] = field
            yield from _conditions_in(field, asked, path)


def _group(field: FormField, path: str) -> Iterator[ConfigurationError]:
    """A group has questions and a name for each of its rows; nothing else has them, and no group stands in a group."""
    if field.kind is FieldKind.GROUP:
        if not field.fields or field.row is None:
            yield messages.group_incomplete(path)
        if field.prefill is not None:
            yield messages.prefill_unused(path)
    elif field.fields or field.row is not None or field.most is not None:
        yield messages.group_unused(path)
    elif field.kind not in _PREFILLED.get(field.prefill, FieldKind):
        yield messages.prefill_unused(path)
    for number, inner in enumerate(field.fields, start=1):
        if inner.kind is FieldKind.GROUP:
            yield messages.not_in_a_group(f"{path}.fields[{number}].kind")


def _conditions_in(group: FormField, before: dict[str, FormField], path: str) -> Iterator[ConfigurationError]:
    """A question of a group may depend on one before it in the same row, or on one before the group."""
    asked = dict(before)
    for number, inner in enumerate(group.fields, start=1):
        yield from _condition(inner, asked, f"{path}.fields[{number}].show_if")
        asked[inner.key] = inner


def _condition(field: FormField, asked: dict[str, FormField], path: str) -> Iterator[ConfigurationError]:
    if field.show_if is None:
        return
    other = asked.get(field.show_if.field)
    if other is None:
        yield messages.unknown_field_reference(path, field.show_if.field)
        return
    possible = _answers(other)
    for answer in field.show_if.equals:
        if answer not in possible:
            yield messages.unknown_answer(path, answer)


def _answers(field: FormField) -> frozenset[str]:
    if field.kind is FieldKind.YES_NO:
        return frozenset({YES, NO})
    return frozenset(choice.key for choice in field.choices)


def _information(case_type: CaseType) -> Iterator[ConfigurationError]:
    keys = {field.key for field in case_type.fields}
    for number, fact in enumerate(case_type.information, start=1):
        if fact.from_intake is not None and fact.from_intake not in keys:
            yield messages.unknown_field_reference(f"information[{number}].from_intake", fact.from_intake)


def _placeholders(outcome: OutcomeSpec, path: str) -> Iterator[ConfigurationError]:
    for name, text in outcome.letter.parts:
        for language, content in (("da", text.da), ("en", text.en)):
            where = f"{path}.{name}.{language}"
            try:
                used = [field for _, field, _, _ in Formatter().parse(content) if field is not None]
            except ValueError:
                yield messages.broken_placeholder(where)
                continue
            for word in used:
                if word not in PLACEHOLDERS:
                    yield messages.unknown_placeholder(where, word, sorted(PLACEHOLDERS))


def _appeal(case_type: CaseType) -> Iterator[ConfigurationError]:
    appeal = case_type.appeal
    named = [key is not None for key in (appeal.body, appeal.deadline, appeal.reassessment)]
    complete = all(named) if appeal.appealable else not any(named)
    if not complete:
        yield messages.appeal_incomplete("appeal")
