"""The municipality's own values: dated, append-only, checked, and in force in every process at once."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from pytest_django import DjangoAssertNumQueries

from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.rules import NotInForce, UnknownParameter
from borgerfokus.foundation.access.actor import Actor, ActorKind, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.parameters.models import MunicipalValue
from borgerfokus.foundation.parameters.service import NewValue

KEY = "gdpr.session_citizen"
ADAM = Actor(kind=ActorKind.EMPLOYEE, id=1, verbs=frozenset({Verb.PARAMETER_EDIT}))
SIGNE = Actor(kind=ActorKind.EMPLOYEE, id=2)
pytestmark = pytest.mark.django_db


def new(value: object = 45, *, from_day: date = date(2026, 12, 1), key: str = KEY, reason: str = "Byrådet") -> NewValue:
    return NewValue(key=key, from_day=from_day, value=value, reason=reason)


def set_value(change: NewValue, at: datetime, by: Actor = ADAM) -> MunicipalValue | Refusal:
    with acting_as(by, purpose=Purpose.ADMINISTRATION, at=at):
        return parameters.set_value(new=change, by=by, at=at)


def refused(change: NewValue, at: datetime, by: Actor = ADAM) -> str:
    answer = set_value(change, at, by)
    assert isinstance(answer, Refusal), answer
    assert answer.text.da
    assert answer.text.en
    assert not MunicipalValue.objects.exists()
    return answer.code


def number(day: date) -> int:
    return parameters.at(KEY, on=day).number


def test_a_value_holds_from_its_day(now: datetime):
    set_value(new(), now)
    assert [number(date(2026, 11, 30)), number(date(2026, 12, 1)), number(date(2030, 1, 1))] == [30, 45, 45]
    assert parameters.at(KEY, on=date(2026, 12, 1)).municipal


def test_a_correction_of_the_same_day_wins(now: datetime):
    for value in (45, 50, 40):
        set_value(new(value), now)
    assert number(date(2026, 12, 1)) == 40
    assert [row.value for row in parameters.history(KEY)] == [40, 50, 45]


def test_setting_is_written_to_the_log(now: datetime):
    set_value(new(), now)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        assert Entry.objects.get(action="parameter.set").subject == ADAM.subject


def test_another_process_sees_it_at_its_next_question(now: datetime):
    assert number(date(2026, 12, 1)) == 30
    MunicipalValue.objects.create(
        key=KEY, from_day=date(2026, 12, 1), value=60, reason="b", saved_at=now, saved_by="employee:9"
    )
    assert number(date(2026, 12, 1)) == 60


def test_what_was_rolled_back_does_not_hold(now: datetime):
    try:
        with transaction.atomic():
            set_value(new(), now)
            assert number(date(2026, 12, 1)) == 45
            raise InterruptedError
    except InterruptedError:
        pass
    assert number(date(2026, 12, 1)) == 30


def test_no_query_in_a_scope(now: datetime, django_assert_num_queries: DjangoAssertNumQueries):
    parameters.parameters()
    with acting_as(SIGNE, purpose=Purpose.CASEWORK, at=now), django_assert_num_queries(0):
        for _time in range(5):
            number(now.date())


def test_a_value_set_in_the_scope_holds_in_the_scope(now: datetime):
    with acting_as(ADAM, purpose=Purpose.ADMINISTRATION, at=now):
        assert number(date(2026, 12, 1)) == 30
        parameters.set_value(new=new(), by=ADAM, at=now)
        assert number(date(2026, 12, 1)) == 45


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (new(reason="  "), "parameter.reason_missing"),
        (new(from_day=date(2026, 11, 22)), "parameter.past_day"),
        (new(key="own.nothing"), "parameter.unknown"),
        (new(key="rsl.appeal_deadline", value=5), "parameter.decided_by_act"),
        (new(4), "parameter.out_of_range"),
        (new(121), "parameter.out_of_range"),
        (new("45"), "parameter.wrong_kind"),
        (new(4.5), "parameter.wrong_kind"),
        (new(True), "parameter.wrong_kind"),
        (new(None), "parameter.wrong_kind"),
        (new({"da": "a", "en": "b"}), "parameter.wrong_kind"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_reason(now: datetime, change: NewValue, code: str):
    assert refused(change, now) == code


def test_only_an_administrator_sets_values(now: datetime):
    assert refused(new(), now, SIGNE) == "parameter.not_allowed"


def test_a_past_day_is_corrected_only_where_a_row_stands(now: datetime):
    past = now.date() - timedelta(days=20)
    set_value(new(50, from_day=past), now, system("set up"))
    assert isinstance(set_value(new(55, from_day=past), now), MunicipalValue)
    assert isinstance(set_value(new(55, from_day=past + timedelta(days=1)), now), Refusal)


@pytest.mark.parametrize(
    "statement", ["update parameters_municipalvalue set value = '1'", "delete from parameters_municipalvalue"]
)
def test_rows_are_never_changed(now: datetime, statement: str):
    set_value(new(), now)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert number(date(2026, 12, 1)) == 45


def test_a_row_that_no_longer_fits_is_left_out_and_named(now: datetime):
    for key, value in (("own.gone", 1), (KEY, "text"), (KEY, 45)):
        MunicipalValue.objects.create(
            key=key, from_day=date(2026, 12, len(str(value))), value=value, reason="b", saved_at=now, saved_by="x"
        )
    assert number(date(2026, 12, 2)) == 45
    assert sorted(fault.key for fault in parameters.faults()) == [KEY, "own.gone"]


def test_unknown_and_not_in_force_are_told_apart():
    with pytest.raises(UnknownParameter):
        parameters.at("own.nothing", on=date(2026, 1, 1))
    with pytest.raises(NotInForce):
        parameters.at(KEY, on=date(1990, 1, 1))
