"""Writing to others than the citizen about what a case lacks: one letter for each receiver, with all that is asked.

The letter is filed in the case and printed from there; whoever it goes to has no mailbox here. A partner and another
unit need none: they see the case.
"""

from collections.abc import Sequence
from dataclasses import replace

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.events import FactAsked, FactReminded
from borgerfokus.apps.assessment.models import FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import Announced
from borgerfokus.apps.dialogue.actions.notices import language_of
from borgerfokus.apps.dialogue.queries import frame
from borgerfokus.apps.dialogue.queries.occasions import listed
from borgerfokus.apps.dialogue.queries.texts import NoticeKind, NoticeText, in_force, key_of
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.letter import Addressee, Section
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text.documents import GeneralLetter
from borgerfokus.foundation.text.pdf import render_general
from borgerfokus.foundation.wording import service as wording

_WRITTEN_TO = frozenset({Source.DOCTOR, Source.HOSPITAL, Source.SCHOOL, Source.PROVIDER, Source.REGISTER})


def ask(opened: casework.OpenCase, event: Announced) -> None:
    """Write to whoever was asked in this act, once for all the facts. In the transaction of the event."""
    if not isinstance(event, FactAsked) or event.source not in _WRITTEN_TO:
        return
    rows = [row for row in _open(opened, event.source) if row.asked_at == opened.at and row.letter_entry_id is None]
    _write(opened, NoticeKind.INQUIRY, rows)


def remind(opened: casework.OpenCase, event: Announced) -> None:
    """Write once more to whoever has not answered."""
    if not isinstance(event, FactReminded):
        return
    rows = [row for row in assessment.open_requests(case_id=opened.case.pk) if row.pk == event.request]
    if rows and rows[0].source in _WRITTEN_TO:
        _write(opened, NoticeKind.INQUIRY_REMINDER, rows)


def _open(opened: casework.OpenCase, source: str) -> list[FactRequest]:
    return [row for row in assessment.open_requests(case_id=opened.case.pk) if row.source == source]


def _write(opened: casework.OpenCase, kind: NoticeKind, rows: Sequence[FactRequest]) -> None:
    by_receiver: dict[str, list[FactRequest]] = {}
    for row in rows:
        by_receiver.setdefault(row.whom, []).append(row)
    if not by_receiver:
        return
    by = replace(system("inquiries"), name=opened.case.unit.name)
    with casework.changing(
        case_id=opened.case.pk, verb=Verb.MESSAGE_SEND, by=by, at=opened.at, action="inquiry.write"
    ) as mine:
        for whom, asked in by_receiver.items():
            entry = _letter(mine, kind, whom, asked)
            FactRequest.objects.filter(pk__in=[row.pk for row in asked]).update(letter_entry=entry)


def _letter(mine: casework.OpenCase, kind: NoticeKind, whom: str, asked: Sequence[FactRequest]) -> int:
    case, language, today = mine.case, language_of(mine.case), day_of(mine.at)
    text, found = in_force(kind, case_type=case.type_key, on=today)
    values = _values(mine, asked)
    letter = GeneralLetter(
        sender=frame.sender_of(case=case, language=language),
        contact=frame.contact_of(case=case, language=language),
        sent_on=today,
        case_number=case.number,
        addressee=Addressee(name=whom, greeting_name=whom),
        heading=text.heading.filled(**values).in_(language),
        body=text.body.filled(**values).in_(language).strip(),
        sections=_sections(text, values, language),
        answer_by=max(row.due for row in asked) if kind is NoticeKind.INQUIRY else None,
        how_to_answer=text.how_to_answer.filled(**values).in_(language) if text.how_to_answer else "",
        law=text.law.filled(**values).in_(language),
    )
    kept = journal.NewLetter(
        content=render_general(letter=letter, language=language),
        name=letter.heading,
        title=f"{letter.heading}: {whom}"[:200],
        to=whom,
        body=letter.body,
    )
    file_id, entry_id = journal.keep_letter_in(mine, letter=kept)
    wording.made_from(file_id=file_id, key=key_of(kind), found=found, at=mine.at)
    return entry_id


def _values(mine: casework.OpenCase, asked: Sequence[FactRequest]) -> dict[str, Text]:
    case = mine.case
    specs = [case.type_version.spec.fact(row.fact) for row in asked]
    citizen = people.card(case.citizen_id, case_id=case.pk).name
    consent = asked[0].consent
    values = {
        "title": case.type_version.spec.title_citizen,
        "case_number": _same(case.number),
        "unit": frame.unit_of(case),
        "citizen": _same(citizen),
        "facts": listed((spec.title, spec.used_for) for spec in specs),
        "why": listed((spec.title, spec.used_for) for spec in specs),
        "before": date_words(min(row.due for row in asked)),
    }
    if consent is not None and consent.given_at is not None:
        values["consent"] = _CONSENT.filled(day=date_words(day_of(consent.given_at)))
    return values


def _sections(text: NoticeText, values: dict[str, Text], language: str) -> tuple[Section, ...]:
    return tuple(
        Section(part.heading.filled(**values).in_(language), part.body.filled(**values).in_(language).strip())
        for part in text.sections
        if not part.needs or part.needs in values
    )


def _same(words: str) -> Text:
    return Text(da=words, en=words)


_CONSENT = Text(da="Borgeren har givet samtykke den {day}.", en="The citizen gave consent on {day}.")
