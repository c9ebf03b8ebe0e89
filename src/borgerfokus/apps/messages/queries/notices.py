"""Which notice the citizen is owed about a message: that there is one, and nothing of what it says."""

from datetime import datetime

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.journal.models import EntryText
from borgerfokus.apps.messages.events import MessageAnswered, MessageWritten
from borgerfokus.apps.messages.models import CaseMessage, Reading, Side
from borgerfokus.core.texts import Text
from borgerfokus.foundation.people import queries as people


def of_message(case: Case, event: MessageAnswered | MessageWritten, _at: datetime) -> dialogue.Occasion | None:
    """A notice for the first message that nobody on the citizen's side has read; one is enough until it is read.

    Somebody exempt from Digital Post gets letters on paper and may not be able to log in: there each message is sent
    with its words.
    """
    if people.card(case.citizen_id, case_id=case.pk).digital_post_exempt:
        said = EntryText.objects.get(entry_id=event.entry, number=1)
        words = f"{said.title}\n\n{said.body}"
        return dialogue.Occasion(dialogue.NoticeKind.MESSAGE, {"words": Text(da=words, en=words)})
    return None if _is_told(event) else dialogue.Occasion(dialogue.NoticeKind.MESSAGE, {})


def _is_told(event: MessageAnswered | MessageWritten) -> bool:
    """Whether an earlier message of the thread still waits to be read, so that its notice stands."""
    read = max(
        Reading.objects.filter(thread_id=event.thread, side=Side.CITIZEN).values_list("number", flat=True), default=0
    )
    waits = CaseMessage.objects.filter(thread_id=event.thread, side=Side.STAFF, number__gt=read)
    return waits.exclude(pk=event.message).exists()
