"""Asking for help: choose, fill in page by page, read it through, send it once, and know what happens next."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.casework.casetype import FieldKind, FormField, FormSection
from borgerfokus.core.casework.intake import Checked
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.drafts.service import DraftChanged, DraftTooLarge
from borgerfokus.foundation.files import queries as files
from borgerfokus.foundation.files.queries import Stored
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import drafting, filling, guided, intake_form, shell
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen import requests as listed
from borgerfokus.web.citizen.filling import Form
from borgerfokus.web.citizen.present import known, receipt
from borgerfokus.web.citizen.uploads import NotTaken
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Alert, CardView, TabItem, Term
from borgerfokus.web.frame import asked, on_day, say, show, today, told
from borgerfokus.web.present import kinds

_LONGEST_WORDS = 200


@dataclass(frozen=True)
class Shown:
    """What a page shows beside the saved answers: as typed, with what is wrong, and what is said on top."""

    answers: Mapping[str, Any]
    errors: Mapping[str, str]
    alert: Alert | None = None
    status: int = 200


@citizen_only()
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """The kinds of help that can be asked for here."""
    words = request.GET.get("q", "").strip()[:_LONGEST_WORDS]
    versions = casework.newest_in_force(on=today(request))
    found = kinds.by_words(words, versions) if words else versions
    groups = [("", "", found)] if words else kinds.by_theme(found)
    framed = shell.page(request, title=_("Søg om hjælp"), crumbs=shell.crumbs(_("Søg om hjælp")))
    persons = people.of(asked(request).actor)
    return show(
        request,
        "citizen/choose.html",
        page=framed,
        drafts=listed.begun(request, persons),
        words=words,
        groups=[(key, title, _cards(chosen)) for key, title, chosen in groups if chosen],
    )


def _cards(versions: list[casework.CaseTypeVersion]) -> tuple[CardView, ...]:
    return tuple(
        CardView(title=say(one.spec.title_citizen), text=say(one.spec.short), href=listed.href(one.key))
        for one in versions
    )


@citizen_only()
@require_http_methods(["GET", "POST"])
def form(request: HttpRequest, key: str) -> HttpResponseBase:
    """One page of the form, or (the last) all of it to read through and send."""
    found = filling.opened(request, key)
    if isinstance(found, Refusal):
        told(request, found, "")
        return redirect("citizen:choose")
    if request.method == "POST" and request.POST.get("do") == "send":
        return _send(request, found)
    if request.method == "POST" and found.step < found.last:
        return _posted(request, found)
    if found.step == found.last:
        return _read_through(request, found, {}) if found.started.saved_at else redirect(found.href(1))
    more = None
    if request.GET.get("nyt") == "1":
        more = Alert("info", _("Dit svar giver et spørgsmål mere. Det står her på siden."))
    elif guided.along(request, found.started) and found.started.answers:
        whom = _(" Vælg også, hvem du søger for.") if _whom(request, found) else ""
        more = Alert("info", _("Vi har taget dine svar fra guiden med. Ret dem, som du vil.") + whom)
    return _page(request, found, Shown(answers=found.started.answers, errors={}, alert=more))


@citizen_only(keeps_text=False)
@require_POST
def autosave(request: HttpRequest, key: str) -> HttpResponse:
    """Keep what is typed on a page. 409 when another window has saved since."""
    found = filling.opened(request, key)
    if isinstance(found, Refusal) or found.step >= found.last:
        return HttpResponse(status=404)
    answers = intake_form.read(request, found.section, found.started.answers)
    try:
        filling.save(request, found, answers)
    except DraftChanged:
        return HttpResponse(status=409)
    except DraftTooLarge:
        return drafting.too_large()
    return drafting.saved(request)


@citizen_only()
@require_POST
def drop(request: HttpRequest, key: str) -> HttpResponse:
    """Forget a form that was begun."""
    person = filling.person_of(request, request.POST.get("for", ""))
    if dialogue.drop_draft(type_key=key, citizen_id=person, by=asked(request).actor):
        told(request, None, _("Kladden er slettet."))
    return redirect(shell.OVERVIEW)


@citizen_only()
@require_GET
def sent(request: HttpRequest, number: str) -> HttpResponse:
    """The receipt: what happens next, and by when."""
    case = shell.case_of(request, number)
    persons = people.of(asked(request).actor, cases=[case])
    framed = shell.page(
        request,
        title=_("Tak, vi har fået din ansøgning"),
        crumbs=shell.case_crumbs(case, _("Kvittering")),
        person=persons.get(case.citizen_id),
    )
    return show(
        request,
        "citizen/sent.html",
        page=framed,
        for_whom=_other(persons.get(case.citizen_id)),
        receipt=receipt.of_case(case, at=asked(request).moment),
        case_href=shell.href(case),
        upload_href=shell.href(case, "upload"),
    )


def _other(person: people.Person | None) -> str:
    """The name of the person whom it is about, unless that is the reader."""
    return "" if person is None or person.is_self else person.name


def _posted(request: HttpRequest, found: Form) -> HttpResponse:
    """Keep the page, then go on, stay, or say what is wrong."""
    answers = intake_form.read(request, found.section, found.started.answers)
    refused: dict[str, str] = {}
    try:
        intake_form.with_files(request, found.section, answers)
    except NotTaken as problem:
        refused[intake_form.refused_place(request, found.section, answers)] = problem.words
    do = request.POST.get("do", "next")
    anchor = intake_form.changed_rows(found.section, answers, do)
    try:
        found = replace(found, started=filling.save(request, found, answers))
    except DraftChanged:
        return _conflict(request, found, answers)
    except DraftTooLarge:
        return _page(request, found, Shown(answers=answers, errors={}, alert=_too_long(), status=422))
    if anchor is not None:
        return redirect(f"{found.href(found.step, w=filling.window_of(request))}#{anchor}")
    if refused or request.POST.get("remove"):
        return _page(request, found, Shown(answers=answers, errors=refused, status=422 if refused else 200))
    if do == "later":
        told(request, None, _("Det, du har skrevet, er gemt. Du kan gøre det færdigt senere."))
        return redirect(shell.OVERVIEW)
    if do == "back":
        return redirect(found.href(found.step - 1, w=filling.window_of(request)))
    return _on(request, found, answers)


def _on(request: HttpRequest, found: Form, answers: Mapping[str, Any]) -> HttpResponse:
    looked = intake_form.look(found.spec, answers)
    errors = intake_form.errors_in(found.section, looked, {})
    shown = set(request.POST.getlist(intake_form.ASKED))
    new = intake_form.asked_names(found.section, looked, answers) - shown
    if errors and not errors.keys() <= new:
        return _page(request, found, Shown(answers=answers, errors=errors, status=422))
    if new:
        return redirect(found.href(found.step, w=filling.window_of(request), nyt="1"))
    return redirect(found.href(found.step + 1, w=filling.window_of(request)))


def _conflict(request: HttpRequest, found: Form, answers: Mapping[str, Any]) -> HttpResponse:
    looked = intake_form.look(found.spec, found.started.answers)
    asked_now = intake_form.asked(found.section, looked)
    other = tuple(term for field in asked_now for term in _terms_of(field, looked, {}))
    alert = Alert(
        "warning",
        _("Din tekst står her endnu. Nederst ser du, hvad der er gemt i det andet vindue. Gem igen for at bruge din."),
        heading=_("Ansøgningen er gemt i et andet vindue imens"),
    )
    return _page(request, found, Shown(answers=answers, errors={}, alert=alert, status=409), other=other)


def _page(request: HttpRequest, found: Form, shown: Shown, *, other: tuple[Term, ...] = ()) -> HttpResponse:
    looked = intake_form.look(found.spec, shown.answers)
    fields = intake_form.asked(found.section, looked)
    return show(
        request,
        "citizen/request.html",
        page=_frame(request, found),
        status=shown.status,
        alert_view=shown.alert,
        errors=intake_form.summary_of_errors(fields, shown.errors),
        fields=intake_form.views(fields, shown.answers, shown.errors, looked),
        asked_keys=tuple(field.key for field in fields if field.kind is not FieldKind.GROUP),
        kept_until=on_day(found.started.kept_until),
        files=_files_shown(request, fields, shown.answers),
        section_title=say(found.section.title),
        steps=(*(say(section.title) for section in found.spec.intake), _("Læs igennem og send")),
        step=found.step,
        href=found.href(found.step, **guided.along(request, found.started)),
        autosave=_autosave_href(request, found),
        version=found.started.version,
        window=filling.window_of(request),
        whom=_whom(request, found) if found.step == 1 else (),
        known=known.terms(found.person) if found.step == 1 else (),
        summary=say(found.spec.summary) if found.step == 1 else "",
        other=other,
    )


def _files_shown(
    request: HttpRequest, fields: tuple[FormField, ...], answers: Mapping[str, Any]
) -> dict[str, tuple[Stored, ...]]:
    places = {name: intake_form.file_ids(answers, name) for name, _field in intake_form.file_places(fields, answers)}
    ids = [one for some in places.values() for one in some]
    rows = files.listed(file_ids=ids, case_id=None, by=asked(request).actor) if ids else {}
    return {name: tuple(rows[one] for one in some if one in rows) for name, some in places.items()}


def _read_through(request: HttpRequest, found: Form, errors: Mapping[str, str]) -> HttpResponse:
    looked = intake_form.look(found.spec, found.started.answers)
    wrong = {one.field: say(one.text) for one in looked.errors} | dict(errors)
    everything = tuple(found.spec.fields)
    rows = _files_shown(request, everything, found.started.answers)
    stored = {one.id: one for group in rows.values() for one in group}
    parts = tuple(
        (say(section.title), _terms(section, looked, stored), found.href(step))
        for step, section in enumerate(found.spec.intake, start=1)
    )
    missing = tuple(
        (text, found.href(step))
        for step, section in enumerate(found.spec.intake, start=1)
        for text in intake_form.named_errors(section.fields, wrong)
    )
    return show(
        request,
        "citizen/request_summary.html",
        page=_frame(request, found),
        status=422 if request.method == "POST" else 200,
        parts=parts,
        for_whom=_other(found.person),
        missing=missing,
        known=known.terms(found.person),
        steps=(*(say(section.title) for section in found.spec.intake), _("Læs igennem og send")),
        step=found.last,
        href=found.href(found.last),
        back=found.href(found.last - 1),
        key=found.started.idempotency_key,
        promise=receipt.promise(found.spec),
    )


def _terms(section: FormSection, looked: Checked, stored: Mapping[int, Stored]) -> tuple[Term, ...]:
    return tuple(term for field in intake_form.asked(section, looked) for term in _terms_of(field, looked, stored))


def _terms_of(field: FormField, looked: Checked, stored: Mapping[int, Stored]) -> tuple[Term, ...]:
    """An answer as it is read back; a group as one line for each of its rows."""
    answer = looked.answers.get(field.key)
    if field.kind is FieldKind.GROUP and answer is not None:
        rows = intake_form.rows_readable(field, answer, stored)
        return tuple(Term(title, line) for title, line in rows)
    return (Term(say(field.label), intake_form.readable(field, answer, stored)),)


def _send(request: HttpRequest, found: Form) -> HttpResponse:
    ask = asked(request)
    answers = {key: value for key, value in found.started.answers.items() if not key.startswith("_")}
    done = dialogue.submit(
        request=dialogue.NewRequest(
            type_key=found.spec.key,
            citizen_id=found.person.id,
            answers=answers,
            idempotency_key=request.POST.get("key", "")[:80] or found.started.idempotency_key,
            received_at=ask.moment,
            language="en" if ask.LANGUAGE_CODE == "en" else "da",
        ),
        by=ask.actor,
        at=ask.moment,
    )
    if isinstance(done, Refusal):
        told(request, done, "")
        return redirect(found.href(found.last))
    if isinstance(done, tuple):
        return _read_through(request, found, {one.field: say(one.text) for one in done})
    return redirect("citizen:request_sent", done.case_number)


def _whom(request: HttpRequest, found: Form) -> tuple[TabItem, ...]:
    """For whom one asks, when there is a choice."""
    allowed = people.acted_for(asked(request).actor)
    choices = [person for person in found.persons.values() if person.id in allowed]
    if len(choices) < 2:
        return ()
    return tuple(
        TabItem(
            label=_("Dig selv") if person.is_self else person.name,
            href=listed.href(found.spec.key, person, step=0, **guided.along(request, found.started)),
            current=person.id == found.person.id,
        )
        for person in choices
    )


def _autosave_href(request: HttpRequest, found: Form) -> str:
    address = reverse("citizen:request_save", args=[found.spec.key])
    whom = {} if found.person.is_self else {"for": found.person.id}
    return f"{address}?{urlencode({**whom, 'trin': found.step, **guided.along(request, found.started)})}"


def _frame(request: HttpRequest, found: Form) -> Any:
    title = say(found.spec.title_citizen)
    between = Crumb(_("Søg om hjælp"), reverse("citizen:choose"))
    return shell.page(
        request, title=_("Søg: %(title)s") % {"title": title}, crumbs=shell.crumbs(title, between), person=found.person
    )


def _too_long() -> Alert:
    text = _("Der er mere tekst, end der er plads til. Gør den kortere, eller send den som et dokument.")
    return Alert("error", text)
