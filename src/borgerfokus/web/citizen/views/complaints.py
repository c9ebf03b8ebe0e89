"""Complaints that are no appeals: about waiting time or conduct, and what is hard to use here. Each gets an answer."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.service import Complaint, ComplaintKind
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import once, shell
from borgerfokus.web.citizen.views.access import Chosen, case_field, choices
from borgerfokus.web.design.fields import FieldView, FormErrors, Option
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Chip, Item
from borgerfokus.web.frame import asked, on_day, show, told
from borgerfokus.web.present.complaints import kind_words

_LONGEST = 5_000


@citizen_only()
@require_http_methods(["GET", "POST"])
def complain(request: HttpRequest) -> HttpResponse:
    """GET: the form, and what I have complained of. POST: send it, and be told by when it is answered."""
    cases = choices(request, Verb.COMMENT_WRITE)
    if request.method == "GET":
        return _page(request, cases, {})
    kind = request.POST.get("kind", "")
    number = request.POST.get("case", "")
    chosen = next((one.case for one in cases if one.case.number == number), None)
    errors = _errors(request, kind, has_case=chosen is not None)
    if errors:
        return _page(request, cases, errors)
    if once.spend(request):
        _send(request, ComplaintKind(kind), chosen.pk if chosen else None)
    return redirect("citizen:complain")


def item(row: Complaint) -> Item:
    """A complaint as a line of a list, with its answer."""
    title = kind_words(row.kind)
    if row.case is not None:
        title = f"{title}: {shell.title_of(row.case)}"
    if row.answered_at is not None:
        text = _("Sendt %(day)s. Svar %(answered)s: %(text)s") % {
            "day": on_day(row.made_at),
            "answered": on_day(row.answered_at),
            "text": row.answer,
        }
        return Item(title=title, text=text, icon="reply", chip=Chip(_("Besvaret"), "ok"))
    said = {"day": on_day(row.made_at), "due": on_day(row.due)}
    text = _("Sendt %(day)s. Du får svar senest %(due)s.") % said
    return Item(title=title, text=text, icon="chat", chip=Chip(_("Venter på svar"), "warn"))


def _send(request: HttpRequest, kind: ComplaintKind, case_id: int | None) -> None:
    ask = asked(request)
    new = dialogue.NewComplaint(kind=kind, text=request.POST.get("text", "")[:_LONGEST], case_id=case_id)
    found = dialogue.complain(new=new, by=ask.actor, at=ask.moment)
    if isinstance(found, Refusal):
        once.give_back(request)
        told(request, found, "")
    else:
        told(request, None, _("Vi har fået det. Du får svar her senest %(day)s.") % {"day": on_day(found.due)})


def _errors(request: HttpRequest, kind: str, *, has_case: bool) -> dict[str, str]:
    found = {}
    if kind not in ComplaintKind.values:
        found["kind_0"] = _("Vælg, hvad det handler om.")
    if kind != ComplaintKind.ACCESSIBILITY and not has_case:
        found["case"] = _("Vælg den sag, det handler om.")
    if not request.POST.get("text", "").strip():
        found["text"] = _("Skriv, hvad der er sket.")
    return found


def _page(request: HttpRequest, cases: list[Chosen], errors: Mapping[str, str]) -> HttpResponse:
    title = _("Klag over ventetid eller optræden")
    crumbs = shell.crumbs(title, Crumb(_("Mine rettigheder"), reverse("citizen:rights")))
    rows = dialogue.own_complaints(by=asked(request).actor)
    return show(
        request,
        "citizen/complain.html",
        page=shell.page(request, title=title, crumbs=crumbs, current="citizen:data"),
        status=422 if errors else 200,
        fields=_fields(request, cases, errors),
        errors=FormErrors(entries=tuple((text, name) for name, text in errors.items())),
        complaints=tuple(item(row) for row in rows),
        once=once.key_of(request),
    )


def _fields(request: HttpRequest, cases: list[Chosen], errors: Mapping[str, str]) -> tuple[FieldView, ...]:
    kind = request.POST.get("kind", "") or request.GET.get("om", "")
    chosen = request.POST.get("case", "") or request.GET.get("sag", "")
    found = [
        FieldView(
            "radio",
            "kind",
            "kind",
            _("Hvad handler det om?"),
            errors=(errors["kind_0"],) if "kind_0" in errors else (),
            required=True,
            options=tuple(Option(one.value, kind_words(one), one.value == kind) for one in ComplaintKind),
        ),
        FieldView(
            "textarea",
            "text",
            "text",
            _("Hvad er der sket?"),
            request.POST.get("text", ""),
            hint=_("Skriv det med dine egne ord. En leder læser det, ikke den, du klager over."),
            errors=(errors["text"],) if "text" in errors else (),
            required=True,
            rows=6,
            attrs=(("maxlength", str(_LONGEST)),),
        ),
    ]
    if cases:
        hint = _("Vælg sagen, hvis det handler om ventetid, eller hvordan du er blevet mødt.")
        which = case_field(
            cases, chosen, everything=False, error=errors.get("case", ""), hint=hint, required=False
        )
        found.insert(1, which)
    return tuple(found)
