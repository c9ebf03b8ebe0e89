"""What dialogue reacts to: what happens in a case, and what became of the letters about it."""

from borgerfokus.apps.assessment.events import FactAsked, FactReminded
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue.actions import inquiries, letters, notices
from borgerfokus.apps.dialogue.queries import occasions, samples, texts
from borgerfokus.foundation.outbox import service as outbox
from borgerfokus.foundation.wording import service as wording


def connect() -> None:
    """Read the texts of the notices, so that a faulty one stops the start, and listen. Called at start-up."""
    texts.all_texts()
    wording.register(samples.templates)
    for kind in occasions.TELLERS:
        casework.subscribe(kind, notices.tell)
    casework.subscribe(FactAsked.kind, inquiries.ask)
    casework.subscribe(FactReminded.kind, inquiries.remind)
    outbox.on_result(kind_prefix=notices.KIND_PREFIX, listener=letters.heard)
