"""Who takes part in a case, who may see it and why, and whom the citizen can call."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Party
from borgerfokus.core.access import RELATION_NAMES, Relation, Verb
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.models import Grant
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people import family
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.design.views import Action, Chip, Column, ContactView, Item, Row
from borgerfokus.web.frame import on_day, on_moment, say
from borgerfokus.web.present import people as persons
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import casepage, doing
from borgerfokus.web.staff.acts import partaking
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf

_GROUNDS: Mapping[str, Relation] = {
    "party": Relation.PARTY,
    "attorney": Relation.ATTORNEY,
    "representative": Relation.REPRESENTATIVE,
    "consultation": Relation.CONSULTED,
    "handover": Relation.HANDED_TO,
    "partner": Relation.PARTNER,
    "break_glass": Relation.BREAK_GLASS,
    "named": Relation.GRANTED,
    "supervision": Relation.REVIEWER,
    "shared": Relation.SHARED,
}


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE, fresh_acts="party")
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: parties and access. POST: add or end a party."""
    opened = casepage.open_case(request, number)
    if request.method == "POST":
        return doing.post(request, opened, partaking.ACTS, page)
    return page(opened, {})


def page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    """Parties, representatives, everybody with access now on its ground, and uses of break-glass."""
    parties = casework.parties_on(case=opened.case)
    grants = list(access.running_grants(case_id=opened.case.pk, at=opened.at).order_by("starts", "id"))
    cards = _cards(opened, parties, grants)
    return casepage.show(
        opened,
        "parties",
        "staff/parties.html",
        status=status,
        stick=False,
        parties=tuple(_party(opened, one, cards) for one in parties),
        powers=tuple(_power(one) for one in opened.represented_by),
        columns=(Column(_("Hvem")), Column(_("Hvorfor")), Column(_("Fra")), Column(_("Til"))),
        rows=(*_unit_rows(opened), *_grant_rows(opened, grants, cards)),
        emergencies=_emergencies(opened),
        contact=_contact(opened),
        form=FormsOf(opened, partaking.ACTS, given).get("party", role="relative"),
        sealed=opened.case.sealed,
        seal=FormsOf(opened, partaking.ACTS, given).get("unseal" if opened.case.sealed else "seal"),
    )


def _cards(opened: OpenedCase, parties: list[Party], grants: list[Grant]) -> dict[int, Card]:
    ids = {one.person_id for one in parties} | {number for one in grants if (number := _person(one))}
    others = ids - {opened.card.id}
    found = people.cards(others, case_ids=dict.fromkeys(others, opened.case.pk)) if others else {}
    return {**found, opened.card.id: opened.card}


def _party(opened: OpenedCase, one: Party, cards: Mapping[int, Card]) -> Item:
    card = cards.get(one.person_id)
    is_citizen = one.person_id == opened.card.id
    since = _("fra %(day)s") % {"day": on_day(one.starts)}
    ended = _("til %(day)s") % {"day": on_day(one.ends)} if one.ends else ""
    on_paper = card and (card.digital_post_exempt or not family.has_digital_post(born=card.birth_date, on=opened.today))
    way = (_("Brev på papir") if on_paper else _("Digital Post")) if card else ""
    return Item(
        title=card.name if card else _("En person"),
        text=" · ".join(part for part in (persons.role(one.role), way, since, ended) if part),
        chip=Chip(_("Sagen handler om"), "fjord") if is_citizen else Chip(_("Slut"), "line") if one.ends else None,
        actions=_end(opened, one) if not is_citizen and not one.ends else (),
    )


def _end(opened: OpenedCase, one: Party) -> tuple[Action, ...]:
    if not opened.may(Verb.PARTY_EDIT):
        return ()
    fields = (("act", "party-end"), ("party", str(one.pk)))
    return (
        Action(
            _("Deltager ikke længere"),
            opened.href("parties"),
            "tertiary",
            "post",
            fields=fields,
            confirm=_("Personen kan ikke længere se sagen."),
        ),
    )


def _power(one: people.Known) -> Item:
    words = {"read": _("se sagen"), "act": _("handle"), "receive_post": _("få breve")}
    scopes = ", ".join(words[scope] for scope in sorted(one.scopes))
    parts = (persons.role(one.kind), scopes, persons.until(one.ends), one.given_how)
    return Item(title=one.other.name, text=" · ".join(part for part in parts if part), icon="how-to-reg")


def _unit_rows(opened: OpenedCase) -> tuple[Row, ...]:
    case = opened.case
    since = short_date(day_of(case.received_at))
    rows = [] if case.sealed else [Row((case.unit.name, _("Sagens enhed"), since, _("så længe sagen er her")))]
    if case.caseworker is not None:
        rows.append(
            Row((case.caseworker.name, say(RELATION_NAMES[Relation.CASEWORKER]), since, _("så længe sagen er hos den")))
        )
    if case.sealed:
        return tuple(rows)
    leaders = organisation.leaders_of(unit_id=case.unit.pk, on=opened.today)
    names = organisation.colleagues(leaders) if leaders else {}
    rows.extend(
        Row((one.name, say(RELATION_NAMES[Relation.LEADER]), "", _("så længe de leder enheden")))
        for one in names.values()
    )
    return tuple(rows)


def _grant_rows(opened: OpenedCase, grants: list[Grant], cards: Mapping[int, Card]) -> tuple[Row, ...]:
    units = {f"unit:{one.pk}": one.name for one in organisation.units(on=opened.today)}
    hands = {int(one.subject.partition(":")[2]) for one in grants if one.subject.startswith("employee:")}
    names = {f"employee:{key}": one.name for key, one in organisation.colleagues(hands).items()} if hands else {}
    known = {**units, **names, **{f"person:{key}": card.name for key, card in cards.items()}}
    return tuple(
        Row(
            (
                known.get(one.subject, _("Et andet system")),
                say(RELATION_NAMES[_GROUNDS[one.ground]]),
                short_date(day_of(one.starts)),
                on_moment(one.ends) if one.ends else _("indtil videre"),
            )
        )
        for one in grants
    )


def _person(grant: Grant) -> int:
    kind, _colon, number = grant.subject.partition(":")
    return int(number) if kind == "person" else 0


def _emergencies(opened: OpenedCase) -> tuple[Item, ...]:
    used = [one for one in casework.happenings(case_id=opened.case.pk) if one.kind == "break_glass.used"]
    hands = {int(one.payload["employee"]) for one in used if not one.erased}
    names = organisation.colleagues(hands) if hands else {}
    return tuple(
        Item(
            title=names[one.payload["employee"]].name if one.payload.get("employee") in names else _("En medarbejder"),
            text=on_moment(one.at),
            icon="warning",
        )
        for one in used
    )


def _contact(opened: OpenedCase) -> ContactView:
    case = opened.case
    worker = case.caseworker
    name = worker.name if worker else case.unit.name
    phone = (worker.phone if worker else "") or case.unit.phone
    return ContactView(
        heading=_("Kontaktperson for borgeren"),
        name=name,
        initials=persons.initials(name),
        role=worker.title if worker else _("Sagens enhed"),
        phone=phone,
        phone_href=f"tel:+45{phone.replace(' ', '')}" if phone else "",
        hours=case.unit.hours,
    )
