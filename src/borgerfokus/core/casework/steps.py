"""The steps of a case, and what they are called on a button."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from borgerfokus.core.texts import Text


class Step(StrEnum):
    """What somebody does to a case. The value is stored in its events."""

    REGISTER = "register"
    DISMISS = "dismiss"
    ACCEPT = "accept"
    BEGIN_ASSESSMENT = "begin_assessment"
    BEGIN_DECISION = "begin_decision"
    INFORM_MORE = "inform_more"
    DECIDE = "decide"
    START_INTERVENTION = "start_intervention"
    BEGIN_FOLLOW_UP = "begin_follow_up"
    CONTINUE_HELP = "continue_help"
    REASSESS = "reassess"
    CLOSE = "close"
    SUSPEND = "suspend"
    RESUME = "resume"
    EXTEND = "extend"
    HAND_OVER = "hand_over"
    WITHDRAW = "withdraw"
    FORWARD = "forward"
    LAPSE = "lapse"
    REOPEN = "reopen"


STEP_TITLES: Mapping[Step, Text] = {
    Step.REGISTER: Text(da="Registrer henvendelsen", en="Register the contact"),
    Step.DISMISS: Text(da="Afslut uden sag", en="End without a case"),
    Step.ACCEPT: Text(da="Gå i gang med sagen", en="Start on the case"),
    Step.BEGIN_ASSESSMENT: Text(da="Begynd vurderingen", en="Begin the assessment"),
    Step.BEGIN_DECISION: Text(da="Begynd på afgørelsen", en="Begin the decision"),
    Step.INFORM_MORE: Text(da="Indhent flere oplysninger", en="Gather more information"),
    Step.DECIDE: Text(da="Afgør sagen", en="Decide the case"),
    Step.START_INTERVENTION: Text(da="Sæt hjælpen i gang", en="Start the help"),
    Step.BEGIN_FOLLOW_UP: Text(da="Følg op", en="Follow up"),
    Step.CONTINUE_HELP: Text(da="Fortsæt hjælpen", en="Continue the help"),
    Step.REASSESS: Text(da="Vurder igen", en="Assess anew"),
    Step.CLOSE: Text(da="Afslut sagen", en="Close the case"),
    Step.SUSPEND: Text(da="Sæt på pause", en="Suspend"),
    Step.RESUME: Text(da="Genoptag", en="Resume"),
    Step.EXTEND: Text(da="Forlæng fristen", en="Extend the deadline"),
    Step.HAND_OVER: Text(da="Overlever sagen", en="Hand the case over"),
    Step.WITHDRAW: Text(da="Træk ansøgningen tilbage", en="Withdraw the request"),
    Step.FORWARD: Text(da="Send videre til rette sted", en="Pass on to the right place"),
    Step.LAPSE: Text(da="Lad sagen falde bort", en="Let the case lapse"),
    Step.REOPEN: Text(da="Genåbn sagen", en="Reopen the case"),
}
"""What a step is called on the button that takes it."""

STEP_EVENTS: Mapping[Step, Text] = {
    Step.REGISTER: Text(da="Henvendelsen er modtaget", en="The contact was received"),
    Step.DISMISS: Text(da="Henvendelsen blev ikke til en sag", en="The contact did not become a case"),
    Step.ACCEPT: Text(da="Vi er gået i gang med sagen", en="We have started on the case"),
    Step.BEGIN_ASSESSMENT: Text(da="Vi er begyndt at vurdere", en="We have begun to assess"),
    Step.BEGIN_DECISION: Text(da="Vi er begyndt på afgørelsen", en="We have begun the decision"),
    Step.INFORM_MORE: Text(da="Vi indhenter flere oplysninger", en="We are gathering more information"),
    Step.DECIDE: Text(da="Sagen er afgjort", en="The case has been decided"),
    Step.START_INTERVENTION: Text(da="Hjælpen er sat i gang", en="The help has started"),
    Step.BEGIN_FOLLOW_UP: Text(da="Vi følger op på hjælpen", en="We are following the help up"),
    Step.CONTINUE_HELP: Text(da="Hjælpen fortsætter", en="The help continues"),
    Step.REASSESS: Text(da="Vi vurderer sagen igen", en="We are assessing the case anew"),
    Step.CLOSE: Text(da="Sagen er afsluttet", en="The case was closed"),
    Step.SUSPEND: Text(da="Sagen er sat på pause", en="The case was suspended"),
    Step.RESUME: Text(da="Sagen er genoptaget", en="The case was resumed"),
    Step.EXTEND: Text(da="Fristen er forlænget", en="The deadline was extended"),
    Step.HAND_OVER: Text(da="Sagen er overleveret", en="The case was handed over"),
    Step.WITHDRAW: Text(da="Ansøgningen er trukket tilbage", en="The request was withdrawn"),
    Step.FORWARD: Text(da="Sagen er sendt videre", en="The case was passed on"),
    Step.LAPSE: Text(da="Sagen er faldet bort", en="The case has lapsed"),
    Step.REOPEN: Text(da="Sagen er genåbnet", en="The case was reopened"),
}
"""What a step is called afterwards, in the timeline of the case."""
