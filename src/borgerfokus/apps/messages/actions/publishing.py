"""Publishing how the promise of an answer was kept: over the whole municipality, disclosed by rule, frozen."""

from datetime import date, datetime, time

from django.db.models import Count, Q

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.messages.models import AnswerFigure, CaseMessage
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.core.disclosure import Rule, door, is_few, share, weighing
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people.lots import weight_of


@door
def publish_answers(*, at: datetime, day: date) -> bool:
    """Publish the figure of the last whole quarter before `day`, unless it is out. For the system alone."""
    start, end = casework.quarter_before(day)
    quarter = f"{start.year}Q{(start.month + 2) // 3}"
    if AnswerFigure.objects.filter(quarter=quarter).exists():
        return False
    rule = Rule(
        suppress_up_to=parameters.at("own.suppress_up_to", on=day).number,
        round_to=parameters.at("own.round_to", on=day).number,
    )
    answered = CaseMessage.objects.filter(answers_since__isnull=False, at__gte=_begins(start), at__lt=_begins(end))
    counted = answered.values_list("case__citizen_id").annotate(all=Count("pk"), kept=Count("pk", filter=Q(kept=True)))
    weigh = weighing(rule, weight_of)
    told = [(weigh(person), kept / answers) for person, answers, kept in counted.order_by()]
    whole, part = sum(weight for weight, _kept in told), round(sum(weight * kept for weight, kept in told))
    shown = None if is_few(people=len(told), weighted=whole, rule=rule) else share(part, whole, rule=rule)
    AnswerFigure.objects.create(
        quarter=quarter,
        kept=shown.part if shown else None,
        answers=shown.whole if shown else None,
        percent=shown.percent if shown else None,
        reckoned_at=at,
    )
    return True


def _begins(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=COPENHAGEN)
