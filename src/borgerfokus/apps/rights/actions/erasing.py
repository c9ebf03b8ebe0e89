"""Erasing a case: everything personal goes, the chain still verifies, and a certificate says that it was done.

What was erased is also written to a list outside the database, so that an older backup does not bring it back.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, time
from pathlib import Path

from django.db import connection, transaction

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import CaseErased
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.rights.models import Erasure, ErasureProposal, ProposalState
from borgerfokus.apps.rights.queries import erasing
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import COPENHAGEN, add_months, day_of
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.files import copies
from borgerfokus.foundation.parameters import service as parameters

_BY = "rights.erase"


@dataclass(frozen=True)
class Erased:
    """One line of the list outside the database: a case's number, when, and by whose approval. Nobody's data."""

    case_id: int
    case_number: str
    erased_at: str
    first_by: str
    second_by: str


def carry_out(*, proposal_id: int, at: datetime, folder: Path) -> bool:
    """Erase an approved case, unless something has come in the way since: then it waits again. As the platform.

    Opens its own transaction. The list outside is written first, so that what is erased is never missing from it.
    Returns whether it was erased.
    """
    with acting_as(system(_BY), purpose=Purpose.OPERATION, at=at):
        row = ErasureProposal.objects.select_for_update().filter(pk=proposal_id, state=ProposalState.APPROVED).first()
        if row is None:
            return False
        case = Case.objects.select_related("type_version").get(pk=row.case_id)
        blocks = erasing.blocks_of(case=case, proposal=row, at=at)
        if blocks:
            _wait_again(row, [str(block) for block in blocks], at)
            return False
        _write_down(row, at, folder)
        paths = _erase(row, at, "retention" if row.asked_by_citizen is None else "citizen")
    copies_removed(paths, at=at)
    return True


def erase_again(*, at: datetime, folder: Path) -> int:
    """Erase anew what a restored backup has brought back. As the platform. Returns how many cases."""
    again = 0
    for line in listed(folder):
        with acting_as(system(_BY), purpose=Purpose.OPERATION, at=at):
            case = Case.objects.select_related("type_version").filter(pk=line.case_id, number=line.case_number).first()
            if case is None or Erasure.objects.filter(case_id=line.case_id).exists():
                continue
            paths = _erase(_approved_before(case, line, at), at, "restored")
            again += 1
        copies_removed(paths, at=at)
    return again


def listed(folder: Path) -> Iterator[Erased]:
    """The list outside the database, oldest first, each case once."""
    seen = set[int]()
    for path in sorted(folder.glob("????-??.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            one = Erased(**json.loads(line))
            if one.case_id not in seen:
                seen.add(one.case_id)
                yield one


def count_listed(folder: Path) -> int:
    """How many cases the list outside the database names."""
    return sum(1 for _one in listed(folder))


def copies_removed(paths: Iterable[str], *, at: datetime) -> None:
    """Take the bytes of files whose rows are gone out of the store, once that has committed."""
    with acting_as(system(_BY), purpose=Purpose.OPERATION, at=at):
        copies.remove_bytes(paths)


def _erase(row: ErasureProposal, at: datetime, because: str) -> list[str]:
    by = system(_BY)
    with casework.changing(
        case_id=row.case_id, verb=Verb.CASE_CLOSE, by=by, at=at, action="case.erase"
    ) as opened:
        through = opened.case.event_count
        opened.append(CaseErased(through=through, because=because))
    with connection.cursor() as cursor:
        cursor.execute("select bf_erase_case(%s, %s)", [row.case_id, _logs_before(at)])
        told = cursor.fetchone()[0]
    found = json.loads(told) if isinstance(told, str) else told
    Erasure.objects.create(
        case_id=row.case_id,
        case_number=row.case_number,
        unit_id=row.unit_id,
        type_title=row.type_title,
        erased_at=at,
        because=because,
        first_by=row.first_by,
        first_name=row.first_name,
        second_by=row.second_by,
        second_name=row.second_name,
        counts=found["counts"],
        files=len(found["paths"]),
        through=through,
        link=bytes(opened.case.last_link),
    )
    row.state = ProposalState.ERASED
    row.version += 1
    row.save()
    paths: list[str] = found["paths"]
    return paths


def _logs_before(at: datetime) -> datetime:
    """The logs have a time of their own: what is younger than that stays, also of a case that is erased."""
    months = parameters.at("gdpr.log_retention", on=day_of(at)).number
    return datetime.combine(add_months(day_of(at), -months), time(0), tzinfo=COPENHAGEN)


def _wait_again(row: ErasureProposal, blocks: list[str], at: datetime) -> None:
    row.state, row.blocks, row.looked_at = ProposalState.PROPOSED, blocks, at
    row.first_by = row.first_name = row.second_by = row.second_name = ""
    row.first_at = row.second_at = None
    row.version += 1
    row.save()
    audit.record(action="erasure.wait", by=system(_BY), at=at, about=f"case:{row.case_id}")


def _write_down(row: ErasureProposal, at: datetime, folder: Path) -> None:
    """Add the case to the list outside, on the disk before this returns."""
    line = Erased(row.case_id, row.case_number, at.isoformat(), row.first_by, row.second_by)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / f"{day_of(at):%Y-%m}.jsonl").open("a", encoding="utf-8") as handle:
        handle.write(json.dumps(asdict(line)) + "\n")
        handle.flush()
        os.fsync(handle.fileno())


def _approved_before(case: Case, line: Erased, at: datetime) -> ErasureProposal:
    """The approval that was given before the backup was restored, written down once more."""
    with transaction.atomic():
        ErasureProposal.objects.filter(
            case_id=case.pk, state__in=[ProposalState.PROPOSED, ProposalState.APPROVED]
        ).update(state=ProposalState.KEPT, kept_why="restored")
        return ErasureProposal.objects.create(
            case_id=case.pk,
            case_number=case.number,
            unit_id=case.unit_id,
            type_title=case.type_version.title,
            closed_on=day_of(case.closed_at or at),
            kept_until=erasing.kept_until_of(case),
            state=ProposalState.APPROVED,
            proposed_at=at,
            looked_at=at,
            first_by=line.first_by,
            first_at=at,
            second_by=line.second_by,
            second_at=at,
        )
