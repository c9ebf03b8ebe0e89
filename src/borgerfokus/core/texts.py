"""Text in Danish and English as one value.

A text always carries both languages, so that an English page never falls back to Danish unseen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

LANGUAGES: Final = ("da", "en")


class UnknownLanguage(ValueError):
    """The language asked for is neither Danish nor English."""

    def __init__(self, *, language: str) -> None:
        super().__init__(f"unknown language {language!r}; known are {', '.join(LANGUAGES)}")
        self.language = language


class IncompleteText(ValueError):
    """A text lacks one of its two languages."""


@dataclass(frozen=True, slots=True)
class Text:
    """One message in Danish (`da`) and English (`en`). Raises `IncompleteText` if either is blank."""

    da: str
    en: str

    def __post_init__(self) -> None:
        for language in LANGUAGES:
            value = getattr(self, language)
            if not isinstance(value, str) or not value.strip():
                raise IncompleteText(f"the text lacks its {language!r} form: {self.da!r} / {self.en!r}")

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, object]) -> Self:
        """The text of a TOML table `{ da = "…", en = "…" }`. Raises `IncompleteText` for other keys."""
        if set(mapping) != set(LANGUAGES):
            raise IncompleteText(f"a text has exactly the keys da and en, not {sorted(mapping)}")
        return cls(da=str(mapping["da"]), en=str(mapping["en"]))

    def in_(self, language: str) -> str:
        """The text in `language`: "da", "en", or one of them with a region ("da-DK", "en_gb").

        Raises `UnknownLanguage` for anything else.
        """
        match language.lower().replace("_", "-").partition("-")[0]:
            case "da":
                return self.da
            case "en":
                return self.en
            case _:
                raise UnknownLanguage(language=language)

    def filled(self, **values: str | int | Text) -> Text:
        """The text with each `{name}` replaced in both languages; a `Text` value is put in per language.

        Raises `KeyError` if the text names a value that is not given.
        """
        return Text(
            da=self.da.format(**{k: v.da if isinstance(v, Text) else v for k, v in values.items()}),
            en=self.en.format(**{k: v.en if isinstance(v, Text) else v for k, v in values.items()}),
        )


def typed(text: str, /) -> str:
    """What somebody typed, with line ends of one kind, and without the signs that belong in no text or its ends."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
