"""Decisions of a case: hearing, the decisions with their letters, appeal and reassessment."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.service import DecisionState, DecisionView, HearingView
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.next_act import AppealStatus
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import day_of
from borgerfokus.core.words import period_words
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Action, Chip, Term
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.staff import casepage, doing
from borgerfokus.web.staff.acts import deciding
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf
from borgerfokus.web.staff.views import appeals
from borgerfokus.web.staff.views.parts import Told

_MAY_HEAR = frozenset({Phase.INFORMATION, Phase.ASSESSMENT, Phase.DECISION})
_MAY_BEGIN = frozenset({Phase.ASSESSMENT, Phase.DECISION})
_BEING_WRITTEN = frozenset(
    {DecisionState.DRAFT, DecisionState.TO_APPROVE, DecisionState.RETURNED, DecisionState.APPROVED}
)


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE, fresh_acts="hearing")
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: hearing, decisions, appeals. POST: one of their acts."""
    opened = casepage.open_case(request, number)
    if request.method == "POST":
        return doing.post(request, opened, deciding.ACTS, page)
    return page(opened, {})


def page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    """The tab, with the forms that make sense where the case stands."""
    standing = decisions.standing_of(case=opened.case, at=opened.at)
    hearings = decisions.hearings_of(case_id=opened.case.pk, by=opened.by, at=opened.at)
    made = decisions.decisions_of(case_id=opened.case.pk, by=opened.by, at=opened.at)
    return casepage.show(
        opened,
        "decisions",
        "staff/decisions.html",
        status=status,
        stick=False,
        hearing_state=Chip(say(standing.hearing.label), "ok" if standing.hearing.lets_decide else "warn"),
        hearings=tuple(_hearing(opened, one) for one in hearings),
        made=tuple(_decision(opened, one) for one in made),
        appeals=tuple(appeals.told(opened, one) for view in made for one in view.appeals),
        forms=_forms(opened, given, standing, hearings, made),
        lessons=decisions.lessons_of_type(type_key=opened.case.type_key, by=opened.by, at=opened.at),
        open_fold=str(opened.request.GET.get("vis", "")),
    )


def _forms(
    opened: OpenedCase,
    given: Mapping[str, ActForm],
    standing: decisions.Standing,
    hearings: Sequence[HearingView],
    made: Sequence[DecisionView],
) -> dict[str, ActForm | None]:
    forms = FormsOf(opened, deciding.ACTS, given)
    phase, decided = opened.drawn.state.phase, opened.drawn.state.decided is not None
    out = next((one for one in hearings if one.may_answer), None)
    written = any(one.state in _BEING_WRITTEN for one in made)
    in_force = next((one for one in made if one.state is DecisionState.ISSUED), None)
    hears = phase in _MAY_HEAR and not decided and out is None
    begins = phase in _MAY_BEGIN and not decided and not written
    answers = standing.appeal is AppealStatus.REGISTERED and standing.appeal_id is not None
    may_be_appealed = in_force is not None and standing.appeal is AppealStatus.NONE and not in_force.appeals
    shown: dict[str, ActForm | None] = {name: given.get(name) for name in deciding.ACTS}
    owed = deciding.owed(opened)
    if hears:
        shown["hearing"] = forms.get("hearing", facts=owed, text=deciding.proposed_text(opened), language="da")
        shown["exempt"] = forms.get("exempt")
    if out is not None:
        shown["answer"] = forms.get("answer", hearing=out.id)
    if begins:
        shown["begin"] = forms.get("begin", language="da")
    if answers:
        shown["reassess"] = forms.get("reassess", appeal=standing.appeal_id)
    if out is not None and out.more_time is not None and out.more_time.given is None:
        shown["more-time"] = forms.get("more-time", hearing=out.id, answer="yes", until=out.more_time.until)
    if lesson := _lesson(made):
        shown["lesson"] = forms.get("lesson", appeal=lesson)
    if forwarded := _forwarded(made):
        shown["board"] = forms.get("board", appeal=forwarded, decided_on=opened.today)
    if may_be_appealed and in_force is not None:
        shown["appeal"] = forms.get("appeal", decision=in_force.id, received_on=opened.today)
    return shown


def _forwarded(made: Sequence[DecisionView]) -> int | None:
    """The appeal whose answer is awaited."""
    every = (appeal for view in made for appeal in view.appeals)
    return next((one.id for one in every if one.state == "forwarded" and one.board is None), None)


def _more_time(one: HearingView) -> tuple[Term, ...]:
    """The wish for more time, and what came of it."""
    wish = one.more_time
    if wish is None:
        return ()
    came = {None: _("ikke besvaret endnu"), True: _("givet"), False: _("afslået: %(why)s") % {"why": wish.refused_why}}
    asked = _("Til den %(day)s. %(why)s") % {"day": on_day(wish.until), "why": wish.why}
    return (Term(_("Bedt om mere tid"), asked.strip(), sub=came[wish.given]),)


def _lesson(made: Sequence[DecisionView]) -> int | None:
    """The appeal whose lesson is not followed up yet."""
    every = (appeal for view in made for appeal in view.appeals if appeal.board is not None)
    return next(
        (
            one.id
            for one in every
            if one.board and one.board.learning_owner and one.board.learning_done_at is None
        ),
        None,
    )


def _hearing(opened: OpenedCase, one: HearingView) -> Told:
    if one.exemption is not None:
        return Told(
            id=one.id,
            title=_("Partshøring undladt"),
            chip=Chip(say(one.exemption.label), "line"),
            paragraphs=paragraphs(one.exempted_why),
            terms=(),
            law=one.exemption.article.capitalize(),
        )
    answered = bool(one.answered_at)
    chip = Chip(_("Svar modtaget"), "ok") if answered else Chip(_("Venter på svar"), "sun")
    if one.stage == "failed":
        chip = Chip(_("Brevet kom ikke frem"), "bad")
    terms = (
        Term(_("Sendt"), on_day(day_of(one.sent_at)) if one.sent_at else ""),
        Term(_("Svar senest"), on_day(one.due) if one.due else ""),
        Term(_("Spurgt om"), ", ".join(f"{fact.title} ({fact.key})" for fact in one.facts) or _("Sagen i det hele")),
        *(Term(point.key, point.text) for point in one.points),
        *_more_time(one),
    )
    links = []
    if one.entry_id:
        links.append(Action(_("Se brevet"), opened.href("journal", f"entry-{one.entry_id}"), "link"))
    if one.answer_entry_id:
        links.append(Action(_("Se svaret"), opened.href("journal", f"entry-{one.answer_entry_id}"), "link"))
    return Told(
        id=one.id,
        title=_("Partshøring"),
        chip=chip,
        paragraphs=paragraphs(one.text),
        terms=terms,
        law=_("Forvaltningsloven § 19"),
        actions=tuple(links),
    )


def _decision(opened: OpenedCase, one: DecisionView) -> Told:
    terms = [
        Term(_("Søgt om"), one.applied_for or "–"),
        Term(_("Bevilget"), one.granted or "–"),
        Term(_("Periode"), say(period_words(one.period)) if one.period else "–"),
        Term(_("Skrevet af"), one.drafted_by, sub=_("rettet %(day)s") % {"day": on_day(day_of(one.edited_at))}),
    ]
    if one.approver:
        terms.append(Term(_("Anden læser"), one.approver))
    if one.issued_at:
        terms.append(Term(_("Sendt"), on_day(day_of(one.issued_at)), sub=_letter(one)))
    if one.appeal_until:
        terms.append(Term(_("Kan påklages til og med"), on_day(one.appeal_until)))
    return Told(
        id=one.id,
        title=_("Afgørelse %(number)s: %(outcome)s")
        % {"number": one.number, "outcome": say(one.outcome.label).lower()},
        chip=state_chip(one),
        paragraphs=paragraphs(one.returned_reason) if one.state is DecisionState.RETURNED else (),
        terms=tuple(terms),
        law=_("Forvaltningsloven §§ 22 til 25"),
        actions=_decision_actions(opened, one),
    )


def _letter(one: DecisionView) -> str:
    if one.letter == "received" and one.received_on:
        return _("kom frem %(day)s") % {"day": on_day(one.received_on)}
    return {"under_way": _("brevet er på vej"), "failed": _("brevet kom ikke frem")}.get(one.letter, "")


def _decision_actions(opened: OpenedCase, one: DecisionView) -> tuple[Action, ...]:
    here = reverse("staff:decision", args=[opened.case.number, one.id])
    if one.state in _BEING_WRITTEN:
        return (Action(_("Åbn afgørelsen"), here, "primary"),)
    found = [Action(_("Se afgørelsen"), here, "secondary")]
    if one.file_id:
        found.append(
            Action(_("Brevet som PDF"), reverse("staff:document", args=[opened.case.number, one.file_id]), "link")
        )
    if one.letter == "failed" and opened.may(Verb.DECISION_ISSUE):
        tab, which = opened.href("decisions"), ("decision", str(one.id))
        found.append(Action(_("Send på papir"), tab, "primary", "post", fields=(("act", "letter-paper"), which)))
        found.append(
            Action(_("Givet til borgeren i dag"), tab, method="post", fields=(("act", "letter-handed"), which))
        )
    return tuple(found)


def state_chip(one: DecisionView) -> Chip:
    """How far a decision is."""
    return {
        DecisionState.DRAFT: Chip(_("Kladde"), "warn", "edit"),
        DecisionState.TO_APPROVE: Chip(_("Venter på godkendelse"), "warn"),
        DecisionState.RETURNED: Chip(_("Sendt tilbage"), "bad", "reply"),
        DecisionState.APPROVED: Chip(_("Godkendt, ikke sendt"), "fjord"),
        DecisionState.ISSUED: Chip(_("Gælder"), "ok"),
        DecisionState.REPLACED: Chip(_("Afløst af en nyere"), "line"),
    }[one.state]
