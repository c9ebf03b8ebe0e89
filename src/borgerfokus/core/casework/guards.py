"""What must hold before a step is taken. Each guard answers None, or a refusal with its article.

The order in which the table lists the guards is the order in which people can mend things.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Attempt
from borgerfokus.core.decisions.hearing import HearingState
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text

Guard = Callable[[Attempt], Refusal | None]

SPEED = "retssikkerhedsloven § 3, stk. 1"
OWN_DEADLINE = "retssikkerhedsloven § 3, stk. 2"
INFORMED = "retssikkerhedsloven § 10"
HEARD = "forvaltningsloven § 19"
GUIDANCE = "forvaltningsloven § 7"
APPEAL = "retssikkerhedsloven § 66"
APPEAL_CLOCK = "retssikkerhedsloven § 67"
DECISIONS = "forvaltningsloven § 22"
SECOND_EYES = "retssikkerhedsloven § 16"
NOTES = "offentlighedsloven § 13"


def has_caseworker(attempt: Attempt) -> Refusal | None:
    """A case that is worked on has a name on it."""
    if attempt.conditions.has_caseworker:
        return None
    text = Text(
        da="Sagen har ingen sagsbehandler. Tag den selv, eller giv den til en kollega.",
        en="The case has no caseworker. Take it yourself or give it to a colleague.",
    )
    return Refusal(code="no_caseworker", text=text, article=GUIDANCE)


def has_reason(attempt: Attempt) -> Refusal | None:
    """A step that people outside feel is explained in the journal."""
    if attempt.conditions.reason.strip():
        return None
    text = Text(
        da="Der mangler en grund. Skriv kort hvorfor; borgeren kan læse det.",
        en="A reason is missing. Write briefly why; the citizen can read it.",
    )
    return Refusal(code="no_reason", text=text, article=NOTES)


def waits_for_somebody_outside(attempt: Attempt) -> Refusal | None:
    """Only what others are to deliver stops the clock, never the municipality's own work."""
    waiting = attempt.conditions.waiting
    if waiting is None:
        text = Text(
            da="Der står ikke, hvem sagen venter på. Vælg borgeren eller en anden, og skriv hvad der "
            "mangler.",
            en="It does not say whom the case waits for. Choose the citizen or somebody else, and say for "
            "what.",
        )
        return Refusal(code="waiting_for_nobody", text=text, article=SPEED)
    if waiting.whom in (Ball.US, Ball.NONE):
        text = Text(
            da="En sag kan ikke vente på kommunen selv: fristen løber. Forlæng den, hvis den ikke kan "
            "holdes.",
            en="A case cannot wait for the municipality itself: the clock runs. Extend it if it cannot be "
            "kept.",
        )
        return Refusal(code="waiting_for_ourselves", text=text, article=SPEED)
    return None


def is_suspended(attempt: Attempt) -> Refusal | None:
    """Only a case that waits can be resumed."""
    if attempt.state.is_suspended:
        return None
    text = Text(
        da="Sagen venter ikke på nogen, så den kan ikke genoptages. Gå videre med det næste skridt.",
        en="The case waits for nobody, so it cannot be resumed. Go on with the next step.",
    )
    return Refusal(code="not_suspended", text=text, article=SPEED)


def is_running(attempt: Attempt) -> Refusal | None:
    """While the case waits, the work on it rests; it is resumed first, so that the dates are right."""
    if attempt.state.waiting is None:
        return None
    text = Text(
        da="Sagen er sat på pause, fordi den venter på {name}. Genoptag den først, så fristen løber igen.",
        en="The case is suspended because it waits for {name}. Resume it first, so that the clock runs "
        "again.",
    )
    return Refusal(code="suspended", text=text.filled(name=attempt.state.waiting.name), article=SPEED)


def has_new_date(attempt: Attempt) -> Refusal | None:
    """An extension is a new promise: it has a date."""
    if attempt.conditions.new_date is not None:
        return None
    text = Text(
        da="Der mangler en ny dato. Vælg den dag, borgeren nu kan regne med et svar.",
        en="A new date is missing. Choose the day on which the citizen can now expect an answer.",
    )
    return Refusal(code="no_new_date", text=text, article=OWN_DEADLINE)


def has_receiver(attempt: Attempt) -> Refusal | None:
    """A case is passed to somebody, never into nowhere."""
    if attempt.conditions.receiver.strip():
        return None
    text = Text(
        da="Der står ikke, hvem der skal have sagen. Vælg modtageren.",
        en="It does not say who is to have the case. Choose the receiver.",
    )
    return Refusal(code="no_receiver", text=text, article=GUIDANCE)


def receiver_accepted(attempt: Attempt) -> Refusal | None:
    """Until the other unit says yes, the case stays where it is, with its owner."""
    if attempt.conditions.receiver_accepted:
        return None
    text = Text(
        da="{name} har ikke sagt ja endnu. Sagen bliver her, til de har.",
        en="{name} has not said yes yet. The case stays here until they have.",
    )
    return Refusal(code="not_accepted", text=text.filled(name=attempt.conditions.receiver), article=GUIDANCE)


def is_informed(attempt: Attempt) -> Refusal | None:
    """No decision while a fact is missing that it must rest on."""
    missing = attempt.conditions.missing
    return not_informed(missing) if missing else None


def not_informed(missing: Sequence[Text]) -> Refusal:
    """The refusal that names the facts a decision waits for."""
    text = Text(
        da="Sagen er ikke oplyst nok til en afgørelse. Det mangler: {facts}. Skaf det, eller skriv, "
        "hvorfor det ikke er nødvendigt.",
        en="The case is not informed well enough for a decision. Missing: {facts}. Obtain it, or write why "
        "it is not needed.",
    )
    facts = Text(da=", ".join(fact.da for fact in missing), en=", ".join(fact.en for fact in missing))
    return Refusal(code="not_informed", text=text.filled(facts=facts), article=INFORMED)


def is_heard(attempt: Attempt) -> Refusal | None:
    """The party has been heard, the time to answer is over, or the exemption is on record."""
    if attempt.conditions.hearing.lets_decide:
        return None
    if attempt.conditions.hearing is HearingState.SENT:
        text = Text(
            da="Borgeren er ved at blive hørt og har stadig tid til at svare. Vent på svaret eller fristen.",
            en="The citizen is being heard and still has time to answer. Wait for the answer or the "
            "deadline.",
        )
        return Refusal(code="hearing_open", text=text, article=HEARD)
    text = Text(
        da="Borgeren er ikke hørt om det, der taler imod. Send en partshøring, eller skriv grunden til at "
        "undlade den.",
        en="The citizen has not been heard about what speaks against. Send a hearing, or record the ground "
        "for leaving it out.",
    )
    return Refusal(code="not_heard", text=text, article=HEARD)


def has_outcome(attempt: Attempt) -> Refusal | None:
    """A decision says yes, partly or no."""
    if attempt.conditions.outcome is not None:
        return None
    text = Text(
        da="Der står ikke, hvad afgørelsen er. Vælg bevilling, delvis bevilling eller afslag.",
        en="It does not say what the decision is. Choose granted, partly granted or refused.",
    )
    return Refusal(code="no_outcome", text=text, article=DECISIONS)


def is_approved(attempt: Attempt) -> Refusal | None:
    """Where the case type asks for a second pair of eyes, they have seen it."""
    if attempt.conditions.approved is not False:
        return None
    text = Text(
        da="En anden skal læse afgørelsen først. Bed en kollega eller din leder om at godkende den.",
        en="Somebody else must read the decision first. Ask a colleague or your leader to approve it.",
    )
    return Refusal(code="not_approved", text=text, article=SECOND_EYES)


def is_granted(attempt: Attempt) -> Refusal | None:
    """Help starts from a decision that grants it."""
    if attempt.state.decided in (Outcome.GRANTED, Outcome.PARTLY):
        return None
    text = Text(
        da="Der er ingen afgørelse, der giver hjælp. Afgør sagen først.",
        en="There is no decision that grants help. Decide the case first.",
    )
    return Refusal(code="nothing_granted", text=text, article=DECISIONS)


def is_decided(attempt: Attempt) -> Refusal | None:
    """A request gets an answer before its case is closed."""
    if attempt.state.decided is not None:
        return None
    text = Text(
        da="Borgeren har ikke fået en afgørelse. Afgør sagen, eller registrer at borgeren trækker den "
        "tilbage.",
        en="The citizen has not had a decision. Decide the case, or record that the citizen withdraws it.",
    )
    return Refusal(code="undecided", text=text, article=DECISIONS)


def is_undecided(attempt: Attempt) -> Refusal | None:
    """What has been decided is changed by a new decision, not by deciding twice."""
    if attempt.state.decided is None:
        return None
    text = Text(
        da="Sagen er allerede afgjort. Vurder den igen, hvis afgørelsen skal ændres.",
        en="The case has been decided already. Assess it anew if the decision is to be changed.",
    )
    return Refusal(code="already_decided", text=text, article=DECISIONS)


def letter_received(attempt: Attempt) -> Refusal | None:
    """A decision that has not reached the party does not count, and no appeal clock runs."""
    if attempt.conditions.letter_received:
        return None
    text = Text(
        da="Brevet med afgørelsen er ikke kommet frem. Send det igen, før du går videre.",
        en="The letter with the decision has not arrived. Send it again before you go on.",
    )
    return Refusal(code="letter_not_received", text=text, article=APPEAL_CLOCK)


def no_appeal_open(attempt: Attempt) -> Refusal | None:
    """A case with an appeal stays open until the appeal has its answer."""
    if not attempt.conditions.appeal_open:
        return None
    text = Text(
        da="Der er en klage, som ikke er behandlet. Genvurder afgørelsen, og send klagen videre eller giv "
        "medhold.",
        en="There is an appeal that has not been handled. Reassess, and forward the appeal or change the "
        "decision.",
    )
    return Refusal(code="appeal_open", text=text, article=APPEAL)


def by_the_party(attempt: Attempt) -> Refusal | None:
    """Only the party, or who validly acts for the party, takes a request back."""
    if attempt.conditions.by_party:
        return None
    text = Text(
        da="Kun borgeren selv, eller en der må handle for borgeren, kan trække ansøgningen tilbage.",
        en="Only the citizen, or somebody who may act for the citizen, can withdraw the request.",
    )
    return Refusal(code="not_the_party", text=text, article="retssikkerhedsloven § 4")
