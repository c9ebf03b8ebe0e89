"""The sign that PostgreSQL cannot hold. It is taken out of what comes in, so that no view has to think of it."""

from collections.abc import Callable
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict

from borgerfokus.foundation.login.middleware import API_PREFIX

_NUL: Final = "\x00"
_ESCAPED: Final = "%00"


class NulMiddleware:
    """An address with a NUL is nobody's. In what is asked or typed it is left out, and the rest is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Clean cookies and query. Raises Http404."""
        if _NUL in request.path_info:
            raise Http404
        for name in [name for name, value in request.COOKIES.items() if _NUL in value]:
            del request.COOKIES[name]
        if _ESCAPED in request.META.get("QUERY_STRING", ""):
            request.GET = _cleaned(request.GET)
        return self._next(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """Clean what is posted, before a view or its guard reads it. The API reads such a body itself, once."""
        if request.path_info.startswith(API_PREFIX) and request.content_type == "multipart/form-data":
            return
        if any(_NUL in text for name, values in request.POST.lists() for text in (name, *values)):
            request.POST = _cleaned(request.POST)


def _cleaned(told: QueryDict) -> Any:
    """The same pairs in their order, without the sign; unchangeable as before."""
    clean = QueryDict(mutable=True)
    for name, values in told.lists():
        for value in values:
            clean.appendlist(name.replace(_NUL, ""), value.replace(_NUL, ""))
    clean._mutable = False
    return clean
