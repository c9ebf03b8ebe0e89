"""The few kinds of field that the caseworker's forms are made of."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from borgerfokus.core.identity import Cpr, InvalidIdentifier
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.organisation.queries import Colleague
from borgerfokus.web.frame import say

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Choices: TypeAlias = "Iterable[tuple[Any, str | _StrPromise]]"

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_WORKING_UNITS = {"department", "team", "institution", "staff_unit", "partner"}


class CprField(forms.CharField):
    """A personal number; cleaned to a `Cpr`. Never filled in again, so that it does not stand in the page."""

    def clean(self, value: Any) -> Any:
        """The number as a value, None when nothing is written. Raises ValidationError with what is wrong."""
        text = str(super().clean(value) or "")
        if not text:
            return None
        try:
            return Cpr.parse(text)
        except InvalidIdentifier as wrong:
            raise ValidationError(say(wrong.text)) from None

    def bound_data(self, data: Any, initial: Any) -> str:  # noqa: ARG002 - Django's own signature
        """Nothing: the number is typed again."""
        return ""


def day(
    label: "str | _StrPromise", *, required: bool = True, hint: "str | _StrPromise" = "", first: date | None = None
) -> forms.DateField:
    """A date, chosen or typed, within the years that can be reckoned with."""
    attrs = {"type": "date"} | ({"min": first.isoformat()} if first else {})
    widget = forms.DateInput(attrs=attrs, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=hint, widget=widget, validators=[_within_reason])


def _within_reason(value: date) -> None:
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        years = {"first": _FIRST_YEAR, "last": _LAST_YEAR}
        raise ValidationError(_("Skriv et årstal mellem %(first)s og %(last)s.") % years)


def day_after(last: date) -> date:
    """The end of a period whose last day people have written."""
    return last + timedelta(days=1)


def day_before(end: date) -> date:
    """The last day of a period, as people write it."""
    return end - timedelta(days=1)


def line(
    label: "str | _StrPromise", *, required: bool = True, hint: "str | _StrPromise" = "", longest: int = 200
) -> forms.CharField:
    """One line of text."""
    return forms.CharField(label=label, required=required, help_text=hint, max_length=longest)


def area(
    label: "str | _StrPromise",
    *,
    rows: int = 4,
    required: bool = True,
    hint: "str | _StrPromise" = "",
    longest: int = 20_000,
) -> forms.CharField:
    """Several lines of text."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, help_text=hint, max_length=longest, widget=widget)


def one_of(
    label: "str | _StrPromise", choices: Choices = (), *, required: bool = True, hint: "str | _StrPromise" = ""
) -> forms.ChoiceField:
    """A choice from a list."""
    return forms.ChoiceField(label=label, required=required, help_text=hint, choices=list(choices))


def radio(
    label: "str | _StrPromise", choices: Choices, *, required: bool = True, hint: "str | _StrPromise" = ""
) -> forms.ChoiceField:
    """A choice between few things, all shown."""
    return forms.ChoiceField(
        label=label, required=required, help_text=hint, choices=list(choices), widget=forms.RadioSelect
    )


def several_of(
    label: "str | _StrPromise", choices: Choices = (), *, hint: "str | _StrPromise" = "", required: bool = True
) -> forms.MultipleChoiceField:
    """Any number of things, all shown."""
    return forms.MultipleChoiceField(
        label=label, required=required, help_text=hint, choices=list(choices), widget=forms.CheckboxSelectMultiple
    )


def yes(label: "str | _StrPromise", *, hint: "str | _StrPromise" = "") -> forms.BooleanField:
    """Yes or no."""
    return forms.BooleanField(label=label, required=False, help_text=hint)


def unit_choices(units: Iterable[Unit], *, without: int) -> list[tuple[str, str]]:
    """Units that work on cases, with an empty first line."""
    rows = [row for row in units if row.kind in _WORKING_UNITS and row.pk != without]
    return [("", _("Vælg enhed")), *((str(row.pk), row.name) for row in rows)]


def colleague_choices(staff: Iterable[Colleague]) -> list[tuple[str, str]]:
    """Colleagues, with an empty first line."""
    return [("", _("Vælg kollega")), *((str(one.id), f"{one.name}, {one.title}") for one in staff)]


def worded(items: Iterable[Any]) -> list[tuple[str, str]]:
    """Choices from members of an enum that carry a `label` in both languages."""
    return [(str(item.value), say(item.label)) for item in items]
