"""Filling a case with what belongs to the citizen's rights: access data, a copy, a hold, a proposal."""

from datetime import date
from typing import TYPE_CHECKING

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.models import AccessItem, AccessRequest, DataExport, ErasureProposal, LegalHold
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.rights import Ground, Treatment
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests.access.scene import SYSTEM, Subject

if TYPE_CHECKING:
    from tests.access.filling import Filling


def fill_rights(filling: "Filling", subject: Subject) -> None:
    """Everything of piece E on one case."""
    subject.ids["access_answered"] = _answered(filling)
    subject.ids["access"] = _open(filling, subject)
    _by_somebody_else(filling)
    _data(filling, subject)
    _around(filling, subject)


def _ask(filling: "Filling", what: str) -> int:
    by, at = filling.citizen, filling.at
    with filling.as_(by):
        found = rights.ask(
            case_ids=[filling.case_id], new=rights.NewAccess(wanted=filling.word(f"{what}.wanted")), by=by, at=at
        )
    assert not isinstance(found, Refusal), found
    return found[0]


def _answered(filling: "Filling") -> int:
    karen, at = filling.karen, filling.at
    request_id = _ask(filling, "access answered")
    with filling.as_(karen):
        rights.prepare(request_id=request_id, by=karen, at=at)
        AccessItem.objects.filter(request_id=request_id).update(settled=True, facts_seen=True)
        version = AccessRequest.objects.get(pk=request_id).version
        new = rights.NewReasons(
            version, filling.word("access.reasons"), more_access=True, more_access_why=filling.word("access.more")
        )
        _done(rights.write_reasons(request_id=request_id, new=new, by=karen, at=at))
    with filling.as_(filling.bente):
        _done(rights.read_through(request_id=request_id, by=filling.bente, at=at))
    with filling.as_(karen):
        _done(rights.answer(request_id=request_id, by=karen, at=at))
    return request_id


def _open(filling: "Filling", subject: Subject) -> int:
    karen, at = filling.karen, filling.at
    request_id = _ask(filling, "access open")
    with filling.as_(karen):
        reason = filling.word("access.delay_reason")
        _done(
            rights.delay(request_id=request_id, reason=reason, expected_on=date(2026, 12, 15), by=karen, at=at)
        )
        rights.prepare(request_id=request_id, by=karen, at=at)
        item = AccessItem.objects.get(request_id=request_id, source=f"entry:{subject.ids['entry']}")
        new = rights.NewTreatment(
            version=item.version,
            treatment=Treatment.EXTRACT,
            ground=Ground.OTHERS,
            note=filling.word("access_item.note", "staff"),
            extract=filling.word("access_item.extract", "staff"),
        )
        _done(rights.treat(item_id=item.pk, new=new, by=karen, at=at))
        subject.ids["access_item"] = item.pk
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        AccessRequest.objects.filter(pk=request_id).update(
            complaint=filling.word("access.complaint"), complained_at=at, forward_by=date(2026, 12, 10)
        )
    return request_id


def _by_somebody_else(filling: "Filling") -> None:
    karen, at = filling.karen, filling.at
    with filling.as_(karen):
        new = rights.NewAccess(
            wanted=filling.word("access by another.wanted", "staff"),
            name=filling.word("access.name", "staff"),
            reach=filling.word("access.reach", "staff"),
            channel="e_mail",
        )
        found = rights.record(case_id=filling.case_id, new=new, by=karen, at=at)
        assert isinstance(found, int), found


def _data(filling: "Filling", subject: Subject) -> None:
    by, karen, at = filling.citizen, filling.karen, filling.at
    for what in ("answered", "open"):
        with filling.as_(by):
            new = rights.NewDataRequest(
                kind=rights.DataRequestKind.CORRECTION,
                should=filling.word(f"data {what}.should"),
                says=filling.word(f"data {what}.says"),
                target_kind=rights.TargetKind.ENTRY,
                target=str(subject.ids["entry"]),
            )
            request_id = rights.ask_data(case_id=filling.case_id, new=new, by=by, at=at)
            assert isinstance(request_id, int), request_id
        if what == "answered":
            with filling.as_(karen):
                answer = rights.DataAnswer(rights.DataOutcome.REFUSED, filling.word("data.answer"), version=1)
                _done(rights.answer_data(request_id=request_id, new=answer, by=karen, at=at))
        subject.ids[f"data_{what}"] = request_id


def _around(filling: "Filling", subject: Subject) -> None:
    """A copy of the citizen's own, a hold on the case, and a proposal to erase it."""
    at = filling.at
    hold = filling.scene.canaries.mint
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        case = Case.objects.get(pk=filling.case_id)
        copy = DataExport.objects.create(
            person_id=case.citizen_id, asked_at=at, due=date(2026, 12, 23), state="gone", steps=1, done=1
        )
        subject.ids["copy"] = copy.pk
        for lifted in (False, True):
            more = {"lifted_at": at, "lifted_by": "system:0", "lifted_why": hold(f"hold:{filling.key}", "lifted_why")}
            row = LegalHold.objects.create(
                case_id=case.pk,
                case_number=case.number,
                unit_id=case.unit_id,
                whole_person=True,
                person_id=case.citizen_id,
                ground=hold(f"hold:{filling.key}", "ground"),
                set_at=at,
                set_by="system:0",
                set_name="scene",
                **(more if lifted else {}),
            )
            if not lifted:
                subject.ids["hold"] = row.pk
        proposal = ErasureProposal.objects.create(
            case_id=case.pk,
            case_number=case.number,
            unit_id=case.unit_id,
            type_title="Socialpædagogisk støtte",
            closed_on=date(2020, 1, 1),
            kept_until=date(2025, 1, 1),
            proposed_at=at,
            looked_at=at,
            archive_first=True,
        )
        subject.ids["proposal"] = proposal.pk


def _done(answer: object) -> None:
    assert not isinstance(answer, Refusal), answer


