"""Filling one case with messages, and the log with questions, each typed text a canary of its own."""

from datetime import datetime
from typing import TYPE_CHECKING

from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.messages.models import AnswerTemplate
from borgerfokus.apps.rights import service as rights
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit import queries as audit
from borgerfokus.foundation.people import queries as people
from tests.access.scene import SYSTEM, Subject

if TYPE_CHECKING:
    from tests.access.filling import Filling


def fill(filling: "Filling", subject: Subject) -> None:
    """A thread from both sides with a file, a template of the municipality, and a look-up that is asked about."""
    _write(filling, subject)
    _keep_template(filling.at)
    _ask(filling, subject)


def _write(filling: "Filling", subject: Subject) -> None:
    by, karen, at = filling.citizen, filling.karen, filling.at
    own = filling.upload(by, "message.file")
    with filling.as_(by):
        first = messages.NewMessage(filling.word("message.asked"), (own,))
        new = messages.NewThread(filling.word("message.subject"), first, about=int(str(subject.ids["entry"])))
        thread = messages.start(case_id=filling.case_id, new=new, by=by, at=at)
    assert isinstance(thread, int), thread
    with filling.as_(karen):
        _done(messages.write(thread_id=thread, message=_said(filling, "message.answer"), by=karen, at=at))
        _done(messages.close(thread_id=thread, by=karen, at=at))
    with filling.as_(by):
        _done(messages.write(thread_id=thread, message=_said(filling, "message.again"), by=by, at=at))
    subject.ids["thread"] = thread


def _said(filling: "Filling", what: str) -> messages.NewMessage:
    return messages.NewMessage(filling.word(what))


def _keep_template(at: datetime) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        AnswerTemplate.objects.get_or_create(
            key="kvittering",
            number=1,
            defaults={
                "title": "Kvittering",
                "body": "Hej {navn}. Tak for din besked.",
                "saved_at": at,
                "saved_by": "system:0",
                "saved_by_name": "scene",
            },
        )


def _ask(filling: "Filling", subject: Subject) -> None:
    """The caseworker has looked; the citizen asks twice, and the first question is answered."""
    by, at, mint = filling.citizen, filling.at, filling.scene.canaries.mint
    owner = f"lookup:{filling.key}"
    with filling.as_(filling.karen):
        people.card(by.id, case_id=filling.case_id)
    with filling.as_(by):
        look = audit.of_persons(person_ids=[by.id], newest=1, case_id=filling.case_id, leaving_out=by.subject)[0]
        first = rights.ask_about_lookup(lookup_id=look.id, question=mint(owner, "lookup.question"), by=by, at=at)
    assert isinstance(first, int), first
    with acting_as(filling.scene.actors["dpo"], purpose=Purpose.DATA_PROTECTION, at=at) as scope:
        answer = mint(owner, "lookup.answer")
        _done(rights.answer_about_lookup(question_id=first, answer=answer, by=scope.actor, at=at))
    with filling.as_(by):
        again = rights.ask_about_lookup(lookup_id=look.id, question=mint(owner, "lookup.question"), by=by, at=at)
    assert isinstance(again, int), again
    subject.ids |= {"lookup": look.id, "lookup_question": again}


def _done(answer: object) -> None:
    assert not isinstance(answer, Refusal), answer
