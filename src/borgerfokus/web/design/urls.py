"""Addresses of the design system."""

from __future__ import annotations

from django.urls import path

from borgerfokus.web.design.gallery import gallery

app_name = "design"
urlpatterns = [
    path("design", gallery, name="gallery"),
    path("design/staff", gallery, {"staff": True}, name="gallery-staff"),
]
