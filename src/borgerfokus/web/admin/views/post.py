"""The post for whoever runs it: queues, faults with reasons, a channel that stands still, one message by its number."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.outbox import delivery, mail, operating
from borgerfokus.foundation.outbox.models import ChannelName, MessageState
from borgerfokus.foundation.outbox.operating import Item, MailQueue, Queue, Sought, Wish
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Paging, Row, StateView, Term
from borgerfokus.web.frame import asked, on_moment, page, show, told
from borgerfokus.web.numbers import in_address
from borgerfokus.web.present import post as words
from borgerfokus.web.present.words import whole_number

PER_PAGE = 50
_OPEN = (MessageState.QUEUED, MessageState.SENT, MessageState.FAILED)
_MARK = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.POST_OPERATE)


@_MARK
@require_http_methods(["GET", "POST"])
def post(request: HttpRequest) -> HttpResponse:
    """Every channel's queues, and what is under way or failed. A post lets a channel stand still, or run again."""
    if request.method == "POST":
        return _turn(request)
    by = asked(request).actor
    sought = Sought(
        channel=_known(request.GET.get("kanal", ""), ChannelName.values),
        state=_known(request.GET.get("tilstand", ""), [one.value for one in _OPEN]),
        words=request.GET.get("q", "").strip()[:80],
    )
    skipped = in_address(request, "fra") or 0
    found = operating.messages(sought=sought, by=by, most=PER_PAGE + 1, skipped=skipped)
    return show(
        request,
        "admin/post.html",
        page=page(request, title=_("Post"), place="admin", current="admin:start", crumbs=_crumbs()),
        queue_columns=(
            Column(_("Kanal")),
            Column(_("I kø"), numeric=True),
            Column(_("Sendt, ikke hørt fra"), numeric=True),
            Column(_("Kom ikke frem"), numeric=True),
            Column(_("Ældste i kø")),
            Column(_("Kanalen"), hidden=True),
        ),
        queues=_queues(request),
        still=_still(request),
        channels=_channels(),
        fields=_fields(sought),
        columns=(Column(_("Forsendelse")), Column(_("Kanal")), Column(_("Tilstand")), Column(_("Siden"))),
        rows=tuple(_row(one) for one in found[:PER_PAGE]),
        empty=_nothing(sought),
        paging=_paging(sought, skipped, more=len(found) > PER_PAGE),
    )


@_MARK
@require_http_methods(["GET", "POST"])
def message(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """One message: how far it is and why. A post asks that it is tried again, printed, or given to a person."""
    by, at = asked(request).actor, asked(request).moment
    here = reverse("admin:post-message", args=[message_id])
    if request.method == "POST":
        wish = _known(request.POST.get("act", ""), [one.value for one in Wish])
        if not wish:
            raise Hidden("no such act")
        refused = operating.ask(message_id=message_id, wish=Wish(wish), by=by, at=at)
        told(request, refused, _("Det sker inden for et minut."))
        return redirect(here)
    found = operating.messages(sought=Sought(words=str(message_id)), by=by, most=1)
    if not found:
        raise Hidden(f"message {message_id}")
    title = _("Forsendelse %(id)s") % {"id": str(message_id)[:8]}
    return show(
        request,
        "admin/post_message.html",
        page=page(request, title=title, place="admin", current="admin:start", crumbs=_crumbs(Crumb(title))),
        chip=words.chip(found[0].state),
        terms=_terms(found[0]),
        why=words.trouble(found[0].last_error),
        on_desk=found[0].has_case and found[0].state is MessageState.FAILED,
        actions=_actions(found[0], here),
    )


def _turn(request: HttpRequest) -> HttpResponse:
    by, at = asked(request).actor, asked(request).moment
    name = _known(request.POST.get("channel", ""), ChannelName.values)
    if request.POST.get("act") == "mail":
        number = operating.ask_mail(by=by, at=at)
        done = ngettext("%(n)s e-mail prøves igen.", "%(n)s e-mails prøves igen.", number) % {"n": number}
        told(request, None, done)
        return redirect("admin:post")
    if not name:
        raise Hidden("no such channel")
    if request.POST.get("act") == "resume":
        operating.resume(channel=ChannelName(name), by=by, at=at)
        told(request, None, _("Kanalen kører igen."))
    else:
        reason = request.POST.get("reason", "")
        refused = operating.pause(channel=ChannelName(name), reason=reason, by=by, at=at)
        told(request, refused, _("Kanalen står stille. Det, der er i kø, venter."))
    return redirect("admin:post")


def _queues(request: HttpRequest) -> tuple[Row, ...]:
    by = asked(request).actor
    counted = {(one.channel, one.state): one for one in operating.queues(by=by)}
    still = operating.paused(by=by)
    names = [name for name in ChannelName if name in delivery.DIGITAL or name is ChannelName.PAPER]
    rows = [_queue_row(name, counted, is_still=name in still) for name in names]
    return (*rows, _mail_row(operating.mail_queue(by=by), is_still=ChannelName.EMAIL in still))


def _mail_row(found: MailQueue, *, is_still: bool) -> Row:
    """E-mail to others than citizens goes out by the channel of e-mail, and rests with it."""
    again = Action(
        _("Prøv igen"), reverse("admin:post"), "link", "post", context=_("E-mail til andre"), fields=(("act", "mail"),)
    )
    return Row(
        cells=(
            Cell(
                _("E-mail til andre"),
                sub=_("Gæster, underrettere, partnere og medarbejdere"),
                chip=Chip(_("Står stille"), "warn") if is_still else None,
            ),
            str(found.waiting),
            "0",
            str(found.failed),
            on_moment(found.oldest) if found.oldest else "–",
            again if found.failed else "–",
        )
    )


def _queue_row(
    name: ChannelName, counted: dict[tuple[ChannelName, MessageState], Queue], *, is_still: bool
) -> Row:
    def number(state: MessageState) -> str:
        found = counted.get((name, state))
        return whole_number(found.number if found else 0)

    oldest = counted.get((name, MessageState.QUEUED))
    return Row(
        cells=(
            Cell(words.channel(name), chip=Chip(_("Står stille"), "warn") if is_still else None),
            number(MessageState.QUEUED),
            number(MessageState.SENT),
            number(MessageState.FAILED),
            on_moment(oldest.oldest) if oldest else "–",
            Action(_("Se dem"), f"{reverse('admin:post')}?kanal={name}", "link", context=words.channel(name)),
        )
    )


def _channels() -> tuple[tuple[str, str], ...]:
    """What can be made to stand still; e-mail also where it goes to others than citizens alone."""
    names = set(delivery.DIGITAL) | ({ChannelName.EMAIL} if mail.has_e_mail() else set())
    return tuple((name.value, words.channel(name)) for name in ChannelName if name in names)


def _still(request: HttpRequest) -> tuple[tuple[str, str, str, str], ...]:
    """The channels that stand still: key, name, why, since when."""
    found = operating.paused(by=asked(request).actor)
    return tuple((name.value, words.channel(name), row.reason, on_moment(row.since)) for name, row in found.items())


def _row(item: Item) -> Row:
    what = _("Besked uden indhold") if item.is_notice else _("Brev")
    sub = _("%(what)s, udsendelse %(n)s") % {"what": what, "n": item.batch_id} if item.batch_id else what
    return Row(
        cells=(
            Cell(str(item.message_id)[:8], sub=sub, href=reverse("admin:post-message", args=[item.message_id])),
            words.channel(item.channel),
            Cell(words.state(item.state), sub=words.trouble(item.last_error)),
            on_moment(item.queued_at),
        )
    )


def _terms(item: Item) -> tuple[Term, ...]:
    found = [
        Term(_("Nummer"), str(item.message_id)),
        Term(_("Kanal"), words.channel(item.channel)),
        Term(_("Lagt i kø"), on_moment(item.queued_at)),
        Term(_("Forsøg"), str(item.attempts)),
    ]
    moments = (
        (_("Sendt"), item.sent_at),
        (_("Modtaget"), item.received_at),
        (_("Ses på igen"), item.next_try_at),
    )
    found += [Term(label, on_moment(moment)) for label, moment in moments if moment]
    if item.batch_id:
        found.append(Term(_("Udsendelse"), str(item.batch_id)))
    return tuple(found)


def _actions(item: Item, here: str) -> tuple[Action, ...]:
    labels = (
        (Wish.AGAIN, _("Prøv igen nu"), ""),
        (Wish.ON_PAPER, _("Send på papir"), ""),
        (Wish.TO_PERSON, _("Giv til en medarbejder"), _("Stop forsøgene, og læg brevet på en medarbejders bord?")),
    )
    return tuple(
        Action(label, here, "secondary", "post", fields=(("act", wish.value),), confirm=confirm)
        for wish, label, confirm in labels
        if operating.possible(item, wish)
    )


def _fields(sought: Sought) -> tuple[FieldView, ...]:
    channels = [Option("", _("Alle"), checked=not sought.channel)]
    channels += [Option(one.value, words.channel(one), checked=one == sought.channel) for one in ChannelName]
    states = [Option("", _("Alle, der ikke er færdige"), checked=not sought.state)]
    states += [Option(one.value, words.state(one), checked=one == sought.state) for one in _OPEN]
    return (
        FieldView("input", "q", "q", _("Forsendelsens eller kvitteringens nummer"), sought.words, marked=False),
        FieldView("select", "kanal", "kanal", _("Kanal"), options=tuple(channels), marked=False),
        FieldView("select", "tilstand", "tilstand", _("Tilstand"), options=tuple(states), marked=False),
    )


def _nothing(sought: Sought) -> StateView:
    if sought == Sought():
        return StateView("empty", _("Alt er kommet frem"), (_("Intet er i kø, og intet er gået galt."),))
    text = _("Se efter, om nummeret er skrevet rigtigt, eller vælg en anden kanal.")
    return StateView("empty", _("Ingen forsendelser passer"), (text,))


def _paging(sought: Sought, skipped: int, *, more: bool) -> Paging | None:
    if not more and not skipped:
        return None
    kept = {"q": sought.words, "kanal": sought.channel, "tilstand": sought.state}

    def at(place: int) -> str:
        return f"{reverse('admin:post')}?{urlencode({**{k: v for k, v in kept.items() if v}, 'fra': place})}"

    return Paging(
        summary=_("Ældste først"),
        older_href=at(skipped + PER_PAGE) if more else "",
        newer_href=at(max(0, skipped - PER_PAGE)) if skipped else "",
    )


def _known(text: str, values: list[str]) -> str:
    return text if text in values else ""


def _crumbs(*more: Crumb) -> list[Crumb]:
    return [Crumb(_("Styring"), reverse("admin:start")), Crumb(_("Post"), reverse("admin:post") if more else ""), *more]
