"""A page that is being written keeps itself: one draft for each page and editor, put back until it is saved.

A draft that was begun on an older version of the page is not put back: the page would overwrite what was saved since.
"""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.drafts.service import Stored
from borgerfokus.web.frame import asked
from borgerfokus.web.present.words import clock
from borgerfokus.web.staff.pageform import PageForm

KEEPS: Final = "gem"
"""In the address of a post: keep what is typed, and do nothing else."""
_NEW: Final = "ny"


def asks(request: HttpRequest) -> bool:
    """Whether the page only asks that what is typed is kept."""
    return request.method == "POST" and KEEPS in request.GET


def address(here: str) -> str:
    """Where a form keeps itself."""
    return f"{here}{'&' if '?' in here else '?'}{KEEPS}=1"


def keep(request: HttpRequest, form: PageForm, *, key: str) -> HttpResponse:
    """Keep the form as it stands. Answers with the words to show."""
    data: Any = form.data
    content: dict[str, Any] = {}
    for name, field in form.fields.items():
        many = getattr(field.widget, "allow_multiple_selected", False)
        content[name] = data.getlist(name) if many else data.get(name, "")
    stored = drafts.save(key=_key(key), content=content, by=asked(request).actor, at=asked(request).moment)
    return HttpResponse(_note(stored), content_type="text/plain; charset=utf-8")


def put_back(request: HttpRequest, form: PageForm, *, key: str, seen: int) -> str:
    """Fill a fresh form with what was typed before, if it still fits. Returns the words to show, "" for nothing."""
    stored = drafts.load(key=_key(key), by=asked(request).actor)
    if stored is None or str(stored.content.get("seen") or 0) != str(seen):
        return ""
    form.initial.update({name: value for name, value in stored.content.items() if name in form.fields})
    return _note(stored)


def forget(request: HttpRequest, *, key: str) -> None:
    """What was typed is saved."""
    drafts.drop(key=_key(key), by=asked(request).actor)


def _key(key: str) -> str:
    return f"page.{key or _NEW}"


def _note(stored: Stored) -> str:
    return _("Kladden er gemt %(clock)s") % {"clock": clock(stored.saved_at)}
