"""What may be shared between departments, and on which ground: closed lists, the grounds with their articles as data.

Default is nothing: a case elsewhere is not even told of. A ground is the citizen's consent or an article; each names
what it lets through at most.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text


class Part(StrEnum):
    """What of a case is shared: that there is one, its course, the help granted, chosen themes, or the whole file."""

    EXISTS = "exists"
    COURSE = "course"
    HELP = "help"
    THEMES = "themes"
    FILE = "file"


PART_TITLES: Mapping[Part, Text] = {
    Part.EXISTS: Text(da="At der er en sag", en="That there is a case"),
    Part.COURSE: Text(da="Hvor sagen er: fase, enhed, næste dato", en="Where the case stands: phase, unit, next date"),
    Part.HELP: Text(da="Den hjælp, der er bevilget", en="The help that is granted"),
    Part.THEMES: Text(da="Udvalgte temaer af udredningen", en="Chosen themes of the assessment"),
    Part.FILE: Text(da="Hele sagen, til at læse", en="The whole case, to read"),
}


class Kind(StrEnum):
    """What a ground rests on."""

    CONSENT = "consent"
    ARTICLE = "article"


@dataclass(frozen=True)
class Ground:
    """A ground for sharing. `parts` is the most that it lets through; `told` says that the citizen is written to."""

    key: str
    kind: Kind
    title: Text
    article: str
    parts: frozenset[Part]
    status: str


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to share: parts, ground, purpose, and how the consent was given (consent only).

    `themes` are keys of the case's frame, named with the part `THEMES` and with no other.
    """

    ground: str
    parts: frozenset[Part]
    purpose: str
    given_how: str = ""
    themes: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def grounds() -> Mapping[str, Ground]:
    """The closed list, by key. Raises KeyError or ValueError when the document is damaged."""
    raw = tomllib.loads((files("borgerfokus.core.coordination") / "grounds.toml").read_text("utf-8"))
    found = (_ground(one) for one in raw["grounds"])
    return {one.key: one for one in found}


def _ground(raw: Mapping[str, object]) -> Ground:
    title, parts = raw["title"], raw["parts"]
    if not isinstance(title, dict) or not isinstance(parts, list):
        raise ValueError(f"a ground has a title in two languages and a list of parts: {raw}")
    return Ground(
        key=str(raw["key"]),
        kind=Kind(str(raw["kind"])),
        title=Text.from_mapping(title),
        article=str(raw["article"]),
        parts=frozenset(Part(one) for one in parts),
        status=str(raw["status"]),
    )


def refusal_of(wanted: Wanted) -> Refusal | None:
    """Why this may not be shared, or None."""
    ground = grounds().get(wanted.ground)
    if ground is None:
        return _NO_GROUND
    if not wanted.parts or not wanted.parts <= ground.parts:
        return _TOO_MUCH
    if (Part.THEMES in wanted.parts) != bool(wanted.themes):
        return _THEMES
    if not wanted.purpose.strip():
        return _NO_PURPOSE
    if ground.kind is Kind.CONSENT and not wanted.given_how.strip():
        return _HOW
    return None


def covers(parts: Iterable[str], part: Part) -> bool:
    """Whether what is shared lets a part be seen. More always includes that there is a case."""
    shared = {Part(one) for one in parts}
    return part in shared or Part.FILE in shared or (part is Part.EXISTS and bool(shared))


_NO_GROUND = Refusal(
    code="no_ground",
    text=Text(
        da="Vælg et grundlag fra listen. Uden samtykke eller en lovregel må I ikke dele.",
        en="Choose a ground from the list. Without consent or an article nothing may be shared.",
    ),
    article="forvaltningsloven §§ 27-28",
)
_TOO_MUCH = Refusal(
    code="too_much",
    text=Text(
        da="Grundlaget giver ikke lov til at dele alt det valgte. Vælg mindre, eller bed om samtykke.",
        en="The ground does not allow all that is chosen. Choose less, or ask for consent.",
    ),
    article="forvaltningsloven § 28",
)
_THEMES = Refusal(
    code="sharing_themes",
    text=Text(
        da="Vælg de temaer, der skal deles, og sæt kryds ved »Udvalgte temaer af udredningen«. Det ene kræver det "
        "andet.",
        en="Choose the themes to be shared, and tick “Chosen themes of the assessment”. The one needs the other.",
    ),
    article="forvaltningsloven § 28",
)
_NO_PURPOSE = Refusal(
    code="no_purpose",
    text=Text(da="Skriv, hvad oplysningerne skal bruges til.", en="Write what the information is to be used for."),
    article="databeskyttelsesforordningen artikel 5",
)
_HOW = Refusal(
    code="consent_how",
    text=Text(
        da="Skriv, hvordan borgeren gav samtykke: hvornår, til hvem og på hvilken måde.",
        en="Write how the citizen consented: when, to whom and in which way.",
    ),
    article="forvaltningsloven § 28",
)
