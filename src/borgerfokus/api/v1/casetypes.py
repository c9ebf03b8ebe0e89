"""Case types in force."""

from typing import Any, cast

from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja import Router

from borgerfokus.api.auth import client
from borgerfokus.api.problems import documented
from borgerfokus.api.v1.schemas import CaseTypeOut
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.foundation.login.request import Request

router = Router(tags=["case types"])


@router.get("/case-types", response=documented({200: list[CaseTypeOut]}))
def case_types(request: HttpRequest) -> list[dict[str, Any]]:
    """The case types that start cases today."""
    asked = cast("Request", request)
    client(asked, Verb.API_CASE_TYPES_READ)
    return [
        {
            "key": version.key,
            "version": version.number,
            "title": version.spec.title_staff.da,
            "title_en": version.spec.title_staff.en,
            "act": version.spec.act,
            "section": version.spec.section,
            "kle": version.spec.kle,
            "valid_from": version.valid_from,
            "valid_to": version.valid_to,
        }
        for version in casework.newest_in_force(on=localdate(asked.moment))
    ]
