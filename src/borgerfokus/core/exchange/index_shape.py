"""The structure of the case and document index (KOMBIT SF1470, version 6), as far as we write it.

After the published schemas of the import: which elements in which order, how often, how long and with which words.
"""

from collections.abc import Sequence
from typing import Final

from borgerfokus.core.exchange.index import CASE, COMMON, DOCUMENT, GENERAL, OPERATION
from borgerfokus.core.exchange.structure import MANY, Child, Shape

_UUID = Shape(pattern=r"[a-fA-F0-9]{8}(-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}")
_MOMENT = Shape(pattern=r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?")


def _line(longest: int, shortest: int = 0) -> Shape:
    return Shape(pattern=rf"(?s).{{{shortest},{longest}}}")


_ANY_ID = Shape(
    (Child(f"{{{COMMON}}}UUIDIdentifikator", _UUID), Child(f"{{{COMMON}}}URNIdentifikator", _line(255))), choice=True
)
_TIME = Shape(
    (
        Child(f"{{{COMMON}}}TidsstempelDatoTid", _MOMENT),
        Child(f"{{{COMMON}}}GraenseIndikator", Shape(pattern="true")),
    ),
    choice=True,
)
_EFFECT = Shape(
    (
        Child(f"{{{COMMON}}}FraTidspunkt", _TIME),
        Child(f"{{{COMMON}}}TilTidspunkt", _TIME),
        Child(f"{{{COMMON}}}AktoerRef", _ANY_ID),
        Child(f"{{{COMMON}}}NoteTekst", _line(1_024)),
    )
)
_RELATION = Shape(
    (
        Child(f"{{{GENERAL}}}Virkning", _EFFECT),
        Child(f"{{{GENERAL}}}Rolle", _ANY_ID),
        Child(f"{{{GENERAL}}}Type", _ANY_ID),
        Child(f"{{{GENERAL}}}Indeks", _line(36)),
        Child(f"{{{GENERAL}}}ReferenceID", _ANY_ID),
    )
)
_COUNT = Shape(pattern=r"[+-]?[0-9]+")
_DAY = Shape(pattern=r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _thing(space: str, about: Shape, courses: str, relations: Sequence[str]) -> Shape:
    state = Shape(
        (Child(f"{{{space}}}Virkning", _EFFECT), Child(f"{{{space}}}FremdriftStatusKode", Shape(pattern=courses)))
    )
    lists = (
        Child(f"{{{space}}}AttributListe", Shape((Child(f"{{{space}}}Egenskaber", about, most=MANY),)), 1),
        Child(f"{{{space}}}TilstandListe", Shape((Child(f"{{{space}}}Fremdrift", state, most=MANY),)), 1),
        Child(
            f"{{{space}}}RelationListe",
            Shape(tuple(Child(f"{{{space}}}{name}", _RELATION, most=MANY) for name in relations)),
            1,
        ),
    )
    registered = Shape(
        (
            Child(f"{{{COMMON}}}NoteTekst", _line(1_024)),
            Child(f"{{{COMMON}}}Tidspunkt", _MOMENT),
            Child(f"{{{COMMON}}}LivscyklusKode", Shape(pattern="Opstaaet|Importeret|Passiveret|Slettet|Rettet")),
            Child(f"{{{COMMON}}}BrugerRef", _ANY_ID),
            Child(f"{{{GENERAL}}}StsTidspunkt", _MOMENT),
            *lists,
        )
    )
    return Shape(
        (
            Child(f"{{{COMMON}}}UUIDIdentifikator", _UUID, 1),
            Child(f"{{{space}}}Registrering", registered, 1, MANY),
        )
    )


def _about(space: str, fields: Sequence[tuple[str, Shape]]) -> Shape:
    return Shape((Child(f"{{{space}}}Virkning", _EFFECT), *(Child(f"{{{space}}}{name}", one) for name, one in fields)))


_ABOUT_CASE = _about(
    CASE,
    (
        ("BrugervendtNoegle", _line(50)),
        ("AfleveretIndikator", Shape(pattern="true|false|0|1")),
        ("Beskrivelse", _line(4_096)),
        ("HjemmelSpecifikation", _line(1_024)),
        ("Kassationskode", _line(50)),
        ("PrincipielIndikator", Shape(pattern="true|false|0|1")),
        ("Sagsnummer", _line(50, 1)),
        ("Titel", _line(255, 1)),
    ),
)
_ABOUT_DOCUMENT = _about(
    DOCUMENT,
    (
        ("BrugervendtNoegle", _line(50)),
        ("Titel", _line(255, 1)),
        ("Beskrivelse", _line(4_096)),
        ("BrevDato", _DAY),
        ("VersionIdentifikator", _COUNT),
        ("UnderversionIdentifikator", _COUNT),
        ("Kassationskode", _line(50)),
        ("Dokumentnummer", _line(50, 1)),
        (
            "Type",
            Shape(
                pattern="Faktura|Brev, indgaaende|Brev, udgaaende|Brev|Internt Notat|Eksternt Notat|Rapport|Dagsorden"
                "|Plan|Andet"
            ),
        ),
    ),
)
_CASE_RELATIONS = ("Sagsaktoer", "Sagsklasse", "Sagspart", "Sagsrelation", "Sagsgenstande", "Journalpost")
_DOCUMENT_RELATIONS = ("Dokumentrelation", "Dokumentaktoer", "Dokumentpart", "Dokumentklasse")
SHAPE: Final = Shape(
    (
        Child(
            f"{{{OPERATION}}}DokumentIndeks",
            _thing(
                DOCUMENT,
                _ABOUT_DOCUMENT,
                "Modtaget|Fordelt|Underudarbejdelse|Underreview|Publiceret|Endeligt|Afleveret",
                _DOCUMENT_RELATIONS,
            ),
            most=MANY,
        ),
        Child(
            f"{{{OPERATION}}}SagIndeks",
            _thing(CASE, _ABOUT_CASE, "Opstaaet|Oplyst|Afgjort|Afsluttet", _CASE_RELATIONS),
            most=MANY,
        ),
    )
)
"""The structure of an import, as far as we write it."""
