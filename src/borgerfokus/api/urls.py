"""Addresses of the API."""

from typing import Any

from django.urls import path
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from borgerfokus.api import problems
from borgerfokus.api.auth import Bearer
from borgerfokus.api.v1 import cases, casetypes, content, events, tokens


class Api(NinjaAPI):
    """An API whose description also tells of its errors, and is made once: anybody may ask for it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._described: dict[str, OpenAPISchema] = {}

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The description as OpenAPI 3.1."""
        key = repr(options)
        if key not in self._described:
            schema = super().get_openapi_schema(**options)
            problems.describe(schema)
            self._described[key] = schema
        return self._described[key]


v1 = Api(
    title="Borgerfokus",
    version="1",
    description="Cases and what is in them, events and case types of a municipality's welfare field.",
    urls_namespace="api-v1",
    auth=Bearer(),
    docs_url=None,
)
v1.add_router("", tokens.router)
v1.add_router("", cases.router)
v1.add_router("", casetypes.router)
v1.add_router("", content.router)
v1.add_router("", events.router)
problems.install(v1)

urlpatterns = [path("v1/", v1.urls)]
