"""Filled-in forms: every question that must be answered, and some of the others."""

from collections.abc import Sequence
from datetime import date, timedelta

from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.words.model import Words
from borgerfokus.core.casework.casetype import NO, YES, CaseType, FieldKind, FormField


def answers(spec: CaseType, words: Words, draw: Draw, received: date) -> dict[str, object]:
    """A citizen's answers by field; files are sent later, when they are asked for."""
    return _some(spec.fields, words, draw, received)


def _some(fields: Sequence[FormField], words: Words, draw: Draw, received: date) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in fields:
        if field.kind is FieldKind.FILE or (field.show_if and field.show_if.field not in found):
            continue
        if field.required or draw.chance(0.55):
            answer = _answer(field, words, draw, received)
            if answer is not None:
                found[field.key] = answer
    return found


def _answer(field: FormField, words: Words, draw: Draw, received: date) -> object:
    match field.kind:
        case FieldKind.GROUP:
            rows = (_some(field.fields, words, draw, received) for _number in range(draw.between(1, 3)))
            return [row for row in rows if field.fields[0].key in row] or None
        case FieldKind.CHOICE:
            return draw.one(field.choices).key
        case FieldKind.CHOICES:
            return [choice.key for choice in draw.some(field.choices, draw.between(1, 3))]
        case FieldKind.YES_NO:
            return YES if draw.chance(0.8) else NO
        case FieldKind.DATE if field.key not in words.answers:
            return (received - timedelta(days=draw.between(0, 3))).isoformat()
        case _:
            known = words.answers.get(field.key)
            return draw.one(known) if known else None
