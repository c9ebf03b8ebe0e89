"""The door of messages."""

from borgerfokus.apps.messages.actions.delegating import NewDelegation
from borgerfokus.apps.messages.actions.delegating import end as end_delegation
from borgerfokus.apps.messages.actions.delegating import give as delegate
from borgerfokus.apps.messages.actions.publishing import publish_answers
from borgerfokus.apps.messages.actions.templates import TemplateContent
from borgerfokus.apps.messages.actions.templates import add as add_template
from borgerfokus.apps.messages.actions.templates import change as change_template
from borgerfokus.apps.messages.actions.templates import retire as retire_template
from borgerfokus.apps.messages.actions.writing import (
    LONGEST,
    PROMISE,
    NewMessage,
    NewThread,
    close,
    note_read,
    promised,
    reopen,
    start,
    write,
)
from borgerfokus.apps.messages.models import AnswerTemplate, Delegation, Side, Thread
from borgerfokus.apps.messages.policies import may_keep_template, may_write
from borgerfokus.apps.messages.queries.figures import WINDOW, UnitTimes, answer_times, newest_answers
from borgerfokus.apps.messages.queries.holding import Held, away_on, delegations_of, holders
from borgerfokus.apps.messages.queries.templates import (
    begun_from,
    template_versions,
    templates_for,
    templates_seen,
)
from borgerfokus.apps.messages.queries.threads import (
    Opened,
    Order,
    Said,
    Status,
    Wanted,
    Whose,
    conversations,
    find,
    inbox,
    message_due,
    mine,
    open_thread,
    threads_of,
    unread,
    visible_to,
    waiting_for,
)

__all__ = [
    "LONGEST",
    "PROMISE",
    "WINDOW",
    "AnswerTemplate",
    "Delegation",
    "Held",
    "NewDelegation",
    "NewMessage",
    "NewThread",
    "Opened",
    "Order",
    "Said",
    "Side",
    "Status",
    "TemplateContent",
    "Thread",
    "UnitTimes",
    "Wanted",
    "Whose",
    "add_template",
    "answer_times",
    "away_on",
    "begun_from",
    "change_template",
    "close",
    "conversations",
    "delegate",
    "delegations_of",
    "end_delegation",
    "find",
    "holders",
    "inbox",
    "may_keep_template",
    "may_write",
    "message_due",
    "mine",
    "newest_answers",
    "note_read",
    "open_thread",
    "promised",
    "publish_answers",
    "reopen",
    "retire_template",
    "start",
    "template_versions",
    "templates_for",
    "templates_seen",
    "threads_of",
    "unread",
    "visible_to",
    "waiting_for",
    "write",
]
