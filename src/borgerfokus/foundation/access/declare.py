"""What a table holds, declared beside its fields.

Every model of ours carries `declared = Declared(...)`: for each field whether it is personal and how well it is
protected, for the table its purpose, how long it is kept, which rows an actor may see and which rights the web's role
has. The database rights, the record of processing (art. 30) and the article 15 extract are all made from it, and a
test fails on a model or field that is not declared.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.apps import apps
from django.db import models

from borgerfokus.foundation.access.rows import RowRule


class Protection(StrEnum):
    """How personal a field is."""

    PLAIN = "plain"
    ORDINARY = "ordinary"
    SENSITIVE = "sensitive"
    NUMBER = "number"


class Retention(StrEnum):
    """How long rows are kept."""

    CASE = "as long as the case: set by its case type"
    PERSON = "as long as the person has a case"
    LOG = "as long as the parameter log.retention says"
    SHORT = "30 days after it was last touched"
    PERMANENT = "permanent"


class Rights(StrEnum):
    """What the role of web and worker may do with a table."""

    READ = "SELECT"
    APPEND = "SELECT, INSERT"
    KEEP = "SELECT, INSERT, UPDATE"
    ALL = "SELECT, INSERT, UPDATE, DELETE"


@dataclass(frozen=True)
class Declared:
    """The declaration of one table. Field names stand in words separated by blanks."""

    purpose: str
    retention: Retention
    rows: RowRule
    rights: Rights = Rights.KEEP
    plain: str = ""
    ordinary: str = ""
    sensitive: str = ""
    number: str = ""
    article15: str = ""

    def protections(self) -> dict[str, Protection]:
        """Field name → protection."""
        listed = {
            Protection.PLAIN: self.plain,
            Protection.ORDINARY: self.ordinary,
            Protection.SENSITIVE: self.sensitive,
            Protection.NUMBER: self.number,
        }
        return {name: protection for protection, names in listed.items() for name in names.split()}

    @property
    def is_personal(self) -> bool:
        """Whether any field tells something of a person outside the staff."""
        return bool(self.ordinary or self.sensitive or self.number)

    @property
    def is_append_only(self) -> bool:
        """Whether a trigger refuses change and removal, whoever asks."""
        return self.rights is Rights.APPEND


def own_models() -> Iterator[type[models.Model]]:
    """Every model of this product, in a fixed order."""
    found = [model for model in apps.get_models() if model.__module__.startswith("borgerfokus.")]
    return iter(sorted(found, key=lambda model: model._meta.db_table))


def declaration(model: type[models.Model]) -> Declared:
    """The declaration of a model. Raises LookupError when it has none."""
    declared = getattr(model, "declared", None)
    if not isinstance(declared, Declared):
        raise LookupError(f"{model.__name__} declares nothing about its fields.")
    return declared
