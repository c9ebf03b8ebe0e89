"""Reminders of work by e-mail: what one says. Numbers alone: no name, no case, no kind of help, no hour."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from borgerfokus.core.texts import Text

_WEEK: Final = 7


@dataclass(frozen=True)
class Waiting:
    """What waits for an employee; None for what no reminder was asked of."""

    over: int | None = None
    deadlines: int | None = None
    appointments: int | None = None
    messages: int | None = None

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.over or self.deadlines or self.appointments or self.messages)


def subject() -> Text:
    """The same for everybody, whatever waits."""
    return _SUBJECT


def lines(*, waiting: Waiting, weekly: bool) -> tuple[Text, ...]:
    """What waits, a line for each thing; nothing of what there is none of."""
    counted = (
        (_OVER, waiting.over),
        (_DEADLINES, waiting.deadlines),
        (_APPOINTMENTS_WEEK if weekly else _APPOINTMENTS_DAY, waiting.appointments),
        (_MESSAGES, waiting.messages),
    )
    return tuple((one if number == 1 else several).filled(n=number) for (one, several), number in counted if number)


def body(*, waiting: Waiting, weekly: bool, page: str, end: str) -> tuple[Text, ...]:
    """The paragraphs of a reminder. `page` is where the work is, `end` the address that ends the reminders."""
    listed = (_LISTED.filled(line=one) for one in lines(waiting=waiting, weekly=weekly))
    return (_HEAD, *listed, _FOOT.filled(page=page, end=end))


def first_day(*, weekly: bool, day: date) -> date:
    """The day that a reminder of `day` is for: the day itself, or the Monday of its week."""
    return day - timedelta(days=day.weekday()) if weekly else day


def last_day(*, day: date) -> date:
    """The Sunday of the week that a day lies in: deadlines are counted up to it."""
    return first_day(weekly=True, day=day) + timedelta(days=_WEEK - 1)


_SUBJECT: Final = Text(da="Det venter på dig i Borgerfokus", en="This waits for you in Borgerfokus")
_HEAD: Final = Text(da="Det venter på dig:", en="This waits for you:")
_LISTED: Final = Text(da="- {line}", en="- {line}")
_OVER: Final = (
    Text(da="{n} sag er over fristen.", en="{n} case is past its deadline."),
    Text(da="{n} sager er over fristen.", en="{n} cases are past their deadline."),
)
_DEADLINES: Final = (
    Text(da="Du har {n} frist i denne uge.", en="You have {n} deadline this week."),
    Text(da="Du har {n} frister i denne uge.", en="You have {n} deadlines this week."),
)
_APPOINTMENTS_DAY: Final = (
    Text(da="Du har {n} aftale i dag.", en="You have {n} appointment today."),
    Text(da="Du har {n} aftaler i dag.", en="You have {n} appointments today."),
)
_APPOINTMENTS_WEEK: Final = (
    Text(da="Du har {n} aftale i denne uge.", en="You have {n} appointment this week."),
    Text(da="Du har {n} aftaler i denne uge.", en="You have {n} appointments this week."),
)
_MESSAGES: Final = (
    Text(da="{n} besked venter på svar.", en="{n} message waits for an answer."),
    Text(da="{n} beskeder venter på svar.", en="{n} messages wait for an answer."),
)
_FOOT: Final = Text(
    da="Se det på Min dag: {page}\nStop påmindelserne: {end}",
    en="See it on My day: {page}\nStop the reminders: {end}",
)
