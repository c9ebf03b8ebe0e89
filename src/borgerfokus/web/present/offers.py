"""An offer in words: in a list, by itself, and beside others."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.offers.service import Offer
from borgerfokus.core.money import Money
from borgerfokus.core.offers import words
from borgerfokus.core.offers.fitting import Ladder
from borgerfokus.core.offers.words import Dimension, PriceUnit
from borgerfokus.core.texts import Text
from borgerfokus.web.design.views import Cell, CellValue, Chip, Column, Row, Term
from borgerfokus.web.frame import page_language, say
from borgerfokus.web.present.words import capital, short_date

_UNKNOWN = "–"
_Fact = tuple[str, str, str]
_Word = TypeVar("_Word", bound=StrEnum)
Address = Callable[[str], str]


def title(offer: Offer) -> str:
    """The title in the reader's language, in Danish where there is no other."""
    return (page_language() == "en" and offer.title_en) or offer.title


def short(offer: Offer) -> str:
    """What it is, in a sentence."""
    return (page_language() == "en" and offer.short_en) or offer.short


def start(offer: Offer) -> str:
    """How to begin."""
    return (page_language() == "en" and offer.start_en) or offer.start


def who_and_where(offer: Offer) -> str:
    """ "Fjordby Boldklub, Fjordby Stadion"; a place that is its own provider is named once."""
    return ", ".join(dict.fromkeys(part for part in (offer.provider, offer.place) if part))


def groups(keys: Sequence[str]) -> str:
    """ "Psykiske vanskeligheder, Ensomhed"; an empty text for none."""
    return ", ".join(say(words.GROUP_NAMES[words.Group(key)]) for key in keys)


def groups_said(payload: Mapping[str, Any], _names: object) -> str:
    """The sentence of the history when target groups were set on a case."""
    named = groups(payload["groups"])
    return _("Målgruppe: %(groups)s") % {"groups": named} if named else _("Målgruppen er taget væk igen")


def columns() -> tuple[Column, ...]:
    """The columns of a list of offers."""
    labels = (_("Tilbud"), _("Hvem giver det?"), _("Trin"), _("Ventetid"), _("Pris"))
    return tuple(Column(label) for label in labels)


def row(offer: Offer, *, ladder: Ladder, address: Address) -> Row:
    """An offer in a list; it can be picked for comparison."""
    return Row(
        cells=(
            Cell(title(offer), sub=short(offer), href=address(offer.key), chip=_open_chip(offer)),
            Cell(offer.provider, sub=offer.place if offer.place != offer.provider else ""),
            say(ladder.name(offer.level)),
            wait(offer),
            Cell(price(offer), sub=by_month(offer)),
        ),
        pick=offer.key,
        pick_label=_("Sammenlign %(title)s") % {"title": title(offer)},
    )


def wait(offer: Offer) -> str:
    """How long one waits."""
    days = offer.waiting_days
    if days is None:
        return _("Ikke oplyst")
    if not days:
        return _("Ingen ventetid")
    if days % 7 == 0:
        weeks = days // 7
        return ngettext("%(n)s uge", "%(n)s uger", weeks) % {"n": weeks}
    return ngettext("%(n)s dag", "%(n)s dage", days) % {"n": days}


def price(offer: Offer) -> str:
    """ "485,00 kr. pr. time", or that it is free."""
    unit = say(words.PRICE_NAMES[PriceUnit(offer.price_unit)])
    return capital(unit) if offer.price_unit == PriceUnit.FREE else f"{say(offer.value.price.amount.text())} {unit}"


def by_month(offer: Offer) -> str:
    """What a usual month costs, where that can be reckoned and the price does not say it; and whose price it is.

    Where a case is needed the price is what the municipality pays, not what the citizen does.
    """
    month = offer.value.price.by_month
    parts = [] if offer.without_case or offer.price_unit == PriceUnit.FREE else [_("kommunens pris")]
    if month is not None and offer.price_unit not in {PriceUnit.FREE, PriceUnit.MONTH}:
        parts.insert(0, _("ca. %(amount)s om måneden") % {"amount": _roughly(month)})
    return ", ".join(parts)


def _roughly(amount: Money) -> str:
    """The amount in tens of kroner, without øre."""
    text = say(Money.of_kroner(round(amount.kroner / 10) * 10).text())
    return text.replace(",00 kr.", " kr.").removesuffix(".00")


def evidence(offer: Offer) -> str:
    """ "Metode B, Effekt C": what is known, of what has been declared."""
    grades = offer.evidence
    found = [f"{say(words.DIMENSION_NAMES[one])} {grades[one]}" for one in Dimension if one in grades]
    return ", ".join(found) or _("Ikke vidensdeklareret")


def names(kinds: Mapping[_Word, Text], values: Sequence[str]) -> str:
    """Words of a closed list, in the order of the list."""
    return ", ".join(say(text) for one, text in kinds.items() if one.value in values)


def terms(offer: Offer, *, ladder: Ladder, staff: bool) -> tuple[Term, ...]:
    """Everything that an offer says of itself, as terms."""
    found = tuple(Term(label, value, sub=sub) for label, value, sub in _facts(offer, ladder) if value)
    if not staff:
        return found
    until = short_date(offer.ends) if offer.ends else _("indtil videre")
    known = _("Udgave %(number)s, gemt %(day)s") % {"number": offer.number, "day": short_date(offer.saved_at.date())}
    return (*found, Term(_("Gives"), f"{short_date(offer.starts)} – {until}", sub=known))


def compared(
    offers: Sequence[Offer], *, ladder: Ladder, address: Address, more: Sequence[Row] = ()
) -> tuple[tuple[Column, ...], list[Row]]:
    """Offers side by side: a column for each, a row for each thing they say. What none of them says is left out.

    `more` rows follow: what others say of them.
    """
    heads = (Column(_("Det sammenligner vi"), hidden=True), *(Column(title(one)) for one in offers))
    told = [_facts(one, ladder) for one in offers]
    rows = [_link_row(offers, address)]
    for lines in zip(*told, strict=True):
        if any(value for _label, value, _sub in lines):
            cells: list[CellValue] = [Cell(value or _UNKNOWN, sub=sub) for _label, value, sub in lines]
            rows.append(Row(cells=(Cell(lines[0][0]), *cells)))
    return heads, [*rows, *more]


def _link_row(offers: Sequence[Offer], address: Address) -> Row:
    cells = [Cell(short(one), sub="", href=address(one.key)) for one in offers]
    return Row(cells=(Cell(_("Kort fortalt")), *cells))


def _facts(offer: Offer, ladder: Ladder) -> tuple[_Fact, ...]:
    """Label, value and what stands below it; the same labels in the same order for every offer."""
    development = words.Development(offer.development) if offer.development else None
    return (
        (_("Slags"), say(words.KIND_NAMES[words.Kind(offer.kind)]), ""),
        (_("Trin"), say(ladder.name(offer.level)), _step(offer, ladder)),
        (_("Hvem giver det?"), offer.provider, say(words.PROVIDER_NAMES[words.ProviderKind(offer.provider_kind)])),
        (_("Sted"), offer.place, ""),
        (_("Pris"), price(offer), by_month(offer)),
        (_("Ventetid"), wait(offer), ""),
        (_("Pladser"), _("%(n)s pladser") % {"n": offer.capacity} if offer.capacity else "", ""),
        (_("For hvem?"), names(words.GROUP_NAMES, offer.groups), _ages(offer)),
        (_("Sprog"), names(words.LANGUAGE_NAMES, offer.languages), ""),
        (_("Metode"), offer.methods, ""),
        (_("Vidensdeklaration"), evidence(offer), _("A er bedst belagt, D mindst") if offer.evidence else ""),
        (_("Udvikling"), say(words.DEVELOPMENT_NAMES[development]) if development else "", ""),
        (_("Kræver en sag?"), _("Nej") if offer.without_case else _("Ja, kommunen afgør det"), _sections(offer)),
    )


def _step(offer: Offer, ladder: Ladder) -> str:
    place = {"n": ladder.place(offer.level) + 1, "all": len(ladder.steps)}
    return _("trin %(n)s af %(all)s") % place if place["n"] <= place["all"] else ""


def _sections(offer: Offer) -> str:
    return ", ".join(capital(one) for one in offer.sections)


def _ages(offer: Offer) -> str:
    ages = {"from": offer.age_from, "to": offer.age_to}
    if offer.age_from is not None and offer.age_to is not None:
        return _("%(from)s–%(to)s år") % ages
    if offer.age_from is not None:
        return _("fra %(from)s år") % ages
    return _("til og med %(to)s år") % ages if offer.age_to is not None else ""


def _open_chip(offer: Offer) -> Chip | None:
    return Chip(_("Åbent for alle"), "ok") if offer.without_case else None
