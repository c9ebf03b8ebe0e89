"""The texts of letters: the list, one letter with its versions, writing with the letter beside, and what differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.texts import LANGUAGES, Text
from borgerfokus.core.wording import Draft, Template, check
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.text.documents import LetterRefused
from borgerfokus.foundation.wording import service as wording
from borgerfokus.foundation.wording.models import WordingState, WordingVersion
from borgerfokus.web.admin import letterfields, letterpreview, letterversions
from borgerfokus.web.admin.letterversions import EVERY
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Column
from borgerfokus.web.frame import asked, on_day, page, say, show, today, told
from borgerfokus.web.numbers import whole
from borgerfokus.web.present import readable
from borgerfokus.web.present.sheets import pdf_answer

_MARK = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.LETTER_TEMPLATE_EDIT)


@_MARK
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Every letter that the platform sends, and whose words it is in. `q` searches, `gruppe` chooses a kind."""
    wanted, group = request.GET.get("q", "").strip().lower(), request.GET.get("gruppe", "")
    counts = wording.count_by_key()
    found = [
        one
        for one in wording.templates(on=today(request))
        if (not group or one.group == group) and wanted in f"{one.key} {one.title.da} {one.title.en}".lower()
    ]
    return show(
        request,
        "admin/wordings.html",
        page=page(request, title=_("Breve"), place="admin", current="admin:start", crumbs=_crumbs(_("Breve"))),
        wanted=wanted,
        group=group,
        groups=[("", _("Alle breve")), *letterversions.groups().items()],
        columns=(Column(_("Brev")), Column(_("Slags")), Column(_("I brug"), hidden=False), Column(_("Udkast"))),
        rows=tuple(letterversions.row_of(request, one, counts) for one in found),
    )


@_MARK
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, key: str, case_type: str) -> HttpResponse:
    """One letter. GET: its text in use, or the draft. POST `then`: look at what is written, or save it as a draft."""
    letter = _opened(request, key, case_type)
    template = letter.template
    if request.method == "GET":
        return _page(letter, _beginning(letter))
    written = {
        part.name: Draft(*(request.POST.get(f"{part.name}__{one}", "")[:letterfields.LONGEST] for one in LANGUAGES))
        for part in template.parts
        if not part.locked
    }
    if request.POST.get("then") != "save":
        return _page(letter, written)
    edits = request.POST.get("edits", "0")
    new = wording.NewWording(
        key=key,
        case_type=_type(case_type),
        parts=written,
        note=request.POST.get("note", ""),
        edits=whole(edits) or 0,
    )
    saved = wording.save_concept(new=new, by=asked(request).actor, at=asked(request).moment)
    if isinstance(saved, tuple):
        refusals = tuple(f"{say(one.text)} {one.article}".strip() for one in saved)
        return _page(letter, written, refusals=refusals)
    messages.success(request, _("Udkastet er gemt. Det bruges først, når du tager det i brug."))
    return redirect("admin:wording", key, case_type)


@_MARK
@require_http_methods(["POST"])
def act(request: HttpRequest, version_id: int) -> HttpResponse:
    """Take a draft into use from a day, take a version out of use, or begin a draft from an earlier one."""
    row = wording.find_version(version_id=version_id)
    by, at = asked(request).actor, asked(request).moment
    match request.POST.get("act"):
        case "publish":
            try:
                day = date.fromisoformat(request.POST.get("from", ""))
            except ValueError:
                day = today(request)
            refused = wording.publish(version_id=version_id, from_day=day, by=by, at=at)
            done = _("Teksten er i brug fra %(day)s. Breve, der er sendt, ændres ikke.") % {"day": on_day(day)}
            told(request, refused, done)
        case "retire":
            refused = wording.retire(version_id=version_id, by=by, at=at)
            told(request, refused, _("Teksten er taget ud af brug. Den forrige, eller den medfølgende, gælder igen."))
        case "again":
            begun = wording.begin_from(version_id=version_id, by=by, at=at)
            told(request, None if isinstance(begun, int) else begun, _("Udkastet begynder med den gamle tekst."))
        case _:
            raise Hidden("act")
    return redirect("admin:wording", row.key, row.case_type or EVERY)


@_MARK
@require_safe
def version(request: HttpRequest, version_id: int) -> HttpResponse:
    """One version, and what it says otherwise than the one before (or than the packaged text)."""
    row = wording.find_version(version_id=version_id)
    template = _template(request, row.key, row.case_type or EVERY)
    every = wording.versions(key=row.key, case_type=row.case_type)
    before = next((one for one in every if one.number < row.number), None)
    language = request.LANGUAGE_CODE[:2] if request.LANGUAGE_CODE[:2] in LANGUAGES else "da"
    title = _("%(letter)s, udgave %(n)s") % {"letter": say(template.title), "n": row.number}
    return show(
        request,
        "admin/wording_version.html",
        page=page(
            request,
            title=title,
            place="admin",
            current="admin:start",
            crumbs=[
                *_crumbs(_("Breve"), reverse("admin:wordings")),
                Crumb(say(template.title), reverse("admin:wording", args=[row.key, row.case_type or EVERY])),
                Crumb(_("Udgave %(n)s") % {"n": row.number}),
            ],
        ),
        note=letterversions.told_of(row),
        against=_("udgave %(n)s") % {"n": before.number} if before else _("den medfølgende tekst"),
        parts=[
            (say(part.title), one, letterversions.changes(before, part, new, language=one))
            for part in template.parts
            if part.name in row.parts
            for one, new in ((language, row.parts[part.name][language]),)
        ],
    )


@_MARK
@require_safe
def pdf(request: HttpRequest, key: str, case_type: str) -> HttpResponse:
    """The letter as it is sent, with the draft's words where there is one, and invented values."""
    letter = _opened(request, key, case_type)
    template, language = letter.template, _language(request)
    own = _in_force(letter)
    if letter.draft:
        own = {name: Text.from_mapping(one) for name, one in letter.draft.parts.items()}
    values = letterpreview.values_of(template, language=language, case=_case(request))
    parts = letterpreview.parts_of(template, own, values, language=language)
    try:
        content = letterpreview.pdf(template, parts, on=today(request), language=language)
    except LetterRefused as refused:
        messages.error(request, " ".join(say(fault) for fault in refused.faults))
        return redirect("admin:wording", key, case_type)
    return pdf_answer(content, name="brev")


@dataclass(frozen=True)
class _Letter:
    """One letter on its page: its text, for which case types, and its versions, newest first."""

    request: HttpRequest
    template: Template
    case_type: str
    versions: tuple[WordingVersion, ...]

    @property
    def draft(self) -> WordingVersion | None:
        return next((row for row in self.versions if row.state == WordingState.CONCEPT), None)


def _opened(request: HttpRequest, key: str, case_type: str) -> _Letter:
    template = _template(request, key, case_type)
    return _Letter(request, template, case_type, tuple(wording.versions(key=key, case_type=_type(case_type))))


def _language(request: HttpRequest) -> str:
    return "en" if request.GET.get("sprog") == "en" else "da"


def _page(letter: _Letter, written: Mapping[str, Draft], *, refusals: tuple[str, ...] = ()) -> HttpResponse:
    request, template, case_type, draft = letter.request, letter.template, letter.case_type, letter.draft
    faults = check(template=template, parts=written)
    complete = {name: one.text for name, one in written.items() if one.da.strip() and one.en.strip()}
    own = complete if not faults else {}
    language = _language(request)
    values = letterpreview.values_of(template, language=language, case=_case(request))
    parts = letterpreview.parts_of(template, own, values, language=language)
    measured = letterfields.measured(request, letterpreview.plain_text(template, parts))
    here = reverse("admin:wording", args=[template.key, case_type])
    return show(
        request,
        "admin/wording.html",
        page=page(
            request,
            title=say(template.title),
            place="admin",
            current="admin:start",
            crumbs=[*_crumbs(_("Breve"), reverse("admin:wordings")), Crumb(say(template.title))],
        ),
        status=422 if refusals else 200,
        note=_note(request, template, case_type),
        here=here,
        other=_other_scope(request, template, case_type),
        refusals=refusals,
        faults=[f"{say(one.text)} {one.article}".strip() for one in faults] if not refusals else [],
        fields=letterfields.fields_of(template, written),
        locked=[(say(part.title), say(part.text)) for part in template.parts if part.locked],
        edits=draft.edits if draft else 0,
        draft_note=draft.note if draft else "",
        placeholders=[
            (f"{{{name}}}", say(sample), name in template.owed) for name, sample in template.placeholders.items()
        ],
        scale=readable.scale(measured),
        reading=readable.reading(measured),
        long_sentences=letterfields.long_sentences(request, letterpreview.plain_text(template, parts)),
        sheet=letterpreview.sheet(template, parts, on=today(request), language=language),
        languages=[("da", _("Dansk")), ("en", _("Engelsk"))],
        shown_in=language,
        pdf=f"{reverse('admin:wording-pdf', args=[template.key, case_type])}?sprog={language}",
        case_number=request.GET.get("sag", ""),
        may_choose_case=asked(request).actor.can(Verb.CASE_SEE),
        draft_id=draft.pk if draft else None,
        act_on=reverse("admin:wording-act", args=[draft.pk]) if draft else "",
        tomorrow=today(request).isoformat(),
        versions=tuple(letterversions.item(one) for one in letter.versions),
    )


def _beginning(letter: _Letter) -> dict[str, Draft]:
    """What the form begins with: the draft, else what is in use, else the packaged text."""
    template, draft = letter.template, letter.draft
    in_use = {name: {"da": text.da, "en": text.en} for name, text in _in_force(letter).items()}
    own = draft.parts if draft else in_use
    return {
        part.name: Draft(
            own.get(part.name, {}).get("da", part.text.da).strip(),
            own.get(part.name, {}).get("en", part.text.en).strip(),
        )
        for part in template.parts
        if not part.locked
    }


def _in_force(letter: _Letter) -> Mapping[str, Text]:
    key, case_type = letter.template.key, _type(letter.case_type)
    return wording.in_force(key=key, case_type=case_type, on=today(letter.request)).parts


def _note(request: HttpRequest, template: Template, case_type: str) -> str:
    where = _("Alle sagstyper") if case_type == EVERY else case_type
    found = wording.in_force(key=template.key, case_type=_type(case_type), on=today(request))
    used = _("kommunens egen tekst er i brug") if found.version_id else _("den medfølgende tekst er i brug")
    return f"{where} · {used}"


def _other_scope(request: HttpRequest, template: Template, case_type: str) -> tuple[tuple[str, str, bool], ...]:
    """The case types for which the letter can have words of its own; none for a letter of one case type."""
    if template.case_type:
        return ()
    every = [(EVERY, _("Alle sagstyper"))]
    every += [(row.key, say(row.spec.title_staff)) for row in casework.newest_in_force(on=today(request))]
    return tuple((reverse("admin:wording", args=[template.key, key]), title, key == case_type) for key, title in every)


def _template(request: HttpRequest, key: str, case_type: str) -> Template:
    if case_type != EVERY and all(row.key != case_type for row in casework.newest_in_force(on=today(request))):
        raise Hidden(f"case type {case_type}")
    return wording.find_template(key=key, case_type=_type(case_type), on=today(request))


def _type(case_type: str) -> str:
    return "" if case_type == EVERY else case_type


def _case(request: HttpRequest) -> casework.Case | None:
    """The case whose values are shown, for those who may see it. Raises Hidden."""
    number = request.GET.get("sag", "").strip()
    by = asked(request).actor
    if not number or not by.can(Verb.CASE_SEE):
        return None
    return casework.find(number=number, by=by, at=asked(request).moment)


def _crumbs(label: str, href: str = "") -> list[Crumb]:
    return [Crumb(_("Styring"), reverse("admin:start")), Crumb(label, href)]
