"""Integrations and their deliveries in the reader's words."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.exchange import service as exchange
from borgerfokus.apps.exchange.service import Delivery, Standing
from borgerfokus.core.exchange.health import HEALTH_NAMES, Health
from borgerfokus.core.exchange.retrying import TROUBLES, Trouble
from borgerfokus.core.exchange.topics import TOPICS
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Row, TabItem, Term
from borgerfokus.web.design.views.marks import ChipKind
from borgerfokus.web.frame import on_moment, say

_CHIPS: dict[Health, ChipKind] = {
    Health.WELL: "ok",
    Health.NEW: "plain",
    Health.STUCK: "warn",
    Health.FAILING: "bad",
    Health.SHUT_OUT: "bad",
    Health.PAUSED: "line",
    Health.ENDED: "line",
}
_WORST = (
    Health.FAILING,
    Health.SHUT_OUT,
    Health.STUCK,
    Health.PAUSED,
    Health.NEW,
    Health.WELL,
    Health.ENDED,
)


def chip(health: Health) -> Chip:
    """How an integration is doing."""
    return Chip(say(HEALTH_NAMES[health]), _CHIPS[health])


def ways() -> dict[str, str]:
    """What can be sent, with the counterpart: "webhook/address" → words."""
    return {
        "webhook/address": _("Webhook til en adresse"),
        "webhook/simulated": _("Webhook til en simuleret modtager"),
        "webhook/files": _("Hændelser som filer"),
        "index/files": _("Sags- og dokumentindeks (SF1470) som filer"),
        "index/simulated": _("Sags- og dokumentindeks (SF1470), simuleret"),
        "care_plan/files": _("Planer og indsatser (FHIR) som filer"),
        "care_plan/simulated": _("Planer og indsatser (FHIR), simuleret"),
    }


def way(row: exchange.Integration) -> str:
    """What an integration sends, and to whom."""
    return ways().get(f"{row.way}/{row.counterpart}", row.way)


def trouble(code: str) -> str:
    """Why something did not arrive."""
    return say(TROUBLES[Trouble(code)]) if code in set(Trouble) else ""


def topic(kind: str) -> str:
    """What a kind of event is about."""
    first = kind.partition(".")[0]
    return say(TOPICS[first]) if first in TOPICS else _("Andet i sagen")


def columns() -> tuple[Column, ...]:
    """The columns of the registry."""
    return (
        Column(_("Integration")),
        Column(_("Tilstand")),
        Column(_("Sidst leveret")),
        Column(_("Sidste fejl")),
        Column(_("I kø"), numeric=True),
        Column(_("Gået i stå"), numeric=True),
    )


def orders(chosen: str) -> tuple[tuple[str, str, bool], ...]:
    """The orders that the registry can stand in."""
    names = (
        ("", _("Det, der kræver noget, først")),
        ("navn", _("Navn")),
        ("leveret", _("Længst siden leveret")),
        ("koe", _("Længste kø")),
    )
    return tuple((key, label, key == chosen) for key, label in names)


def rows(found: Iterable[Standing], order: str = "") -> tuple[Row, ...]:
    """The registry, what needs somebody first where no other order is chosen."""
    return tuple(_row(one) for one in _ordered(found, order))


SHEET = (
    "integration", "sender", "tilstand", "sidst_leveret", "sidste_fejl", "aarsag", "i_koe", "gaaet_i_staa"
)  # fmt: skip


def sheet(found: Iterable[Standing], order: str) -> tuple[tuple[object, ...], ...]:
    """The registry as rows of a sheet."""
    return tuple(
        (
            one.row.name,
            way(one.row),
            say(HEALTH_NAMES[one.health]),
            one.last_at.isoformat() if one.last_at else "",
            one.row.last_failure_at.isoformat() if one.row.last_failure_at else "",
            trouble(one.row.last_failure),
            one.waiting,
            one.dead,
        )
        for one in _ordered(found, order)
    )


def post_sheet(one: exchange.PostStanding) -> tuple[object, ...]:
    """Digital Post as a row of the same sheet."""
    sent = one.last_sent.isoformat() if one.last_sent else ""
    why = _post_troubles().get(one.trouble, "")
    return (_("Digital Post"), _("Breve til borgerne"), say(HEALTH_NAMES[one.health]), sent, "", why, one.waiting,
            one.failed)  # fmt: skip


def _ordered(found: Iterable[Standing], order: str) -> list[Standing]:
    keys: dict[str, Callable[[Standing], tuple[object, ...]]] = {
        "navn": lambda one: (one.row.name,),
        "leveret": lambda one: (one.last_at is not None, one.last_at, one.row.name),
        "koe": lambda one: (-one.waiting - one.dead, one.row.name),
    }
    return sorted(found, key=keys.get(order, _worst))


def _worst(one: Standing) -> tuple[object, ...]:
    return (_WORST.index(one.health), one.row.name)


def _row(one: Standing) -> Row:
    row = one.row
    return Row(
        cells=(
            Cell(row.name, sub=way(row), href=reverse("admin:integration", args=[row.key])),
            chip(one.health),
            Cell(moment(one.last_at), sub=topic(one.last_kind) if one.last_kind else ""),
            Cell(moment(row.last_failure_at), sub=trouble(row.last_failure)),
            str(one.waiting),
            str(one.dead),
        )
    )


def post_row(one: exchange.PostStanding, *, may_retry: bool) -> Row:
    """Digital Post among the integrations. `may_retry`: the reader may let what was given up be tried again."""
    again = Action(
        _("Prøv igen: %(n)s") % {"n": one.failed},
        reverse("admin:integrations"),
        "link",
        "post",
        context=_("Digital Post"),
        fields=(("act", "post-again"),),
    )
    return Row(
        cells=(
            Cell(_("Digital Post"), sub=_("Breve til borgerne")),
            chip(one.health),
            moment(one.last_sent),
            _post_troubles().get(one.trouble, "–"),
            str(one.waiting),
            again if may_retry else str(one.failed),
        )
    )


def _post_troubles() -> dict[str, str]:
    return {
        "timeout": say(TROUBLES[Trouble.TIMEOUT]),
        "unavailable": say(TROUBLES[Trouble.UNREACHABLE]),
        "unexpected": say(TROUBLES[Trouble.UNEXPECTED]),
        "undeliverable": _("Brevet kunne ikke leveres til borgeren."),
        "given_up": _("Det er opgivet at sende brevet digitalt."),
        "no_file": _("Brevets fil mangler."),
    }


def moment(at: datetime | None) -> str:
    """A moment, or a dash."""
    return on_moment(at) if at else "–"


def terms(one: Standing) -> tuple[Term, ...]:
    """What is known of an integration."""
    row = one.row
    topics = ", ".join(say(TOPICS[name]) for name in row.topics if name in TOPICS) or _("Alt, der sker")
    program = Action(_("Se programmet"), reverse("admin:client", args=[row.client.client_id]), "link")
    found = [
        Term(_("Sender"), way(row)),
        Term(_("På vegne af"), row.client.name, action=program),
        Term(_("Får besked om"), topics),
    ]
    if row.address:
        found.append(Term(_("Adresse"), row.address))
    found += [
        Term(_("Sidst leveret"), moment(one.last_at), sub=topic(one.last_kind) if one.last_kind else ""),
        Term(_("Sidste fejl"), moment(row.last_failure_at), sub=trouble(row.last_failure)),
        Term(_("I kø"), str(one.waiting), sub=_("Ældste: %(day)s") % {"day": moment(one.oldest)} if one.oldest else ""),
        Term(_("Gået i stå"), str(one.dead)),
        Term(_("Plads i strømmen"), str(row.spread_to), sub=_behind(one.behind)),
    ]
    return tuple(found)


def _behind(number: int) -> str:
    return _("%(n)s hændelser mangler at blive læst") % {"n": number} if number else _("Følger med")


def delivery_columns() -> tuple[Column, ...]:
    """The columns of the deliveries."""
    return (
        Column(_("Hændelse")),
        Column(_("Sag")),
        Column(_("Plads"), numeric=True),
        Column(_("Skete")),
        Column(_("Tilstand")),
        Column(_("Forsøg"), numeric=True),
        Column(_("Handling"), hidden=True),
    )


def delivery_rows(found: Iterable[Delivery], *, here: str) -> tuple[Row, ...]:
    """Deliveries, the newest first."""
    return tuple(_delivery(one, here) for one in found)


def _delivery(one: Delivery, here: str) -> Row:
    skip = Action(
        _("Læg til side"),
        here,
        method="post",
        context=f"{one.case_number} {one.seq}",
        fields=(("act", "skip"), ("delivery", str(one.pk))),
        confirm=_("Læg beskeden til side? Modtageren får den ikke, men de næste i sagen kan gå videre."),
    )
    return Row(
        cells=(
            Cell(topic(one.kind), sub=one.kind),
            Cell(one.case_number, sub=_("hændelse %(n)s") % {"n": one.seq}),
            str(one.position),
            on_moment(one.happened_at),
            Cell("", sub=_state_note(one), chip=_state_chip(one)),
            str(one.attempts),
            skip if one.state == "dead" else "",
        )
    )


def _state_note(one: Delivery) -> str:
    if one.state in {"waiting", "dead"} and one.last_trouble:
        return trouble(one.last_trouble)
    return on_moment(one.settled_at) if one.settled_at else ""


def _state_chip(one: Delivery) -> Chip:
    words: dict[str, tuple[str, ChipKind]] = {name: (label, kind) for name, (label, kind) in _states().items()}
    return Chip(*words[one.state])


def _states() -> dict[str, tuple[str, ChipKind]]:
    return {
        "waiting": (_("Venter"), "plain"),
        "delivered": (_("Leveret"), "ok"),
        "dead": (_("Gået i stå"), "bad"),
        "skipped": (_("Lagt til side"), "line"),
        "withheld": (_("Ikke for programmet"), "line"),
    }


def tabs(*, here: str, state: str) -> tuple[TabItem, ...]:
    """The states as tabs over the deliveries."""
    wanted = (("", _("Alle")), ("waiting", _("Venter")), ("dead", _("Gået i stå")), ("delivered", _("Leveret")))
    return tuple(
        TabItem(label, f"{here}?tilstand={name}" if name else here, current=state == name) for name, label in wanted
    )
