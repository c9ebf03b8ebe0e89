"""The door of guidance."""

from borgerfokus.apps.guidance.actions.asking import NewQuestion, answer, ask, comment, may_take_away, take_away
from borgerfokus.apps.guidance.actions.indexing import rebuild
from borgerfokus.apps.guidance.actions.introducing import NewIntroduction, tick
from borgerfokus.apps.guidance.actions.introducing import end as end_introduction
from borgerfokus.apps.guidance.actions.introducing import save as save_introduction
from borgerfokus.apps.guidance.actions.keeping import NewPage, add, confirm, publish, retire, save
from borgerfokus.apps.guidance.models import AskedQuestion, EntryKind, Page, PageComment, PageState, PageVersion
from borgerfokus.apps.guidance.queries.asking import Led, introduction, introductions, question, questions
from borgerfokus.apps.guidance.queries.finding import COLLEAGUES, EVERYBODYS, Found, keys, search
from borgerfokus.apps.guidance.queries.pages import (
    Kept,
    Known,
    comments,
    content_of,
    find,
    for_case,
    keeping,
    kept,
    known_by_type,
    of_situation,
    past_review,
    published,
    sources,
    standards_of,
    ties_of,
    versions,
    waiting,
)

__all__ = [
    "COLLEAGUES",
    "EVERYBODYS",
    "AskedQuestion",
    "EntryKind",
    "Found",
    "Kept",
    "Known",
    "Led",
    "NewIntroduction",
    "NewPage",
    "NewQuestion",
    "Page",
    "PageComment",
    "PageState",
    "PageVersion",
    "add",
    "answer",
    "ask",
    "comment",
    "comments",
    "confirm",
    "content_of",
    "end_introduction",
    "find",
    "for_case",
    "introduction",
    "introductions",
    "keeping",
    "kept",
    "keys",
    "known_by_type",
    "may_take_away",
    "of_situation",
    "past_review",
    "publish",
    "published",
    "question",
    "questions",
    "rebuild",
    "retire",
    "save",
    "save_introduction",
    "search",
    "sources",
    "standards_of",
    "take_away",
    "tick",
    "ties_of",
    "versions",
    "waiting",
]
