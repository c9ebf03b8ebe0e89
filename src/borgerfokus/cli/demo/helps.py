"""The help of a story: the plan with the citizen, the order, and each follow-up with what became of the goals."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from borgerfokus.cli.demo.acts import following, granting, planning
from borgerfokus.cli.demo.acts.granting import Given
from borgerfokus.cli.demo.acts.offering import USUAL
from borgerfokus.cli.demo.acts.pen import Hand, Pen, citizen, worker
from borgerfokus.cli.demo.acts.theming import Said
from borgerfokus.cli.demo.casetypes import Kind
from borgerfokus.cli.demo.citizens import Citizen
from borgerfokus.cli.demo.clock import Clock
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.tables import Row
from borgerfokus.cli.demo.words import goals as words
from borgerfokus.core.interventions.following import FollowUpContent, GoalFollowed, reached_by
from borgerfokus.core.interventions.plan import PlanContent
from borgerfokus.core.interventions.words import FollowUpOutcome, Form, GoalKind, HelpEnd, Reached
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.core.periods import Period
from borgerfokus.core.words import period_words

UNITS: Mapping[str, str] = {"sel-85": "bostoetten", "sel-107": "havbo"}
"""Who gives the help of a kind that has a plan."""
_MOVED: Mapping[int, float] = {-2: 6, -1: 34, 0: 46, 1: 14}
_MOVES: Mapping[str, Mapping[int, float]] = {
    "mestringsgruppe": {-2: 20, -1: 52, 0: 23, 1: 5},
    "hjemmevejleder": {-2: 12, -1: 44, 0: 34, 1: 10},
    "stoette-paa-skaerm": {-2: 3, -1: 30, 0: 49, 1: 18},
    "bofaellesskab-tangen": {-2: 2, -1: 22, 0: 56, 1: 20},
}
"""How far goals move between start and follow-up, by the offer: invented, so that the figures tell of something."""
_HOURS = re.compile(r"(\d+(?:,\d+)?) timer? om ugen")
_FORMS = {PriceUnit.DAY.value: Form.STAY, PriceUnit.COURSE.value: Form.COURSE}


def given(pen: Pen, *, starts: date) -> Given:
    """The help as it was granted: by the offer that was chosen, or is usual for the kind."""
    offer = pen.chosen or pen.desk.offers.get(USUAL[pen.kind.spec.key][0])
    made = next(row for row in reversed(pen.decisions) if row["state"] == "issued")
    return Given(
        title=str(offer["title"] if offer else made["granted"])[:160],
        provider=str(offer["provider"] if offer else made["provider"] or "Fjordby Kommune"),
        form=_FORMS.get(offer["price_unit"], Form.HOURS) if offer else Form.HOURS,
        starts=starts,
        offer=offer,
        unit_id=pen.desk.organisation.unit_ids[UNITS[pen.kind.spec.key]],
        hours_per_week=hours_of(made["granted"]) or (offer["hours_per_week"] if offer else None),
        extent=made["granted"][:300],
        price_ore=offer["price_ore"] if offer else 0,
        price_unit=offer["price_unit"] if offer else "free",
    )


def hours_of(granted: str) -> Decimal | None:
    """How many hours a week were granted, where the grant says so."""
    found = _HOURS.search(granted)
    return Decimal(found[1].replace(",", ".")) if found else None


def with_hours(granted: str, hours: Decimal) -> str:
    """The same grant with other hours."""
    said = f"{hours.normalize():f}".replace(".", ",")
    return _HOURS.sub(f"{said} {'time' if hours == 1 else 'timer'} om ugen", granted, count=1)


def draft_of(pen: Pen, *, most: int) -> planning.Draft:
    """What a plan says: the grant, and goals from the themes with the heaviest levels."""
    made = next(row for row in reversed(pen.decisions) if row["state"] == "issued")
    newest: dict[str, Row] = {}
    for (theme, _number), row in sorted(pen.themes.items(), key=lambda one: one[0][1]):
        newest[theme] = row
    heavy = sorted((row for row in newest.values() if row["level_now"] is not None), key=lambda row: -row["level_now"])
    said = [_said(row) for row in heavy[:most]]
    period = Period(made["starts"], made["ends"])
    content = PlanContent(
        purpose=str(pen.case["need"]) or "At hverdagen hænger sammen.",
        intervention=str(made["granted"]),
        duration=f"{period_words(period).da[:1].upper()}{period_words(period).da[1:]}. Vi følger op undervejs.",
    )
    return planning.Draft(content, [words.goal_of(one) for one in said] or [words.goal_of(Said("", "", ""))])


def _said(row: Row) -> Said:
    return Said(row["theme"], row["own_words"], "", now=row["level_now"], expected=row["level_expected"])


class Helped(Clock):
    """What comes with help that has a plan."""

    kind: Kind
    who: Citizen
    me: Worker

    @property
    def hand(self) -> Hand:
        """The caseworker."""
        return worker(self.me)

    @cached_property
    def mine(self) -> Draw:
        """A stream of its own, so that help moves nothing else."""
        return self.draw.of(f"help:{self.pen.case['number']}")

    @property
    def has_plan(self) -> bool:
        """Whether the kind of case asks for a plan."""
        return self.kind.spec.key in UNITS

    def begin_help(self, days: int) -> None:
        """The help is ordered and begins after some days; the citizen is offered a plan."""
        pen, unit = self.pen, UNITS[self.kind.spec.key]
        staff = self.desk.organisation.staff[unit]
        provider = worker(self.mine.one(staff))
        starts = self.clock.date() + timedelta(days=days)
        help_ = granting.add(pen, given(pen, starts=starts), by=self.hand, at=self.soon(20))
        wait = self.desk.days.working(self.clock.date() + timedelta(days=7))
        until = starts + timedelta(days=365)
        brief = self.mine.one(words.BRIEF)
        at = self.soon(10)
        made = granting.order(
            pen, help_, brief=brief, goals=(), days=(starts, wait, max(until, at.date())), by=self.hand, at=at
        )
        granting.accept(pen, made, by=provider, at=self.next(max(1, days - 1)))
        granting.start(pen, made, by=provider, at=self.next(1))
        self._plan()

    def _plan(self) -> None:
        pen, mine = self.pen, self.mine
        wanted = mine.chance(0.9)
        text = "" if wanted else mine.one(words.DECLINED)
        row = planning.offer(pen, wanted=wanted, words=text, by=self.hand, at=self.next(mine.between(1, 12)))
        if not wanted:
            return
        draft = draft_of(pen, most=mine.between(1, 3))
        planning.save(pen, row, draft, by=self.hand, at=self.next(mine.between(1, 9)))
        planning.show(pen, row, by=self.hand, at=self.soon(6))
        planning.sign(pen, row, by=citizen(self.who), at=self.at_home(mine.between(1, 11)))
        planning.sign(pen, row, by=self.hand, at=self.next(1))

    def follow(self, outcome: FollowUpOutcome, *, reason: str, text: str, next_on: date | None) -> int:
        """Follow up: each goal has moved a little, and the citizen says how it is. Returns the step's event."""
        mine, pen = self.mine, self.pen
        at = self.soon(mine.between(5, 50))
        asked = mine.chance(0.8)
        happy = mine.weighted({5: 22, 4: 40, 3: 22, 2: 10, 1: 3, 0: 3})
        left = mine.chance(0.22)
        gone = left and outcome is FollowUpOutcome.END
        running = (goal for goal in pen.goals if not goal["ended_as"] and goal["shown_at"])
        goals = tuple(_unseen(goal) if gone else self._followed(goal) for goal in running)
        said = FollowUpContent(
            on=at.date(),
            outcome=outcome,
            reason=reason,
            goals=goals,
            satisfaction=happy or None,
            citizen_words=mine.one(words.HAPPY if happy > 3 else words.SO_SO),
            provider_said=text if asked else "",
            provider_why_not="" if asked else "De havde ikke tid den dag. Vi ringer til dem.",
            next_on=next_on,
        )
        ended_as = mine.weighted({HelpEnd.BY_CITIZEN: 7, HelpEnd.MOVED_OR_DIED: 3}) if left else HelpEnd.COMPLETED
        return following.follow_up(pen, said, by=self.hand, at=at, ended_as=ended_as)

    def _followed(self, goal: Row) -> GoalFollowed:
        """Levels move by chance: mostly down, rarely up; not everything is measured."""
        mine = self.mine
        start, expected = goal["level_start"], goal["level_expected"]
        if start is None:
            return GoalFollowed(goal=goal["id"], reached=mine.one((Reached.NOT_YET, Reached.PARTLY)))
        moved = mine.weighted(_MOVES.get(str((self.pen.chosen or {}).get("key", "")), _MOVED))
        now = min(max(start + moved, 0), 4)
        reached = reached_by(kind=GoalKind(goal["kind"]), expected=expected, now=now) or Reached.NOT_YET
        return GoalFollowed(
            goal=goal["id"], reached=reached, level_now=now, note=words.NOTES[max(-2, min(now - start, 1))]
        )


def _unseen(goal: Row) -> GoalFollowed:
    """A goal of somebody who has left: nobody could see how it went."""
    return GoalFollowed(goal=goal["id"], reached=Reached.NO)
