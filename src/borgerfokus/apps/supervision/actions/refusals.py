"""Why something in supervision is not done, and what to do instead."""

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text


def _no(code: str, da: str, en: str, *, article: str = "") -> Refusal:
    return Refusal(code=f"supervision.{code}", text=Text(da=da, en=en), article=article)


INCOMPLETE = _no(
    "incomplete",
    "Skriv en titel, og vælg mindst én sagstype, én enhed, som du leder, og én, der gennemgår.",
    "Write a title, and choose at least one case type, one unit that you lead, and one reviewer.",
)
BACKWARDS = _no(
    "backwards",
    "Perioden skal slutte efter, at den begynder, og senest i dag.",
    "The period must end after it begins, and today at the latest.",
)
TIME_UP = _no(
    "time_up",
    "Sæt en dag fra i dag og frem som den sidste til at gennemgå sagerne.",
    "Set a day from today on as the last one for the reviews.",
)
NO_FORM = _no(
    "no_form",
    "Der er intet skema i brug. Bed en administrator om at tage en udgave i brug.",
    "No review form is in use. Ask an administrator to put a version into use.",
)
MOVED_ON = _no(
    "moved_on",
    "Kampagnen er kommet videre imens. Se efter, hvor den står nu.",
    "The campaign has moved on meanwhile. See where it stands now.",
)
EMPTY = _no(
    "empty",
    "Ingen sager passer. Vælg en længere periode, flere sagstyper eller flere, der gennemgår.",
    "No case fits. Choose a longer period, more case types or more reviewers.",
)
NO_REASON = _no("no_reason", "Skriv hvorfor. Det står i kampagnen.", "Write why. It stands in the campaign.")
NOT_IMPARTIAL = _no(
    "not_impartial",
    "Vælg en anden. Den, du valgte, har selv haft del i sagen eller er ikke med i kampagnen.",
    "Choose somebody else. The one you chose has had a part in the case, or is not in the campaign.",
    article="forvaltningsloven § 3",
)
NOBODY_ELSE = _no(
    "nobody_else",
    "Der er ingen anden i kampagnen, som må gennemgå sagen. Tal med din leder.",
    "Nobody else in the campaign may review the case. Talk with your leader.",
    article="forvaltningsloven § 3",
)
OWN_CASE = _no(
    "own_case",
    "Du har haft del i sagen og kan ikke gennemgå den. Giv den videre.",
    "You have had a part in the case and cannot review it. Pass it on.",
    article="forvaltningsloven § 3",
)
CHANGED = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har gemt imens. Læs det igen, og skriv din ændring en gang til.",
        en="Somebody else has saved meanwhile. Read it again, and write your change once more.",
    ),
    article="",
)
NOT_ALL = _no(
    "not_all",
    "Besvar alle spørgsmål, før du afslutter. Dit arbejde er gemt.",
    "Answer every question before you finish. Your work is kept.",
)
NO_NOTE = _no(
    "no_note",
    "Skriv en bemærkning, hvor noget ikke er i orden, og hvor du ser andet end data. Dit arbejde er gemt.",
    "Write a note where something is not in order, and where you see something else than the data. Your work is kept.",
)
SERIOUS_NEEDS_NOTE = _no(
    "serious_needs_note",
    "En alvorlig fejl skal være »ikke i orden« og have en bemærkning, så sagsbehandleren kan handle.",
    "A serious fault must be “not in order” and carry a note, so that the caseworker can act.",
)
ANSWERED_ALREADY = _no(
    "answered_already",
    "Bemærkningerne er besvaret, så gennemgangen kan ikke ændres.",
    "The findings have been answered, so the review cannot be changed.",
)
NOT_ALL_ANSWERED = _no(
    "not_all_answered",
    "Svar på alle bemærkninger, og skriv lidt til hver, som du ikke er enig i.",
    "Answer every finding, and write something to each that you do not agree with.",
)
NOT_REVIEWED = _no(
    "not_reviewed",
    "Alle sager skal være gennemgået, før kampagnen lukkes, ellers passer tallene ikke. Giv sagerne til andre, "
    "forlæng, eller afbryd kampagnen.",
    "All cases must be reviewed before the campaign is closed, or the figures do not hold. Pass the cases on, extend "
    "the time, or cancel the campaign.",
)
NO_FOLLOW_UP = _no(
    "no_follow_up",
    "Skriv, hvad der skal ske, vælg hvem, og sæt en dag fra i dag og frem.",
    "Write what is to happen, choose by whom, and set a day from today on.",
)
NO_OUTCOME = _no("no_outcome", "Skriv, hvad der kom ud af det.", "Write what came of it.")
NOT_A_CONCEPT = _no(
    "not_a_concept",
    "Udgaven er ikke længere et udkast. Genindlæs siden og se efter.",
    "The version is no longer a concept. Reload the page and look again.",
)


def too_few(least: int) -> Refusal:
    """The sample is smaller than the number of strata."""
    text = Text(
        da="Vælg mindst {least} sager, så der er én fra hver gruppe, eller del op efter mindre.",
        en="Choose at least {least} cases, so that there is one of each group, or divide by less.",
    )
    return Refusal(code="supervision.too_few", text=text.filled(least=least), article="")
