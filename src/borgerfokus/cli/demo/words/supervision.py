"""What is written in campaigns, reviews and answers, and the kodeks of the demo municipality."""

from typing import Final

from borgerfokus.core.kodeks import Perspective, Statement
from borgerfokus.core.texts import Text

LESSONS: Final = (
    "Borgerens svar på partshøringen skal nævnes i begrundelsen, også når det ikke ændrer noget.",
    "Skriv samtaler ned samme dag. Det er tit dem, der mangler, når en kollega tager over.",
    "Fortæl altid borgeren, hvad der sker nu, også når der ikke er noget nyt.",
)
FOLLOW_UPS: Final = (
    (
        "Kort oplæg på teammødet om borgerens svar på partshøring",
        "Holdt på teammødet. Eksempler ligger i vejledningen.",
    ),
    ("Gør skabelonen til afslag kortere, og læs den igennem med to borgere", ""),
)
NOTES: Final[dict[str, tuple[str, ...]]] = {
    "informed": ("Lægens udtalelse er over et år gammel, og den er ikke fulgt op.",),
    "own_words": ("Jeg kan ikke se, hvad borgeren selv ønsker.",),
    "whole": ("Netværket er ikke beskrevet, og det kunne have ændret svaret.",),
    "heard": ("Oplysningen om samlivet er brugt, uden at borgeren er hørt om den.",),
    "answer_used": (
        "Borgerens svar på høringen er ikke nævnt i begrundelsen.",
        "Svaret er gengivet, men ikke vurderet.",
    ),
    "reasons": ("Hovedhensynene er de samme sætninger som i andre breve.",),
    "right": ("Timerne er sat efter en standard og ikke efter behovet.",),
    "second_eyes": ("Afslaget er sendt uden en kollegas blik.",),
    "plain": ("Brevet er fire sider, og svaret står på side to.", "Der er mange paragraffer, før svaret kommer."),
    "appeal_guidance": ("Klagefristen står der, men ikke hvor klagen skal sendes hen.",),
    "received": ("Brevet kom retur, og der gik to uger, før det blev opdaget.",),
    "deadlines": ("Fristen skred en uge, og ingen havde set det.",),
    "slips_told": ("Borgeren ringede selv for at høre, hvor sagen var.",),
    "journal": ("To samtaler er skrevet ned over en uge senere.",),
    "next_colleague": ("Man skal læse hele journalen for at forstå, hvor sagen står.",),
    "follow_up": ("Der er ingen aftale om, hvornår der følges op.",),
    "next_step": ("Borgeren har ikke hørt noget siden afgørelsen.",),
    "others": ("Søsteren er nævnt, men ikke spurgt.",),
}
DIFFERENT: Final = "Jeg læser det anderledes end data: sagen viser det, men et andet sted."
SUMMARIES: Final = (
    "En god sag at læse. Man kan følge, hvorfor svaret blev, som det blev.",
    "Grundigt arbejde. Brevet kunne være kortere.",
    "Sagen er i orden, men borgeren måtte selv spørge til den.",
)
RESPONSES: Final = (
    ("agreed", "Det tager jeg med. Vi har talt om det på teammødet."),
    ("mended", "Jeg har skrevet det ind i sagen nu."),
    ("disagreed", "Det står i notatet fra hjemmebesøget, så jeg mener, at det er på plads."),
)
REASONS: Final = (
    "Vedtaget i Social- og Sundhedsudvalget efter de første fælles dage.",
    "Efter et år: udsagnet om arbejdsmiljøet er gjort tydeligere sammen med medarbejderne.",
)


def _statement(number: int, perspective: Perspective, da: str, en: str, *checks: str) -> Statement:
    return Statement(f"statement-{number}", perspective, Text(da=da, en=en), checks)


KODEKS: Final = (
    _statement(
        1,
        Perspective.CITIZEN,
        "Du ved altid, hvad der sker nu, og hvornår du hører fra os.",
        "You always know what happens now, and when you hear from us.",
        "next_step_known",
        "receipt",
        "slips_told",
    ),
    _statement(
        2,
        Perspective.PARTNERS,
        "Vi spørger, hvem der er vigtige for dig, og om de skal være med.",
        "We ask who matters to you, and whether they are to take part.",
        "others_asked",
    ),
    _statement(
        3,
        Perspective.PROFESSIONAL,
        "Vi bygger på dine egne ord og på det, der er oplyst, og siger hvorfor.",
        "We build on your own words and on what is known, and say why.",
        "own_words",
        "heard",
        "reasons",
    ),
    _statement(
        4,
        Perspective.NEXT_COLLEAGUE,
        "En kollega kan tage over uden at begynde forfra.",
        "A colleague can take over without beginning again.",
        "journal_in_time",
        "handover_talked",
    ),
    _statement(
        5,
        Perspective.WORKING_ENVIRONMENT,
        "Ingen sidder alene med en sag eller med noget, der er gået over tiden.",
        "Nobody is left alone with a case or with what is overdue.",
        "owned",
        "tasks_in_time",
        "second_eyes",
    ),
)
