"""Why something in log control is not done, and what to do instead."""

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text


def _no(code: str, da: str, en: str) -> Refusal:
    return Refusal(code=f"logcontrol.{code}", text=Text(da=da, en=en), article="")


BACKWARDS = _no(
    "backwards",
    "Perioden skal slutte efter, at den begynder, og senest i dag.",
    "The period must end after it begins, and today at the latest.",
)
NO_UNIT = _no("no_unit", "Vælg mindst én enhed, som du leder.", "Choose at least one unit that you lead.")
MOVED_ON = _no(
    "moved_on",
    "Det er kommet videre imens. Se efter, hvor det står nu.",
    "It has moved on meanwhile. See where it stands now.",
)
TOO_EARLY = _no(
    "too_early",
    "Perioden er ikke slut. Der trækkes først, når alle opslag i den er gjort.",
    "The period is not over. The draw comes when every look-up in it has been made.",
)
EMPTY = _no(
    "empty",
    "Ingen har slået op i perioden. Vælg en længere periode eller flere enheder.",
    "Nobody has looked anyone up in the period. Choose a longer period or more units.",
)
LONGEST = 200
"""So many signs of a reason are kept."""
NO_WORDS = _no("no_words", "Skriv, hvorfor.", "Write why.")
TOO_LONG = _no("too_long", "Gør teksten kortere, højst 200 tegn.", "Make the text shorter, 200 signs at most.")
NO_QUESTION = _no("no_question", "Skriv, hvad du vil have forklaret.", "Write what you want explained.")
NO_ANSWER = _no("no_answer", "Skriv, hvorfor du slog op.", "Write why you looked.")
NO_GROUND = _no("no_ground", "Vælg en grund fra listen.", "Choose a ground from the list.")
UNKNOWN_PERSON = _no(
    "unknown_person",
    "Der er ingen borger med det nummer, eller borgeren står der allerede.",
    "There is no citizen with that number, or the citizen is on the list already.",
)
TOO_EARLY_TO_END = _no(
    "same_day",
    "Ansættelsen begyndte i dag og kan tidligst afsluttes i morgen.",
    "The engagement began today and can be ended tomorrow at the earliest.",
)
