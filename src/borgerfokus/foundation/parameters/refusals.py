"""Why a value is not saved, in words that say what to do."""

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.rules.errors import (
    NotForTheMunicipality,
    NotInForce,
    OutOfRange,
    RuleError,
    UnknownParameter,
)
from borgerfokus.core.texts import Text

NOT_ALLOWED = Refusal(
    code="parameter.not_allowed",
    text=Text(
        da="Kun en administrator kan ændre kommunens egne frister og grænser.",
        en="Only an administrator can change the municipality's own deadlines and limits.",
    ),
    article="",
)
WITHOUT_REASON = Refusal(
    code="parameter.reason_missing",
    text=Text(
        da="Skriv, hvorfor værdien ændres, eller hvor det er besluttet.",
        en="Write why the value changes, or where it was decided.",
    ),
    article="",
)
PAST_DAY = Refusal(
    code="parameter.past_day",
    text=Text(
        da="En ny værdi kan tidligst gælde fra i dag. Vælg i dag eller en senere dag.",
        en="A new value can hold from today at the earliest. Choose today or a later day.",
    ),
    article="",
)
NOT_A_VALUE = Refusal(
    code="parameter.not_a_value",
    text=Text(
        da="Vælg en dag, og skriv værdien som den plejer at stå: et tal, ja eller nej, eller en liste med komma.",
        en="Choose a day, and write the value as it usually stands: a number, yes or no, or a list with commas.",
    ),
    article="",
)
_UNKNOWN = Refusal(
    code="parameter.unknown",
    text=Text(da="Den frist eller grænse findes ikke.", en="There is no such deadline or limit."),
    article="",
)
_DECIDED_BY_ACT = Refusal(
    code="parameter.decided_by_act",
    text=Text(
        da="Loven bestemmer denne værdi, så kommunen kan ikke ændre den.",
        en="The law decides this value, so the municipality cannot change it.",
    ),
    article="",
)
_NOT_IN_FORCE = Refusal(
    code="parameter.not_in_force",
    text=Text(
        da="Reglen gælder ikke på den dag. Vælg en dag, hvor den gælder.",
        en="The rule is not in force on that day. Choose a day on which it is.",
    ),
    article="",
)
_OUT_OF_RANGE = Refusal(
    code="parameter.out_of_range",
    text=Text(
        da="Værdien ligger uden for det, som reglen tillader. Vælg en værdi inden for grænserne.",
        en="The value lies outside what the rule allows. Choose a value within the limits.",
    ),
    article="",
)
_WRONG_KIND = Refusal(
    code="parameter.wrong_kind",
    text=Text(
        da="Værdien passer ikke til feltet. Skriv for eksempel et helt tal, hvis det er en frist.",
        en="The value does not fit the field. For a deadline, for example, write a whole number.",
    ),
    article="",
)
_BY_ERROR: tuple[tuple[type[RuleError], Refusal], ...] = (
    (UnknownParameter, _UNKNOWN),
    (NotForTheMunicipality, _DECIDED_BY_ACT),
    (NotInForce, _NOT_IN_FORCE),
    (OutOfRange, _OUT_OF_RANGE),
)


def refusal_of(error: RuleError) -> Refusal:
    """The refusal that explains an error of the rules."""
    return next((refusal for kind, refusal in _BY_ERROR if isinstance(error, kind)), _WRONG_KIND)
