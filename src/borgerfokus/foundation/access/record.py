"""The record of processing (databeskyttelsesforordningen, article 30), written from what the models declare.

Nothing in it is typed twice: purpose, categories, retention and rights stand beside the fields, and the database's own
rights are made from the same declarations.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from django.apps import apps
from django.db import models

from borgerfokus.foundation.access.declare import Declared, Protection, Rights, declaration, own_models

_HEAD: Final = """# Record of processing

Generated from the declarations of the models; `tests/access/test_record_of_processing.py` says how to renew it.
It is the part of a municipality's record under article 30 of the General Data Protection Regulation that the platform
itself can answer for: which personal data is kept, why, for how long, and what holds others away from it. The
municipality adds its own name, its data protection officer, and with whom it has processing agreements.

- **Whose data**: citizens who ask for help or get it, those who act for them, their relatives, and the staff.
- **To whom it is shown**: those with a relation to the case, as the tables in `core/access` say; the party
  itself; whoever validly acts for a party; the appeal body, when the file of a case is forwarded.
- **To third countries**: none. The platform sends nothing by itself beside the letters in its outbox.
- **Security**: row level security under a role that owns nothing, look-ups logged in the transaction that shows them,
  personal numbers encrypted with a key outside the database, append-only logs with a hash chain.

Protection: *ordinary* is personal data (article 6), *sensitive* may tell of health, social problems or the like
(article 9, databeskyttelsesloven § 7), *number* is a personal number (databeskyttelsesloven § 11).
"""

_CATEGORIES: Final = (Protection.ORDINARY, Protection.SENSITIVE, Protection.NUMBER)
_RIGHTS: Final[Mapping[Rights, str]] = {
    Rights.READ: "read only",
    Rights.APPEND: "added to, never changed or removed (trigger and rights)",
    Rights.KEEP: "added to and changed, never removed by the web",
    Rights.ALL: "added to, changed and removed",
}


def document() -> str:
    """The record as Markdown: tables with personal data by area, then those without."""
    found = list(own_models())
    personal = [model for model in found if declaration(model).is_personal]
    others = [model for model in found if not declaration(model).is_personal]
    parts = [_HEAD, "## Tables with personal data\n"]
    for label in _areas(personal):
        parts.append(f"### {label}\n")
        parts += [_section(model) for model in personal if model._meta.app_label == label]
    parts += ["## Tables without personal data\n", "\n".join(_without(others))]
    return "\n".join(parts).rstrip() + "\n"


def _areas(personal: Iterable[type[models.Model]]) -> list[str]:
    used = {model._meta.app_label for model in personal}
    return [config.label for config in apps.get_app_configs() if config.label in used]


def _section(model: type[models.Model]) -> str:
    declared = declaration(model)
    lines = [
        f"**{model.__name__}** (`{model._meta.db_table}`): {declared.purpose}.",
        "",
        *_fields(declared),
        f"- kept: {declared.retention}",
        f"- rows are shown by: {_wall(declared)}",
        f"- rows are {_RIGHTS[declared.rights]}",
        f"- given out under article 15: {_listed(declared.article15.split()) or 'nothing of it'}",
        "",
    ]
    return "\n".join(lines)


def _fields(declared: Declared) -> Iterator[str]:
    by_category = declared.protections()
    for category in _CATEGORIES:
        names = [name for name, protection in by_category.items() if protection is category]
        if names:
            yield f"- {category}: {_listed(names)}"


def _wall(declared: Declared) -> str:
    if declared.rows.using is None:
        return f"everybody, because {declared.rows.because}"
    return "row level security"


def _without(found: Iterable[type[models.Model]]) -> Iterator[str]:
    yield "| table | purpose | kept |"
    yield "|---|---|---|"
    for model in found:
        declared = declaration(model)
        yield f"| `{model._meta.db_table}` | {declared.purpose} | {declared.retention} |"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
