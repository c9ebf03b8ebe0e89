"""Sample objects of lines of time: everything around a citizen, and the way to 18."""

from __future__ import annotations

from borgerfokus.web.design import views as v
from borgerfokus.web.design.samples.language import Say

_OWNERS = ("Jette Frost", "Karen Lindvad")


def line(say: Say) -> v.LineView:
    """Two cases, one of them shared, and a meeting."""
    columns = (say("Fase", "Phase"), say("Enhed", "Unit"), say("Bolden", "The ball"))
    us = v.Ball("us", say("Os", "Us"))
    return v.LineView(
        caption=say("Sager på én tidslinje", "Cases on one line of time"),
        first=say("Sag", "Case"),
        ticks=((10.0, "2025"), (45.0, "2026"), (80.0, "2027")),
        today=62.0,
        columns=tuple(v.Column(name) for name in columns),
        rows=(
            v.LineRow(
                title=say("Støtte i hverdagen", "Support in everyday life"),
                sub="2026-000101",
                href="#case",
                label=say("Støtte, modtaget i 2025", "Support, received in 2025"),
                spans=(v.LineSpan("open", 12.0, 88.0), v.LineSpan("help", 30.0, 50.0)),
                marks=(v.LineMark("date", 70.0), v.LineMark("meeting", 55.0)),
                cells=(say("Indsats", "Help"), say("Voksenteamet", "The adult team"), us),
            ),
            v.LineRow(
                title=say("Ekstra udgifter", "Extra expenses"),
                sub=say("delt", "shared"),
                href="",
                label=say("Ekstra udgifter, delt", "Extra expenses, shared"),
                spans=(v.LineSpan("shared", 40.0, 40.0), v.LineSpan("closed", 5.0, 20.0)),
                marks=(v.LineMark("decision", 48.0),),
                cells=(say("Sagsoplysning", "Information"), say("Ydelsesteamet", "The benefits team"), us),
            ),
        ),
        shares=True,
    )


def ways(say: Say) -> tuple[v.WayView, ...]:
    """One with days without help, one without an owner."""
    marks: tuple[v.TopicMark, ...] = ("agreed", "going", "open", "late", "agreed", "open")
    topics = tuple(v.TopicView(mark, say("Emne", "Topic")) for mark in marks)
    sides = (say("Børn", "Children"), say("Voksne", "Adults"))
    name_one = say("Udpeg ejer", "Name an owner")
    return (
        v.WayView(
            name="Emil Holm",
            href="#emil",
            age=say("18 år om 64 dage", "18 in 64 days"),
            label=say("Emil: hul på 47 dage", "Emil: gap of 47 days"),
            today=73.0,
            chip=v.Chip(say("Hul på 47 dage", "Gap of 47 days"), "over"),
            topics=topics,
            agreed=say("2 af 6 aftalt", "2 of 6 agreed"),
            owners=tuple(v.OwnerView(side, name) for side, name in zip(sides, _OWNERS, strict=True)),
            cost=say("612.000 kr.", "DKK 612,000"),
            span=say("430–790 t.kr.", "DKK 430–790 k"),
            ready=(82.0, 6.0),
            gap=(80.0, 5.0),
        ),
        v.WayView(
            name="Ravn Ibsager",
            href="#ravn",
            age=say("16 år og 9 måneder", "16 years and 9 months"),
            label=say("Ravn: for tidligt at sige", "Ravn: too early to say"),
            today=30.0,
            chip=v.Chip(say("For tidligt at sige", "Too early to say"), "line", "hourglass"),
            topics=topics,
            agreed=say("2 af 6 aftalt", "2 of 6 agreed"),
            owners=(v.OwnerView(sides[0], _OWNERS[0]), v.OwnerView(sides[1], "", name_one)),
            cost=say("ukendt", "unknown"),
            span="",
        ),
    )


def heads(say: Say) -> tuple[str, ...]:
    """Short names of the six topics."""
    danish, english = ("Stø", "Udd", "Job", "Bol", "Soc", "Øvr"), ("Sup", "Edu", "Job", "Hou", "Soc", "Oth")
    return tuple(say(one, other) for one, other in zip(danish, english, strict=True))


def steps(say: Say) -> tuple[v.MilestoneView, ...]:
    """A milestone of each state."""
    return (
        v.MilestoneView(say("Første møde", "First meeting"), "23-7-2025", "done", say("nået", "reached")),
        v.MilestoneView(say("Der er søgt", "Applied"), "23-8-2026", "late", say("92 dage over", "92 days late")),
        v.MilestoneView(say("Alt er aftalt", "All agreed"), "23-3-2027", "next", ""),
    )


def week(say: Say) -> tuple[v.WeekDay, ...]:
    """Two days: one with an appointment and a time away, one with nothing."""
    missing = v.Chip(say("Tolk mangler", "Interpreter missing"), "warn")
    entries = (
        v.WeekEntry("9.00–9.45", "Mads Ellekjær", text=say("På kontoret", "At the office"), href="#", chips=(missing,)),
        v.WeekEntry("10.00–11.30", say("Hold", "Group"), "group", href="#"),
        v.WeekEntry("12.00–13.00", say("Optaget", "Busy"), "busy"),
        v.WeekEntry("14.00–15.00", say("Fravær", "Away"), "away"),
    )
    return (
        v.WeekDay(say("Mandag 23. november", "Monday 23 November"), "9.00–15.00", entries, today=True),
        v.WeekDay(say("Tirsdag 24. november", "Tuesday 24 November"), "9.00–15.00"),
    )
