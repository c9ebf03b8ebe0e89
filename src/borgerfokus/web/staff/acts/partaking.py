"""Acts with parties: let somebody take part, end it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.organisation import queries as organisation
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


class SealForm(ActForm):
    """Why the case is sealed, and which colleagues may still see it."""

    submit = __("Forsegl sagen")
    reason = fields.area(__("Hvorfor skal sagen forsegles?"), rows=2, longest=1_000)
    named = fields.several_of(
        __("Kolleger, der stadig må se den"),
        required=False,
        hint=__("Sagsbehandleren og du selv kan altid se den"),
    )

    def prepare(self) -> None:
        """The colleagues of the case's unit, and its leaders."""
        if self.opened is None:
            return
        unit, on, hands = self.opened.case.unit_id, self.opened.today, {self.opened.by.id}
        hands |= {self.opened.case.caseworker_id or 0}
        staff = organisation.staff_of(unit_ids=[unit], on=on, carrying=Verb.CASE_SEE)
        choices = [(str(one.id), f"{one.name}, {one.title}") for one in staff if one.id not in hands]
        self.fields["named"].choices = choices  # type: ignore[attr-defined]


class UnsealForm(ActForm):
    """Why the seal is taken off."""

    submit = __("Tag forseglingen af")
    reason = fields.area(__("Hvorfor skal sagen åbnes for enheden igen?"), rows=2, longest=1_000)


def _seal(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    named = [int(one) for one in said["named"]]
    return casework.seal(case_id=opened.case.pk, reason=said["reason"], named=named, by=opened.by, at=opened.at)


def _unseal(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return casework.unseal(case_id=opened.case.pk, reason=said["reason"], by=opened.by, at=opened.at)


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
    "seal": Act(Verb.CASE_SEAL, SealForm, _seal, gettext_noop("Sagen er forseglet."), "access"),
    "unseal": Act(Verb.CASE_SEAL, UnsealForm, _unseal, gettext_noop("Enheden kan se sagen igen."), "access"),
}
