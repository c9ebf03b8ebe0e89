"""Addresses of the design system, below ``/design/``."""

from __future__ import annotations

from django.urls import path

from borgerfokus.web.design.gallery import gallery

app_name = "design"
urlpatterns = [
    path("", gallery, name="gallery"),
    path("staff", gallery, {"staff": True}, name="gallery-staff"),
]
