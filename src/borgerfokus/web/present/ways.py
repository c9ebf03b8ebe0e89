"""A young person's way to 18 in words and as a line: for the board, the page of one, and the young person."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.coordination.service import OnTheWay
from borgerfokus.core.money import Money
from borgerfokus.core.transition.cost import Cost
from borgerfokus.core.transition.course import Course
from borgerfokus.core.transition.words import (
    MILESTONE_PLAIN,
    MILESTONE_TITLES,
    STATE_TITLES,
    TOPIC_SHORT,
    TOPIC_TITLES,
    Milestone,
    Status,
    Topic,
)
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.design.views import Chip, MilestoneView, OwnerView, TopicView, WayView
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present.words import days, short_date

_MONTH, _YEAR = 30.44, 12
_SOON = 120
_THOUSAND = 100_000


@dataclass(frozen=True)
class Way:
    """One young person as the board knows it."""

    found: OnTheWay
    card: Card
    course: Course

    @property
    def cost(self) -> Cost | None:
        """The expected cost in a year."""
        return self.found.cost


def way(found: OnTheWay, card: Card, *, today: date) -> Way:
    """A row of the board with its course reckoned."""
    return Way(found, card, found.course(born=card.birth_date, today=today))


def heads() -> tuple[str, ...]:
    """The short names of the six topics."""
    return tuple(say(TOPIC_SHORT[topic]) for topic in Topic)


def view(one: Way, *, href: str) -> WayView:
    """A row of the board."""
    course, row = one.course, one.found.row
    chip = status_chip(course)
    age = age_words(course)
    return WayView(
        name=one.card.name,
        href=href,
        age=age,
        label=f"{one.card.name}: {chip.text}. {age}",
        today=course.place(course.today),
        chip=chip,
        topics=topics(course),
        agreed=_("%(n)s af 6 aftalt") % {"n": course.agreed},
        owners=(
            OwnerView(_("Børn"), row.child_owner.name if row.child_owner else "", _("Udpeg ejer")),
            OwnerView(_("Voksne"), row.adult_owner.name if row.adult_owner else "", _("Udpeg ejer")),
        ),
        cost=kroner(one.cost.likely) if one.cost else _("ukendt"),
        span=span(one.cost) if one.cost else "",
        ready=_ready(course),
        gap=_gap(course),
    )


def topics(course: Course) -> tuple[TopicView, ...]:
    """The six squares."""
    return tuple(
        TopicView(state.value, f"{say(TOPIC_TITLES[topic])}: {say(STATE_TITLES[state])}")
        for topic, state in course.topics.items()
    )


def status_chip(course: Course) -> Chip:
    """The finding in a chip: "Hul på ca. 47 dage", "Klar", "På plan"."""
    match course.status:
        case Status.GAP if course.gap is not None:
            about = _("Hul på %(days)s") if course.gap.is_known else _("Hul på ca. %(days)s")
            return Chip(about % {"days": days(course.gap.days)}, "over")
        case Status.CLOSE:
            return Chip(_("Tæt på: kan blive for sent"), "warn")
        case Status.READY:
            return Chip(_("Klar: alle seks emner er aftalt"), "ok")
        case Status.ON_PLAN:
            weeks = course.spare // 7
            words = ngettext("På plan, klar %(n)s uge før", "På plan, klar %(n)s uger før", weeks) % {"n": weeks}
            return Chip(words if weeks else _("På plan"), "ok")
        case _:
            return Chip(_first_words(course), "line", "hourglass")


def age_words(course: Course) -> str:
    """ "18 år om 64 dage", "18 år om 5 måneder", "16 år og 9 måneder", "fyldte 18 år for 12 dage siden"."""
    left = course.days_left
    if left < 0:
        return _("fyldte 18 år for %(days)s siden") % {"days": days(-left)}
    if left <= _SOON:
        return _("18 år om %(days)s") % {"days": days(left)}
    months = round(left / _MONTH)
    if months <= _YEAR:
        return ngettext("18 år om %(n)s måned", "18 år om %(n)s måneder", months) % {"n": months}
    lived = 2 * _YEAR - months
    years, over = 16 + lived // _YEAR, lived % _YEAR
    return ngettext("%(y)s år og %(n)s måned", "%(y)s år og %(n)s måneder", over) % {"y": years, "n": over}


def milestones(course: Course, *, plain: bool = False) -> tuple[MilestoneView, ...]:
    """The milestones backwards from 18."""
    names = MILESTONE_PLAIN if plain else MILESTONE_TITLES
    return tuple(
        MilestoneView(
            title=say(names[step.milestone]),
            when=on_day(step.due),
            state="done" if step.done else "late" if step.slipped else "next",
            note="" if plain else _note(step.done, step.slipped, (course.today - step.due).days),
        )
        for step in course.steps
    )


def _note(done: bool, slipped: bool, late: int) -> str:
    if done:
        return _("nået")
    return _("%(days)s over") % {"days": days(late)} if slipped else ""


def gap_words(course: Course) -> str:
    """What would happen to the help, in a sentence; nothing when it would not lapse."""
    gap = course.gap
    if gap is None:
        return ""
    words = {"from": on_day(gap.starts), "to": on_day(gap.ends), "days": days(gap.days)}
    if gap.is_known:
        return (
            _("Hjælpen som barn slutter %(from)s, og voksenhjælpen begynder først %(to)s: %(days)s uden hjælp.") % words
        )
    return _("Går det som hidtil, slutter hjælpen %(from)s og begynder igen omkring %(to)s: ca. %(days)s uden.") % words


def kroner(amount: Money) -> str:
    """Whole kroner: "612.000 kr."."""
    return say(Money(round(amount.ore / 100) * 100).text()).replace(",00", "").replace(".00", "")


def span(cost: Cost) -> str:
    """ "430–790 t.kr."."""
    return _("%(low)s–%(high)s t.kr.") % {
        "low": round(cost.low.ore / _THOUSAND),
        "high": round(cost.high.ore / _THOUSAND),
    }


def ready_by(course: Course) -> str:
    """When everything should be agreed."""
    due = next(step.due for step in course.steps if step.milestone is Milestone.AGREED)
    return on_day(due)


def _first_words(course: Course) -> str:
    first = course.steps[0]
    if not first.done and first.milestone is Milestone.FIRST_MEETING:
        return _("Første møde senest %(day)s") % {"day": short_date(first.due)}
    return _("For tidligt at sige")


def _ready(course: Course) -> tuple[float, float] | None:
    if course.ready is None or course.status is Status.READY:
        return None
    low, high = course.place(course.ready[0]), course.place(course.ready[1])
    return low, max(high - low, 1.0)


def _gap(course: Course) -> tuple[float, float] | None:
    if course.gap is None:
        return None
    low, high = course.place(course.gap.starts), course.place(course.gap.ends + timedelta(days=1))
    return low, max(high - low, 1.0)
