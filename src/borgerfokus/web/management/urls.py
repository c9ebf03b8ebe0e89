"""Addresses of leaders and of those who review the logs."""

from django.urls import path

from borgerfokus.web.management.views import appeals, changing, emergencies, flow, indicators, team

app_name = "management"
urlpatterns = [
    path("", team.team, name="team"),
    path("overgange/", changing.changing, name="changing"),
    path("klager/", appeals.appeals, name="appeals"),
    path("forloeb/", flow.flow, name="flow"),
    path("noegletal/", indicators.every, name="indicators"),
    path("noegletal/<slug:key>/", indicators.one, name="indicator"),
    path("noedadgang/", emergencies.emergencies, name="emergencies"),
    path("opslag/", emergencies.looks, name="lookups"),
]
