"""What colleagues say and ask: a comment on a page, a question, its answer once for all."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from borgerfokus.apps.guidance.actions import indexing
from borgerfokus.apps.guidance.models import AskedQuestion, Page, PageComment
from borgerfokus.apps.guidance.queries.pages import verb_for
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.guidance.pages import PageKind
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit


@dataclass(frozen=True)
class NewQuestion:
    """What a colleague asks, with more words if they are needed, and the kinds of case it is about."""

    title: str
    text: str = ""
    case_types: tuple[str, ...] = ()


def comment(*, key: str, text: str, by: Actor, at: datetime) -> Refusal | None:
    """Say something about a page for colleagues. Raises Hidden for a page that is not one."""
    page = Page.objects.filter(key=key, public=False).first()
    if page is None or not by.can(Verb.KNOWLEDGE_SEE):
        raise Hidden(f"page {key}")
    if not text.strip():
        return EMPTY
    row = PageComment.objects.create(page=page, text=text.strip(), at=at, by=by.subject, by_name=by.name)
    audit.record(action="page.comment", by=by, at=at, about=f"comment:{row.pk}")
    return None


def take_away(*, comment_id: int, by: Actor, at: datetime) -> None:
    """Take a comment away: one's own, or any on a page that one keeps. Raises Hidden for others."""
    row = PageComment.objects.select_related("page").filter(pk=comment_id).first()
    if row is None or not may_take_away(row, by=by):
        raise Hidden(f"comment {comment_id}")
    row.delete()
    audit.record(action="page.uncomment", by=by, at=at, about=f"comment:{comment_id}")


def may_take_away(row: PageComment, *, by: Actor) -> bool:
    """Whether somebody may take a comment away."""
    owns = row.page.owner_id == by.id and by.can(verb_for(PageKind(row.page.kind)))
    return row.by == by.subject or owns


def ask(*, new: NewQuestion, by: Actor, at: datetime) -> AskedQuestion | Refusal:
    """Ask colleagues."""
    if not by.can(Verb.KNOWLEDGE_SEE):
        raise Hidden("questions")
    if not new.title.strip():
        return EMPTY
    row = AskedQuestion.objects.create(
        title=new.title.strip(),
        text=new.text.strip(),
        case_types=list(new.case_types),
        asked_at=at,
        asked_by=by.subject,
        asked_by_name=by.name,
    )
    audit.record(action="question.ask", by=by, at=at, about=f"question:{row.pk}")
    return row


@transaction.atomic
def answer(*, question_id: int, text: str, seen: int, by: Actor, at: datetime) -> Refusal | None:
    """Answer a question, or better the answer, unless somebody else has since `seen`. The search finds it from now."""
    row = AskedQuestion.objects.select_for_update().filter(pk=question_id).first()
    if row is None or not by.can(Verb.KNOWLEDGE_EDIT):
        raise Hidden(f"question {question_id}")
    if not text.strip():
        return EMPTY
    if row.edits != seen:
        return ANSWERED
    row.answer, row.answered_at, row.edits = text.strip(), at, row.edits + 1
    row.answered_by, row.answered_by_name = by.subject, by.name
    row.save()
    indexing.refresh_question(row)
    audit.record(action="question.answer", by=by, at=at, about=f"question:{row.pk}")
    return None


EMPTY = Refusal(
    code="knowledge.empty",
    text=Text(da="Skriv noget først.", en="Write something first."),
    article="",
)
ANSWERED = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har svaret imens. Læs svaret, og ret det, hvis noget mangler.",
        en="Somebody else has answered meanwhile. Read the answer, and mend it if something is missing.",
    ),
    article="",
)
