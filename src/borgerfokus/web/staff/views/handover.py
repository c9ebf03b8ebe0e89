"""A handover as a talk: what the next one must know, what goes along, the talk, and the person who takes the case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Handover
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.deadline import DeadlineStatus
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Chip, Item, Term
from borgerfokus.web.frame import Place, on_day, say
from borgerfokus.web.present import picture
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import casepage, fields, keys
from borgerfokus.web.staff import joint as deeds
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.joint import Deed, DeedForm, Forms
from borgerfokus.web.staff.views import parts

_YES, _NO = "yes", "no"


@dataclass(frozen=True)
class HandoverPlace(Place):
    """The case and its open offer. `gives` and `takes` say on which side the reader stands."""

    opened: OpenedCase
    row: Handover

    @property
    def gives(self) -> bool:
        """Whether the reader works on the case where it lies."""
        return self.opened.may(Verb.HANDOVER_OFFER)

    @property
    def takes(self) -> bool:
        """Whether the reader may take it."""
        return self.opened.may(Verb.HANDOVER_ANSWER)


class TalkForm(DeedForm):
    """The talk: when, who, what was said, and whether the citizen was asked along."""

    submit = __("Gem samtalen")
    on = fields.day(__("Hvornår talte I sammen?"))
    with_whom = fields.line(__("Hvem var med?"), longest=300)
    summary = fields.area(__("Hvad talte I om?"), rows=4, hint=__("Hvad haster, hvad er lovet, hvad skal med"))
    invited = fields.radio(
        __("Var borgeren inviteret?"), ((_YES, __("Ja")), (_NO, __("Nej"))), hint=__("Borgeren kan læse svaret")
    )
    why_not = fields.area(__("Hvis nej: hvorfor ikke?"), rows=2, required=False)


class AcceptForm(DeedForm):
    """Taking the case, with a reason when there was no talk."""

    submit = __("Tag imod sagen, og bliv sagsbehandler")
    no_talk_why = fields.area(__("Har I ikke talt sammen: hvorfor?"), rows=2, required=False)

    def prepare(self) -> None:
        """After a talk nothing is asked."""
        if self.place.row.talk_on is not None:
            del self.fields["no_talk_why"]


def _talk(place: HandoverPlace, said: dict[str, Any]) -> Refusal | None:
    talk = casework.Talk(
        on=said["on"],
        with_whom=said["with_whom"],
        summary=said["summary"],
        citizen_invited=said["invited"] == _YES,
        why_not=said["why_not"],
    )
    return casework.talk_about_handover(handover_id=place.row.pk, talk=talk, by=place.by, at=place.at)


def _accept(place: HandoverPlace, said: dict[str, Any]) -> Refusal | HttpResponse:
    if not place.takes:
        raise Hidden("handover")
    refusal = casework.accept_handover(
        handover_id=place.row.pk, by=place.by, at=place.at, no_talk_why=said.get("no_talk_why", "")
    )
    if refusal is not None:
        return refusal
    frame.told(place.request, None, _("Sagen er jeres, og du er sagsbehandler."))
    return HttpResponseRedirect(reverse("staff:case", args=[place.opened.case.number]))


DEEDS = {
    "talk": Deed(TalkForm, _talk, gettext_noop("Samtalen er gemt.")),
    "accept": Deed(AcceptForm, _accept),
}


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: the handover. POST: tell of the talk, or take the case. Raises Hidden when the case is not offered."""
    opened = casepage.open_case(request, number, with_work=True)
    row = opened.work.handover
    if row is None:
        raise Hidden(f"no handover of {number}")
    place = HandoverPlace(request=request, opened=opened, row=row)
    if not (place.gives or place.takes):
        raise Hidden(f"handover of {number}")
    return deeds.post(place, DEEDS, _page) if request.method == "POST" else _page(place, {})


def _page(place: HandoverPlace, given: Mapping[str, DeedForm], *, status: int = 200) -> HttpResponse:
    opened, row, forms = place.opened, place.row, Forms(place, DEEDS, given)
    title = _("Overlevering til %(unit)s") % {"unit": row.to_unit.name}
    return frame.show(
        place.request,
        "staff/handover.html",
        page=frame.page(
            place.request,
            title=title,
            place="staff",
            current="staff:list",
            crumbs=(Crumb(opened.case.number, opened.href("case")), Crumb(_("Overlevering"))),
        ),
        status=status,
        title=title,
        note=f"{opened.card.name} · {opened.case.number}",
        terms=_terms(place),
        must_know=paragraphs(row.must_know),
        promised=paragraphs(row.promised),
        talk=_told(row),
        goes_along=_goes_along(opened),
        forms={
            "talk": forms.get("talk", on=opened.today),
            "accept": forms.get("accept") if place.takes else None,
        },
        here=place.request.path,
        hints=keys.everywhere(),
    )


def _terms(place: HandoverPlace) -> tuple[Term, ...]:
    row, case = place.row, place.opened.case
    owner = case.caseworker.name if case.caseworker else case.unit.name
    named = organisation.colleagues([row.to_employee_id]) if row.to_employee_id else {}
    meant = named[row.to_employee_id].name if row.to_employee_id in named else _("enheden bestemmer")
    return (
        Term(_("Fra"), row.from_unit.name),
        Term(_("Til"), row.to_unit.name, sub=_("tiltænkt: %(name)s") % {"name": meant}),
        Term(_("Tilbudt"), on_day(row.offered_at)),
        Term(_("Sagen ejes stadig af"), owner, sub=_("til en person har taget imod den")),
    )


def _told(row: Handover) -> tuple[Term, ...]:
    if row.talk_on is None:
        return ()
    citizen = _("Ja") if row.citizen_invited else _("Nej: %(why)s") % {"why": row.citizen_why_not}
    return (
        Term(_("Talt sammen"), on_day(row.talk_on)),
        Term(_("Med"), row.talk_with),
        Term(_("Om"), row.talk_summary),
        Term(_("Borgeren var inviteret"), citizen),
    )


def _goes_along(opened: OpenedCase) -> tuple[Item, ...]:
    """The checklist from the data: what is open and goes along to the next one."""
    soon, spec = picture.soon_until(opened.today), opened.case.type_version.spec
    tasks = [
        Item(
            title=_("Opgave: %(title)s") % {"title": task.title},
            text=parts.owner(task),
            icon="checklist",
            due=picture.due(task.due, on=opened.today, soon=soon),
        )
        for task in opened.work.tasks
    ]
    missing = [
        Item(title=_("Mangler: %(fact)s") % {"fact": say(spec.fact(one.key).title)}, text=one.key, icon="help")
        for one in opened.recorded.result.rows
        if one not in opened.recorded.result.met
    ]
    dates = [
        Item(
            title=_("Frist: %(title)s") % {"title": say(one.title)},
            text=say(one.reference),
            icon="time",
            due=picture.due(one.due, on=opened.today, soon=soon),
        )
        for one in opened.drawn.deadlines
        if one.is_open and one.due is not None and one.status is not DeadlineStatus.LAPSED
    ]
    questions = [
        Item(
            title=_("Spurgt: %(unit)s") % {"unit": one.unit.name},
            text=_("svar senest %(day)s") % {"day": short_date(one.due)},
            icon="forum",
            chip=Chip(_("venter"), "warn"),
        )
        for one in opened.work.consultations
        if one.answered_at is None
    ]
    return (*dates, *tasks, *missing, *questions)
