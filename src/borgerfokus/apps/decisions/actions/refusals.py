"""The refusals of this app: why, what to do about it, and the article last."""

from collections.abc import Sequence

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text

HEARD = "forvaltningsloven § 19"
DECIDED = "forvaltningsloven § 22"
REASONS = "forvaltningsloven § 24"
SECOND_EYES = "retssikkerhedsloven § 16"
APPEAL = "retssikkerhedsloven § 66"
APPEAL_CLOCK = "retssikkerhedsloven § 67"


def _no(code: str, article: str, da: str, en: str) -> Refusal:
    return Refusal(code=code, text=Text(da=da, en=en), article=article)


def from_faults(faults: Sequence[Refusal]) -> Refusal:
    """The letter cannot go as it is: everything to mend in one text, the first article last."""
    listed = Text(
        da=" ".join(dict.fromkeys(fault.text.da for fault in faults)),
        en=" ".join(dict.fromkeys(fault.text.en for fault in faults)),
    )
    text = Text(da="Brevet kan ikke sendes endnu. {faults}", en="The letter cannot be sent yet. {faults}")
    return Refusal(code="letter_invalid", text=text.filled(faults=listed), article=faults[0].article)


CONFLICT = _no(
    "edit.conflict",
    "",
    "En anden har ændret afgørelsen imens. Din tekst er ikke tabt: sammenlign, og gem igen.",
    "Somebody else has changed the decision meanwhile. Your text is not lost: compare, and save again.",
)
NOT_NOW = _no(
    "not_from_here",
    DECIDED,
    "Det kan ikke ske i den fase, sagen er i. Gå videre til vurdering eller afgørelse først.",
    "This cannot be done in the case's present phase. Go on to assessment or decision first.",
)
NO_CASEWORKER = _no(
    "no_caseworker",
    "forvaltningsloven § 7",
    "Sagen har ingen sagsbehandler. Tag den selv, eller giv den til en kollega.",
    "The case has no caseworker. Take it yourself or give it to a colleague.",
)

HEARING_OUT = _no(
    "hearing_open",
    HEARD,
    "Der er allerede sendt en partshøring, som ikke er besvaret. Vent på svaret eller fristen.",
    "A hearing has been sent and is not answered. Wait for the answer or the deadline.",
)
HEARING_EMPTY = _no(
    "hearing_empty",
    HEARD,
    "Skriv til borgeren, hvad høringen handler om, og hvad I regner med at afgøre.",
    "Write to the citizen what the hearing is about, and what you expect to decide.",
)
HEARING_TOO_SHORT = _no(
    "hearing_too_short",
    HEARD,
    "Borgeren skal have tid til at svare. Vælg en senere dag.",
    "The citizen must have time to answer. Choose a later day.",
)
HEARING_CLOSED = _no(
    "hearing_closed",
    HEARD,
    "Høringen er afsluttet. Skriv i stedet en kommentar eller en besked.",
    "The hearing is over. Write a comment or a message instead.",
)
ANSWER_EMPTY = _no(
    "empty",
    HEARD,
    "Skriv dit svar, eller sig at du ikke har noget at tilføje.",
    "Write your answer, or say that you have nothing to add.",
)
NO_GROUND = _no(
    "no_reason",
    "forvaltningsloven § 19, stk. 2",
    "Vælg grunden til at undlade høringen, og skriv hvorfor den gælder her. Borgeren kan læse det.",
    "Choose the ground for leaving the hearing out, and write why it holds here. The citizen can read it.",
)

DRAFT_EXISTS = _no(
    "draft_exists",
    DECIDED,
    "Der er allerede en afgørelse under skrivning i sagen. Åbn den, og skriv videre.",
    "A decision is already being written in the case. Open it and go on.",
)
ALREADY_DECIDED = _no(
    "already_decided",
    DECIDED,
    "Sagen er allerede afgjort. Vurder den igen, hvis afgørelsen skal ændres.",
    "The case has been decided already. Assess it anew if the decision is to be changed.",
)
NOT_A_DRAFT = _no(
    "not_a_draft",
    DECIDED,
    "Afgørelsen er sendt og kan ikke ændres. Vurder sagen igen, hvis den skal ændres.",
    "The decision has been sent and cannot be changed. Assess the case anew if it is to be changed.",
)
ALREADY_ISSUED = _no(
    "already_issued",
    DECIDED,
    "Afgørelsen er allerede sendt. Der er kun sendt ét brev.",
    "The decision has already been sent. One letter only was sent.",
)
PERIOD_BACKWARDS = _no(
    "period_backwards",
    DECIDED,
    "Perioden slutter, før den begynder. Ret en af datoerne.",
    "The period ends before it begins. Correct one of the dates.",
)
NOT_TO_APPROVE = _no(
    "not_to_approve",
    SECOND_EYES,
    "Afgørelsen venter ikke på godkendelse. Den er måske ændret imens.",
    "The decision does not await approval. It may have been changed meanwhile.",
)
OWN_WORDS = _no(
    "own_decision",
    SECOND_EYES,
    "Du har selv skrevet på afgørelsen. En anden skal godkende den.",
    "You have written on the decision yourself. Somebody else must approve it.",
)
NO_APPROVER = _no(
    "no_approver",
    SECOND_EYES,
    "Vælg en kollega eller leder, der må godkende afgørelser i sagens enhed.",
    "Choose a colleague or leader who may approve decisions in the case's unit.",
)
NO_RETURN_REASON = _no(
    "no_reason",
    SECOND_EYES,
    "Skriv, hvad der skal ændres, så din kollega kan rette det.",
    "Write what is to be changed, so that your colleague can mend it.",
)

LETTER_NOT_FAILED = _no(
    "letter_not_failed",
    APPEAL_CLOCK,
    "Brevet er ikke mislykkedes og skal ikke sendes igen.",
    "The letter has not failed and need not be sent again.",
)

NOT_ISSUED = _no(
    "not_issued",
    "retssikkerhedsloven § 60",
    "Der er ikke en afgørelse i kraft, som der kan klages over.",
    "There is no decision in force to appeal against.",
)
NOT_APPEALABLE = _no(
    "not_appealable",
    "forvaltningsloven § 25",
    "Der kan ikke klages over denne afgørelse. Kontakt os, hvis noget er forkert.",
    "This decision cannot be appealed. Contact us if something is wrong.",
)
APPEAL_EXISTS = _no(
    "appeal_exists",
    APPEAL,
    "Der er allerede klaget over afgørelsen. Skriv en kommentar, hvis du vil tilføje noget.",
    "The decision has already been appealed. Write a comment if you want to add something.",
)
APPEAL_EMPTY = _no(
    "empty",
    "retssikkerhedsloven § 60",
    "Skriv, hvad du er uenig i. Det må gerne være kort.",
    "Write what you disagree with. It may be short.",
)
APPEAL_DAY = _no(
    "received_later",
    APPEAL_CLOCK,
    "Klagen kan ikke være modtaget efter i dag. Ret datoen.",
    "The appeal cannot have been received after today. Correct the date.",
)
APPEAL_ANSWERED = _no(
    "appeal_answered",
    APPEAL,
    "Klagen er allerede behandlet eller trukket tilbage.",
    "The appeal has been handled already, or withdrawn.",
)
REASSESSMENT_EMPTY = _no(
    "no_reason",
    APPEAL,
    "Skriv, hvorfor I fastholder eller ændrer afgørelsen. Borgeren og klageinstansen læser det.",
    "Write why you uphold or change the decision. The citizen and the appeal body read it.",
)

BOARD_TOO_EARLY = _no(
    "not_forwarded",
    APPEAL,
    "Klagen er ikke sendt videre, eller svaret er allerede skrevet ind.",
    "The appeal has not been forwarded, or its answer has been recorded already.",
)
BOARD_EMPTY = _no(
    "empty",
    APPEAL,
    "Skriv kort, hvad klageinstansen har lagt vægt på. Borgeren kan læse det.",
    "Write briefly what the appeal body gave weight to. The citizen can read it.",
)
BOARD_DAY = _no(
    "wrong_day",
    APPEAL,
    "Afgørelsen er truffet, efter klagen blev sendt videre, og senest i dag. Ret datoen.",
    "The decision was made after the appeal was forwarded, and not after today. Correct the date.",
)
NO_LEARNING = _no(
    "no_learning",
    "retssikkerhedsloven § 79 b",
    "Skriv, hvad I gør anderledes fra nu af, så den næste sag ikke bliver ændret af samme grund.",
    "Write what you do differently from now on, so that the next case is not reversed for the same reason.",
)
COUNCIL_INCOMPLETE = _no(
    "council_incomplete",
    "retssikkerhedsloven § 79 b",
    "Skriv dagen for mødet, og hvad der blev besluttet. Dagen kan ikke ligge før året eller i fremtiden.",
    "Write the day of the meeting and what was decided. The day cannot lie before the year or in the future.",
)
COUNCIL_TELLS = _no(
    "council_tells",
    "retssikkerhedsloven § 79 b",
    "Uden en handlingsplan skal Ankestyrelsen have besked. Skriv, hvornår den fik det.",
    "Without an action plan Ankestyrelsen is to be told. Write when it was told.",
)
NO_NOTE = _no(
    "no_note",
    "retssikkerhedsloven § 79 b",
    "Skriv, hvad I har gjort. Andre skal kunne lære af det.",
    "Write what you have done. Others are to learn from it.",
)
MORE_TIME_WHEN = _no(
    "more_time_when",
    HEARD,
    "Vælg en dag efter den, du har fået, og skriv gerne hvorfor.",
    "Choose a day after the one you were given, and write why if you like.",
)
MORE_TIME_ASKED = _no(
    "more_time_asked",
    HEARD,
    "Du har allerede bedt om mere tid. Du får svar i et brev.",
    "You have asked for more time already. You get an answer in a letter.",
)
MORE_TIME_WHY_NOT = _no(
    "more_time_why_not",
    HEARD,
    "Skriv, hvorfor borgeren ikke kan få mere tid, eller vælg en dag efter den, der gælder.",
    "Write why the citizen cannot have more time, or choose a day after the one that holds.",
)
