"""Hearing of the party (forvaltningsloven § 19): send it, answer it, or leave it out on a ground."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.assessment.models import Evidence
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.decisions.actions import refusals as no
from borgerfokus.apps.decisions.actions.posting import KIND_PREFIX, post
from borgerfokus.apps.decisions.actions.refusing import refusable, refuse_if
from borgerfokus.apps.decisions.events import HearingAnswered, HearingExempted, HearingSent
from borgerfokus.apps.decisions.models import Hearing, HearingStage
from borgerfokus.apps.decisions.queries.facts import facts_of
from borgerfokus.apps.decisions.queries.rows import case_of_hearing
from borgerfokus.apps.decisions.queries.sender import frame_of
from borgerfokus.apps.decisions.queries.standing import hearings_of, owed_facts
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import Channel, calendar_for, day_of, receipt_day
from borgerfokus.core.decisions import hearing as law
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text.documents import GeneralLetter
from borgerfokus.foundation.text.pdf import render_general

TASK = "hearing"
_DAYS = "fvl.hearing_deadline"
_PHASES = frozenset({Phase.INFORMATION, Phase.ASSESSMENT, Phase.DECISION})
_POINT_LENGTH = 200


@dataclass(frozen=True)
class NewHearing:
    """What the party is asked about: keys of facts on file, and a text that says what is expected to be decided.

    `due` None: the municipality's own time to answer (parameter fvl.hearing_deadline), from the presumed receipt.
    """

    facts: Sequence[str]
    text: str
    due: date | None = None
    language: str = "da"


@dataclass(frozen=True)
class HearingAnswer:
    """The party's answer. `points` None: each line of the text is a point. `agrees`: nothing to add."""

    text: str
    agrees: bool = False
    points: Sequence[str] | None = None
    channel: str = "self_service"


@refusable
def send_hearing(*, case_id: int, new: NewHearing, by: Actor, at: datetime) -> int:
    """Send the hearing as a letter; the citizen gets a task with the date. Returns the hearing's id.

    Refused while another is out, without a text, or with a date too close. Raises Hidden for an unknown fact.
    """
    refuse_if(not new.text.strip(), no.HEARING_EMPTY)
    with casework.changing(case_id=case_id, verb=Verb.HEARING_SEND, by=by, at=at) as opened:
        case = opened.case
        refuse_if(case.phase not in _PHASES or bool(case.outcome), no.NOT_NOW)
        refuse_if(case.hearings.filter(stage=HearingStage.SENT).exists(), no.HEARING_OUT)
        arrives, due = _dates(case, new, at)
        refuse_if(due <= arrives, no.HEARING_TOO_SHORT)
        evidence = _evidence(case, new.facts)
        hearing = Hearing.objects.create(
            case=case,
            stage=HearingStage.SENT,
            facts=[_fact(row, case) for row in evidence],
            text=new.text,
            sent_at=at,
            sent_by=by.subject,
            due=due,
        )
        _send(opened, hearing, new)
        opened.append(HearingSent(hearing=hearing.pk, facts=list(new.facts), due=due.isoformat()))
    return hearing.pk


@refusable
def answer_hearing(*, hearing_id: int, answer: HearingAnswer, by: Actor, at: datetime) -> int:
    """The party answers, or a caseworker records what the party has answered. Returns the journal entry's id.

    An answer after the date is taken too, as long as the case is not decided.
    """
    refuse_if(not answer.text.strip() and not answer.agrees, no.ANSWER_EMPTY)
    verb = Verb.HEARING_ANSWER if by.is_citizen else Verb.HEARING_SEND
    with casework.changing(
        case_id=case_of_hearing(hearing_id), verb=verb, by=by, at=at, action=Verb.HEARING_ANSWER
    ) as opened:
        hearing = Hearing.objects.select_for_update().get(pk=hearing_id)
        refuse_if(hearing.stage != HearingStage.SENT or bool(opened.case.outcome), no.HEARING_CLOSED)
        body = answer.text.strip() or _NOTHING_TO_ADD
        entry_id = journal.give_statement_in(
            opened, statement=journal.NewEntry(title=_ANSWER_TITLE, body=body, channel=answer.channel)
        )
        hearing.stage, hearing.answered_at, hearing.answered_by = HearingStage.ANSWERED, at, by.subject
        hearing.answer_entry_id = entry_id
        hearing.points = _points(opened.case, answer)
        hearing.save()
        finish_task(opened, task_id=hearing.task_id, result="answered")
        opened.append(HearingAnswered(hearing=hearing.pk, entry=entry_id))
    return entry_id


@refusable
def exempt_hearing(*, case_id: int, ground: law.Exemption, why: str, by: Actor, at: datetime) -> int:
    """Leave the hearing out, for the facts that are on file now, on one of the grounds of § 19, stk. 2."""
    refuse_if(not why.strip(), no.NO_GROUND)
    with casework.changing(case_id=case_id, verb=Verb.HEARING_SEND, by=by, at=at, action="hearing.exempt") as opened:
        case = opened.case
        refuse_if(case.phase not in _PHASES or bool(case.outcome), no.NOT_NOW)
        refuse_if(case.hearings.filter(stage=HearingStage.SENT).exists(), no.HEARING_OUT)
        owed = owed_facts(case=case, outcome=None, hearings=hearings_of(case))
        hearing = Hearing.objects.create(
            case=case,
            stage=HearingStage.EXEMPTED,
            facts=[_fact(row, case) for row in owed],
            exemption=ground,
            exempted_why=why,
            exempted_at=at,
            exempted_by=by.subject,
        )
        opened.append(HearingExempted(hearing=hearing.pk, ground=ground, article=ground.article))
    return hearing.pk


def finish_task(opened: casework.OpenCase, *, task_id: int | None, result: str) -> None:
    """Tick a task off if there is one and it is open."""
    task = Task.objects.filter(pk=task_id, done_at__isnull=True).first() if task_id else None
    if task is not None:
        casework.complete_in(opened, task=task, result=result)


def answer_by(*, received_on: date) -> date:
    """The last day to answer a hearing that was received on this day."""
    in_force = parameters.parameters()
    days = in_force.at(_DAYS, on=received_on).number
    return law.answer_by(received_on=received_on, days=days, calendar=calendar_for([received_on.year], in_force))


def _dates(case: Case, new: NewHearing, at: datetime) -> tuple[date, date]:
    """The day on which the letter is presumed to arrive, and the last day to answer."""
    in_force, today = parameters.parameters(), day_of(at)
    citizen = people.card(case.citizen_id, case_id=case.pk)
    channel = Channel.PAPER if citizen.digital_post_exempt else Channel.DIGITAL_POST
    calendar = calendar_for([today.year], in_force)
    arrives = receipt_day(sent=today, channel=channel, calendar=calendar, parameters=in_force)
    return arrives, new.due or answer_by(received_on=arrives)


def _evidence(case: Case, keys: Sequence[str]) -> list[Evidence]:
    on_file = Evidence.objects.filter(case=case, ended_at__isnull=True, contradicts__isnull=True, fact__in=keys)
    rows = {row.fact: row for row in on_file}
    if missing := set(keys) - set(rows):
        raise Hidden(f"facts {sorted(missing)}")
    return [rows[key] for key in dict.fromkeys(keys)]


def _fact(row: Evidence, case: Case) -> dict[str, object]:
    return {
        "key": row.fact,
        "evidence": row.pk,
        "title": case.type_version.spec.fact(row.fact).title.da,
        "value": row.value,
        "source": row.source,
        "as_of": row.as_of.isoformat(),
    }


def _send(opened: casework.OpenCase, hearing: Hearing, new: NewHearing) -> None:
    case, language = opened.case, new.language
    frame = frame_of(case=case, language=language)
    facts = facts_of(case=case, at=opened.at, language=language, keys=set(new.facts)) if new.facts else ()
    due = hearing.due or day_of(opened.at)
    pdf = render_general(
        letter=GeneralLetter(
            sender=frame.sender,
            contact=frame.contact,
            sent_on=day_of(opened.at),
            case_number=case.number,
            addressee=frame.addressee,
            heading=_HEADING.in_(language),
            body=new.text,
            facts=facts,
            answer_by=due,
            how_to_answer=_HOW.filled(phone=frame.phone).in_(language) if frame.phone else _HOW_ON_PAGE.in_(language),
            law=_LAW.in_(language),
        ),
        language=language,
    )
    letter = journal.NewLetter(
        content=pdf,
        name="Partshøring",
        title=_HEADING.in_(language),
        to=frame.addressee.name,
        body=new.text,
        kind=f"{KIND_PREFIX}hearing",
        reference=f"hearing:{hearing.pk}",
    )
    posted = post(opened, letter=letter)
    task = casework.NewTask(
        kind=TASK,
        title=_TASK_TITLE,
        detail=_TASK_DETAIL.format(due=date_words(due).da),
        due=due,
        reference=f"hearing:{hearing.pk}",
    )
    hearing.message_id, hearing.entry_id = posted.message_id, posted.entry_id
    hearing.task_id = casework.give_in(opened, task=task)
    hearing.save()


def _points(case: Case, answer: HearingAnswer) -> list[dict[str, str]]:
    lines = answer.points if answer.points is not None else () if answer.agrees else answer.text.splitlines()
    said = [" ".join(line.split()) for line in lines if line.strip()]
    first = 1 + sum(len(row.points) for row in case.hearings.all())
    return [{"key": f"H{first + index}", "text": text[:_POINT_LENGTH]} for index, text in enumerate(said)]


_HEADING = Text(
    da="Vi vil gerne høre dig, før vi afgør din sag", en="We would like to hear you before we decide your case"
)
_HOW = Text(
    da="Svar på din side, eller ring på {phone}. Hører vi ikke fra dig, afgør vi sagen ud fra det, vi har.",
    en="Answer on your page, or call {phone}. If we do not hear from you, we decide on what we have.",
)
_HOW_ON_PAGE = Text(
    da="Svar på din side. Hører vi ikke fra dig, afgør vi sagen ud fra det, vi har.",
    en="Answer on your page. If we do not hear from you, we decide on what we have.",
)
_LAW = Text(da="Vi hører dig efter forvaltningsloven § 19.", en="We hear you under forvaltningsloven section 19.")
_TASK_TITLE = "Læs og svar på det, vi har skrevet om din sag"
_TASK_DETAIL = "Fortæl os, hvis noget er forkert eller mangler. Svar senest den {due}."
_ANSWER_TITLE = "Svar på partshøring"
_NOTHING_TO_ADD = "Jeg har ikke noget at tilføje."
