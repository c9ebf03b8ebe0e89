"""Lets the client's requests to the demo provider be answered in this process, without a socket."""

import json
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from django.utils import timezone
from requests import PreparedRequest, Response
from requests.adapters import BaseAdapter

from borgerfokus.foundation.login.demo_provider import answers, provider

ADDRESS: Final = provider.ISSUER_BASE


class InProcess(BaseAdapter):
    """Answers what `answers.answer` answers."""

    def send(self, request: PreparedRequest, **_: object) -> Response:  # type: ignore[override]
        """The answer as requests' own response."""
        status, content = answers.answer(urlsplit(request.url or "").path, _form(request.body), at=timezone.now())
        response = Response()
        response.status_code = status
        response.url = request.url or ""
        response.request = request
        response.headers["Content-Type"] = "application/json"
        response._content = json.dumps(content).encode()
        return response

    def close(self) -> None:
        """Nothing is held open."""


def _form(body: object) -> Mapping[str, str]:
    text = body.decode() if isinstance(body, bytes) else str(body or "")
    return dict(parse_qsl(text))
