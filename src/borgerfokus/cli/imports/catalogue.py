"""The kinds of file that can be loaded, and the order in which those of a municipality depend on one another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from borgerfokus.cli.imports import (
    answers,
    cases,
    catalogue_offers,
    citizens,
    codelists,
    offer_columns,
    relations,
    staff,
    units,
)
from borgerfokus.cli.imports.columns import Format
from borgerfokus.cli.imports.work import Job


@dataclass(frozen=True)
class Importer:
    """One kind of file: its columns, and what loads it."""

    layout: Format
    load: Callable[[Job], None]


IMPORTERS: Final[Mapping[str, Importer]] = {
    "kle-subjects": Importer(codelists.KLE_SUBJECTS, codelists.load_kle_subjects),
    "kle-facets": Importer(codelists.KLE_FACETS, codelists.load_kle_facets),
    "ffb": Importer(codelists.FFB, codelists.load_ffb),
    "fsiii": Importer(codelists.FSIII, codelists.load_fsiii),
    "municipalities": Importer(codelists.MUNICIPALITIES, codelists.load_municipalities),
    "organisation": Importer(units.FORMAT, units.load),
    "employees": Importer(staff.EMPLOYEES, staff.load_employees),
    "engagements": Importer(staff.ENGAGEMENTS, staff.load_engagements),
    "responsibilities": Importer(answers.FORMAT, answers.load),
    "offers": Importer(offer_columns.FORMAT, catalogue_offers.load),
    "citizens": Importer(citizens.FORMAT, citizens.load),
    "relations": Importer(relations.FORMAT, relations.load),
    "cases": Importer(cases.FORMAT, cases.load),
}
ORDER: Final = (
    "organisation",
    "employees",
    "engagements",
    "responsibilities",
    "offers",
    "citizens",
    "relations",
    "cases",
)
"""Each may refer to what stands in those before it."""
EDITIONS: Final = frozenset({"kle-subjects", "kle-facets", "ffb", "fsiii", "municipalities"})
"""Those that come in editions."""
