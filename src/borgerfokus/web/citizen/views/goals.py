"""My goals across cases, with my own notes and numbers: mine alone, until I choose to share one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.service import NoteView, SeriesView
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import Help
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import once, shell
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import Action, Chip, ControlView, GoalView, Row
from borgerfokus.web.design.views import Column as TableColumn
from borgerfokus.web.frame import asked, on_moment, show, today, told
from borgerfokus.web.numbers import posted, whole
from borgerfokus.web.present import goals as words
from borgerfokus.web.present import own
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.present.words import capital

_LONGEST = 5_000
_KINDS = frozenset({"series", "note", "measure"})


@dataclass(frozen=True)
class SeriesShown:
    """A series with its chart, its table and what can be done with it."""

    key: str
    id: int
    title: str
    about: str
    lead: str
    chip: Chip
    chart: ControlView | None
    columns: tuple[TableColumn, ...]
    rows: tuple[Row, ...]
    fields: tuple[FieldView, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class NoteShown:
    """A note of my own."""

    about: str
    when: str
    paragraphs: tuple[str, ...]
    chip: Chip
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class CaseGoals:
    """The goals of one case."""

    key: str
    title: str
    href: str
    goals: tuple[GoalView, ...]


@citizen_only()
@require_http_methods(["GET", "POST"])
def goals(request: HttpRequest) -> HttpResponse:
    """GET: my goals, my numbers and notes. POST: write, delete or share one of my own."""
    if request.method == "POST":
        return _post(request)
    return _page(request)


def _page(request: HttpRequest) -> HttpResponse:
    mine = dialogue.own_of(by=asked(request).actor)
    cases = _cases(request)
    persons = people.of(asked(request).actor, cases=cases)
    helps = {case.pk: interventions.help_of(case_id=case.pk) for case in cases}
    places = _places(cases, helps, persons)
    title = _("Mine mål og målinger")
    return show(
        request,
        "citizen/goals.html",
        page=shell.page(request, title=title, crumbs=shell.crumbs(title)),
        goals=tuple(_goals_of(case, helps[case.pk], persons) for case in cases if helps[case.pk].goals),
        series=tuple(_series(request, one, places) for one in mine.series),
        notes=tuple(_note(one, places) for one in mine.notes),
        new_series=_new_series(places) if places else (),
        new_note=_new_note(places) if places else (),
        once=once.key_of(request),
    )


def _cases(request: HttpRequest) -> list[Case]:
    """The open cases in which I may write, and closed ones in which I have."""
    ask = asked(request)
    rows = casework.cases_about(person_ids=sorted(ask.actor.persons), by=ask.actor, at=ask.moment)
    return [case for case in rows if Verb.COMMENT_WRITE in casework.allowed(case=case, by=ask.actor, at=ask.moment)]


def _places(cases: Sequence[Case], helps: Mapping[int, Help], persons: Mapping[int, Person]) -> dict[str, str]:
    """Where a note or a number can belong: a case ("12"), or one of its running goals ("12:7")."""
    found: dict[str, str] = {}
    for case in cases:
        person = persons[case.citizen_id]
        title = shell.title_of(case)
        named = title if person.is_self else _("%(case)s, for %(name)s") % {"case": title, "name": person.name}
        found[str(case.pk)] = _("Hele sagen: %(case)s") % {"case": named}
        for goal in helps[case.pk].goals:
            found[f"{case.pk}:{goal.pk}"] = _("Mål: %(goal)s") % {"goal": goal.title}
    return found


def _goals_of(case: Case, there: Help, persons: Mapping[int, Person]) -> CaseGoals:
    person = persons[case.citizen_id]
    title = shell.title_of(case)
    return CaseGoals(
        key=f"goals-{case.pk}",
        title=title if person.is_self else _("%(case)s, for %(name)s") % {"case": title, "name": person.name},
        href=shell.href(case, "plan"),
        goals=tuple(words.view(there, one, to_citizen=True) for one in there.goals),
    )


def _series(request: HttpRequest, one: SeriesView, places: Mapping[str, str]) -> SeriesShown:
    drops = tuple(
        _button(_("Slet"), "delete", "measure", number.id, context=f": {number.on.isoformat()}", kind="link")
        for number in one.measures
    )
    return SeriesShown(
        key=f"series-{one.id}",
        id=one.id,
        title=one.title,
        about=places.get(_place(one.case_id, one.goal_id), ""),
        lead=own.said(one),
        chip=_shared(one.shared_at is not None),
        chart=own.chart(one, drops=drops),
        columns=own.columns(one, with_drops=True),
        rows=own.table(one, drops=drops),
        fields=_measure_fields(one, today(request)),
        actions=_own_actions("series", one.id, one.title, shared=one.shared_at is not None),
    )


def _note(one: NoteView, places: Mapping[str, str]) -> NoteShown:
    when = on_moment(one.written_at)
    return NoteShown(
        about=places.get(_place(one.case_id, one.goal_id), ""),
        when=when,
        paragraphs=paragraphs(one.text),
        chip=_shared(one.shared_at is not None),
        actions=_own_actions("note", one.id, when, shared=one.shared_at is not None),
    )


def _place(case_id: int, goal_id: int | None) -> str:
    return f"{case_id}:{goal_id}" if goal_id else str(case_id)


def _shared(shared: bool) -> Chip:
    return Chip(_("Delt med din sagsbehandler"), "ok") if shared else Chip(_("Kun for dig"), "line")


def _own_actions(kind: str, number: int, title: str, *, shared: bool) -> tuple[Action, ...]:
    about = f": {title}"
    share = (
        _button(_("Del ikke længere"), "unshare", kind, number, context=about)
        if shared
        else _button(_("Del med min sagsbehandler"), "share", kind, number, context=about)
    )
    sure = _("Det slettes for altid. Det kan ikke fortrydes.")
    drop = _button(_("Slet"), "delete", kind, number, context=about, kind="tertiary")
    return (share, replace(drop, confirm=sure))


def _button(
    label: str, do: str, what: str, number: int, *, context: str, kind: str = "secondary"
) -> Action:
    fields = (("do", do), ("kind", what), ("number", str(number)))
    return Action(label, reverse("citizen:goals"), kind, "post", context=context, fields=fields)  # type: ignore[arg-type]


def _post(request: HttpRequest) -> HttpResponse:
    do = request.POST.get("do", "")
    if do in {"series", "note", "measure"} and not once.spend(request):
        return redirect("citizen:goals")
    done = _DO.get(do)
    if done is None:
        raise Hidden(f"act {do}")
    refusal, words_said, anchor = done(request)
    if not told(request, refusal, words_said):
        once.give_back(request)
    return redirect(f"{reverse('citizen:goals')}{anchor}")


def _begin(request: HttpRequest) -> tuple[Refusal | None, str, str]:
    case_id, goal_id = _chosen(request)
    new = dialogue.NewSeries(request.POST.get("title", ""), request.POST.get("unit", ""), goal_id)
    found = dialogue.start_series(case_id=case_id, new=new, by=asked(request).actor, at=asked(request).moment)
    if isinstance(found, Refusal):
        return found, "", "#new-series"
    return None, _("Nu kan du skrive dine tal. Kun du kan se dem."), f"#series-{found}"


def _measure(request: HttpRequest) -> tuple[Refusal | None, str, str]:
    number = posted(request, "series") or 0
    anchor = f"#series-{number}"
    try:
        on = date.fromisoformat(request.POST.get("on", ""))
        value = Decimal(request.POST.get("value", "").replace(" ", "").replace(",", "."))
    except (ValueError, InvalidOperation):
        return dialogue.NOT_A_NUMBER, "", anchor
    new = dialogue.NewMeasure(on=on, value=value, note=request.POST.get("note", ""))
    refusal = dialogue.measure(series_id=number, new=new, by=asked(request).actor, at=asked(request).moment)
    return refusal, _("Tallet er gemt."), anchor


def _write(request: HttpRequest) -> tuple[Refusal | None, str, str]:
    case_id, goal_id = _chosen(request)
    text = request.POST.get("text", "")[:_LONGEST]
    found = dialogue.write_own_note(
        case_id=case_id, text=text, goal_id=goal_id, by=asked(request).actor, at=asked(request).moment
    )
    return found if isinstance(found, Refusal) else None, _("Noten er gemt. Kun du kan se den."), "#notes"


def _delete(request: HttpRequest) -> tuple[Refusal | None, str, str]:
    kind, number = _named(request)
    dialogue.delete_own(kind=kind, number=number, by=asked(request).actor, at=asked(request).moment)
    return None, _("Det er slettet."), ""


def _share(request: HttpRequest) -> tuple[Refusal | None, str, str]:
    kind, number = _named(request)
    shared = request.POST.get("do") == "share"
    dialogue.share_own(kind=kind, number=number, shared=shared, by=asked(request).actor, at=asked(request).moment)
    return None, _("Din sagsbehandler kan nu se det.") if shared else _("Kun du kan se det nu."), ""


_DO = {
    "series": _begin,
    "measure": _measure,
    "note": _write,
    "delete": _delete,
    "share": _share,
    "unshare": _share,
}


def _chosen(request: HttpRequest) -> tuple[int, int | None]:
    case, _sep, goal = request.POST.get("place", "").partition(":")
    return whole(case) or 0, whole(goal) or None


def _named(request: HttpRequest) -> tuple[str, int]:
    kind = request.POST.get("kind", "")
    if kind not in _KINDS:
        raise Hidden(kind)
    return kind, posted(request, "number") or 0


def _place_field(places: Mapping[str, str], name: str) -> FieldView:
    options = tuple(Option(key, label, number == 0) for number, (key, label) in enumerate(places.items()))
    return FieldView("select", "place", f"{name}-place", _("Hvad handler det om?"), options=options, required=True)


def _new_series(places: Mapping[str, str]) -> tuple[FieldView, ...]:
    return (
        FieldView(
            "input",
            "title",
            "series-title",
            _("Hvad vil du følge?"),
            hint=_("For eksempel: søvn, gåture eller smerter."),
            required=True,
            attrs=(("maxlength", "120"),),
        ),
        FieldView(
            "input",
            "unit",
            "series-unit",
            _("Hvad tæller du i?"),
            hint=_("For eksempel: timer, skridt eller 0 til 10."),
            attrs=(("maxlength", "30"),),
        ),
        _place_field(places, "series"),
    )


def _measure_fields(one: SeriesView, day: date) -> tuple[FieldView, ...]:
    key = f"m{one.id}"
    return (
        FieldView("date", "on", f"{key}-on", _("Dag"), day.isoformat(), required=True, input_type="date"),
        FieldView(
            "input",
            "value",
            f"{key}-value",
            capital(one.unit) or _("Tal"),
            required=True,
            attrs=(("inputmode", "decimal"),),
        ),
        FieldView("input", "note", f"{key}-note", _("Bemærkning"), attrs=(("maxlength", "200"),)),
    )


def _new_note(places: Mapping[str, str]) -> tuple[FieldView, ...]:
    text = FieldView(
        "textarea",
        "text",
        "note-text",
        _("Din note"),
        hint=_("Kun du kan se den, til du selv deler den."),
        required=True,
        rows=4,
        attrs=(("maxlength", str(_LONGEST)),),
    )
    return (text, _place_field(places, "note"))
