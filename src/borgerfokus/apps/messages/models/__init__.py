"""The tables of messages."""

from borgerfokus.apps.messages.models.figures import AnswerFigure
from borgerfokus.apps.messages.models.keeping import AnswerTemplate, Delegation
from borgerfokus.apps.messages.models.threads import Attachment, CaseMessage, Reading, Side, Thread

__all__ = ["AnswerFigure", "AnswerTemplate", "Attachment", "CaseMessage", "Delegation", "Reading", "Side", "Thread"]
