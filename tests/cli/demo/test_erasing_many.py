"""Bar T3 with many cases: every closed case of a demo is erased, the log verifies, and no word of theirs is left.

The slow run has 1,000 cases; each carries a canary in its journal, beside everything that the demo wrote.
"""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.timezone import now
from pytest_django.plugin import DjangoDbBlocker
from tests import database
from tests.access.keeping import connected_to

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.journal.models import Entry, EntryText
from borgerfokus.apps.rights.actions import erasing
from borgerfokus.cli.cluster import Cluster
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

pytestmark = pytest.mark.slow
CASES = int(os.environ.get("BORGERFOKUS_ERASE_CASES", "1000"))
WORD = "kanarie-erase-"


def test_no_word_of_a_thousand_erased_cases_is_left(
    tmp_path: Path, worker_id: str, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock(), database.clone(f"many_{worker_id}") as name:
        _load(name, tmp_path)
        with connected_to(name, files=tmp_path / "files"):
            at, platform = now() + timedelta(days=3650), system("test")
            with acting_as(platform, purpose=Purpose.OPERATION, at=at):
                cases = list(Case.objects.order_by("pk").values_list("pk", "number")[:CASES])
                _mark([number for number, _ in cases], at)
            lines = [
                json.dumps(erasing.Erased(pk, number, at.isoformat(), "employee:1", "employee:2").__dict__)
                for pk, number in cases
            ]
            (tmp_path / "erased").mkdir()
            (tmp_path / "erased" / "2036-01.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
            assert WORD in _dumped(name)
            assert erasing.erase_again(at=at, folder=tmp_path / "erased") == len(cases)
            assert WORD not in _dumped(name)
            with acting_as(platform, purpose=Purpose.OPERATION, at=at):
                report = casework.verify_log(heads=tmp_path)
                assert EntryText.objects.filter(case_id__in=[pk for pk, _ in cases]).count() == 0
            assert report.faults == ()
            assert len(cases) >= min(CASES, 100)


def _load(name: str, home: Path) -> None:
    environment = {
        **os.environ,
        "BORGERFOKUS_DATABASE_URL": database.address(name, owner=False),
        "BORGERFOKUS_OWNER_DATABASE_URL": database.address(name, owner=True),
        "PYTHONPATH": str(database.ROOT / "src"),
    }
    size = ["--size", "small"] if CASES < 200 else ["--size", "3500"]
    command = [sys.executable, "-m", "borgerfokus.cli", "demo", *size]
    done = subprocess.run(command, env=environment, cwd=home, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]


def _mark(cases: list[int], at: object) -> None:
    """A note in each case, with a word that stands nowhere else."""
    base = {"created_at": at, "happened_at": at, "author": "system:0", "author_name": "test", "kind": "note"}
    entries = Entry.objects.bulk_create([Entry(case_id=number, **base) for number in cases])  # type: ignore[misc]
    EntryText.objects.bulk_create(
        [
            EntryText(
                entry=one,
                case_id=one.case_id,
                number=1,
                title=f"{WORD}{one.case_id}",
                body=f"{WORD}{one.case_id}-body",
                written_at=at,
                written_by="system:0",
                writer_name="test",
            )
            for one in entries
        ]
    )


def _dumped(name: str) -> str:
    dump = Cluster.for_checkout(database.ROOT, durable=False).binaries / "pg_dump"
    address = database.address(name, owner=True)
    done = subprocess.run([str(dump), "--data-only", address], check=True, capture_output=True)
    return done.stdout.decode("utf-8", "replace")
