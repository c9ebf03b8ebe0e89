"""What the events of a case are called in the file that goes to the appeal body."""

from borgerfokus.apps.casework.models import EventPayload
from borgerfokus.core.casework.steps import STEP_EVENTS, Step
from borgerfokus.core.texts import Text

_WORDS = {
    "case.opened": Text(da="Sagen er oprettet", en="The case was opened"),
    "concern.joined": Text(da="En underretning er lagt til sagen", en="A notification was joined to the case"),
    "case.plan_made": Text(da="Barnets plan er vist", en="The child's plan was shown"),
    "case.taken": Text(da="Sagen har fået en sagsbehandler", en="The case was given a caseworker"),
    "case.suspended": Text(da="Sagen er sat på pause", en="The case was suspended"),
    "case.resumed": Text(da="Sagen er genoptaget", en="The case was resumed"),
    "case.target_groups": Text(da="Målgruppen er skrevet ned", en="The target group was recorded"),
    "assessment.begun": Text(da="En udredning er begyndt", en="An assessment has begun"),
    "theme.assessed": Text(da="Et tema i udredningen er vurderet", en="A theme of the assessment was assessed"),
    "theme.confirmed": Text(
        da="Et tema i udredningen er bekræftet igen", en="A theme of the assessment was confirmed again"
    ),
    "case.assessed": Text(da="Behovet er vurderet", en="The need was assessed"),
    "deadline.extended": Text(da="Fristen er forlænget", en="The deadline was extended"),
    "deadline.slipped": Text(da="Fristen blev ikke holdt", en="The deadline was not kept"),
    "party.added": Text(da="En person deltager i sagen", en="Somebody takes part in the case"),
    "party.ended": Text(da="En person deltager ikke længere i sagen", en="Somebody no longer takes part in the case"),
    "handover.offered": Text(da="Sagen er tilbudt en anden enhed", en="The case was offered to another unit"),
    "handover.answered": Text(da="Den anden enhed har svaret", en="The other unit has answered"),
    "consultation.asked": Text(da="En anden enhed er spurgt til råds", en="Another unit was consulted"),
    "consultation.answered": Text(da="Den anden enhed har svaret på spørgsmålet", en="The unit consulted has answered"),
    "fact.asked": Text(da="Der er bedt om en oplysning", en="A fact was asked for"),
    "fact.answered": Text(da="Der er svaret på en oplysning", en="A fact was answered"),
    "fact.met": Text(da="En oplysning er på plads", en="A fact is in place"),
    "fact.ruled_out": Text(da="En oplysning er fravalgt med en grund", en="A fact was ruled out with a reason"),
    "plan.offered": Text(da="Borgeren er tilbudt en plan", en="The citizen was offered a plan"),
    "plan.shown": Text(da="Planen er vist til borgeren", en="The plan was shown to the citizen"),
    "plan.signed": Text(da="Der er sagt ja til planen", en="The plan was agreed to"),
    "plan.ended": Text(da="Planen gælder ikke længere", en="The plan no longer holds"),
    "goal.ended": Text(da="Et mål er afsluttet", en="A goal has ended"),
    "intervention.added": Text(da="Hjælpen er sat på sagen", en="The help was put on the case"),
    "intervention.changed": Text(da="Hjælpen er ændret", en="The help was changed"),
    "intervention.ended": Text(da="Hjælpen er slut", en="The help has ended"),
    "order.sent": Text(da="Hjælpen er bestilt", en="The help was ordered"),
    "order.answered": Text(da="Der er svaret på bestillingen", en="The order was answered"),
    "order.started": Text(da="Hjælpen er begyndt", en="The help has begun"),
    "order.asked": Text(da="Der er spurgt om bestillingen", en="A question about the order has been asked"),
    "order.replied": Text(da="Der er svaret om bestillingen", en="A question about the order has been answered"),
    "order.document_sent": Text(
        da="Den, der giver hjælpen, har sendt et dokument", en="The provider has sent a document"
    ),
    "order.status": Text(da="Den, der giver hjælpen, har skrevet status", en="The provider has written a status"),
    "help.followed_up": Text(da="Der er fulgt op på hjælpen", en="The help was followed up"),
    "hearing.sent": Text(da="Borgeren er hørt", en="The citizen was heard"),
    "hearing.answered": Text(da="Borgeren har svaret på høringen", en="The citizen has answered the hearing"),
    "hearing.exempted": Text(da="Høringen er undladt med en grund", en="The hearing was left out, with a reason"),
    "decision.approved": Text(da="En anden har godkendt afgørelsen", en="Somebody else has approved the decision"),
    "decision.issued": Text(da="Afgørelsen er sendt", en="The decision was sent"),
    "letter.received": Text(da="Borgeren har modtaget brevet", en="The citizen has received the letter"),
    "letter.failed": Text(da="Brevet kunne ikke leveres", en="The letter could not be delivered"),
    "letter.sent_again": Text(da="Brevet er sendt igen", en="The letter was sent again"),
    "appeal.filed": Text(da="Der er klaget over afgørelsen", en="The decision was appealed"),
    "appeal.reassessed": Text(da="Kommunen har genvurderet afgørelsen", en="The municipality has reassessed"),
    "appeal.decided": Text(da="Klageinstansen har afgjort klagen", en="The appeal body has decided the appeal"),
    "access.asked": Text(da="Der er bedt om aktindsigt", en="Access to the file was asked for"),
    "access.delayed": Text(da="Aktindsigten tager længere tid", en="Access to the file takes longer"),
    "access.answered": Text(da="Anmodningen om aktindsigt er besvaret", en="The request for access was answered"),
    "access.complained": Text(da="Der er klaget over ventetiden", en="The delay was complained about"),
    "data.requested": Text(da="Borgeren har bedt om rettelse eller sletning", en="Correction or erasure was asked for"),
    "data.answered": Text(da="Der er svaret på rettelse eller sletning", en="Correction or erasure was answered"),
    "appeal.withdrawn": Text(da="Klagen er trukket tilbage", en="The appeal was withdrawn"),
}
_PHASE = "case.phase"


def words_of(*, kind: str, said: EventPayload | None, language: str) -> str | None:
    """The event in words, or None for one that says nothing outside the house."""
    if kind == _PHASE:
        step = said.payload.get("step", "") if said else ""
        return STEP_EVENTS[Step(step)].in_(language) if step else None
    return _WORDS[kind].in_(language) if kind in _WORDS else None
