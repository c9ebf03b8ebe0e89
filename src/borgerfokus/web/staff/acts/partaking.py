"""Acts with parties: let somebody take part, end it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

ROLES = (
    ("relative", __("Pårørende: nævnes på sagen, kan ikke se den")),
    ("representative", __("Partsrepræsentant: kan se sagen og handle for borgeren")),
    ("party", __("Part: har selv rettigheder i sagen")),
)


class PartyForm(ActForm):
    """Who takes part, and as what."""

    submit = __("Sæt på sagen")
    cpr = fields.CprField(
        label=__("CPR-nummer"), widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    )
    role = fields.radio(__("Rolle"), ROLES)


class EndForm(ActForm):
    """Who no longer takes part."""

    party = forms.IntegerField(widget=forms.HiddenInput)


def _add(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    found = people.find(text=said["cpr"].digits, by=opened.by)
    if not found:
        return _UNKNOWN
    return casework.add_party(
        case_id=opened.case.pk, person_id=found[0].id, role=said["role"], by=opened.by, at=opened.at
    )


def _end(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return casework.end_party(party_id=said["party"], by=opened.by, at=opened.at)


_UNKNOWN = Refusal(
    code="unknown_person",
    text=Text(
        da="Vi kender ingen med det nummer. Tjek det, eller opret personen under Ny sag.",
        en="We know nobody with that number. Check it, or register the person under New case.",
    ),
    article="",
)

ACTS = {
    "party": Act(Verb.PARTY_EDIT, PartyForm, _add, gettext_noop("Personen er sat på sagen.")),
    "party-end": Act(Verb.PARTY_EDIT, EndForm, _end, gettext_noop("Personen deltager ikke længere.")),
}
