"""What phases and endings are called: to staff, to citizens, and in the Danish case standard (OIO Sag)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.state import ClosedReason, Phase, State
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text


class OioState(StrEnum):
    """The values of `fremdrift` in OIO Sag."""

    OPENED = "Opstaaet"
    INFORMED = "Oplyst"
    DECIDED = "Afgjort"
    ORDERED = "Bestilt"
    CARRIED_OUT = "Udfoert"
    CLOSED = "Afsluttet"


PHASE_TITLES: Mapping[Phase, Text] = {
    Phase.CONTACT: Text(da="Henvendelse", en="Contact"),
    Phase.INTAKE: Text(da="Sagsåbning", en="Intake"),
    Phase.INFORMATION: Text(da="Sagsoplysning", en="Information"),
    Phase.ASSESSMENT: Text(da="Sagsvurdering", en="Assessment"),
    Phase.DECISION: Text(da="Afgørelse", en="Decision"),
    Phase.INTERVENTION: Text(da="Indsats", en="Intervention"),
    Phase.FOLLOW_UP: Text(da="Opfølgning", en="Follow-up"),
    Phase.CLOSED: Text(da="Afsluttet", en="Closed"),
}

CITIZEN_PHASES: Mapping[Phase, Text] = {
    Phase.CONTACT: Text(da="Modtaget", en="Received"),
    Phase.INTAKE: Text(da="Modtaget", en="Received"),
    Phase.INFORMATION: Text(da="Vi samler oplysninger", en="We are gathering information"),
    Phase.ASSESSMENT: Text(da="Vi vurderer sammen", en="We are assessing together"),
    Phase.DECISION: Text(da="Afgørelse", en="Decision"),
    Phase.INTERVENTION: Text(da="Hjælpen er i gang", en="The help is running"),
    Phase.FOLLOW_UP: Text(da="Vi følger op", en="We are following up"),
    Phase.CLOSED: Text(da="Afsluttet", en="Closed"),
}

CLOSED_REASONS: Mapping[ClosedReason, Text] = {
    ClosedReason.COMPLETED: Text(da="Hjælpen er slut", en="The help has ended"),
    ClosedReason.REFUSED: Text(da="Afslag", en="Refused"),
    ClosedReason.ENDED: Text(da="Hjælpen er stoppet", en="The help was stopped"),
    ClosedReason.WITHDRAWN: Text(da="Ansøgningen er trukket tilbage", en="The request was withdrawn"),
    ClosedReason.NOT_OURS: Text(da="Sendt videre til rette sted", en="Passed on to the right place"),
    ClosedReason.LAPSED: Text(da="Sagen er faldet bort", en="The case has lapsed"),
    ClosedReason.NO_REQUEST: Text(da="Ingen ansøgning", en="No request"),
}

_WAITING = {
    Ball.YOU: Text(da="Vi venter på dig", en="We are waiting for you"),
    Ball.OTHER: Text(da="Vi venter på {name}", en="We are waiting for {name}"),
}
_DECIDED = {
    Outcome.GRANTED: Text(da="Du har fået ja", en="You have had a yes"),
    Outcome.PARTLY: Text(da="Du har fået delvist ja", en="You have had a partial yes"),
    Outcome.REFUSED: Text(da="Du har fået nej", en="You have had a no"),
}
_OIO = {
    Phase.CONTACT: OioState.OPENED,
    Phase.INTAKE: OioState.OPENED,
    Phase.INFORMATION: OioState.OPENED,
    Phase.ASSESSMENT: OioState.INFORMED,
    Phase.DECISION: OioState.INFORMED,
    Phase.INTERVENTION: OioState.ORDERED,
    Phase.FOLLOW_UP: OioState.CARRIED_OUT,
    Phase.CLOSED: OioState.CLOSED,
}


def citizen_status(state: State) -> Text:
    """The status in a few words to the citizen: what is waited for, then the outcome, then the phase."""
    if state.closed_reason is not None:
        return CLOSED_REASONS[state.closed_reason]
    if state.waiting is not None:
        return _WAITING[state.waiting.whom].filled(name=state.waiting.name)
    if state.phase is Phase.DECISION and state.decided is not None:
        return _DECIDED[state.decided]
    return CITIZEN_PHASES[state.phase]


def oio_state(state: State) -> OioState:
    """How far the case is in the words of OIO Sag; between decision and help it is Afgjort."""
    if state.phase is Phase.DECISION and state.decided is not None:
        return OioState.DECIDED
    return _OIO[state.phase]


def oio_of(phase: Phase) -> OioState:
    """The word of OIO Sag that a case in `phase` has before its decision."""
    return _OIO[phase]
