"""Addresses of logging in and off. Danish, as all addresses that people see."""

from django.urls import URLPattern, path

from borgerfokus.foundation.login import views

app_name = "login"
urlpatterns: list[URLPattern] = [
    path("log-ind/", views.choose, name="choose"),
    path("log-ind/nød", views.local, name="emergency"),
    path("log-ind/afsluttet", views.ended, name="ended"),
    path("log-ind/igen", views.again, name="again"),
    path("log-ind/fortsaet", views.resume, name="resume"),
    path("log-ind/<str:who>/", views.start, name="start"),
    path("log-ind/<str:who>/svar", views.callback, name="callback"),
    path("log-af", views.logout, name="logout"),
    path("sprog", views.language, name="language"),
]
