"""What the citizen told of a phase, and an order with a shared document: each typed text a canary of its own."""

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import Experience, PhaseQuestion
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.core.experience import Answer
from borgerfokus.core.interventions.words import Form
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests.access.scene import SYSTEM, Subject

if TYPE_CHECKING:
    from tests.access.filling import Filling

UNIT = "nabosund-hjaelpemidler"


def tell(filling: "Filling", subject: Subject) -> None:
    """The citizen answers the question after a phase and does not let staff read it."""
    citizen, at = filling.citizen, filling.at
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        question = PhaseQuestion.objects.filter(case_id=filling.case_id).order_by("-pk").first()
    assert question is not None
    subject.ids["question"] = question.pk
    told = dialogue.ToldExperience(Answer.PARTLY, Answer.YES, words=filling.word("experience.words", "mine"))
    with filling.as_(citizen):
        dialogue.tell_experience(question_id=question.pk, told=told, by=citizen, at=at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        assert Experience.objects.filter(question=question, named=False).exists()


def order(filling: "Filling", subject: Subject) -> None:
    """Help is ordered from the partner's unit, which accepts it, begins, and tells how it goes. Not in every case."""
    if filling.key == "foreign":
        return
    karen, at = filling.karen, filling.at
    period = interventions.PeriodContent(
        starts=date(2026, 11, 1), extent=filling.word("period.extent"), price_ore=100, price_unit=PriceUnit.HOUR
    )
    help_ = interventions.NewIntervention(
        title=f"Hjælp {filling.word('intervention.title')}",
        form=Form.HOURS,
        provider=f"Bostøtten {filling.word('intervention.provider')}",
        period=period,
        unit=filling.scene.world.units[UNIT].pk,
    )
    with filling.as_(karen):
        made = interventions.add_intervention(case_id=filling.case_id, new=help_, by=karen, at=at)
        assert isinstance(made, int), made
        new = interventions.NewOrder(
            intervention=made,
            unit=filling.scene.world.units[UNIT].pk,
            brief=f"Ring først. {filling.word('order.brief')}",
            goals=(),
            start_wanted=at.date(),
            answer_by=at.date() + timedelta(days=2),
            access_until=at.date() + timedelta(days=90),
        )
        sent = interventions.send_order(case_id=filling.case_id, new=new, by=karen, at=at)
        assert isinstance(sent, int), sent
        entry = subject.ids["file_entry"]
        assert isinstance(entry, int)
        refusal = dialogue.share_document(case_id=filling.case_id, order=sent, entry=entry, by=karen, at=at)
        assert refusal is None, refusal
    subject.ids["partner_order"] = sent
    _carry_out(filling, sent, filling.scene.actors["provider"])
    _talk(filling, sent, filling.scene.actors["provider"])


def _talk(filling: "Filling", order_id: int, by: Actor) -> None:
    """The provider asks and is answered, asks again, and sends a document."""
    karen, at = filling.karen, filling.at
    for wanted in ("answer", ""):
        with filling.as_(by):
            new = interventions.NewQuestion(filling.word("order_question.text"), at.date())
            asked = interventions.ask(order_id=order_id, new=new, by=by, at=at)
            assert isinstance(asked, int), asked
        if wanted:
            with filling.as_(karen):
                text = filling.word("order_question.answer")
                assert interventions.answer(question_id=asked, text=text, by=karen, at=at) is None
    file_id = filling.upload(by, "order_document.name")
    with filling.as_(by):
        title = filling.word("order_document.title")
        sent = interventions.send_document(order_id=order_id, file_id=file_id, title=title, by=by, at=at)
        assert isinstance(sent, int), sent


def _carry_out(filling: "Filling", order_id: int, by: Actor) -> None:
    at = filling.at
    with filling.as_(by):
        yes = interventions.OrderAnswer(accepted=True)
        assert interventions.answer_order(order_id=order_id, answer=yes, by=by, at=at) is None
        assert interventions.report_start(order_id=order_id, on=at.date(), by=by, at=at) is None
        note = interventions.NewStatusNote(
            text=filling.word("status_note.text"), measure=filling.word("status_note.measure"), measured=Decimal(7)
        )
        written = interventions.write_status_note(order_id=order_id, new=note, by=by, at=at)
        assert isinstance(written, int), written
