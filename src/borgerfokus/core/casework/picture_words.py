"""The sentences of the picture: to the citizen, outcome first, the article last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from borgerfokus.core.casework import guards as g
from borgerfokus.core.casework.ball import Ball, BallHolder, Waiting
from borgerfokus.core.casework.deadline import Basis, Deadline, DeadlineStatus
from borgerfokus.core.casework.state import Phase, State
from borgerfokus.core.casework.words import citizen_status
from borgerfokus.core.rules import Unit
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words, day_and_month, length_words

BALL_TITLES: Final[Mapping[Ball, Text]] = {
    Ball.YOU: Text(da="Du har bolden", en="You have the ball"),
    Ball.US: Text(da="Kommunen har bolden", en="The municipality has the ball"),
    Ball.OTHER: Text(da="{name} har bolden", en="{name} has the ball"),
    Ball.NONE: Text(da="Sagen er afsluttet", en="The case is closed"),
}
STAFF_BALL_TITLES: Final[Mapping[Ball, Text]] = {
    Ball.YOU: Text(da="Bolden er hos borgeren", en="The ball is with the citizen"),
    Ball.US: Text(da="Bolden er hos os", en="The ball is with us"),
    Ball.OTHER: Text(da="Bolden er hos {name}", en="The ball is with {name}"),
    Ball.NONE: Text(da="Sagen er afsluttet", en="The case is closed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What happens if the date is not kept: sentences, and the article last."""

    sentences: tuple[Text, ...]
    article: Text


def since(day: date) -> Text:
    """ "siden 14. oktober"."""
    return Text(da="siden {day}", en="since {day}").filled(day=day_and_month(day))


def by(day: date, *, year: bool = True) -> Text:
    """ "senest 7. december 2026", or without its year."""
    return Text(da="senest {day}", en="by {day}").filled(day=date_words(day) if year else day_and_month(day))


def about(days: int | None) -> Text | None:
    """ "ca. 1 uge", "ca. 10 dage"; None for a length that nobody knows."""
    if days is None:
        return None
    weeks, rest = divmod(days, 7)
    length = length_words(days, Unit.DAYS) if rest else length_words(weeks, Unit.WEEKS)
    return Text(da="ca. {length}", en="about {length}").filled(length=length)


def say(
    *, state: State, phase_text: Text, ball: BallHolder, waits: Sequence[Waiting], due: Deadline | None
) -> Text:
    """One or two sentences: where the case stands, then what is awaited."""
    if not state.is_open:
        return _sentence(citizen_status(state))
    return _joined(
        _first(state=state, phase_text=phase_text, due=due), _second(ball=ball, waits=waits, due=due)
    )


def _first(*, state: State, phase_text: Text, due: Deadline | None) -> Text:
    if due is not None and due.first_missed is not None and due.basis is not Basis.AGREEMENT:
        return _LATE
    if state.phase is Phase.DECISION and state.decided is not None and not state.is_suspended:
        return _sentence(citizen_status(state))
    return Text(da=_opening(phase_text.da), en=_opening(phase_text.en))


def _second(*, ball: BallHolder, waits: Sequence[Waiting], due: Deadline | None) -> Text | None:
    if due is not None and due.status is DeadlineStatus.MISSED and due.basis is not Basis.AGREEMENT:
        return _NEW_DATE_COMES
    if waits and ball.ball is Ball.YOU:
        return _AWAIT_YOU.filled(what=ball.reason)
    if waits and ball.ball is Ball.OTHER:
        return _AWAIT_OTHER.filled(what=ball.reason, name=ball.name)
    if due is not None and due.due is not None and due.first_missed is not None:
        return _NEW_DATE.filled(day=date_words(due.due))
    return None


def slip(*, closed: bool, due: Deadline | None, waits: Sequence[Waiting]) -> Slip:
    """What happens if the date is not kept."""
    if closed:
        return Slip(sentences=(_CLOSED,), article=_article(g.GUIDANCE))
    if due is None or due.due is None:
        return Slip(sentences=(_NO_DATE,), article=_article(g.SPEED))
    if due.basis is Basis.AGREEMENT:
        return Slip(sentences=(_ON_WITHOUT.filled(day=date_words(due.due)),), article=due.reference)
    return Slip(sentences=(*_about_date(due), *_about_answers(waits)), article=due.reference)


def _about_date(due: Deadline) -> tuple[Text, ...]:
    if due.status is DeadlineStatus.MISSED or due.due is None:
        return (_PASSED, _NO_REMINDER)
    if due.status is DeadlineStatus.SUSPENDED:
        return (_RESTS, _NO_REMINDER)
    if due.basis is Basis.STATUTORY:
        return (_BY_LAW.filled(day=date_words(due.due)), _NO_REMINDER)
    return (_PROMISED.filled(day=date_words(due.due)), _NO_REMINDER)


def _about_answers(waits: Sequence[Waiting]) -> tuple[Text, ...]:
    dates = [wait.due for wait in waits if wait.whom is Ball.YOU and wait.due is not None]
    return (_ON_WITHOUT.filled(day=date_words(min(dates))),) if dates else ()


def _opening(text: str) -> str:
    """The first sentence of a text. A full stop inside a sentence ("f.eks.") is not followed by a capital."""
    for place in range(len(text) - 2):
        if text[place] in ".!?" and text[place + 1].isspace() and text[place + 2].isupper():
            return text[: place + 1]
    return text


def _sentence(text: Text) -> Text:
    return Text(da=f"{text.da}.", en=f"{text.en}.")


def _joined(first: Text, second: Text | None) -> Text:
    return first if second is None else Text(da=f"{first.da} {second.da}", en=f"{first.en} {second.en}")


def _article(name: str) -> Text:
    return Text(da=name, en=name)


_LATE = Text(da="Vi nåede det ikke til tiden.", en="We did not make it in time.")
_NEW_DATE = Text(da="Den nye dato er {day}.", en="The new date is {day}.")
_NEW_DATE_COMES = Text(da="Vi skriver til dig med en ny dato.", en="We are writing to you with a new date.")
_AWAIT_YOU = Text(
    da="Lige nu venter vi på {what} fra dig.", en="Right now we are waiting for {what} from you."
)
_AWAIT_OTHER = Text(
    da="Lige nu venter vi på {what} fra {name}.", en="Right now we are waiting for {what} from {name}."
)
_CLOSED = Text(da="Du kan altid søge igen.", en="You can always apply again.")
_NO_DATE = Text(
    da="Der er ingen dato lige nu. Vi skriver til dig, så snart der er en.",
    en="There is no date right now. We write to you as soon as there is one.",
)
_PASSED = Text(
    da="Datoen er gået. Du får et brev med en ny dato og en grund.",
    en="The date has passed. You will have a letter with a new date and a reason.",
)
_RESTS = Text(
    da="Fristen hviler, mens vi venter. Når svaret er her, får du den nye dato.",
    en="The deadline rests while we wait. When the answer is here, you will have the new date.",
)
_PROMISED = Text(
    da="Så skriver vi til dig før den {day} med en ny dato og en grund.",
    en="Then we write to you before {day} with a new date and a reason.",
)
_BY_LAW = Text(
    da="Loven siger, at vi skal være færdige senest den {day}. Når vi det ikke, skriver vi til dig med en "
    "grund.",
    en="The law says that we must be done by {day}. If we are not, we write to you with a reason.",
)
_NO_REMINDER = Text(da="Du skal ikke rykke os.", en="You need not remind us.")
_ON_WITHOUT = Text(
    da="Kommer dit svar efter den {day}, går vi videre med det, vi har.",
    en="If your answer comes after {day}, we go on with what we have.",
)
