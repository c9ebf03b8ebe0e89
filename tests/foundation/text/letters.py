"""Letters and cases for the tests of this folder. Everybody in them is made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import borgerfokus
from borgerfokus.core.decisions.letter import (
    Addressee,
    AppealGuidance,
    Contact,
    DecisionLetter,
    LegalBasis,
    Section,
    Sender,
)
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import Fact, Reasons
from borgerfokus.core.periods import Period
from borgerfokus.foundation.text.documents import (
    Appeal,
    CaseFile,
    CaseFileDocument,
    CaseFileEntry,
    CaseFileEvent,
    GeneralLetter,
    LetterDocument,
)

FONTS = Path(borgerfokus.__file__).parent / "web/design/static/design/fonts"

SENDER = Sender("Fjordby Kommune", "Handicap og Psykiatri", ("Havnegade 1", "9990 Fjordby"))
CONTACT = Contact(
    "Karen Lindvad",
    "sagsbehandler",
    ("Ring på 09 99 00 43, mandag til torsdag kl. 9-11.", "Skriv på https://fjordby.example/skriv-til-os."),
)
LENE = Addressee("Lene Overgaard", "Lene", ("Lene Overgaards Vej 4, 1. th.", "9990 Fjordby"))

DECISION = DecisionLetter(
    sender=SENDER,
    contact=CONTACT,
    sent_on=date(2026, 11, 21),
    case_number="2026-003902",
    addressee=LENE,
    heading="Du får støtte 4 timer om ugen",
    outcome_text=(
        "Du får støtte i egen bolig fra den 1. december 2026 til den 30. november 2027. Du søgte om 6 timer. "
        "Vi har sagt nej til de 2 timer om aftenen."
    ),
    legal_basis=LegalBasis("serviceloven", "85"),
    reasons=Reasons(
        rules=(
            "Kommunen skal tilbyde hjælp, omsorg og støtte til at udvikle færdigheder, når du har nedsat "
            "funktionsevne eller særlige sociale problemer."
        ),
        considerations=(
            "Vi har lagt vægt på, at du har brug for fast støtte til post, aftaler og indkøb [O2]. "
            "Vi har også lagt vægt på, at du selv klarer madlavning og personlig pleje [O5].\n"
            "Du ønsker støtte om aftenen to gange om ugen [H1]. Det har vi ikke bevilget, fordi "
            "Aktivitetshuset er åbent for dig tirsdag og torsdag aften [O9]."
        ),
        facts=(
            "Vi har brugt disse oplysninger:\n- samtalen med dig den 21. oktober 2026 [O2]\n"
            "- statusnotatet fra Bostøtten den 3. november 2026 [O5]\n- dit svar den 18. november 2026 [H1]"
        ),
    ),
    period=Period(date(2026, 12, 1), date(2027, 12, 1)),
    appeal=AppealGuidance(
        body="Ankestyrelsen",
        how="Er du uenig, så skriv eller ring til os.",
        deadline_weeks=4,
        contact="Send klagen til Handicap og Psykiatri, Havnegade 1, 9990 Fjordby, eller klag på din side.",
        reassessment_weeks=4,
        articles="retssikkerhedsloven §§ 60, 66 og 67",
    ),
    follow_up="Vi følger op sammen med dig senest den 1. december 2027.",
    sections=(
        Section(
            "Hvem hjælper dig",
            "Bostøtten Fjordby ringer til dig senest den 27. november og aftaler et besøg.",
        ),
    ),
)
LETTER = LetterDocument(letter=DECISION, outcome=Outcome.PARTLY)

HEARING = GeneralLetter(
    sender=SENDER,
    contact=CONTACT,
    sent_on=date(2026, 11, 9),
    case_number="2026-003902",
    addressee=LENE,
    heading="Vi vil gerne høre din mening, før vi afgør din sag",
    body=(
        "Du har søgt om støtte 6 timer om ugen. Vi regner med at sige ja til 4 timer.\n"
        "Vi har fået oplysninger, som du måske ikke kender. Læs dem, og fortæl os, hvis noget er forkert."
    ),
    facts=(
        Fact(
            "O5",
            "Madlavning",
            "Du laver selv varm mad hver dag.",
            "Statusnotat fra Bostøtten",
            date(2026, 11, 3),
        ),
        Fact(
            "O9",
            "Aktivitetshuset",
            "Huset har åbent tirsdag og torsdag aften.",
            "Husets leder",
            date(2026, 11, 5),
        ),
    ),
    answer_by=date(2026, 11, 23),
    how_to_answer="Svar på din side, ring, eller skriv til os. Hører vi ikke fra dig, afgør vi sagen.",
    law="Vi hører dig efter forvaltningsloven § 19.",
)

NOTE = CaseFileEntry(
    on=date(2026, 10, 21),
    kind="Samtale",
    title="Samtale i hjemmet",
    author="Karen Lindvad",
    text="Lene har svært ved at overskue breve.\n- post\n- aftaler",
)
WITHHELD = CaseFileEntry(
    on=date(2026, 10, 28),
    kind="Notat",
    title="Samtale med søster",
    author="Karen Lindvad",
    text="Søsteren er bekymret.",
    withheld="hensyn til andre, forvaltningsloven § 15 b",
)
SOUND = CaseFileDocument(
    on=date(2026, 10, 22),
    title="Lydoptagelse af samtale",
    file_name="samtale.mp3",
    media_type="audio/mpeg",
    size=2_400_000,
    sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
)
CASE_FILE = CaseFile(
    body="Ankestyrelsen",
    made_on=date(2027, 1, 4),
    title="Støtte i egen bolig",
    party="Lene Overgaard",
    opened_on=date(2026, 10, 5),
    letter=DECISION,
    outcome=Outcome.PARTLY,
    appeal=Appeal(
        received_on=date(2026, 12, 2),
        by="Lene Overgaard",
        text="Jeg er uenig. Jeg har brug for hjælp om aftenen, fordi jeg sover dårligt.",
        reassessed_on=date(2026, 12, 28),
        reassessment="Fastholdt",
        reassessment_reasons="Klagen indeholder ikke nye oplysninger om aftenen.",
    ),
    events=(
        CaseFileEvent(date(2026, 11, 21), "Afgørelsen er sendt", "Handicap og Psykiatri"),
        CaseFileEvent(date(2026, 10, 5), "Henvendelse modtaget", "Lene Overgaard"),
    ),
    entries=(WITHHELD, NOTE),
    documents=(SOUND,),
)
