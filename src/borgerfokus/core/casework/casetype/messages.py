"""The errors a document can have, in Danish and English. Each says what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from borgerfokus.core.casework.casetype.errors import ConfigurationError
from borgerfokus.core.texts import Text

TABLE: Final = Text(da="en tabel med felter", en="a table with fields")
LIST: Final = Text(da="en liste i kantede parenteser", en="a list in square brackets")
TEXT: Final = Text(
    da='en tekst på begge sprog: { da = "…", en = "…" }',
    en='a text in both languages: { da = "…", en = "…" }',
)
PERIOD: Final = Text(
    da="en periode: { from = 2026-01-01 }, eventuelt med to",
    en="a period: { from = 2026-01-01 }, optionally with to",
)
PLAIN: Final = {
    str: Text(da='en tekst i anførselstegn: "…"', en='a string in quotes: "…"'),
    int: Text(da="et helt tal uden anførselstegn", en="a whole number without quotes"),
    bool: Text(da="true eller false", en="true or false"),
    date: Text(da="en dato: 2026-11-21", en="a date: 2026-11-21"),
}


def not_toml(reason: str) -> ConfigurationError:
    return _error(
        "not_toml",
        "",
        da=f"Dokumentet kan ikke læses som TOML ({reason}). Ret linjen, og prøv igen.",
        en=f"The document cannot be read as TOML ({reason}). Mend the line and try again.",
    )


def missing(path: str) -> ConfigurationError:
    return _error(
        "missing",
        path,
        da=f"Feltet {path} mangler. Skriv det ind; det skal altid være der.",
        en=f"The field {path} is missing. Write it in; it is always required.",
    )


def empty(path: str) -> ConfigurationError:
    return _error(
        "empty",
        path,
        da=f"Feltet {path} er tomt. Udfyld det, eller fjern linjen, hvis feltet er frivilligt.",
        en=f"The field {path} is empty. Fill it in, or remove the line if the field is optional.",
    )


def unknown_name(path: str, known: Iterable[str]) -> ConfigurationError:
    names = ", ".join(known)
    return _error(
        "unknown_name",
        path,
        da=f"Feltet {path} findes ikke. Ret navnet til et af disse, eller fjern det: {names}.",
        en=f"There is no field {path}. Change the name to one of these, or remove it: {names}.",
    )


def wrong_kind(path: str, expected: Text) -> ConfigurationError:
    return _error(
        "wrong_kind",
        path,
        da=f"{path or 'Dokumentet'} skal være {expected.da}.",
        en=f"{path or 'The document'} must be {expected.en}.",
    )


def incomplete_text(path: str) -> ConfigurationError:
    return _error(
        "incomplete_text",
        path,
        da=f"{path} mangler et sprog. Skriv både da og en, og ikke andet.",
        en=f"{path} lacks a language. Write both da and en, and nothing else.",
    )


def empty_period(path: str) -> ConfigurationError:
    return _error(
        "empty_period",
        path,
        da=f"{path} slutter, før den begynder. Sæt to til den første dag, der ikke er med.",
        en=f"{path} ends before it starts. Set to to the first day that is not included.",
    )


def unknown_word(path: str, value: str, words: Iterable[str]) -> ConfigurationError:
    listed = ", ".join(words)
    return _error(
        "unknown_word",
        path,
        da=f"»{value}« kan ikke bruges i {path}. Vælg et af: {listed}.",
        en=f"“{value}” cannot be used in {path}. Choose one of: {listed}.",
    )


def duplicate(path: str, key: str) -> ConfigurationError:
    return _error(
        "duplicate",
        path,
        da=f"Nøglen »{key}« bruges mere end én gang. Giv {path} sin egen nøgle.",
        en=f"The key “{key}” is used more than once. Give {path} a key of its own.",
    )


def bad_format(path: str, example: str) -> ConfigurationError:
    return _error(
        "bad_format",
        path,
        da=f"{path} har ikke den rigtige form. Skriv det som {example}.",
        en=f"{path} does not have the right form. Write it as {example}.",
    )


def too_small(path: str) -> ConfigurationError:
    return _error("too_small", path, da=f"{path} skal være 1 eller mere.", en=f"{path} must be 1 or more.")


def empty_list(path: str) -> ConfigurationError:
    return _error(
        "empty_list",
        path,
        da=f"Listen {path} er tom. Skriv mindst én ind.",
        en=f"The list {path} is empty. Write at least one.",
    )


def unknown_field_reference(path: str, key: str) -> ConfigurationError:
    return _error(
        "unknown_field_reference",
        path,
        da=f"{path} peger på feltet »{key}«, som ikke står tidligere i ansøgningen. Ret nøglen.",
        en=f"{path} points to the field “{key}”, which is not asked earlier in the form. Mend the key.",
    )


def unknown_answer(path: str, answer: str) -> ConfigurationError:
    return _error(
        "unknown_answer",
        path,
        da=f"{path} venter på svaret »{answer}«, som ingen kan give. Brug en af feltets valgmuligheder.",
        en=f"{path} waits for the answer “{answer}”, which nobody can give. Use one of the field's choices.",
    )


def choices_needed(path: str) -> ConfigurationError:
    return _error(
        "choices_needed",
        path,
        da=f"{path} er et valg og skal have mindst to choices.",
        en=f"{path} is a choice and needs at least two choices.",
    )


def choices_unused(path: str) -> ConfigurationError:
    return _error(
        "choices_unused",
        path,
        da=f"{path} har choices, men feltet er ikke et valg. Fjern dem, eller brug kind choice.",
        en=f"{path} has choices, but the field is not a choice. Remove them, or use kind choice.",
    )


def group_incomplete(path: str) -> ConfigurationError:
    return _error(
        "group_incomplete",
        path,
        da=f"{path} er en gruppe. Skriv spørgsmålene i fields, og hvad én af dem hedder, i row.",
        en=f"{path} is a group. Write the questions in fields, and what one of them is called in row.",
    )


def group_unused(path: str) -> ConfigurationError:
    return _error(
        "group_unused",
        path,
        da=f'{path} er ikke en gruppe. Fjern fields, row og most, eller skriv kind = "group".',
        en=f'{path} is not a group. Remove fields, row and most, or write kind = "group".',
    )


def not_in_a_group(path: str) -> ConfigurationError:
    return _error(
        "not_in_a_group",
        path,
        da=f"{path}: en ny gruppe kan ikke stå i en gruppe. Stil spørgsmålet efter gruppen.",
        en=f"{path}: another group cannot stand in a group. Ask the question after the group.",
    )


def prefill_unused(path: str) -> ConfigurationError:
    return _error(
        "prefill_unused",
        path,
        da=f"{path}.prefill kan ikke bruges til den slags svar. Fjern linjen, eller skift kind.",
        en=f"{path}.prefill cannot be used for this kind of answer. Remove the line, or change kind.",
    )


def unknown_placeholder(path: str, name: str, known: Iterable[str]) -> ConfigurationError:
    listed = ", ".join(f"{{{word}}}" for word in known)
    return _error(
        "unknown_placeholder",
        path,
        da=f"{path} bruger {{{name}}}, som ingen udfylder. Brug et af: {listed}.",
        en=f"{path} uses {{{name}}}, which nobody fills in. Use one of: {listed}.",
    )


def broken_placeholder(path: str) -> ConfigurationError:
    return _error(
        "broken_placeholder",
        path,
        da=f"{path} har en krøllet parentes uden makker. Skriv pladsholdere som {{granted}}.",
        en=f"{path} has a curly bracket without its mate. Write placeholders as {{granted}}.",
    )


def phases_incomplete(missing_keys: Iterable[str]) -> ConfigurationError:
    listed = ", ".join(missing_keys)
    return _error(
        "phases_incomplete",
        "phases",
        da=f"Faserne {listed} mangler. En sagstype beskriver alle faser, i den rækkefølge sagen går.",
        en=f"The phases {listed} are missing. A case type describes every phase, in the order of the case.",
    )


def phases_out_of_order() -> ConfigurationError:
    return _error(
        "phases_out_of_order",
        "phases",
        da="Faserne står ikke i den rækkefølge, en sag går. Byt om på dem.",
        en="The phases are not in the order of a case. Rearrange them.",
    )


def amount_or_parameter(path: str) -> ConfigurationError:
    return _error(
        "amount_or_parameter",
        path,
        da=f"{path} skal have parameter eller et tal (amount og unit, eller months), ikke begge.",
        en=f"{path} needs parameter or a number (amount and unit, or months), not both.",
    )


def statutory_needs_parameter(path: str) -> ConfigurationError:
    return _error(
        "statutory_needs_parameter",
        path,
        da=f"{path} er lovens frist. Peg på en parameter; et tal fra en lov må ikke stå i dokumentet.",
        en=f"{path} is statutory. Point to a parameter; a number from an act must not stand in the document.",
    )


def appeal_incomplete(path: str) -> ConfigurationError:
    return _error(
        "appeal_incomplete",
        path,
        da=f"{path} skal have body, deadline og reassessment, når der kan klages, ellers ingen af dem.",
        en=f"{path} needs body, deadline and reassessment when there is an appeal, else none of them.",
    )


def _error(kind: str, path: str, *, da: str, en: str) -> ConfigurationError:
    return ConfigurationError(kind=kind, path=path, message=Text(da=da, en=en))
