"""Notifying of concern about a child: by anybody, without login, without scripts, anonymously too.

The answer to the form is the receipt itself: no address with a reference is left in the browser's history, and the
same form sent again is answered with the same receipt.
"""

import re
from typing import Any, Final
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns import Function
from borgerfokus.foundation.access.actor import ANONYMOUS
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.login.guards import nameless
from borgerfokus.web.design.fields import FieldView
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.frame import asked, on_day, page, page_language, say, show
from borgerfokus.web.present import concerns as words

MOST_FILES: Final = 5
ACCEPT: Final = "image/*,application/pdf,.pdf,.jpg,.jpeg,.png,.heic,.docx,.txt"
_FIELD_OF: Final = {"nothing_seen": "seen", "professional_is_named": "name"}


class ConcernForm(forms.Form):
    """What is told, the child, and who tells."""

    told_acute = forms.BooleanField(required=False, label=__("Barnet er i fare lige nu"))
    seen = forms.CharField(
        label=__("Hvad bekymrer dig?"),
        help_text=__("Skriv, hvad du har set eller hørt, og hvornår. Skriv det, som du ville fortælle det."),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    told_violence = forms.BooleanField(
        required=False, label=__("Jeg tror, at barnet bliver slået eller udsat for overgreb")
    )
    child_name = forms.CharField(required=False, label=__("Barnets navn"), max_length=160)
    child_age = forms.CharField(
        required=False, label=__("Alder eller fødselsdag"), max_length=80, help_text=__("Et skøn er fint")
    )
    child_address = forms.CharField(
        required=False, label=__("Hvor bor barnet?"), max_length=240, help_text=__("Adresse, opgang eller område")
    )
    child_school = forms.CharField(required=False, label=__("Skole eller institution"), max_length=160)
    siblings = forms.CharField(
        required=False,
        label=__("Er der søskende?"),
        max_length=2_000,
        help_text=__("Skriv navn og alder, hvis du ved det"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    parents_know = forms.ChoiceField(
        required=False, label=__("Ved forældrene, at du skriver til os?"), widget=forms.RadioSelect
    )
    function = forms.ChoiceField(label=__("Hvem er du for barnet?"), widget=forms.RadioSelect)
    anonymous = forms.BooleanField(required=False, label=__("Jeg vil være anonym"))
    name = forms.CharField(required=False, label=__("Dit navn"), max_length=160)
    organisation = forms.CharField(
        required=False, label=__("Arbejdsplads"), max_length=160, help_text=__("Når du skriver fra dit arbejde")
    )
    phone = forms.CharField(required=False, label=__("Telefon"), max_length=30)
    email = forms.CharField(required=False, label=__("E-mail"), max_length=160)
    address = forms.CharField(required=False, label=__("Din adresse"), max_length=240)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="concern-%s", label_suffix="", initial={"function": Function.PRIVATE})
        self.fields["parents_know"].choices = words.parents_know()  # type: ignore[attr-defined]
        self.fields["function"].choices = [(one.value, say(one.label)) for one in Function]  # type: ignore[attr-defined]
        for one in self.fields.values():
            one.widget.attrs["autocomplete"] = "off"
            one.error_messages["required"] = _("Udfyld »%(label)s«.") % {"label": one.label}


@nameless()
@csrf_exempt
@sensitive_post_parameters()
def notify(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: hand it in, and answer with the receipt.

    Free of the token that forms carry: the one who posts has no rights here that another page could use, and a browser
    without cookies must not lose what was written.
    """
    if request.method != "POST":
        return _page(request, ConcernForm(), key=uuid4())
    form, key = ConcernForm(request.POST), _key(request)
    if not form.is_valid():
        return _page(request, form, key=key, status=422)
    told = _hand_in(request, form, key)
    if isinstance(told, dialogue.Received):
        return _receipt(request, told, acute=form.cleaned_data["told_acute"])
    if isinstance(told, Refusal):
        form.add_error(_FIELD_OF.get(told.code), say(told.text))
    return _page(request, form, key=key, status=422)


def _hand_in(request: HttpRequest, form: ConcernForm, key: UUID) -> dialogue.Received | Refusal | None:
    said, at = form.cleaned_data, asked(request).moment
    kept = _files(request, form)
    if kept is None:
        return None
    return dialogue.receive_concern(
        new=dialogue.NewConcern(
            child=dialogue.Child(
                name=said["child_name"],
                age=said["child_age"],
                address=said["child_address"],
                school=said["child_school"],
            ),
            who=_who(said),
            seen=said["seen"],
            sent_key=key,
            received_at=at,
            siblings=said["siblings"],
            parents_know=said["parents_know"],
            told_acute=said["told_acute"],
            told_violence=said["told_violence"],
            language=page_language(),
            file_ids=kept,
        ),
        at=at,
    )


def _who(said: dict[str, Any]) -> dialogue.Who:
    return dialogue.Who(
        function=Function(said["function"]),
        anonymous=said["anonymous"],
        name=said["name"],
        organisation=said["organisation"],
        phone=said["phone"],
        email=said["email"],
        address=said["address"],
    )


def _files(request: HttpRequest, form: ConcernForm) -> list[int] | None:
    """The files, kept for the notification; None when one is refused, and then the form says which and why."""
    given = [one for one in request.FILES.getlist("files") if one.name]
    if len(given) > MOST_FILES:
        form.add_error(None, _("Send højst %(n)s filer. Resten kan du give os senere.") % {"n": MOST_FILES})
        return None
    kept = []
    for one in given:
        stored = files.store(content=one, name=one.name or "", by=ANONYMOUS, at=asked(request).moment)
        if isinstance(stored, files.FileRefused):
            form.add_error(None, f"{one.name}: {say(stored.text)}")
            return None
        kept.append(stored.id)
    return kept


def _key(request: HttpRequest) -> UUID:
    """The key of this form; a form without one is a new one."""
    given = str(request.POST.get("key", ""))
    return UUID(given) if re.fullmatch(r"[0-9a-f-]{36}", given) and given.count("-") == 4 else uuid4()


def _page(request: HttpRequest, form: ConcernForm, *, key: UUID, status: int = 200) -> HttpResponse:
    return _uncached(
        show(
            request,
            "public/concern.html",
            page=page(
                request,
                title=_("Er du bekymret for et barn?"),
                place="public",
                current="public:concern",
                crumbs=(Crumb(_("Find hjælp"), reverse("public:front")), Crumb(_("Underret om et barn"))),
                description=_("Skriv til kommunen, hvis du er bekymret for et barn. Du kan være anonym."),
            ),
            status=status,
            form=form,
            key=str(key),
            acute=words.acute(on=asked(request).moment),
            files=_file_field(),
            again=form.is_bound and bool(request.FILES),
        )
    )


def _receipt(request: HttpRequest, told: dialogue.Received, *, acute: bool) -> HttpResponse:
    due = on_day(told.receipt_due) if told.receipt_due else ""
    return _uncached(
        show(
            request,
            "public/concern_received.html",
            page=page(request, title=_("Tak, vi har modtaget din underretning"), place="public"),
            reference=told.reference,
            receipt_due=due,
            acute=words.acute(on=asked(request).moment) if acute else None,
        )
    )


def _uncached(response: HttpResponse) -> HttpResponse:
    """Nothing of it stays on the computer."""
    response.headers["Cache-Control"] = "no-store, private"
    return response


def _file_field() -> FieldView:
    return FieldView(
        control="file",
        name="files",
        id="concern-files",
        label=_("Billeder eller papirer"),
        hint=_("Højst %(n)s filer. Et billede kan vise, hvem der har taget det.") % {"n": MOST_FILES},
        multiple=True,
        attrs=(("accept", ACCEPT),),
    )
