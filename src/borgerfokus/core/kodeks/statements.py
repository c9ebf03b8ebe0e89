"""The statements that the municipality has written, each on its checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from borgerfokus.core.kodeks.checks import CHECKS, Standing, judge
from borgerfokus.core.kodeks.facts import CaseFacts, Limits
from borgerfokus.core.texts import Text

LONGEST: Final = 200
MOST: Final = 10


class Perspective(StrEnum):
    """From whose side a statement is seen."""

    CITIZEN = "citizen"
    PARTNERS = "partners"
    PROFESSIONAL = "professional"
    NEXT_COLLEAGUE = "next_colleague"
    WORKING_ENVIRONMENT = "working_environment"


PERSPECTIVES: Final[Mapping[Perspective, Text]] = {
    Perspective.CITIZEN: Text(da="Borgeren", en="The citizen"),
    Perspective.PARTNERS: Text(da="Pårørende og samarbejdspartnere", en="Relatives and partners"),
    Perspective.PROFESSIONAL: Text(da="Fagpersonen", en="The professional"),
    Perspective.NEXT_COLLEAGUE: Text(da="Kollegaen, der tager over", en="The colleague who takes over"),
    Perspective.WORKING_ENVIRONMENT: Text(da="Arbejdsmiljøet", en="The working environment"),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: from whose side, its words, and the checks it rests on."""

    key: str
    perspective: Perspective
    text: Text
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """How a statement stands in a case, and each of its checks."""

    statement: Statement
    standing: Standing
    checks: tuple[tuple[str, Standing], ...]

    @property
    def not_yet(self) -> tuple[str, ...]:
        """The checks that are not kept yet."""
        return tuple(key for key, standing in self.checks if standing is Standing.NOT_YET)


def standing_of(statement: Statement, facts: CaseFacts, *, limits: Limits) -> Kept:
    """How a statement stands: kept when all that applies is kept, not relevant when nothing applies."""
    found = tuple((key, judge(key, facts, limits=limits)) for key in statement.checks)
    said = {standing for _, standing in found}
    if Standing.NOT_YET in said:
        whole = Standing.NOT_YET
    else:
        whole = Standing.KEPT if Standing.KEPT in said else Standing.NOT_RELEVANT
    return Kept(statement, whole, found)


def from_stored(rows: Sequence[Mapping[str, Any]]) -> tuple[Statement, ...]:
    """The statements of a version as they were stored."""
    return tuple(
        Statement(
            key=row["key"],
            perspective=Perspective(row["perspective"]),
            text=Text(da=row["da"], en=row["en"]),
            checks=tuple(key for key in row["checks"] if key in CHECKS),
        )
        for row in rows
    )


def to_stored(statements: Sequence[Statement]) -> list[dict[str, Any]]:
    """The statements as they are stored."""
    return [
        {
            "key": one.key,
            "perspective": one.perspective.value,
            "da": one.text.da,
            "en": one.text.en,
            "checks": list(one.checks),
        }
        for one in statements
    ]


def faults_of(statements: Sequence[Statement]) -> Iterator[Text]:
    """What must be mended before the statements can be a kodeks."""
    if not statements:
        yield _NONE
    if len(statements) > MOST:
        yield _MANY.filled(most=MOST)
    for one in statements:
        if not one.checks:
            yield _NO_CHECK.filled(text=one.text)
        if len(one.text.da) > LONGEST or len(one.text.en) > LONGEST:
            yield _LONG.filled(longest=LONGEST, text=one.text)


_NONE: Final = Text(da="Skriv mindst ét udsagn.", en="Write at least one statement.")
_MANY: Final = Text(
    da="Et kodeks er nogle få udsagn. Nøjes med {most}.", en="A kodeks is a few statements. Keep it to {most}."
)
_NO_CHECK: Final = Text(
    da="Vælg mindst ét tjek til »{text}«, så man kan se, om det holdes.",
    en="Choose at least one check for “{text}”, so that one can see whether it is kept.",
)
_LONG: Final = Text(
    da="Gør udsagnet kortere end {longest} tegn: »{text}«.",
    en="Make the statement shorter than {longest} characters: “{text}”.",
)
