"""The database shows requests, notices and ticks to nobody who may not see them, whatever the code asks for."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.apps.dialogue.conftest import SYSTEM, Desk

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import Notice, Request, Seen
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.scope import Purpose, acting_as


def test_only_those_of_the_case_see_the_request(desk: Desk) -> None:
    citizen, stranger = desk.world.citizen(), desk.world.citizen("Lene")
    done = desk.hand_in(desk.request(citizen), by=citizen)
    karen, ida = desk.world.employee("Karen"), desk.world.employee("Ida", unit="visitation")
    reception = desk.world.employee("Rikke", unit="visitation", role=Role.RECEPTION)
    for who, seen in ((citizen, 1), (karen, 1), (stranger, 0), (ida, 0), (reception, 0)):
        with acting_as(who, purpose=Purpose.CASEWORK, at=desk.at):
            assert Request.objects.count() == Notice.objects.count() == seen, who
            assert len(dialogue.requests_of(case_id=done.case_id, by=who, at=desk.at)) == seen
            assert len(dialogue.notices_of(case_id=done.case_id, by=who, at=desk.at)) == seen


def test_nobody_sees_anything_outside_a_scope(desk: Desk) -> None:
    citizen = desk.world.citizen()
    desk.hand_in(desk.request(citizen), by=citizen)
    assert Request.objects.count() == Notice.objects.count() == Seen.objects.count() == 0


def test_a_notice_cannot_be_changed_or_removed(desk: Desk) -> None:
    citizen = desk.world.citizen()
    desk.hand_in(desk.request(citizen), by=citizen)
    for statement in ("update dialogue_notice set kind = 'x'", "delete from dialogue_notice"):
        with (
            acting_as(SYSTEM, purpose=Purpose.OPERATION, at=desk.at),
            pytest.raises(DatabaseError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_a_tick_is_ones_own(desk: Desk) -> None:
    karen, anna = desk.world.employee("Karen"), desk.world.employee("Anna")
    with acting_as(karen, purpose=Purpose.CASEWORK, at=desk.at):
        dialogue.mark_seen(items=["comment:1"], by=karen, at=desk.at)
    with acting_as(anna, purpose=Purpose.CASEWORK, at=desk.at):
        assert Seen.objects.count() == 0
