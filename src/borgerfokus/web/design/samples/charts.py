"""Sample objects of charts: a control chart, a small line, a process map."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.web.design import views as v
from borgerfokus.web.design.samples.language import Say


@dataclass(frozen=True, slots=True)
class ChartSamples:
    """Charts with everything they say in words."""

    control: v.ControlView
    spark: v.ControlView
    flow: v.FlowMap
    turns: v.TurnsView
    funnel: v.FunnelView
    ladder: v.LadderView
    outlook: v.OutlookView


_WEEKS = (92, 94, 89, 93, 72, 91)


def chart_samples(say: Say) -> ChartSamples:
    """The charts in the language of ``say``."""
    return ChartSamples(
        control=_control(say),
        spark=_spark(say),
        flow=_flow(say),
        turns=_turns(say),
        funnel=_funnel(say),
        ladder=_ladder(say),
        outlook=_outlook(say),
    )


def _control(say: Say) -> v.ControlView:
    week = say("uge", "week")
    points = tuple(
        v.Point(14 + 11.5 * place, 180 - 2 * (share - 60), f"{week} {38 + place}", bad=share < 75)
        for place, share in enumerate(_WEEKS)
    )
    return v.ControlView(
        label=say(
            "Andel frister holdt pr. uge. Uge 42 ligger under den nedre grænse.",
            "Share of deadlines kept per week. Week 42 lies below the lower limit.",
        ),
        height=220,
        points=points,
        levels=(
            v.Level(180, "grid", "60 %"),
            v.Level(100, "grid", "100 %"),
            v.Level(122, "middle", say("Midt 89 %", "Middle 89 %")),
            v.Level(150, "limit"),
            v.Level(110, "target", say("Mål 95 %", "Target 95 %")),
        ),
        columns=(v.Column(say("Uge", "Week")), v.Column(say("Holdt", "Kept"), numeric=True)),
        rows=tuple(v.Row((f"{week} {38 + place}", f"{share} %")) for place, share in enumerate(_WEEKS)),
        marks=(v.TimeMark(48.5, "A", say("Uge 41: Ny blanket", "Week 41: New form")),),
    )


def _funnel(say: Say) -> v.FunnelView:
    limits = (
        ("inner", ((13.0, 60.0), (50.0, 80.0), (96.0, 88.0))),
        ("inner", ((13.0, 140.0), (50.0, 120.0), (96.0, 112.0))),
        ("outer", ((13.0, 30.0), (50.0, 66.0), (96.0, 80.0))),
        ("outer", ((13.0, 170.0), (50.0, 134.0), (96.0, 120.0))),
    )
    return v.FunnelView(
        label=say(
            "Tragtdiagram med fire tal om det fælles tal 72 %. Længere væk, end tilfældet kan forklare: Sandholt.",
            "Funnel plot of four figures round the common figure 72 %. Further away than chance can explain: Sandholt.",
        ),
        height=190,
        points=(
            v.FunnelPoint(22, 108, "common", "Granlev: 70 %"),
            v.FunnelPoint(38, 70, "edge", "Hedevang: 79 %"),
            v.FunnelPoint(80, 40, "out", "Sandholt: 88 %"),
            v.FunnelPoint(60, 96, "own", "Fjordby: 73 %", "Fjordby"),
        ),
        curves=limits,
        levels=((170.0, "55 %", "grid"), (100.0, "72 %", "ref"), (20.0, "92 %", "grid")),
        across=((13.0, "60"), (96.0, "900")),
        below=say("sager bag tallet", "cases behind the figure"),
        note=say("Linjen er det fælles tal", "The line is the common figure"),
    )


def _ladder(say: Say) -> v.LadderView:
    return v.LadderView(
        label=say("Fire kommuners plads med interval, bedst øverst", "The places of four with intervals, best on top"),
        lines=(
            (3.0, 3.0, 3.0, False, "Sandholt: 1"),
            (34.3, 34.3, 97.0, False, "Hedevang: 2–4"),
            (34.3, 65.7, 97.0, True, "Fjordby: 2–4"),
            (34.3, 97.0, 97.0, False, "Granlev: 2–4"),
        ),
        ticks=((3.0, "1"), (97.0, "4")),
    )


def _spark(say: Say) -> v.ControlView:
    points = tuple(v.Point(2 + 19 * place, 60 - share / 2, bad=share < 75) for place, share in enumerate(_WEEKS))
    label = say("Fra 92 % i uge 38 til 91 % i uge 43", "From 92 % in week 38 to 91 % in week 43")
    return v.ControlView(label=label, height=36, points=points, levels=(v.Level(15, "middle"),))


def _outlook(say: Say) -> v.OutlookView:
    weeks = tuple(
        v.OutlookPoint(12 + 12 * place, 90 - 5 * place, 110 - 2 * place, 70 - 8 * place, str(49 + place), text)
        for place, text in enumerate(("42", "", "", "48"))
    )
    return v.OutlookView(
        title=say("Timer", "Hours"),
        finding=say("Flest timer ventes i uge 52: 48.", "Most hours are expected in week 52: 48."),
        height=184,
        points=weeks,
        ticks=((150.0, "0"), (88.0, "40"), (26.0, "80")),
    )


def _flow(say: Say) -> v.FlowMap:
    names = (say("Modtaget", "Received"), say("Oplysning", "Information"), say("Afgørelse", "Decision"))
    days = (say("2 dage", "2 days"), say("16 dage", "16 days"))
    return v.FlowMap(
        label=say("Proceskort: modtaget, oplysning, afgørelse.", "Process map: received, information, decision."),
        wide=_drawing(say, names, days, width=900, left=300, box=300),
        tall=_drawing(say, names, days, width=340, left=76, box=188),
        columns=(v.Column(say("Fra", "From")), v.Column(say("Til", "To")), v.Column(say("Median", "Median"))),
        rows=(v.Row((names[0], names[1], days[0])), v.Row((names[1], names[2], days[1]))),
    )


def _drawing(
    say: Say, names: tuple[str, ...], days: tuple[str, str], *, width: int, left: int, box: int
) -> v.FlowDrawing:
    middle = left + box // 2
    cases = say("203 sager", "203 cases")
    return v.FlowDrawing(
        width=width,
        height=216,
        left=left,
        box=box,
        box_height=48,
        nodes=tuple(v.FlowNode(name, cases, 84 * place, hot=place == 1) for place, name in enumerate(names)),
        arcs=(
            v.FlowArc(f"M{middle} 48 V80", days[0], middle + 12, 71, 2, "on"),
            v.FlowArc(f"M{middle} 132 V164", days[1], middle + 12, 155, 4, "on", hot=True),
            v.FlowArc(f"M{left} 192 C{left - 40} 192 {left - 40} 108 {left - 5} 108", "", left - 40, 150, 1, "left"),
        ),
    )


def _turns(say: Say) -> v.TurnsView:
    names = (say("Oplysning", "Information"), say("Afgørelse", "Decision"))
    texts = (say("21 dage, 2 af dem med arbejde", "21 days, 2 of them with work"), say("9 dage", "9 days"))
    kinds: tuple[tuple[v.TurnKind, str], ...] = (
        ("work", say("arbejde", "work")),
        ("us", say("venter hos os", "waits with us")),
        ("you", say("hos borgeren", "with the citizen")),
        ("other", say("hos andre", "with others")),
    )
    spans = (
        (v.TurnSpan("work", 0, 10), v.TurnSpan("us", 10, 30), v.TurnSpan("other", 40, 60)),
        (v.TurnSpan("work", 0, 8), v.TurnSpan("you", 8, 35)),
    )
    return v.TurnsView(
        finding=say("Flest dage venter sagen på andre.", "Most days the case waits for others."),
        lines=tuple(
            v.TurnLine(name, text, f"{name}: {text}", drawn)
            for name, text, drawn in zip(names, texts, spans, strict=True)
        ),
        kinds=kinds,
        ticks=((0, say("0 dage", "0 days")), (100, say("21 dage", "21 days"))),
        columns=(v.Column(say("Fase", "Phase")), v.Column(say("Dage", "Days"))),
        rows=tuple(v.Row((name, text)) for name, text in zip(names, texts, strict=True)),
        caption=say("Værdistrøm", "Value stream"),
    )
