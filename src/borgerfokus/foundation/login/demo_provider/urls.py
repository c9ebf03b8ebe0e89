"""Addresses of the demo provider; mounted only in a demo."""

from django.urls import URLPattern, path

from borgerfokus.foundation.login.demo_provider import views

app_name = "demo_login"
urlpatterns: list[URLPattern] = [
    path("<str:who>/authorize", views.authorize, name="authorize"),
    path("<path:path>", views.answer, name="answer"),
]
