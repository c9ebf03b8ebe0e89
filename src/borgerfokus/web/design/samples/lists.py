"""Sample objects of lists: tables, figures, tabs, items, cards, filters, paging."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.web.design import views as v
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.samples import lines
from borgerfokus.web.design.samples.figures import shares_sample, trend_sample
from borgerfokus.web.design.samples.language import Say
from borgerfokus.web.present.prose import Passage, passages


@dataclass(frozen=True, slots=True)
class ListSamples:
    """Lists, tables and figures."""

    kpis: tuple[v.Kpi, ...]
    profile: v.ProfileView
    forest: v.ForestView
    shares: v.SharesView
    trend: v.TrendView
    goal: v.GoalView
    line: v.LineView
    ways: tuple[v.WayView, ...]
    heads: tuple[str, ...]
    steps: tuple[v.MilestoneView, ...]
    week: tuple[v.WeekDay, ...]
    prose: tuple[Passage, ...]
    sessions: tuple[v.Item, ...]
    columns: tuple[v.Column, ...]
    rows: tuple[v.Row, ...]
    promise_columns: tuple[v.Column, ...]
    promise_rows: tuple[v.Row, ...]
    tabs: tuple[v.TabItem, ...]
    terms: tuple[v.Term, ...]
    items: tuple[v.Item, ...]
    cards: tuple[v.CardView, ...]
    paging: v.Paging
    filters: tuple[v.ActiveFilter, ...]
    filter_fields: tuple[FieldView, ...]


def list_samples(say: Say) -> ListSamples:
    """The lists in the language of ``say``."""
    names = (say("Borger og sag", "Citizen and case"), say("Frist", "Deadline"), say("Slags", "Kind"))
    more = (say("Næste skridt", "Next step"), say("Bolden", "The ball"))
    promise = (say("Når du søger om", "When you apply for"), say("Målt mod målet", "Against the target"))
    return ListSamples(
        kpis=_kpis(say),
        profile=_profile(say),
        forest=_forest(say),
        shares=shares_sample(say),
        trend=trend_sample(say),
        goal=_goal(say),
        line=lines.line(say),
        ways=lines.ways(say),
        heads=lines.heads(say),
        steps=lines.steps(say),
        week=lines.week(say),
        prose=passages(
            say(
                "Vi hjælper med det, du ikke selv kan.\n\n## Sådan gør du\n\n- Søg på siden\n- Eller ring til os",
                "We help with what you cannot do yourself.\n\n## What to do\n\n- Apply here\n- Or call us",
            )
        ),
        sessions=(v.Item(say("Firefox på Linux", "Firefox on Linux"), say("Her, nu", "Here, now")),),
        columns=tuple(v.Column(name) for name in names + more),
        rows=_rows(say),
        promise_columns=(*(v.Column(name) for name in promise), v.Column(say("Holdt", "Kept"), numeric=True)),
        promise_rows=_promises(say),
        tabs=(
            v.TabItem(say("Overblik", "Overview"), "#tab-1"),
            v.TabItem(say("Journal", "Journal"), "#tab-2", count="14"),
            v.TabItem(say("Oplysninger", "Information"), "#tab-3", current=True, count="9/12", key="g o"),
            v.TabItem(say("Parter", "Parties"), "#tab-4", count="3"),
        ),
        terms=(
            v.Term(say("Modtaget", "Received"), "12-10-2026"),
            v.Term(say("Sagsbehandler", "Caseworker"), "Karen Lindvad", say("Voksenteamet", "The adult team")),
        ),
        items=_items(say),
        cards=_cards(say),
        paging=v.Paging(say("50 af 214 sager", "50 of 214 cases"), older_href="#older", newer_href="#newer"),
        filters=(v.ActiveFilter(say("Over fristen", "Late"), "#without"),),
        filter_fields=_filter_fields(say),
    )


def _forest(say: Say) -> v.ForestView:
    return v.ForestView(
        label=say(
            "Ændring med 95 procents interval. Gruppeforløb 0,9. Botilbud 0,2, hvor intervallet rummer nul.",
            "Change with 95 per cent interval. Group course 0.9. Housing 0.2, whose interval holds zero.",
        ),
        ticks=((2.0, "−1", False), (34.0, "0", True), (66.0, "+1", False), (98.0, "+2", False)),
        lines=(
            v.ForestLine(say("Gruppeforløb", "Group course"), say("40 borgere", "40 citizens"), 54, 63, 72, True, 40),
            v.ForestLine(say("Botilbud", "Housing"), say("15 borgere", "15 citizens"), 24, 40, 56, False, 44),
        ),
        strong=say("mere end det, der ventes af sig selv", "more than is expected by itself"),
        weak=say("kan være tilfældigt", "may be chance"),
        mark=say("ventes af sig selv", "expected by itself"),
    )


def _goal(say: Say) -> v.GoalView:
    tick = v.Action(say("Gjort", "Done"), "#goal-1", kind="tertiary", context=say(": selv", ": alone"))
    return v.GoalView(
        goal_id="1",
        title=say("Jeg åbner selv min post", "I open my own post"),
        chip=v.Chip(say("På vej", "On the way"), "ok"),
        meta=say("Udvikle · Praktiske opgaver", "Develop · Practical tasks"),
        paragraphs=(say("Bunken skal ikke vokse.", "The pile must not grow."),),
        moves=say("Det går fremad: nu 2.", "It improves: now 2."),
        measure=say("Sådan kan vi se det: bunken er væk.", "How we can see it: the pile is gone."),
        steps=(
            v.StepView(
                say("Åbne posten sammen", "Open the post together"), say("Gjort 2. maj", "Done 2 May"), done=True
            ),
            v.StepView(say("Åbne posten selv", "Open the post alone"), say("Dig", "You"), action=tick),
        ),
        history=(say("2. maj · På vej", "2 May · On the way"),),
        said=(v.SaidView(say("Mads, borgeren", "Mads, the citizen"), (say("Det er svært.", "It is hard."),)),),
    )


def _profile(say: Say) -> v.ProfileView:
    hard, some, easy = say("3 · Svært", "3 · Severe"), say("2 · Moderat", "2 · Moderate"), say("1 · Let", "1 · Slight")
    label = say("Praktiske opgaver. Sidst: 3. Nu: 2. Forventet: 1.", "Practical tasks. Last: 3. Now: 2. Expected: 1.")
    moved = v.ProfileLine(say("Praktiske opgaver", "Practical tasks"), label, hard, some, easy, 72.5, 50.0, 27.5)
    label = say("Egenomsorg. Sidst: 1. Nu: 1. Forventet: 1.", "Self-care. Last: 1. Now: 1. Expected: 1.")
    same = v.ProfileLine(say("Egenomsorg", "Self-care"), label, easy, easy, easy, 27.5, 27.5, 27.5)
    return v.ProfileView(
        caption=say("Niveau, tema for tema", "Level, theme by theme"),
        ticks=tuple((5.0 + number * 22.5, str(number)) for number in range(5)),
        lines=(moved, same),
        scale=say("0 er ingen, 4 er fuldstændig", "0 is none, 4 is complete"),
    )


def _kpis(say: Say) -> tuple[v.Kpi, ...]:
    return (
        v.Kpi(
            say("Over fristen", "Late"),
            "1",
            chip=v.Chip(say("handl i dag", "act today"), "over"),
            href="#late",
        ),
        v.Kpi(say("Frist inden 7 dage", "Due in 7 days"), "4", chip=v.Chip(say("onsdag", "Wednesday"), "warn")),
        v.Kpi(say("På plan", "On plan"), "27", chip=v.Chip(say("af 32 sager", "of 32 cases"), "ok")),
        v.Kpi(say("Bolden er hos mig", "The ball is with me"), "11", say("9 hos borger", "9 with citizens")),
        v.Kpi(say("Nyt siden fredag", "New since Friday"), "6", say("2 ansøgninger", "2 applications")),
    )


def _rows(say: Say) -> tuple[v.Row, ...]:
    return (
        v.Row(
            (
                v.Cell("Jørgen Tange", "SEL § 112", "#tange"),
                v.Due("over", say("4 dage over", "4 days late"), "19-11-2026"),
                v.Kind("promise"),
                v.Cell(say("Send besked om ny dato", "Tell of the new date"), "RSL § 3"),
                v.Ball("us", say("Dig", "You")),
            ),
            pick="1",
            pick_label="Jørgen Tange",
        ),
        v.Row(
            (
                v.Cell("Lene Overgaard", "SEL § 85", "#overgaard"),
                v.Due("soon", say("2 dage", "2 days"), "25-11-2026"),
                v.Kind("law"),
                say("Send til godkendelse", "Send for approval"),
                v.Ball("you", say("Borger", "Citizen")),
            ),
            here=True,
            pick="2",
            pick_label="Lene Overgaard",
        ),
    )


def _promises(say: Say) -> tuple[v.Row, ...]:
    return (
        v.Row(
            (
                v.Cell(
                    say("Støtte i hverdagen", "Support in daily life"),
                    say("62 af 68 sager", "62 of 68 cases"),
                ),
                v.BarView(91, say("91 procent, målet er 90 procent", "91 per cent, the target is 90"), target=90),
                say("91 %", "91%"),
            )
        ),
        v.Row(
            (
                v.Cell(say("Hjælpemidler", "Aids"), say("142 af 200 sager", "142 of 200 cases")),
                v.BarView(
                    71,
                    say("71 procent, målet er 90 procent", "71 per cent, target 90"),
                    target=90,
                    behind=True,
                ),
                say("71 %", "71%"),
            )
        ),
    )


def _items(say: Say) -> tuple[v.Item, ...]:
    return (
        v.Item(
            say("Teammøde, voksne", "Team meeting, adults"),
            say("Mødelokalet, 45 min.", "45 min."),
            when="9.00",
        ),
        v.Item(
            say("Henrik Sloth søger om ledsagelse", "Henrik Sloth applies for an escort"),
            say("Ny ansøgning · kl. 7.44", "New application · 7.44 am"),
            href="#sloth",
            when="10.30",
            chip=v.Chip(say("om 20 min.", "in 20 min."), "fjord", "time"),
            actions=(v.Action(say("Opret sag", "Open case"), "#open"),),
            here=True,
        ),
    )


def _cards(say: Say) -> tuple[v.CardView, ...]:
    return (
        v.CardView(
            say("Jeg bliver ældre", "I am growing old"),
            say("Hjælp i hjemmet.", "Help at home."),
            "#a",
            "older",
        ),
        v.CardView(say("Mit barn har det svært", "My child struggles"), say("Råd.", "Advice."), "#b", "child"),
        v.CardView(say("Jeg har det svært psykisk", "I am unwell"), say("Nogen at tale med.", "Talk."), "#c", "mind"),
        v.CardView(
            say("Jeg lever med et handicap", "I have a disability"),
            say("Støtte.", "Support."),
            "#d",
            "disability",
        ),
        v.CardView(say("Jeg hjælper en anden", "I help another"), say("Aflastning.", "Respite."), "#e", "relative"),
        v.CardView(say("Hjem fra sygehuset", "Home from hospital"), say("Træning.", "Training."), "#f", "hospital"),
        v.CardView(say("Jeg fylder snart 18", "I turn 18 soon"), say("Bolig.", "Housing."), "#g", "youth"),
        v.CardView(say("Alkohol og stoffer", "Alcohol and drugs"), say("Rådgivning.", "Counsel."), "#h", "substances"),
    )


def _filter_fields(say: Say) -> tuple[FieldView, ...]:
    options = (Option("", say("Alle", "All"), checked=True), Option("late", say("Over fristen", "Late")))
    return (
        FieldView("select", "due", "filter-due", say("Frist", "Deadline"), options=options, required=True),
        FieldView("input", "q", "filter-q", say("Ord", "Words"), required=True),
    )
