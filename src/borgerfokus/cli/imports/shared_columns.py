"""Columns that several kinds of file have."""

from borgerfokus.cli.imports import cells
from borgerfokus.cli.imports.columns import Column
from borgerfokus.core.texts import Text

STARTS = Column(
    name="from",
    parse=cells.day,
    guide=Text(da="Første dag, det gælder.", en="First day on which it holds."),
    example="2026-01-01",
    required=True,
    also=("fra", "starts"),
)
ENDS = Column(
    name="to",
    parse=cells.day,
    guide=Text(
        da="Første dag, det ikke længere gælder; tom, så længe det varer.",
        en="First day on which it no longer holds; empty while it lasts.",
    ),
    also=("til", "ends"),
)


def phone(guide: Text, *, personal: bool = False) -> Column:
    """A telephone number."""
    return Column(
        name="phone", parse=cells.PHONE, guide=guide, example="09 90 00 01", personal=personal, also=("telefon",)
    )


def unit(guide: Text, *, required: bool = True) -> Column:
    """The key of a unit."""
    return Column(
        name="unit", parse=cells.KEY, guide=guide, example="voksenteamet", required=required, also=("enhed",)
    )


def cpr(name: str, guide: Text, *, example: str, also: tuple[str, ...] = ()) -> Column:
    """A personal number. Never shown in a report."""
    return Column(
        name=name, parse=cells.cpr, guide=guide, example=example, required=True, personal=True, also=also
    )
