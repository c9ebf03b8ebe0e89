"""Filling one case with everything that a case can hold, each typed text a canary of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Consultation, Handover
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import Seen
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.assessment import SourceKind, ThemeContent
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.decisions.hearing import Exemption
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome, Outcome
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.outbox.models import Message, Receipt, SimulatedPost
from tests.access import filling_across, filling_booking, filling_effect, filling_interventions, filling_messages
from tests.access.filling_concerns import fill_concerns
from tests.access.filling_e import fill_rights
from tests.access.filling_evidence import fill_appeal, fill_evidence
from tests.access.filling_g import fill_page
from tests.access.filling_post import fill_post
from tests.access.filling_trust import fill_trust
from tests.access.scene import SYSTEM, Scene, Subject
from tests.apps.decisions.scene import Scene as Deciding
from tests.foundation.files.builders import PDF


@dataclass
class Filling:
    """One case that is being filled."""

    scene: Scene
    key: str
    citizen: Actor
    karen: Actor
    bente: Actor
    case_id: int = 0

    @property
    def at(self) -> datetime:
        """When it is done: a little before the world is looked at."""
        return self.scene.at - timedelta(hours=2)

    def word(self, what: str, kind: str = "text") -> str:
        """A canary of the case."""
        return self.scene.canaries.mint(f"case:{self.key}", what, kind)

    def own(self, actor: str, what: str) -> str:
        """A canary that only one actor may read."""
        return self.scene.canaries.mint(f"own:{actor}", what, "own")

    @contextmanager
    def as_(self, actor: Actor) -> Iterator[None]:
        """One transaction of one actor."""
        purpose = Purpose.OWN_CASE if actor.is_citizen else Purpose.CASEWORK
        with acting_as(actor, purpose=purpose, at=self.at):
            yield

    def upload(self, by: Actor, what: str, kind: str = "text") -> int:
        """A file of `by`, with a canary as its name; checked and found clean."""
        with self.as_(by):
            stored = files.store(content=BytesIO(PDF), name=f"{self.word(what, kind)}.pdf", by=by, at=self.at)
            assert isinstance(stored, files.Stored), stored
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            StoredFile.objects.filter(pk=stored.id).update(state="clean", checked_at=self.at)
        return stored.id


def fill(scene: Scene, *, key: str, citizen: str, caseworker: str, leader: str) -> Subject:
    """Open and fill a case. Returns it with the ids of what its pages are about."""
    from tests.access.filling_supervision import supervise

    actors = scene.actors
    filling = Filling(scene, key, actors[citizen], actors[caseworker], actors[leader])
    subject = _ask(filling, citizen)
    _write(filling, subject)
    _work(filling, subject)
    _inform(filling, subject)
    fill_evidence(case_id=filling.case_id, by=filling.karen, at=filling.at, word=filling.word)
    _choose(filling)
    _decide(filling, subject)
    filling_interventions.fill(filling, subject)
    filling_effect.order(filling, subject)
    filling_effect.tell(filling, subject)
    _appeal(filling, subject)
    fill_appeal(case_id=filling.case_id, at=filling.at, word=filling.word)
    _involve(filling, subject)
    _around(filling, subject, author=caseworker)
    supervise(filling, subject)
    fill_rights(filling, subject)
    fill_page(filling, subject)
    if key == "plain":
        fill_concerns(scene, subject)
        fill_trust(filling, subject)
        fill_post(filling)
    filling_across.fill(filling, subject)
    filling_booking.fill(filling, subject)
    filling_messages.fill(filling, subject)
    return subject


def done(answer: object) -> None:
    """An act must not have been refused."""
    assert not isinstance(answer, Refusal), answer


def _ask(filling: Filling, citizen: str) -> Subject:
    by, at = filling.citizen, filling.at
    answers = {
        "what_is_hard": filling.word("need"),
        "areas": ["post", "money"],
        "wishes": filling.word("request.answers"),
        "housing": "own",
        "work": "sick_leave",
        "admitted": "yes",
        "discharge_letter": [filling.upload(by, "file.name")],
        "ask_doctor": "yes",
    }
    request = dialogue.NewRequest(
        type_key="sel-85", citizen_id=by.id, answers=answers, idempotency_key=filling.key, received_at=at
    )
    with filling.as_(by):
        handed_in = dialogue.submit(request=request, by=by, at=at)
    assert isinstance(handed_in, dialogue.Submitted), handed_in
    filling.case_id = handed_in.case_id
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        unit = filling.karen.unit_id
        Case.objects.filter(pk=handed_in.case_id).update(unit_id=unit, title=f"Støtte {filling.word('title')}")
    with filling.as_(filling.karen):
        casework.take(case_id=filling.case_id, by=filling.karen, at=at)
    return Subject(id=handed_in.case_id, number=handed_in.case_number, citizen=citizen)


def _write(filling: Filling, subject: Subject) -> None:
    karen, at, case_id = filling.karen, filling.at, filling.case_id
    ids = subject.ids
    with filling.as_(karen):
        note = journal.NewEntry(title=filling.word("note.title"), body=filling.word("note.body"), channel="phone")
        ids["entry"] = journal.write_note(case_id=case_id, note=note, by=karen, at=at)
        done(ids["entry"])
        kept = journal.NewEntry(
            title=filling.word("withheld.title", "withheld"), body=filling.word("withheld.body", "withheld")
        )
        ids["withheld"] = journal.write_note(case_id=case_id, note=kept, by=karen, at=at)
        done(ids["withheld"])
    with filling.as_(karen):
        done(
            journal.correct(
                entry_id=_int(ids["entry"]),
                version=1,
                title=filling.word("note.title"),
                body=filling.word("note.body"),
                reason=filling.word("correction.reason", "staff"),
                by=karen,
                at=at,
            )
        )
        ground = filling.word("withheld.ground")
        why = journal.Withholding(ground=ground, article="forvaltningsloven § 15 b", review_on=date(2027, 1, 4))
        done(journal.withhold(entry_id=_int(ids["withheld"]), why=why, by=karen, at=at))
    with filling.as_(filling.citizen):
        comment = filling.word("comment.body")
        by = filling.citizen
        ids["comment"] = journal.comment(case_id=case_id, about=_int(ids["entry"]), text=comment, by=by, at=at)
        done(ids["comment"])
    _file(filling, subject, "file", "staff document", withheld=False)
    _file(filling, subject, "withheld_file", "withheld document", withheld=True)


def _file(filling: Filling, subject: Subject, key: str, what: str, *, withheld: bool) -> None:
    karen, at = filling.karen, filling.at
    kind = "withheld" if withheld else "text"
    file_id = filling.upload(karen, f"{what} name", kind)
    document = journal.NewDocument(
        file_id=file_id,
        title=filling.word(f"{what} title", kind),
        direction="in",
        with_whom=filling.word(f"{what} with_whom", kind),
        body=filling.word(f"{what} body", kind),
    )
    with filling.as_(karen):
        entry = journal.add_document(case_id=filling.case_id, document=document, by=karen, at=at)
        if withheld:
            why = journal.Withholding(ground="hensyn", article="forvaltningsloven § 15 b", review_on=date(2027, 1, 4))
            done(journal.withhold(entry_id=entry, why=why, by=karen, at=at))
    subject.ids[key], subject.ids[f"{key}_entry"] = file_id, entry


def _work(filling: Filling, subject: Subject) -> None:
    karen, at, case_id = filling.karen, filling.at, filling.case_id
    owners: dict[str, dict[str, int]] = {
        "task": {},
        "staff_task": {"employee": karen.id},
        "unit_task": {"unit": karen.unit_id or 0},
    }
    with filling.as_(karen):
        for key, owner in owners.items():
            kind = "text" if key == "task" else "staff"
            task = casework.NewTask(
                kind="upload" if key == "task" else "call",
                title=filling.word(f"{key}.title", kind),
                detail=filling.word(f"{key}.detail", kind),
                due=date(2026, 12, 7),
                **owner,
            )
            subject.ids[key] = casework.give(case_id=case_id, task=task, by=karen, at=at)
        done(
            casework.extend(
                case_id=case_id,
                deadline_key=casework.Case.objects.get(pk=case_id).next_due_key,
                new_due=date(2027, 3, 1),
                reason=filling.word("extension.reason"),
                by=karen,
                at=at,
            )
        )
        pause = casework.Pause(
            whom=Ball.OTHER,
            name=filling.word("suspension.waiting_on"),
            reason=filling.word("suspension.reason"),
            answer_by=date(2026, 12, 4),
        )
        done(casework.suspend(case_id=case_id, pause=pause, by=karen, at=at))
        done(casework.resume(case_id=case_id, because=filling.word("resume.because"), by=karen, at=at))


def _inform(filling: Filling, subject: Subject) -> None:
    karen, at, case_id = filling.karen, filling.at, filling.case_id
    with filling.as_(karen):
        case = Case.objects.select_related("type_version").get(pk=case_id)
        for spec in case.type_version.spec.information:
            known = assessment.Known(
                kind="note",
                value=filling.word(f"evidence.value {spec.key}"),
                source=filling.word(f"evidence.source {spec.key}"),
                as_of=at.date(),
                against_party=spec.key == "O5",
                party_knows=spec.key != "O5",
            )
            done(assessment.record(case_id=case_id, fact=spec.key, known=known, by=karen, at=at))
        hidden = assessment.Known(
            kind="note",
            value=filling.word("evidence of a withheld note", "withheld_fact"),
            source=filling.word("source of a withheld note", "withheld_fact"),
            as_of=at.date(),
            entry_id=_int(subject.ids["withheld"]),
        )
        done(assessment.record(case_id=case_id, fact="O4", known=hidden, by=karen, at=at))
        reason = filling.word("ruled_out.reason")
        done(assessment.rule_out(case_id=case_id, fact="O11", reason=reason, by=karen, at=at))
        new = assessment.NewAssessment(
            own_words=filling.word("assessment.own_words"),
            observed=filling.word("assessment.observed"),
            resources=filling.word("assessment.resources"),
            conclusion=filling.word("assessment.conclusion"),
            level=2,
        )
        done(assessment.assess(case_id=case_id, new=new, by=karen, at=at))
        _themes(filling, subject)
        ask = assessment.Ask(
            facts=["O8"],
            source=Source.CITIZEN,
            whom=filling.word("fact_request.whom"),
            due=date(2026, 12, 8),
            pause=False,
        )
        done(assessment.ask(case_id=case_id, ask=ask, by=karen, at=at))
        subject.ids["request"] = assessment.open_requests(case_id=case_id)[0].pk


def _choose(filling: Filling) -> None:
    """An offer above the lowest step, with a reason."""
    karen, at = filling.karen, filling.at
    new = offers.NewChoice(
        offer="hjemmevejledning", age=40, considered="mestring", reason=f"Derfor: {filling.word('offer.reason')}"
    )
    with filling.as_(karen):
        done(offers.choose(case_id=filling.case_id, new=new, by=karen, at=at))


def _themes(filling: Filling, subject: Subject) -> None:
    """One theme in the citizen's words, one without them, and one that rests on a withheld note."""

    def content(marker: str, audience: str = "text", *, wordless: bool = False) -> ThemeContent:
        own, none = ("", "no_words_why") if wordless else ("own_words", "")
        return ThemeContent(
            own_words=filling.word(f"{marker}.{own}", audience) if own else "",
            no_words_why=filling.word(f"{marker}.{none}", audience) if none else "",
            observed=filling.word(f"{marker}.observed", audience),
            source=SourceKind.VISIT,
            resources=filling.word(f"{marker}.resources", audience),
        )

    hidden = content("theme of a withheld note", "withheld_fact")
    news = [
        assessment.NewTheme("body", 0, content("theme")),
        assessment.NewTheme("mind", 0, content("wordless theme", wordless=True)),
        assessment.NewTheme("social", 0, hidden, _int(subject.ids["withheld"])),
    ]
    done(assessment.save_themes(case_id=filling.case_id, themes=news, by=filling.karen, at=filling.at))


def _decide(filling: Filling, subject: Subject) -> None:
    karen, bente, at, case_id = filling.karen, filling.bente, filling.at, filling.case_id
    deciding = Deciding(filling.scene.world, filling.citizen, karen, bente, case_id, at)
    with filling.as_(karen):
        for step in (Step.ACCEPT, Step.BEGIN_ASSESSMENT, Step.BEGIN_DECISION):
            done(casework.take_step(case_id=case_id, step=step, by=karen, at=at))
        new = decisions.NewHearing(facts=["O5"], text=filling.word("hearing.text"), due=date(2026, 12, 18))
        hearing_id = decisions.send_hearing(case_id=case_id, new=new, by=karen, at=at)
        assert isinstance(hearing_id, int), hearing_id
    with filling.as_(filling.citizen):
        answer = decisions.HearingAnswer(text=filling.word("hearing.points"))
        done(decisions.answer_hearing(hearing_id=hearing_id, answer=answer, by=filling.citizen, at=at))
    with filling.as_(karen):
        why = filling.word("hearing.exempted_why")
        done(decisions.exempt_hearing(case_id=case_id, ground=Exemption.HARMLESS, why=why, by=karen, at=at))
    decision_id = deciding.draft(
        applied_for=filling.word("decision.applied_for"),
        granted=filling.word("decision.granted"),
        refused=filling.word("decision.refused"),
        provider=filling.word("decision.provider"),
    )
    deciding.approved(decision_id)
    sent = deciding.issue(decision_id)
    done(sent)
    deciding.received(decision_id, at)
    subject.ids["decision"] = decision_id


def _appeal(filling: Filling, subject: Subject) -> None:
    """The appeal is upheld in part: the file goes on to the appeal body, and a new draft is begun."""
    karen, bente, at = filling.karen, filling.bente, filling.at
    with filling.as_(filling.citizen):
        new = decisions.NewAppeal(text=filling.word("appeal.text"))
        by = filling.citizen
        appeal_id = decisions.file_appeal(decision_id=_int(subject.ids["decision"]), new=new, by=by, at=at)
        assert isinstance(appeal_id, int), appeal_id
    with filling.as_(karen):
        again = decisions.Reassessment(outcome=AppealOutcome.PARTLY, reasons=filling.word("appeal.reasons"))
        draft_id = decisions.reassess(appeal_id=appeal_id, new=again, by=karen, at=at)
        assert isinstance(draft_id, int), draft_id
        board = decisions.NewBoardDecision(
            outcome=BoardOutcome.REMITTED,
            decided_on=at.date(),
            reasons=filling.word("board.reasons"),
            learning=filling.word("board.learning"),
        )
        assert decisions.register_board_decision(appeal_id=appeal_id, new=board, by=karen, at=at) is None
    subject.ids["appeal"], subject.ids["draft"] = appeal_id, draft_id
    deciding = Deciding(filling.scene.world, filling.citizen, karen, bente, filling.case_id, at)
    with filling.as_(karen):
        proposed = decisions.propose_again(decision_id=draft_id, by=karen, at=at)
        content = decisions.DraftContent(
            outcome=Outcome.PARTLY,
            applied_for=filling.word("draft.applied_for", "staff"),
            granted=filling.word("draft.granted", "staff"),
            refused=filling.word("draft.refused", "staff"),
            starts=date(2026, 12, 1),
            ends=date(2027, 12, 1),
            provider=filling.word("draft.provider", "staff"),
            rules=f"{proposed.rules} {filling.word('draft.rules', 'staff')}",
            considerations=filling.word("draft.considerations", "staff"),
            facts=f"{proposed.facts} {filling.word('draft.facts', 'staff')}",
        )
        version = deciding.version_in(draft_id)
        done(decisions.save_draft(decision_id=draft_id, version=version, content=content, by=karen, at=at))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        from borgerfokus.apps.decisions.models import Decision

        returned = filling.word("returned_reason", "staff")
        Decision.objects.filter(pk=draft_id).update(returned_reason=returned)


def _involve(filling: Filling, subject: Subject) -> None:
    """A consultation that was answered, one that is open, and a handover that is offered."""
    karen, at, case_id = filling.karen, filling.at, filling.case_id
    units = filling.scene.world.units
    with filling.as_(karen):
        for unit, what in (("nabosund-genoptraening", "answered"), ("visitation", "open")):
            text = filling.word(f"consultation.question {what}")
            question = casework.Question(unit=units[unit].pk, text=text, due=date(2026, 12, 11))
            done(casework.consult(case_id=case_id, question=question, by=karen, at=at))
        offer = casework.Offer(
            to_unit=units["boern-forebyggelse"].pk,
            must_know=filling.word("handover.must_know"),
            promised=filling.word("handover.promised"),
        )
        done(casework.offer_handover(case_id=case_id, offer=offer, by=karen, at=at))
    answerer = filling.scene.actors["partner_ended"]
    with filling.as_(answerer):
        first = Consultation.objects.get(case_id=case_id, unit_id=units["nabosund-genoptraening"].pk)
        text = filling.word("consultation.answer")
        done(casework.answer_consultation(consultation_id=first.pk, text=text, by=answerer, at=at))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        open_one = Consultation.objects.get(case_id=case_id, unit_id=units["visitation"].pk)
        subject.ids["consultation"] = open_one.pk
        handover = Handover.objects.get(case_id=case_id)
        Handover.objects.filter(pk=handover.pk).update(refusal_reason=filling.word("handover.refusal_reason"))
        subject.ids["handover"] = handover.pk


def _around(filling: Filling, subject: Subject, *, author: str) -> None:
    """What is personal and lies beside the case: drafts, lists, letters on their way, what was looked at."""
    karen, citizen, at = filling.karen, filling.citizen, filling.at
    key = filling.key
    with filling.as_(karen):
        typed = {"title": filling.own(author, "draft.content"), "body": filling.own(author, "draft.content")}
        drafts.save(key=f"journal/{filling.case_id}", content=typed, by=karen, at=at)
        Seen.objects.create(subject=karen.subject, item=f"comment:{subject.ids['comment']}", at=at)
        note = filling.word("audit.detail", "staff")
        audit.record(action="scene.noted", by=karen, at=at, case_id=filling.case_id, note=note)
    with filling.as_(citizen):
        typed = {"answers": {"wishes": filling.own(subject.citizen, "draft.content")}}
        drafts.save(key=f"request/sel-112/{citizen.id}", content=typed, by=citizen, at=at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at, reason=filling.word("lookup.reason", "staff")) as scope:
        scope.saw(citizen.id, case_id=filling.case_id)
        message = Message.objects.filter(case_id=filling.case_id, kind="decision").first()
        message = message or Message.objects.filter(case_id=filling.case_id).order_by("queued_at").first()
        assert message is not None
        Message.objects.filter(pk=message.pk).update(title=f"Brev {filling.word('message.title')}")
        subject.ids["message"] = message.pk
        Receipt.objects.create(message=message, receipt_id=f"{key}-1", kind="received", at=at)
        SimulatedPost.objects.create(
            message_id=message.pk, person_id=citizen.id, sha256=key.ljust(64, "0"), accepted_at=at, arrives_at=at
        )


def _int(value: object) -> int:
    assert isinstance(value, int), value
    return value
