"""The plan while it is written with the citizen, and the plan on paper."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.interventions import service as interventions
from borgerfokus.core.access import Verb
from borgerfokus.core.interventions.words import PlanState
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.fields import FieldView, field_view
from borgerfokus.web.design.views import Alert, Chip
from borgerfokus.web.frame import page_language, say
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.present.profile import level_of
from borgerfokus.web.present.sheets import pdf_answer
from borgerfokus.web.staff import casepage, doing, planning
from borgerfokus.web.staff.acts import planform as acts
from borgerfokus.web.staff.acts.planform import PlanForm
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf

_MANY = 4
"""From so many goals on they stand folded."""


@dataclass(frozen=True)
class GoalFields:
    """A goal in the form: its place, what it is called, and its fields: words, what it is tied to, and steps."""

    place: int
    title: str
    hidden: tuple[FieldView, ...]
    words: tuple[FieldView, ...]
    tied: tuple[FieldView, ...]
    steps: tuple[FieldView, ...]
    is_open: bool


@dataclass(frozen=True)
class ThemeOffer:
    """A theme of the assessment that a goal can be made from in one click."""

    key: str
    title: str
    level: str
    words: tuple[str, ...]
    chip: Chip | None


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: the draft. POST: save it, with a goal more or less, or show it to the citizen."""
    opened = casepage.open_case(request, number)
    draft = opened.help.written
    if draft is None or draft.state != PlanState.DRAFT:
        return HttpResponseRedirect(opened.href("help", "plan"))
    if request.method == "POST":
        if request.POST.get("plan") != str(draft.pk):
            raise Hidden(f"plan {request.POST.get('plan')}")
        return doing.post(request, opened, acts.ACTS, _page)
    return _page(opened, {})


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
@require_safe
def pdf(request: HttpRequest, number: str, plan_id: int) -> HttpResponse:
    """The plan on paper, as it was signed, or as it is shown."""
    opened = casepage.open_case(request, number)
    made = interventions.plan_pdf(case=opened.case, plan_id=plan_id, language=page_language(), at=opened.at)
    return pdf_answer(made, name=f"plan-{opened.case.number}")


def _page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    draft = opened.help.written
    if draft is None:
        raise Hidden("plan")
    goals = [one for one in opened.help.running if one.plan_id == draft.pk]
    for posted in given.values():
        posted.put("version", draft.version)
    form = FormsOf(opened, acts.ACTS, given).get("plan-write", **acts.first(opened, draft, goals))
    return casepage.show(
        opened,
        "help",
        "staff/plan.html",
        status=status,
        stick=False,
        title=_("%(kind)s: %(name)s") % {"kind": planning.name(opened), "name": opened.card.name},
        plan_name=planning.name(opened),
        plan_law=planning.article(opened),
        form=form,
        plan_fields=[field_view(form[part], marked=False) for part in acts.PARTS] if form else (),
        hidden=[one for one in form.hidden_fields() if not one.name.startswith("g")] if form else (),
        goals=_goals(form),
        themes=_themes(opened),
        conflict=_conflict() if status == 409 else None,
        back=opened.href("help", "plan"),
    )


def _goals(form: ActForm | None) -> tuple[GoalFields, ...]:
    return tuple(_goal(form, place) for place in form.places) if isinstance(form, PlanForm) else ()


def _goal(form: PlanForm, place: int) -> GoalFields:
    bound = form.goal(place)
    by_part = {one.name.partition("__")[2]: field_view(one, marked=False) for one in bound}

    def of(*parts: str) -> tuple[FieldView, ...]:
        return tuple(by_part[part] for part in parts if part in by_part)

    return GoalFields(
        place=place,
        title=str(form[acts.name_of(place, "title")].value() or _("Nyt mål")),
        hidden=of("id"),
        words=of("title", "own_words", "measure"),
        tied=of("theme", "kind", "level_start", "level_expected"),
        steps=of(*(f"steps_{owner.value}" for owner in acts.STEPS)),
        is_open=any(one.errors for one in bound) or len(form.places) < _MANY,
    )


def _themes(opened: OpenedCase) -> tuple[ThemeOffer, ...]:
    """The themes that something was said of, the heaviest first; those with a goal say so."""
    there = opened.themes
    if there is None:
        return ()
    used = {goal.theme for goal in opened.help.running}
    found = []
    for theme in there.frame.themes:
        row = there.now(theme.key) or next(iter(there.earlier(theme.key)), None)
        if row is not None:
            words = paragraphs(row.own_words)
            chip = Chip(_("Har et mål"), "ok") if theme.key in used else None
            level = level_of(there.frame, row.level_now)
            shown = ThemeOffer(theme.key, say(theme.title), level, words, chip)
            found.append((-(row.level_now if row.level_now is not None and row.level_now < 9 else -1), shown))
    return tuple(shown for _weight, shown in sorted(found, key=lambda one: one[0]))


def _conflict() -> Alert:
    return Alert(
        "warning",
        _("Din tekst står i felterne. Gemmer du igen, bliver det din, der gælder."),
        _("En anden har ændret planen imens"),
    )
