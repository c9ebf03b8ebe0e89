"""Bar T3: after lawful erasure the chain verifies, and nothing of what the case held is found anywhere.

The case holds every kind of thing that a case can hold, each with a canary of its own. What is looked through is every
column of every table of the database (listed from the database itself), the file store, and a dump.
"""

import json
import subprocess
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import DatabaseError, connection

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Event
from borgerfokus.apps.rights.actions import erasing
from borgerfokus.apps.rights.models import Erasure
from borgerfokus.cli import backups
from borgerfokus.cli.backups import Place
from borgerfokus.cli.cluster import Cluster
from borgerfokus.foundation.access import erasing as declared
from borgerfokus.foundation.access.declare import declaration, own_models
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files.models import StoredFile
from tests import database
from tests.access.keeping import Kept, connected_to
from tests.access.scene import SYSTEM, Scene

Owner = Callable[..., list[tuple[Any, ...]]]
YEARS = timedelta(days=10 * 365)


def of_the_case(scene: Scene, key: str) -> dict[str, str]:
    """The canaries that stand in the case, by word; the drafts of its people are their own."""
    return {
        canary.word: canary.what
        for canary in scene.canaries.known.values()
        if canary.owner in {f"case:{key}", f"hold:{key}"} and canary.what != "grant.reason"
    }


def listed(scene: Scene, key: str, folder: Path) -> None:
    case = scene.cases[key]
    line = erasing.Erased(case.id, case.number, scene.at.isoformat(), "employee:1", "employee:2")
    folder.mkdir(exist_ok=True)
    (folder / "2036-11.jsonl").write_text(json.dumps(line.__dict__) + "\n", "utf-8")


def tables(as_owner: Owner) -> list[str]:
    rows = as_owner("select tablename from pg_tables where schemaname = 'public'")
    return sorted(name for (name,) in rows)


def found_in_tables(as_owner: Owner, words: dict[str, str]) -> set[tuple[str, str]]:
    found = set()
    for table in tables(as_owner):
        text = as_owner(f'select coalesce(string_agg(t::text, \' \'), \'\') from "{table}" t')[0][0]  # noqa: S608
        found |= {(table, what) for word, what in words.items() if word in text}
    return found


def found_in_files(words: dict[str, str]) -> set[str]:
    stored = [path.read_bytes() for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file()]
    return {what for word, what in words.items() if any(word.encode() in content for content in stored)}


def paths_of(case_id: int, at: datetime) -> list[str]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        return list(StoredFile.objects.filter(case_id=case_id).values_list("path", flat=True))


def test_nothing_of_an_erased_case_is_left_and_the_chain_verifies(
    scene: Scene, as_owner: Owner, tmp_path: Path
) -> None:
    words, case, at = of_the_case(scene, "plain"), scene.cases["plain"], scene.at + YEARS
    assert len(words) > 60
    before = found_in_tables(as_owner, words)
    assert len({what for _table, what in before}) == len(set(words.values())), "every canary is there to be found"
    paths = paths_of(case.id, at)
    listed(scene, "plain", tmp_path / "erased")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        heads = casework.verify_log(heads=tmp_path)
    assert erasing.erase_again(at=at, folder=tmp_path / "erased") == 1
    assert found_in_tables(as_owner, words) == set()
    for path in paths:
        if not kept_for_another(path, at):
            assert not (Path(settings.FILES_ROOT) / path).exists(), path
    address = database.address(connection.settings_dict["NAME"], owner=True)
    dumped = subprocess.run([_pg_dump(), "--data-only", address], check=True, capture_output=True).stdout
    assert not [what for word, what in words.items() if word.encode() in dumped]
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        report = casework.verify_log(heads=tmp_path)
        assert not [fault for fault in report.faults if fault.case_id == case.id]
        assert report.events == heads.events + 1, "the events stay, and one says that the case is erased"
        certificate = Erasure.objects.get(case_id=case.id)
        shell = Case.objects.get(pk=case.id)
        assert shell.citizen_id != scene.persons["citizen"]
    told = json.dumps(certificate.counts) + certificate.case_number + certificate.type_title
    assert not scene.canaries.found_in(told)
    assert certificate.counts["journal_entrytext"] > 0
    kept = {"casework_event", "casework_eventpayload", "audit_entry", "rights_erasureproposal", "rights_erasure"}
    on_its_way = {"exchange_arrival"}
    assert rows_of_the_case(as_owner, case.id) <= kept | on_its_way, "that it is erased is told to other systems"
    assert arriving(as_owner, case.id) <= {"case.erased"}, "and nothing else of it is"
    for key, actor in scene.actors.items():
        if actor.is_employee or actor.is_citizen:
            with acting_as(actor, purpose=Purpose.OPERATION, at=at):
                assert not Case.objects.filter(pk=case.id).exists(), key


def arriving(as_owner: Owner, case_id: int) -> set[str]:
    """The kinds of the case's events that have no place in the stream yet."""
    which = "select e.kind from exchange_arrival a join casework_event e on e.id = a.event_id where a.case_id = %s"
    return {kind for (kind,) in as_owner(which, case_id)}


def kept_for_another(path: str, at: datetime) -> bool:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        return StoredFile.objects.filter(path=path).exists()


def rows_of_the_case(as_owner: Owner, case_id: int) -> set[str]:
    left = set()
    for model in own_models():
        column, table = declared.column_of(model), model._meta.db_table
        if column and as_owner(f'select 1 from "{table}" where "{column}" = {case_id} limit 1'):  # noqa: S608
            left.add(table)
    return left


def _pg_dump() -> str:
    return str(Cluster.for_checkout(database.ROOT, durable=False).binaries / "pg_dump")


def test_what_was_taken_away_by_somebody_is_still_told_from_what_was_erased(
    scene: Scene, as_owner: Owner, tmp_path: Path
) -> None:
    """The chain says which events are erased; a payload that is gone beside those is a fault."""
    case = scene.cases["sealed"]
    as_owner("alter table casework_eventpayload disable trigger user")
    as_owner(
        "delete from casework_eventpayload where event_id = (select max(id) from casework_event where case_id = %s)",
        case.id,
    )
    as_owner("alter table casework_eventpayload enable trigger user")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        faults = casework.verify_log(heads=tmp_path).faults
    assert [fault.case_id for fault in faults] == [case.id]


def test_nobody_erases_what_two_people_have_not_approved(scene: Scene) -> None:
    """The database itself refuses, whoever calls the function."""
    case = scene.cases["protected"]
    with (
        pytest.raises(DatabaseError, match="nobody has approved"),
        acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at),
        connection.cursor() as cursor,
    ):
        cursor.execute("select bf_erase_case(%s, now())", [case.id])


def test_the_flag_of_the_function_gives_the_web_nothing(scene: Scene) -> None:
    """Bar T2 holds: who sets the flag by hand still may not remove a row, neither as the web nor as a trick."""
    trick = "select set_config('bf.erasing', 'on', true); delete from casework_eventpayload"
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at),
        connection.cursor() as cursor,
    ):
        cursor.execute(trick)


def test_a_forgotten_table_is_found(
    scene: Scene, as_owner: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sabotage: leave one table out of the function, and the same search finds what it held."""
    whole = declared.conditions()
    monkeypatch.setattr(
        declared, "conditions", lambda: {table: what for table, what in whole.items() if table != "offers_offerchoice"}
    )
    as_owner(declared.function())
    monkeypatch.undo()
    words = of_the_case(scene, "foreign")
    listed(scene, "foreign", tmp_path / "erased")
    erasing.erase_again(at=scene.at + YEARS, folder=tmp_path / "erased")
    assert found_in_tables(as_owner, words) == {("offers_offerchoice", "offer.reason")}
    as_owner(declared.function())


@pytest.mark.slow
def test_an_older_backup_does_not_bring_an_erased_case_back(
    scene: Scene, as_owner: Owner, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Bar D5: backed up, erased, restored; the list outside erases it again, and nothing of it is there."""
    kept: Kept = request.getfixturevalue("_kept")
    cluster = Cluster.for_checkout(database.ROOT, durable=False)
    name = connection.settings_dict["NAME"]
    words = of_the_case(scene, "protected")
    (tmp_path / "home").mkdir()
    place = Place(cluster.url(user="postgres", database=name), cluster.binaries, tmp_path / "home")
    folder = backups.write(place, tmp_path / "backup", at=scene.at)
    restored = f"{name}_restored"
    with psycopg.connect(cluster.url(user="postgres", database="postgres"), autocommit=True) as server:
        server.execute(f'create database "{restored}"')
        try:
            target = Place(cluster.url(user="postgres", database=restored), cluster.binaries, tmp_path / "home")
            backups.restore(target, folder)
            listed(scene, "protected", tmp_path / "erased")
            with connected_to(restored, files=Path(settings.FILES_ROOT), keys=kept.keys):
                assert there(restored, words), "the backup brought it back"
                assert erasing.erase_again(at=scene.at + YEARS, folder=tmp_path / "erased") == 1
                assert there(restored, words) == set()
                assert erasing.erase_again(at=scene.at + YEARS, folder=tmp_path / "erased") == 0, "once"
                with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at + YEARS):
                    faults = casework.verify_log(heads=tmp_path).faults
                assert scene.cases["protected"].id not in {fault.case_id for fault in faults}
        finally:
            server.execute(f'drop database if exists "{restored}" with (force)')


def there(name: str, words: dict[str, str]) -> set[tuple[str, str]]:
    """What of the case is in another database."""
    with psycopg.connect(database.address(name, owner=True), autocommit=True) as owner:

        def run(statement: str, *values: object) -> list[tuple[Any, ...]]:
            return owner.execute(statement, values or None).fetchall()

        return found_in_tables(run, words)


def test_every_table_that_is_kept_as_long_as_a_case_is_in_the_function() -> None:
    """A new table is covered, or this fails: a table without a way to a case cannot be kept as long as one."""
    from borgerfokus.foundation.access.declare import Retention

    kept = {m._meta.db_table for m in own_models() if declaration(m).retention is Retention.CASE}
    assert kept - set(declared.conditions()) == {declared.CASE, declared.EVENTS}
    assert declared.unanswered(declaration(Case)) == set()
    assert Event.declared.sensitive == ""


def test_a_table_without_a_way_to_the_case_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from borgerfokus.apps.casework.models import SavedView
    from borgerfokus.foundation.access.declare import Declared, Retention
    from borgerfokus.foundation.access.rows import of_subject

    forgotten = Declared(purpose="x", retention=Retention.CASE, rows=of_subject(), plain="id subject name query")
    monkeypatch.setattr(SavedView, "declared", forgotten)
    with pytest.raises(declared.NoWayToTheCase):
        declared.conditions()


