"""Addresses of leaders and of those who review the logs."""

from django.urls import path

from borgerfokus.web.management.views import appeals, effect, emergencies, experience, flow, indicators, team

app_name = "management"
urlpatterns = [
    path("", team.team, name="team"),
    path("klager/", appeals.appeals, name="appeals"),
    path("effekt/", effect.effect, name="effect"),
    path("oplevelse/", experience.experience, name="experience"),
    path("forloeb/", flow.flow, name="flow"),
    path("noegletal/", indicators.every, name="indicators"),
    path("noegletal/<slug:key>/", indicators.one, name="indicator"),
    path("noedadgang/", emergencies.emergencies, name="emergencies"),
    path("opslag/", emergencies.looks, name="lookups"),
]
