"""Addresses of the public place."""

from django.urls import path

from borgerfokus.web.public.views import (
    about,
    concern,
    feed,
    figures,
    finding,
    guide,
    kodeks,
    offers,
    pages,
    reminders,
    searching,
)

app_name = "public"
urlpatterns = [
    path("", finding.front, name="front"),
    path("soeg/", searching.search, name="search"),
    path("guide/", guide.guide, name="guide"),
    path("sider/", pages.every, name="pages"),
    path("side/<slug:key>/", pages.one, name="page"),
    path("pris-og-tid/", pages.costs, name="costs"),
    path("liv/<slug:slug>/", finding.life, name="life"),
    path("hjaelp/<slug:key>/", finding.help_page, name="help"),
    path("tilbud/", offers.catalogue, name="offers"),
    path("tilbud/sammenlign/", offers.compare, name="offers-compare"),
    path("tilbud/<slug:key>/", offers.one, name="offer"),
    path("kalender/<str:token>/aftaler.ics", feed.feed, name="feed"),
    path("kodeks/", kodeks.kodeks, name="kodeks"),
    path("underret/", concern.notify, name="concern"),
    path("frister/", finding.promises, name="promises"),
    path("noegletal/", figures.figures, name="figures"),
    path("noegletal/<slug:key>/", figures.one, name="figure"),
    path("noegletal/stop/<int:subscription_id>/<str:token>/", figures.stop, name="figures-stop"),
    path("paamindelser/stop/<int:reminder_id>/<str:token>/", reminders.stop, name="reminders-stop"),
    path("hvem-maa-se-hvad/", about.who, name="who"),
    path("vaerdier/", about.values, name="values"),
    path("tilgaengelighed/", about.accessibility, name="accessibility"),
    path("privatliv/", about.privacy, name="privacy"),
]
