"""Citizens with their present address, matched by personal number. Written in batches; each one touched is logged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from borgerfokus.cli.imports import cells, references
from borgerfokus.cli.imports.columns import Column, Format, Row
from borgerfokus.cli.imports.shared_columns import cpr, phone
from borgerfokus.cli.imports.work import Job
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.scope import Look, current
from borgerfokus.foundation.classifications import service as classifications
from borgerfokus.foundation.classifications.models import System
from borgerfokus.foundation.people import cipher
from borgerfokus.foundation.people.models import Address, Person

_BATCH: Final = 1_000


def _personal(
    name: str, parse: cells.Parse, guide: Text, *, example: str = "", required: bool = False, also: tuple[str, ...] = ()
) -> Column:
    return Column(
        name=name, parse=parse, guide=guide, example=example, required=required, personal=True, also=also
    )


FORMAT = Format(
    file="citizens.csv",
    about=Text(
        da="Borgerne og deres adresse. I en demo kun erstatningsnumre (dag + 60).",
        en="The citizens and their address. In a demo replacement numbers only (day + 60).",
    ),
    key=("cpr",),
    columns=(
        cpr("cpr", Text(da="CPR-nummer, ti cifre.", en="CPR number, ten digits."), example="741192-4321"),
        _personal(
            "given",
            cells.line(120),
            Text(da="Fornavne.", en="Given names."),
            example="Mads",
            required=True,
            also=("fornavn", "given_name"),
        ),
        _personal(
            "family",
            cells.line(120),
            Text(da="Efternavn.", en="Family name."),
            example="Ellekjær",
            required=True,
            also=("efternavn", "family_name"),
        ),
        _personal(
            "protected",
            cells.yes,
            Text(da="Navne- og adressebeskyttelse.", en="Name and address protection."),
            example="nej",
            also=("beskyttet",),
        ),
        _personal(
            "interpreter",
            cells.line(60),
            Text(da="Sprog, der skal tolkes til.", en="Language to interpret into."),
            also=("tolk",),
        ),
        _personal(
            "exempt",
            cells.yes,
            Text(da="Fritaget for Digital Post.", en="Exempt from Digital Post."),
            example="nej",
            also=("fritaget", "digital_post_exempt"),
        ),
        phone(Text(da="Borgerens telefon.", en="The citizen's telephone."), personal=True),
        _personal(
            "email", cells.EMAIL, Text(da="Borgerens mail.", en="The citizen's e-mail."), also=("e-mail", "mail")
        ),
        _personal(
            "street",
            cells.line(160),
            Text(da="Vej, nummer, etage og dør.", en="Street, number, floor and door."),
            example="Havnegade 12, 2. tv.",
            also=("vej", "adresse"),
        ),
        _personal(
            "postcode",
            cells.POSTCODE,
            Text(da="Postnummer.", en="Postcode."),
            example="9999",
            also=("postnummer", "postnr"),
        ),
        _personal("city", cells.line(80), Text(da="By.", en="Town."), example="Fjordby", also=("by",)),
        _personal(
            "municipality",
            cells.MUNICIPALITY,
            Text(da="Kommunekode, fire cifre.", en="Municipality code, four digits."),
            example="9990",
            also=("kommune", "kommunekode"),
        ),
        _personal(
            "moved_in",
            cells.day,
            Text(da="Dagen, borgeren flyttede ind.", en="The day on which the citizen moved in."),
            example="2020-05-01",
            also=("indflyttet",),
        ),
    ),
)
_FIELDS = {
    "given": "given_name",
    "family": "family_name",
    "interpreter": "interpreter",
    "phone": "phone",
    "email": "email",
}
_MARKS = {"protected": "protected", "exempt": "digital_post_exempt"}
_ADDRESS = ("street", "postcode", "city", "municipality")


@dataclass(frozen=True)
class _Known:
    """What is in the database of the citizens of a batch."""

    persons: Mapping[bytes, Person]
    addresses: Mapping[int, Address]


def load(job: Job) -> None:
    """A citizen that the file does not name is left as it is; so is a column that the file does not have."""
    codes = classifications.known_keys(System.MUNICIPALITY) if classifications.is_loaded(System.MUNICIPALITY) else None
    rows = (row for row in job.once(job.rows()) if _is_right(job, row, codes))
    for batch in _batches(rows):
        indexes = {cipher.blind_index(row.cpr("cpr")): row for row in batch}
        known = _known(indexes)
        _write_new(job, {index: row for index, row in indexes.items() if index not in known.persons})
        for index, row in indexes.items():
            if index in known.persons:
                _change(job, row, known.persons[index], known)


def _is_right(job: Job, row: Row, codes: frozenset[str] | None) -> bool:
    if job.settings.demo and not row.cpr("cpr").is_replacement:
        job.wrong(row, "cpr", *_REAL_IN_DEMO)
        return False
    parts = [name for name in (*_ADDRESS, "moved_in") if name in row.values]
    if parts and len(parts) <= len(_ADDRESS):
        job.wrong(row, next(name for name in (*_ADDRESS, "moved_in") if name not in row.values), *_HALF_AN_ADDRESS)
        return False
    moved = row.day("moved_in")
    if moved is not None and moved > job.settings.today:
        job.wrong(row, "moved_in", *_NOT_YET)
        return False
    if parts and codes is not None and row.text("municipality") not in codes:
        job.wrong(row, "municipality", *_NO_MUNICIPALITY)
        return False
    return True


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _known(indexes: Iterable[bytes]) -> _Known:
    persons = {bytes(row.cpr_index): row for row in Person.objects.filter(cpr_index__in=list(indexes))}
    ids = [person.pk for person in persons.values()]
    addresses = Address.objects.filter(person_id__in=ids, ends__isnull=True)
    return _Known(persons=persons, addresses={row.person_id: row for row in addresses})


def _write_new(job: Job, rows: Mapping[bytes, Row]) -> None:
    persons = Person.objects.bulk_create(
        [
            Person(
                cpr_sealed=cipher.seal(row.cpr("cpr")),
                cpr_index=index,
                birth_date=row.cpr("cpr").birth_date,
                **_fields(row),
            )
            for index, row in rows.items()
        ]
    )
    Address.objects.bulk_create(
        [
            _address(person, row)
            for person, row in zip(persons, rows.values(), strict=True)
            if "moved_in" in row.values
        ]
    )
    for person in persons:
        current().saw(person.pk, look=Look.EDIT)
    job.tally.new += len(persons)


def _fields(row: Row) -> dict[str, Any]:
    marks = {field: row.yes(column) for column, field in _MARKS.items() if column in row.given}
    return {**row.fields(_FIELDS), **marks}


def _address(person: Person, row: Row) -> Address:
    return Address(person=person, starts=row.values["moved_in"], **{name: row.text(name) for name in _ADDRESS})


def _change(job: Job, row: Row, person: Person, known: _Known) -> None:
    changed = references.change(person, _fields(row))
    if changed:
        person.version += 1
        person.save()
    moved = _move(job, row, person, known.addresses.get(person.pk))
    if changed or moved:
        current().saw(person.pk, look=Look.EDIT)
    references.count_change(job, changed=changed or moved, ended=False)


def _move(job: Job, row: Row, person: Person, present: Address | None) -> bool:
    """Whether the address changed: corrected from the same day on, or a new one that ends the present one."""
    starts = row.day("moved_in")
    if starts is None:
        return False
    if present is None or starts > present.starts:
        if present is not None:
            present.ends = starts
            present.save(update_fields=["ends"])
        _address(person, row).save()
        return True
    if starts < present.starts:
        job.wrong(row, "moved_in", *_MOVED_EARLIER)
        return False
    changed = references.change(present, {name: row.text(name) for name in _ADDRESS})
    if changed:
        present.save()
    return changed


_REAL_IN_DEMO = (
    Text(
        da="Nummeret er ikke et erstatningsnummer, og dette er en demo.",
        en="The number is not a replacement number, and this is a demo.",
    ),
    Text(
        da="Læg 60 til dagen: i en demo må ingen rigtig person stå.",
        en="Add 60 to the day: no real person may be in a demo.",
    ),
)
_HALF_AN_ADDRESS = (
    Text(da="Adressen er kun udfyldt delvis.", en="The address is only partly filled in."),
    Text(
        da="Udfyld street, postcode, city, municipality og moved_in, eller lad alle fem være tomme.",
        en="Fill in street, postcode, city, municipality and moved_in, or leave all five empty.",
    ),
)
_NOT_YET = (
    Text(da="Dagen ligger efter i dag.", en="The day lies after today."),
    Text(da="Indlæs flytningen, når den er sket.", en="Load the move when it has happened."),
)
_NO_MUNICIPALITY = (
    Text(
        da="Kommunekoden er ikke blandt de indlæste kommuner.",
        en="The municipality code is not among the municipalities that were loaded.",
    ),
    Text(
        da="Ret koden, eller indlæs en nyere liste: borgerfokus import municipalities.",
        en="Correct the code, or load a newer list: borgerfokus import municipalities.",
    ),
)
_MOVED_EARLIER = (
    Text(
        da="Borgeren har en adresse, der begynder senere end den i filen.",
        en="The citizen has an address that begins later than the one in the file.",
    ),
    Text(
        da="Lad adressens felter være tomme for denne borger, eller ret dagen.",
        en="Leave the cells of the address empty for this citizen, or correct the day.",
    ),
)
