"""Addresses of the citizen's place."""

from django.urls import URLPattern, path

from borgerfokus.web.citizen import drafting
from borgerfokus.web.citizen.views import (
    appeal,
    case,
    data,
    experience,
    hearing,
    journal,
    letters,
    lookups,
    overview,
    plan,
    powers,
    requests,
    rights,
    task,
    withdraw,
)

app_name = "citizen"
urlpatterns: list[URLPattern] = [
    path("", overview.overview, name="overview"),
    path("sag/<str:number>/", case.case, name="case"),
    path("sag/<str:number>/journal/", journal.page, name="journal"),
    path("sag/<str:number>/kommentar/", journal.comment, name="comment"),
    path("sag/<str:number>/fil/<int:file_id>/", journal.document, name="document"),
    path("sag/<str:number>/dokument/", task.upload, name="upload"),
    path("sag/<str:number>/hoering/", hearing.hearing, name="hearing"),
    path("sag/<str:number>/afgoerelse/<int:decision_id>/", letters.decision, name="decision"),
    path("sag/<str:number>/plan/", plan.plan, name="plan"),
    path("sag/<str:number>/plan/<int:plan_id>/plan.pdf", plan.pdf, name="plan_pdf"),
    path("sag/<str:number>/klage/", appeal.appeal, name="appeal"),
    path("sag/<str:number>/klage/<int:appeal_id>/traek/", appeal.withdraw, name="appeal_withdraw"),
    path("sag/<str:number>/traek/", withdraw.withdraw, name="withdraw"),
    path("sag/<str:number>/spoergsmaal/<int:question_id>/", experience.experience, name="experience"),
    path("opgave/<int:task_id>/", task.task, name="task"),
    path("breve/", letters.every, name="letters"),
    path("breve/<uuid:message_id>/", letters.letter, name="letter"),
    path("breve/<uuid:message_id>/pdf/", letters.pdf, name="letter_pdf"),
    path("ansoeg/", requests.choose, name="choose"),
    path("ansoeg/sendt/<str:number>/", requests.sent, name="request_sent"),
    path("ansoeg/<slug:key>/", requests.form, name="request"),
    path("ansoeg/<slug:key>/gem/", requests.autosave, name="request_save"),
    path("ansoeg/<slug:key>/slet/", requests.drop, name="request_drop"),
    path("kladde/<str:key>/", drafting.autosave, name="autosave"),
    path("oplysninger/", data.data, name="data"),
    path("oplysninger/nummer/", data.reveal, name="reveal"),
    path("opslag/", lookups.lookups, name="lookups"),
    path("fuldmagt/", powers.powers, name="powers"),
    path("fuldmagt/<int:power_id>/stop/", powers.withdraw, name="withdraw_power"),
    path("rettigheder/", rights.rights, name="rights"),
]
