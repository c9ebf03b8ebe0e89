"""Tokens: client credentials in, a bearer token for an hour out."""

from typing import Annotated, Any, Literal, cast

from django.http import HttpRequest
from ninja import Form, Router, Schema

from borgerfokus.api.problems import Refused, documented
from borgerfokus.api.v1.schemas import Line, TokenOut
from borgerfokus.foundation.login import clients
from borgerfokus.foundation.login.request import Request

router = Router(tags=["tokens"])


class Grant(Schema):
    """The client credentials grant of OAuth 2."""

    grant_type: Literal["client_credentials"]
    client_id: Line
    client_secret: Line


@router.post("/token", response=documented({200: TokenOut}), auth=None)
def token(request: HttpRequest, grant: Annotated[Grant, Form()]) -> dict[str, Any]:
    """A bearer token for an hour. Wrong credentials and an unknown client get the same answer."""
    asked = cast("Request", request)
    shown = clients.Credentials(client_id=grant.client_id, secret=grant.client_secret)
    issued = clients.issue_token(credentials=shown, at=asked.moment)
    if issued is None:
        raise Refused(title="The credentials are not valid.", code="invalid_client", status=401)
    return {"access_token": issued.value, "token_type": "Bearer", "expires_in": issued.seconds}
