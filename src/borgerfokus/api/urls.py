"""Addresses of the API."""

from django.urls import path
from ninja import NinjaAPI

from borgerfokus.api import problems
from borgerfokus.api.auth import Bearer
from borgerfokus.api.v1 import cases, casetypes, tokens

v1 = NinjaAPI(
    title="Borgerfokus",
    version="1",
    description="Cases, events and case types of a municipality's welfare field.",
    urls_namespace="api-v1",
    auth=Bearer(),
    docs_url=None,
)
v1.add_router("", tokens.router)
v1.add_router("", cases.router)
v1.add_router("", casetypes.router)
problems.install(v1)

urlpatterns = [path("v1/", v1.urls)]
