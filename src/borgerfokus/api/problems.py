"""Errors as problem details (RFC 9457): a title that says what to do, and nothing about what is hidden."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from borgerfokus.foundation.access.hidden import Hidden

TYPE = "application/problem+json"


class Problem(Schema):
    """What went wrong. `errors` names the fields, when it is about fields."""

    title: str
    status: int
    code: str
    errors: list[str] = []


class Refused(Exception):
    """An act that the rules do not allow now. `title` says why and what to do."""

    def __init__(self, *, title: str, code: str, status: int = 409) -> None:
        super().__init__(code)
        self.title, self.code, self.status = title, code, status


def documented(success: dict[int, Any]) -> dict[int, Any]:
    """The answers of an operation: its own, and the errors that any operation may give."""
    return {**success, **dict.fromkeys(_MEANINGS, Problem)}


def describe(schema: dict[str, Any]) -> None:
    """Say in an OpenAPI description that errors are problem details, and what each status means."""
    for operations in schema["paths"].values():
        for operation in operations.values():
            for status, meaning in _MEANINGS.items():
                told = operation["responses"][status]
                told["content"] = {TYPE: told["content"]["application/json"]}
                told["description"] = meaning


def answer(*, status: int, code: str, title: str, errors: list[str] | None = None) -> HttpResponse:
    """A problem as an HTTP answer."""
    body = {"title": title, "status": status, "code": code, "errors": errors or []}
    response = HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=TYPE)
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def install(api: NinjaAPI) -> None:
    """Answer every error of the API as a problem."""

    @api.exception_handler(Hidden)
    def _hidden(_request: HttpRequest, _error: Hidden) -> HttpResponse:
        return answer(status=404, code="not_found", title="There is nothing here for this client.")

    @api.exception_handler(Refused)
    def _refused(_request: HttpRequest, error: Refused) -> HttpResponse:
        return answer(status=error.status, code=error.code, title=error.title)

    @api.exception_handler(AuthenticationError)
    def _unknown(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
        return answer(status=401, code="token_required", title="Get a token at /api/v1/token and send it as Bearer.")

    @api.exception_handler(ValidationError)
    def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
        named = [f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in error.errors]
        return answer(status=422, code="invalid", title="Mend the fields that are named.", errors=named)

    @api.exception_handler(HttpError)
    def _http(_request: HttpRequest, error: HttpError) -> HttpResponse:
        return answer(status=error.status_code, code="bad_request", title=error.message)


_MEANINGS = {
    400: "The request cannot be read.",
    401: "There is no token, or it has ended.",
    403: "The client does not carry the verb of the operation.",
    404: "There is nothing here for this client; whether it exists elsewhere is not told.",
    409: "The request is well-formed, but the rules do not allow it. `code` says which, `title` what to do.",
    422: "Fields do not fit the description. `errors` names them.",
}
