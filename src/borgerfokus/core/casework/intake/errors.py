"""What can be wrong with an answer, in both languages; each says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from borgerfokus.core.casework.casetype import FieldKind
from borgerfokus.core.texts import Text


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one answer; `text` says what to do. `field` is its key, also when the form lacks it.

    In a group it is the group, the number of the row from 1 and the key: "children.2.born".
    """

    field: str
    code: str
    text: Text


def error(*, field: str, code: str, **values: int) -> FieldError:
    """An error of a kind that is known here, e.g. a file that is not there ("unknown_file")."""
    return FieldError(field=field, code=code, text=_SAID[code].filled(**values))


def missing(*, field: str, kind: FieldKind) -> FieldError:
    """A question that must be answered is not."""
    return error(field=field, code=_MISSING.get(kind, "missing"))


_MISSING: Final = {
    FieldKind.CHOICE: "choose",
    FieldKind.CHOICES: "choose_some",
    FieldKind.YES_NO: "choose",
    FieldKind.FILE: "send_file",
    FieldKind.DATE: "not_a_date",
    FieldKind.NUMBER: "not_a_number",
    FieldKind.GROUP: "add_one",
}
_SAID: Final = {
    "missing": Text(da="Skriv et svar. Det må gerne være kort.", en="Write an answer. It may be short."),
    "choose": Text(da="Vælg et af svarene.", en="Choose one of the answers."),
    "choose_some": Text(da="Vælg mindst ét af svarene.", en="Choose at least one of the answers."),
    "send_file": Text(
        da="Vælg en fil på din telefon eller computer.", en="Choose a file on your phone or computer."
    ),
    "not_text": Text(da="Skriv svaret som tekst.", en="Write the answer as text."),
    "too_long": Text(
        da="Gør teksten kortere. Der er plads til {longest} tegn, og du har skrevet {signs}.",
        en="Make the text shorter. There is room for {longest} characters, and you have written {signs}.",
    ),
    "not_a_choice": Text(
        da="Vælg et af de svar, der står på listen.", en="Choose one of the answers on the list."
    ),
    "not_a_date": Text(
        da="Skriv datoen som dag, måned og år, for eksempel 21-11-2026.",
        en="Write the date as day, month and year, for example 21-11-2026.",
    ),
    "not_a_number": Text(
        da="Skriv et tal, for eksempel 12 eller 1.250,50.", en="Write a number, for example 12 or 1250.50."
    ),
    "unknown_file": Text(
        da="Filen er her ikke længere. Vælg den igen.", en="The file is no longer here. Choose it again."
    ),
    "too_many_files": Text(
        da="Send højst {most} filer her. Du kan sende flere bagefter på din side.",
        en="Send at most {most} files here. You can send more afterwards on your page.",
    ),
    "add_one": Text(
        da="Tilføj mindst én, og svar på spørgsmålene.", en="Add at least one, and answer the questions."
    ),
    "not_rows": Text(
        da="Svaret skal være en liste med én række for hver.", en="The answer must be a list with a row for each."
    ),
    "too_many_rows": Text(
        da="Der er plads til højst {most}. Skriv resten i et af de andre svar.",
        en="There is room for at most {most}. Write the rest in one of the other answers.",
    ),
    "unknown_field": Text(
        da="Skemaet har ikke det spørgsmål. Genindlæs siden; det, du har skrevet, er gemt.",
        en="The form has no such question. Reload the page; what you have written is saved.",
    ),
}
