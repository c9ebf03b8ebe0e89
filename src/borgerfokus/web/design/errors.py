"""Error pages: each with a way on and a reference; none needs the database, a session or the page object."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from borgerfokus.web.design.views import Action, StateKind, StateView

log = logging.getLogger(__name__)
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class ErrorText:
    """What an error page says, and whether to offer trying again."""

    kind: StateKind
    heading: str
    paragraphs: tuple[str, ...]
    again: bool = False


def _text(status: int) -> ErrorText:
    if status == 400:
        return ErrorText(
            "error",
            _("Vi kunne ikke forstå det, du sendte"),
            (_("Gå tilbage, og prøv igen. Det, du skrev, står der som regel endnu."),),
        )
    if status == 403:
        return ErrorText(
            "forbidden",
            _("Siden er udløbet, eller du må ikke gøre det"),
            (
                _("Gå tilbage, genindlæs siden, og prøv igen."),
                _("Mener du, at du skal have adgang, så kontakt os med referencen."),
            ),
        )
    if status == 404:
        return ErrorText(
            "missing",
            _("Vi kan ikke finde siden"),
            (
                _("Den findes ikke, eller du har ikke adgang."),
                _("Vi svarer ens på begge dele for at beskytte andre."),
            ),
        )
    return ErrorText(
        "error",
        _("Noget gik galt hos os"),
        (_("Det er ikke din fejl. Prøv igen om lidt, eller kontakt os med referencen."),),
        again=True,
    )


def reference() -> str:
    """A short reference that can be read aloud on the phone, such as ``F7K2-91QD``."""
    letters = "".join(secrets.choice(ALPHABET) for _place in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def error_page(request: HttpRequest, status: int) -> HttpResponse:
    """The page for a status of 400, 403, 404 or 500; the log gets reference and path, not the query."""
    code = reference()
    log.warning("error page %s shown with reference %s for %s", status, code, request.path)
    text = _text(status)
    onward = [Action(_("Gå til forsiden"), "/", kind="secondary" if text.again else "primary")]
    if text.again and request.method == "GET":
        onward.insert(0, Action(_("Prøv igen"), request.get_full_path(), kind="primary"))
    view = StateView(text.kind, text.heading, text.paragraphs, tuple(onward), code)
    language = "en" if (get_language() or "da").startswith("en") else "da"
    html = render_to_string(f"design/{status}.html", {"state_view": view, "language": language})
    return HttpResponse(html, status=status)


def _handler(status: int) -> Callable[..., HttpResponse]:
    """Django passes the exception to all but the last; the page never shows it."""

    def handle(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
        return error_page(request, status)

    return handle


handler400 = _handler(400)
handler403 = _handler(403)
handler404 = _handler(404)
handler500 = _handler(500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """For ``CSRF_FAILURE_VIEW``: the page had expired."""
    return error_page(request, 403)
