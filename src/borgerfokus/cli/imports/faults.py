"""What can be wrong with a file as a whole, in one sentence each, with what to do about it."""

import csv
from collections.abc import Iterable, Sequence

from borgerfokus.cli.imports.columns import Column
from borgerfokus.core.texts import Text

Fault = tuple[Text, Text]


class Unreadable(Exception):
    """A file, or the rest of it, cannot be read: what is wrong, and what to do."""

    def __init__(self, wrong: Text, remedy: Text, *, row: int | None = None, column: str = "") -> None:
        super().__init__(wrong.en)
        self.wrong = wrong
        self.remedy = remedy
        self.row = row
        self.column = column


_SAVE_AS_CSV = Text(
    da="Gem den fra regnearket som »CSV UTF-8«, og prøv igen.",
    en="Save it from the spreadsheet as “CSV UTF-8” and try again.",
)

NO_FILE: Fault = (
    Text(da="Filen findes ikke, eller det er ikke en fil.", en="The file does not exist, or it is not a file."),
    Text(da="Se efter navnet og mappen.", en="Check its name and folder."),
)
NOT_READABLE: Fault = (
    Text(da="Filen kan ikke læses.", en="The file cannot be read."),
    Text(da="Giv brugeren læseadgang til den.", en="Give the user read access to it."),
)
EMPTY: Fault = (Text(da="Filen er tom.", en="The file is empty."), _SAVE_AS_CSV)
BINARY: Fault = (
    Text(
        da="Filen er ikke tekst i UTF-8 eller Windows-1252: der er tegn i den, som ingen tekst har.",
        en="The file is not text in UTF-8 or Windows-1252: it has characters that no text has.",
    ),
    _SAVE_AS_CSV,
)
UTF16: Fault = (
    Text(da="Filen er gemt som Unicode-tekst (UTF-16).", en="The file was saved as Unicode text (UTF-16)."),
    _SAVE_AS_CSV,
)
SPREADSHEET: Fault = (
    Text(da="Filen er et regneark eller et arkiv, ikke CSV.", en="The file is a spreadsheet or an archive, not CSV."),
    _SAVE_AS_CSV,
)
DOUBLE_COLUMN: Fault = (
    Text(da="Kolonnen står der to gange.", en="The column is there twice."),
    Text(da="Slet den ene.", en="Delete one of them."),
)
EMPTY_CELL: Fault = (
    Text(da="Feltet er tomt.", en="The cell is empty."),
    Text(da="Kolonnen skal være udfyldt i alle rækker.", en="The column must be filled in in every row."),
)


def too_big(most: int) -> Fault:
    """The file has more bytes than are taken."""
    return (
        Text(da=f"Filen fylder over {most // 1_000_000} MB.", en=f"The file is over {most // 1_000_000} MB."),
        Text(da="Del den i flere filer.", en="Split it into several files."),
    )


def too_many_rows(most: int) -> Fault:
    """The file has more rows than are taken."""
    return (
        Text(da=f"Filen har over {most} rækker.", en=f"The file has over {most} rows."),
        Text(da="Del den i flere filer.", en="Split it into several files."),
    )


def too_many_columns(most: int) -> Fault:
    """A row has more columns than are taken."""
    return (
        Text(da=f"Rækken har over {most} kolonner.", en=f"The row has over {most} columns."),
        Text(da="Slet tomme kolonner, og se efter skilletegnet.", en="Delete empty columns and check the delimiter."),
    )


def wrong_count(got: int, wanted: int) -> Fault:
    """A row has more or fewer cells than there are headings."""
    return (
        Text(
            da=f"Rækken har {got} felter, men der er {wanted} overskrifter.",
            en=f"The row has {got} cells, but there are {wanted} headings.",
        ),
        Text(
            da="Sæt anførselstegn om felter, der indeholder skilletegnet.",
            en="Put quotation marks around cells that contain the delimiter.",
        ),
    )


def unknown_column(heading: str, near: Sequence[str], columns: Iterable[Column]) -> Fault:
    """A heading that the format does not have."""
    listed = ", ".join(column.name for column in columns)
    guess_da = f"Mente du »{near[0]}«? " if near else ""
    guess_en = f"Did you mean “{near[0]}”? " if near else ""
    return (
        Text(da=f"Overskriften »{heading}« kendes ikke.", en=f"The heading “{heading}” is not known."),
        Text(da=f"{guess_da}Kolonnerne er: {listed}.", en=f"{guess_en}The columns are: {listed}."),
    )


def missing_columns(names: Sequence[str]) -> Fault:
    """Headings that must be there and are not."""
    listed = ", ".join(names)
    return (
        Text(da=f"Disse kolonner mangler: {listed}.", en=f"These columns are missing: {listed}."),
        Text(
            da="Første række skal være overskrifterne. Se skabelonen: borgerfokus import --templates MAPPE.",
            en="The first row must be the headings. See the template: borgerfokus import --templates FOLDER.",
        ),
    )


def of_csv(error: csv.Error, longest: int) -> Fault:
    """What the csv module refuses: a cell without an end, or quotation marks in the wrong place."""
    if "field larger" in str(error):
        return (
            Text(da=f"Et felt er på over {longest} tegn.", en=f"A cell has over {longest} characters."),
            _QUOTES,
        )
    return (
        Text(da="Anførselstegnene passer ikke sammen.", en="The quotation marks do not match."),
        _QUOTES,
    )


_QUOTES = Text(
    da="Se efter, om et anførselstegn mangler; inde i et felt skrives det to gange.",
    en="See whether a quotation mark is missing; inside a cell it is written twice.",
)
