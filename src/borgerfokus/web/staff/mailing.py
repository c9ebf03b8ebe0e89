"""A letter to many in words: its receivers, how far it is, what the reader may do now, and what failed."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.foundation.outbox import batches, merging
from borgerfokus.foundation.outbox.batches import Progress, Receiver
from borgerfokus.foundation.outbox.models import BatchState, LetterBatch, Message, MessageState
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import Action, ActionKind, BarView, Cell, Column, Row, Term
from borgerfokus.web.frame import Place, on_moment, say
from borgerfokus.web.present import post as words
from borgerfokus.web.present.words import short_date, whole_number

_SHOWN = 100
_Act = tuple[str, str, ActionKind, str]
"""What is posted, the label, the kind of button, and what is asked before."""


def href(batch: LetterBatch) -> str:
    """The page of a batch."""
    return reverse("staff:mailing", args=[batch.pk])


def columns() -> tuple[Column, ...]:
    """The heads of the list of mailings."""
    return (
        Column(_("Brev")),
        Column(_("Tilstand")),
        Column(_("Modtagere"), numeric=True),
        Column(_("Skrevet af")),
        Column(_("Godkendt af")),
    )


def row(batch: LetterBatch) -> Row:
    """A mailing in the list."""
    return Row(
        cells=(
            Cell(batch.heading, sub=batch.sender, href=href(batch)),
            words.batch_chip(batch.state),
            whole_number(batch.total),
            Cell(batch.made_name, sub=short_date(batch.made_at.date())),
            batch.approved_name or "–",
        )
    )


def text_fields(batch: LetterBatch | None, typed: dict[str, str] | None = None) -> tuple[FieldView, ...]:
    """Heading, text, telephone."""
    known = typed or (
        {"heading": batch.heading, "body": batch.body, "phone": batch.phone} if batch is not None else {}
    )
    hint = _("Skriv {navn}, hvor modtagerens navn skal stå. Listens andre kolonner kan bruges på samme måde.")
    return (
        FieldView(
            "input",
            "heading",
            "heading",
            _("Overskrift"),
            known.get("heading", ""),
            required=True,
            attrs=(("maxlength", "120"),),
        ),
        FieldView("textarea", "body", "body", _("Brevets tekst"), known.get("body", ""), hint, required=True, rows=12),
        FieldView(
            "input",
            "phone",
            "phone",
            _("Telefon, som modtageren kan ringe til"),
            known.get("phone", ""),
            input_type="tel",
        ),
    )


def type_field(place: Place) -> FieldView | None:
    """Which cases the letter is about, for who sees cases; None where there are none."""
    keys = casework.listed_to(place.by, at=place.at).filter(closed_at__isnull=True).order_by()
    titles = dict(keys.values_list("type_key", "type_version__title").distinct())
    if not titles:
        return None
    options = [Option(key, title) for key, title in sorted(titles.items(), key=lambda one: one[1])]
    return FieldView("select", "type", "type", _("Åbne sager af denne slags"), options=tuple(options), required=True)


def receivers_of_cases(place: Place, *, type_key: str) -> tuple[list[Receiver], str]:
    """The citizens of the reader's open cases of a type, and what the list is called."""
    rows = casework.listed_to(place.by, at=place.at).filter(closed_at__isnull=True, type_key=type_key)
    found = [
        Receiver(citizen, case) for case, citizen in rows.order_by("pk").values_list("pk", "citizen_id") if citizen
    ]
    version = rows.select_related("type_version").first()
    title = say(version.type_version.spec.title_staff) if version else type_key
    return found, _("Åbne sager: %(type)s, %(day)s") % {"type": title, "day": short_date(place.today)}


def terms(batch: LetterBatch) -> tuple[Term, ...]:
    """The mailing's facts."""
    found = [
        Term(_("Modtagere"), whole_number(batch.total), sub=batch.source),
        Term(_("Afsender"), batch.sender),
        Term(_("Skrevet af"), batch.made_name, sub=on_moment(batch.made_at)),
    ]
    if batch.columns:
        names = ", ".join(f"{{{name}}}" for name in (merging.NAME, *batch.columns))
        found.insert(1, Term(_("Kan bruges i teksten"), names))
    if batch.approved_at:
        found.append(Term(_("Godkendt af"), batch.approved_name, sub=on_moment(batch.approved_at)))
    if batch.ended_at:
        found.append(Term(_("Stoppet"), on_moment(batch.ended_at)))
    return tuple(found)


def bar(found: Progress) -> BarView:
    """How much of the mailing is out of our hands."""
    sent = found.count(
        MessageState.SENT, MessageState.RECEIVED, MessageState.READ, MessageState.HANDED_TO_PERSON, MessageState.FAILED
    )
    share = 100 * sent / found.total if found.total else 0.0
    label = _("%(sent)s af %(total)s breve er ude af huset") % {
        "sent": whole_number(sent),
        "total": whole_number(found.total),
    }
    return BarView(value=share, label=label)


def progress_rows(found: Progress) -> tuple[Row, ...]:
    """How many letters there are by channel and state, those not yet queued first."""
    waiting = found.total - found.queued
    rows = [Row(cells=(_("Ikke lagt i kø endnu"), "–", whole_number(waiting)))] if waiting else []
    for (channel, state), count in sorted(found.letters.items()):
        rows.append(Row(cells=(words.state(state), words.channel(channel), whole_number(count))))
    return tuple(rows)


def failed_rows(batch: LetterBatch, found: Sequence[Message], cards: dict[int, Card]) -> tuple[Row, ...]:
    """What somebody must see to, with what can be done."""
    return tuple(_failed(batch, one, cards) for one in found)


def acts(batch: LetterBatch, *, own: bool) -> tuple[Action, ...]:
    """What may be done with the mailing as it stands."""
    sure = _("Brevet sendes til %(n)s modtagere. Er det læst?")
    approve: tuple[_Act, ...] = () if own else (("approve", _("Godkend og send"), "primary", sure),)
    by_state: dict[BatchState, tuple[_Act, ...]] = {
        BatchState.DRAFT: (("submit", _("Send til godkendelse"), "primary", ""),),
        BatchState.WAITING: (*approve, ("take-back", _("Tag tilbage som kladde"), "secondary", "")),
        BatchState.RUNNING: (("pause", _("Sæt på pause"), "secondary", ""),),
        BatchState.PAUSED: (("resume", _("Fortsæt"), "primary", ""),),
    }
    found = by_state.get(BatchState(batch.state), ())
    if batch.state != BatchState.CANCELLED:
        stop = _("Det, der ikke er sendt, bliver aldrig sendt. Stop?")
        found = (*found, ("cancel", _("Stop udsendelsen"), "warning", stop))
    return tuple(
        Action(
            label,
            href(batch),
            kind,
            "post",
            fields=(("act", name), ("version", str(batch.version))),
            confirm=confirm % {"n": whole_number(batch.total)} if "%" in confirm else confirm,
        )
        for name, label, kind, confirm in found
    )


def _failed(batch: LetterBatch, one: Message, cards: dict[int, Card]) -> Row:
    card = cards.get(one.person_id)
    name = card.name if card else _("Navn vises ikke")

    def button(how: str, label: str) -> Action:
        fields = (("act", "see-to"), ("message", str(one.message_id)), ("how", how))
        return Action(label, href(batch), "link", "post", fields=fields, context=name)

    dead = card is not None and card.died_on is not None
    paper = "–" if dead else button("paper", _("Send på papir"))
    return Row(cells=(name, words.trouble(one.last_error), paper, button("handed", _("Det er ordnet"))))



def failed_of(batch: LetterBatch) -> list[Message]:
    """The first failed letters that are not on the desk of a case."""
    return [one for one in batches.failed(batch, first=_SHOWN) if one.case_id is None]
