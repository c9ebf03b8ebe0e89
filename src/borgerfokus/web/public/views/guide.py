"""The guide: a question at a time, all answers in the address, and at the end where to begin. Nothing is stored."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.guidance import guide as guides
from borgerfokus.core.guidance.guide import Outcome, Question
from borgerfokus.foundation.login.guards import public
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.page import Crumb, Page
from borgerfokus.web.design.views import Action, Alert, CardView, Term
from borgerfokus.web.frame import asked, page, say, show, today
from borgerfokus.web.public import present

_AGAIN = "ret"
"""The question in the address that is asked again."""
_MOST_OFFERS = 6


@public()
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The next question, one asked again, or what fits the answers."""
    known = guidance.guide_in_use()
    answers = known.clean({key: value for key, value in request.GET.items() if isinstance(value, str)})
    again = next((one for one in known.asked(answers) if one.key == request.GET.get(_AGAIN)), None)
    question = again or known.next(answers)
    if question is None:
        return _result(request, known, answers)
    before = {key: value for key, value in answers.items() if key != question.key}
    return show(
        request,
        "public/guide.html",
        page=_framed(request, _("Find vej til hjælp")),
        field=_field(question, answers.get(question.key, "")),
        hidden=tuple(before.items()),
        answered=_answered(known, {key: answers[key] for key in before}),
        back=_back(known, answers, question),
        number=[one.key for one in known.asked(answers)].index(question.key) + 1,
    )


def _result(request: HttpRequest, known: guides.Guide, answers: Mapping[str, str]) -> HttpResponse:
    outcome = known.outcome(answers)
    return show(
        request,
        "public/guide_result.html",
        page=_framed(request, _("Her kan du begynde")),
        answered=_answered(known, answers),
        urgent=_urgent() if outcome.urgent else None,
        concern=outcome.concern,
        oneself=[say(text) for text in outcome.oneself],
        offers=present.offer_cards(_open(request, outcome)[:_MOST_OFFERS]),
        associations=[say(text) for text in outcome.associations],
        help=_help(request, outcome, answers),
        again=reverse("public:guide"),
        back=_back(known, answers, None),
    )


def _urgent() -> Alert:
    text = _("Ring 112. Du kan også ringe til kommunens sociale døgnvagt. Numrene står nederst på siden.")
    return Alert("warning", text, heading=_("Er du i fare nu?"))


def _help(request: HttpRequest, outcome: Outcome, answers: Mapping[str, str]) -> tuple[CardView, ...]:
    """The help that can be asked for; the way to the form carries the answers along, for whoever is not at work."""
    versions = {version.key: version for version in casework.newest_in_force(on=today(request))}
    specs = [versions[key].spec for key in outcome.ask if key in versions]
    return tuple(
        CardView(say(one.title_citizen), say(one.short), _way(request, one.key, answers)) for one in specs
    )


def _way(request: HttpRequest, key: str, answers: Mapping[str, str]) -> str:
    if asked(request).actor.is_employee:
        return reverse("public:help", args=[key])
    return f"{reverse('citizen:request', args=[key])}?{urlencode({'guide': urlencode(answers)})}"


def _open(request: HttpRequest, outcome: Outcome) -> list[offers.Offer]:
    """The open offers that fit, the lowest step first."""
    day = today(request)
    ladder = offers.ladder(on=day)
    found = [
        one
        for one in offers.catalogue(on=day, public=True)
        if one.without_case and outcome.fits(themes=frozenset(one.themes), kind=one.kind)
    ]
    return sorted(found, key=lambda one: (ladder.place(one.level), one.title))


def _answered(known: guides.Guide, answers: Mapping[str, str]) -> tuple[Term, ...]:
    """What was answered, each with a way to answer again."""
    found = []
    for question in known.questions:
        option = question.option(answers.get(question.key, ""))
        if option:
            change = Action(_("Ret"), _address(answers, again=question.key), "link", context=say(question.text))
            found.append(Term(say(question.text), say(option.text), action=change))
    return tuple(found)


def _back(known: guides.Guide, answers: Mapping[str, str], question: Question | None) -> str:
    """The question before; "" at the first."""
    earlier = [one.key for one in known.asked(answers)]
    place = earlier.index(question.key) if question else len(earlier)
    return _address(answers, again=earlier[place - 1]) if place else ""


def _address(answers: Mapping[str, str], *, again: str) -> str:
    return f"{reverse('public:guide')}?{urlencode({**answers, _AGAIN: again})}"


def _field(question: Question, chosen: str) -> FieldView:
    return FieldView(
        control="radio",
        name=question.key,
        id=question.key,
        label=say(question.text),
        hint=say(question.help),
        required=True,
        options=tuple(Option(one.key, say(one.text), checked=one.key == chosen) for one in question.options),
    )


def _framed(request: HttpRequest, title: str) -> Page:
    crumbs = [Crumb(_("Find hjælp"), reverse("public:front")), Crumb(_("Guide"))]
    return page(request, title=title, place="public", current="public:guide", crumbs=crumbs)
