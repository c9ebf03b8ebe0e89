"""Treating what a case holds, record by record: proposed, looked at, marked, and the reasons written."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.rights.actions import refusals as no
from borgerfokus.apps.rights.models import AccessItem, AccessRequest, AccessState
from borgerfokus.apps.rights.queries.content import Record, records
from borgerfokus.apps.rights.queries.requests import access_of, items_of
from borgerfokus.core import rights as law
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.rights import AskedBy, Ground, Treatment, access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class NewTreatment:
    """How a record is treated. `sentences` are the ticked ones as (start, end), `phrases` more passages word for word.

    `version` is that of the item as it was read.
    """

    version: int
    treatment: Treatment
    ground: Ground | None = None
    note: str = ""
    sentences: Sequence[tuple[int, int]] = ()
    phrases: Sequence[str] = ()
    extract: str = ""
    facts_seen: bool = False


@dataclass(frozen=True)
class NewReasons:
    """What the answer says of what is left out, and whether more than must be given was considered (§ 10)."""

    version: int
    reasons: str
    more_access: bool
    more_access_why: str


@dataclass(frozen=True)
class Treated:
    """A record beside how it is treated. `changed`: the text has been corrected since the passages were marked."""

    record: Record
    item: AccessItem

    @property
    def changed(self) -> bool:
        """Whether the marks are those of another version of the text."""
        return bool(self.item.marks) and self.item.text_number != self.record.number


def treated_of(*, request: AccessRequest, by: Actor, at: datetime) -> list[Treated]:
    """Every record that is treated, in order; what has come to the case since the list was made is not among them."""
    by_source = {one.source: one for one in records(case=request.case, by=by, at=at)}
    return [
        Treated(by_source[item.source], item) for item in items_of(request) if item.source in by_source
    ]


def prepare(*, request_id: int, by: Actor, at: datetime) -> None:
    """List everything that the case holds, each record with a proposal: what the journal withholds is to be excepted.

    May be done again: what has come since is added, and nothing that was settled is touched.
    """
    row = access_of(request_id=request_id, by=by, at=at)
    casework.require(verb=Verb.ACCESS_HANDLE, case=row.case, by=by, at=at)
    known = {item.source for item in items_of(row)}
    found = records(case=row.case, by=by, at=at)
    AccessItem.objects.bulk_create(
        [_proposed(row, one, place) for place, one in enumerate(found, start=1) if one.source not in known]
    )
    AccessRequest.objects.filter(pk=row.pk, prepared_at__isnull=True).update(prepared_at=at, prepared_by=by.id)


def treat(*, item_id: int, new: NewTreatment, by: Actor, at: datetime) -> Refusal | None:
    """Say how one record is treated. What somebody has read through before must be read through again."""
    item = AccessItem.objects.select_related("request__case__type_version").filter(pk=item_id).first()
    if item is None:
        raise Hidden(f"access item {item_id}")
    request = access_of(request_id=item.request_id, by=by, at=at)
    casework.require(verb=Verb.ACCESS_HANDLE, case=request.case, by=by, at=at)
    if request.state != AccessState.OPEN:
        return no.NOT_OPEN
    record = next((one for one in records(case=request.case, by=by, at=at) if one.source == item.source), None)
    if record is None:
        raise Hidden(f"record {item.source}")
    marks = _marks(record, new)
    if isinstance(marks, Refusal):
        return marks
    item = AccessItem.objects.select_for_update().get(pk=item_id)
    if item.version != new.version:
        return no.CHANGED
    _write(item, new, marks, record)
    refused = law.faults(law.Answer(asked_by=AskedBy(request.asked_by), items=(as_law(item),), reasons="x"))
    mended = [one for one in refused if one.code not in _OF_THE_WHOLE]
    if mended:
        return mended[0]
    item.save()
    AccessRequest.objects.filter(pk=request.pk).update(
        prepared_at=at, prepared_by=by.id, reader=None, read_at=None, version=request.version + 1
    )
    return None


def settle_released(*, request_id: int, by: Actor, at: datetime) -> int:
    """Agree to every proposal to release that tells of nobody else. Returns how many."""
    row = access_of(request_id=request_id, by=by, at=at)
    casework.require(verb=Verb.ACCESS_HANDLE, case=row.case, by=by, at=at)
    plain = AccessItem.objects.filter(request=row, settled=False, others=False, treatment=Treatment.RELEASED)
    return plain.update(settled=True)


def write_reasons(*, request_id: int, new: NewReasons, by: Actor, at: datetime) -> Refusal | None:
    """Write what the answer says. A reading through that was done before no longer counts."""
    row = access_of(request_id=request_id, by=by, at=at)
    casework.require(verb=Verb.ACCESS_HANDLE, case=row.case, by=by, at=at)
    rows = AccessRequest.objects.filter(pk=row.pk, version=new.version, state=AccessState.OPEN)
    done = rows.update(
        reasons=new.reasons.strip(),
        more_access=new.more_access,
        more_access_why=new.more_access_why.strip(),
        prepared_at=at,
        prepared_by=by.id,
        reader=None,
        read_at=None,
        version=new.version + 1,
    )
    return None if done else no.CHANGED


def _proposed(row: AccessRequest, record: Record, place: int) -> AccessItem:
    treatment, ground = law.proposal(
        asked_by=AskedBy(row.asked_by), withheld_article=record.held, internal=record.internal
    )
    return AccessItem(
        request=row,
        case_id=row.case_id,
        source=record.source,
        place=place,
        treatment=treatment,
        ground=ground or "",
        note=record.held_ground[:300],
        internal=record.internal,
        others=bool(record.others),
        text_number=record.number,
    )


def _marks(record: Record, new: NewTreatment) -> list[list[int]] | Refusal:
    if new.treatment is not Treatment.PARTLY:
        return []
    if not record.text:
        return no.NO_TEXT_TO_MARK
    found, missing = law.marks_of(text=record.text, phrases=new.phrases)
    if missing:
        return no.PHRASE_MISSING
    ticked = [law.Mark(start, end) for start, end in new.sentences if 0 <= start < end]
    return [[one.start, one.end] for one in law.normal(marks=[*found, *ticked], length=len(record.text))]


def _write(item: AccessItem, new: NewTreatment, marks: list[list[int]], record: Record) -> None:
    released = new.treatment is Treatment.RELEASED
    item.treatment = new.treatment
    item.ground = "" if released or new.ground is None else new.ground
    item.note = "" if released else new.note.strip()[:300]
    item.marks, item.text_number = marks, record.number
    item.extract = "" if released or new.treatment is Treatment.PARTLY else new.extract.strip()
    item.facts_seen = new.facts_seen
    item.settled = True
    item.version += 1


def as_law(item: AccessItem) -> law.Item:
    """The treatment as the rules look at it."""
    return law.Item(
        treatment=Treatment(item.treatment),
        ground=Ground(item.ground) if item.ground else None,
        extract=item.extract,
        marks=len(item.marks),
        internal=item.internal,
        facts_seen=item.facts_seen,
        others=item.others,
        settled=item.settled,
    )


def opened_for(
    row: AccessRequest, by: Actor, at: datetime, action: str
) -> AbstractContextManager[casework.OpenCase]:
    """The request's case, open for one act of whoever handles access."""
    return casework.changing(case_id=row.case_id, verb=Verb.ACCESS_HANDLE, by=by, at=at, action=action)


def locked(request_id: int) -> AccessRequest:
    """The request, locked until the transaction ends."""
    return AccessRequest.objects.select_for_update().get(pk=request_id)


_OF_THE_WHOLE = frozenset(
    one.code for one in (access.NO_REASONS, access.NO_MORE_ACCESS, access.NOT_READ, access.NOT_SETTLED)
)
"""What is looked at when the answer is sent, and not record by record."""
