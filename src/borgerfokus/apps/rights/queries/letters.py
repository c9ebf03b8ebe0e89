"""The letters about rights, as they are typeset: a later date, and the answer about data."""

from dataclasses import dataclass, replace
from datetime import date

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.rights.models import AccessRequest, DataOutcome, DataRequest, DataRequestKind
from borgerfokus.core.decisions.letter import Addressee, Section
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text.documents import GeneralLetter

_LANGUAGE = "da"


def delay_letter(*, case: Case, request: AccessRequest, on: date) -> GeneralLetter:
    """The letter that says why access takes longer, and when it comes."""
    body = _LATER.filled(day=date_words(request.due).da, reason=request.delay_reason).da
    more = Section(_COMPLAIN_HEADING.da, _COMPLAIN.da)
    words = _Words(heading=_LATER_HEADING.da, body=body, sections=(more,), law=_LATER_LAW)
    return _letter(case, request.person_id, on, words)


def data_letter(*, case: Case, request: DataRequest, on: date) -> GeneralLetter:
    """The answer to a request about data: what we did, why, and how to go on when one disagrees."""
    outcome = DataOutcome(request.outcome)
    heading = _DATA_HEADINGS[outcome].da
    asked = _ASKED.filled(text=request.should).da
    body = f"{_DATA_LEADS[outcome].da}\n{request.answer}\n{asked}"
    more = (Section(_DISAGREE_HEADING.da, _DISAGREE.da),) if outcome is not DataOutcome.CORRECTED else ()
    law = _LAWS[DataRequestKind(request.kind)]
    return _letter(case, request.person_id, on, _Words(heading=heading, body=body, sections=more, law=law))


@dataclass(frozen=True)
class _Words:
    heading: str
    body: str
    sections: tuple[Section, ...]
    law: str


def _letter(case: Case, person_id: int | None, on: date, words: _Words) -> GeneralLetter:
    frame = decisions.frame_of(case=case, language=_LANGUAGE)
    return GeneralLetter(
        sender=frame.sender,
        contact=frame.contact,
        sent_on=on,
        case_number=case.number,
        addressee=_addressee(case, person_id, frame.addressee),
        heading=words.heading,
        body=words.body,
        sections=words.sections,
        law=words.law,
    )


def _addressee(case: Case, person_id: int | None, citizen: Addressee) -> Addressee:
    """The citizen of the case, or who acts for it and asked. No address stands in a letter to somebody protected."""
    if person_id is None or person_id == case.citizen_id:
        return citizen
    card = people.card(person_id, case_id=case.pk)
    return replace(citizen, name=card.name, greeting_name=card.given_name, address=())


_LATER_HEADING = Text(da="Din aktindsigt tager længere tid", en="Your access to the file takes longer")
_LATER = Text(
    da="Du får svar senest {day}.\nDet tager længere tid, fordi: {reason}",
    en="You get an answer by {day}.\nIt takes longer because: {reason}",
)
_LATER_LAW = "Forvaltningsloven § 16, stk. 2"
_COMPLAIN_HEADING = Text(da="Du kan klage over ventetiden", en="You can complain about the delay")
_COMPLAIN = Text(
    da="Det gør du på din side under »Mine rettigheder«, eller ved at ringe til os. Vi sender klagen videre.",
    en="You do it on your page under “My rights”, or by calling us. We pass the complaint on.",
)
_ASKED = Text(da="Du skrev til os: {text}", en="You wrote to us: {text}")
_DATA_HEADINGS = {
    DataOutcome.CORRECTED: Text(da="Vi har rettet oplysningen", en="We have corrected it"),
    DataOutcome.NOTED: Text(da="Vi har skrevet, at du er uenig", en="We have noted that you disagree"),
    DataOutcome.REFUSED: Text(da="Vi kan ikke gøre det, du har bedt om", en="We cannot do what you asked for"),
    DataOutcome.PROPOSED: Text(da="Vi er på vej til at slette sagen", en="We are about to erase the case"),
}
_DATA_LEADS = {
    DataOutcome.CORRECTED: Text(
        da="Det nye står nu i sagen. Det gamle kan stadig ses som en tidligere udgave.",
        en="The new text stands in the case. The old one can still be seen as an earlier version.",
    ),
    DataOutcome.NOTED: Text(
        da="Vi retter ikke oplysningen, men det står nu i sagen, at du er uenig, og hvad du mener.",
        en="We do not correct it, but the case now says that you disagree, and what you hold.",
    ),
    DataOutcome.REFUSED: Text(da="Her kan du læse hvorfor.", en="Here you can read why."),
    DataOutcome.PROPOSED: Text(
        da="To medarbejdere skal godkende det, før vi sletter.",
        en="Two employees must approve before we erase.",
    ),
}
_DISAGREE_HEADING = Text(da="Er du uenig?", en="Do you disagree?")
_DISAGREE = Text(
    da="Ring til os først. Du kan også klage til Datatilsynet på datatilsynet.dk.",
    en="Call us first. You can also complain to the data protection agency at datatilsynet.dk.",
)
_LAWS = {
    DataRequestKind.CORRECTION: "Databeskyttelsesforordningen artikel 16",
    DataRequestKind.ERASURE: "Databeskyttelsesforordningen artikel 17",
}
