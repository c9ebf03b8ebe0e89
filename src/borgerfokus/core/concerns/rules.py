"""What must be in place before a notification may go on. Decided from plain facts; refusals say how to mend it."""

from dataclasses import dataclass

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns.words import Way
from borgerfokus.core.texts import Text


@dataclass(frozen=True)
class Standing:
    """Where a notification stands. `violence`: somebody who assessed it suspects violence or abuse."""

    assessments: int
    violence: bool
    matched: bool
    way: Way | None


def needs_second(standing: Standing) -> bool:
    """Whether somebody else must assess it too: always where violence or abuse is suspected."""
    return standing.violence and standing.assessments == 1


def may_close(standing: Standing, *, way: Way, reason: str) -> Refusal | None:
    """Why a notification may not be decided yet, or None. Nobody closes one that has not been assessed."""
    if standing.way is not None:
        return ALREADY_DECIDED
    if not standing.assessments:
        return NOT_ASSESSED
    if needs_second(standing):
        return NEEDS_SECOND
    if way is Way.NO_FURTHER and standing.violence:
        return VIOLENCE_GOES_ON
    if way is Way.NO_FURTHER and not reason.strip():
        return NO_GROUND
    if way is not Way.NO_FURTHER and not standing.matched:
        return WHO_IS_IT
    return None


def may_match(standing: Standing) -> Refusal | None:
    """Why the child may not be changed any more, or None."""
    return ALREADY_DECIDED if standing.way is not None else None


_ASSESSMENT = "barnets lov §§ 133-137"
NOT_ASSESSED = Refusal(
    code="not_assessed",
    text=Text(
        da="Vurdér først, om barnet er i akut fare. Ingen underretning kan afsluttes uden.",
        en="First assess whether the child is in acute danger. No notification can be closed without it.",
    ),
    article=_ASSESSMENT,
)
NEEDS_SECOND = Refusal(
    code="needs_second",
    text=Text(
        da="Der er mistanke om vold eller overgreb. En kollega skal også vurdere, før I går videre.",
        en="Violence or abuse is suspected. A colleague must assess it too before you go on.",
    ),
    article=_ASSESSMENT,
)
VIOLENCE_GOES_ON = Refusal(
    code="violence_goes_on",
    text=Text(
        da="Der er mistanke om vold eller overgreb. Så skal der oprettes en sag, eller den skal lægges til en sag.",
        en="Violence or abuse is suspected. A case must be opened, or it must be joined to a case.",
    ),
    article="barnets lov § 20",
)
NO_GROUND = Refusal(
    code="no_ground",
    text=Text(
        da="Skriv, hvorfor der ikke gøres mere. Grunden bliver stående.",
        en="Write why nothing further is done. The ground is kept.",
    ),
    article="barnets lov § 18",
)
WHO_IS_IT = Refusal(
    code="who_is_it",
    text=Text(
        da="Find barnet først, eller opret det. En sag skal handle om nogen.",
        en="Find the child first, or register it. A case must be about somebody.",
    ),
    article="barnets lov § 18",
)
ALREADY_DECIDED = Refusal(
    code="already_decided",
    text=Text(
        da="Underretningen er afsluttet. Åbn den igen, hvis der er nyt.",
        en="The notification is closed. Reopen it if there is news.",
    ),
    article=_ASSESSMENT,
)
ASSESSED_BY_YOU = Refusal(
    code="assessed_by_you",
    text=Text(
        da="Du har allerede vurderet. Den anden vurdering skal komme fra en kollega.",
        en="You have assessed it already. The second assessment must come from a colleague.",
    ),
    article=_ASSESSMENT,
)
NO_ASSESSMENT_GROUND = Refusal(
    code="no_assessment_ground",
    text=Text(da="Skriv, hvad vurderingen bygger på.", en="Write what the assessment rests on."),
    article=_ASSESSMENT,
)
NO_ACT = Refusal(
    code="no_act",
    text=Text(
        da="Barnet er i akut fare. Skriv, hvad I gør nu, og hvem der gør det.",
        en="The child is in acute danger. Write what you do now, and who does it.",
    ),
    article=_ASSESSMENT,
)
PROFESSIONAL_IS_NAMED = Refusal(
    code="professional_is_named",
    text=Text(
        da="Når du arbejder med børn, skal du skrive navn og arbejdsplads. Du kan ikke være anonym.",
        en="When you work with children, you must write your name and workplace. You cannot be anonymous.",
    ),
    article="barnets lov § 133",
)
