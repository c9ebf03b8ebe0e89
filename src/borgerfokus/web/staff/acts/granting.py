"""Acts of the help that was granted: put it on the case, change how much, how long or at what price, and end it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import NewIntervention, PeriodContent
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.words import FORMS, HELP_ENDS, Form, HelpEnd
from borgerfokus.core.money import InvalidAmount, Money
from borgerfokus.core.offers.words import PRICE_NAMES, PriceUnit
from borgerfokus.web.frame import say
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm


class MoneyField(forms.CharField):
    """An amount in Danish kroner, cleaned to øre."""

    def clean(self, value: Any) -> Any:
        """Whole øre; 0 when nothing is written. Raises ValidationError for what is no amount."""
        text = str(super().clean(value) or "")
        if not text:
            return 0
        try:
            amount = Money.parse_danish(text)
        except InvalidAmount:
            raise ValidationError(_("Skriv et beløb som 450 eller 1.234,50.")) from None
        if amount.ore < 0:
            raise ValidationError(_("Prisen kan ikke være under 0 kroner."))
        return amount.ore


def _decimal(label: Any, *, hint: Any = "") -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"step": "0.25", "min": "0"})
    return forms.DecimalField(
        label=label, required=False, help_text=hint, min_value=0, max_value=168, decimal_places=2, widget=widget
    )


def _days(label: Any) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"min": "0", "max": "7"})
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=7, widget=widget)


class _PeriodForm(ActForm):
    """How much, from when until when, and at what price."""

    starts = fields.day(__("Fra og med"))
    last_day = fields.day(__("Til og med"), required=False, hint=__("Tomt: indtil videre"))
    hours_per_week = _decimal(__("Timer om ugen"), hint=__("Eller besøg, når prisen er pr. gang"))
    days_per_week = _days(__("Dage om ugen"))
    extent = fields.line(__("Omfang"), required=False, hint=__("For eksempel: to besøg om ugen"), longest=300)
    price = MoneyField(label=__("Pris i kroner"), required=False)
    price_unit = fields.one_of(__("Prisen er"))

    def prepare(self) -> None:
        """What a price can be for."""
        names = [(one.value, say(text)) for one, text in PRICE_NAMES.items()]
        self.fields["price_unit"].choices = names  # type: ignore[attr-defined]

    @staticmethod
    def period(said: dict[str, Any]) -> PeriodContent:
        """The period that was written."""
        hours: Decimal | None = said["hours_per_week"]
        return PeriodContent(
            starts=said["starts"],
            ends=fields.day_after(said["last_day"]) if said["last_day"] else None,
            hours_per_week=hours,
            days_per_week=said["days_per_week"],
            extent=said["extent"],
            price_ore=said["price"],
            price_unit=PriceUnit(said["price_unit"]),
        )


class AddForm(_PeriodForm):
    """Granted help as it begins; everything is proposed from the grant and the offer that is chosen."""

    submit = __("Sæt hjælpen på sagen")
    keeps = True
    offer = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = fields.line(__("Hjælp"), longest=160)
    form = fields.one_of(__("Form"))
    provider = fields.line(__("Hvem giver den?"), longest=160)
    unit = fields.one_of(
        __("Enhed, der skal have bestillingen"), required=False, hint=__("Tom, når de ikke arbejder her i systemet")
    )
    field_order = ("title", "form", "provider", "unit")

    def prepare(self) -> None:
        """The forms of help, and the units that there are."""
        super().prepare()
        self.fields["form"].choices = [(one.value, say(text)) for one, text in FORMS.items()]  # type: ignore[attr-defined]
        if self.opened:
            self.fields["unit"].choices = units(self.opened)  # type: ignore[attr-defined]


class ChangeForm(_PeriodForm):
    """A new period of help, and why."""

    submit = __("Gem ændringen")
    help = fields.one_of(__("Hjælp"))
    reason = fields.area(__("Hvorfor ændres den?"), rows=2, hint=__("Borgeren kan læse det"), longest=2_000)
    field_order = ("help",)

    def prepare(self) -> None:
        """The help that runs."""
        super().prepare()
        self.fields["help"].choices = running(self.opened)  # type: ignore[attr-defined]


class EndForm(ActForm):
    """Help that ends, from when, and why."""

    submit = __("Afslut hjælpen")
    help = fields.one_of(__("Hjælp"))
    last_day = fields.day(__("Sidste dag med hjælpen"))
    ended_as = fields.radio(__("Hvorfor slutter den?"), ())
    why = fields.area(__("Skriv hvorfor"), rows=2, hint=__("Borgeren kan læse det"), longest=2_000)

    def prepare(self) -> None:
        """The help that runs, and the ways it can end."""
        self.fields["help"].choices = running(self.opened)  # type: ignore[attr-defined]
        self.fields["ended_as"].choices = [(one.value, say(text)) for one, text in HELP_ENDS.items()]  # type: ignore[attr-defined]


def units(opened: OpenedCase) -> list[tuple[str, str]]:
    """The units that may be given an order."""
    return fields.unit_choices(opened.around.units, without=0)


def running(opened: OpenedCase | None) -> list[tuple[str, str]]:
    """The help that has not ended."""
    rows = opened.help.interventions if opened else ()
    return [(str(one.pk), one.title) for one in rows if not one.ended_as]


def change_first(opened: OpenedCase) -> dict[str, Any]:
    """What the form of a change begins with: the help as it now is."""
    row = next((one for one in opened.help.interventions if not one.ended_as), None)
    periods = opened.help.periods_of(row) if row else ()
    if not periods:
        return {}
    now = periods[-1]
    return {
        "help": str(row.pk) if row else "",
        "starts": max(opened.today, now.starts),
        "last_day": now.ends - timedelta(days=1) if now.ends else None,
        "hours_per_week": now.hours_per_week,
        "days_per_week": now.days_per_week,
        "extent": now.extent,
        "price": _typed(now.price_ore),
        "price_unit": now.price_unit,
    }


def add_first(opened: OpenedCase, *, title: str, provider: str, starts: date, last_day: date | None) -> dict[str, Any]:
    """What the form of new help begins with: the grant, and the offer that is chosen in the version it had."""
    offer = opened.chosen.offer if opened.chosen else None
    keys = {one.name: str(one.pk) for one in opened.around.units}
    giver = offer.provider if offer else provider
    first: dict[str, Any] = {
        "title": (offer.title if offer else title)[:160],
        "provider": giver,
        "unit": keys.get(giver, ""),
        "form": Form.HOURS.value,
        "starts": starts,
        "last_day": last_day,
        "price_unit": PriceUnit.FREE.value,
    }
    if offer is not None:
        first |= {
            "offer": offer.pk,
            "form": _FORMS.get(PriceUnit(offer.price_unit), Form.HOURS).value,
            "hours_per_week": offer.hours_per_week,
            "price": _typed(offer.price_ore),
            "price_unit": offer.price_unit,
        }
    return first


_FORMS = {PriceUnit.DAY: Form.STAY, PriceUnit.COURSE: Form.COURSE}


def _typed(ore: int) -> str:
    return Money(ore).in_danish().removesuffix(" kr.") if ore else ""


def _add(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    made = interventions.add_intervention(
        case_id=opened.case.pk,
        new=NewIntervention(
            title=said["title"],
            form=Form(said["form"]),
            provider=said["provider"],
            period=AddForm.period(said),
            offer=said["offer"],
            unit=int(said["unit"]) if said["unit"] else None,
        ),
        by=opened.by,
        at=opened.at,
    )
    return made if isinstance(made, Refusal) else None


def _change(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return interventions.change_intervention(
        intervention_id=int(said["help"]),
        period=ChangeForm.period(said),
        reason=said["reason"],
        by=opened.by,
        at=opened.at,
    )


def _end(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return interventions.end_intervention(
        intervention_id=int(said["help"]),
        on=fields.day_after(said["last_day"]),
        ended_as=HelpEnd(said["ended_as"]),
        why=said["why"],
        by=opened.by,
        at=opened.at,
    )


ACTS = {
    "help-add": Act(Verb.CASE_EDIT, AddForm, _add, gettext_noop("Hjælpen står nu på sagen."), "given"),
    "help-change": Act(Verb.CASE_EDIT, ChangeForm, _change, gettext_noop("Ændringen er gemt."), "given"),
    "help-end": Act(Verb.CASE_EDIT, EndForm, _end, gettext_noop("Hjælpen er afsluttet."), "given"),
}
