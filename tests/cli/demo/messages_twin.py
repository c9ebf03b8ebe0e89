"""The same messages, once through the services and once in memory."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.messages.models import CaseMessage, Reading, Thread
from borgerfokus.cli.demo.acts import messaging
from borgerfokus.cli.demo.acts.pen import Hand, Pen

if TYPE_CHECKING:
    from tests.cli.demo.test_demo_acts_like_the_platform import Course, Real

COMPARED: tuple[tuple[type[Model], str, str], ...] = (
    (Thread, "case_messages.Thread", ""),
    (CaseMessage, "case_messages.CaseMessage", "thread_id entry_id"),
    (Reading, "case_messages.Reading", "thread_id"),
)
_ASKED, _ANSWER, _MORE, _AGAIN = "Hvornår?", "På mandag.", "Klokken ti.", "Tak."


def for_real(real: "Real", when: "Course") -> None:
    """The citizen asks, the caseworker answers twice, the citizen reads and writes again."""
    with real.as_(real.home, when.yesterday(21)) as now:
        new = messages.NewThread("Besøget", messages.NewMessage(_ASKED))
        thread: Any = messages.start(case_id=real.case_id, new=new, **now)
        assert isinstance(thread, int), thread
    for text in (_ANSWER, _MORE):
        with real.as_(real.karen, when.yesterday(22)) as now:
            assert messages.write(thread_id=thread, message=messages.NewMessage(text), **now) is None
    with real.as_(real.home, _late(when)) as now:
        row = messages.find(thread_id=thread, case_id=real.case_id, **now)
        messages.note_read(thread=row, **now)
        assert messages.write(thread_id=thread, message=messages.NewMessage(_AGAIN), **now) is None


def in_memory(pen: Pen, when: "Course", hand: Hand, home: Hand) -> None:
    """The same in memory."""
    thread = messaging.start(pen, subject="Besøget", text=_ASKED, by=home, at=when.yesterday(21))
    for text in (_ANSWER, _MORE):
        messaging.write(pen, thread, text=text, by=hand, at=when.yesterday(22))
    messaging.read(pen, thread, by=home, at=_late(when))
    messaging.write(pen, thread, text=_AGAIN, by=home, at=_late(when))


def _late(when: "Course") -> datetime:
    return when.yesterday(23)
