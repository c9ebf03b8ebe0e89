"""Does the help work? Progress per offer, method, unit, need and level, with how sure it is; never of few."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.views import Cell, Column, Kpi, Row
from borgerfokus.web.frame import on_day, page, say, show
from borgerfokus.web.management import effect as views
from borgerfokus.web.management.effect import Chosen
from borgerfokus.web.present import effect as words
from borgerfokus.web.present.effect import Told
from borgerfokus.web.present.sheets import asked_format, file_answer, files


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def effect(request: HttpRequest) -> HttpResponse:
    """The newest release, split and filtered as the address says; ?format= the same as a file."""
    chosen = Chosen(request)
    if kind := asked_format(request):
        return _sheet(kind, chosen)
    here = reverse("management:effect")
    return show(
        request,
        "management/effect.html",
        page=page(
            request,
            title=_("Virker hjælpen?"),
            place="management",
            current="management:effect",
        ),
        note=_note(chosen),
        actions=files(f"{urlencode(chosen.address)}&"),
        fields=chosen.fields(),
        active=chosen.active(here),
        here=here,
        kpis=_kpis(chosen.total) if chosen.total else (),
        say=views.finding(chosen),
        chart=views.chart(chosen),
        columns=_columns(chosen),
        rows=tuple(_row(name, one) for name, one in chosen.shown),
        held=", ".join(chosen.held),
        cautions=_cautions(chosen),
        released=chosen.until is not None,
    )


def _note(chosen: Chosen) -> str:
    if chosen.until is None:
        return ""
    until = _("Det, der er fulgt op på før den %(day)s") % {"day": on_day(chosen.until)}
    return f"{until} · {chosen.only_name}" if chosen.only_name else until


def _kpis(total: Told) -> tuple[Kpi, ...]:
    change, size = total.change, total.change.size
    sized = _("%(between)s · g %(size)s, %(words)s")
    between = words.between(change.interval, sign=True)
    if size is not None:
        between = sized % {"between": between, "size": words.number(size.g, sign=True), "words": say(size.words)}
    return (
        Kpi(_("Borgere"), str(total.citizens), note=_("fulgt op, afrundet")),
        Kpi(_("Nåede målet"), total.percent, note=words.shares(total.reached_interval)),
        Kpi(_("Fremgang i trin"), words.number(change.mean, sign=True), note=between),
        Kpi(_("Ventes af sig selv"), _expected(total), note=_("regression mod gennemsnittet")),
        Kpi(_("Faldt fra"), _lost(total), note=_("aldrig fulgt op")),
    )


def _columns(chosen: Chosen) -> tuple[Column, ...]:
    numbers = (
        _("Borgere"),
        _("Nåede målet"),
        _("Niveau før og efter"),
        _("Fremgang i trin"),
        _("Størrelse, g"),
        _("Ventes af sig selv"),
        _("Faldt fra"),
        _("Hvis de frafaldne stod stille"),
    )
    return (Column(chosen.label), *(Column(label, numeric=True) for label in numbers))


def _row(name: str, one: Told) -> Row:
    change, size = one.change, one.change.size
    levels = _("%(before)s → %(after)s") % {
        "before": words.number(-change.before),
        "after": words.number(-change.after),
    }
    return Row(
        cells=(
            Cell(name),
            str(one.citizens),
            Cell(one.percent, sub=words.shares(one.reached_interval)),
            levels,
            Cell(words.number(change.mean, sign=True), sub=words.between(change.interval, sign=True)),
            Cell(words.number(size.g, sign=True), sub=words.between(size.interval, sign=True)) if size else "–",
            _expected(one),
            _lost(one),
            words.number(change.if_the_lost_stood_still, sign=True),
        )
    )


def _expected(one: Told) -> str:
    return words.number(one.expected, sign=True) if one.expected is not None else "–"


def _lost(one: Told) -> str:
    return f"{round(100 * one.change.lost)} %"


def _cautions(chosen: Chosen) -> tuple[str, ...]:
    """What the figures do not show, and what was done so that nobody is recognised."""
    own = chosen.total.change.cautions(chosen_by_score=True) if chosen.total else ()
    few = parameters.at("own.suppress_up_to", on=chosen.today).number
    return (
        *(say(one) for one in own),
        _(
            "Størrelsen er Hedges' g: fremgangen delt med, hvor forskellige borgerne er. Den kan sammenlignes på tværs "
            "af tilbud, også når nogle måler tættere end andre. Fra 0,2 er lille, 0,5 mellem og 0,8 stor."
        ),
        _(
            "Grupper på op til %(few)s borgere vises aldrig, heller ikke som forskellen mellem to tal. Antal og "
            "gennemsnit er afrundet, andele er rystet lidt, og i hver gruppe er enkelte tilfældige borgere udeladt, "
            "så ingen kan regnes ud."
        )
        % {"few": few},
    )


def _sheet(kind: str, chosen: Chosen) -> HttpResponse:
    """The figures as a sheet: a number in each cell, an interval in two."""
    rows = [_numbers(name, one) for name, one in chosen.shown]
    rows += [(name, _("for få til at vise")) for name in chosen.held]
    columns = (
        chosen.label,
        _("Borgere"),
        _("Nåede målet"),
        _("Nåede målet, %"),
        _("Nåede målet, % fra"),
        _("Nåede målet, % til"),
        _("Niveau før"),
        _("Niveau efter"),
        _("Fremgang i trin"),
        _("Fremgang fra"),
        _("Fremgang til"),
        _("Størrelse, g"),
        _("g fra"),
        _("g til"),
        _("Ventes af sig selv"),
        _("Faldt fra, %"),
        _("Hvis de frafaldne stod stille"),
    )
    name = f"effekt-{chosen.until.isoformat() if chosen.until else 'ingen'}"
    return file_answer(kind, name=name, columns=columns, rows=rows)


def _numbers(name: str, one: Told) -> tuple[object, ...]:
    change, share, size = one.change, one.reached_interval, one.change.size
    values = (
        100 * share.low,
        100 * share.high,
        -change.before,
        -change.after,
        change.mean,
        change.interval.low,
        change.interval.high,
        *((size.g, size.interval.low, size.interval.high) if size else (None, None, None)),
        one.expected,
        100 * change.lost,
        change.if_the_lost_stood_still,
    )
    told = ("" if value is None else f"{value:.1f}".replace(".", ",") for value in values)
    return (name, one.citizens, one.reached, round(100 * one.reached / one.citizens), *told)
