"""What the citizen types is kept while it is typed, and is there again next time."""

import re
from collections.abc import Mapping
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from borgerfokus.core.texts import typed
from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.drafts.service import DraftTooLarge
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import once
from borgerfokus.web.frame import asked
from borgerfokus.web.present.words import clock

_KEY: Final = re.compile(r"[a-z]+(-[0-9a-z]+)*")
_LEFT_OUT: Final = frozenset({"csrfmiddlewaretoken", once.FIELD})


def href(key: str) -> str:
    """Where the form `key` saves itself, for `data-autosave`."""
    return reverse("citizen:autosave", args=[key])


def text_of(request: HttpRequest, key: str, name: str = "text") -> str:
    """What the reader has typed in a field of the form: as posted just now, or as kept."""
    if request.method == "POST":
        return request.POST.get(name, "")
    kept = drafts.load(key=_full(key), by=asked(request).actor)
    return str(kept.content.get(name, "")) if kept else ""


def drop(request: HttpRequest, key: str) -> None:
    """Forget what was kept, because it has been sent."""
    drafts.drop(key=_full(key), by=asked(request).actor)


def saved(request: HttpRequest) -> HttpResponse:
    """The answer to a form that has saved itself."""
    return _said(_("Kladden er gemt %(clock)s") % {"clock": clock(asked(request).moment)})


def too_large() -> HttpResponse:
    """The answer when there is more than a draft may hold."""
    return _said(_("Teksten er for lang til at blive gemt som kladde. Gør den kortere."), status=413)


@citizen_only(keeps_text=False)
@require_POST
def autosave(request: HttpRequest, key: str) -> HttpResponse:
    """Keep a form as it stands. Everybody keeps own drafts only, so the key gives nobody anything."""
    if not _KEY.fullmatch(key):
        return HttpResponse(status=404)
    given = {name: text for name, text in request.POST.items() if name not in _LEFT_OUT}
    content: Mapping[str, str] = {name: typed(str(text)) for name, text in given.items()}
    try:
        drafts.save(key=_full(key), content=content, by=asked(request).actor, at=asked(request).moment)
    except DraftTooLarge:
        return too_large()
    return saved(request)


def _full(key: str) -> str:
    return f"form:{key}"


def _said(text: str, *, status: int = 200) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
