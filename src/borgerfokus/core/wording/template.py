"""A letter's texts by part, both languages, with `{placeholders}`; and the municipality's own texts laid over them.

A part may be locked: it is shown and cannot be changed, for it is made from the law (the guidance on appeal,
forvaltningsloven § 25). A placeholder may be owed: without it the letter would not say what the law asks it to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text

LONGEST = 4_000
"""Letters in one part."""


@dataclass(frozen=True)
class Part:
    """One part of a letter with its packaged text. A locked one is shown and never changed."""

    name: str
    title: Text
    text: Text
    locked: bool = False


@dataclass(frozen=True)
class Draft:
    """What somebody has written for one part; either language may still be empty."""

    da: str
    en: str

    @property
    def text(self) -> Text:
        """Raises IncompleteText while a language is empty."""
        return Text(da=self.da, en=self.en)


@dataclass(frozen=True)
class Template:
    """One letter. `placeholders` maps each name to a sample of what is put in; `owed` some of them to the article.

    `case_type` is empty for a letter of every case type.
    """

    key: str
    group: str
    title: Text
    parts: tuple[Part, ...]
    placeholders: Mapping[str, Text]
    owed: Mapping[str, str]
    case_type: str = ""

    def part(self, name: str) -> Part:
        """Raises KeyError for a part that the letter does not have."""
        for one in self.parts:
            if one.name == name:
                return one
        raise KeyError(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingFault(Refusal):
    """What is to be mended in one part, in one language; `part` is empty when it is about the whole letter."""

    part: str = ""
    language: str = ""


def check(*, template: Template, parts: Mapping[str, Draft]) -> tuple[WordingFault, ...]:
    """What keeps these texts, laid over the template, from being used; empty when they may be."""
    faults: list[WordingFault] = []
    for name, text in parts.items():
        try:
            part = template.part(name)
        except KeyError:
            faults.append(_fault("unknown_part", part=name))
            continue
        faults += _of_part(template, part, text)
    if not faults:
        faults += _owed(template, overlaid(template=template, parts={key: one.text for key, one in parts.items()}))
    return tuple(faults)


def overlaid(*, template: Template, parts: Mapping[str, Text]) -> dict[str, Text]:
    """Each part's text, the municipality's own where it has one. A locked part stays as it is."""
    return {one.name: one.text if one.locked else parts.get(one.name, one.text) for one in template.parts}


def filled(*, text: str, values: Mapping[str, str], gap: str = "…") -> str:
    """The text with its placeholders filled in; `gap` for what is not known."""
    return text.format_map(_Known(values, gap)).strip()


def placeholders_of(*, text: str) -> frozenset[str]:
    """The names that a text asks for. Raises ValueError when its braces do not match."""
    found = set()
    for _, name, form, conversion in Formatter().parse(text):
        if name is None:
            continue
        if not name.isidentifier() or form or conversion:
            raise ValueError(name)
        found.add(name)
    return frozenset(found)


class _Known(dict[str, str]):
    def __init__(self, values: Mapping[str, str], gap: str) -> None:
        super().__init__({name: value.strip() or gap for name, value in values.items()})
        self.gap = gap

    def __missing__(self, _name: str) -> str:
        return self.gap


def _of_part(template: Template, part: Part, text: Draft) -> list[WordingFault]:
    if part.locked:
        return [_fault("locked", part=part.name, title=part.title)]
    found: list[WordingFault] = []
    names: dict[str, frozenset[str]] = {}
    for language, words in (("da", text.da), ("en", text.en)):
        if not words.strip():
            found.append(_fault("empty", part=part.name, language=language, title=part.title))
        if len(words) > LONGEST:
            found.append(_fault("too_long", part=part.name, language=language, title=part.title))
        try:
            names[language] = placeholders_of(text=words)
        except ValueError:
            found.append(_fault("braces", part=part.name, language=language, title=part.title))
            continue
        found += [
            _fault("unknown_placeholder", part=part.name, language=language, title=part.title, name=name)
            for name in sorted(names[language] - set(template.placeholders))
        ]
    if not found and names["da"] != names["en"]:
        name = min(names["da"] ^ names["en"])
        found.append(_fault("one_language_only", part=part.name, title=part.title, name=name))
    return found


def _owed(template: Template, texts: Mapping[str, Text]) -> list[WordingFault]:
    there = {name for text in texts.values() for name in placeholders_of(text=text.da)}
    return [
        _fault("owed", article=article, name=name) for name, article in template.owed.items() if name not in there
    ]


def _fault(
    code: str, *, part: str = "", language: str = "", article: str = "", title: Text | None = None, name: str = ""
) -> WordingFault:
    text = _TEXTS[code].filled(title=title or Text(da=part or name, en=part or name), name=name)
    return WordingFault(code=f"wording.{code}", text=text, article=article, part=part, language=language)


_TEXTS = {
    "unknown_part": Text(da="Brevet har ikke delen »{title}«.", en="The letter has no part “{title}”."),
    "locked": Text(
        da="»{title}« kan ikke ændres: den skal stå i brevet.", en="“{title}” must stand in the letter as it is."
    ),
    "empty": Text(da="Skriv »{title}« på begge sprog.", en="Write “{title}” in both languages."),
    "too_long": Text(da="»{title}« er for lang.", en="“{title}” is too long."),
    "braces": Text(
        da="»{title}« har en tuborgparentes, der ikke passer. Skriv felter som {{navn}}.",
        en="“{title}” has a brace that does not match. Write fields as {{name}}.",
    ),
    "unknown_placeholder": Text(
        da="»{title}« bruger feltet »{name}«, som brevet ikke kender. Vælg et af felterne på listen.",
        en="“{title}” uses the field “{name}”, which the letter does not know. Choose one from the list.",
    ),
    "one_language_only": Text(
        da="»{title}« bruger feltet »{name}« på det ene sprog alene.",
        en="“{title}” uses the field “{name}” in one language only.",
    ),
    "owed": Text(da="Feltet »{name}« skal stå i brevet.", en="The field “{name}” must stand in the letter."),
}
