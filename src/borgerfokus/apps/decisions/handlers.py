"""What decisions tell casework before a step, and what they hear from the outbox."""

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import DeadlineSlipped
from borgerfokus.apps.decisions.actions.appeals import reassessment_is_late
from borgerfokus.apps.decisions.actions.posting import KIND_PREFIX
from borgerfokus.apps.decisions.actions.results import take_result
from borgerfokus.apps.decisions.queries import samples
from borgerfokus.apps.decisions.queries.next_act import kind_of_next_act
from borgerfokus.apps.decisions.queries.standing import conditions, deadlines
from borgerfokus.foundation.outbox import service as outbox
from borgerfokus.foundation.wording import service as wording


def connect() -> None:
    """Register with casework and the outbox, at start-up."""
    casework.register_conditions("decisions", conditions)
    casework.register_deadlines(deadlines)
    casework.register_next_act(kind_of_next_act)
    casework.subscribe(DeadlineSlipped.kind, reassessment_is_late)
    wording.register(samples.templates)
    outbox.on_result(kind_prefix=KIND_PREFIX, listener=take_result)
