"""What a check of a file can answer, with a text for whoever uploaded it that says what to do instead."""

from dataclasses import dataclass
from typing import Final

from borgerfokus.core.texts import Text


@dataclass(frozen=True)
class FileRefused:
    """A file that is not taken in, or not shown. `code` is stable; `text` says why and what to do."""

    code: str
    text: Text


EMPTY: Final = FileRefused(
    "empty",
    Text(da="Filen er tom. Vælg filen igen.", en="The file is empty. Please choose the file again."),
)
TOO_LARGE: Final = FileRefused(
    "too_large",
    Text(
        da="Filen fylder mere end 20 MB. Del den op, eller gem billederne i en mindre størrelse.",
        en="The file is larger than 20 MB. Split it, or save the pictures in a smaller size.",
    ),
)
UNKNOWN_KIND: Final = FileRefused(
    "unknown_kind",
    Text(
        da="Vi kan ikke tage imod denne slags fil. Brug PDF, JPG, PNG, HEIC, Word (.docx), Excel (.xlsx) "
        "eller tekst (.txt).",
        en="We cannot accept this kind of file. Use PDF, JPG, PNG, HEIC, Word (.docx), Excel (.xlsx) or text (.txt).",
    ),
)
OLD_OFFICE: Final = FileRefused(
    "old_office",
    Text(
        da="Filen er gemt i et ældre Office-format eller med adgangskode. Gem den som .docx, .xlsx eller PDF "
        "uden adgangskode.",
        en="The file is in an older Office format or has a password. Save it as .docx, .xlsx or PDF without one.",
    ),
)
MACRO: Final = FileRefused(
    "macro",
    Text(
        da="Filen indeholder en makro. Gem den uden makro, eller gem den som PDF.",
        en="The file contains a macro. Save it without the macro, or save it as PDF.",
    ),
)
EMBEDDED: Final = FileRefused(
    "embedded",
    Text(
        da="Filen indeholder andre filer eller henter indhold udefra. Gem den som PDF.",
        en="The file contains other files, or fetches content from elsewhere. Save it as PDF.",
    ),
)
BOMB: Final = FileRefused(
    "bomb",
    Text(
        da="Filen fylder for meget, når den pakkes ud. Gem den som PDF.",
        en="The file becomes too large when it is unpacked. Save it as PDF.",
    ),
)
DAMAGED: Final = FileRefused(
    "damaged",
    Text(
        da="Filen er beskadiget og kan ikke åbnes. Gem den igen, og prøv på ny.",
        en="The file is damaged and cannot be opened. Save it again and retry.",
    ),
)
MALICIOUS: Final = FileRefused(
    "malicious",
    Text(
        da="Filen kan ikke åbnes: Der er fundet skadeligt indhold i den. Bed om at få den sendt igen.",
        en="The file cannot be opened: malicious content was found in it. Ask for it to be sent again.",
    ),
)
BEING_CHECKED: Final = FileRefused(
    "being_checked",
    Text(
        da="Filen er modtaget og bliver undersøgt. Den kan åbnes, når det er gjort.",
        en="The file has been received and is being checked. It can be opened when that is done.",
    ),
)
UNCHECKED: Final = FileRefused(
    "unchecked",
    Text(
        da="Filen er ikke undersøgt for skadeligt indhold. Åbn den kun, hvis du ved, hvem den kommer fra.",
        en="The file has not been checked for malicious content. Open it only if you know who sent it.",
    ),
)
"""The one that staff may go past, with `acknowledged=True`, after a page that shows this text."""
