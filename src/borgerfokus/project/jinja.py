"""The Jinja2 environment of every page: strict, escaped, with Danish msgids."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from borgerfokus.web.design.fields import field_view, form_errors
from borgerfokus.web.public.login_page import login_page


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named URL; raises ``NoReverseMatch``."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def environment(**options: Any) -> Environment:
    """Build the environment for Django's Jinja2 backend.

    Globals: ``static``, ``url``, ``field_view``, ``form_errors``, ``login_page``, ``language()`` and those of
    the i18n extension (newstyle: a literal percent sign in a msgid is written ``%%``). Undefined names raise.
    """
    strict = {"undefined": StrictUndefined, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    environment = Environment(extensions=["jinja2.ext.i18n"], **(options | strict))  # noqa: S701
    environment.install_gettext_translations(translation, newstyle=True)  # type: ignore[attr-defined]
    environment.globals.update(
        static=static,
        url=url,
        field_view=field_view,
        form_errors=form_errors,
        login_page=login_page,
        language=translation.get_language,
    )
    return environment
