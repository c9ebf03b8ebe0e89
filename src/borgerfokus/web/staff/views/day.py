"""My day: figures, dates, appointments, tasks, what came in, and saved lists."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case, Day, Filters, Task, Totals
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core import words
from borgerfokus.core.access import Verb
from borgerfokus.core.concerns import Light
from borgerfokus.core.dates import COPENHAGEN, calendar_for
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web import frame
from borgerfokus.web.design.views import Action, Alert, Chip, Item, Kpi, StateView, WeekEntry
from borgerfokus.web.frame import say
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import picture
from borgerfokus.web.present.words import capital, days
from borgerfokus.web.staff import agenda, caserows, keys, listing, news
from borgerfokus.web.staff.agenda import Stretch
from borgerfokus.web.staff.views.worklist import saved_views

_ROWS = 12
_ELSEWHERE = (
    (Verb.CASE_OPEN, "staff:new"),
    (Verb.FIGURES_SEE, "management:indicators"),
    (Verb.LOOKUPS_REVIEW, "management:lookups"),
    (Verb.CONFIGURATION_CHECK, "admin:start"),
)
"""Where the work of a role without cases begins."""
_NEWS_DAYS = 7


@staff_only(purpose=Purpose.CASEWORK)
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """My day; whoever sees no cases is led to where the own work begins."""
    asked, day = frame.asked(request), caserows.day_of(request)
    if not asked.actor.can(Verb.CASE_SEE):
        return HttpResponseRedirect(reverse(_elsewhere(request)))
    mine = Filters(caseworker=asked.actor.id)
    totals = casework.totals(by=asked.actor, filters=mine, day=day)
    found = casework.work_list(by=asked.actor, filters=mine, day=day, size=_ROWS)
    tasks = casework.tasks_of(by=asked.actor, at=asked.moment, done_since=_midnight(asked.moment))
    arrived = news.gather(by=asked.actor, at=asked.moment, since=asked.moment - timedelta(days=_NEWS_DAYS))
    mentioned = [*found.cases, *(task.case for task in tasks)]
    cards = news.cards(arrived, {case.citizen_id: case.pk for case in mentioned})
    items = news.items(arrived, cards, today=day.today)
    return frame.show(
        request,
        "staff/day.html",
        page=frame.page(request, title=_("Min dag"), place="staff", current="staff:day"),
        date=_date(day),
        actions=_actions(request),
        urgent=_urgent(request),
        kpis=_kpis(totals, found.cases, news.since(arrived, _last_working_day(day)), day),
        columns=caserows.columns(),
        rows=tuple(
            caserows.row(case, cards.get(case.citizen_id), day=day, reader=asked.actor.id) for case in found.cases
        ),
        all_mine=Action(
            _("Alle %(n)s sager") % {"n": totals.count}, listing.address(f"sagsbehandler={listing.MINE}"), "link"
        ),
        today=_agenda(request, day),
        week=Action(_("Uge %(n)s") % {"n": day.today.isocalendar().week}, reverse("staff:calendar"), "link"),
        tasks=tuple(_task(task, cards, day) for task in tasks),
        tasks_done=_("%(done)s af %(all)s løst i dag")
        % {"done": sum(task.done_at is not None for task in tasks), "all": len(tasks)},
        news=items[:8],
        inbox=Action(_("Hele indbakken (%(n)s)") % {"n": len(items)}, reverse("staff:inbox"), "link"),
        views=saved_views(request),
        empty=_empty(request),
        hints=keys.of_day(),
    )


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.TASK_EDIT)
@require_POST
def tick(request: HttpRequest) -> HttpResponse:
    """Tick a task off, or take the tick back."""
    asked = frame.asked(request)
    task_id = posted(request, "task") or 0
    if request.POST.get("undo"):
        casework.undo(task_id=task_id, by=asked.actor, at=asked.moment)
        messages.success(request, _("Opgaven er åben igen."))
    else:
        casework.complete(task_id=task_id, by=asked.actor, at=asked.moment)
        messages.success(request, _("Opgaven er løst. Du kan fortryde det i listen."))
    return HttpResponseRedirect(f"{reverse('staff:day')}#tasks")


def _date(day: Day) -> str:
    text = say(words.weekday_and_date(day.today))
    return f"{capital(text)} · {say(words.week(day.today))}"


def _elsewhere(request: HttpRequest) -> str:
    """Where the work of somebody begins who sees no cases: at orders and questions, or the users that one keeps."""
    asked = frame.asked(request)
    orders = interventions.orders_to(asked.actor, at=asked.moment)
    if orders.exists() or casework.consultations_to(by=asked.actor, at=asked.moment):
        return "partner:orders"
    if asked.actor.can(Verb.ORDER_CARRY_OUT) and asked.actor.can(Verb.PARTNER_USERS_EDIT):
        return "partner:users"
    return next((name for verb, name in _ELSEWHERE if asked.actor.can(verb)), "staff:organisation")


def _actions(request: HttpRequest) -> tuple[Action, ...]:
    actor = frame.asked(request).actor
    if not actor.can(Verb.CASE_OPEN):
        return ()
    return (Action(_("Ny sag"), reverse("staff:new"), icon="plus", key="c"),)


def _urgent(request: HttpRequest) -> Alert | None:
    """What the duty must not overlook: notifications of concern that nobody has assessed."""
    asked = frame.asked(request)
    waiting, colour = dialogue.urgent_concerns(by=asked.actor, at=asked.moment)
    if not waiting:
        return _log_control(request)
    text = ngettext("%(n)s underretning skal vurderes", "%(n)s underretninger skal vurderes", waiting) % {"n": waiting}
    over = {Light.OVER: _("Fristen er gået for mindst én."), Light.RED: _("Fristen er meget tæt på.")}
    actions = (Action(_("Gå til vagten"), reverse("staff:duty"), "primary"),)
    return Alert("error" if colour in over else "warning", over.get(colour, _("Ældste først.")), text, actions)


def _log_control(request: HttpRequest) -> Alert | None:
    """Own look-ups that somebody is asked to explain, or look-ups of others to review."""
    mine, others = logcontrol.in_hand(by=frame.asked(request).actor)
    if mine:
        text = ngettext(
            "Din leder beder dig forklare %(n)s opslag", "Din leder beder dig forklare %(n)s opslag", mine
        ) % {"n": mine}
        return Alert("warning", text, actions=(Action(_("Forklar"), reverse("staff:own-lookups"), "primary"),))
    if not others:
        return None
    text = ngettext("%(n)s opslag skal gennemgås", "%(n)s opslag skal gennemgås", others) % {"n": others}
    return Alert("info", text, actions=(Action(_("Gå til logkontrollen"), reverse("management:control"), "secondary"),))


def _kpis(totals: Totals, cases: Sequence[Case], new: int, day: Day) -> tuple[Kpi, ...]:
    nearest = next((case.next_due for case in cases if case.next_due and case.next_due >= day.today), None)
    mine = f"sagsbehandler={listing.MINE}"
    ahead = (day.soon - day.today).days
    return (
        Kpi(
            _("Over fristen"),
            str(totals.over),
            chip=Chip(_("handl i dag"), "over") if totals.over else Chip(_("ingen"), "ok"),
            href=listing.address(f"{mine}&frist=over"),
        ),
        Kpi(
            _("Frist inden %(days)s") % {"days": days(ahead)},
            str(totals.soon),
            chip=Chip(_("nærmeste: %(day)s") % {"day": say(words.WEEKDAYS[nearest.weekday()])}, "warn")
            if totals.soon and nearest
            else None,
            href=listing.address(f"{mine}&frist=soon"),
        ),
        Kpi(
            _("På plan"),
            str(totals.fine),
            chip=Chip(_("af %(n)s sager") % {"n": totals.count}, "ok"),
            href=listing.address(f"{mine}&frist=fine"),
        ),
        Kpi(
            _("Bolden er hos mig"),
            str(totals.us),
            note=_("%(you)s hos borger, %(other)s hos andre") % {"you": totals.you, "other": totals.other},
            href=listing.address(f"{mine}&bold=us"),
        ),
        Kpi(_("Nyt siden sidste arbejdsdag"), str(new), href=reverse("staff:inbox")),
    )


def _agenda(request: HttpRequest, day: Day) -> tuple[WeekEntry, ...] | None:
    """What stands in the own calendar today; None for whoever has no calendar."""
    actor = frame.asked(request).actor
    if not actor.can(Verb.APPOINTMENT_BOOK):
        return None
    return tuple(entry for _starts, entry in agenda.entries(request, Stretch(day.today, 1, actor.id, mine=True)))


def _task(task: Task, cards: dict[int, Card], day: Day) -> Item:
    card = cards.get(task.case.citizen_id)
    done = task.done_at is not None
    fields = (("task", str(task.pk)), *((("undo", "1"),) if done else ()))
    label = _("Fortryd") if done else _("Færdig")
    action = Action(
        label, reverse("staff:tick"), "tertiary" if done else "secondary", "post", context=task.title, fields=fields
    )
    who = card.name if card else task.case.number
    return Item(
        title=task.title,
        text=" · ".join(part for part in (who, task.detail) if part),
        href=_way(task),
        icon="check" if done else "checklist",
        due=None if done else picture.due(task.due, on=day.today, soon=day.soon),
        chip=Chip(_("Løst"), "ok") if done else None,
        actions=(action,),
    )


def _way(task: Task) -> str:
    """Where the task is done: a review is answered on a page of its own, everything else on the case."""
    if task.kind == supervision.ANSWER_TASK and task.done_at is None:
        return reverse("staff:supervision-answer", args=[int(task.reference.partition(":")[2])])
    return reverse("staff:case", args=[task.case.number])


def _last_working_day(day: Day) -> datetime:
    calendar = calendar_for([day.today.year - 1, day.today.year], parameters.parameters())
    return datetime.combine(calendar.previous_working_day(day.today - timedelta(days=1)), time.min, tzinfo=COPENHAGEN)


def _midnight(at: datetime) -> datetime:
    return at.astimezone(COPENHAGEN).replace(hour=0, minute=0, second=0, microsecond=0)


def _empty(request: HttpRequest) -> StateView:
    unit = listing.address(f"sagsbehandler={listing.NOBODY}")
    actions = (Action(_("Se sager uden sagsbehandler"), unit),)
    return StateView(
        kind="empty",
        heading=_("Du har ingen sager"),
        paragraphs=(_("Tag en ny sag fra din enhed, eller vent på, at din leder giver dig en."),),
        actions=actions + _actions(request),
    )
