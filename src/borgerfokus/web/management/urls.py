"""Addresses of this place."""

from django.urls import URLPattern

app_name = "management"
urlpatterns: list[URLPattern] = []
