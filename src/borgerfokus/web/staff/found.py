"""A citizen that was found, with the cases that the actor may see."""

from dataclasses import dataclass
from datetime import date

from django.core import signing
from django.urls import reverse

from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.design.views import Action, Chip, Item
from borgerfokus.web.present import people

_SALT = "borgerfokus.staff.citizen"
_DAY_SECONDS = 24 * 3600


@dataclass(frozen=True)
class FoundView:
    """One citizen in a list of hits."""

    id: int
    token: str
    name: str
    identity: str
    flags: tuple[Chip, ...]
    cases: tuple[Item, ...]
    new: Action | None
    href: str = ""


def token_of(card: Card) -> str:
    """A citizen as the next form carries it: nobody can name another citizen by guessing a number."""
    return token_for(card.id)


def token_for(person_id: int) -> str:
    """As `token_of`, for somebody whose card is not read here."""
    return signing.dumps(person_id, salt=_SALT)


def citizen_of(token: str) -> int | None:
    """The citizen of a token made within the last day, or None."""
    try:
        found = signing.loads(token, salt=_SALT, max_age=_DAY_SECONDS)
    except signing.BadSignature:
        return None
    return found if isinstance(found, int) else None


def found_view(card: Card, *, on: date, cases: tuple[Item, ...] = (), new: Action | None = None) -> FoundView:
    """A citizen as a hit."""
    return FoundView(
        href=reverse("staff:citizen", args=[token_of(card)]) if cases else "",
        id=card.id,
        token=token_of(card),
        name=card.name,
        identity=people.identity(card, on=on),
        flags=people.flags(card),
        cases=cases,
        new=new,
    )
