"""The form of an offer: what the catalogue says of it, as one page of fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from borgerfokus.apps.offers import service as offers
from borgerfokus.apps.offers.service import OfferContent
from borgerfokus.core.money import InvalidAmount, Money
from borgerfokus.core.offers import words
from borgerfokus.core.texts import Text
from borgerfokus.web.frame import say
from borgerfokus.web.public.content import SITUATIONS
from borgerfokus.web.staff import fields

_GRADES = [("", "–"), *((grade, grade) for grade in words.GRADES)]
_LISTS = ("themes", "groups", "languages")


def _number(label: Any, *, most: int, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=most, help_text=hint)


class OfferForm(forms.Form):
    """Everything that an offer says of itself. Prices are typed in kroner, sections one on each line."""

    title = fields.line(__("Navn"), longest=160)
    title_en = fields.line(__("Navn på engelsk"), required=False, longest=160)
    short = fields.line(__("Kort fortalt"), longest=300)
    short_en = fields.line(__("Kort fortalt på engelsk"), required=False, longest=300)
    text = fields.area(__("Beskrivelse"), rows=5, required=False, longest=5_000)
    start = fields.area(__("Sådan kommer man i gang"), rows=3, longest=2_000)
    start_en = fields.area(__("Sådan kommer man i gang, på engelsk"), rows=3, required=False, longest=2_000)
    search_words = fields.line(__("Ord, som folk søger med"), required=False, longest=300)
    kind = fields.one_of(__("Slags"))
    level = fields.one_of(__("Trin"))
    provider_kind = fields.one_of(__("Hvem giver det?"))
    provider = fields.line(__("Leverandørens navn"), longest=160)
    place = fields.line(__("Sted"), required=False, longest=80)
    phone = fields.line(__("Telefon"), required=False, longest=20)
    price = fields.line(__("Pris i kroner"), required=False, longest=20, hint=__("For eksempel 485,00"))
    price_unit = fields.one_of(__("Prisen er"))
    hours_per_week = forms.DecimalField(
        label=__("Timer eller gange om ugen"), required=False, min_value=0, max_digits=5, decimal_places=2
    )
    weeks = _number(__("Forløbets længde i uger"), most=520)
    waiting_days = _number(__("Ventetid i dage"), most=3_650)
    capacity = _number(__("Pladser"), most=100_000)
    age_from = _number(__("Fra alder"), most=120)
    age_to = _number(__("Til og med alder"), most=120)
    sections = fields.area(__("Paragraffer"), rows=3, required=False, hint=__("En på hver linje: serviceloven § 85"))
    themes = fields.several_of(__("Livssituationer"), required=False)
    groups = fields.several_of(__("For hvem?"), required=False)
    languages = fields.several_of(__("Sprog"), required=False)
    methods = fields.line(__("Metode"), required=False, longest=300)
    evidence_target_group = fields.one_of(__("Viden: målgruppe"), _GRADES, required=False)
    evidence_method = fields.one_of(__("Viden: metode"), _GRADES, required=False)
    evidence_implementation = fields.one_of(__("Viden: implementering"), _GRADES, required=False)
    evidence_effect = fields.one_of(__("Viden: effekt"), _GRADES, required=False)
    evidence_economy = fields.one_of(__("Viden: økonomi"), _GRADES, required=False)
    development = fields.one_of(__("Udvikling"), required=False)
    starts = fields.day(__("Gives fra"))
    ends = fields.day(__("Gives ikke længere fra"), required=False)
    without_case = fields.yes(__("Åbent for alle uden en sag"))
    public = fields.yes(__("Vises for alle på hjemmesiden"))
    number = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial, auto_id="offer-%s", label_suffix="")
        for name, choices in _choices().items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_price(self) -> int:
        """The price in øre, 0 when nothing is written. Raises ValidationError."""
        text = str(self.cleaned_data["price"])
        try:
            found = Money.parse_danish(text).ore if text else 0
        except InvalidAmount:
            raise ValidationError(_("Skriv et beløb som 485,00.")) from None
        if found < 0:
            raise ValidationError(_("En pris er ikke under nul."))
        return found

    @property
    def content(self) -> OfferContent:
        """What was typed. Only after `is_valid()`."""
        said = dict(self.cleaned_data)
        said.pop("number")
        said["price_ore"] = said.pop("price")
        said["sections"] = tuple(" ".join(line.split()) for line in said["sections"].splitlines() if line.strip())
        for name in _LISTS:
            said[name] = tuple(said[name])
        return OfferContent(**said)


def first(row: offers.Offer) -> dict[str, Any]:
    """What the form of an offer is filled with."""
    found: dict[str, Any] = offers.content_of(row).as_fields()
    amount = Money(row.price_ore)
    price = amount.in_danish().removesuffix(" kr.") if row.price_ore else ""
    return {**found, "price": price, "sections": "\n".join(row.sections), "number": row.number}


def empty(day: date) -> dict[str, Any]:
    """What a new offer begins with."""
    return {"starts": day, "public": True, "languages": [words.Language.DANISH.value], "price_unit": "free"}


def _choices() -> dict[str, list[tuple[str, str]]]:
    steps = [(key, say(text)) for key, text in offers.steps()]
    return {
        "kind": _of(words.KIND_NAMES),
        "level": steps,
        "provider_kind": _of(words.PROVIDER_NAMES),
        "price_unit": _of(words.PRICE_NAMES),
        "themes": [(one.key.value, say(one.title)) for one in SITUATIONS],
        "groups": _of(words.GROUP_NAMES),
        "languages": _of(words.LANGUAGE_NAMES),
        "development": [("", "–"), *_of(words.DEVELOPMENT_NAMES)],
    }


def _of(kinds: Mapping[Any, Text]) -> list[tuple[str, str]]:
    return [(str(one), say(text)) for one, text in kinds.items()]
