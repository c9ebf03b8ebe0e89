"""The board of those on the way to 18: everybody concerned, made from the data, the most urgent first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.access import Verb
from borgerfokus.core.money import Money
from borgerfokus.core.transition import cost
from borgerfokus.core.transition.words import TOPIC_TITLES, Status, Topic, TopicState
from borgerfokus.foundation.access.scope import Look, Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import Action, ActiveFilter, Chip, Kpi, NextActView, StateView
from borgerfokus.web.frame import say
from borgerfokus.web.numbers import whole
from borgerfokus.web.present import ways
from borgerfokus.web.present.sheets import csv_answer
from borgerfokus.web.present.ways import Way
from borgerfokus.web.staff import keys
from borgerfokus.web.staff.found import token_of

_URGENT = {status: place for place, status in enumerate(Status)}
_MONTHS = ("6", "12", "24")
_DAYS_A_MONTH = 30.44
_PICTURES = {
    "gap": Status.GAP,
    "close": Status.CLOSE,
    "ready": Status.READY,
    "plan": Status.ON_PLAN,
    "early": Status.EARLY,
}


@dataclass(frozen=True)
class Wanted:
    """What the address asks for; what it says beside the known values filters nothing."""

    months: str = ""
    state: str = ""
    unit: str = ""
    owner: str = ""
    sort: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> "Wanted":
        """The filters and the order in the address."""
        said = request.GET
        return cls(
            months=said.get("mdr", "") if said.get("mdr", "") in _MONTHS else "",
            state=said.get("stand", "") if said.get("stand", "") in _PICTURES else "",
            unit="" if whole(said.get("enhed", "")) is None else said["enhed"],
            owner=said.get("ejer", "") if said.get("ejer", "") in {"mangler", "mig"} else "",
            sort=said.get("orden", "") if said.get("orden", "") in _SORTS else "",
        )

    def query(self) -> str:
        """The address that asks for the same."""
        named = {"mdr": self.months, "stand": self.state, "enhed": self.unit, "ejer": self.owner, "orden": self.sort}
        return urlencode({name: value for name, value in named.items() if value})

    def keeps(self, one: Way, reader: int) -> bool:
        """Whether a young person is among those asked for."""
        row, left = one.found.row, one.course.days_left
        return (
            (not self.months or left <= int(self.months) * _DAYS_A_MONTH)
            and (not self.state or one.course.status is _PICTURES[self.state])
            and (not self.unit or self.unit in {str(row.child_unit_id), str(row.adult_unit_id)})
            and (self.owner != "mangler" or None in {row.child_owner_id, row.adult_owner_id})
            and (self.owner != "mig" or reader in {row.child_owner_id, row.adult_owner_id})
        )


def _likely(one: Way) -> int:
    return -(one.cost.likely.ore if one.cost else 0)


_SORTS: dict[str, Callable[[Way], object]] = {
    "": lambda one: (_URGENT[one.course.status], -(one.course.gap.days if one.course.gap else 0), one.course.days_left),
    "alder": lambda one: (one.course.days_left, one.card.name),
    "navn": lambda one: one.card.name,
    "udgift": lambda one: (_likely(one), one.card.name),
}


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Everybody on the way whom the reader may see. Four queries for any number of them."""
    everybody = _ways(request)
    wanted = Wanted.of(request)
    shown = _chosen(everybody, wanted, frame.asked(request).actor.id)
    title = _("På vej til 18 år")
    return frame.show(
        request,
        "staff/board.html",
        page=frame.page(request, title=title, place="staff", current="staff:board"),
        title=title,
        note=_("Fælles tavle for børn og voksne"),
        actions=(Action(_("Hent tal"), f"{reverse('staff:board-csv')}?{wanted.query()}", icon="download"),),
        kpis=_kpis(everybody, shown),
        next_act=_next(request, shown),
        fields=_fields(wanted, everybody),
        active=_active(wanted),
        count=ngettext("%(n)s ung", "%(n)s unge", len(shown)) % {"n": len(shown)},
        rows=tuple(ways.view(one, href=_href(one)) for one in shown),
        heads=ways.heads(),
        empty=None if shown else _empty(bool(everybody)),
        here=request.path,
        clear=reverse("staff:board"),
        hints=keys.everywhere(),
    )


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
@require_GET
def export(request: HttpRequest) -> HttpResponse:
    """The same rows as a sheet; logged as an extract."""
    shown = _chosen(_ways(request, look=Look.EXTRACT), Wanted.of(request), frame.asked(request).actor.id)
    columns = [
        _("Ung"), _("18 år"), _("Står"), _("Dage uden hjælp"), *(say(TOPIC_TITLES[topic]) for topic in Topic),
        _("Ejer, børn"), _("Ejer, voksne"), _("Udgift lav"), _("Udgift midt"), _("Udgift høj"),
    ]  # fmt: skip
    return csv_answer(name=f"overgange-{frame.today(request).isoformat()}", columns=columns, rows=map(_cells, shown))


def _cells(one: Way) -> Sequence[object]:
    course, row = one.course, one.found.row
    low, likely, high = (one.cost.low, one.cost.likely, one.cost.high) if one.cost else (None, None, None)
    topics = [view.label.partition(": ")[2] for view in ways.topics(course)]
    return [
        one.card.name,
        course.eighteen.isoformat(),
        ways.status_chip(course).text,
        course.gap.days if course.gap else 0,
        *topics,
        row.child_owner.name if row.child_owner else "",
        row.adult_owner.name if row.adult_owner else "",
        *(amount.ore // 100 if amount else "" for amount in (low, likely, high)),
    ]


def _ways(request: HttpRequest, *, look: Look = Look.VIEW) -> list[Way]:
    asked, today = frame.asked(request), frame.today(request)
    found = coordination.board(by=asked.actor, at=asked.moment)
    on_account = {one.row.citizen_id: one.row.case_id for one in found}
    cards = people.cards(on_account, case_ids=on_account, look=look)
    return [ways.way(one, cards[one.row.citizen_id], today=today) for one in found if one.row.citizen_id in cards]


def _chosen(everybody: list[Way], wanted: Wanted, reader: int) -> list[Way]:
    return sorted((one for one in everybody if wanted.keeps(one, reader)), key=_SORTS[wanted.sort])  # type: ignore[arg-type]  # each order compares with itself


def _kpis(everybody: list[Way], shown: list[Way]) -> tuple[Kpi, ...]:
    gaps = [one.course.gap.days for one in everybody if one.course.gap]
    ready = sum(one.course.status is Status.READY for one in everybody)
    missing = sum(one.found.row.adult_owner_id is None for one in everybody)
    whole = cost.together(one.cost for one in everybody if one.cost)
    here = reverse("staff:board")
    listed = _(" og ").join(str(one) for one in sorted(gaps, reverse=True)[:2])
    return (
        Kpi(_("Unge på tavlen"), str(len(everybody)), note=_("%(n)s vist her") % {"n": len(shown)}),
        Kpi(_("Klar til 18 år"), str(ready), chip=Chip(_("alle seks emner"), "ok"), href=f"{here}?stand=ready"),
        Kpi(
            _("Hul i hjælpen"),
            str(len(gaps)),
            chip=Chip(_("længst %(days)s dage") % {"days": listed}, "over") if gaps else Chip(_("ingen"), "ok"),
            href=f"{here}?stand=gap",
        ),
        Kpi(
            _("Uden ejer på voksensiden"),
            str(missing),
            chip=Chip(_("udpeg en ejer"), "warn") if missing else Chip(_("alle har en"), "ok"),
            href=f"{here}?ejer=mangler",
        ),
        Kpi(
            _("Forventet voksenudgift pr. år"),
            _millions(whole),
            note=_("midt %(amount)s") % {"amount": ways.kroner(whole.likely)} if whole else "",
        ),
    )


def _millions(whole: cost.Cost | None) -> str:
    if whole is None:
        return _("ukendt")

    def one(amount: Money) -> str:
        text = f"{amount.ore / 100_000_000:.1f}"
        return text.replace(".", ",") if frame.page_language() == "da" else text

    return _("%(low)s–%(high)s mio.") % {"low": one(whole.low), "high": one(whole.high)}


def _next(request: HttpRequest, shown: list[Way]) -> NextActView | None:
    """The most urgent: the sentence first."""
    urgent = next((one for one in shown if one.course.status is Status.GAP), None)
    if urgent is None:
        return None
    missing = [
        say(TOPIC_TITLES[topic]).lower()
        for topic, state in urgent.course.topics.items()
        if state in {TopicState.LATE, TopicState.OPEN}
    ]
    row = urgent.found.row
    token, asked = token_of(urgent.card), frame.asked(request)
    lacking = _("mangler %(topics)s") % {"topics": ", ".join(missing[:3])} if missing else _("mangler en afgørelse")
    calls = coordination.own_cases(citizen_id=urgent.card.id, by=asked.actor, at=asked.moment)
    meet = (Action(_("Indkald til møde"), reverse("staff:meeting-new", args=[token])),) if calls else ()
    return NextActView(
        kicker=_("Næste skridt · bolden er hos %(unit)s") % {"unit": row.adult_unit.name},
        title=_("%(name)s: %(age)s, og der %(lacking)s")
        % {"name": urgent.card.name, "age": ways.age_words(urgent.course), "lacking": lacking},
        text=_("%(gap)s Forberedelsen skal være færdig, så afgørelsen gælder fra 18-års-dagen. Barnets lov §§ 122-123.")
        % {"gap": f"{ways.gap_words(urgent.course)} "},
        actions=(Action(_("Åbn forløbet"), reverse("staff:young", args=[token]), "primary"), *meet),
    )


def _fields(wanted: Wanted, everybody: list[Way]) -> tuple[FieldView, ...]:
    units = {
        str(unit.pk): unit.name for one in everybody for unit in (one.found.row.child_unit, one.found.row.adult_unit)
    }
    lists = (
        ("mdr", _("Fylder 18 inden for"), wanted.months, [(m, _("%(n)s måneder") % {"n": m}) for m in _MONTHS]),
        ("stand", _("Står"), wanted.state, _states()),
        ("enhed", _("Enhed"), wanted.unit, sorted(units.items(), key=lambda one: one[1])),
        ("ejer", _("Ejer"), wanted.owner, [("mangler", _("Mangler en ejer")), ("mig", _("Mine"))]),
        (
            "orden",
            _("Sorter efter"),
            wanted.sort,
            [("alder", _("Alder")), ("navn", _("Navn")), ("udgift", _("Udgift"))],
        ),
    )
    first = {"orden": _("Hvem der haster mest")}
    return tuple(
        FieldView(
            "select",
            name,
            f"f-{name}",
            label,
            value,
            options=(
                Option("", first.get(name, _("Alle"))),
                *(Option(key, text) for key, text in choices),
            ),
        )
        for name, label, value, choices in lists
    )


def _states() -> list[tuple[str, str]]:
    return [
        ("gap", _("Hul i hjælpen")),
        ("close", _("Tæt på")),
        ("plan", _("På plan")),
        ("ready", _("Klar")),
        ("early", _("For tidligt at sige")),
    ]


def _active(wanted: Wanted) -> tuple[ActiveFilter, ...]:
    here = reverse("staff:board")
    named = {
        "months": _("inden for %(n)s måneder") % {"n": wanted.months},
        "state": dict(_states()).get(wanted.state, ""),
        "unit": _("en enhed"),
        "owner": {"mangler": _("mangler en ejer"), "mig": _("mine")}.get(wanted.owner, ""),
    }
    return tuple(
        ActiveFilter(label, f"{here}?{replace(wanted, **{name: ''}).query()}")
        for name, label in named.items()
        if getattr(wanted, name)
    )


def _empty(somebody: bool) -> StateView:
    if somebody:
        return StateView(
            kind="empty",
            heading=_("Ingen unge passer til filtrene"),
            paragraphs=(_("Fjern et filter for at se flere."),),
            actions=(Action(_("Vis alle"), reverse("staff:board")),),
        )
    return StateView(
        kind="empty",
        heading=_("Ingen unge på vej til 18 år"),
        paragraphs=(
            _("Unge kommer selv på tavlen fra 16-års-dagen, når de har en åben sag, der kan blive til voksenhjælp."),
        ),
        actions=(Action(_("Til min dag"), reverse("staff:day")),),
    )


def _href(one: Way) -> str:
    return reverse("staff:young", args=[token_of(one.card)])
