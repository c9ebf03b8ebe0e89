"""What the duty does with a notification of concern, from its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns import Danger, Identity, ReceiptWay, Way
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.web.frame import say
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.doing import ActForm, Nothing
from borgerfokus.web.staff.found import citizen_of


@dataclass(frozen=True)
class Duty:
    """The notification of the page, and who is at it."""

    told: dialogue.Told
    by: Actor
    at: datetime

    @property
    def reference(self) -> str:
        """What the page is about."""
        return self.told.row.reference

    @property
    def here(self) -> str:
        """The page."""
        return reverse("staff:concern", args=[self.reference])


class HandForm(ActForm):
    """Who is to have it."""

    submit = __("Giv videre")
    to = fields.one_of(__("Kollega"))


class FindForm(ActForm):
    """The child, by name or personal number; neither stands in the address."""

    submit = __("Søg")
    name = fields.line(__("Navn"), required=False, longest=80)
    cpr = fields.CprField(label=__("CPR-nummer"), required=False)


class RegisterForm(ActForm):
    """A child whose personal number nobody knows."""

    submit = __("Opret barnet uden CPR-nummer")
    given_name = fields.line(__("Fornavn"), longest=80)
    family_name = fields.line(__("Efternavn"), longest=80)
    born = fields.day(__("Født"), hint=__("Et skøn, hvis I ikke ved det"))


class MatchForm(ActForm):
    """The child that was found, as the search gave it."""

    citizen = fields.line("citizen", longest=200)


class AssessForm(ActForm):
    """The danger, the ground, and what is done at once."""

    submit = __("Gem vurderingen")
    danger = fields.radio(__("Er barnet i akut fare?"), ())
    ground = fields.area(
        __("Hvad bygger vurderingen på?"), rows=4, hint=__("Hvem har du talt med, og hvad ved vi?"), longest=10_000
    )
    done_now = fields.area(
        __("Hvad gør I nu?"), rows=3, required=False, hint=__("Skal udfyldes ved akut fare"), longest=10_000
    )
    violence = fields.yes(
        __("Der er mistanke om vold eller overgreb"),
        hint=__("Så skal en kollega også vurdere, og børnehuset kan blive brugt"),
    )

    def prepare(self) -> None:
        """The two answers."""
        self.fields["danger"].choices = fields.worded(Danger)  # type: ignore[attr-defined]


class WayForm(ActForm):
    """The way on, and what the family may read of it."""

    submit = __("Afslut underretningen")
    way = fields.radio(__("Hvad sker der nu?"), ())
    case_number = fields.one_of(__("Sag, der er i gang"), required=False, hint=__("Når den lægges til en sag"))
    summary = fields.area(
        __("Det, familien kan læse om bekymringen"),
        rows=4,
        required=False,
        hint=__("Skriv kort og roligt. Skriv ikke, hvem der har underrettet"),
        longest=4_000,
    )
    reason = fields.area(
        __("Hvorfor gøres der ikke mere?"), rows=3, required=False, hint=__("Når vejen er »ikke mere«"), longest=4_000
    )

    def prepare(self) -> None:
        """The three ways."""
        self.fields["way"].choices = fields.worded(Way)  # type: ignore[attr-defined]


class IdentityForm(ActForm):
    """Whether the family may learn who notified."""

    submit = __("Gem")
    identity = fields.radio(__("Må familien få at vide, hvem der har underrettet?"), ())
    ground = fields.area(__("Grund"), rows=2, longest=2_000)

    def prepare(self) -> None:
        """The two answers."""
        self.fields["identity"].choices = fields.worded(Identity)  # type: ignore[attr-defined]


class ReceiptForm(ActForm):
    """How the receipt went out."""

    submit = __("Kvitteringen er sendt")
    how = fields.one_of(__("Sendt med"))

    def prepare(self) -> None:
        """The ways there are."""
        self.fields["how"].choices = fields.worded(ReceiptWay)  # type: ignore[attr-defined]


class ReopenForm(ActForm):
    """What is new."""

    submit = __("Åbn igen")
    reason = fields.area(__("Hvad er nyt?"), rows=2, longest=2_000)


Said = Mapping[str, Any]


def _take(duty: Duty, _said: Said) -> Refusal | None:
    return dialogue.take_concern(reference=duty.reference, by=duty.by, at=duty.at)


def _hand(duty: Duty, said: Said) -> Refusal | None:
    return dialogue.hand_concern(reference=duty.reference, to=int(said["to"]), by=duty.by, at=duty.at)


def _match(duty: Duty, said: Said) -> Refusal | None:
    person_id = citizen_of(said["citizen"])
    if person_id is None:
        raise Hidden("citizen")
    return dialogue.match_concern(reference=duty.reference, person_id=person_id, by=duty.by, at=duty.at)


def _unmatch(duty: Duty, _said: Said) -> Refusal | None:
    return dialogue.unmatch_concern(reference=duty.reference, by=duty.by, at=duty.at)


def _register(duty: Duty, said: Said) -> Refusal | None:
    child = dialogue.NewChild(said["given_name"], said["family_name"], said["born"])
    return dialogue.register_child_of_concern(reference=duty.reference, child=child, by=duty.by, at=duty.at)


def _assess(duty: Duty, said: Said) -> Refusal | None:
    new = dialogue.NewConcernAssessment(Danger(said["danger"]), said["violence"], said["ground"], said["done_now"])
    return dialogue.assess_concern(reference=duty.reference, new=new, by=duty.by, at=duty.at)


def _way(duty: Duty, said: Said) -> Refusal | None:
    new = dialogue.NewWay(
        way=Way(said["way"]), reason=said["reason"], summary=said["summary"], case_number=said["case_number"]
    )
    return dialogue.decide_concern(reference=duty.reference, new=new, by=duty.by, at=duty.at)


def _identity(duty: Duty, said: Said) -> Refusal | None:
    return dialogue.decide_notifier_identity(
        reference=duty.reference, identity=Identity(said["identity"]), ground=said["ground"], by=duty.by, at=duty.at
    )


def _receipt(duty: Duty, said: Said) -> Refusal | None:
    how = ReceiptWay(said["how"])
    return dialogue.concern_receipt_sent(reference=duty.reference, how=how, by=duty.by, at=duty.at)


def _reopen(duty: Duty, said: Said) -> Refusal | None:
    return dialogue.reopen_concern(reference=duty.reference, reason=said["reason"], by=duty.by, at=duty.at)


@dataclass(frozen=True)
class DutyAct:
    """One act: its form, what carries it out, and what is told afterwards."""

    form: type[ActForm]
    run: Callable[[Duty, Said], Refusal | None]
    done: str


ACTS: Mapping[str, DutyAct] = {
    "take": DutyAct(Nothing, _take, gettext_noop("Du har underretningen.")),
    "hand": DutyAct(HandForm, _hand, gettext_noop("Din kollega har den nu.")),
    "match": DutyAct(MatchForm, _match, gettext_noop("Barnet er fundet.")),
    "unmatch": DutyAct(Nothing, _unmatch, gettext_noop("Barnet er taget af igen.")),
    "register": DutyAct(RegisterForm, _register, gettext_noop("Barnet er oprettet.")),
    "assess": DutyAct(AssessForm, _assess, gettext_noop("Vurderingen er gemt.")),
    "way": DutyAct(WayForm, _way, gettext_noop("Underretningen er afsluttet.")),
    "identity": DutyAct(IdentityForm, _identity, gettext_noop("Det er gemt.")),
    "receipt": DutyAct(ReceiptForm, _receipt, gettext_noop("Kvitteringen er noteret.")),
    "reopen": DutyAct(ReopenForm, _reopen, gettext_noop("Underretningen er åben igen.")),
}


def form_of(name: str, duty: Duty, data: Any = None) -> ActForm:
    """The form of an act with the choices that depend on the notification."""
    form = ACTS[name].form(name, None, data)
    if isinstance(form, HandForm):
        staff = [one for one in dialogue.on_duty_staff(concern=duty.told.row, at=duty.at) if one.id != duty.by.id]
        form.fields["to"].choices = fields.colleague_choices(staff)  # type: ignore[attr-defined]
    if isinstance(form, WayForm):
        form.fields["case_number"].choices = [("", _("Vælg sag")), *_running(duty)]  # type: ignore[attr-defined]
    return form


def _running(duty: Duty) -> list[tuple[str, str]]:
    if duty.told.row.citizen_id is None:
        return []
    cases = casework.cases_about(person_ids=[duty.told.row.citizen_id], by=duty.by, at=duty.at)
    return [
        (one.number, f"{one.number} · {say(one.type_version.spec.title_staff)}")
        for one in cases
        if one.closed_at is None
    ]
