"""Addresses of the administrator."""

from django.urls import path

from borgerfokus.web.admin.views import (
    casetypes,
    clients,
    integrations,
    offers,
    post,
    reasons,
    standards,
    units,
    values,
    wordings,
)

app_name = "admin"
urlpatterns = [
    path("", casetypes.start, name="start"),
    path("sagstyper/", casetypes.types, name="types"),
    path("sagstyper/<int:version_id>/", casetypes.one_type, name="type"),
    path("vaerdier/", values.values, name="values"),
    path("vaerdier/<str:key>/", values.one_value, name="value"),
    path("enheder/", units.units, name="units"),
    path("enheder/ansvar/", units.answer_for, name="answer_for"),
    path("enheder/<int:unit_id>/", units.one_unit, name="unit"),
    path("tilbud/", offers.kept, name="offers"),
    path("tilbud/nyt/", offers.new, name="offer-new"),
    path("tilbud/tilbud.csv", offers.export, name="offers-csv"),
    path("tilbud/<slug:key>/", offers.one, name="offer"),
    path("aftaler/", reasons.kept, name="reasons"),
    path("aftaler/nyt/", reasons.new, name="reason-new"),
    path("aftaler/<slug:key>/", reasons.one, name="reason"),
    path("breve/", wordings.letters, name="wordings"),
    path("breve/udgave/<int:version_id>/", wordings.version, name="wording-version"),
    path("breve/udgave/<int:version_id>/handling/", wordings.act, name="wording-act"),
    path("breve/<str:key>/<slug:case_type>/", wordings.one, name="wording"),
    path("breve/<str:key>/<slug:case_type>/brev.pdf", wordings.pdf, name="wording-pdf"),
    path("post/", post.post, name="post"),
    path("post/<uuid:message_id>/", post.message, name="post-message"),
    path("tilsynsskema/", standards.review_forms, name="review-forms"),
    path("tilsynsskema/<int:form_id>/", standards.review_form, name="review-form"),
    path("kodeks/", standards.kodeks, name="kodeks"),
    path("programmer/", clients.clients, name="clients"),
    path("programmer/<slug:client_id>/", clients.one, name="client"),
    path("integrationer/", integrations.registry, name="integrations"),
    path("integrationer/ny/", integrations.new, name="integration-new"),
    path("integrationer/<slug:key>/", integrations.one, name="integration"),
]
