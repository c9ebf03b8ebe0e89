"""The file as it is given out: the answer first, then each record, with what is left out and why shown in its place.

Nothing that is excepted or blacked out gets as far as the renderer: what is not in it cannot be in the PDF.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, EventPayload
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.rights.models import AccessItem, AccessRequest
from borgerfokus.apps.rights.queries.content import Record
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.letter import AppealGuidance, Section
from borgerfokus.core.rights import AskedBy, Ground, Mark, Outcome, Treatment, blacked
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.text import documents as text

_PDF = "application/pdf"


@dataclass(frozen=True)
class Answered:
    """What the answer says beside the records: to whom, what it came to, and how to appeal it."""

    request: AccessRequest
    outcome: Outcome
    receiver: str
    frame: decisions.Frame
    guidance: AppealGuidance | None
    on: date
    language: str = "da"


def access_file(*, case: Case, answered: Answered, treated: Iterable[tuple[Record, AccessItem]]) -> text.AccessFile:
    """The whole copy. Each record is paired with how it is treated."""
    pairs = list(treated)
    language = answered.language
    party = answered.request.asked_by == AskedBy.PARTY
    return text.AccessFile(
        title=case.title if party else case.number,
        municipality=answered.frame.sender.municipality,
        case_number=case.number,
        facts=tuple(_facts(case, answered)),
        made_on=answered.on,
        chapters=tuple(_chapters(answered, [item for _, item in pairs])),
        events=tuple(_events(case, language)) if party else (),
        entries=tuple(_entries(pairs, language)),
        documents=tuple(_documents(pairs)),
    )


def given_text(record: Record, item: AccessItem, *, language: str) -> str:
    """What of a record's text is given out."""
    treatment = Treatment(item.treatment)
    if treatment is Treatment.EXTRACT:
        return f"{_EXTRACT.in_(language)}\n{item.extract}"
    if treatment is Treatment.EXCEPTED:
        return item.extract and f"{_EXTRACT.in_(language)}\n{item.extract}"
    if treatment is Treatment.PARTLY:
        return blacked(text=record.text, marks=marks_of(item), bar=_bar(item, language))
    return record.text


def marks_of(item: AccessItem) -> tuple[Mark, ...]:
    """The passages that are blacked out."""
    return tuple(Mark(start, end) for start, end in item.marks)


def _bar(item: AccessItem, language: str) -> str:
    return f"[{_LEFT_OUT.in_(language)}, {Ground(item.ground).article}]"


def _facts(case: Case, answered: Answered) -> Iterator[tuple[str, str]]:
    language, contact = answered.language, answered.frame.contact
    sender = answered.frame.sender
    rows = (
        (_TO, answered.receiver),
        (_FROM, f"{sender.municipality}, {sender.unit}"),
        (_CASE, case.number),
        (_ASKED, date_words(answered.request.received_on).in_(language)),
        (_ON, date_words(answered.on).in_(language)),
        (_CONTACT, " ".join((f"{contact.name}, {contact.title}.", *contact.ways))),
    )
    return ((label.in_(language), value) for label, value in rows)


def _chapters(answered: Answered, items: list[AccessItem]) -> Iterator[text.Chapter]:
    request, language = answered.request, answered.language
    parts = [Section(answered.outcome.label.in_(language), _LEADS[answered.outcome].in_(language))]
    held = [item for item in items if item.treatment != Treatment.RELEASED]
    if held:
        parts.append(Section(_WHY.in_(language), request.reasons))
        parts.append(Section(_RULES.in_(language), "\n".join(f"- {line}" for line in _rules(held, language))))
        parts.append(Section(_MORE.in_(language), request.more_access_why))
    yield text.Chapter(_ANSWER.in_(language), tuple(parts))
    if held:
        yield text.Chapter(_APPEAL.in_(language), (_appeal(answered),))


def _rules(held: Iterable[AccessItem], language: str) -> list[str]:
    """Each ground that was used, how often, and its article."""
    counted: dict[Ground, int] = {}
    for item in held:
        ground = Ground(item.ground)
        counted[ground] = counted.get(ground, 0) + 1
    return [f"{ground.label.in_(language)}: {number} ({ground.article})" for ground, number in counted.items()]


def _appeal(answered: Answered) -> Section:
    guidance, language = answered.guidance, answered.language
    if guidance is None:
        return Section(_APPEAL.in_(language), _NO_BODY.in_(language))
    told = _HOW.filled(body=guidance.body, contact=guidance.contact).in_(language)
    return Section(guidance.body, f"{told}\n{guidance.how}\n{_APPEAL_LAW.in_(language)}")


def _events(case: Case, language: str) -> Iterator[text.CaseFileEvent]:
    said = {row.event.seq: row for row in EventPayload.objects.filter(case_id=case.pk).select_related("event")}
    for happened in reversed(casework.happenings(case_id=case.pk)):
        what = decisions.words_of(kind=happened.kind, said=said.get(happened.seq), language=language)
        if what is not None:
            yield text.CaseFileEvent(on=day_of(happened.at), what=what, by=_side(happened.actor, language))


def _side(actor: str, language: str) -> str:
    kind = actor.partition(":")[0]
    return _SIDES.get(kind, _SIDES["system"]).in_(language)


def _entries(pairs: Iterable[tuple[Record, AccessItem]], language: str) -> Iterator[text.CaseFileEntry]:
    for record, item in pairs:
        if record.file is not None and item.treatment == Treatment.RELEASED:
            continue
        excepted = item.treatment == Treatment.EXCEPTED
        kind = record.kind.in_(language)
        yield text.CaseFileEntry(
            on=record.day,
            kind=kind,
            title=_title(record, item, kind),
            author="" if excepted else record.author,
            text=given_text(record, item, language=language),
            withheld=_withheld(item, language),
        )


def _title(record: Record, item: AccessItem, kind: str) -> str:
    """The heading, unless the record is not given out as it is, or the heading says what is blacked out."""
    if item.treatment in {Treatment.EXCEPTED, Treatment.EXTRACT}:
        return kind
    black = [record.text[mark.start : mark.end].strip().casefold() for mark in marks_of(item)]
    told = item.treatment == Treatment.PARTLY and any(one in record.title.casefold() for one in black)
    return kind if told else record.title or kind


def _withheld(item: AccessItem, language: str) -> str:
    if item.treatment == Treatment.RELEASED:
        return ""
    ground = Ground(item.ground)
    return ". ".join(part for part in (f"{ground.label.in_(language)}, {ground.article}", item.note) if part)


def _documents(pairs: Iterable[tuple[Record, AccessItem]]) -> Iterator[text.CaseFileDocument]:
    for record, item in pairs:
        if record.file is None or item.treatment != Treatment.RELEASED:
            continue
        yield text.CaseFileDocument(
            on=record.day,
            title=record.title or record.file.name,
            file_name=record.file.name,
            media_type=record.file.media_type,
            size=record.file.size,
            sha256=record.file.sha256,
            content=_content(record.file.id) if record.file.media_type == _PDF else None,
        )


def _content(file_id: int) -> bytes | None:
    """The pages to enclose; a file in quarantine, or a damaged one, is listed with its checksum only."""
    try:
        return files.read_bytes(file_id=file_id)
    except (files.UnknownFile, files.DamagedFile):
        return None


_LEFT_OUT = Text(da="udeladt", en="left out")
_EXTRACT = Text(da="Uddrag:", en="Extract:")
_TO = Text(da="Til", en="To")
_FROM = Text(da="Fra", en="From")
_CASE = Text(da="Sag", en="Case")
_ASKED = Text(da="Bedt om", en="Asked for")
_ON = Text(da="Besvaret", en="Answered")
_CONTACT = Text(da="Kontakt", en="Contact")
_ANSWER = Text(da="Vores svar", en="Our answer")
_WHY = Text(da="Derfor er noget udeladt", en="Why something is left out")
_RULES = Text(da="Reglerne", en="The rules")
_MORE = Text(da="Kan du få mere, end loven kræver?", en="Can you have more than the act demands?")
_APPEAL = Text(da="Du kan klage", en="You can appeal")
_NO_BODY = Text(
    da="Afgørelsen kan ikke påklages til en anden myndighed. Ring til os, hvis du er uenig.",
    en="The decision cannot be appealed to another authority. Call us if you disagree.",
)
_HOW = Text(
    da="Er du uenig i det, vi har udeladt, kan du klage til {body}. {contact}",
    en="If you disagree with what we have left out, you can appeal to {body}. {contact}",
)
_APPEAL_LAW = Text(da="Forvaltningsloven §§ 16, stk. 4, og 25.", en="Forvaltningsloven sections 16(4) and 25.")
_LEADS = {
    Outcome.GRANTED: Text(
        da="Her er alt det, der står i sagen. Intet er udeladt.",
        en="Here is everything that stands in the case. Nothing is left out.",
    ),
    Outcome.PARTLY: Text(
        da="Her er det, du kan få. Noget er udeladt. I listen kan du se hvad, og hvorfor.",
        en="Here is what you can have. Something is left out. The list shows what, and why.",
    ),
    Outcome.REFUSED: Text(
        da="Vi kan ikke give dig det, du har bedt om. I listen kan du se hvad, og hvorfor.",
        en="We cannot give you what you asked for. The list shows what, and why.",
    ),
}
_SIDES = {
    "employee": Text(da="Kommunen", en="The municipality"),
    "citizen": Text(da="Borgeren", en="The citizen"),
    "system": Text(da="Systemet", en="The platform"),
}
