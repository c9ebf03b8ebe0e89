"""The organisation: units in a tree, matched by key. A unit that the file does not name is left as it is."""

from typing import Any

from borgerfokus.cli.imports import cells, references
from borgerfokus.cli.imports.columns import Column, Format, Row
from borgerfokus.cli.imports.shared_columns import ENDS, STARTS, phone
from borgerfokus.cli.imports.work import Job
from borgerfokus.core.texts import Text
from borgerfokus.foundation.organisation.models import Unit, UnitKind

_KINDS = {
    UnitKind.MUNICIPALITY: Text(da="Kommune", en="Municipality"),
    UnitKind.COUNCIL: Text(da="Kommunalbestyrelse", en="Council"),
    UnitKind.COMMITTEE: Text(da="Udvalg", en="Committee"),
    UnitKind.DIRECTOR: Text(da="Direktion", en="Directors"),
    UnitKind.DEPARTMENT: Text(da="Afdeling", en="Department"),
    UnitKind.TEAM: Text(da="Team", en="Team"),
    UnitKind.INSTITUTION: Text(da="Institution", en="Institution"),
    UnitKind.STAFF_UNIT: Text(da="Stab", en="Staff unit"),
    UnitKind.PARTNER: Text(da="Samarbejdspartner", en="Partner"),
}

FORMAT = Format(
    file="organisation.csv",
    about=Text(
        da="Enhederne i et træ. En enhed, der lukker, får en slutdag.",
        en="The units in a tree. A unit that closes gets a last day.",
    ),
    key=("key",),
    columns=(
        Column(
            name="key",
            parse=cells.KEY,
            guide=Text(
                da="Enhedens faste nøgle. Sagstyper og andre filer bruger den.",
                en="The unit's fixed key. Case types and other files use it.",
            ),
            example="voksenteamet",
            required=True,
            also=("nøgle",),
        ),
        Column(
            name="name",
            parse=cells.line(160),
            guide=Text(da="Navnet, som borgeren ser det.", en="The name as the citizen sees it."),
            example="Voksenteamet",
            required=True,
            also=("navn",),
        ),
        Column(
            name="name_en",
            parse=cells.line(160),
            guide=Text(da="Engelsk navn.", en="English name."),
            example="Team for adults",
        ),
        Column(
            name="kind",
            parse=cells.choice({str(kind): text for kind, text in _KINDS.items()}),
            guide=Text(da="Hvad enheden er.", en="What the unit is."),
            example="team",
            required=True,
            also=("slags",),
        ),
        Column(
            name="parent",
            parse=cells.KEY,
            guide=Text(da="Nøglen til enheden ovenover; tom øverst.", en="Key of the unit above; empty at the top."),
            also=("overenhed", "parent_key"),
        ),
        phone(Text(da="Enhedens telefon.", en="The unit's telephone.")),
        Column(
            name="hours",
            parse=cells.line(120),
            guide=Text(da="Hvornår telefonen er åben.", en="When the telephone is open."),
            example="Mandag til fredag kl. 9-14",
            also=("åbningstid",),
        ),
        STARTS,
        ENDS,
    ),
)
_FIELDS = {"name": "name", "name_en": "name_en", "kind": "kind", "phone": "phone", "hours": "hours"}


def load(job: Job) -> None:
    """Two rounds: the units themselves, then who is above whom, so that the order of the rows does not matter."""
    known = references.units()
    changed: dict[str, str] = {}
    rows = [row for row in job.once(job.rows()) if job.period_is_right(row)]
    for row in rows:
        changed[row.text("key")] = _save(row, known)
    for row in rows:
        if "parent" in row.given:
            _place(job, row, known, changed)
    for row in rows:
        if _is_circle(row, known):
            job.wrong(row, "parent", *_CIRCLE)
    for what in changed.values():
        setattr(job.tally, what, getattr(job.tally, what) + 1)


def _save(row: Row, known: dict[str, Unit]) -> str:
    """Save the unit but for its place. Returns what the row is counted as."""
    key = row.text("key")
    fields: dict[str, Any] = {**row.fields(_FIELDS), "starts": row.day("from")}
    if "to" in row.given:
        fields["ends"] = row.day("to")
    unit = known.get(key)
    if unit is None:
        known[key] = Unit.objects.create(key=key, **fields)
        return "new"
    before = unit.ends
    if not references.change(unit, fields):
        return "unchanged"
    unit.version += 1
    unit.save()
    return "ended" if references.ends_now(before, unit.ends) else "changed"


def _place(job: Job, row: Row, known: dict[str, Unit], changed: dict[str, str]) -> None:
    key = row.text("key")
    unit, parent = known[key], None
    if row.text("parent"):
        parent = references.unit_of(job, row, "parent", known)
        if parent is None:
            return
    if unit.parent_id == (parent.pk if parent else None):
        return
    unit.parent = parent
    if changed[key] == "unchanged":
        unit.version += 1
        changed[key] = "changed"
    unit.save()


def _is_circle(row: Row, known: dict[str, Unit]) -> bool:
    above = {unit.pk: unit.parent_id for unit in known.values()}
    start = known[row.text("key")].pk
    current, steps = above[start], 0
    while current is not None and current != start and steps <= len(above):
        current, steps = above[current], steps + 1
    return current == start


_CIRCLE = (
    Text(da="Enheden står over sig selv.", en="The unit stands above itself."),
    Text(da="Ret overenheden, så træet ender øverst.", en="Correct the unit above, so that the tree ends at the top."),
)
