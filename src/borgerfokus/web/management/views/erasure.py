"""Erasure: what is proposed, approved by two people, held back, handed over; and the certificates of what is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.service import Erasure, ErasureProposal, LegalHold
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.rights import Block
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Row, Term
from borgerfokus.web.frame import asked, on_day, on_moment, page, say, show, today, told
from borgerfokus.web.numbers import whole

_CURRENT = "management:erasure"
_NEWEST = 100


@dataclass(frozen=True)
class Proposed:
    """A proposal as it stands, with what can be done about it."""

    id: int
    title: str
    chip: Chip
    terms: tuple[Term, ...]
    blocks: tuple[str, ...]
    actions: tuple[Action, ...]
    may_keep: bool


@staff_only(purpose=Purpose.DATA_PROTECTION, verb=Verb.ERASE_APPROVE)
@require_http_methods(["GET", "POST"])
def overview(request: HttpRequest) -> HttpResponse:
    """GET: proposals, holds and certificates. POST: what is done about one."""
    if request.method == "POST":
        refusal, done = _act(request)
        told(request, refusal, done)
        return redirect(_CURRENT)
    by = asked(request).actor
    units = {unit.pk: unit.name for unit in organisation.units(on=today(request))}
    found, holds = rights.proposals(by=by), rights.holds(by=by)
    return show(
        request,
        "management/erasure.html",
        page=page(request, title=_("Sletning af sager"), place="management", current=_CURRENT),
        note=_("%(n)s sager er foreslået") % {"n": len(found)},
        proposals=tuple(_proposed(one, units, by.subject) for one in found),
        hold_columns=(
            Column(_("Sag")),
            Column(_("Grund")),
            Column(_("Sat af")),
            Column(_("Gælder til")),
            Column(_("Ophæv"), hidden=True),
        ),
        hold_rows=tuple(_held(one) for one in holds),
        lifting=_lifting(request, holds),
        done_columns=_done_columns(),
        done_rows=tuple(_certified(one) for one in rights.erased(by=by, newest=_NEWEST)),
        today=today(request).isoformat(),
    )


@staff_only(purpose=Purpose.DATA_PROTECTION, verb=Verb.ERASE_APPROVE)
@require_GET
def certificate(request: HttpRequest, erasure_id: int) -> HttpResponse:
    """The proof that a case was erased. It tells of nobody."""
    one = rights.certificate(erasure_id=erasure_id, by=asked(request).actor)
    return show(
        request,
        "management/certificate.html",
        page=page(request, title=_("Bevis for sletning"), place="management", current=_CURRENT),
        terms=(
            Term(_("Sagsnummer"), one.case_number),
            Term(_("Sagstype"), one.type_title),
            Term(_("Slettet"), on_moment(one.erased_at)),
            Term(_("Grund"), _because()[one.because]),
            Term(_("Godkendt af"), " · ".join(name for name in (one.first_name, one.second_name) if name)),
            Term(_("Filer"), str(one.files)),
            Term(_("Hændelser uden indhold"), str(one.through)),
            Term(_("Kædens sidste led"), bytes(one.link).hex()),
        ),
        columns=(Column(_("Tabel")), Column(_("Rækker"), numeric=True)),
        rows=tuple(Row(cells=(table, str(number))) for table, number in sorted(one.counts.items())),
    )


def _act(request: HttpRequest) -> tuple[Refusal | None, str]:
    by, at = asked(request).actor, asked(request).moment
    act, number = request.POST.get("act", ""), request.POST.get("id", "")
    row_id = whole(number) or 0
    why = request.POST.get("why", "")
    if act == "approve":
        version = request.POST.get("version", "")
        given = whole(version) or 0
        return rights.approve(proposal_id=row_id, version=given, by=by, at=at), _("Du har godkendt, at sagen slettes.")
    if act == "hand-over":
        return rights.hand_over(proposal_id=row_id, by=by, at=at), _("Sagen er afleveret til arkivet.")
    if act == "keep":
        return rights.keep(proposal_id=row_id, why=why, by=by, at=at), _("Sagen beholdes.")
    if act == "lift":
        return rights.lift(hold_id=row_id, why=why, by=by, at=at), _("Sagen er ikke længere sat i bero.")
    if act == "hold":
        done = rights.hold(
            number=request.POST.get("number", ""),
            whole_person=request.POST.get("scope") == "person",
            ground=request.POST.get("ground", ""),
            until=_day(request.POST.get("until", "")),
            by=by,
            at=at,
        )
        return done, _("Sagen er sat i bero. Den bliver ikke slettet.")
    raise Hidden(f"act {act}")


def _proposed(one: ErasureProposal, units: dict[int, str], reader: str) -> Proposed:
    kept = on_day(one.kept_until) if one.kept_until else "–"
    asked_for = _("Borgeren har bedt om det") if one.asked_by_citizen else _("Opbevaringstiden er gået")
    terms = [
        Term(_("Enhed"), units.get(one.unit_id, "–")),
        Term(_("Afsluttet"), on_day(one.closed_on)),
        Term(_("Skulle gemmes til"), kept),
        Term(_("Hvorfor nu"), asked_for),
    ]
    if one.first_by and one.first_at:
        terms.append(Term(_("Godkendt af"), one.first_name, sub=on_moment(one.first_at)))
    if one.second_by and one.second_at:
        terms.append(Term(_("Og af"), one.second_name, sub=on_moment(one.second_at)))
    if one.archive_first:
        handed = on_moment(one.handed_over_at) if one.handed_over_at else _("Ikke endnu")
        terms.append(Term(_("Afleveret til arkivet"), handed))
    return Proposed(
        id=one.pk,
        title=f"{one.case_number} · {one.type_title}",
        chip=_chip(one),
        terms=tuple(terms),
        blocks=tuple(say(Block(block).text) for block in one.blocks),
        actions=_actions(one, reader),
        may_keep=one.state == rights.ProposalState.PROPOSED,
    )


def _chip(one: ErasureProposal) -> Chip:
    if one.state == rights.ProposalState.APPROVED:
        return Chip(_("Godkendt af to, slettes om lidt"), "ok")
    if one.blocks:
        return Chip(_("Må ikke slettes"), "bad", "lock")
    return Chip(_("1 af 2 har godkendt"), "warn") if one.first_by else Chip(_("Kan slettes"), "line")


def _actions(one: ErasureProposal, reader: str) -> tuple[Action, ...]:
    if one.state != rights.ProposalState.PROPOSED:
        return ()
    found = []
    here = reverse(_CURRENT)
    if one.archive_first and one.handed_over_at is None:
        fields = (("act", "hand-over"), ("id", str(one.pk)))
        label = _("Sagen er afleveret til arkivet")
        found.append(Action(label, here, "secondary", "post", fields=fields, context=one.case_number))
    if not one.blocks and one.first_by != reader:
        approved = (("act", "approve"), ("id", str(one.pk)), ("version", str(one.version)))
        sure = _("Når to har godkendt, slettes alt i sagen. Det kan ikke fortrydes.")
        number = one.case_number
        found.append(Action(_("Godkend sletning"), here, "primary", "post", "", number, "", approved, sure))
    return tuple(found)


def _held(one: LegalHold) -> Row:
    scope = _("Alle borgerens sager") if one.whole_person else _("Kun denne sag")
    until = on_day(one.until) if one.until else _("Indtil videre")
    if one.lifted_at is not None:
        ended = _("Ophævet %(day)s: %(why)s") % {"day": on_day(one.lifted_at), "why": one.lifted_why}
        return Row(cells=(Cell(one.case_number, sub=scope), one.ground, one.set_name, ended, ""))
    lift = Action(_("Ophæv"), f"{reverse(_CURRENT)}?ophaev={one.pk}#lift", "link", context=one.case_number)
    who = Cell(one.set_name, sub=on_day(one.set_at))
    return Row(cells=(Cell(one.case_number, sub=scope), one.ground, who, until, lift))


def _lifting(request: HttpRequest, holds: Sequence[LegalHold]) -> LegalHold | None:
    """The hold that the address names, to be lifted with a reason."""
    wanted = request.GET.get("ophaev", "")
    return next((one for one in holds if str(one.pk) == wanted and one.lifted_at is None), None)


def _certified(one: Erasure) -> Row:
    href = reverse("management:certificate", args=[one.pk])
    names = " · ".join(name for name in (one.first_name, one.second_name) if name) or "–"
    number = Cell(one.case_number, sub=one.type_title, href=href)
    return Row(cells=(number, on_day(one.erased_at), names, str(one.files)))


def _done_columns() -> tuple[Column, ...]:
    return (Column(_("Sag")), Column(_("Slettet")), Column(_("Godkendt af")), Column(_("Filer"), numeric=True))


def _because() -> dict[str, str]:
    return {
        "retention": _("Opbevaringstiden var gået"),
        "citizen": _("Borgeren bad om det"),
        "restored": _("En ældre sikkerhedskopi havde bragt sagen tilbage"),
    }


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
