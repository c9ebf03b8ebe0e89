"""How the values of a whole copy are said to whoever reads it: days in words, and words for the codes.

The machine-readable copy keeps the codes. What has no word here is shown as it is; nothing is left out for want of one,
save numbers and checksums inside an event, which tell nobody anything.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.rights.queries.copy_codes import CODES, OF_FIELD
from borgerfokus.apps.rights.queries.copy_events import EVENTS
from borgerfokus.apps.rights.queries.copy_fields import FIELDS
from borgerfokus.core.assessment import frames
from borgerfokus.core.casework import intake
from borgerfokus.core.casework.casetype import CaseType
from borgerfokus.core.casework.steps import STEP_EVENTS
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.dates import in_copenhagen
from borgerfokus.core.words import date_words, moment_words

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)")
_TECHNICAL = re.compile(r"[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def lines(*, label: str, row: Mapping[str, Any], on: date) -> tuple[str, ...]:
    """The fields of a row that say something, each "name: value"."""
    found = (_line(label, name, value, on) for name, value in row.items() if value not in (None, "", [], {}))
    return tuple(line for line in found if line)


def _line(label: str, name: str, value: Any, on: date) -> str:
    said = _field(label, name, value, on)
    return f"{FIELDS.get(name, name)}: {said}" if said else ""


def _field(label: str, name: str, value: Any, on: date) -> str:
    if (label, name) == ("casework.Event", "kind"):
        return event(value)
    if name == "type_key" and isinstance(value, str):
        spec = _spec(value, on)
        return spec.title_citizen.da if spec else value
    if label == "dialogue.Request" and name == "answers":
        return ""
    return _said(value, name)


def event(kind: str) -> str:
    """What an event is called."""
    return EVENTS.get(kind) or decisions.words_of(kind=kind, said=None, language="da") or kind


def answers(*, row: Mapping[str, Any], on: date) -> tuple[str, ...]:
    """The answers of a request by the questions of its form; an answer to no question of it as it stands."""
    given: Mapping[str, Any] = row.get("answers") or {}
    spec = _spec(str(row.get("type_key", "")), on)
    asked = {field.key: field for section in spec.intake for field in section.fields} if spec else {}
    found = []
    for key, value in given.items():
        field = asked.get(key)
        told = _answer(field, value) if field is not None else _said(value, key)
        if told:
            found.append(f"{field.label.da if field is not None else FIELDS.get(key, key)} {told}".strip())
    return tuple(found)


def _answer(field: Any, value: Any) -> str:
    try:
        return " ".join(intake.words_of(field, value, language="da").split("\n"))
    except (KeyError, TypeError, ValueError, AttributeError):
        return _said(value, field.key)


def _spec(key: str, on: date) -> CaseType | None:
    version = casework.version_for(key=key, on=on) if key else None
    return version.spec if version else None


def _said(value: Any, name: str) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, Mapping):
        return "; ".join(f"{FIELDS.get(key, key)}: {told}" for key, told in _inside(value))
    if isinstance(value, list):
        return "; ".join(told for one in value if (told := _said(one, name)))
    return _word(str(value), name)


def _inside(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, one in value.items():
        number = isinstance(one, int) and not isinstance(one, bool) and key not in FIELDS
        technical = isinstance(one, str) and _TECHNICAL.fullmatch(one)
        if one in (None, "", [], {}) or number or technical:
            continue
        yield key, _said(one, key)


def _word(text: str, name: str) -> str:
    if _MOMENT.fullmatch(text):
        return moment_words(in_copenhagen(datetime.fromisoformat(text))).da
    if _DAY.fullmatch(text):
        return date_words(date.fromisoformat(text)).da
    return OF_FIELD.get(name, {}).get(text) or _named(name).get(text) or CODES.get(text) or " ".join(text.split("\n"))


def _named(name: str) -> Mapping[str, str]:
    """Words that stand elsewhere: phases, and the themes of the frames."""
    if name in {"phase", "before", "after"}:
        return {phase.value: title.da for phase, title in PHASE_TITLES.items()}
    if name == "step":
        return {step.value: title.da for step, title in STEP_EVENTS.items()}
    if name == "groups":
        return OF_FIELD["target_groups"]
    if name in {"theme", "themes"}:
        return {theme.key: theme.title.da for frame in frames().values() for theme in frame.themes}
    if name == "subthemes":
        return {
            one.key: one.title.da for frame in frames().values() for theme in frame.themes for one in theme.subthemes
        }
    return {}
