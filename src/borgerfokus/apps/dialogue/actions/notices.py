"""Writing to the citizen about what happened: the letter made, put in the journal and queued, once for each event."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Max

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import Announced
from borgerfokus.apps.casework.models import Case, Event
from borgerfokus.apps.dialogue.events import NoticeSent
from borgerfokus.apps.dialogue.models import Notice, Request
from borgerfokus.apps.dialogue.queries import frame, occasions
from borgerfokus.apps.dialogue.queries.frame import ReadAs, Receiver
from borgerfokus.apps.dialogue.queries.occasions import Occasion
from borgerfokus.apps.dialogue.queries.texts import NoticeKind, NoticeText, child_text_of, in_force, key_of
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import Direction, EntryKind
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.letter import Section
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import service as outbox
from borgerfokus.foundation.text.documents import GeneralLetter
from borgerfokus.foundation.text.pdf import render_general
from borgerfokus.foundation.wording import service as wording

KIND_PREFIX = "notice."
"""What the kinds of these letters begin with in the outbox."""


@dataclass(frozen=True)
class _Draft:
    """A letter about to be sent."""

    occasion: Occasion
    event_seq: int
    language: str
    text: NoticeText
    found: wording.InForce


def register(kind: str, teller: occasions.Teller) -> None:
    """Let an app above write to the citizen about an event of its own: `teller` says which letter is owed, if any."""
    occasions.register(kind, teller)
    casework.subscribe(kind, tell)


def tell(opened: casework.OpenCase, event: Announced) -> None:
    """Write to the citizen about an event, if a letter is owed. In the transaction of the event.

    The case has been saved when listeners are called, so it is opened once more, by the platform.
    """
    if not occasions.concerns(event):
        return
    with casework.changing(
        case_id=opened.case.pk, verb=Verb.MESSAGE_SEND, by=_platform(opened.case), at=opened.at, action="notice.send"
    ) as mine:
        seq = _seq_of(mine.case, event)
        occasion = occasions.of(case=mine.case, event=event, at=mine.at)
        if occasion is None or _is_told(mine, occasion.kind, seq):
            return
        _send(mine, _draft(mine.case, occasion, seq, mine.at))


def _draft(case: Case, occasion: Occasion, seq: int, at: datetime) -> _Draft:
    text, found = in_force(occasion.kind, case_type=case.type_key, on=day_of(at))
    return _Draft(occasion=occasion, event_seq=seq, language=language_of(case), text=text, found=found)


def _send(mine: casework.OpenCase, draft: _Draft) -> None:
    receivers = frame.receivers_of(case=mine.case, at=mine.at)
    if not receivers:
        audit.record(action="notice.left_out", by=mine.by, at=mine.at, case_id=mine.case.pk, about=draft.occasion.kind)
        return
    entry_id = 0
    for receiver in receivers:
        letter = _letter(mine.case, draft, receiver, mine.at)
        stored = files.store_made(
            content=render_general(letter=letter, language=draft.language),
            name=f"{letter.heading}.pdf",
            by=mine.by,
            at=mine.at,
            case_id=mine.case.pk,
        )
        wording.made_from(file_id=stored.id, key=key_of(draft.occasion.kind), found=draft.found, at=mine.at)
        if not entry_id:
            entry_id = _journal(mine, letter, stored.id, receivers)
        _queue(mine, draft, receiver, file_id=stored.id, entry_id=entry_id)
    first = Notice.objects.get(case=mine.case, event_seq=draft.event_seq, kind=draft.occasion.kind, is_copy=False)
    mine.append(
        NoticeSent(
            notice_kind=draft.occasion.kind,
            entry=entry_id,
            message=str(first.message_id),
            copies=len(receivers) - 1,
        )
    )
    if draft.occasion.kind is NoticeKind.RECEIPT:
        Request.objects.filter(case=mine.case, receipt_id__isnull=True).update(receipt_id=first.message_id)


def _journal(mine: casework.OpenCase, letter: GeneralLetter, file_id: int, receivers: tuple[Receiver, ...]) -> int:
    names = [receivers[0].addressee.name, *(f"kopi: {one.addressee.name}" for one in receivers[1:])]
    document = journal.NewDocument(
        file_id=file_id,
        title=letter.heading,
        direction=Direction.OUT,
        with_whom="; ".join(names)[:160],
        body=_plain(letter),
        kind=EntryKind.LETTER,
    )
    return journal.add_document_in(mine, document=document)


def _queue(mine: casework.OpenCase, draft: _Draft, receiver: Receiver, *, file_id: int, entry_id: int) -> None:
    kind = draft.occasion.kind
    sending = outbox.queue(
        letter=outbox.Letter(
            case_id=mine.case.pk,
            person_id=receiver.person_id,
            kind=f"{KIND_PREFIX}{kind}",
            title=_filled(draft.text.heading, draft),
            file_id=file_id,
            reference=f"notice:{mine.case.pk}:{draft.event_seq}:{kind}",
            calendar=draft.occasion.calendar,
        ),
        by=mine.by,
        at=mine.at,
    )
    Notice.objects.create(
        case=mine.case,
        event_seq=draft.event_seq,
        kind=kind,
        person_id=receiver.person_id,
        is_copy=receiver.is_copy,
        message_id=sending.message_id,
        entry_id=entry_id,
        language=draft.language,
        sent_at=mine.at,
    )


def _letter(case: Case, draft: _Draft, receiver: Receiver, at: datetime) -> GeneralLetter:
    occasion, language = draft.occasion, draft.language
    to_child = receiver.reads_as is ReadAs.CHILD
    text = child_text_of(occasion.kind) if to_child else draft.text
    how = text.how_to_answer
    return GeneralLetter(
        sender=frame.sender_of(case=case, language=language),
        contact=frame.contact_of(case=case, language=language),
        sent_on=day_of(at),
        case_number=case.number,
        addressee=receiver.addressee,
        heading=_filled(text.heading, draft),
        body=_filled(text.body, draft),
        sections=(*_sections(text, draft, receiver), *frame.language_help(receiver.interpreter)),
        answer_by=None if to_child else occasion.answer_by,
        how_to_answer=_filled(how, draft) if how else "",
        law=_filled(text.law, draft),
    )


def _sections(text: NoticeText, draft: _Draft, receiver: Receiver) -> tuple[Section, ...]:
    known = [part for part in text.sections if not part.needs or part.needs in draft.occasion.values]
    sections = [Section(_filled(part.heading, draft), _filled(part.body, draft)) for part in known]
    if receiver.reads_as is ReadAs.CUSTODY:
        words = _CUSTODY.filled(child=receiver.about).in_(draft.language)
        sections.insert(0, Section(_COPY_HEADING.in_(draft.language), words))
    elif receiver.is_copy:
        sections.insert(0, Section(_COPY_HEADING.in_(draft.language), _COPY.in_(draft.language)))
    return tuple(sections)


def _filled(text: Text, draft: _Draft) -> str:
    return text.filled(**draft.occasion.values).in_(draft.language).strip()


def _plain(letter: GeneralLetter) -> str:
    """The letter's words as the journal shows and searches them."""
    parts = [letter.body, letter.how_to_answer]
    parts += [f"{section.heading}\n{section.body}" for section in letter.sections]
    return "\n\n".join(part for part in (*parts, letter.law) if part)


def _seq_of(case: Case, event: Announced) -> int:
    """The number of the event in its case. What is asked for in one act gets one number, and so one letter."""
    newest = Event.objects.filter(case=case, kind=event.kind).aggregate(newest=Max("seq"))["newest"]
    return int(newest)


def _is_told(mine: casework.OpenCase, kind: NoticeKind, seq: int) -> bool:
    told = Notice.objects.filter(case=mine.case, kind=kind)
    if kind is NoticeKind.REMINDER:
        return told.filter(sent_at=mine.at).exists()
    return told.filter(event_seq=seq).exists()


def language_of(case: Case) -> str:
    """Danish, unless the citizen handed the request in in English."""
    newest = Request.objects.filter(case=case).order_by("-submitted_at").values_list("language", flat=True).first()
    return newest or "da"


def _platform(case: Case) -> Actor:
    """The platform, under the name that the journal shows as the author."""
    return replace(system("notices"), name=case.unit.name)


_COPY_HEADING = Text(da="Derfor får du brevet", en="Why you get this letter")
_COPY = Text(
    da="Du får brevet, fordi du er værge, eller fordi du har fuldmagt til at få post. Borgeren har fået det samme.",
    en="You get this letter as a guardian, or because your power covers the post. The citizen has got the same.",
)
_CUSTODY = Text(
    da="Du får brevet, fordi du har forældremyndigheden. Det handler om {child}: »du« i brevet er barnet.",
    en="You get this letter because you have custody. It is about {child}: “you” in the letter is the child.",
)
