"""What dialogue reacts to: what happens in a case, and what became of the letters about it."""

from borgerfokus.apps.assessment.events import FactAsked, FactReminded
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import PhaseChanged
from borgerfokus.apps.dialogue.actions import childplan, experiences, inquiries, letters, notices, receipts, sharing
from borgerfokus.apps.dialogue.queries import occasions, samples, texts
from borgerfokus.apps.interventions.events import OrderAnswered, OrderEnded
from borgerfokus.foundation.outbox import mail
from borgerfokus.foundation.outbox import service as outbox
from borgerfokus.foundation.wording import service as wording


def connect() -> None:
    """Read the texts of the notices, so that a faulty one stops the start, and listen. Called at start-up."""
    texts.all_texts()
    texts.all_child_texts()
    wording.register(samples.templates)
    for kind in occasions.TELLERS:
        casework.subscribe(kind, notices.tell)
    casework.subscribe(PhaseChanged.kind, experiences.ask)
    for kind in (OrderAnswered.kind, OrderEnded.kind):
        casework.subscribe(kind, sharing.keep_trail)
    casework.subscribe(FactAsked.kind, inquiries.ask)
    casework.subscribe(FactReminded.kind, inquiries.remind)
    casework.subscribe(childplan.SHOWN, childplan.shown)
    for prefix in letters.KINDS:
        outbox.on_result(kind_prefix=prefix, listener=letters.heard)
    mail.on_sent(kind=receipts.KIND, listener=receipts.heard)
    outbox.on_result(kind_prefix=notices.KIND_PREFIX, listener=letters.heard)
