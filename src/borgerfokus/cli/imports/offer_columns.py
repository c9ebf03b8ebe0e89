"""The columns of the file of offers; `web.admin` exports the same ones."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final

from borgerfokus.cli.imports import cells
from borgerfokus.cli.imports.columns import Column, Format
from borgerfokus.cli.imports.problems import Wrong
from borgerfokus.cli.imports.shared_columns import ENDS, STARTS, phone
from borgerfokus.core.casework.casetype import LifeSituation
from borgerfokus.core.money import InvalidAmount, Money
from borgerfokus.core.offers import words
from borgerfokus.core.texts import Text

BETWEEN: Final = "|"
_LIFE = {str(one): Text(da=str(one), en=str(one)) for one in LifeSituation}
_GRADES = {grade: Text(da=grade, en=grade) for grade in words.GRADES}


def several(one: cells.Parse) -> cells.Parse:
    """Values joined by an upright stroke."""

    def parse(text: str) -> tuple[object, ...]:
        return tuple(one(part.strip()) for part in text.split(BETWEEN) if part.strip())

    return parse


def kroner(text: str) -> int:
    """An amount such as 485,00; in øre."""
    try:
        found = Money.parse_danish(text).ore
    except InvalidAmount:
        found = -1
    if found < 0:
        raise Wrong(
            Text(da="Det er ikke et beløb.", en="This is not an amount."),
            Text(da="Skriv det som 485,00 eller 1.250.", en="Write it as 485,00 or 1.250."),
        )
    return found


def decimal(text: str) -> Decimal:
    """A number with at most two decimals, written with a comma or a dot."""
    try:
        found = Decimal(text.replace(",", ".")).quantize(Decimal("0.01"))
    except InvalidOperation:
        found = Decimal(-1)
    if not 0 <= found < _MOST:
        raise Wrong(
            Text(da="Det er ikke et tal fra 0 til 999.", en="This is not a number from 0 to 999."),
            Text(da="Skriv for eksempel 2,5.", en="Write for example 2,5."),
        )
    return found


_MOST = Decimal(1000)


def _named(kinds: Mapping[Any, Text]) -> dict[str, Text]:
    return {str(one): text for one, text in kinds.items() if isinstance(one, StrEnum)}


def _column(name: str, parse: Callable[[str], object], da: str, en: str, example: str = "", **more: Any) -> Column:
    return Column(name=name, parse=parse, guide=Text(da=da, en=en), example=example, **more)


def _grade(name: str, da: str, en: str) -> Column:
    parse = cells.choice(_GRADES)
    return _column(f"evidence_{name}", parse, f"Viden om {da}, A til D.", f"What is known of {en}.", "B")


_SAID = (
    _column("key", cells.KEY, "Tilbuddets faste nøgle.", "The offer's fixed key.", "torsdagscafe", required=True),
    _column("title", cells.line(160), "Navnet.", "The name.", "Torsdagscaféen", required=True, also=("navn",)),
    _column("title_en", cells.line(160), "Engelsk navn.", "English name.", "The Thursday café"),
    _column("short", cells.line(300), "Hvad det er, i en sætning.", "What it is, in a sentence.",
            "Kaffe og mennesker hver torsdag.", required=True, also=("kort",)),
    _column("short_en", cells.line(300), "Det samme på engelsk.", "The same in English."),
    _column("text", cells.prose(5_000), "Beskrivelsen.", "The description.", also=("beskrivelse",)),
    _column("start", cells.prose(2_000), "Sådan kommer man i gang.", "How to begin.", "Du kan bare komme.",
            required=True, also=("kom_i_gang",)),
    _column("start_en", cells.prose(2_000), "Det samme på engelsk.", "The same in English."),
    _column("search_words", cells.line(300), "Ord, som folk søger med.", "Words that people search with.",
            also=("søgeord",)),
    _column("kind", cells.choice(_named(words.KIND_NAMES)), "Slags.", "Kind.", "company", required=True,
            also=("slags",)),
)  # fmt: skip
_FOR_WHOM = (
    _column("themes", several(cells.choice(_LIFE)), "Livssituationer med | imellem.", "Life situations, joined by |.",
            "mental-health|getting-older", also=("livssituationer",)),
    _column("groups", several(cells.choice(_named(words.GROUP_NAMES))), "Målgrupper med | imellem; tom: alle.",
            "Target groups, joined by |; empty: all.", "lonely|mental", also=("målgrupper",)),
    _column("sections", several(cells.line(40)), "Paragraffer med | imellem.", "Sections, joined by |.",
            also=("paragraffer",)),
    _column("age_from", cells.whole, "Fra alder.", "From this age.", "18", also=("fra_alder",)),
    _column("age_to", cells.whole, "Til og med alder.", "Up to and with this age.", also=("til_alder",)),
    _column("level", cells.line(30), "Trinnets nøgle i own.leon_ladder.", "Key of the step in own.leon_ladder.",
            "association", required=True, also=("trin",)),
)  # fmt: skip
_KNOWN = (
    _column("methods", cells.line(300), "Metoden.", "The method.", also=("metode",)),
    _grade("target_group", "målgruppen", "the target group, A to D"),
    _grade("method", "metoden", "the method, A to D"),
    _grade("implementation", "implementeringen", "the implementation, A to D"),
    _grade("effect", "effekten", "the effect, A to D"),
    _grade("economy", "økonomien", "the economy, A to D"),
    _column("development", cells.choice(_named(words.DEVELOPMENT_NAMES)), "Udviklingens fase, 0 til 3.",
            "Phase of development, 0 to 3.", "3", also=("udvikling",)),
)  # fmt: skip
_GIVEN = (
    _column("capacity", cells.whole, "Antal pladser.", "Number of places.", "20", also=("pladser",)),
    _column("waiting_days", cells.whole, "Ventetid i dage.", "Days of waiting.", "0", also=("ventetid",)),
    _column("price", kroner, "Pris i kroner; tom, når det er gratis.", "Price in kroner; empty when it is free.",
            also=("pris",)),
    _column("price_unit", cells.choice(_named(words.PRICE_NAMES)), "Hvad prisen er for.", "What the price is for.",
            "free", required=True, also=("enhed",)),
    _column("hours_per_week", decimal, "Timer eller gange om ugen, som er sædvanligt.",
            "Hours or visits a week that are usual.", also=("timer_om_ugen",)),
    _column("weeks", cells.whole, "Forløbets længde i uger.", "Weeks of a course.", also=("uger",)),
    _column("provider_kind", cells.choice(_named(words.PROVIDER_NAMES)), "Hvem der giver det.", "Who gives it.",
            "volunteers", required=True, also=("giver",)),
    _column("provider", cells.line(160), "Leverandørens navn.", "Name of the provider.", "Frivilliggruppen",
            required=True, also=("leverandør",)),
    _column("place", cells.line(80), "Stedet.", "The place.", "Wiedergården", also=("sted",)),
    phone(Text(da="Telefon.", en="Telephone.")),
    _column("languages", several(cells.choice(_named(words.LANGUAGE_NAMES))), "Sprog med | imellem.",
            "Languages, joined by |.", "da|en", also=("sprog",)),
    _column("without_case", cells.yes, "Åbent for alle uden en sag.", "Open to all without a case.", "ja",
            also=("åbent",)),
    _column("public", cells.yes, "Vises for alle; tom er nej.", "Shown to everybody; empty is no.", "ja",
            also=("offentlig",)),
    STARTS,
    ENDS,
)  # fmt: skip

FORMAT = Format(
    file="offers.csv",
    about=Text(
        da="Kataloget over tilbud. Et tilbud, der ændres, får en ny udgave; et, der ophører, får en slutdag.",
        en="The catalogue of offers. An offer that changes gets a new version; one that ends gets a last day.",
    ),
    key=("key",),
    columns=(*_SAID, *_FOR_WHOM, *_KNOWN, *_GIVEN),
)
