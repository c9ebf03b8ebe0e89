"""The case types that come with the platform, published; and how each is counted and carried out on a day."""

from dataclasses import dataclass, field
from datetime import date, datetime
from importlib import resources

from borgerfokus.cli.demo.tables import Tables
from borgerfokus.core.casework.casetype import CaseType, parse
from borgerfokus.core.casework.deadline import DeadlineRule
from borgerfokus.core.casework.deadline_rules import rules_of
from borgerfokus.core.rules import Parameters

_FIRST = date(2020, 1, 1)


@dataclass
class Kind:
    """A published case type: its document, its row, and the deadline rules of each day."""

    spec: CaseType
    version_id: int
    rules: dict[date, tuple[DeadlineRule, ...]] = field(default_factory=dict)

    def rules_on(self, day: date, parameters: Parameters) -> tuple[DeadlineRule, ...]:
        """The rules for a case received that day."""
        if day not in self.rules:
            self.rules[day] = rules_of(case_type=self.spec, parameters=parameters, on=day)
        return self.rules[day]


def build(*, tables: Tables, at: datetime) -> dict[str, Kind]:
    """Publish the shipped documents. They are in force for as long as the demo goes back."""
    found = {}
    folder = resources.files("borgerfokus.core.casework") / "casetypes"
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if not entry.name.endswith(".toml"):
            continue
        document = entry.read_text("utf-8")
        spec = parse(document)
        if not isinstance(spec, CaseType):
            raise ValueError(f"{entry.name} does not parse: {spec}")
        row = tables["casework.CaseTypeVersion"].add(
            key=spec.key,
            number=spec.version,
            state="published",
            valid_from=min(spec.valid.start, _FIRST),
            document=document,
            title=spec.title_staff.da,
            saved_at=at,
            saved_by="system:0",
        )
        found[spec.key] = Kind(spec=spec, version_id=row["id"])
    return found
