"""The pages of errors: each says what happened, gives a way on, and a reference that support can look up."""

import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request could not be understood."""
    return _page(request, "design/errors/400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request was understood and refused."""
    return _page(request, "design/errors/403.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Unknown, or not for this actor: the same answer."""
    return _page(request, "design/errors/404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something went wrong here. Rendered without the database."""
    return _page(request, "design/errors/500.html", 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old, or came from elsewhere."""
    return _page(request, "design/errors/403.html", 403)


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    return render(request, template, {"reference": secrets.token_hex(4).upper()}, status=status)
