"""The case and document index of the municipalities (KOMBIT SF1470, version 6): a case with its documents as XML.

Names, order and numbers of elements are those of the published schema; the ids of things here are made from our own
(`identity`), the same every time. What a program may not have is left out, as the schema allows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree import ElementTree as ET

from borgerfokus.core.exchange.structure import write

OPERATION: Final = "urn:oio:sts:sagdok:sagdokumentindeks:6"
CASE: Final = "urn:oio:sts:sagdok:sag:6"
CASE_INDEX: Final = "urn:oio:sts:sagdok:sagindeks:6"
DOCUMENT: Final = "urn:oio:sts:sagdok:dokumentindeks:6"
GENERAL: Final = "urn:oio:sts:generelledefinitioner:6"
COMMON: Final = "urn:oio:sagdok:3.0.0"
NAMES: Final = {"sdi": OPERATION, "sag": CASE, "si": CASE_INDEX, "di": DOCUMENT, "gd": GENERAL, "sd": COMMON}
MEDIA_TYPE: Final = "application/xml"
COURSES: Final = {
    "Opstaaet": "Opstaaet",
    "Oplyst": "Oplyst",
    "Afgjort": "Afgjort",
    "Bestilt": "Afgjort",
    "Udfoert": "Afgjort",
    "Afsluttet": "Afsluttet",
}
"""The course of an OIO case → the four that the index knows."""


@dataclass(frozen=True)
class IndexedDocument:
    """A document. `direction` is "in", "out" or "internal"; `title` None for one that may not be told."""

    id: int
    title: str | None
    direction: str
    at: datetime
    version: int


@dataclass(frozen=True)
class IndexedCase:
    """A case as it stands. `course` is an OIO course; `title`, `kle`, `citizen` None where they may not be told."""

    number: str
    registered_at: datetime
    received_at: datetime
    course: str
    course_since: datetime
    unit: str
    title: str | None = None
    article: str | None = None
    kle: str | None = None
    citizen: int | None = None
    documents: Sequence[IndexedDocument] = ()


def identity(*, source: str, what: str) -> UUID:
    """The id of a thing here in the world outside, from the installation's public address and our own name for it."""
    return uuid5(NAMESPACE_URL, f"{source}/{what}")


def document_of(case: IndexedCase, *, source: str) -> bytes:
    """The import of a case and its documents into the index."""
    root = ET.Element(f"{{{OPERATION}}}ImporterSagDokumentIndeksInput")
    for one in case.documents:
        root.append(_document(one, case, source))
    root.append(_case(case, source))
    return write(root, names=NAMES)


def _case(case: IndexedCase, source: str) -> ET.Element:
    own = _Builder(CASE)
    element = ET.Element(f"{{{OPERATION}}}SagIndeks")
    _text(element, COMMON, "UUIDIdentifikator", str(identity(source=source, what=f"case/{case.number}")))
    registered = _registered(element, CASE, case.registered_at, source)
    about = own.add(own.add(registered, "AttributListe"), "Egenskaber")
    _effect(about, CASE, case.received_at)
    _text(about, CASE, "BrugervendtNoegle", case.number)
    if case.article:
        _text(about, CASE, "HjemmelSpecifikation", case.article[:1_024])
    _text(about, CASE, "Sagsnummer", case.number)
    if case.title:
        _text(about, CASE, "Titel", case.title[:255])
    states = own.add(registered, "TilstandListe")
    for course, since in _courses(case):
        state = own.add(states, "Fremdrift")
        _effect(state, CASE, since)
        _text(state, CASE, "FremdriftStatusKode", course)
    related = own.add(registered, "RelationListe")
    _relation(related, "Sagsaktoer", "Ansvarlig", identity(source=source, what=f"unit/{case.unit}"), case)
    if case.kle:
        _relation(related, "Sagsklasse", "Primaer", f"urn:kle:{case.kle}", case)
    if case.citizen is not None:
        _relation(related, "Sagspart", "Primaer", identity(source=source, what=f"citizen/{case.citizen}"), case)
    for one in case.documents:
        _relation(related, "Journalpost", "Bilag", identity(source=source, what=f"document/{one.id}"), case)
    return element


def _document(one: IndexedDocument, case: IndexedCase, source: str) -> ET.Element:
    own = _Builder(DOCUMENT)
    element = ET.Element(f"{{{OPERATION}}}DokumentIndeks")
    _text(element, COMMON, "UUIDIdentifikator", str(identity(source=source, what=f"document/{one.id}")))
    registered = _registered(element, DOCUMENT, case.registered_at, source)
    about = own.add(own.add(registered, "AttributListe"), "Egenskaber")
    _effect(about, DOCUMENT, one.at)
    _text(about, DOCUMENT, "BrugervendtNoegle", f"{case.number}-{one.id}"[:50])
    if one.title:
        _text(about, DOCUMENT, "Titel", one.title[:255])
    _text(about, DOCUMENT, "BrevDato", one.at.date().isoformat())
    _text(about, DOCUMENT, "VersionIdentifikator", str(one.version))
    _text(about, DOCUMENT, "Dokumentnummer", str(one.id))
    _text(about, DOCUMENT, "Type", {"in": "Brev, indgaaende", "out": "Brev, udgaaende"}.get(one.direction, "Andet"))
    state = own.add(own.add(registered, "TilstandListe"), "Fremdrift")
    _effect(state, DOCUMENT, one.at)
    _text(state, DOCUMENT, "FremdriftStatusKode", "Modtaget" if one.direction == "in" else "Endeligt")
    own.add(registered, "RelationListe")
    return element


def _courses(case: IndexedCase) -> list[tuple[str, datetime]]:
    """A case has arisen before it is anything else."""
    now = COURSES[case.course]
    first = ("Opstaaet", case.received_at)
    return [first] if now == "Opstaaet" else [first, (now, case.course_since)]


@dataclass(frozen=True)
class _Builder:
    space: str

    def add(self, parent: ET.Element, name: str) -> ET.Element:
        return ET.SubElement(parent, f"{{{self.space}}}{name}")


def _registered(parent: ET.Element, space: str, at: datetime, source: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{space}}}Registrering")
    _text(element, COMMON, "Tidspunkt", at.isoformat())
    _text(element, COMMON, "LivscyklusKode", "Importeret")
    user = ET.SubElement(element, f"{{{COMMON}}}BrugerRef")
    _text(user, COMMON, "UUIDIdentifikator", str(identity(source=source, what="system")))
    return element


def _effect(parent: ET.Element, space: str, since: datetime) -> None:
    element = ET.SubElement(parent, f"{{{space}}}Virkning")
    begins = ET.SubElement(element, f"{{{COMMON}}}FraTidspunkt")
    _text(begins, COMMON, "TidsstempelDatoTid", since.isoformat())


def _relation(parent: ET.Element, name: str, role: str, other: "UUID | str", case: IndexedCase) -> None:
    element = ET.SubElement(parent, f"{{{CASE}}}{name}")
    virkning = ET.SubElement(element, f"{{{GENERAL}}}Virkning")
    begins = ET.SubElement(virkning, f"{{{COMMON}}}FraTidspunkt")
    _text(begins, COMMON, "TidsstempelDatoTid", case.received_at.isoformat())
    _id(ET.SubElement(element, f"{{{GENERAL}}}Rolle"), f"urn:rolle:{role.lower()}")
    _id(ET.SubElement(element, f"{{{GENERAL}}}ReferenceID"), other)


def _id(parent: ET.Element, other: "UUID | str") -> None:
    if isinstance(other, UUID):
        _text(parent, COMMON, "UUIDIdentifikator", str(other))
    else:
        _text(parent, COMMON, "URNIdentifikator", other[:255])


def _text(parent: ET.Element, space: str, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{space}}}{name}").text = text
