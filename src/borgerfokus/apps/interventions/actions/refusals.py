"""Why something is not done, what to do instead, and the rule."""

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text

_PLAN = "serviceloven § 141"
_HELP = "retssikkerhedsloven § 3"


def _refusal(code: str, article: str, da: str, en: str) -> Refusal:
    return Refusal(code=code, text=Text(da=da, en=en), article=article)


CONFLICT = _refusal(
    "edit.conflict",
    "",
    "En anden har gemt imens. Din tekst står stadig her. Se, hvad der er gemt, og gem så igen.",
    "Somebody else has saved meanwhile. Your text still stands here. See what is saved, and then save again.",
)
PLAN_THERE = _refusal(
    "plan.there",
    _PLAN,
    "Der er allerede en plan, som ikke er aftalt endnu. Skriv videre på den.",
    "There is a plan already that is not agreed yet. Go on with that one.",
)
PLAN_NOT_DRAFT = _refusal(
    "plan.not_draft",
    _PLAN,
    "Planen er vist til borgeren. Tag den tilbage, før du retter i den.",
    "The plan is shown to the citizen. Take it back before you change it.",
)
PLAN_NOT_SHOWN = _refusal(
    "plan.not_shown",
    _PLAN,
    "Planen kan ikke aftales nu. Se den igen: den kan være aftalt, ændret eller taget tilbage imens.",
    "The plan cannot be agreed now. Look at it again: it may have been agreed, changed or taken back meanwhile.",
)
ALREADY_SIGNED = _refusal(
    "plan.already_signed",
    _PLAN,
    "Der er allerede sagt ja til planen.",
    "The plan has already been said yes to.",
)
PLAN_NOT_AGREED = _refusal(
    "plan.not_agreed",
    _PLAN,
    "Planen er ikke aftalt, så der er ikke noget at afslutte.",
    "The plan is not agreed, so there is nothing to end.",
)
GOAL_ENDED = _refusal(
    "goal.ended",
    _PLAN,
    "Målet er allerede afsluttet.",
    "The goal has ended already.",
)
COMMENT_EMPTY = _refusal(
    "comment.empty",
    _PLAN,
    "Skriv noget, før du sender.",
    "Write something before you send.",
)
NOT_GRANTED = _refusal(
    "intervention.not_granted",
    "forvaltningsloven § 24",
    "Hjælp kan først sættes på sagen, når den er bevilget. Skriv afgørelsen først.",
    "Help can be put on the case only when it is granted. Write the decision first.",
)
PERIOD_WRONG = _refusal(
    "period.wrong",
    _HELP,
    "Perioden skal have mindst én dag og begynde, efter at hjælpen begyndte. Ret datoerne.",
    "The period must have at least one day and begin after the help began. Mend the dates.",
)
PERIOD_OVERLAPS = _refusal(
    "period.overlaps",
    _HELP,
    "Der er allerede en periode senere end den dag. Vælg en dag efter den seneste ændring.",
    "There is a period later than that day already. Choose a day after the latest change.",
)
NO_CHANGE_REASON = _refusal(
    "period.no_reason",
    "forvaltningsloven § 24",
    "Skriv, hvorfor hjælpen ændres. Borgeren kan læse det.",
    "Write why the help is changed. The citizen can read it.",
)
HELP_ENDED = _refusal(
    "intervention.ended",
    _HELP,
    "Hjælpen er allerede slut.",
    "The help has ended already.",
)
ORDER_BRIEF = _refusal(
    "order.no_brief",
    "databeskyttelsesforordningen artikel 5",
    "Skriv, hvad de skal vide for at give hjælpen, og ikke mere end det.",
    "Write what they need to know to give the help, and no more than that.",
)
ORDER_DATES = _refusal(
    "order.dates",
    _HELP,
    "Svarfristen skal ligge efter i dag, og adgangen skal slutte efter den dag, hjælpen ønskes begyndt.",
    "The time to answer must lie after today, and access must end after the day that the help is wanted to begin.",
)
ORDER_THERE = _refusal(
    "order.there",
    _HELP,
    "Hjælpen er allerede bestilt hos enheden. Træk den bestilling tilbage først.",
    "The help has been ordered from the unit already. Take that order back first.",
)
ORDER_ANSWERED = _refusal(
    "order.answered",
    _HELP,
    "Bestillingen er allerede besvaret eller trukket tilbage.",
    "The order has been answered or taken back already.",
)
ORDER_NO_REASON = _refusal(
    "order.no_reason",
    _HELP,
    "Skriv, hvorfor I ikke kan give hjælpen, så kommunen kan finde en anden.",
    "Write why you cannot give the help, so that the municipality can find somebody else.",
)
ORDER_NOT_ACCEPTED = _refusal(
    "order.not_accepted",
    _HELP,
    "Tag imod bestillingen først, og meld så, at hjælpen er begyndt.",
    "Accept the order first, and then report that the help has begun.",
)
ORDER_START_DAY = _refusal(
    "order.start_day",
    _HELP,
    "Hjælpen kan ikke være begyndt efter i dag. Vælg den dag, den begyndte.",
    "The help cannot have begun after today. Choose the day that it began.",
)
ORDER_NOT_RUNNING = _refusal(
    "order.not_running",
    "serviceloven § 148",
    "Hjælpen er ikke i gang, så der er ikke noget at skrive status på.",
    "The help is not running, so there is no status to write.",
)
NOTE_EMPTY = _refusal(
    "status.empty",
    "serviceloven § 148",
    "Skriv, hvordan det går, eller mål mindst ét mål. En anden måling skal have både et navn og et tal.",
    "Write how it goes, or measure at least one goal. Another measurement must have both a name and a number.",
)
NOTE_LEVEL = _refusal(
    "status.level",
    "serviceloven § 148",
    "Vælg et niveau, som temaet har, for hvert mål i bestillingen.",
    "Choose a level that the theme has, for each goal of the order.",
)
FOLLOW_UP_AGAIN = _refusal(
    "follow_up.again",
    "serviceloven § 148",
    "En anden har lige gemt en opfølgning. Din tekst står stadig her. Læs den anden først.",
    "Somebody else has just saved a follow-up. Your text still stands here. Read the other one first.",
)
QUESTION_EMPTY = _refusal(
    "question.empty",
    "",
    "Skriv noget, og vælg en dag, der ikke er gået.",
    "Write something, and choose a day that has not gone by.",
)
QUESTION_ANSWERED = _refusal(
    "question.answered",
    "",
    "Der er allerede svaret. Spørg igen, hvis der er mere.",
    "It has been answered already. Ask again if there is more.",
)
DOCUMENT_TITLE = _refusal(
    "document.title",
    "",
    "Skriv, hvad dokumentet er.",
    "Write what the document is.",
)
