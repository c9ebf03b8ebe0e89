"""The events of a case in plain words, for staff and for the citizen's timeline."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Happening
from borgerfokus.web.present import booking_words, case_words, decision_words, help_words
from borgerfokus.web.present.saying import Names, Words

_WORDS: Final[Mapping[str, Words]] = {
    **case_words.WORDS,
    **decision_words.WORDS,
    **help_words.WORDS,
    **booking_words.WORDS,
}


def kinds() -> frozenset[str]:
    """The events that have words."""
    return frozenset(_WORDS)


def sentence(happened: Happening, names: Names) -> str:
    """What happened, in one sentence. An erased event only says that there was one."""
    if happened.erased:
        return _("Indholdet er slettet efter loven")
    words = _WORDS.get(happened.kind)
    return words(happened.payload, names) if words else happened.kind


def actor(happened: Happening, names: Names, *, citizen: str) -> str:
    """Who did it: an employee by name, the citizen, or the system."""
    kind, _colon, number = happened.actor.partition(":")
    if kind == "employee":
        return names.employees.get(int(number), _("En medarbejder"))
    if kind == "citizen":
        return names.persons.get(int(number), citizen)
    return _("Systemet") if kind == "system" else _("Et andet system")


def employees_in(happened: Happening) -> set[int]:
    """The employees that the sentence names."""
    kind, _colon, number = happened.actor.partition(":")
    found = {int(number)} if kind == "employee" else set()
    return found | {happened.payload[key] for key in ("employee", "approver", "reader") if happened.payload.get(key)}
