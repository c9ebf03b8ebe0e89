"""Jobs are enqueued with ids only, and only if the transaction commits."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from borgerfokus.foundation import jobs

MESSAGE = UUID("11111111-2222-3333-4444-555555555555")


def test_a_job_is_enqueued_with_its_ids(db: None):
    jobs.defer("outbox.deliver", message_id=MESSAGE)
    row = ProcrastinateJob.objects.get()
    assert (row.task_name, row.args, row.status) == ("outbox.deliver", {"message_id": str(MESSAGE)}, "todo")


def test_a_job_can_wait(db: None):
    later = datetime(2026, 12, 1, tzinfo=UTC)
    jobs.defer("files.scan", not_before=later, file_id=1)
    assert ProcrastinateJob.objects.get().scheduled_at == later


def test_without_a_commit_there_is_no_job(db: None):
    with transaction.atomic():
        jobs.defer("files.scan", file_id=1)
        transaction.set_rollback(True)
    assert not ProcrastinateJob.objects.exists()


@pytest.mark.parametrize(
    "arguments", [{"file_id": "0101"}, {"name": 7}, {"file_id": True}, {"file_id": None}, {"file_id": 1.5}]
)
def test_anything_but_an_id_is_refused(arguments: dict[str, int]):
    with pytest.raises(jobs.NotAnId) as refused:
        jobs.defer("files.scan", **arguments)
    assert "0101" not in str(refused.value)


def test_an_unknown_job_is_refused():
    with pytest.raises(KeyError):
        jobs.defer("no.such.job", file_id=1)
