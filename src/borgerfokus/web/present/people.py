"""Citizens and colleagues as heads and lists show them. Reading them is `people.queries`; this only words them."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from borgerfokus.foundation.people.queries import Card, Known
from borgerfokus.web.design.views import Chip
from borgerfokus.web.frame import on_day
from borgerfokus.web.present.words import short_date


def identity(card: Card, *, on: date) -> str:
    """ "34 år · 741192-••••"."""
    return _("%(age)s år · %(number)s") % {"age": card.age(on=on), "number": card.masked_cpr}


def initials(name: str) -> str:
    """Two letters for the disc beside a name."""
    parts = name.split()
    return "".join(part[0] for part in parts[:1] + parts[1:][-1:]).upper()


def flags(card: Card, *, represented_by: Iterable[Known] = ()) -> tuple[Chip, ...]:
    """What must be known before anything else: death, protection, interpreter, guardian, letters on paper."""
    found = []
    if card.died_on:
        found.append(Chip(_("Død %(day)s") % {"day": short_date(card.died_on)}, "flag", "info"))
    if card.protected:
        found.append(Chip(_("Navne- og adressebeskyttet"), "flag", "lock"))
    found.extend(
        Chip(_("Værge: %(name)s") % {"name": one.other.name}, "line", "groups")
        for one in represented_by
        if one.kind == "guardian"
    )
    found.extend(
        Chip(_("Forældremyndighed: %(name)s") % {"name": one.other.name}, "line", "groups")
        for one in represented_by
        if one.kind == "custody"
    )
    if card.interpreter:
        found.append(Chip(_("Tolk: %(language)s") % {"language": card.interpreter}, "line", "language"))
    if card.digital_post_exempt:
        found.append(Chip(_("Fritaget fra Digital Post"), "line", "email"))
    if card.note:
        found.append(Chip(card.note, "line", "headset"))
    return tuple(found)


def role(key: str) -> str:
    """What somebody is to the case."""
    return {
        "party": _("Part"),
        "representative": _("Partsrepræsentant"),
        "relative": _("Pårørende"),
        "guardian": _("Værge"),
        "custody": _("Forældremyndighed"),
        "attorney": _("Fuldmagt"),
        "power_of_attorney": _("Fuldmagt"),
        "party_representative": _("Partsrepræsentant"),
    }.get(key, key)


def until(day: date | None) -> str:
    """ "til 1. april 2027", or that it runs on."""
    return _("til %(day)s") % {"day": on_day(day)} if day else _("indtil videre")
