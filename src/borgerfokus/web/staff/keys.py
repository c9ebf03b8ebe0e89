"""Keyboard shortcuts of the caseworker's place, and the list of them behind the question mark."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from borgerfokus.web.design.views import KeyHint

TABS: Mapping[str, str] = {
    "case": "b",
    "journal": "j",
    "information": "o",
    "assessment": "u",
    "help": "m",
    "decisions": "a",
    "documents": "d",
    "case-messages": "s",
    "parties": "p",
    "rights": "i",
    "history": "h",
}
"""The second key after `g`, by the tab's address name."""


def everywhere() -> tuple[KeyHint, ...]:
    """What works on every page."""
    return (
        KeyHint(("/",), _("søg")),
        KeyHint(("j", "k"), _("ned og op")),
        KeyHint(("enter",), _("åbn")),
        KeyHint(("?",), _("alle genveje")),
    )


def of_day() -> tuple[KeyHint, ...]:
    """What works on my day and in the lists."""
    return (KeyHint(("c",), _("ny sag")), *everywhere())


def of_case() -> tuple[KeyHint, ...]:
    """What works on the pages of a case."""
    names = (
        (("g", "b"), _("overblik")),
        (("g", "j"), _("journal")),
        (("g", "o"), _("oplysninger")),
        (("g", "u"), _("udredning")),
        (("g", "m"), _("mål og indsats")),
        (("g", "a"), _("afgørelser")),
        (("g", "d"), _("dokumenter")),
        (("g", "s"), _("beskeder")),
        (("g", "p"), _("parter")),
        (("g", "i"), _("indsigt")),
        (("g", "h"), _("historik")),
    )
    return (KeyHint(("n",), _("notat")), *(KeyHint(pressed, text) for pressed, text in names), *everywhere())
