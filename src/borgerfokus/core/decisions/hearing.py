"""Hearing of the party (forvaltningsloven § 19): is it owed, may it be left out, where does it stand?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import WorkingCalendar
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text

ARTICLE = "forvaltningsloven § 19"


class HearingState(StrEnum):
    """Where the hearing stands on a given day."""

    NOT_NEEDED = "not_needed"
    NEEDED = "needed"
    SENT = "sent"
    ANSWERED = "answered"
    DEADLINE_PASSED = "deadline_passed"
    EXEMPTED = "exempted"

    @property
    def label(self) -> Text:
        return _STATES[self]

    @property
    def lets_decide(self) -> bool:
        """True when the decision need not wait for the hearing any longer."""
        return self not in (HearingState.NEEDED, HearingState.SENT)


class Exemption(StrEnum):
    """Grounds to leave the hearing out: forvaltningsloven § 19, stk. 2, no. 1 to 6, in that order."""

    HARMLESS = "harmless"
    STATUTORY_DEADLINE = "statutory_deadline"
    WEIGHTIER_INTERESTS = "weightier_interests"
    NO_ACCESS = "no_access"
    WIDE_CIRCLE = "wide_circle"
    OTHER_PROCEDURE = "other_procedure"

    @property
    def label(self) -> Text:
        return _EXEMPTIONS[self]

    @property
    def article(self) -> str:
        return f"{ARTICLE}, stk. 2, nr. {list(Exemption).index(self) + 1}"


@dataclass(frozen=True)
class HearingFact:
    """One fact seen from the party: is it to the detriment, does it weigh, does the party know of it?"""

    key: str
    to_detriment: bool
    of_importance: bool
    known_to_party: bool


@dataclass(frozen=True)
class Hearing:
    """What has been done. Both `exemption` and its written `why` are set, or neither."""

    sent_on: date | None = None
    answer_by: date | None = None
    answered_on: date | None = None
    exemption: Exemption | None = None
    why: str = ""

    def __post_init__(self) -> None:
        if (self.exemption is None) is bool(self.why.strip()):
            raise ValueError("an exemption and the reason for it belong together")
        if (self.sent_on is None) is not (self.answer_by is None):
            raise ValueError("a hearing that was sent has a date to answer by, and the other way round")
        if self.answered_on is not None and self.sent_on is None:
            raise ValueError("a hearing that was never sent cannot be answered")


def to_hear(*, outcome: Outcome, facts: Iterable[HearingFact]) -> tuple[str, ...]:
    """Keys of the facts that the party must be heard about; empty when no hearing is owed.

    Owed when the decision is not fully in the party's favour and rests on facts to the party's detriment, of
    importance for the decision, that the party cannot be assumed to know that the municipality holds.
    """
    if outcome.fully_in_favour:
        return ()
    return tuple(
        fact.key for fact in facts if fact.to_detriment and fact.of_importance and not fact.known_to_party
    )


def answer_by(*, received_on: date, days: int, calendar: WorkingCalendar) -> date:
    """Last day to answer: `days` calendar days (a parameter) after receipt, moved to a working day."""
    return calendar.next_working_day(received_on + timedelta(days=days))


def state(*, owed: tuple[str, ...], hearing: Hearing | None, required: bool, on: date) -> HearingState:
    """Where the hearing stands on the day `on`.

    `required`: the case type asks for one whatever the facts are.

    The last day to answer still belongs to the party; the deadline has passed from the day after.
    """
    if hearing is not None and hearing.answered_on is not None:
        return HearingState.ANSWERED
    if hearing is not None and hearing.exemption is not None:
        return HearingState.EXEMPTED
    if hearing is not None and hearing.answer_by is not None:
        return HearingState.SENT if on <= hearing.answer_by else HearingState.DEADLINE_PASSED
    return HearingState.NEEDED if owed or required else HearingState.NOT_NEEDED


def may_decide(*, owed: tuple[str, ...], hearing: Hearing | None, required: bool, on: date) -> Refusal | None:
    """None when the hearing lets the decision be made on the day `on`; otherwise what stands in the way."""
    now = state(owed=owed, hearing=hearing, required=required, on=on)
    if now.lets_decide:
        return None
    if now is HearingState.SENT:
        return Refusal(code="hearing_open", text=_OPEN, article=ARTICLE)
    return Refusal(code="hearing_needed", text=_NEEDED, article=ARTICLE)


_OPEN = Text(
    da="Borgeren kan stadig nå at svare på høringen. Vent til svaret er kommet, eller fristen er gået.",
    en="The citizen can still answer the hearing. Wait for the answer or until the deadline has passed.",
)
_NEEDED = Text(
    da="Hør borgeren om de oplysninger, der taler imod, eller skriv, hvorfor det kan undlades.",
    en="Hear the citizen about the facts that go against, or write why this may be left out.",
)
_STATES = {
    HearingState.NOT_NEEDED: Text(da="Ikke nødvendig", en="Not needed"),
    HearingState.NEEDED: Text(da="Skal sendes", en="To be sent"),
    HearingState.SENT: Text(da="Sendt, afventer svar", en="Sent, awaiting an answer"),
    HearingState.ANSWERED: Text(da="Svar modtaget", en="Answer received"),
    HearingState.DEADLINE_PASSED: Text(
        da="Fristen er gået uden svar", en="Deadline passed without an answer"
    ),
    HearingState.EXEMPTED: Text(da="Undladt med begrundelse", en="Left out, with a reason"),
}
_EXEMPTIONS = {
    Exemption.HARMLESS: Text(
        da="Det er ubetænkeligt at afgøre sagen uden høring", en="Deciding without a hearing does no harm"
    ),
    Exemption.STATUTORY_DEADLINE: Text(
        da="Høring vil bryde en frist i loven", en="A hearing would break a statutory deadline"
    ),
    Exemption.WEIGHTIER_INTERESTS: Text(
        da="Vigtige hensyn til andre vejer tungere end at vente",
        en="Weightier interests of others forbid waiting",
    ),
    Exemption.NO_ACCESS: Text(
        da="Borgeren har ikke ret til indsigt i oplysningen",
        en="The citizen has no right of access to the fact",
    ),
    Exemption.WIDE_CIRCLE: Text(
        da="Afgørelsen rammer en bred kreds af borgere", en="The decision concerns a wide circle of citizens"
    ),
    Exemption.OTHER_PROCEDURE: Text(
        da="En anden lov sikrer borgeren kendskab og svar",
        en="Another act ensures that the citizen can answer",
    ),
}


def proposed_text(*, about: str, facts: Sequence[str]) -> str:
    """A text for the letter of a hearing, in Danish, for the caseworker to change. The letter lists the facts."""
    named = ", ".join(fact[:1].lower() + fact[1:] for fact in facts)
    return (
        f"Vi er ved at afgøre din sag om {about[:1].lower()}{about[1:]}. Vi regner med at lægge vægt på noget, som "
        f"taler imod dig, og som du måske ikke kender: {named}. Det står i listen nedenfor.\n\n"
        "Er det rigtigt? Mangler der noget? Skriv eller ring, før vi afgør sagen."
    )
