"""What stands in a letter that is shown while its text is written: invented, and the same for everybody."""

from collections.abc import Iterator, Mapping
from datetime import date

from borgerfokus.apps.dialogue.queries.texts import OWED, PLACEHOLDERS, NoticeKind, NoticeText, all_texts, key_of
from borgerfokus.core.texts import Text
from borgerfokus.core.wording import Part, Template
from borgerfokus.core.words import date_words

GROUP = "notice"
_DAY = date_words(date(2027, 1, 18))
SAMPLE: Mapping[str, Text] = {
    **dict.fromkeys(("promised", "before", "until", "reassess_by"), _DAY),
    "title": Text(da="Støtte i hverdagen", en="Support in everyday life"),
    "case_number": Text(da="2026-000123", en="2026-000123"),
    "unit": Text(da="Voksenteamet", en="The team for adults"),
    "basis": Text(da="Datoen er kommunens egen frist.", en="The date is the municipality's own deadline."),
    "sender": Text(da="Din værge sendte ansøgningen for dig.", en="Your guardian sent the application for you."),
    "facts": Text(da="- Bolig: Fortæl os, hvordan du bor.", en="- Home: Tell us how you live."),
    "why": Text(da="- Bolig: Hvor støtten skal gives.", en="- Home: Where the support is to be given."),
    "paused": Text(da="Vi har sat sagen på pause.", en="We have paused the case."),
    "whom": Text(da="din læge", en="your doctor"),
    "reason": Text(da="Vi mangler svar fra din læge.", en="We need an answer from your doctor."),
    "deadline": Text(da="Svar på din ansøgning", en="Answer to your application"),
    "contact": Text(da="Karen Lindvad", en="Karen Lindvad"),
    "receiver": Text(da="Nabosund Kommune", en="Nabosund Kommune"),
    "body": Text(da="Ankestyrelsen", en="Ankestyrelsen"),
    "late": Text(da="Klagen kom efter fristen.", en="The appeal came after the time limit."),
    "citizen": Text(da="Mads Ellekjær", en="Mads Ellekjær"),
    "consent": Text(
        da="Borgeren har givet samtykke den 3. januar 2027.", en="The citizen gave consent on 3 January 2027."
    ),
    "result": Text(
        da="Ankestyrelsen har sendt sagen tilbage til os.", en="Ankestyrelsen has sent the case back to us."
    ),
    "now": Text(da="Vi ser på din sag igen.", en="We look at your case again."),
    "answer": Text(da="Du kan svare til og med den 18. januar 2027.", en="You can answer until 18 January 2027."),
    "coordinator": Text(da="Karen Lindvad", en="Karen Lindvad"),
    "phone": Text(da="09 99 00 43", en="09 99 00 43"),
    "about": Text(da="Fælles møde", en="Joint meeting"),
    "when": Text(da="3. december 2026 kl. 13.00", en="3 December 2026 at 13.00"),
    "where": Text(da="Rådhuset, lokale 2", en="The town hall, room 2"),
    "agenda": Text(da="- Hvordan går det?", en="- How is it going?"),
    "moved": Text(da="Det, der står her, gælder nu.", en="What is said here holds now."),
    "what": Text(da="Hvor sagen er", en="Where the case stands"),
    "purpose": Text(da="At hjælpen passer sammen.", en="That the help fits together."),
    "article": Text(da="forvaltningsloven § 28", en="forvaltningsloven § 28"),
    "bring": Text(da="Dit sundhedskort", en="Your health card"),
    "interpreter": Text(da="arabisk", en="Arabic"),
    "words": Text(da="Vi ringer til dig på tirsdag.", en="We call you on Tuesday."),
}
_TITLES: Mapping[NoticeKind, Text] = {
    NoticeKind.RECEIPT: Text(da="Kvittering for en ansøgning", en="Receipt for an application"),
    NoticeKind.INFORMATION_ASKED: Text(da="Vi mangler oplysninger", en="We need information"),
    NoticeKind.REMINDER: Text(da="Rykker til borgeren", en="Reminder to the citizen"),
    NoticeKind.SUSPENDED: Text(da="Sagen er sat på pause", en="The case is paused"),
    NoticeKind.RESUMED: Text(da="Sagen er i gang igen", en="The case goes on"),
    NoticeKind.EXTENDED: Text(da="Fristen er forlænget", en="The deadline is extended"),
    NoticeKind.SLIPPED: Text(da="Fristen blev ikke holdt", en="The deadline was not kept"),
    NoticeKind.HANDED_OVER: Text(da="Ny kontaktperson", en="New contact person"),
    NoticeKind.PASSED_ON: Text(da="Sendt til rette myndighed", en="Passed on to the right authority"),
    NoticeKind.WITHDRAWN: Text(da="Ansøgningen er trukket tilbage", en="The application is withdrawn"),
    NoticeKind.CLOSED: Text(da="Sagen er lukket", en="The case is closed"),
    NoticeKind.APPEAL_RECEIVED: Text(da="Kvittering for en klage", en="Receipt for an appeal"),
    NoticeKind.CONSENT_ASKED: Text(da="Vi beder om samtykke", en="We ask for consent"),
    NoticeKind.INQUIRY: Text(da="Anmodning til læge, skole eller andre", en="Inquiry to a doctor, a school or others"),
    NoticeKind.INQUIRY_REMINDER: Text(da="Rykker til læge, skole eller andre", en="Reminder to others"),
    NoticeKind.REASSESSMENT_LATE: Text(da="Genvurderingen bliver forsinket", en="The reassessment is late"),
    NoticeKind.BOARD_DECIDED: Text(da="Klageinstansen har svaret", en="The appeal body has answered"),
    NoticeKind.MORE_TIME: Text(da="Mere tid til at svare", en="More time to answer"),
    NoticeKind.COORDINATOR: Text(da="En samler trådene", en="Somebody holds the threads"),
    NoticeKind.MEETING: Text(da="Indkaldelse til et fælles møde", en="Invitation to a joint meeting"),
    NoticeKind.MEETING_CANCELLED: Text(da="Et fælles møde er aflyst", en="A joint meeting is cancelled"),
    NoticeKind.SHARED: Text(da="Oplysninger er delt", en="Information is shared"),
    NoticeKind.APPOINTMENT: Text(da="En aftale er booket eller flyttet", en="An appointment is booked or moved"),
    NoticeKind.APPOINTMENT_REMINDER: Text(da="Påmindelse om en aftale", en="Reminder of an appointment"),
    NoticeKind.APPOINTMENT_CANCELLED: Text(da="En aftale er aflyst", en="An appointment is cancelled"),
    NoticeKind.APPOINTMENT_OFFERED: Text(da="En ledig tid er tilbudt", en="A time that became free is offered"),
    NoticeKind.MESSAGE: Text(da="Der er en besked", en="There is a message"),
}
_HEADING = Text(da="Overskrift", en="Heading")
_BODY = Text(da="Brevet", en="The letter")
_HOW = Text(da="Sådan svarer modtageren", en="How the receiver answers")
_LAW = Text(da="Loven, til sidst", en="The act, last")
_SECTION_HEADING = Text(da="Afsnit {n}: overskrift", en="Section {n}: heading")
_SECTION = Text(da="Afsnit {n}", en="Section {n}")


def templates(_on: date) -> Iterator[Template]:
    """Every notice as a text that the municipality can write itself."""
    for kind, text in all_texts().items():
        yield Template(
            key=key_of(kind),
            group=GROUP,
            title=_TITLES[kind],
            parts=tuple(_parts(text)),
            placeholders={name: SAMPLE[name] for name in sorted(PLACEHOLDERS[kind])},
            owed=OWED.get(kind, {}),
        )


def _parts(text: NoticeText) -> Iterator[Part]:
    yield Part("heading", _HEADING, text.heading)
    yield Part("body", _BODY, text.body)
    for place, section in enumerate(text.sections, start=1):
        yield Part(f"section{place}_heading", _SECTION_HEADING.filled(n=place), section.heading)
        yield Part(f"section{place}_body", _SECTION.filled(n=place), section.body)
    if text.how_to_answer is not None:
        yield Part("how_to_answer", _HOW, text.how_to_answer)
    yield Part("law", _LAW, text.law)
