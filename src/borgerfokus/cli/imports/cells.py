"""What may stand in a cell: each function takes the text of a cell and answers with its value, or raises `Wrong`."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from borgerfokus.cli.imports.problems import Wrong
from borgerfokus.core.identity import Cpr, InvalidIdentifier, Kle
from borgerfokus.core.texts import Text

Parse = Callable[[str], object]

_YES: Final = frozenset({"ja", "j", "yes", "y", "true", "sand", "1", "x"})
_NO: Final = frozenset({"nej", "n", "no", "false", "falsk", "0"})
_DATES: Final = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y")
_EARLIEST: Final = date(1850, 1, 1)


def line(longest: int) -> Parse:
    """Text on one line, line breaks and doubled blanks made one blank."""

    def parse(text: str) -> str:
        return _short(" ".join(text.split()), longest)

    return parse


def prose(longest: int) -> Parse:
    """Text that may have several lines."""

    def parse(text: str) -> str:
        return _short(text.replace("\r\n", "\n").replace("\r", "\n").strip(), longest)

    return parse


def pattern(expression: str, wrong: Text, remedy: Text) -> Parse:
    """Text of a fixed form."""
    form = re.compile(expression)

    def parse(text: str) -> str:
        if not form.fullmatch(text):
            raise Wrong(wrong, remedy)
        return text

    return parse


def choice(words: Mapping[str, Text]) -> Parse:
    """One of some values, written as the value or as its Danish or English word."""
    known = {value.casefold(): value for value in words}
    for value, text in words.items():
        known.setdefault(text.da.casefold(), value)
        known.setdefault(text.en.casefold(), value)
    listed = ", ".join(words)

    def parse(text: str) -> str:
        found = known.get(" ".join(text.split()).casefold())
        if found is None:
            raise Wrong(
                Text(da="Værdien kendes ikke.", en="The value is not known."),
                Text(da=f"Skriv en af disse: {listed}.", en=f"Write one of these: {listed}."),
            )
        return found

    return parse


def day(text: str) -> date:
    """A date: 2026-11-21, 21-11-2026, 21.11.2026 or 21/11/2026."""
    for form in _DATES:
        try:
            found = datetime.strptime(text, form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
        if found >= _EARLIEST:
            return found
    raise Wrong(
        Text(da="Det er ikke en dato.", en="This is not a date."),
        Text(da="Skriv datoen som 2026-11-21 eller 21-11-2026.", en="Write the date as 2026-11-21 or 21-11-2026."),
    )


def yes(text: str) -> bool:
    """ja or nej, and the ways in which other systems write them."""
    word = text.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise Wrong(
        Text(da="Det er hverken ja eller nej.", en="This is neither yes nor no."),
        Text(da="Skriv ja eller nej.", en="Write ja or nej."),
    )


def cpr(text: str) -> Cpr:
    """A personal number, with or without hyphen. A spreadsheet that has eaten a leading zero is told."""
    try:
        return Cpr.parse(text)
    except InvalidIdentifier as error:
        raise Wrong(error.text, _CPR) from None


def kle(text: str) -> str:
    """A KLE number of one, two or three pairs of digits: 27, 27.36 or 27.36.12."""
    if re.fullmatch(r"\d{2}(\.\d{2})?", text, flags=re.ASCII):
        return text
    try:
        return Kle(text).subject
    except InvalidIdentifier as error:
        raise Wrong(error.text, _SPREADSHEET) from None


def uuid(text: str) -> UUID:
    """A UUID in its usual form."""
    try:
        return UUID(text)
    except ValueError:
        raise Wrong(
            Text(da="Det er ikke et UUID.", en="This is not a UUID."),
            Text(
                da="Et UUID har 32 tegn i fem grupper med bindestreger imellem.",
                en="A UUID has 32 characters in five groups with hyphens between.",
            ),
        ) from None


def whole(text: str) -> int:
    """A whole number from 0 to 999999."""
    if not re.fullmatch(r"\d{1,6}", text, flags=re.ASCII):
        raise Wrong(
            Text(da="Det er ikke et helt tal.", en="This is not a whole number."),
            Text(da="Skriv kun cifre.", en="Write digits only."),
        )
    return int(text)


def _short(text: str, longest: int) -> str:
    if len(text) > longest:
        raise Wrong(
            Text(
                da=f"Teksten er på {len(text)} tegn; der er plads til {longest}.",
                en=f"The text has {len(text)} characters; there is room for {longest}.",
            ),
            Text(da="Forkort teksten.", en="Shorten the text."),
        )
    return text


_CPR: Final = Text(
    da="Skriv alle ti cifre, også et nul forrest. Regneark fjerner det, hvis kolonnen ikke er tekst.",
    en="Write all ten digits, a zero in front included. Spreadsheets remove it unless the column is text.",
)
_SPREADSHEET: Final = Text(
    da="Et regneark kan have lavet tallet om til en dato: gør kolonnen til tekst, og gem igen.",
    en="A spreadsheet may have made the number a date: make the column text and save again.",
)
_KEY: Final = Text(
    da="Nøglen må kun have små og store bogstaver a-z, cifre, bindestreg og understreg.",
    en="The key may have only letters a-z, digits, hyphens and underscores.",
)

KEY: Final = pattern(
    r"[A-Za-z0-9_-]{1,60}",
    _KEY,
    Text(da="Skriv for eksempel voksenteamet.", en="Write for example voksenteamet."),
)
LOGIN: Final = pattern(
    r"[^\s,;]{1,80}",
    Text(da="Et login er på højst 80 tegn uden mellemrum.", en="A login has at most 80 characters without blanks."),
    Text(
        da="Skriv det navn, som jeres loginløsning sender.",
        en="Write the name that your login solution sends.",
    ),
)
EMAIL: Final = pattern(
    r"(?=.{3,254}$)[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+",
    Text(da="Det er ikke en e-mailadresse.", en="This is not an e-mail address."),
    Text(da="Skriv den som navn@kommune.dk.", en="Write it as name@municipality.dk."),
)
PHONE: Final = pattern(
    r"\+?[0-9 ]{3,19}",
    Text(da="Det er ikke et telefonnummer.", en="This is not a telephone number."),
    Text(da="Skriv cifre og mellemrum, højst 20 tegn.", en="Write digits and blanks, at most 20 characters."),
)
POSTCODE: Final = pattern(
    r"[0-9]{4}",
    Text(da="Et postnummer har fire cifre.", en="A postcode has four digits."),
    Text(da="Skriv også et nul forrest.", en="Write a zero in front too."),
)
MUNICIPALITY: Final = pattern(
    r"[0-9]{4}",
    Text(da="En kommunekode har fire cifre.", en="A municipality code has four digits."),
    Text(da="Skriv også et nul forrest, for eksempel 0155.", en="Write a zero in front too, for example 0155."),
)
FACET: Final = pattern(
    r"[A-ZÆØÅ]([0-9]{2})?",
    Text(
        da="En handlingsfacet er et bogstav og to cifre, for eksempel G01.",
        en="An action facet is a letter and two digits, for example G01.",
    ),
    Text(da="Ret koden.", en="Correct the code."),
)
