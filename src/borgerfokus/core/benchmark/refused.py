"""Why a file from outside is not read: not a row of it is kept."""

from borgerfokus.core.texts import Text


class Unusable(ValueError):
    """The file cannot be used; `text` says why, and what to do."""

    def __init__(self, *, da: str, en: str) -> None:
        self.text = Text(da=da, en=en)
        super().__init__(en)


def at_row(row: int, *, da: str, en: str) -> Unusable:
    """What is wrong with a row, by its number in the file: the headings are row 1."""
    return Unusable(da=f"Række {row}: {da}", en=f"Row {row}: {en}")


def too_big(most: int) -> Unusable:
    """The file has more than so many bytes."""
    return Unusable(
        da=f"Filen fylder mere end {most // 1_000_000} MB. Vælg færre værdier i Statistikbanken.",
        en=f"The file is larger than {most // 1_000_000} MB. Choose fewer values in the StatBank.",
    )


def too_many_rows(most: int) -> Unusable:
    """The file has more than so many rows."""
    return Unusable(da=f"Filen har mere end {most} rækker.", en=f"The file has more than {most} rows.")


def not_text() -> Unusable:
    """The file is a spreadsheet or no text at all."""
    return Unusable(
        da="Filen er ikke en CSV-fil. Hent den som »CSV« i Statistikbanken, ikke som regneark.",
        en="The file is no CSV file. Fetch it as “CSV” from the StatBank, not as a spreadsheet.",
    )


def not_semicolons() -> Unusable:
    """The headings are one column."""
    return Unusable(
        da="Filen har ikke semikolon mellem kolonnerne, som Danmarks Statistik skriver dem.",
        en="The file has no semicolons between its columns, as Statistics Denmark writes them.",
    )


def no_rows() -> Unusable:
    """There are headings at most."""
    return Unusable(da="Filen har ingen rækker med tal.", en="The file has no rows of figures.")
