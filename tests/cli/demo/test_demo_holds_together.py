"""What is loaded is what the platform itself would have written: dates, chains, links between rows."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.actions import standing
from borgerfokus.apps.casework.models import Case, Deadline, Event, EventPayload
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.apps.interventions.models import ActionPlan, InterventionPeriod
from borgerfokus.apps.journal.models import DocumentVersion
from borgerfokus.cli.demo.helps import hours_of
from borgerfokus.core.casework.state import Phase
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup
from borgerfokus.foundation.files import storage
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.people import cipher
from borgerfokus.foundation.people.models import Address, Person

pytestmark = pytest.mark.slow

_WATCHED = ("ball", "ball_since", "next_act", "next_due", "next_due_key", "next_due_basis", "phase", "moments")
_DATES = ("key", "basis", "due", "original_due", "status", "moved_days", "met_on", "slip_told_at")


@contextmanager
def _platform(at: datetime) -> Iterator[None]:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=at):
        yield


def _snapshot(case: Case) -> tuple[list[object], list[tuple[object, ...]]]:
    rows = Deadline.objects.filter(case=case).order_by("key").values_list(*_DATES)
    return [getattr(case, name) for name in _WATCHED], list(rows)


def test_reckoning_a_case_again_changes_nothing(demo: datetime):
    with _platform(demo):
        for case in Case.objects.select_related("type_version").order_by("pk"):
            before = _snapshot(case)
            standing.reckon(case=case, at=demo)
            assert _snapshot(case) == before, case.number


def test_every_open_case_has_a_next_act_and_its_next_date_stands_among_its_dates(demo: datetime):
    with _platform(demo):
        for case in Case.objects.exclude(phase=Phase.CLOSED):
            assert case.next_act, case.number
            if case.next_due_key not in {"", "answer", "follow_up"}:
                assert case.deadlines.filter(key=case.next_due_key, due=case.next_due).exists(), case.number
        assert not Case.objects.filter(phase=Phase.CLOSED, next_due__isnull=False).exists()


def test_every_chain_verifies(demo: datetime):
    with _platform(demo):
        report = casework.verify_log(heads=Path(settings.HEADS_ROOT) / "none")
        assert report.faults == ()
        assert report.cases == Case.objects.count()
        assert report.events == Event.objects.count() == EventPayload.objects.count()


def test_events_come_in_order_of_time_and_never_after_the_load(demo: datetime):
    with _platform(demo):
        last: dict[int, datetime] = {}
        for case_id, at in Event.objects.order_by("case_id", "seq").values_list("case_id", "at"):
            assert last.get(case_id, at) <= at <= demo
            last[case_id] = at


def test_every_number_is_a_replacement_and_no_postcode_is_in_use(demo: datetime):
    with _platform(demo):
        for sealed in Person.objects.values_list("cpr_sealed", flat=True):
            assert cipher.unseal(bytes(sealed)).is_replacement
        assert set(Address.objects.values_list("postcode", "municipality")) == {("9987", "9990")}


def test_every_letter_is_a_file_that_can_be_opened(demo: datetime):
    with _platform(demo):
        for path, size in StoredFile.objects.values_list("path", "size"):
            content = storage.read(path)
            assert content.startswith(b"%PDF-")
            assert len(content) == size
        copies = Notice.objects.filter(is_copy=True).count()
        assert DocumentVersion.objects.count() + copies == StoredFile.objects.count()
        assert not Decision.objects.filter(state="issued", file__isnull=True).exists()


def test_all_phases_outcomes_and_endings_are_there(demo: datetime):
    with _platform(demo):
        assert set(Case.objects.values_list("phase", flat=True)) >= set(Phase) - {Phase.CONTACT}
        assert set(Decision.objects.values_list("outcome", flat=True)) == {"granted", "partly", "refused"}
        kinds = Counter(Event.objects.values_list("kind", flat=True))
        for kind in ("appeal.filed", "break_glass.used", "handover.offered", "consultation.asked", "letter.failed"):
            assert kinds[kind], kind


def test_look_ups_lie_in_the_partitions_of_their_months(demo: datetime):
    from django.db import connection

    with _platform(demo):
        assert Lookup.objects.count() > 500
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_inherits where inhparent = 'audit_lookup'::regclass")
        assert cursor.fetchone()[0] > 30


def test_everybody_to_log_in_as_is_there(demo: datetime):
    from borgerfokus.foundation.organisation.models import Employee

    listed = json.loads((Path(settings.HOME) / "demo_people.json").read_text("utf-8"))
    with _platform(demo):
        for row in listed:
            assert row["note"]
            if row["kind"] == "employee":
                assert Employee.objects.filter(login=row["login"], active=True).exists()
    assert Counter(row["kind"] for row in listed)["citizen"] >= 10


def test_new_rows_get_numbers_of_their_own(demo: datetime):
    """The sequences go on after what was copied."""
    with _platform(demo):
        newest = Case.objects.order_by("-pk").first()
        assert newest is not None
        new = casework.NewCase("sel-85", newest.citizen_id, "phone", "Jeg har brug for støtte.", demo)
        opened = casework.open_case(new=new, by=system("test"), at=demo)
        assert isinstance(opened, Case)
        assert opened.pk > newest.pk


def test_no_help_is_given_in_other_hours_than_it_says(demo: datetime) -> None:
    with _platform(demo):
        for one in InterventionPeriod.objects.exclude(extent=""):
            hours = hours_of(one.extent)
            assert hours is None or one.hours_per_week == hours, one.extent
        plans = ActionPlan.objects.filter(intervention__contains="om ugen").values_list("case_id", "intervention")
        for case_id, text in plans:
            first = InterventionPeriod.objects.filter(case_id=case_id).order_by("pk").first()
            assert first is None or first.hours_per_week == hours_of(text), text
