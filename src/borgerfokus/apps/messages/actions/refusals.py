"""Why something about messages is not done, and what to do instead."""

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text

EMPTY = Refusal(
    code="message_empty",
    text=Text(da="Skriv din besked, før du sender.", en="Write your message before you send it."),
    article="",
)
NO_SUBJECT = Refusal(
    code="message_subject",
    text=Text(da="Skriv, hvad beskeden handler om.", en="Write what the message is about."),
    article="",
)
TOO_LONG = Refusal(
    code="message_long",
    text=Text(
        da="Beskeden er for lang. Gør den kortere, eller send resten som en fil.",
        en="The message is too long. Make it shorter, or send the rest as a file.",
    ),
    article="",
)
NO_FILE = Refusal(
    code="message_file",
    text=Text(
        da="En af filerne er her ikke længere. Vælg den igen.",
        en="One of the files is no longer here. Choose it again.",
    ),
    article="",
)
ANSWER_FIRST = Refusal(
    code="message_unanswered",
    text=Text(
        da="Borgeren venter på svar. Skriv et svar først, også hvis I har talt sammen. Så står det i sagen.",
        en="The citizen waits for an answer. Write one first, even if you have talked. Then it stands in the case.",
    ),
    article="offentlighedsloven § 13",
)
NOT_A_COLLEAGUE = Refusal(
    code="delegation_colleague",
    text=Text(
        da="Vælg en kollega, der arbejder i samme enhed og må skrive til borgere.",
        en="Choose a colleague who works in the same unit and may write to citizens.",
    ),
    article="",
)
BAD_PERIOD = Refusal(
    code="delegation_period",
    text=Text(
        da="Vælg en periode, der slutter i dag eller senere, efter den er begyndt, og højst varer et år.",
        en="Choose a period that ends today or later, after it has begun, and lasts a year at most.",
    ),
    article="",
)
OVERLAPS = Refusal(
    code="delegation_overlaps",
    text=Text(
        da="En anden svarer allerede i den periode. Afslut det først.",
        en="Somebody else answers in that period already. End that first.",
    ),
    article="",
)
AWAY_TOO = Refusal(
    code="delegation_away_too",
    text=Text(
        da="Kollegaen er selv væk i den periode. Vælg en anden, eller en kortere periode.",
        en="Your colleague is away in that period too. Choose somebody else, or a shorter period.",
    ),
    article="",
)
TEMPLATE_EMPTY = Refusal(
    code="template_empty",
    text=Text(da="Skriv både et navn og en tekst.", en="Write both a name and a text."),
    article="",
)
CHANGED_MEANWHILE = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har rettet skabelonen imens. Din tekst er ikke tabt: sammenlign, og gem igen.",
        en="Somebody else has changed the template meanwhile. Your text is not lost: compare, and save again.",
    ),
    article="",
)


def unknown_words(words: tuple[str, ...]) -> Refusal:
    """A template asks for words that nothing is filled in for."""
    listed = ", ".join(f"{{{word}}}" for word in words)
    return Refusal(
        code="template_words",
        text=Text(
            da="Vi kender ikke {words}. Brug kun de ord, der står ved feltet.",
            en="We do not know {words}. Use only the words that stand by the field.",
        ).filled(words=listed),
        article="",
    )
