"""Us beside other municipalities: every indicator with our place, one with its funnel, and who is like us."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from borgerfokus.core.access import Verb
from borgerfokus.core.benchmark.likeness import Neighbour
from borgerfokus.core.indicators import THEME_NAMES, Indicator, Theme, load_shipped
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Cell, Column, Row, TabItem, Term
from borgerfokus.web.frame import asked, page, say, show
from borgerfokus.web.management.comparing import SIZES, Compared, Reader
from borgerfokus.web.present import benchmark as words
from borgerfokus.web.present.effect import number
from borgerfokus.web.present.sheets import asked_format, file_answer, files
from borgerfokus.web.present.words import whole_number

_SEE = staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)


@_SEE
@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """All indicators beside those of the others; ?format= the same as a file."""
    reader = Reader(request)
    compared = [reader.compared(one) for one in load_shipped()] if reader.told else []
    compared = [one for one in compared if one.places]
    if kind := asked_format(request):
        return _sheet(kind, reader, compared)
    return show(
        request,
        "management/benchmark.html",
        page=page(request, title=_("Benchmark"), place="management", current="management:benchmark"),
        tabs=tabs(request, "benchmark"),
        actions=files(reader.to_files) if compared else (),
        reader=reader,
        sizes=SIZES,
        may_exchange=asked(request).actor.can(Verb.FIGURES_EXCHANGE),
        note=synthetic_note(reader),
        columns=(
            Column(_("Nøgletal")),
            Column(_("Os"), numeric=True),
            Column(_("Fælles tal"), numeric=True),
            Column(_("Plads, fra og til"), numeric=True),
            Column(_("Mere end tilfældigt?")),
        ),
        themes=[
            (say(THEME_NAMES[theme]), tuple(_line(one, reader) for one in compared if one.indicator.theme is theme))
            for theme in Theme
        ],
    )


@_SEE
@require_safe
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One indicator: our place, the funnel, everybody's places; ?format= the places as a file."""
    indicator = next((found for found in load_shipped() if found.key == key), None)
    if indicator is None:
        raise Hidden(f"indicator {key}")
    reader = Reader(request)
    compared = reader.compared(indicator)
    if kind := asked_format(request):
        return _places_sheet(kind, reader, compared)
    title = say(indicator.title)
    own, names, placed = reader.own, reader.names, compared.places
    return show(
        request,
        "management/benchmark_one.html",
        page=page(
            request,
            title=title,
            place="management",
            current="management:benchmark",
            crumbs=(Crumb(_("Benchmark"), reverse("management:benchmark") + reader.query), Crumb(title)),
        ),
        actions=files(reader.to_files) if placed else (),
        reader=reader,
        sizes=SIZES,
        note=synthetic_note(reader),
        finding=words.finding(compared.mine, len(placed), compared.funnel, indicator),
        funnel=words.funnel_view(compared.funnel, placed, names=names, own=(own,), indicator=indicator)
        if compared.funnel
        else None,
        ladder=words.ladder(placed, names=names, own=own, label=_("Alles plads med interval, bedst øverst")),
        columns=words.columns(_("Kommune")),
        rows=tuple(
            words.row(
                found,
                name=names[found.estimate.key],
                note=_("findes ikke: lavet til at vise metoden") if found.estimate.key in reader.synthetic else "",
                found=compared.funnel,
                indicator=indicator,
                here=found.estimate.key == own,
            )
            for found in placed
        ),
        terms=_terms(indicator, reader),
    )


@_SEE
@require_safe
def alike(request: HttpRequest) -> HttpResponse:
    """Who is like us, by what, and how far they are from us; ?format= the same as a file."""
    reader = Reader(request)
    if kind := asked_format(request):
        return _alike_sheet(kind, reader)
    rows = tuple(_alike_row(one, reader) for one in reader.neighbours)
    return show(
        request,
        "management/alike.html",
        page=page(request, title=_("Kommuner som os"), place="management", current="management:benchmark"),
        tabs=tabs(request, "benchmark-alike"),
        actions=files(reader.to_files) if reader.neighbours else (),
        reader=reader,
        note=synthetic_note(reader),
        variables=[(one.key, title(one.key, one.title), one.key in reader.by) for one in reader.variables],
        own_lacks=[title(key, key) for key in reader.by if reader.own not in reader.values.get(key, {})],
        columns=(
            Column(_("Kommune")),
            Column(_("Afstand"), numeric=True),
            *(Column(title(one.key, one.title), numeric=True) for one in reader.variables if one.key in reader.by),
        ),
        rows=rows[: SIZES[-1]],
        further=rows[SIZES[-1] :],
        sizes=SIZES,
    )


def title(key: str, typed: str) -> str:
    """What a key figure is called: those that we know by name in the reader's language, others as they were typed."""
    return {
        "population": _("Befolkning"),
        "density": _("Indbyggere pr. km²"),
        "older": _("Andel på 65 år og derover"),
        "income": _("Disponibel indkomst, 1.000 kr."),
    }.get(key, typed)


def tabs(request: HttpRequest, current: str) -> tuple[TabItem, ...]:
    """The pages of benchmark that the reader may open."""
    pages = [
        ("benchmark", _("Kommuner")),
        ("benchmark-teams", _("Hold hos os")),
        ("benchmark-alike", _("Kommuner som os")),
    ]
    if asked(request).actor.can(Verb.FIGURES_EXCHANGE):
        pages += [("benchmark-hub", _("Udveksling")), ("benchmark-own", _("Det, vi udgiver"))]
    return tuple(TabItem(label, reverse(f"management:{name}"), current=name == current) for name, label in pages)


def synthetic_note(reader: Reader) -> str:
    """That municipalities on the page do not exist, "" when all of them do."""
    number_of_them = len(reader.synthetic & reader.group)
    if not number_of_them:
        return ""
    text = ngettext(
        "%(n)s kommune på siden findes ikke. Den er lavet af et program for at vise metoden.",
        "%(n)s kommuner på siden findes ikke. De er lavet af et program for at vise metoden.",
        number_of_them,
    )
    return text % {"n": number_of_them}


def _line(one: Compared, reader: Reader) -> Row:
    mine, indicator = one.mine, one.indicator
    href = reverse("management:benchmark-one", args=[indicator.key]) + reader.query
    return Row(
        cells=(
            Cell(say(indicator.title), href=href),
            words.shown(mine.estimate.value, indicator) if mine else "–",
            words.shown(one.middle, indicator) if one.middle is not None else "–",
            _("%(place)s af %(of)s") % {"place": words.place(mine), "of": len(one.places)} if mine else "–",
            words.standing(mine, one.funnel, indicator) if mine else "–",
        )
    )


def _terms(indicator: Indicator, reader: Reader) -> tuple[Term, ...]:
    hidden = reader.others(indicator)
    return (
        Term(_("Hvad er det?"), say(indicator.definition)),
        Term(_("Version"), str(indicator.version), sub=_("Tal fra andre versioner bliver ikke sammenlignet")),
        Term(_("Kommuner uden tal her"), str(hidden), sub=_("holdt tilbage, eller en anden version")),
        Term(
            _("Plads, fra og til"),
            _("To kommuner skilles kun ad, når forskellen er større end tilfældet for alle par på én gang."),
            sub=_("Sandsynligheden for, at nogen står forkert, er højst 5 procent"),
        ),
    )


def _alike_row(one: Neighbour, reader: Reader) -> Row:
    return Row(
        cells=(
            Cell(_name(one, reader), sub=_("findes ikke") if one.area in reader.synthetic else ""),
            number(one.distance, digits=2),
            *(
                Cell(_value(one.area, key.key, reader), sub=number(one.apart[key.key], sign=True))
                for key in reader.variables
                if key.key in one.apart
            ),
        )
    )


def _value(area: str, key: str, reader: Reader) -> str:
    value = reader.values[key][area]
    return whole_number(round(value)) if value >= 1000 else number(value)


def _name(one: Neighbour, reader: Reader) -> str:
    return reader.names.get(one.area, one.area)


def _alike_sheet(kind: str, reader: Reader) -> HttpResponse:
    rows = [
        (one.area, _name(one, reader), one.distance, *_apart(one, reader)) for one in reader.neighbours
    ]
    heads = [title(one.key, one.title) for one in reader.variables if one.key in reader.by]
    return file_answer(kind, name="kommuner-som-os", columns=[_("Kode"), _("Kommune"), _("Afstand"), *heads], rows=rows)


def _apart(one: Neighbour, reader: Reader) -> Iterable[float]:
    return (reader.values[key.key][one.area] for key in reader.variables if key.key in one.apart)


def _sheet(kind: str, reader: Reader, compared: Iterable[Compared]) -> HttpResponse:
    rows = []
    for one in compared:
        mine = one.mine
        rows.append(
            (
                say(one.indicator.title),
                one.indicator.version,
                mine.estimate.value if mine else "",
                one.middle if one.middle is not None else "",
                mine.first if mine else "",
                mine.last if mine else "",
                len(one.places),
                words.standing(mine, one.funnel, one.indicator).text if mine else "",
            )
        )
    columns = [
        _("Nøgletal"),
        _("Version"),
        _("Os"),
        _("Fælles tal"),
        _("Plads fra"),
        _("Plads til"),
        _("Kommuner"),
        _("Mere end tilfældigt?"),
    ]
    return file_answer(kind, name=f"benchmark-{reader.quarter}", columns=columns, rows=rows)


def _places_sheet(kind: str, reader: Reader, compared: Compared) -> HttpResponse:
    rows = [
        (
            one.estimate.key,
            reader.names[one.estimate.key],
            _("ja") if one.estimate.key in reader.synthetic else _("nej"),
            one.estimate.value,
            one.estimate.error,
            one.estimate.cases,
            one.rank,
            one.first,
            one.last,
            words.standing(one, compared.funnel, compared.indicator).text,
        )
        for one in compared.places
    ]
    columns = [
        _("Kode"),
        _("Kommune"),
        _("Syntetisk"),
        _("Tal"),
        _("Standardfejl"),
        _("Sager"),
        _("Plads på tallet alene"),
        _("Plads fra"),
        _("Plads til"),
        _("Mere end tilfældigt?"),
    ]
    return file_answer(kind, name=f"benchmark-{compared.indicator.key}-{reader.quarter}", columns=columns, rows=rows)
