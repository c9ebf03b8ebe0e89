"""The flow of cases in words, tables and the process map."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.insight.service import Flow
from borgerfokus.core.flow.chart import TALL, WIDE, Drawn, Geometry, Way, draw
from borgerfokus.core.flow.milestones import MILESTONES
from borgerfokus.web.design.views import Column, FlowArc, FlowDrawing, FlowMap, FlowNode, Row
from borgerfokus.web.frame import page_language, say

_DAY = 86_400_000_000
_TOLD = 5
"""So many arcs of the wide map carry their days in text: the ones that are gone most; the table has them all."""


def number(value: float) -> str:
    """A number with one decimal, as it is written in the reader's language."""
    text = f"{value:.1f}"
    return text.replace(".", ",") if page_language() == "da" else text


def figure(value: float | None) -> str:
    """The same; a dash where none may be told."""
    return "–" if value is None else number(value)


def days(value: float) -> str:
    """ "12 dage", "under en dag"."""
    if value < 1:
        return _("under en dag")
    whole = round(value)
    return ngettext("%(days)s dag", "%(days)s dage", whole) % {"days": whole}


def name(activity: str) -> str:
    """What an activity is called on a map; its own word where it has none here."""
    return say(MILESTONES[activity]) if activity in MILESTONES else activity


def finding(found: Flow) -> str:
    """What the map says, in a sentence or two."""
    if not found.losses:
        return _("%(cases)s sager.") % {"cases": found.cases}
    first = found.losses[0]
    said = _("Flest dage går mellem »%(before)s« og »%(after)s«: typisk %(days)s, %(times)s gange.") % {
        "before": name(first.before),
        "after": name(first.after),
        "days": days(first.median_days),
        "times": first.times,
    }
    if not found.again:
        return said
    most = found.again[0]
    return (
        said
        + " "
        + _("Oftest gøres »%(step)s« om: %(times)s gange.") % {"step": name(most.activity), "times": most.again}
    )


def picture(found: Flow) -> FlowMap:
    """The process map, and the same as a table."""
    hot = {(loss.before, loss.after) for loss in found.losses[:3]}
    steps = ", ".join(name(found.words[step.key]) for step in sorted(found.steps, key=lambda step: step.rank))
    return FlowMap(
        label=_("Proceskort. Skridt i deres sædvanlige rækkefølge: %(steps)s. Tabellen nedenfor siger det samme.")
        % {"steps": steps},
        wide=_drawing(found, WIDE, hot),
        tall=_drawing(found, TALL, hot),
        columns=table_columns(),
        rows=table(found),
    )


def _drawing(found: Flow, geometry: Geometry, hot: set[tuple[str, str]]) -> FlowDrawing:
    chart = draw(steps=found.steps, ways=found.ways, geometry=geometry)
    arcs = [one for one in chart.ways if one.side != "on"]
    told = {id(one) for one in sorted(arcs, key=lambda one: -one.way.times)[: _TOLD if geometry is WIDE else 0]}
    most = {before for before, _after in hot}
    waited = {one.activity: one.waited_days for one in found.facts} if geometry is WIDE else {}
    return FlowDrawing(
        width=geometry.space,
        height=chart.height,
        left=geometry.left,
        box=geometry.width,
        box_height=geometry.height,
        nodes=tuple(
            FlowNode(
                label=name(found.words[placed.step.key]),
                note=_note(placed.step.cases, waited.get(found.words[placed.step.key])),
                y=placed.y,
                hot=found.words[placed.step.key] in most,
            )
            for placed in chart.steps
        ),
        arcs=tuple(
            _arc(found, one, hot, told=one.side == "on" or id(one) in told, times=geometry is WIDE)
            for one in chart.ways
        ),
    )


def _note(cases: int, waited: float | None) -> str:
    """ "203 sager", and how long was waited for the step."""
    if waited is None:
        return _("%(cases)s sager") % {"cases": cases}
    return _("%(cases)s sager, ventet %(days)s") % {"cases": cases, "days": days(waited)}


def _arc(found: Flow, one: Drawn, hot: set[tuple[str, str]], *, told: bool, times: bool) -> FlowArc:
    before, after = found.words[one.way.before], found.words[one.way.after]
    text = days(one.way.median_us / _DAY)
    if times and one.side == "on":
        text = _("%(days)s, %(times)s gange") % {"days": text, "times": one.way.times}
    return FlowArc(
        path=one.path,
        text=text if told else "",
        x=one.x,
        y=one.y,
        thickness=one.thickness,
        side=one.side,
        hot=(before, after) in hot,
    )


def table_columns() -> tuple[Column, ...]:
    """The columns of the table beside the map."""
    return (
        Column(_("Fra")),
        Column(_("Til")),
        Column(_("Gange"), numeric=True),
        Column(_("Median, dage"), numeric=True),
        Column(_("Ni af ti inden, dage"), numeric=True),
    )


def table(found: Flow) -> tuple[Row, ...]:
    """Everything that follows something, most frequent first."""
    return tuple(_way(found, way) for way in sorted(found.ways, key=lambda way: -way.times))


def _way(found: Flow, way: Way) -> Row:
    before, after = name(found.words[way.before]), name(found.words[way.after])
    long = None if way.p90_us is None else way.p90_us / _DAY
    return Row(cells=(before, after, str(way.times), number(way.median_us / _DAY), figure(long)))


def plain(rows: Sequence[Row]) -> list[list[str]]:
    """The rows as a sheet has them: text without links."""
    return [[cell if isinstance(cell, str) else getattr(cell, "text", "") for cell in row.cells] for row in rows]
