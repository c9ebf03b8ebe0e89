"""The one picture of a case as view objects: step line, ball, dates, and what happens if a date slips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case, Course
from borgerfokus.apps.insight import service as insight
from borgerfokus.core.casework import picture as core
from borgerfokus.core.casework.ball import Ball as Holder
from borgerfokus.core.casework.ball import Waiting
from borgerfokus.core.casework.deadline import Deadline
from borgerfokus.core.casework.state import State
from borgerfokus.core.dates import calendar_for, day_of
from borgerfokus.core.texts import Text
from borgerfokus.core.words import relative_days
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.views import (
    Action,
    Ball,
    BallKey,
    Chip,
    DateKind,
    Due,
    DueLevel,
    Kind,
    PhaseDot,
    PictureView,
    RangeView,
)
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present.words import capital, same, short_date

_BALLS: Mapping[Holder, BallKey] = {
    Holder.YOU: "you",
    Holder.US: "us",
    Holder.OTHER: "other",
    Holder.NONE: "none",
}
_KINDS: Mapping[str, DateKind] = {
    "statutory": "law",
    "promised": "promise",
    "own": "promise",
    "agreement": "agreement",
    "forecast": "interval",
}


@dataclass(frozen=True)
class Drawn:
    """The picture of one case and what it was drawn from. `at` is the moment of drawing.

    `is_waiting`: for an answer, by a pause or beside one.
    """

    case: Case
    state: State
    picture: core.CasePicture
    deadlines: tuple[Deadline, ...]
    at: datetime
    is_waiting: bool

    @property
    def today(self) -> date:
        """The day of drawing in Copenhagen."""
        return day_of(self.at)


def draw(
    cases: Sequence[Case],
    *,
    at: datetime,
    waits: Mapping[int, Sequence[Waiting]] | None = None,
    courses: Mapping[int, Course] | None = None,
) -> dict[int, Drawn]:
    """The pictures of cases that the caller may see, by id. One query for any number of them.

    `waits` is what is awaited beside a suspension, by case: answers to a hearing, for instance. `courses` are those of
    the cases, where the caller has read them together with something else.
    """
    courses = courses or casework.courses(case_ids=[case.pk for case in cases])
    return {
        case.pk: _draw(case, at=at, course=courses[case.pk], waits=(waits or {}).get(case.pk, ())) for case in cases
    }


def _draw(case: Case, *, at: datetime, course: Course, waits: Sequence[Waiting]) -> Drawn:
    deadlines = casework.dates_of(case=case, at=at, suspensions=course.suspensions, extensions=course.extensions)
    state = casework.state_of(case)
    running = next((row for row in course.suspensions if row.ends is None), None)
    if state.waiting is not None and running is not None:
        why = _awaited(running.reason, case)
        known = replace(state.waiting, why=why, since=day_of(running.starts), due=running.answer_by)
        state = replace(state, waiting=known)
    spec = case.type_version.spec
    given = core.PictureInput(
        state=state,
        phases=spec.phases,
        entered=course.entered,
        deadlines=deadlines,
        us=case.caseworker.name if case.caseworker else case.unit.name,
        other=case.unit.name if spec.responsible.carried_out_by else None,
        waits=waits,
        forecast=_forecast(case, state, at),
    )
    return Drawn(
        case=case,
        state=state,
        picture=core.picture(given),
        deadlines=deadlines,
        at=at,
        is_waiting=state.waiting is not None or bool(waits),
    )


def _forecast(case: Case, state: State, at: datetime) -> core.Forecast | None:
    """When cases like this one were decided; nothing of a case that has its decision."""
    if state.decided is not None:
        return None
    return insight.told_outlook(
        root=Path(settings.INSIGHT_ROOT),
        kind=case.type_version.key,
        phase=case.phase,
        since=case.phase_since,
        at=at,
        rule=insight.disclosure_rule(on=day_of(at)),
    )


def _awaited(reason: str, case: Case) -> Text:
    """What is awaited, inside a sentence. Facts of the case type's list are named in both languages."""
    titles = {fact.title.da: fact.title for fact in case.type_version.spec.information}
    parts = reason.split(", ")
    known = [titles[part] for part in parts if part in titles]
    if len(known) < len(parts):
        return same(_inside(reason))
    return Text(da=", ".join(_inside(one.da) for one in known), en=", ".join(_inside(one.en) for one in known))


def _inside(text: str) -> str:
    """A text as it stands inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def view(drawn: Drawn, *, href: str = "", action: Action | None = None) -> PictureView:
    """The whole picture, in the words of the citizen."""
    picture = drawn.picture
    return PictureView(
        case_id=drawn.case.number,
        say=say(picture.say),
        dots=dots(picture),
        ball=Ball(_BALLS[picture.ball.ball], say(picture.ball_title)),
        who_text=_who_text(drawn),
        answer_by=_answer_by(picture),
        kinds=(kind(picture.next_date.kind),) if picture.next_date else (),
        slip=tuple(say(one) for one in picture.slip.sentences),
        law=capital(say(picture.slip.article)),
        href=href,
        action=action,
        interval=interval(drawn),
        interval_note=forecast_words(picture.forecast),
        moved=moved(picture.next_date.moved_days if picture.next_date else 0),
    )


def dots(picture: core.CasePicture, *, staff: bool = False) -> tuple[PhaseDot, ...]:
    """The step line, named for the citizen or for staff."""
    return tuple(
        PhaseDot(
            label=say(step.title_staff if staff else step.title_citizen),
            state=step.state.value,
            at=say(step.at_words) if step.at_words else "",
        )
        for step in picture.steps
    )


def ball(picture: core.CasePicture, *, staff: bool = False) -> Ball:
    """Who has the ball, named for the citizen or for staff."""
    title = picture.ball_title_staff if staff else picture.ball_title
    return Ball(_BALLS[picture.ball.ball], say(title))


def row_ball(case: Case, *, reader: int) -> Ball:
    """The ball in a row of a list that the employee `reader` looks at: one or two words."""
    who = _BALLS[Holder(case.ball)]
    if who == "us":
        return Ball(who, _("Dig") if case.caseworker_id == reader else _("Os"))
    named = {"you": _("Borger"), "none": _("Ingen")}
    return Ball(who, named.get(who) or case.waiting_on or _("Andre"))


def kind(key: str) -> Kind:
    """What a date is: an act's, promised, agreed or forecast. `key` is a basis or kind of date of the core."""
    return Kind(_KINDS[key])


def soon_until(today: date) -> date:
    """The last day that counts as soon, by the municipality's parameter."""
    in_force = parameters.parameters()
    warning = in_force.at("rsl.deadline_warning", on=today).number
    return calendar_for([today.year, today.year + 1], in_force).add_working_days(today, warning)


def due(day: date | None, *, on: date, soon: date, basis: str = "") -> Due | None:
    """The chip of a deadline; None without a day. `soon` is the last day that counts as soon."""
    if day is None:
        return None
    level: DueLevel = "over" if day < on else "soon" if day <= soon else "fine"
    words = relative_days(day, today=on)
    return Due(level, say(words), short_date(day), kind(basis) if basis else None)


def moved(days: int) -> Chip | None:
    """By how many days a date has moved; None when it has not."""
    if not days:
        return None
    return Chip(_("Flyttet %(days)s dage") % {"days": days}, "warn")


def interval(drawn: Drawn) -> RangeView | None:
    """The bar from the day the request came to the promised day, with the range that comparable cases tell."""
    next_date, expected = drawn.picture.next_date, drawn.picture.forecast
    if next_date is None:
        return None
    start = day_of(drawn.case.received_at)
    high = expected.high if expected else None
    end = max(next_date.day, drawn.today, high or drawn.today) + timedelta(days=7)
    length = max((end - start).days, 1)
    label = _("Modtaget %(start)s. I dag er det %(today)s. Datoen er %(day)s.") % {
        "start": on_day(start),
        "today": on_day(drawn.today),
        "day": on_day(next_date.day),
    }
    known = expected is not None and expected.low is not None and high is not None

    def place(day: date | None) -> float | None:
        return _percent((day - start).days, length) if day is not None and known else None

    return RangeView(
        label=f"{label} {forecast_words(expected)}".rstrip(),
        today=_percent((drawn.today - start).days, length),
        today_text=_("I dag"),
        low=place(expected.low if expected else None),
        mid=place(expected.middle if expected else None),
        high=place(high),
        span_text=_("Sådan gik det 9 af 10") if known else "",
        promise=_percent((next_date.day - start).days, length),
        promise_text=short_date(next_date.day),
    )


def forecast_words(expected: core.Forecast | None) -> str:
    """What cases like this one tell, "" where they tell too little."""
    if expected is None or expected.quarter is None or expected.three_quarters is None:
        return ""
    half = {"cases": expected.cases, "first": on_day(expected.quarter), "last": on_day(expected.three_quarters)}
    parts = [
        _("Vi har set på %(cases)s sager som denne.") % half,
        _("I halvdelen kom svaret mellem den %(first)s og den %(last)s.") % half,
    ]
    if expected.low is not None and expected.high is not None:
        nine = {"first": on_day(expected.low), "last": on_day(expected.high)}
        parts.append(_("I ni af ti kom det mellem den %(first)s og den %(last)s.") % nine)
    return " ".join((*parts, _("Det er et skøn og ikke et løfte.")))


def _percent(days: int, length: int) -> float:
    return min(max(100 * days / length, 0), 100)


def _answer_by(picture: core.CasePicture) -> str:
    if picture.next_date is not None:
        return capital(say(picture.next_date.words))
    if picture.ball.ball is Holder.NONE:
        return _("Sagen er afsluttet")
    return _("Ingen dato lige nu")


def _who_text(drawn: Drawn) -> str:
    holder = drawn.picture.ball
    reason = say(holder.reason).rstrip(".")
    if drawn.is_waiting:
        return _("Vi venter på: %(what)s.") % {"what": reason}
    return f"{reason}."
