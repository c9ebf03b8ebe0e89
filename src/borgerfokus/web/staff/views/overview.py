"""The overview of a case: where it stands, tasks, checklist, who takes part, and the other ways on."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.service import Line
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.steps import STEP_TITLES, Step
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.views import Action, Chip, Item
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present import answers, pages, picture
from borgerfokus.web.present import journal as entries
from borgerfokus.web.present.words import capital, short_date
from borgerfokus.web.staff import casepage, doing
from borgerfokus.web.staff import kodeks as keeping
from borgerfokus.web.staff.acts import moving, together
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf
from borgerfokus.web.staff.views import parts

ACTS = {**moving.ACTS, **together.ACTS}
_NEEDED = {
    "pause": Step.SUSPEND,
    "resume": Step.RESUME,
    "extend": Step.EXTEND,
    "close": Step.CLOSE,
    "dismiss": Step.DISMISS,
    "withdraw": Step.WITHDRAW,
    "forward": Step.FORWARD,
    "lapse": Step.LAPSE,
    "reopen": Step.REOPEN,
    "handover": Step.HAND_OVER,
}
"""The step that an act takes: where the lifecycle does not offer it, its form is not shown."""
_WAYS_OUT = ("close", "dismiss", "withdraw", "forward", "lapse", "reopen")


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def case(request: HttpRequest, number: str) -> HttpResponse:
    """GET: the overview. POST: one of its acts."""
    opened = casepage.open_case(request, number, with_work=True)
    if request.method == "POST":
        return doing.post(request, opened, ACTS, page)
    return page(opened, {})


def page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    """The overview, with a form that came back in its place."""
    forms = FormsOf(opened, ACTS, given)
    shown = {name: _form(opened, forms, name) for name in ACTS}
    glance = journal.glance(case=opened.case, verbs=opened.verbs, newest=5)
    return casepage.show(
        opened,
        "case",
        "staff/overview.html",
        status=status,
        kinds=glance.counts,
        forms=shown,
        picture=picture.view(opened.drawn),
        need=entries.paragraphs(opened.case.need),
        sent=answers.of_case(opened.case, by=opened.by, at=opened.at),
        tasks=_tasks(opened),
        checklist=parts.checklist(opened),
        phase=say(opened.case.type_version.spec.phase(opened.drawn.state.phase).title_staff),
        recent=_recent(opened, glance.lines),
        handover=_handover(opened),
        consultations=_consultations(opened),
        steps=_steps(opened),
        kodeks=keeping.lines(opened),
        known=pages.note_items(opened.known),
        ways_out=[(name, _label(name)) for name in _WAYS_OUT if shown[name]],
        open_fold=str(opened.request.GET.get("vis", "")),
    )


def _form(opened: OpenedCase, forms: FormsOf, name: str) -> ActForm | None:
    if name in _NEEDED and _NEEDED[name] not in opened.steps:
        return forms.given.get(name)
    return forms.get(name)


def _label(name: str) -> str:
    return say(STEP_TITLES[_NEEDED[name]])


def _steps(opened: OpenedCase) -> tuple[Action, ...]:
    """The steps that ask for nothing, beside the one on top of the page."""
    if not opened.may(Verb.CASE_STEP):
        return ()
    offered = [step for step in moving.ONE_CLICK if step in opened.steps]
    return tuple(
        Action(
            say(STEP_TITLES[step]), opened.href("case"), method="post", fields=(("act", "step"), ("step", step.value))
        )
        for step in offered
    )


def _tasks(opened: OpenedCase) -> tuple[Item, ...]:
    soon = picture.soon_until(opened.today)
    return tuple(
        Item(
            title=task.title,
            text=" · ".join(part for part in (parts.owner(task), task.detail) if part),
            due=picture.due(task.due, on=opened.today, soon=soon),
            actions=(_done(opened, task.pk, task.title),) if opened.may(Verb.TASK_EDIT) else (),
        )
        for task in opened.work.tasks
    )


def _done(opened: OpenedCase, task_id: int, title: str) -> Action:
    fields = (("act", "task-done"), ("task", str(task_id)))
    return Action(_("Færdig"), opened.href("case"), method="post", icon="check", context=title, fields=fields)


def _recent(opened: OpenedCase, lines: Sequence[Line]) -> tuple[Item, ...]:
    labels = [entries.label(line, reader=entries.Reader.STAFF) for line in lines]
    return tuple(
        Item(
            title=line.title or label,
            text=f"{label} · {line.author_name} · {on_day(line.happened_at)}",
            href=opened.href("journal", f"entry-{line.id}"),
            icon="lock" if line.held else "forum",
        )
        for line, label in zip(lines, labels, strict=True)
    )


def _handover(opened: OpenedCase) -> Item | None:
    offered = opened.work.handover
    if offered is None:
        return None
    fields = (("act", "recall"), ("handover", str(offered.pk)))
    recall = Action(_("Træk tilbuddet tilbage"), opened.href("case"), method="post", fields=fields)
    return Item(
        title=_("Tilbudt %(unit)s") % {"unit": offered.to_unit.name},
        href=opened.href("handover") if opened.may(Verb.HANDOVER_OFFER) or opened.may(Verb.HANDOVER_ANSWER) else "",
        text=_("%(day)s. Sagen er jeres, til den er taget imod.") % {"day": capital(on_day(offered.offered_at))},
        chip=Chip(_("Venter på svar"), "warn"),
        actions=(recall,) if opened.may(Verb.HANDOVER_OFFER) else (),
    )


def _consultations(opened: OpenedCase) -> tuple[Item, ...]:
    rows = opened.work.consultations
    hands = {int(row.answered_by.partition(":")[2]) for row in rows if row.answered_by.startswith("employee:")}
    names = {key: one.name for key, one in organisation.colleagues(hands).items()} if hands else {}
    return tuple(
        Item(
            title=_("%(unit)s: %(question)s") % {"unit": row.unit.name, "question": row.question},
            text=_("%(name)s svarede %(day)s: %(answer)s")
            % {
                "name": names.get(int(row.answered_by.partition(":")[2]), row.unit.name),
                "day": short_date(day_of(row.answered_at)),
                "answer": row.answer,
            }
            if row.answered_at
            else "",
            due=None
            if row.answered_at
            else picture.due(row.due, on=opened.today, soon=picture.soon_until(opened.today)),
        )
        for row in rows
    )
