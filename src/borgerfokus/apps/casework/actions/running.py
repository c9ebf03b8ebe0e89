"""A case that runs in another system, as it stands there, and what about it cannot be."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.casework.actions.steps import Pause
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text

_UNDECIDED = frozenset({Phase.CONTACT, Phase.INTAKE, Phase.INFORMATION, Phase.ASSESSMENT})
HELPED = frozenset({Phase.INTERVENTION, Phase.FOLLOW_UP})


@dataclass(frozen=True, kw_only=True)
class RunningCase:
    """A case as it stands in the other system. All moments lie before the takeover.

    `promised_on` is a later date of the decision that the citizen
    has been told already; `discharged_on` is when a hospital sent the citizen home, for the deadlines counted from it.
    """

    old_number: str
    type_key: str
    citizen_id: int
    unit_id: int
    source: str
    received_at: datetime
    phase: Phase
    need: str = ""
    caseworker_id: int | None = None
    waits: Pause | None = None
    waits_since: datetime | None = None
    outcome: Outcome | None = None
    decided_at: datetime | None = None
    promised_on: date | None = None
    follow_up_on: date | None = None
    discharged_at: datetime | None = None


def contradiction(running: RunningCase, at: datetime) -> Refusal | None:
    """The first thing about the case that cannot be, as the lifecycle sees it."""
    moments = [one for one in (running.decided_at, running.waits_since, running.discharged_at) if one]
    outcome = running.outcome
    rules = (
        (running.phase is Phase.CLOSED, _IS_CLOSED),
        (running.received_at > at or any(one > at for one in moments), _NOT_YET),
        (running.decided_at is not None and running.decided_at < running.received_at, _TOO_EARLY),
        (running.waits_since is not None and running.waits_since < running.received_at, _TOO_EARLY),
        ((outcome is None) is not (running.decided_at is None), _HALF_DECIDED),
        (outcome is not None and running.phase in _UNDECIDED, _DECIDED_TOO_EARLY),
        (outcome in {None, Outcome.REFUSED} and running.phase in HELPED, _NOT_GRANTED),
        (running.follow_up_on is not None and running.phase not in HELPED, _NO_FOLLOW_UP),
        (running.promised_on is not None and outcome is not None, _PROMISED_TOO_LATE),
        (running.promised_on is not None and running.promised_on < day_of(running.received_at), _TOO_EARLY),
    )
    return next((refusal for holds, refusal in rules if holds), None)


_CASE_TYPES = "forvaltningsloven § 7"


def _refusal(code: str, da: str, en: str, article: str = "") -> Refusal:
    return Refusal(code=code, text=Text(da=da, en=en), article=article)


NO_TYPE = _refusal(
    "no_case_type",
    "Sagstypen er ikke i brug, hverken da sagen kom eller nu.",
    "The case type is not in use, neither when the case came nor now.",
    _CASE_TYPES,
)
NO_RULE = _refusal(
    "no_rule",
    "Sagstypens frist har ingen værdi på den dag, sagen kom.",
    "The case type's deadline has no value on the day the case came.",
    "retssikkerhedsloven § 3, stk. 2",
)
_IS_CLOSED = _refusal(
    "is_closed",
    "Kun løbende sager kan overføres; denne er afsluttet.",
    "Only running cases can be taken over; this one is closed.",
)
_NOT_YET = _refusal(
    "not_yet", "En af sagens dage ligger efter i dag.", "One of the days of the case lies after today."
)
_TOO_EARLY = _refusal(
    "too_early",
    "En af sagens dage ligger før den dag, sagen kom.",
    "One of the days of the case lies before the day it came.",
)
_HALF_DECIDED = _refusal(
    "half_decided",
    "En afgørelse skal have både et udfald og en dag.",
    "A decision must have both an outcome and a day.",
)
_DECIDED_TOO_EARLY = _refusal(
    "decided_too_early",
    "Sagen er afgjort, men fasen ligger før afgørelsen.",
    "The case is decided, but the phase lies before the decision.",
)
_NOT_GRANTED = _refusal(
    "not_granted",
    "Hjælpen kan ikke være i gang uden en afgørelse, der gav den.",
    "The help cannot be running without a decision that granted it.",
)
_NO_FOLLOW_UP = _refusal(
    "no_follow_up",
    "Kun hjælp, der er i gang, har en dag for opfølgning.",
    "Only help that is running has a day for follow-up.",
)
_PROMISED_TOO_LATE = _refusal(
    "promised_too_late",
    "En afgjort sag har ingen ny dato for afgørelsen.",
    "A case that is decided has no new date of the decision.",
)
