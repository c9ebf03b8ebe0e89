"""Rows to import: a right one of each kind, changed by keyword."""

ADULT = "741192-4321"
CHILD = "710815-4322"


def unit(**given: str) -> dict[str, str]:
    """A team of its own, at the top."""
    return {
        "key": "stoetteteamet",
        "name": "Støtteteamet",
        "name_en": "Support team",
        "kind": "team",
        "parent": "",
        "phone": "09 90 00 01",
        "hours": "Mandag til fredag kl. 9-14",
        "from": "2024-01-01",
        "to": "",
        **_named(given),
    }


def employee(**given: str) -> dict[str, str]:
    """A caseworker."""
    return {
        "login": "karhol",
        "name": "Karen Holm",
        "initials": "",
        "title": "Socialrådgiver",
        "phone": "09 90 00 02",
        "email": "karen.holm@kommune.example",
        **_named(given),
    }


def engagement(**given: str) -> dict[str, str]:
    """The caseworker in the team."""
    return {
        "login": "karhol",
        "unit": "voksenteamet",
        "role": "caseworker",
        "leads": "nej",
        "from": "2024-01-01",
        "to": "",
        **_named(given),
    }


def responsibility(**given: str) -> dict[str, str]:
    """A section of an act that the team answers for."""
    return {
        "unit": "voksenteamet",
        "case_type": "",
        "paragraph": "SEL § 97",
        "kind": "responsible",
        "agreement": "",
        "from": "2024-01-01",
        "to": "",
        **_named(given),
    }


def citizen(**given: str) -> dict[str, str]:
    """A citizen with an address. The number is a replacement number."""
    return {
        "cpr": ADULT,
        "given": "Mads",
        "family": "Ellekjær",
        "protected": "nej",
        "interpreter": "",
        "exempt": "nej",
        "phone": "09 80 00 01",
        "email": "mads@post.example",
        "street": "Havnegade 12, 2. tv.",
        "postcode": "9999",
        "city": "Fjordby",
        "municipality": "9990",
        "moved_in": "2020-05-01",
        **_named(given),
    }


def relation(**given: str) -> dict[str, str]:
    """The adult is the child's parent, with custody."""
    return {
        "cpr": CHILD,
        "other_cpr": ADULT,
        "kind": "parent",
        "custody": "ja",
        "from": "2015-08-11",
        "to": "",
        **_named(given),
    }


def case(**given: str) -> dict[str, str]:
    """A running case that is being informed."""
    return {
        "old_number": "27.36.12-G01-15-26",
        "type": "sel-85",
        "cpr": ADULT,
        "unit": "voksenteamet",
        "caseworker": "",
        "source": "phone",
        "need": "Jeg har brug for hjælp til at få åbnet min post.",
        "received": "2026-10-05",
        "phase": "information",
        "waiting_for": "",
        "waiting_on": "",
        "waiting_since": "",
        "answer_by": "",
        "outcome": "",
        "decided": "",
        "promised": "",
        "follow_up": "",
        "discharged": "",
        "note": "",
        **_named(given),
    }


def _named(given: dict[str, str]) -> dict[str, str]:
    """`from_` stands for the column `from`, which is a word of the language."""
    return {name.rstrip("_"): value for name, value in given.items()}
