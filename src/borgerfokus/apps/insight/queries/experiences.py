"""What citizens were asked and told of their courses. For the system alone: it reads across all cases."""

from dataclasses import dataclass
from datetime import date

from borgerfokus.apps.dialogue.models import PhaseQuestion
from borgerfokus.core.experience import Question


@dataclass(frozen=True)
class Asked:
    """A citizen who was asked about a phase; the answer to each question, "" where there is none."""

    person: int
    unit: str
    type_key: str
    phase: str
    answers: dict[Question, str]


def asked(*, until: date) -> list[Asked]:
    """Everybody who was asked before a day. One query."""
    rows = PhaseQuestion.objects.filter(asked_at__date__lt=until).order_by("pk")
    columns = ("case__citizen_id", "case__unit__key", "case__type_key", "phase")
    answers = tuple(f"experience__{one}" for one in Question)
    return [
        Asked(person, unit, type_key, phase, {one: text or "" for one, text in zip(Question, said, strict=True)})
        for person, unit, type_key, phase, *said in rows.values_list(*columns, *answers)
    ]
