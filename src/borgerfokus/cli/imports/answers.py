"""Who answers for which kind of case, matched by unit, case type or section, kind and first day."""

from typing import Any

from django.db.models import Q

from borgerfokus.apps.casework import service as casework
from borgerfokus.cli.imports import cells, references
from borgerfokus.cli.imports.columns import Column, Format, Row
from borgerfokus.cli.imports.shared_columns import ENDS, STARTS, unit
from borgerfokus.cli.imports.work import Job
from borgerfokus.core.texts import Text
from borgerfokus.foundation.organisation.models import Responsibility, ResponsibilityKind, Unit

_KINDS = {
    ResponsibilityKind.RESPONSIBLE: Text(da="Ansvarlig", en="Responsible"),
    ResponsibilityKind.CARRIES_OUT: Text(da="Udførende", en="Carries out"),
    ResponsibilityKind.INSIGHT: Text(da="Indsigt", en="Insight"),
}
FORMAT = Format(
    file="responsibilities.csv",
    about=Text(
        da="Hvilken enhed der svarer for hvilken sagstype eller paragraf. Én enhed er ansvarlig for en sagstype.",
        en="Which unit answers for which case type or section. One unit is responsible for a case type.",
    ),
    key=("unit", "case_type", "paragraph", "kind", "from"),
    columns=(
        unit(Text(da="Enhedens nøgle.", en="Key of the unit.")),
        Column(
            name="case_type",
            parse=cells.KEY,
            guide=Text(
                da="Sagstypens nøgle. Enten den eller paragraffen.",
                en="Key of the case type. Either this or the section.",
            ),
            example="sel-85",
            also=("sagstype", "case_type_key"),
        ),
        Column(
            name="paragraph",
            parse=cells.line(60),
            guide=Text(da="Lov og paragraf.", en="Act and section."),
            also=("paragraf",),
        ),
        Column(
            name="kind",
            parse=cells.choice({str(kind): text for kind, text in _KINDS.items()}),
            guide=Text(da="Hvordan enheden har med sagen at gøre.", en="How the unit has to do with the case."),
            example="responsible",
            required=True,
            also=("slags",),
        ),
        Column(
            name="agreement",
            parse=cells.line(200),
            guide=Text(
                da="Aftalen, når en anden kommune udfører.", en="The agreement, when another municipality carries out."
            ),
            also=("aftale",),
        ),
        STARTS,
        ENDS,
    ),
)


def load(job: Job) -> None:
    """A case type that is not known yet is refused: its cases would have nowhere to go."""
    units = references.units()
    types = set(casework.all_versions().values_list("key", flat=True))
    for row in job.once(job.rows()):
        place = references.unit_of(job, row, "unit", units)
        if place is None or not job.period_is_right(row) or not _is_about_something(job, row, types):
            continue
        known = _known(row, place)
        if known is not None:
            _change(job, row, known)
        elif _is_free(job, row):
            Responsibility.objects.create(
                unit=place,
                case_type_key=row.text("case_type"),
                paragraph=row.text("paragraph"),
                kind=row.text("kind"),
                agreement=row.text("agreement"),
                starts=row.values["from"],
                ends=row.day("to"),
            )
            job.tally.new += 1


def _known(row: Row, place: Unit) -> Responsibility | None:
    return Responsibility.objects.filter(
        unit=place,
        case_type_key=row.text("case_type"),
        paragraph=row.text("paragraph"),
        kind=row.text("kind"),
        starts=row.values["from"],
    ).first()


def _change(job: Job, row: Row, known: Responsibility) -> None:
    before = known.ends
    fields: dict[str, Any] = row.fields({"agreement": "agreement"})
    if "to" in row.given:
        fields["ends"] = row.day("to")
    changed = references.change(known, fields)
    if changed and known.ends is None and not _is_free(job, row, but=known.pk):
        return
    if changed:
        known.save()
    references.count_change(job, changed=changed, ended=references.ends_now(before, known.ends))


def _is_about_something(job: Job, row: Row, types: set[str]) -> bool:
    key, paragraph = row.text("case_type"), row.text("paragraph")
    if bool(key) == bool(paragraph):
        job.wrong(row, "case_type", *_ONE_OF_THEM)
    elif key and key not in types:
        job.wrong(row, "case_type", *_NO_TYPE)
    else:
        return True
    return False


def _is_free(job: Job, row: Row, *, but: int = 0) -> bool:
    """Whether no other unit is responsible for the case type in the same time."""
    if row.text("kind") != ResponsibilityKind.RESPONSIBLE or not row.text("case_type"):
        return True
    others = Responsibility.objects.filter(
        Q(ends__isnull=True) | Q(ends__gt=row.values["from"]),
        case_type_key=row.text("case_type"),
        kind=ResponsibilityKind.RESPONSIBLE,
    ).exclude(pk=but)
    if row.day("to"):
        others = others.filter(starts__lt=row.day("to"))
    other = others.select_related("unit").first()
    if other is None:
        return True
    job.wrong(
        row,
        "unit",
        Text(
            da=f"{other.unit.key} er ansvarlig for sagstypen i samme tid.",
            en=f"{other.unit.key} is responsible for the case type in the same time.",
        ),
        Text(
            da="Giv den anden enheds ansvar en slutdag i en række ovenover.",
            en="Give the other unit's responsibility a last day in a row above.",
        ),
    )
    return False


_ONE_OF_THEM = (
    Text(
        da="Der skal stå enten en sagstype eller en paragraf.", en="There must be either a case type or a section."
    ),
    Text(da="Udfyld den ene af dem.", en="Fill in one of them."),
)
_NO_TYPE = (
    Text(da="Sagstypen findes ikke.", en="The case type does not exist."),
    Text(
        da="Opret og udgiv sagstypen først, eller ret nøglen.",
        en="Make and publish the case type first, or correct the key.",
    ),
)
