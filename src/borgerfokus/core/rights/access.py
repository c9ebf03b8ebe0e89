"""Access to the file: how each record is treated, on which ground, and whether the answer may be sent.

Sources: forvaltningsloven §§ 9-16 for a party, offentlighedsloven §§ 30-36 for anybody else; §§ 22-25 for the reasons
and the appeal guidance of a refusal. A record is never left out in silence: it stands in the list with its ground.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text


class AskedBy(StrEnum):
    """By which act somebody asks: a party by forvaltningsloven, anybody else by offentlighedsloven."""

    PARTY = "fvl"
    ANYBODY = "ofl"


class Treatment(StrEnum):
    """What is done with one record."""

    RELEASED = "released"
    PARTLY = "partly"
    EXCEPTED = "excepted"
    EXTRACT = "extract"

    @property
    def label(self) -> Text:
        """What it is called."""
        return _TREATMENTS[self]


class Ground(StrEnum):
    """Why something is excepted: the closed list."""

    INTERNAL = "internal"
    OWN_INTEREST = "own_interest"
    OTHERS = "others"
    SOURCE = "source"
    PUBLIC = "public"
    PRIVATE = "private"
    CONFIDENTIAL = "confidential"

    @property
    def label(self) -> Text:
        """The ground in plain words."""
        return _GROUNDS[self][0]

    @property
    def article(self) -> str:
        """The rule behind it."""
        return _GROUNDS[self][1]

    @property
    def asked_by(self) -> frozenset[AskedBy]:
        """Under which act the ground may be used."""
        return _GROUNDS[self][2]


class Outcome(StrEnum):
    """What the answer as a whole comes to."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"

    @property
    def label(self) -> Text:
        """What it is called."""
        return _OUTCOMES[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One record as it is treated.

    `internal`: an internal working document, whose facts must be extracted when it is excepted (§ 14). `facts_seen`:
    whoever treats it has looked for such facts. `others`: it tells of somebody else, who is not to be found in what is
    released unless somebody has looked (`settled`).
    """

    treatment: Treatment
    ground: Ground | None = None
    extract: str = ""
    marks: int = 0
    internal: bool = False
    facts_seen: bool = False
    others: bool = False
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer about to be sent. `more_access` says whether more than must be given was considered (§ 10)."""

    asked_by: AskedBy
    items: tuple[Item, ...]
    reasons: str = ""
    more_access: bool = False
    more_access_why: str = ""
    read_by_another: bool = False


def outcome_of(items: Iterable[Item]) -> Outcome:
    """Granted when every record is released whole, refused when none of them is given in any part."""
    given = [item.treatment for item in items]
    if all(one is Treatment.RELEASED for one in given):
        return Outcome.GRANTED
    return Outcome.REFUSED if all(one is Treatment.EXCEPTED for one in given) else Outcome.PARTLY


def faults(answer: Answer) -> tuple[Refusal, ...]:
    """Everything that must be mended before the answer may be sent; empty when it may."""
    items = answer.items
    outcome = outcome_of(items)
    held = outcome is not Outcome.GRANTED
    found = (
        (any(not one.settled for one in items), NOT_SETTLED),
        (any(one.treatment is not Treatment.RELEASED and one.ground is None for one in items), NO_GROUND),
        (any(one.ground is not None and answer.asked_by not in one.ground.asked_by for one in items), OTHER_ACT),
        (any(one.treatment is Treatment.PARTLY and not one.marks for one in items), NOTHING_MARKED),
        (any(one.treatment is Treatment.EXTRACT and not one.extract.strip() for one in items), NO_EXTRACT),
        (any(_facts_owed(one) for one in items), FACTS_NOT_EXTRACTED),
        (held and not answer.reasons.strip(), NO_REASONS),
        (held and not (answer.more_access and answer.more_access_why.strip()), NO_MORE_ACCESS),
        (held and not answer.read_by_another, NOT_READ),
    )
    return tuple(refusal for holds, refusal in found if holds)


def proposal(
    *, asked_by: AskedBy, withheld_article: str | None, internal: bool, personal: bool = True
) -> tuple[Treatment, Ground | None]:
    """How a record is proposed to be treated before anybody has looked at it.

    `withheld_article` is the article by which the journal withholds it, None when it is open. Somebody who is no party
    gets nothing that tells of a person.
    """
    if asked_by is AskedBy.ANYBODY:
        if personal:
            return Treatment.EXCEPTED, Ground.PRIVATE
        return Treatment.RELEASED, None
    if withheld_article is not None:
        return Treatment.EXCEPTED, ground_of_article(withheld_article)
    return (Treatment.EXCEPTED, Ground.INTERNAL) if internal else (Treatment.RELEASED, None)


def ground_of_article(article: str) -> Ground:
    """The ground of the list that an article of the journal's withholding stands for; others' interest by default."""
    for ending, ground in _BY_ARTICLE.items():
        if article.replace(" ", "").casefold().endswith(ending):
            return ground
    return Ground.OTHERS


def article_of(*, ground: Ground) -> str:
    """The rule behind a ground."""
    return ground.article


def _facts_owed(item: Item) -> bool:
    return item.internal and item.treatment is Treatment.EXCEPTED and not item.facts_seen


_FVL, _OFL = frozenset({AskedBy.PARTY}), frozenset({AskedBy.ANYBODY})
_GROUNDS: Mapping[Ground, tuple[Text, str, frozenset[AskedBy]]] = {
    Ground.INTERNAL: (
        Text(da="Internt arbejdsdokument", en="Internal working document"),
        "forvaltningsloven § 12",
        _FVL,
    ),
    Ground.OWN_INTEREST: (
        Text(da="Afgørende hensyn til borgeren selv", en="The citizen's own decisive interest"),
        "forvaltningsloven § 15 b",
        _FVL,
    ),
    Ground.OTHERS: (
        Text(da="Hensyn til andre personer", en="Regard for other persons"),
        "forvaltningsloven § 15 b, nr. 5",
        _FVL,
    ),
    Ground.SOURCE: (
        Text(da="Beskyttelse af en kilde", en="Protection of a source"),
        "forvaltningsloven § 15 b, nr. 5",
        _FVL,
    ),
    Ground.PUBLIC: (
        Text(da="Kontrol og planlægning hos det offentlige", en="Public control and planning"),
        "forvaltningsloven § 15 b, nr. 2",
        _FVL,
    ),
    Ground.PRIVATE: (
        Text(da="Oplysninger om enkeltpersoners private forhold", en="A person's private circumstances"),
        "offentlighedsloven § 30, nr. 1",
        _OFL,
    ),
    Ground.CONFIDENTIAL: (
        Text(da="Tavshedspligt", en="Duty of confidentiality"),
        "offentlighedsloven § 35",
        _OFL,
    ),
}
_BY_ARTICLE = {"§12": Ground.INTERNAL, "§15b": Ground.OTHERS, "§15": Ground.PUBLIC, "§15a": Ground.PUBLIC}
_TREATMENTS = {
    Treatment.RELEASED: Text(da="Udleveres", en="Released"),
    Treatment.PARTLY: Text(da="Udleveres delvist", en="Released in part"),
    Treatment.EXCEPTED: Text(da="Undtages", en="Excepted"),
    Treatment.EXTRACT: Text(da="Erstattes af et uddrag", en="Replaced by an extract"),
}
_OUTCOMES = {
    Outcome.GRANTED: Text(da="Du får det hele", en="You get all of it"),
    Outcome.PARTLY: Text(da="Du får noget af det", en="You get part of it"),
    Outcome.REFUSED: Text(da="Du får det ikke", en="You do not get it"),
}


def _no(code: str, da: str, en: str, article: str) -> Refusal:
    return Refusal(code=f"access.{code}", text=Text(da=da, en=en), article=article)


NOT_SETTLED = _no(
    "not_settled",
    "Tag stilling til alle dokumenter og notater først. Der er forslag, ingen har set på.",
    "Look at every record first. There are proposals that nobody has looked at.",
    "forvaltningsloven § 9",
)
NO_GROUND = _no(
    "no_ground",
    "Vælg en grund ved alt det, der ikke udleveres helt.",
    "Choose a ground for everything that is not released whole.",
    "forvaltningsloven § 24",
)
OTHER_ACT = _no(
    "other_act",
    "Grunden hører til en anden lov end den, der bedes om aktindsigt efter. Vælg en anden grund.",
    "The ground belongs to another act than the one that access is asked for under. Choose another.",
    "forvaltningsloven § 24",
)
NOTHING_MARKED = _no(
    "nothing_marked",
    "Marker de steder, der skal sortes, eller udlever hele teksten.",
    "Mark the passages to be blacked out, or release the whole text.",
    "forvaltningsloven § 15 c",
)
NO_EXTRACT = _no(
    "no_extract", "Skriv det uddrag, borgeren får i stedet.", "Write the extract.", "forvaltningsloven § 14"
)
FACTS_NOT_EXTRACTED = _no(
    "facts",
    "Se efter, om der er fakta i de interne dokumenter, som skal gives videre. Sæt flueben, når du har gjort det.",
    "Look for facts in the internal documents that must be given. Tick it when you have.",
    "forvaltningsloven § 14",
)
NO_REASONS = _no(
    "no_reasons",
    "Skriv, hvorfor noget ikke udleveres. Borgeren skal kunne forstå det.",
    "Write why something is not released. The citizen must be able to understand it.",
    "forvaltningsloven §§ 22 og 24",
)
NO_MORE_ACCESS = _no(
    "more_access",
    "Skriv, om borgeren kan få mere, end loven kræver, og hvorfor eller hvorfor ikke.",
    "Write whether the citizen can have more than the act demands, and why or why not.",
    "forvaltningsloven § 10",
)
NOT_READ = _no(
    "not_read",
    "Få en kollega til at læse afslaget, før det sendes.",
    "Have a colleague read the refusal before it is sent.",
    "forvaltningsloven § 22",
)
