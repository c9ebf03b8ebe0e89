"""Public classifications from their owners' files: KLE subjects and facets, FFB, FSIII and the municipalities."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from borgerfokus.cli.imports import cells
from borgerfokus.cli.imports.columns import Column, Format, Row
from borgerfokus.cli.imports.work import Job
from borgerfokus.core.texts import Text
from borgerfokus.foundation.classifications import service as classifications
from borgerfokus.foundation.classifications.models import System
from borgerfokus.foundation.classifications.service import NewCode

CURRENT = "gældende"
"""The edition that is loaded when none is named."""

_UUID = Column(
    name="uuid",
    parse=cells.uuid,
    guide=Text(da="Kodens UUID hos ejeren.", en="The owner's UUID of the code."),
    example="00000000-0000-4000-8000-000000000001",
)
_TITLE_EN = Column(
    name="title_en",
    parse=cells.line(300),
    guide=Text(da="Engelsk navn.", en="English name."),
    example="Social support",
)


def _title(name: str, *also: str) -> Column:
    return Column(
        name=name,
        parse=cells.line(300),
        guide=Text(da="Navnet.", en="The name."),
        example="Social støtte",
        required=True,
        also=also,
    )


KLE_SUBJECTS = Format(
    file="kle-subjects.csv",
    about=Text(da="KLE-emner i tre niveauer, fra KL.", en="KLE subjects in three levels, from KL."),
    key=("nummer",),
    columns=(
        _UUID,
        Column(
            name="nummer",
            parse=cells.kle,
            guide=Text(da="KLE-nummer: 27, 27.36 eller 27.36.12.", en="KLE number: 27, 27.36 or 27.36.12."),
            example="27",
            required=True,
            also=("emnenummer", "key"),
        ),
        _title("titel", "navn", "title"),
        Column(name="niveau", parse=cells.whole, guide=Text(da="1, 2 eller 3.", en="1, 2 or 3."), example="1"),
        _TITLE_EN,
    ),
)
KLE_FACETS = Format(
    file="kle-facets.csv",
    about=Text(da="KLE-handlingsfacetter, fra KL.", en="KLE action facets, from KL."),
    key=("kode",),
    columns=(
        _UUID,
        Column(
            name="kode",
            parse=cells.FACET,
            guide=Text(da="Bogstav, eller bogstav og to cifre.", en="A letter, or a letter and two digits."),
            example="G",
            required=True,
            also=("key",),
        ),
        _title("titel", "navn", "title"),
        _TITLE_EN,
    ),
)


def _uuid_or_code(text: str) -> object:
    """FSIII names its newer concepts by UUID and the others by a code such as F3 or I12.2."""
    try:
        return UUID(text)
    except ValueError:
        return _SHORT(text)


_SHORT = cells.line(60)


def _concepts(file: str, about: Text, code: Column) -> Format:
    return Format(
        file=file,
        about=about,
        key=("kode",),
        columns=(
            code,
            _title("navn", "titel", "title"),
            replace(
                code,
                name="foraelder",
                guide=Text(
                    da="Koden for begrebet lige over, tom øverst.", en="Code of the concept above, empty at the top."
                ),
                example="",
                required=False,
                also=("forælder", "parent"),
            ),
            Column(
                name="niveau",
                parse=cells.whole,
                guide=Text(da="Niveau, 1 øverst.", en="Level, 1 at the top."),
                example="1",
            ),
            Column(
                name="definition",
                parse=cells.prose(5_000),
                guide=Text(da="Definition.", en="Definition."),
                example="Hvad begrebet dækker",
            ),
            _TITLE_EN,
        ),
    )


_CONCEPT = Column(
    name="kode",
    parse=cells.uuid,
    guide=Text(da="Begrebets UUID.", en="The UUID of the concept."),
    example="00000000-0000-4000-8000-000000000001",
    required=True,
    also=("code", "key"),
)
FFB = _concepts(
    "ffb.csv", Text(da="Fælles Faglige Begreber, fra KL.", en="The shared social concepts, from KL."), _CONCEPT
)
FSIII = _concepts(
    "fsiii.csv",
    Text(da="Fælles Sprog III, fra KL.", en="The shared health language, from KL."),
    replace(
        _CONCEPT,
        parse=_uuid_or_code,
        guide=Text(da="Begrebets kode eller UUID.", en="The code or UUID of the concept."),
    ),
)
MUNICIPALITIES = Format(
    file="municipalities.csv",
    about=Text(da="Kommunerne og deres region.", en="The municipalities and their region."),
    key=("kommunekode",),
    columns=(
        Column(
            name="kommunekode",
            parse=cells.MUNICIPALITY,
            guide=Text(da="Fire cifre.", en="Four digits."),
            example="9990",
            required=True,
            also=("kode", "key"),
        ),
        _title("navn", "titel", "title"),
        Column(
            name="region",
            parse=cells.line(80),
            guide=Text(da="Regionens navn.", en="Name of the region."),
            example="Sjælland",
            also=("region_til_2026",),
        ),
        Column(
            name="regionskode",
            parse=cells.MUNICIPALITY,
            guide=Text(da="Regionens kode, fire cifre.", en="Code of the region, four digits."),
            example="1085",
            also=("regionskode_known",),
        ),
        _TITLE_EN,
    ),
)


def load_kle_subjects(job: Job) -> None:
    """A number stands below the one that it begins with."""
    _load(job, System.KLE_SUBJECT, lambda row: _kle_code(row, row.text("nummer")))


def load_kle_facets(job: Job) -> None:
    """A facet stands below its letter."""
    _load(job, System.KLE_FACET, _facet)


def load_ffb(job: Job) -> None:
    _load(job, System.FFB, _concept)


def load_fsiii(job: Job) -> None:
    _load(job, System.FSIII, _concept)


def load_municipalities(job: Job) -> None:
    """A municipality stands below its region, which is a classification of its own."""
    _load(job, System.MUNICIPALITY, _municipality, above=classifications.known_keys(System.REGION))


def _load(
    job: Job, system: System, code: Callable[[Row], NewCode], *, above: frozenset[str] = frozenset()
) -> None:
    found = {one.key: (row, one) for row in job.once(job.rows()) for one in (code(row),)}
    there = found.keys() | above | {""}
    for row, one in found.values():
        if one.parent_key not in there and not job.is_broken(job.what, one.parent_key):
            _no_parent(job, row, one.parent_key)
    if not job.sheet.rows and not job.sheet.broken:
        job.wrong(None, "", *_NO_ROWS)
    if job.problems.count:
        return
    changes = classifications.replace_edition(
        system=system,
        name=job.settings.edition or CURRENT,
        new=[one for _, one in found.values()],
        by=job.settings.by,
        at=job.settings.at,
    )
    tally = job.tally
    tally.new, tally.changed, tally.unchanged, tally.ended = (
        changes.new,
        changes.changed,
        changes.unchanged,
        changes.ended,
    )


def _kle_code(row: Row, number: str) -> NewCode:
    return NewCode(number, row.text("titel"), parent_key=number[:-3], **_common(row))


def _facet(row: Row) -> NewCode:
    code = row.text("kode")
    return NewCode(code, row.text("titel"), parent_key=code[:1] if len(code) > 1 else "", **_common(row))


def _concept(row: Row) -> NewCode:
    code = row.values["kode"]
    extra = {name: row.values[name] for name in ("niveau", "definition") if name in row.values}
    return NewCode(
        row.text("kode"),
        row.text("navn"),
        parent_key=row.text("foraelder"),
        title_en=row.text("title_en"),
        uuid=code if isinstance(code, UUID) else None,
        extra=extra,
    )


def _municipality(row: Row) -> NewCode:
    region = row.text("region")
    return NewCode(
        row.text("kommunekode"),
        row.text("navn"),
        parent_key=row.text("regionskode"),
        title_en=row.text("title_en"),
        extra={"region": region} if region else {},
    )


def _common(row: Row) -> dict[str, Any]:
    return {"uuid": row.values.get("uuid"), "title_en": row.text("title_en")}


def _no_parent(job: Job, row: Row, parent: str) -> None:
    column = next((name for name in ("foraelder", "regionskode") if name in row.values), job.layout.key[0])
    job.wrong(
        row,
        column,
        Text(da=f"Koden ovenover, {parent}, findes ikke.", en=f"The code above it, {parent}, does not exist."),
        Text(da="Tag den med i filen, eller ret koden.", en="Include it in the file, or correct the code."),
    )


_NO_ROWS = (
    Text(da="Der er ingen rækker under overskrifterne.", en="There are no rows below the headings."),
    Text(
        da="En tom fil ville fjerne hele klassifikationen; indlæs den rigtige fil.",
        en="An empty file would remove the whole classification; load the right file.",
    ),
)
