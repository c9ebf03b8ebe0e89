"""Files from upload to opening: who sees them, what is kept, and what the check for malicious content changes."""

import io
import os
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.factories.world import World
from tests.foundation.files.builders import EICAR, PDF, PNG, office

from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry
from borgerfokus.foundation.files import answers, queries, service, storage
from borgerfokus.foundation.files import jobs as file_jobs
from borgerfokus.foundation.files.models import FileState, StoredFile
from borgerfokus.foundation.files.service import FileRefused, Opened, Stored, UnknownFile
from borgerfokus.foundation.files.storage import DamagedFile

SYSTEM = system("test")


@pytest.fixture(autouse=True)
def store_root(tmp_path: Path, settings: LazySettings) -> Path:
    settings.FILES_ROOT = tmp_path / "files"
    settings.SCANNER = "simulated"
    return tmp_path / "files"


class Scene:
    """A case with its citizen and caseworker, and short ways to act as them."""

    def __init__(self, world: World) -> None:
        self.at = world.at
        self.citizen = world.citizen()
        self.caseworker = world.employee("Anna")
        self.case = world.case(citizen_id=self.citizen.id, caseworker=self.caseworker).pk
        self.stranger = world.citizen("Bo", "Holm")
        self.other_team = world.employee("Ole", unit="ydelsesteamet")

    def store(
        self, content: bytes = PDF, *, name: str = "brev.pdf", by: Actor | None = None, case: bool = True
    ) -> Stored:
        by = by or self.citizen
        with acting_as(by, purpose=Purpose.OWN_CASE, at=self.at):
            kept = service.store(
                content=io.BytesIO(content), name=name, by=by, at=self.at, case_id=self.case if case else None
            )
        assert isinstance(kept, Stored), kept
        return kept

    def open(self, file_id: int, *, by: Actor, acknowledged: bool = False) -> Opened | FileRefused:
        with acting_as(by, purpose=Purpose.CASEWORK, at=self.at):
            return service.open_for(file_id=file_id, case_id=self.case, by=by, at=self.at, acknowledged=acknowledged)

    def scan(self, file_id: int) -> FileState:
        file_jobs.scan(at=self.at, file_id=file_id)
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return FileState(StoredFile.objects.get(id=file_id).state)


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def test_a_file_is_kept_under_its_checksum_and_checked_by_a_job(scene: Scene, store_root: Path):
    kept = scene.store(name="../Lægens brev.pdf")
    assert (kept.name, kept.kind, kept.state) == ("Lægens brev.pdf", "application/pdf", FileState.QUARANTINED)
    blob = store_root / storage.path_of(kept.sha256)
    assert blob.read_bytes() == PDF
    assert stat.S_IMODE(blob.stat().st_mode) == 0o600
    assert list((store_root / "incoming").iterdir()) == []
    assert ProcrastinateJob.objects.filter(task_name="files.scan", args={"file_id": kept.id}).count() == 1
    assert scene.scan(kept.id) is FileState.CLEAN


def test_equal_content_is_kept_once(scene: Scene, store_root: Path):
    assert scene.store().id != scene.store(name="igen.pdf").id
    assert len(list(storage.blobs())) == 1


def test_nothing_of_a_refused_file_is_kept(scene: Scene, store_root: Path):
    with acting_as(scene.citizen, purpose=Purpose.OWN_CASE, at=scene.at):
        macro = io.BytesIO(office(word__vbaProject_dot_bin=b"x"))
        answer = service.store(content=macro, name="brev.docx", by=scene.citizen, at=scene.at, case_id=scene.case)
    assert answer is answers.MACRO
    assert list(storage.blobs()) == list((store_root / "incoming").iterdir()) == []
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        assert not StoredFile.objects.exists()
        assert Entry.objects.get(action="file.refuse").detail == {"code": "macro"}


def test_a_file_too_large_is_never_written_in_full(scene: Scene, store_root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(storage, "MAX_BYTES", 1000)
    content = io.BytesIO(PDF + bytes(10_000_000))
    with acting_as(scene.citizen, purpose=Purpose.OWN_CASE, at=scene.at):
        answer = service.store(content=content, name="b.pdf", by=scene.citizen, at=scene.at, case_id=scene.case)
    assert answer is answers.TOO_LARGE
    assert content.tell() < 1_000_000
    assert list((store_root / "incoming").iterdir()) == []


def test_a_file_in_quarantine(scene: Scene):
    kept = scene.store()
    assert scene.open(kept.id, by=scene.citizen) is answers.BEING_CHECKED
    assert scene.open(kept.id, by=scene.citizen, acknowledged=True) is answers.BEING_CHECKED
    assert scene.open(kept.id, by=scene.caseworker) is answers.UNCHECKED
    opened = scene.open(kept.id, by=scene.caseworker, acknowledged=True)
    assert isinstance(opened, Opened)
    assert opened.content == PDF
    assert opened.headers["Content-Disposition"].startswith("attachment;")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        assert Entry.objects.get(action="file.open").detail == {"quarantined": True}


def test_without_a_scanner_a_file_stays_in_quarantine(scene: Scene, settings: LazySettings):
    settings.SCANNER = "none"
    kept = scene.store()
    assert not ProcrastinateJob.objects.filter(task_name="files.scan").exists()
    assert scene.scan(kept.id) is FileState.QUARANTINED
    settings.SCANNER = "simulated"
    file_jobs.scan_waiting(at=scene.at + timedelta(days=1))
    assert ProcrastinateJob.objects.filter(task_name="files.scan", args={"file_id": kept.id}).count() == 1


def test_malicious_content_is_never_given_out(scene: Scene):
    kept = scene.store(EICAR, name="virus.txt")
    assert scene.scan(kept.id) is FileState.REFUSED
    for by in (scene.citizen, scene.caseworker):
        assert scene.open(kept.id, by=by, acknowledged=True) is answers.MALICIOUS


@pytest.mark.parametrize(
    ("content", "name", "how", "sandboxed"),
    [
        (PDF, "brev.pdf", "inline", False),
        (PNG, "billede.png", "inline", True),
        (office(), "brev.docx", "attachment", True),
        (b"<script>alert(1)</script>", "brev.txt", "attachment", True),
    ],
)
def test_headers_keep_a_file_from_doing_anything(scene: Scene, content: bytes, name: str, how: str, sandboxed: bool):
    kept = scene.store(content, name=name)
    scene.scan(kept.id)
    opened = scene.open(kept.id, by=scene.citizen)
    assert isinstance(opened, Opened)
    assert opened.headers["X-Content-Type-Options"] == "nosniff"
    assert opened.headers["Cache-Control"] == "private, no-store"
    assert opened.headers["Content-Disposition"].startswith(how)
    policy = opened.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert policy.endswith("; sandbox") is sandboxed


def test_a_name_cannot_break_the_header(scene: Scene):
    kept = scene.store(name='æ"\r\nSet-Cookie: a=b; x.pdf')
    scene.scan(kept.id)
    opened = scene.open(kept.id, by=scene.citizen)
    assert isinstance(opened, Opened)
    header = opened.headers["Content-Disposition"]
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2


def test_only_whoever_sees_the_case_sees_its_files(scene: Scene):
    kept = scene.store()
    for by in (scene.stranger, scene.other_team):
        with pytest.raises(UnknownFile):
            scene.open(kept.id, by=by)
        with acting_as(by, purpose=Purpose.CASEWORK, at=scene.at):
            assert not StoredFile.objects.exists()


def test_a_file_of_another_case_is_not_opened_through_this_one(scene: Scene, world: World):
    other = world.case(citizen_id=scene.citizen.id, caseworker=scene.caseworker).pk
    kept = scene.store()
    with (
        acting_as(scene.caseworker, purpose=Purpose.CASEWORK, at=scene.at),
        pytest.raises(UnknownFile),
    ):
        service.open_for(file_id=kept.id, case_id=other, by=scene.caseworker, at=scene.at)


def test_a_withheld_file_is_hidden_from_the_citizen_by_both_walls(scene: Scene):
    kept = scene.store(by=scene.caseworker)
    with acting_as(scene.caseworker, purpose=Purpose.CASEWORK, at=scene.at):
        service.set_withheld(file_ids=[kept.id], case_id=scene.case, withheld=True, by=scene.caseworker, at=scene.at)
    with pytest.raises(UnknownFile):
        scene.open(kept.id, by=scene.citizen)
    with acting_as(scene.citizen, purpose=Purpose.OWN_CASE, at=scene.at):
        assert not StoredFile.objects.exists()
    assert scene.open(kept.id, by=scene.caseworker) is answers.UNCHECKED


def test_an_upload_before_the_case_is_the_uploaders_alone_until_it_is_attached(scene: Scene):
    kept = scene.store(case=False)
    with acting_as(scene.caseworker, purpose=Purpose.CASEWORK, at=scene.at), pytest.raises(UnknownFile):
        service.attach(file_id=kept.id, case_id=scene.case, by=scene.caseworker, at=scene.at)
    with acting_as(scene.stranger, purpose=Purpose.OWN_CASE, at=scene.at):
        assert not StoredFile.objects.exists()
    with acting_as(scene.citizen, purpose=Purpose.OWN_CASE, at=scene.at):
        assert [row.pk for row in queries.unclaimed_of(scene.citizen)] == [kept.id]
        attached = service.attach(file_id=kept.id, case_id=scene.case, by=scene.citizen, at=scene.at)
        assert attached.case_id == scene.case
        assert not queries.unclaimed_of(scene.citizen).exists()
    assert scene.open(kept.id, by=scene.caseworker) is answers.UNCHECKED


def test_what_is_made_here_needs_no_check(scene: Scene):
    with acting_as(scene.caseworker, purpose=Purpose.CASEWORK, at=scene.at):
        made = service.store_made(
            content=PDF, name="afgørelse.pdf", by=scene.caseworker, at=scene.at, case_id=scene.case
        )
        with pytest.raises(ValueError, match="unknown_kind"):
            service.store_made(content=b"x", name="x", by=scene.caseworker, at=scene.at, case_id=scene.case)
    assert made.state is FileState.CLEAN
    assert isinstance(scene.open(made.id, by=scene.citizen), Opened)


def test_bytes_that_changed_in_the_store_are_not_given_out(scene: Scene, store_root: Path):
    kept = scene.store()
    blob = store_root / storage.path_of(kept.sha256)
    blob.write_bytes(PDF + b"changed")
    with pytest.raises(DamagedFile):
        scene.open(kept.id, by=scene.caseworker, acknowledged=True)
    blob.unlink()
    with pytest.raises(DamagedFile):
        scene.open(kept.id, by=scene.caseworker, acknowledged=True)


def _age(path: Path, at: datetime) -> None:
    os.utime(path, (at.timestamp(), at.timestamp()))


def test_cleaning_removes_what_nobody_points_at_and_nothing_else(scene: Scene, store_root: Path):
    in_use = store_root / storage.path_of(scene.store().sha256)
    unclaimed = store_root / storage.path_of(scene.store(PDF + b"%%EOF", case=False).sha256)
    orphan = store_root / storage.path_of("ab" * 32)
    leftover = store_root / "incoming" / "tmp1"
    fresh = store_root / storage.path_of("cd" * 32)
    for path in (orphan, leftover, fresh):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    for path in (in_use, unclaimed, orphan, leftover):
        _age(path, scene.at - timedelta(days=40))
    _age(fresh, scene.at)
    file_jobs.clean(at=scene.at)
    assert in_use.exists()
    assert unclaimed.exists()
    assert fresh.exists()
    assert not orphan.exists()
    assert not leftover.exists()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        StoredFile.objects.filter(case_id=None).update(uploaded_at=scene.at - timedelta(days=31))
    file_jobs.clean(at=scene.at)
    assert in_use.exists()
    assert not unclaimed.exists()
