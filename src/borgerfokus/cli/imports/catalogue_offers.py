"""The catalogue of offers, matched by key: a changed row is a new version, an offer that is not named is left alone."""

from dataclasses import replace
from typing import Any

from borgerfokus.apps.offers import service as offers
from borgerfokus.apps.offers.service import Offer, OfferContent
from borgerfokus.cli.imports import references
from borgerfokus.cli.imports.columns import Row
from borgerfokus.cli.imports.offer_columns import FORMAT
from borgerfokus.cli.imports.work import Job
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text

_FIELDS = {"price": "price_ore", "from": "starts", "to": "ends"}
_LISTS = frozenset({"themes", "groups", "sections", "languages"})
_NUMBERS = frozenset({"age_from", "age_to", "capacity", "waiting_days", "hours_per_week", "weeks", "to"})
_YES_OR_NO = frozenset({"without_case", "public"})
_COLUMN_OF = {
    "offer.no_step": "level",
    "offer.no_way_in": "sections",
    "offer.price": "price",
    "offer.ages": "age_to",
    "offer.backwards": "to",
}


def load(job: Job) -> None:
    """Save each row; what the catalogue refuses is told with the row and its column."""
    known = {one.key: one for one in offers.kept()}
    for row in job.once(job.rows()):
        if not job.period_is_right(row):
            continue
        before = known.get(row.text("key"))
        told = _save(job, row, before)
        if told is not None:
            job.wrong(row, _COLUMN_OF.get(told.code, "title"), told.text, _REMEDY)


def _save(job: Job, row: Row, before: Offer | None) -> Refusal | None:
    by, at = job.settings.by, job.settings.at
    if before is None:
        added = offers.add(key=row.text("key"), content=OfferContent(**_given(row)), by=by, at=at)
        if isinstance(added, Refusal):
            return added
        job.tally.new += 1
        return None
    content = replace(offers.content_of(before), **_given(row))
    told = offers.change(key=before.key, number=before.number, content=content, by=by, at=at)
    if told is None:
        changed = content != offers.content_of(before)
        references.count_change(job, changed=changed, ended=references.ends_now(before.ends, content.ends))
    return told


def _given(row: Row) -> dict[str, Any]:
    """Field of an offer → value, for the columns that the file has; an empty cell empties the field."""
    found: dict[str, Any] = {}
    for column in FORMAT.columns:
        if column.name in row.given and column.name != "key":
            found[_FIELDS.get(column.name, column.name)] = row.values.get(column.name, _nothing(column.name))
    return found


def _nothing(name: str) -> Any:
    if name in _LISTS:
        return ()
    if name in _NUMBERS:
        return None
    if name in _YES_OR_NO:
        return False
    return 0 if name == "price" else ""


_REMEDY = Text(da="Ret rækken, og indlæs filen igen.", en="Correct the row, and load the file again.")
