"""What keeps a document and its bases from being put together, in Danish and English."""

from __future__ import annotations

from collections.abc import Iterable

from borgerfokus.core.casework.casetype.errors import ConfigurationError
from borgerfokus.core.texts import Text


def unknown_base(name: str, known: Iterable[str]) -> ConfigurationError:
    listed = ", ".join(known)
    return ConfigurationError(
        kind="unknown_base",
        path="base",
        message=Text(
            da=f"Der er ikke noget grundlag, der hedder »{name}«. Vælg et af: {listed}.",
            en=f"There is no base called “{name}”. Choose one of: {listed}.",
        ),
    )


def circular_base(names: Iterable[str]) -> ConfigurationError:
    way = " → ".join(names)
    return ConfigurationError(
        kind="circular_base",
        path="base",
        message=Text(
            da=f"Grundlagene peger i ring: {way}. Lad det ene stå uden base.",
            en=f"The bases go round in a circle: {way}. Leave base out of one of them.",
        ),
    )


def unknown_part(path: str, name: str, known: Iterable[str]) -> ConfigurationError:
    listed = ", ".join(known)
    return ConfigurationError(
        kind="unknown_part",
        path=f"{path}.use" if path else "use",
        message=Text(
            da=f"{path or 'Dokumentet'} bruger delen »{name}«, som ikke findes. Vælg en af: {listed}.",
            en=f"{path or 'The document'} uses the part “{name}”, which is not there. Choose one of: {listed}.",
        ),
    )


def nothing_to_leave_out(name: str, key: str) -> ConfigurationError:
    return ConfigurationError(
        kind="nothing_to_leave_out",
        path=name,
        message=Text(
            da=f"{name} udelader »{key}«, men grundlaget har det ikke. Fjern linjen, eller ret nøglen.",
            en=f"{name} leaves out “{key}”, which the base does not have. Remove the line, or mend the key.",
        ),
    )


def nothing_before(name: str, key: str) -> ConfigurationError:
    return ConfigurationError(
        kind="nothing_before",
        path=name,
        message=Text(
            da=f"{name} vil stå før »{key}«, som ikke er på listen. Fjern before, eller ret nøglen.",
            en=f"{name} is to stand before “{key}”, which is not on the list. Remove before, or mend the key.",
        ),
    )
