"""How I hear that there is something new: e-mail and text message with a code, paper, and the end of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.outbox import ways
from borgerfokus.foundation.outbox.models import NoticeWay, StoppedWhy, WayKind
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.citizen import shell
from borgerfokus.web.design.fields import FieldView, FormErrors
from borgerfokus.web.design.views import Action, Chip, Item
from borgerfokus.web.frame import asked, on_moment, say, show, told
from borgerfokus.web.present.words import short_date

_CURRENT = "citizen:ways"


@citizen_only(keeps_text=False)
@require_http_methods(["GET", "POST"])
def ways_page(request: HttpRequest) -> HttpResponse:
    """What I have chosen. A post chooses a way; one with an address waits for its code."""
    if request.method == "GET":
        return _page(request)
    kind = request.POST.get("channel", "")
    if kind not in {one.value for one in ways.offered()}:
        raise Hidden(f"way {kind}")
    address = request.POST.get("address", "")[:200]
    ask = asked(request)
    chosen = ways.choose(channel=WayKind(kind), address=address, by=ask.actor, at=ask.moment)
    if isinstance(chosen, Refusal):
        return _page(request, typed=(kind, address), wrong={f"address-{kind}": say(chosen.text)})
    done = _("Vi har sendt dig en kode.") if chosen.confirmed_at is None else _("Du får nu de breve på papir.")
    told(request, None, done)
    return redirect(_CURRENT)


@citizen_only(keeps_text=False)
@require_POST
def confirm(request: HttpRequest, way_id: int) -> HttpResponse:
    """The code that came. With `again` another one is sent instead."""
    ask = asked(request)
    if request.POST.get("again"):
        told(request, ways.send_code(way_id=way_id, by=ask.actor, at=ask.moment), _("Vi har sendt en ny kode."))
        return redirect(_CURRENT)
    refused = ways.confirm(way_id=way_id, code=request.POST.get("code", "")[:20], by=ask.actor, at=ask.moment)
    if refused is not None:
        return _page(request, wrong={f"code-{way_id}": say(refused.text)})
    told(request, None, _("Det virker. Vi skriver til dig, når der er nyt."))
    return redirect(_CURRENT)


@citizen_only(keeps_text=False)
@require_POST
def stop(request: HttpRequest, way_id: int) -> HttpResponse:
    """End a way. It holds at once."""
    ways.stop(way_id=way_id, by=asked(request).actor, at=asked(request).moment)
    told(request, None, _("Det er stoppet. Det gælder fra nu af."))
    return redirect(_CURRENT)


def _page(
    request: HttpRequest, *, typed: tuple[str, str] = ("", ""), wrong: dict[str, str] | None = None
) -> HttpResponse:
    ask, title, errors = asked(request), _("Sådan får du besked"), wrong or {}
    rows = ways.mine(by=ask.actor)
    running = [row for row in rows if row.stopped_at is None]
    taken = {row.channel for row in running}
    card = people.card(ask.actor.id)
    return show(
        request,
        "citizen/ways.html",
        page=shell.page(request, title=title, crumbs=shell.crumbs(title), current="citizen:data"),
        status=422 if errors else 200,
        chosen=tuple(_item(row) for row in running if row.confirmed_at),
        waiting=tuple(_waiting(row, errors) for row in running if not row.confirmed_at),
        offered=tuple(
            (kind.value, _offer(kind), None if kind == WayKind.PAPER else _address(kind, typed, errors))
            for kind in ways.offered()
            if (kind not in taken or typed[0] == kind) and not (kind == WayKind.PAPER and card.digital_post_exempt)
        ),
        history=tuple(_past(row) for row in rows if row.stopped_at),
        errors=FormErrors(entries=tuple((text, target) for target, text in errors.items())),
        on_paper=card.digital_post_exempt,
    )


def _item(row: NoticeWay) -> Item:
    address = ways.address_of(row)
    what = f"{address}." if address else _("Breve, der ikke er afgørelser eller høringer, kommer på papir.")
    where = reverse("citizen:stop_way", args=[row.pk])
    since = short_date(row.confirmed_at.date()) if row.confirmed_at else ""
    return Item(
        title=_name(row.channel),
        text=_("%(what)s Siden %(day)s.") % {"what": what, "day": since},
        icon=_ICONS[WayKind(row.channel)],
        actions=(Action(_("Stop"), where, "secondary", "post", context=_name(row.channel)),),
    )


def _waiting(row: NoticeWay, errors: dict[str, str]) -> tuple[int, str, str, FieldView]:
    name = f"code-{row.pk}"
    field = FieldView(
        "input",
        "code",
        name,
        _("Koden, du har fået"),
        hint=_("Seks tal. Koden gælder i en time."),
        errors=(errors[name],) if name in errors else (),
        required=True,
        attrs=(("inputmode", "numeric"), ("autocomplete", "one-time-code"), ("maxlength", "7")),
    )
    return row.pk, _name(row.channel), ways.address_of(row), field


def _address(kind: WayKind, typed: tuple[str, str], errors: dict[str, str]) -> FieldView:
    name = f"address-{kind}"
    is_mail = kind == WayKind.EMAIL
    return FieldView(
        "input",
        "address",
        name,
        _("Din e-mail") if is_mail else _("Dit mobilnummer"),
        typed[1] if typed[0] == kind else "",
        errors=(errors[name],) if name in errors else (),
        required=True,
        input_type="email" if is_mail else "tel",
        attrs=(("autocomplete", "email" if is_mail else "tel"),),
    )


def _past(row: NoticeWay) -> Item:
    why = {
        StoppedWhy.ASKED: _("Du stoppede den"),
        StoppedWhy.REPLACED: _("Du valgte en anden"),
        StoppedWhy.BOUNCED: _("Den kunne ikke nås, så vi stoppede den"),
    }[StoppedWhy(row.stopped_why)]
    ended = on_moment(row.stopped_at) if row.stopped_at else ""
    return Item(
        title=_name(row.channel),
        text=f"{ways.address_of(row)} {why}, {ended}.".strip(),
        icon=_ICONS[WayKind(row.channel)],
        chip=None if row.confirmed_at else Chip(_("Aldrig bekræftet"), "line"),
    )


def _name(kind: str) -> str:
    return {WayKind.EMAIL: _("E-mail"), WayKind.SMS: _("Sms"), WayKind.PAPER: _("Papir")}[WayKind(kind)]


def _offer(kind: WayKind) -> str:
    return {
        WayKind.EMAIL: _("Få en e-mail"),
        WayKind.SMS: _("Få en sms"),
        WayKind.PAPER: _("Få brevene på papir"),
    }[kind]


_ICONS = {WayKind.EMAIL: "email", WayKind.SMS: "smartphone", WayKind.PAPER: "print"}
