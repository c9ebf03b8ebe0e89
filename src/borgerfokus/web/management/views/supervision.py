"""Leaders' supervision: the campaigns, a new one, and one from its plan to its end."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.page import Crumb, Page
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Item, Row
from borgerfokus.web.frame import asked, page, say, show, today, told
from borgerfokus.web.management import campaignpage, following
from borgerfokus.web.management.supervising import CampaignForm, first
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import picture
from borgerfokus.web.present import supervision as words
from borgerfokus.web.present.sheets import csv_answer

LEADS = staff_only(purpose=Purpose.SUPERVISION, verb=Verb.SUPERVISION_LEAD)
REVIEWS = staff_only(purpose=Purpose.SUPERVISION, verb=Verb.SUPERVISION_REVIEW)
_QUARTER, _WEEKS, _SIZE = 91, 4, 20


@REVIEWS
@require_http_methods(["GET", "POST"])
def campaigns(request: HttpRequest) -> HttpResponse:
    """What the reader is to review and to follow up, and the campaigns that it leads. POST: a follow-up is ended."""
    by, at = asked(request).actor, asked(request).moment
    if request.method == "POST":
        return following.post(request, back=reverse("management:supervision"))
    mine = supervision.to_review(by=by, at=at)
    led = list(supervision.led_by(by)[:50])
    progress = supervision.progress(led)
    return show(
        request,
        "management/supervision.html",
        page=_page(request, _("Ledelsestilsyn")),
        note=_("Stikprøver af sager, som ingen selv har valgt"),
        actions=_new(request),
        mine=tuple(_to_review(one, request) for one in mine),
        follow_ups=following.items(supervision.follow_ups_for(by=by), request),
        leads=by.can(Verb.SUPERVISION_LEAD),
        columns=(
            Column(_("Kampagne")),
            Column(_("Sager afgjort")),
            Column(_("Tilstand")),
            Column(_("Gennemgået"), numeric=True),
            Column(_("Besvaret"), numeric=True),
        ),
        rows=tuple(_row(one, progress[one.pk], today(request)) for one in led),
    )


@LEADS
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Plan a campaign."""
    form = _form(request, initial=_suggested(today(request)))
    if request.method == "POST" and form.is_valid():
        made = supervision.make(new=form.new, by=asked(request).actor, at=asked(request).moment)
        if isinstance(made, supervision.Campaign):
            told(request, None, _("Kampagnen er planlagt. Se udvalget igennem, før du trækker sagerne."))
            return redirect("management:campaign", made.pk)
        form.add_error(None, say(made.text))
    return _form_page(request, form, _("Ny kampagne"), reverse("management:supervision"))


@LEADS
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Change a campaign that is not drawn yet."""
    by, at = asked(request).actor, asked(request).moment
    campaign = supervision.find_led(campaign_id=campaign_id, by=by)
    form = _form(request, initial=first(campaign, supervision.reviewers_of(campaign)))
    back = reverse("management:campaign", args=[campaign.pk])
    status = 200
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        refused = supervision.change(campaign_id=campaign.pk, version=version, new=form.new, by=by, at=at)
        if refused is None:
            told(request, None, _("Kampagnen er ændret."))
            return redirect(back)
        form.add_error(None, say(refused.text))
        status = 409 if refused.code == "edit.conflict" else 422
    return _form_page(request, form, campaign.title, back, status=status)


@LEADS
@require_http_methods(["GET", "POST"])
def campaign(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """One campaign: its plan, its cases, how far they are, and what can be done now."""
    found = supervision.find_led(campaign_id=campaign_id, by=asked(request).actor)
    if request.method == "POST":
        return _act(request, found)
    return campaignpage.show_campaign(request, found)


@LEADS
@require_safe
def drawn_from(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """The cases that were drawn from, each with its group, its key, and whether it was drawn: to repeat the draw."""
    found = supervision.find_led(campaign_id=campaign_id, by=asked(request).actor)
    return csv_answer(
        name=f"udtraek-{found.pk}",
        columns=(_("Sag"), _("Gruppe"), _("Nøgle (SHA-256)"), _("Trukket")),
        rows=campaignpage.drawn_rows(found),
    )


_Run = Callable[[HttpRequest, supervision.Campaign], Refusal | None]


def _simple(verb: Callable[..., Refusal | None]) -> _Run:
    def run(request: HttpRequest, found: supervision.Campaign) -> Refusal | None:
        return verb(campaign_id=found.pk, by=asked(request).actor, at=asked(request).moment)

    return run


def _cancel(request: HttpRequest, found: supervision.Campaign) -> Refusal | None:
    why = request.POST.get("why", "")
    return supervision.cancel(campaign_id=found.pk, why=why, by=asked(request).actor, at=asked(request).moment)


def _close(request: HttpRequest, found: supervision.Campaign) -> Refusal | None:
    learning = request.POST.get("learning", "")
    return supervision.close(campaign_id=found.pk, learning=learning, by=asked(request).actor, at=asked(request).moment)


def _learn(request: HttpRequest, found: supervision.Campaign) -> Refusal | None:
    text = request.POST.get("learning", "")
    return supervision.learn(campaign_id=found.pk, text=text, by=asked(request).actor, at=asked(request).moment)


def _extend(request: HttpRequest, found: supervision.Campaign) -> Refusal | None:
    until = following.day(request, "until") or date.min
    return supervision.extend(campaign_id=found.pk, until=until, by=asked(request).actor, at=asked(request).moment)


def _swap(request: HttpRequest, _found: supervision.Campaign) -> Refusal | None:
    to = posted(request, "to") or None
    return supervision.swap(
        sampled_id=posted(request, "sampled") or 0,
        to=to,
        why=request.POST.get("why", ""),
        by=asked(request).actor,
        at=asked(request).moment,
    )


_ACTS: Mapping[str, tuple[_Run, str]] = {
    "draw": (_simple(supervision.draw), "drawn"),
    "undo": (_simple(supervision.undo_draw), "undone"),
    "begin": (_simple(supervision.begin), "begun"),
    "cancel": (_cancel, "cancelled"),
    "close": (_close, "closed"),
    "learn": (_learn, "learnt"),
    "extend": (_extend, "extended"),
    "swap": (_swap, "swapped"),
    "follow-up": (following.give, "given"),
}


def _act(request: HttpRequest, found: supervision.Campaign) -> HttpResponse:
    name = str(request.POST.get("act", ""))
    back = reverse("management:campaign", args=[found.pk])
    if name in following.ACTS:
        return following.post(request, back=back)
    if name not in _ACTS:
        raise Hidden(f"act {name}")
    run, done = _ACTS[name]
    told(request, run(request, found), _done(done))
    return redirect(back)


def _done(key: str) -> str:
    return {
        "drawn": _("Sagerne er trukket. Ingen kan se dem, før du lader gennemgangen begynde."),
        "undone": _("Trækningen er taget tilbage. Trækkes den samme liste igen, bliver det de samme sager."),
        "begun": _("Gennemgangen er begyndt. De, der gennemgår, kan se deres sager fra nu af."),
        "cancelled": _("Kampagnen er afbrudt, og adgangen til sagerne er slut."),
        "closed": _("Kampagnen er afsluttet. Resultatet står fast."),
        "learnt": _("Det, I har lært, er gemt."),
        "extended": _("Den sidste dag er flyttet."),
        "swapped": _("Sagen er givet videre."),
        "given": _("Opfølgningen er givet."),
    }[key]


def _page(request: HttpRequest, title: str, *, crumbs: tuple[Crumb, ...] = ()) -> Page:
    return page(request, title=title, place="management", current="management:supervision", crumbs=crumbs)


def _new(request: HttpRequest) -> tuple[Action, ...]:
    kodeks = Action(_("Kodeks"), reverse("management:kodeks"))
    if not asked(request).actor.can(Verb.SUPERVISION_LEAD):
        return ()
    return (kodeks, Action(_("Ny kampagne"), reverse("management:campaign-new"), "primary", icon="plus"))


def _to_review(one: supervision.SampledCase, request: HttpRequest) -> Item:
    due = picture.due(one.campaign.review_until, on=today(request), soon=picture.soon_until(today(request)))
    return Item(
        title=f"{one.case.number} {say(one.case.type_version.spec.title_staff)}",
        text=one.campaign.title,
        href=reverse("management:review", args=[one.pk]),
        icon="check" if one.done_at else "checklist",
        chip=Chip(_("Gennemgået"), "ok") if one.done_at else words.review_chip(one.state),
        due=None if one.done_at else due,
    )


def _row(one: supervision.Campaign, progress: supervision.Progress, day: date) -> Row:
    chip = Chip(_("Tiden er gået"), "over") if supervision.is_over(one, today=day) else words.state_chip(one.state)
    return Row(
        cells=(
            Cell(one.title, href=reverse("management:campaign", args=[one.pk])),
            words.period(one),
            chip,
            f"{progress.reviewed}/{progress.drawn}",
            f"{progress.answered}/{progress.drawn}",
        )
    )


def _suggested(day: date) -> dict[str, object]:
    return {
        "starts": day - timedelta(days=_QUARTER),
        "last": day,
        "size": _SIZE,
        "divided_by": [supervision.Dimension.UNIT_AND_TYPE.value],
        "review_until": day + timedelta(weeks=_WEEKS),
    }


def _form(request: HttpRequest, *, initial: dict[str, object]) -> CampaignForm:
    by, day = asked(request).actor, today(request)
    units = [(str(unit.pk), unit.name) for unit in organisation.units(on=day).filter(pk__in=by.led)]
    types = [(one.key, say(one.spec.title_staff)) for one in casework.newest_in_force(on=day)]
    people = [(str(one.id), f"{one.name}, {one.unit}") for one in supervision.candidates(by=by, on=day)]
    data = request.POST if request.method == "POST" else None
    return CampaignForm(data, types=types, units=units, reviewers=people, initial=initial)


def _form_page(request: HttpRequest, form: CampaignForm, title: str, back: str, *, status: int = 200) -> HttpResponse:
    crumbs = (Crumb(_("Ledelsestilsyn"), reverse("management:supervision")), Crumb(title))
    return show(
        request,
        "management/campaign_form.html",
        page=_page(request, title, crumbs=crumbs),
        status=422 if form.is_bound and status == 200 else status,
        form=form,
        back=back,
        here=request.path,
    )
