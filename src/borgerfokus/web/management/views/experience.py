"""How citizens found their courses: understandable, and coherent? Shares with their uncertainty; never of few."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.core.access import Verb
from borgerfokus.core.experience import QUESTIONS, Question
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Cell, Column, Row, ShareLine, SharesView
from borgerfokus.web.frame import on_day, page, say, show
from borgerfokus.web.management.experience import Answers, Chosen, Share
from borgerfokus.web.present import effect as words
from borgerfokus.web.present.sheets import asked_format, file_answer, files

_FEW = "–"


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def experience(request: HttpRequest) -> HttpResponse:
    """The newest release, split and filtered as the address says; ?format= the same as a file."""
    chosen = Chosen(request)
    if kind := asked_format(request):
        return _sheet(kind, chosen)
    here = reverse("management:experience")
    return show(
        request,
        "management/experience.html",
        page=page(request, title=_("Borgernes oplevelse"), place="management", current="management:experience"),
        note=_note(chosen),
        actions=files(f"{urlencode(chosen.address)}&"),
        fields=chosen.fields(),
        active=chosen.active(here),
        here=here,
        say=_finding(chosen.total),
        columns=(Column(chosen.label), *_columns()),
        rows=tuple(_row(name, answers) for name, answers in chosen.lines),
        charts=tuple(chart for one in QUESTIONS if (chart := _chart(chosen, one)) is not None),
        released=chosen.until is not None,
    )


def _note(chosen: Chosen) -> str:
    if chosen.until is None:
        return ""
    until = _("Det, borgerne er spurgt om før den %(day)s") % {"day": on_day(chosen.until)}
    return f"{until} · {chosen.only_name}" if chosen.only_name else until


def _finding(total: Answers) -> tuple[str, ...]:
    said = []
    for question, text in QUESTIONS.items():
        share = total.get(question)
        if share is not None:
            values = {"question": say(text), "percent": share.percent, "share": words.shares(share.interval)}
            said.append(_("%(question)s Ja, siger %(percent)s (%(share)s).") % values)
    share = total.get(Question.UNDERSTOOD)
    if share is None:
        return (_("Der er for få svar til at vise noget her."),)
    rate = round(100 * share.answered / share.asked)
    return (
        *said,
        _("%(percent)s %% af dem, der er spurgt, har svaret. De andre ved vi ikke noget om.") % {"percent": rate},
    )


def _chart(chosen: Chosen, question: Question) -> SharesView | None:
    """One question, group for group, those of enough answers; None where there is nothing to compare."""
    found = [(name, share) for name, answers in chosen.lines if (share := answers.get(question)) is not None]
    if len(found) < 2:
        return None
    lowest = min(one.yes / one.answered for _name, one in found)
    lines = tuple(_share_line(name, one, behind=one.yes / one.answered == lowest) for name, one in found)
    weak = [line for line in lines if line.behind]
    text = say(QUESTIONS[question])
    return SharesView(
        finding=_("%(question)s Færrest ja: %(name)s, %(share)s.")
        % {"question": text, "name": ", ".join(one.name for one in weak), "share": weak[0].text},
        lines=lines,
        caption=text,
        columns=(Column(chosen.label), Column(_("Ja")), Column(_("Svaret"), numeric=True)),
        rows=tuple(Row(cells=(name, one.percent, str(one.answered))) for name, one in found),
    )


def _share_line(name: str, one: Share, *, behind: bool) -> ShareLine:
    return ShareLine(
        name=name,
        text=one.percent,
        label=_("%(name)s: %(share)s ja, %(interval)s")
        % {"name": name, "share": one.percent, "interval": words.shares(one.interval)},
        value=100 * one.yes / one.answered,
        low=100 * one.interval.low,
        high=100 * one.interval.high,
        sub=words.shares(one.interval),
        behind=behind,
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Spurgt"), numeric=True),
        Column(_("Svaret"), numeric=True),
        *(Column(say(text)) for text in QUESTIONS.values()),
    )


def _row(name: str, answers: Answers) -> Row:
    first = answers.get(Question.UNDERSTOOD)
    asked, answered = (str(first.asked), str(first.answered)) if first else (_FEW, _FEW)
    return Row(cells=(Cell(name), asked, answered, *(_cell(answers.get(one)) for one in Question)))


def _cell(share: Share | None) -> Cell:
    if share is None:
        return Cell(_("For få til at vise"))
    return Cell(_("%(percent)s ja") % {"percent": share.percent}, sub=words.shares(share.interval))


def _sheet(kind: str, chosen: Chosen) -> HttpResponse:
    rows = []
    for name, answers in chosen.lines:
        for question, text in QUESTIONS.items():
            share = answers.get(question)
            told = _numbers(share) if share else (_("for få til at vise"),)
            rows.append((name, say(text), *told))
    columns = (chosen.label, _("Spørgsmål"), _("Spurgt"), _("Svaret"), _("Ja"), _("Ja, %"))
    name = f"oplevelse-{chosen.until.isoformat() if chosen.until else 'ingen'}"
    return file_answer(kind, name=name, columns=columns, rows=rows)


def _numbers(share: Share) -> tuple[object, ...]:
    return share.asked, share.answered, share.yes, round(100 * share.yes / share.answered)
