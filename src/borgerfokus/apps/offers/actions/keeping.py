"""Keeping the catalogue: a new offer, a change as a new version, an end. Nothing that was shown is overwritten."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction

from borgerfokus.apps.offers.models import Offer
from borgerfokus.apps.offers.queries import steps
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit

_ARTICLE = "retssikkerhedsloven § 5"
_LISTENERS: list[Callable[[str, datetime], None]] = []


@dataclass(frozen=True, kw_only=True)
class OfferContent:
    """Everything that an offer says of itself; the fields are those of `Offer`."""

    title: str
    short: str
    start: str
    kind: str
    level: str
    price_unit: str
    provider_kind: str
    provider: str
    starts: date
    title_en: str = ""
    short_en: str = ""
    text: str = ""
    start_en: str = ""
    search_words: str = ""
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    age_from: int | None = None
    age_to: int | None = None
    methods: str = ""
    evidence_target_group: str = ""
    evidence_method: str = ""
    evidence_implementation: str = ""
    evidence_effect: str = ""
    evidence_economy: str = ""
    development: str = ""
    capacity: int | None = None
    waiting_days: int | None = None
    price_ore: int = 0
    hours_per_week: Decimal | None = None
    weeks: int | None = None
    place: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()
    without_case: bool = False
    public: bool = True
    ends: date | None = None

    def as_fields(self) -> dict[str, object]:
        """Field of `Offer` → value."""
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}


def content_of(row: Offer) -> OfferContent:
    """What a version says."""
    found: dict[str, Any] = {one.name: getattr(row, one.name) for one in fields(OfferContent)}
    for name, value in found.items():
        found[name] = tuple(value) if isinstance(value, list) else value
    return OfferContent(**found)


def add(*, key: str, content: OfferContent, by: Actor, at: datetime) -> Offer | Refusal:
    """Put a new offer into the catalogue. Needs OFFER_EDIT (else Hidden)."""
    _may(by)
    if refused := wrong(content):
        return refused
    try:
        with transaction.atomic():
            row = _write(key, 1, content, by, at)
    except IntegrityError:
        return KEY_TAKEN
    audit.record(action="offer.add", by=by, at=at, about=f"offer:{row.pk}")
    return row


def change(*, key: str, number: int, content: OfferContent, by: Actor, at: datetime) -> Refusal | None:
    """Write a new version, unless somebody else has since `number`. What says the same writes nothing."""
    _may(by)
    if refused := wrong(content):
        return refused
    with transaction.atomic():
        row = _locked(key)
        if row.number != number:
            return CHANGED
        if content_of(row) == content:
            return None
        Offer.objects.filter(pk=row.pk).update(replaced_at=at)
        new = _write(key, number + 1, content, by, at)
        audit.record(action="offer.change", by=by, at=at, about=f"offer:{new.pk}")
    return None


def end(*, key: str, number: int, on: date, by: Actor, at: datetime) -> Refusal | None:
    """Give the offer no longer from a day on. What was chosen in a case stays there."""
    row = Offer.objects.filter(key=key, replaced_at__isnull=True).first()
    if row is None:
        raise Hidden(f"offer {key}")
    if on <= row.starts:
        return BACKWARDS
    return change(key=key, number=number, content=replace(content_of(row), ends=on), by=by, at=at)


def wrong(content: OfferContent) -> Refusal | None:
    """What is wrong with an offer as it is written, or None."""
    if not all((content.title.strip(), content.short.strip(), content.provider.strip(), content.start.strip())):
        return INCOMPLETE
    if content.level not in {key for key, _name in steps()}:
        return NO_STEP
    if not content.sections and not content.without_case:
        return NO_WAY_IN
    if (content.price_unit == PriceUnit.FREE) != (content.price_ore == 0):
        return PRICE
    if content.age_from is not None and content.age_to is not None and content.age_to < content.age_from:
        return AGES
    return BACKWARDS if content.ends is not None and content.ends <= content.starts else None


def on_changed(listener: Callable[[str, datetime], None]) -> None:
    """Let an app above hear the key of every offer that is added, changed or ended, in the same transaction."""
    _LISTENERS.append(listener)


def _write(key: str, number: int, content: OfferContent, by: Actor, at: datetime) -> Offer:
    row = Offer.objects.create(key=key, number=number, saved_at=at, saved_by=by.subject, **content.as_fields())
    for listener in _LISTENERS:
        listener(key, at)
    return row


def _locked(key: str) -> Offer:
    row = Offer.objects.select_for_update().filter(key=key, replaced_at__isnull=True).first()
    if row is None:
        raise Hidden(f"offer {key}")
    return row


def _may(by: Actor) -> None:
    if not by.can(Verb.OFFER_EDIT):
        raise Hidden("offers")


def _no(code: str, da: str, en: str) -> Refusal:
    return Refusal(code=f"offer.{code}", text=Text(da=da, en=en), article=_ARTICLE)


KEY_TAKEN = _no("key_taken", "Der er allerede et tilbud med det navn.", "There is an offer with this name already.")
CHANGED = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har ændret tilbuddet imens. Læs det igen, og skriv din ændring en gang til.",
        en="Somebody else has changed the offer meanwhile. Read it again, and write your change once more.",
    ),
    article="",
)
INCOMPLETE = _no(
    "incomplete",
    "Skriv navn, en kort beskrivelse, hvem der giver hjælpen, og hvordan man kommer i gang.",
    "Write the name, a short description, who gives the help, and how to begin.",
)
NO_STEP = _no("no_step", "Vælg et trin på stigen.", "Choose a step of the ladder.")
NO_WAY_IN = _no(
    "no_way_in",
    "Skriv mindst én paragraf, eller sæt flueben ved, at tilbuddet er åbent uden en sag.",
    "Write at least one section, or tick that the offer is open without a case.",
)
PRICE = _no(
    "price",
    "Et gratis tilbud har ingen pris, og et andet tilbud har en pris over nul.",
    "An offer free of charge has no price, and any other has a price above nothing.",
)
AGES = _no("ages", "Den højeste alder er under den laveste.", "The highest age is below the lowest.")
BACKWARDS = _no(
    "backwards", "Slutdagen skal ligge efter den første dag.", "The day of the end must come after the first day."
)
