"""Addresses of leaders and of those who review the logs."""

from django.urls import path

from borgerfokus.web.management.views import (
    appeals,
    changing,
    effect,
    emergencies,
    erasure,
    experience,
    flow,
    forecast,
    indicators,
    kodeks,
    messages,
    questions,
    results,
    reviews,
    rights,
    supervision,
    team,
)

app_name = "management"
urlpatterns = [
    path("", team.team, name="team"),
    path("overgange/", changing.changing, name="changing"),
    path("klager/", appeals.appeals, name="appeals"),
    path("effekt/", effect.effect, name="effect"),
    path("oplevelse/", experience.experience, name="experience"),
    path("forloeb/", flow.flow, name="flow"),
    path("prognose/", forecast.ahead, name="forecast"),
    path("noegletal/", indicators.every, name="indicators"),
    path("noegletal/<slug:key>/", indicators.one, name="indicator"),
    path("noedadgang/", emergencies.emergencies, name="emergencies"),
    path("opslag/", emergencies.looks, name="lookups"),
    path("beskeder/", messages.answering, name="messages"),
    path("opslag/spoergsmaal/", questions.every, name="lookup-questions"),
    path("opslag/spoergsmaal/<int:question_id>/", questions.one, name="lookup-question"),
    path("kodeks/", kodeks.kodeks, name="kodeks"),
    path("tilsyn/", supervision.campaigns, name="supervision"),
    path("tilsyn/ny/", supervision.new, name="campaign-new"),
    path("tilsyn/gennemgang/<int:sampled_id>/", reviews.review, name="review"),
    path("tilsyn/gennemgang/<int:sampled_id>/kladde/", reviews.keep, name="review-draft"),
    path("tilsyn/<int:campaign_id>/", supervision.campaign, name="campaign"),
    path("tilsyn/<int:campaign_id>/ret/", supervision.edit, name="campaign-edit"),
    path("tilsyn/<int:campaign_id>/udtraek.csv", supervision.drawn_from, name="campaign-list"),
    path("tilsyn/<int:campaign_id>/resultat/", results.result, name="campaign-result"),
    path("tilsyn/<int:campaign_id>/rapport.pdf", results.report, name="campaign-report"),
    path("rettigheder/", rights.overview, name="rights"),
    path("sletning/", erasure.overview, name="erasure"),
    path("sletning/<int:erasure_id>/", erasure.certificate, name="certificate"),
]
