"""Reads of the catalogue and of what was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.offers.models import Offer, OfferChoice
from borgerfokus.core.casework.casetype import legal_basis
from borgerfokus.core.offers.fitting import Ladder, Need, cheaper_steps, proposed
from borgerfokus.core.offers.words import Group
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.parameters import service as parameters

_LADDER = "own.leon_ladder"


@dataclass(frozen=True)
class Proposals:
    """The offers that fit a case, the lowest step first, and how they compare."""

    offers: tuple[Offer, ...]
    ladder: Ladder
    need: Need

    @property
    def lowest(self) -> int | None:
        """The place of the lowest step that fits; None when nothing does."""
        return self.ladder.place(self.offers[0].level) if self.offers else None

    def lower_than(self, offer: Offer) -> list[Offer]:
        """The fitting offers on a lower step than this one."""
        lower = cheaper_steps(offer.value, [one.value for one in self.offers], ladder=self.ladder)
        keys = {one.key for one in lower}
        return [one for one in self.offers if one.key in keys]


def ladder(*, on: date) -> Ladder:
    """The steps of LEON in the order that the municipality has decided."""
    value = parameters.at(_LADDER, on=on)
    return Ladder(tuple(zip(value.codes, value.texts, strict=True)))


def steps() -> tuple[tuple[str, Text], ...]:
    """Every step that a ladder may have, with its name."""
    return parameters.parameters().get(_LADDER).labels


def catalogue(*, on: date, public: bool) -> list[Offer]:
    """The offers that are given on a day, by title; `public`: those that everybody may know of. One query."""
    rows = _now().filter(Q(ends__isnull=True) | Q(ends__gt=on), starts__lte=on)
    return list((rows.filter(public=True) if public else rows).order_by("title", "key"))


def find(*, key: str, on: date, public: bool) -> Offer:
    """An offer that is given on a day. Raises Hidden."""
    row = next((one for one in _now().filter(key=key) if one.value.period.contains(on)), None)
    if row is None or (public and not row.public):
        raise Hidden(f"offer {key}")
    return row


def kept() -> list[Offer]:
    """Every offer as it now is, those that have ended or not begun too, by title. For those who keep the catalogue."""
    return list(_now().order_by("title", "key"))


def versions(*, key: str) -> list[Offer]:
    """Every version of an offer, newest first. Raises Hidden when there is none."""
    found = list(Offer.objects.filter(key=key).order_by("-number"))
    if not found:
        raise Hidden(f"offer {key}")
    return found


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[OfferChoice]:
    """The choices on the cases that the actor may see."""
    return OfferChoice.objects.filter(case__in=casework.visible_to(actor, at=at))


def choice_of(*, case_id: int) -> OfferChoice | None:
    """What is chosen in a case that the caller may see, with its offer and the one that was considered."""
    rows = OfferChoice.objects.filter(case_id=case_id, ended_at__isnull=True)
    return rows.select_related("offer", "considered").first()


def proposals(*, case: Case, age: int | None, on: date) -> Proposals:
    """What fits the case by its section, life situations and target groups, and the citizen's age."""
    spec = case.type_version.spec
    basis = legal_basis(case_type=spec, parameters=parameters.parameters(), on=on)
    need = Need(
        section=f"{basis.act} § {basis.section}",
        themes=frozenset(one.value for one in spec.life_situations),
        on=on,
        groups=frozenset(Group(one) for one in case.target_groups),
        age=age,
    )
    return _fitting(catalogue(on=on, public=False), need=need, on=on)


def _fitting(rows: Sequence[Offer], *, need: Need, on: date) -> Proposals:
    steps_now = ladder(on=on)
    by_key = {row.key: row for row in rows}
    found = proposed((row.value for row in rows), need=need, ladder=steps_now)
    return Proposals(tuple(by_key[one.key] for one in found), steps_now, need)


def _now() -> QuerySet[Offer]:
    return Offer.objects.filter(replaced_at__isnull=True)
