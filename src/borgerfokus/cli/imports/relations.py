"""Relations between citizens, one row for each pair: the opposite direction is written by itself."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from borgerfokus.cli.imports import cells, references
from borgerfokus.cli.imports.columns import Column, Format, Row
from borgerfokus.cli.imports.shared_columns import ENDS, STARTS, cpr
from borgerfokus.cli.imports.work import Job
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.scope import Look, current
from borgerfokus.foundation.people import cipher
from borgerfokus.foundation.people.models import Kinship, KinshipKind, Person

_BACK: Final = {
    KinshipKind.PARENT: KinshipKind.CHILD,
    KinshipKind.CHILD: KinshipKind.PARENT,
    KinshipKind.SPOUSE: KinshipKind.SPOUSE,
    KinshipKind.SIBLING: KinshipKind.SIBLING,
    KinshipKind.RELATIVE: KinshipKind.RELATIVE,
}
_KINDS = {
    KinshipKind.PARENT: Text(da="Forælder", en="Parent"),
    KinshipKind.CHILD: Text(da="Barn", en="Child"),
    KinshipKind.SPOUSE: Text(da="Ægtefælle", en="Spouse"),
    KinshipKind.SIBLING: Text(da="Søskende", en="Sibling"),
    KinshipKind.RELATIVE: Text(da="Pårørende", en="Relative"),
}
FORMAT = Format(
    file="relations.csv",
    about=Text(
        da="Familie og pårørende. Én række for hvert par: den modsatte retning følger selv med.",
        en="Family and relatives. One row for each pair: the opposite direction follows by itself.",
    ),
    key=("cpr", "other_cpr", "kind"),
    columns=(
        cpr("cpr", Text(da="Borgerens CPR-nummer.", en="The citizen's CPR number."), example="741192-4321"),
        cpr(
            "other_cpr",
            Text(da="Den andens CPR-nummer.", en="The other's CPR number."),
            example="620565-4322",
            also=("andet_cpr",),
        ),
        Column(
            name="kind",
            parse=cells.choice({str(kind): text for kind, text in _KINDS.items()}),
            guide=Text(da="Hvad den anden er for borgeren.", en="What the other is to the citizen."),
            example="parent",
            required=True,
            personal=True,
            also=("slags",),
        ),
        Column(
            name="custody",
            parse=cells.yes,
            guide=Text(
                da="Om den anden har forældremyndighed; kun for en forælder.",
                en="Whether the other has custody; for a parent only.",
            ),
            example="nej",
            personal=True,
            also=("forældremyndighed",),
        ),
        STARTS,
        ENDS,
    ),
)
_Key = tuple[int, int, str]


@dataclass(frozen=True)
class _Relation:
    """One direction of a row."""

    person: int
    other: int
    kind: KinshipKind

    @property
    def key(self) -> _Key:
        return (self.person, self.other, str(self.kind))

    @property
    def opposite(self) -> "_Relation":
        return _Relation(self.other, self.person, _BACK[self.kind])


def load(job: Job) -> None:
    """A pair may also stand in both directions; the second row then adds nothing."""
    people = _people(job)
    ids = set(people.values())
    known = {
        (row.person_id, row.other_id, row.kind): row for row in Kinship.objects.filter(person_id__in=ids)
    }
    done: set[_Key] = set()
    for row in job.once(job.rows()):
        relation = _relation(job, row, people)
        if relation is None or not job.period_is_right(row) or not _may_have_custody(job, row):
            continue
        _write(job, row, relation, known, is_second=relation.opposite.key in done)
        done.add(relation.key)


def _people(job: Job) -> dict[str, int]:
    """Personal number → id of everybody in the file who is known."""
    numbers = {row.cpr(name) for row in job.sheet.rows for name in ("cpr", "other_cpr")}
    indexes = {cipher.blind_index(number): number.digits for number in numbers}
    found = Person.objects.filter(cpr_index__in=list(indexes)).values_list("cpr_index", "id")
    return {indexes[bytes(index)]: person_id for index, person_id in found}


def _relation(job: Job, row: Row, people: dict[str, int]) -> _Relation | None:
    ids = []
    for column in ("cpr", "other_cpr"):
        digits = row.cpr(column).digits
        person_id = people.get(digits)
        if person_id is None:
            if not job.is_broken("citizens", digits):
                job.wrong(row, column, *_UNKNOWN)
            return None
        ids.append(person_id)
    if ids[0] == ids[1]:
        job.wrong(row, "other_cpr", *_SAME)
        return None
    return _Relation(ids[0], ids[1], KinshipKind(row.text("kind")))


def _may_have_custody(job: Job, row: Row) -> bool:
    if row.yes("custody") and row.text("kind") != KinshipKind.PARENT:
        job.wrong(row, "custody", *_CUSTODY)
        return False
    return True


def _write(job: Job, row: Row, relation: _Relation, known: dict[_Key, Kinship], *, is_second: bool) -> None:
    fields = _fields(row, with_custody=relation.kind == KinshipKind.PARENT)
    ended = not is_second and _ends(known.get(relation.key), fields.get("ends"))
    results = {_save(relation, fields, known), _save(relation.opposite, _fields(row, with_custody=False), known)}
    if results != {"unchanged"}:
        current().saw(relation.person, look=Look.EDIT)
        current().saw(relation.other, look=Look.EDIT)
    if "new" in results:
        job.tally.new += 1
    else:
        references.count_change(job, changed="changed" in results, ended=ended)


def _fields(row: Row, *, with_custody: bool) -> dict[str, Any]:
    fields: dict[str, Any] = {"starts": row.values["from"]}
    if "to" in row.given:
        fields["ends"] = row.day("to")
    if with_custody and "custody" in row.given:
        fields["custody"] = row.yes("custody")
    return fields


def _ends(before: Kinship | None, ends: date | None) -> bool:
    return before is not None and references.ends_now(before.ends, ends)


def _save(relation: _Relation, fields: dict[str, Any], known: dict[_Key, Kinship]) -> str:
    row = known.get(relation.key)
    if row is None:
        known[relation.key] = Kinship.objects.create(
            person_id=relation.person, other_id=relation.other, kind=relation.kind, **fields
        )
        return "new"
    if not references.change(row, fields):
        return "unchanged"
    row.save()
    return "changed"


_UNKNOWN = (
    Text(da="Der er ingen borger med det nummer.", en="There is no citizen with this number."),
    Text(
        da="Tag borgeren med i citizens.csv, eller ret nummeret.",
        en="Include the citizen in citizens.csv, or correct the number.",
    ),
)
_SAME = (
    Text(da="De to numre er det samme.", en="The two numbers are the same."),
    Text(da="Ret det ene.", en="Correct one of them."),
)
_CUSTODY = (
    Text(da="Kun en forælder kan have forældremyndighed.", en="Only a parent can have custody."),
    Text(
        da="Skriv rækken med barnet som cpr og forælderen som other_cpr.",
        en="Write the row with the child as cpr and the parent as other_cpr.",
    ),
)
