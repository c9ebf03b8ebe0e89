"""Guests at a meeting as somebody types them, and what they are told: when and where, and never what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from borgerfokus.core.texts import Text

_ADDRESS = re.compile(r"<?([^\s<>,;]+@[^\s<>,;]+\.[^\s<>,;]{2,})>?")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody from outside, by name; with an e-mail address the guest is written to."""

    name: str
    email: str = ""


class Told(StrEnum):
    """What a guest is told."""

    INVITED = "invited"
    MOVED = "moved"
    CANCELLED = "cancelled"


def guest_of(text: str) -> Guest | None:
    """ "Ole Vang ole@lager.example" → the name and the address. None when nothing is written."""
    found = _ADDRESS.search(text)
    email = found.group(1) if found else ""
    name = (text.replace(found.group(0), " ") if found else text).strip(" <>")
    name = " ".join(name.split())[:_LONGEST] or email[:_LONGEST]
    return Guest(name, email[:_LONGEST]) if name else None


SUBJECTS = {
    Told.INVITED: Text(da="Invitation til et møde", en="Invitation to a meeting"),
    Told.MOVED: Text(da="Mødet er flyttet", en="The meeting has been moved"),
    Told.CANCELLED: Text(da="Mødet er aflyst", en="The meeting is called off"),
}
BODIES = {
    Told.INVITED: Text(
        da="Du er inviteret til et møde hos {municipality}.\n\nMødet er {when}. Stedet er {where}.\n\n"
        "Vi skriver ikke her, hvad mødet handler om. Spørg {who}{phone}, hvis du er i tvivl eller ikke kan komme.",
        en="You are invited to a meeting with {municipality}.\n\nThe meeting is on {when}. The place is {where}.\n\n"
        "We do not write here what the meeting is about. Ask {who}{phone} if you are in doubt or cannot come.",
    ),
    Told.MOVED: Text(
        da="Et møde, du er inviteret til hos {municipality}, har fået en ny tid eller et nyt sted.\n\n"
        "Mødet er nu {when}. Stedet er {where}.\n\nSpørg {who}{phone}, hvis du ikke kan komme.",
        en="A meeting with {municipality} that you are invited to has a new time or place.\n\n"
        "The meeting is now on {when}. The place is {where}.\n\nAsk {who}{phone} if you cannot come.",
    ),
    Told.CANCELLED: Text(
        da="Mødet hos {municipality} {when} er aflyst.\n\nDu skal ikke gøre noget. Spørg {who}{phone}, "
        "hvis du er i tvivl.",
        en="The meeting with {municipality} on {when} is called off.\n\nYou need not do anything. Ask {who}{phone} "
        "if you are in doubt.",
    ),
}
CALENDAR_TITLE = Text(da="Møde", en="Meeting")
