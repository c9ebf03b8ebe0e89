"""What stands beside the figures: alerts that are answered, notes on the line of time, and figures by e-mail."""

from datetime import timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import FigureAlert, FigureSubscription, Rhythm
from borgerfokus.core.access import Verb
from borgerfokus.core.indicators import Indicator
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb, Page
from borgerfokus.web.design.views import Action, Column, Row, Term
from borgerfokus.web.frame import on_day, page, page_language, say, show, told
from borgerfokus.web.management.reading import Reader
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import dashboards
from borgerfokus.web.present import indicators as words

_ENDED = timedelta(days=180)
_FOLLOWS = staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_FOLLOW)


class AnswerForm(forms.Form):
    """What is done about an alert."""

    note = forms.CharField(
        label=gettext_lazy("Hvad gør I ved det?"), max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )


class NoteForm(forms.Form):
    """A note on the line of time."""

    on = forms.DateField(
        label=gettext_lazy("Dag"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    text = forms.CharField(
        label=gettext_lazy("Hvad skete der?"),
        max_length=120,
        help_text=gettext_lazy("For eksempel: Ny blanket. Skriv ingen navne."),
    )
    unit = forms.ChoiceField(label=gettext_lazy("Enhed"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Sagstype"), required=False)
    public = forms.BooleanField(label=gettext_lazy("Må også stå på de offentlige tal"), required=False)


class SubscriptionForm(forms.Form):
    """Which figures, and how often."""

    unit = forms.ChoiceField(label=gettext_lazy("Enhed"), required=False)
    rhythm = forms.ChoiceField(label=gettext_lazy("Hvor tit?"))


@_FOLLOWS
@require_safe
def alerts(request: HttpRequest) -> HttpResponse:
    """The alerts of what is shown, those that nobody has answered first; and those of the last half year."""
    reader = Reader(request)
    found = reader.alerts(ended_since=reader.at - _ENDED)
    title = _("Varsler")
    return show(
        request,
        "management/alerts.html",
        page=_page(request, title),
        reader=reader,
        columns=dashboards.alert_columns(),
        rows=dashboards.alert_rows(found, reader.names),
    )


@_FOLLOWS
@require_http_methods(["GET", "POST"])
def alert(request: HttpRequest, alert_id: int) -> HttpResponse:
    """One alert: which rule fired, since when, on which chart, which cases; and what is done about it."""
    reader = Reader(request)
    row = reader.alert(alert_id)
    indicator = dashboards.named(row.indicator)
    if indicator is None:
        raise Hidden(f"alert {alert_id}")
    form = AnswerForm(request.POST or None, auto_id="f-%s", label_suffix="")
    if request.method == "POST" and form.is_valid():
        refusal = insight.acknowledge(alert=row, note=form.cleaned_data["note"], by=reader.by, at=reader.at)
        told(request, refusal, _("Jeres svar er skrevet på varslet."))
        return redirect("management:alert", row.pk)
    reader.unit = row.unit
    measured = reader.dashboard([indicator])[0]
    title = say(indicator.title)
    return show(
        request,
        "management/alert.html",
        page=_page(request, title, Crumb(_("Varsler"), reverse("management:alerts"))),
        status=422 if form.is_bound else 200,
        where=dashboards.where(row, reader.names),
        finding=dashboards.explanation(row, indicator),
        actions=_ways(row, indicator, reader),
        chart=words.chart(measured, reader.notes()),
        terms=_terms(row, reader),
        form=form,
    )


@_FOLLOWS
@require_http_methods(["GET", "POST"])
def notes(request: HttpRequest) -> HttpResponse:
    """The notes of the history, and a form for a new one; who wrote one may take it away."""
    reader = Reader(request)
    if request.method == "POST" and request.POST.get("act") == "remove":
        insight.remove_note(note_id=posted(request, "note") or 0, by=reader.by, at=reader.at)
        told(request, None, _("Noten er taget væk."))
        return redirect("management:notes")
    form = NoteForm(request.POST or None, auto_id="f-%s", label_suffix="", initial={"unit": reader.unit})
    _offer(form, "unit", [("", _("Alle enheder")), *((unit.key, reader.names[unit.key]) for unit in reader.units)])
    _offer(form, "kind", [("", _("Alle")), *reader.kinds])
    if request.method == "POST" and form.is_valid():
        refusal = insight.add_note(new=insight.NewNote(**form.cleaned_data), by=reader.by, at=reader.at)
        told(request, refusal, _("Noten står på tidslinjen."))
        return redirect("management:notes")
    return show(
        request,
        "management/notes.html",
        page=_page(request, _("Noter på tidslinjen")),
        status=422 if form.is_bound else 200,
        reader=reader,
        form=form,
        columns=(*dashboards.note_columns(), Column(_("Gør noget"), hidden=True)),
        rows=_note_rows(reader),
    )


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_http_methods(["GET", "POST"])
def subscriptions(request: HttpRequest) -> HttpResponse:
    """Which figures the reader gets by e-mail: ask for them, and end them with one click."""
    reader = Reader(request)
    if request.method == "POST" and request.POST.get("act") == "end":
        insight.end_subscription(subscription_id=posted(request, "subscription") or 0, by=reader.by, at=reader.at)
        told(request, None, _("Du får ikke de tal mere."))
        return redirect("management:subscriptions")
    form = SubscriptionForm(request.POST or None, auto_id="f-%s", label_suffix="", initial={"unit": reader.unit})
    units = reader.units if reader.by.can(Verb.FIGURES_FOLLOW) else []
    _offer(form, "unit", [("", _("Alle, jeg må se")), *((unit.key, reader.names[unit.key]) for unit in units)])
    _offer(form, "rhythm", [(one.value, dashboards.rhythm(one)) for one in Rhythm])
    if request.method == "POST" and form.is_valid():
        refusal = insight.subscribe(
            unit=form.cleaned_data["unit"],
            rhythm=Rhythm(form.cleaned_data["rhythm"]),
            language=page_language(),
            by=reader.by,
            at=reader.at,
        )
        told(request, refusal, _("Du får tallene på e-mail fra næste gang."))
        return redirect("management:subscriptions")
    return show(
        request,
        "management/subscriptions.html",
        page=_page(request, _("Tal på e-mail")),
        status=422 if form.is_bound else 200,
        form=form,
        columns=(Column(_("Enhed")), Column(_("Hvor tit?")), Column(_("Siden")), Column(_("Gør noget"), hidden=True)),
        rows=tuple(_subscription(one, reader) for one in insight.subscriptions(by=reader.by)),
    )


def _page(request: HttpRequest, title: str, *between: Crumb) -> Page:
    crumbs = (Crumb(_("Overblik"), reverse("management:overview")), *between, Crumb(title))
    return page(request, title=title, place="management", current="management:overview", crumbs=crumbs)


def _ways(row: FigureAlert, indicator: Indicator, reader: Reader) -> tuple[Action, ...]:
    suffix = f"?enhed={row.unit}" if row.unit else ""
    found = [Action(_("Se tallet"), reverse("management:indicator", args=[indicator.key]) + suffix)]
    if not reader.is_rounded:
        address = reverse("management:indicator-cases", args=[indicator.key]) + suffix
        found.append(Action(_("Se sagerne bag tallet"), address, "primary"))
    return tuple(found)


def _terms(row: FigureAlert, reader: Reader) -> tuple[Term, ...]:
    terms = [
        Term(_("Hvor"), dashboards.where(row, reader.names)),
        Term(_("Siden"), words.month(row.since)),
        Term(_("Set første gang"), on_day(row.raised_at)),
    ]
    if row.ended_at:
        terms.append(Term(_("Forbi"), on_day(row.ended_at)))
    if row.acknowledged_at:
        who = f"{row.acknowledged_by_name}, {on_day(row.acknowledged_at)}"
        terms.append(Term(_("Jeres svar"), row.note, sub=who))
    return tuple(terms)


def _note_rows(reader: Reader) -> tuple[Row, ...]:
    found = reader.notes()
    shown = dashboards.note_rows(found, reader.names, dict(reader.kinds))
    return tuple(
        Row(cells=(*row.cells, _remove(note.pk, note.text) if note.written_by == reader.by.subject else ""))
        for note, row in zip(found, shown, strict=True)
    )


def _remove(note: int, text: str) -> Action:
    fields = (("act", "remove"), ("note", str(note)))
    return Action(_("Tag væk"), reverse("management:notes"), method="post", context=text, fields=fields)


def _subscription(one: FigureSubscription, reader: Reader) -> Row:
    unit = reader.names.get(one.unit, one.unit) if one.unit else _("Alle, jeg må se")
    fields = (("act", "end"), ("subscription", str(one.pk)))
    stop = Action(_("Stop"), reverse("management:subscriptions"), method="post", context=unit, fields=fields)
    return Row(cells=(unit, dashboards.rhythm(one.rhythm), on_day(one.begun_at), stop))


def _offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined]
