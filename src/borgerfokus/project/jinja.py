"""The Jinja2 environment of every page: strict, escaped, with Danish msgids."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.templatetags.static import static as address_of_static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from borgerfokus.web.design.fields import field_view, form_errors
from borgerfokus.web.public.login_page import login_page


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named URL; raises ``NoReverseMatch``."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


@lru_cache(maxsize=1024)
def static(path: str) -> str:
    """The address of a file that the pages use; the files do not change while a process runs."""
    return address_of_static(path)


_KEPT = 2048
"""How many pieces are kept of each macro."""


def kept(macro: Callable[..., Any]) -> Callable[..., Any]:
    """The macro, made once for each value and language. Only for what follows from one value without free text.

    A call with more than one argument is made anew each time.
    """
    made: dict[tuple[object, str | None], Any] = {}

    def keep(*args: Any, **more: Any) -> Any:
        if more or len(args) != 1:
            return macro(*args, **more)
        key = (args[0], translation.get_language())
        found = made.get(key)
        if found is None:
            if len(made) >= _KEPT:
                made.clear()
            found = made[key] = macro(args[0])
        return found

    return keep


def each(macro: Callable[..., Any], values: Iterable[Any]) -> list[Any]:
    """The macro of each of the values."""
    return [macro(value) for value in values]


def environment(**options: Any) -> Environment:
    """Build the environment for Django's Jinja2 backend.

    Globals: ``static``, ``url``, ``kept``, ``each``, ``field_view``, ``form_errors``, ``login_page``, ``language()``
    and those of the i18n extension (newstyle: a literal percent sign in a msgid is written ``%%``).
    Undefined names raise.
    """
    strict = {"undefined": StrictUndefined, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    environment = Environment(extensions=["jinja2.ext.i18n"], **(options | strict))  # noqa: S701
    environment.install_gettext_translations(translation, newstyle=True)  # type: ignore[attr-defined]
    environment.globals.update(
        static=static,
        url=url,
        kept=kept,
        each=each,
        field_view=field_view,
        form_errors=form_errors,
        login_page=login_page,
        language=translation.get_language,
    )
    return environment
