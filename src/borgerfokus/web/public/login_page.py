"""The ``page`` object of the pages of logging in, which stand in foundation and know no design."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from borgerfokus.foundation.access.actor import ANONYMOUS, Actor
from borgerfokus.foundation.login.request import Request
from borgerfokus.web.design.page import Municipality, Page, UserBadge
from borgerfokus.web.public.content import CRISIS


def login_page(request: HttpRequest, title: str, here: str = "") -> Page:
    """The public frame around a page of logging in. `here` is where the language switch comes back to."""
    actor = cast("Request", request).actor
    language = "en" if (get_language() or "da").startswith("en") else "da"
    return Page(
        title=title,
        place="public",
        user=None if actor is ANONYMOUS else _badge(actor),
        language=language,
        municipality=Municipality(name=settings.MUNICIPALITY),
        demo=settings.DEMO,
        here=here or request.get_full_path(),
        login_href="",
        crisis=tuple((number, href, text.in_(language)) for number, href, text in CRISIS),
    )


def _badge(actor: Actor) -> UserBadge:
    return UserBadge(name=actor.name, initials="".join(word[0] for word in actor.name.split()[:2]).upper())
