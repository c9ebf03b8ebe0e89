"""Why something about the citizen's rights is not done, and what to do about it."""

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text

_ACCESS = "forvaltningsloven § 16"
_DATA = "databeskyttelsesforordningen art. 12"


def _no(code: str, da: str, en: str, article: str) -> Refusal:
    return Refusal(code=f"rights.{code}", text=Text(da=da, en=en), article=article)


ASKED_ALREADY = _no(
    "asked_already",
    "Der er allerede bedt om aktindsigt i sagen, og det er ikke besvaret endnu.",
    "Access to the case has been asked for already and is not answered yet.",
    _ACCESS,
)
NOT_YET = _no("not_yet", "Dagen kan ikke ligge efter i dag.", "The day cannot be after today.", _ACCESS)
BEFORE_THE_CASE = _no(
    "before_the_case",
    "Dagen kan ikke ligge før den dag, sagen begyndte.",
    "The day cannot be before the day the case began.",
    _ACCESS,
)
NOT_OPEN = _no("not_open", "Anmodningen er allerede afsluttet.", "The request is already closed.", _ACCESS)
COMPLAINT_EMPTY = _no("complaint_empty", "Skriv, hvad du klager over.", "Write what you complain about.", _ACCESS)
TOO_EARLY_TO_COMPLAIN = _no(
    "too_early_to_complain",
    "Du kan først klage over ventetiden, når der er gået flere dage. På siden står, hvornår du får svar.",
    "You can complain about the delay only when more days have passed. The page says when you get an answer.",
    _ACCESS,
)
NOTHING_TO_FORWARD = _no(
    "nothing_to_forward", "Der er ingen klage at sende videre.", "There is no complaint to pass on.", _ACCESS
)
NO_DELAY_REASON = _no(
    "no_delay_reason",
    "Skriv, hvorfor det tager længere tid, og vælg en dag efter den nuværende frist.",
    "Write why it takes longer, and choose a day after the present deadline.",
    "forvaltningsloven § 16, stk. 2",
)
CHANGED = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har ændret det imens. Se på det igen, og gem en gang til.",
        en="Somebody else has changed it meanwhile. Look at it again, and save once more.",
    ),
    article="",
)
PHRASE_MISSING = _no(
    "phrase_missing",
    "En af de linjer, du har skrevet, står ikke i teksten. Skriv den præcis, som den står.",
    "One of the lines that you wrote does not stand in the text. Write it exactly as it stands.",
    "forvaltningsloven § 15 c",
)
NO_TEXT_TO_MARK = _no(
    "no_text",
    "Der er ingen tekst at sorte i. Udlever dokumentet, undtag det, eller skriv et uddrag.",
    "There is no text to black out. Release the document, except it, or write an extract.",
    "forvaltningsloven § 15 c",
)
OWN_READER = _no(
    "own_reader",
    "Den, der har gjort afslaget klar, kan ikke selv læse det igennem. Bed en kollega.",
    "Whoever prepared the refusal cannot read it through. Ask a colleague.",
    "forvaltningsloven § 22",
)
NOTHING_TO_READ = _no(
    "nothing_to_read", "Der er ikke noget at læse igennem endnu.", "There is nothing to read through yet.", _ACCESS
)
SAY_WHAT = _no(
    "say_what", "Skriv, hvad der er forkert, og hvad der er rigtigt.", "Write what is wrong, and what is right.", _DATA
)
NO_ANSWER = _no("no_answer", "Skriv svaret til borgeren.", "Write the answer to the citizen.", _DATA)
ANSWERED = _no("answered", "Der er allerede svaret.", "It has been answered already.", _DATA)
NOT_THAT_OUTCOME = _no(
    "not_that_outcome",
    "Det svar passer ikke til det, der er bedt om.",
    "That answer does not fit what was asked for.",
    _DATA,
)
COPY_RUNNING = _no(
    "copy_running",
    "Vi er allerede i gang med at lave din kopi.",
    "We are already making your copy.",
    "databeskyttelsesforordningen art. 15",
)
_ERASE = "databeskyttelsesforordningen art. 17"
BLOCKED = _no(
    "blocked",
    "Sagen må ikke slettes endnu. Grunden står ved sagen.",
    "The case may not be erased yet. The reason stands beside it.",
    _ERASE,
)
SAME_EYES = _no(
    "same_eyes",
    "Du har allerede godkendt. En anden skal også gøre det.",
    "You have approved already. Somebody else must do so too.",
    _ERASE,
)
NOT_PROPOSED = _no("not_proposed", "Forslaget er ikke åbent mere.", "The proposal is no longer open.", _ERASE)
NO_WHY = _no("no_why", "Skriv en grund.", "Write a reason.", _ERASE)
UNKNOWN_CASE = _no(
    "unknown_case", "Der er ingen sag med det nummer.", "There is no case with this number.", _ERASE
)
NOT_YET_OVER = _no(
    "not_yet_over", "Dagen skal ligge efter i dag.", "The day must come after today.", _ERASE
)
ASK_WHAT = _no(
    "ask_what",
    "Skriv, hvad du vil vide om opslaget.",
    "Write what you want to know about the look-up.",
    "databeskyttelsesforordningen art. 38, stk. 4",
)
