"""The offer chosen in a case, and those that fit it, as its page shows them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Evidence
from borgerfokus.apps.offers.service import Offer
from borgerfokus.core.access import Verb
from borgerfokus.core.offers.words import GROUP_NAMES
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import Action, Cell, CellValue, Chip, Column, Row, Term
from borgerfokus.web.frame import on_moment, say
from borgerfokus.web.present import effect
from borgerfokus.web.present import offers as words
from borgerfokus.web.staff.casepage import OpenedCase

_GROUP = "maalgruppe"
_OF_EACH_STEP = 3


@dataclass(frozen=True)
class ChosenView:
    """What is chosen, by whom and why; and the way to take it back."""

    terms: tuple[Term, ...]
    drop: Action | None


@dataclass(frozen=True)
class FittingView:
    """The first offers of each step that fit, the lowest first, narrowed by target group; and the ways to all.

    `to_groups` are the target groups of the case, which the offers fit.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    fields: tuple[FieldView, ...]
    lowest: str
    to_groups: str
    more: Action
    compare: Action | None


def chosen(opened: OpenedCase) -> ChosenView | None:
    """The offer of the case."""
    choice = opened.chosen
    if choice is None:
        return None
    offer = choice.offer
    href = reverse("staff:offer", args=[offer.key])
    ladder = opened.fitting.ladder
    found = [
        Term(_("Tilbud"), words.title(offer), sub=words.short(offer), action=Action(_("Se det"), href, "link")),
        Term(_("Udføres af"), offer.provider, sub=offer.place),
        Term(_("Trin"), say(ladder.name(offer.level))),
        Term(_("Pris"), words.price(offer), sub=words.by_month(offer)),
        Term(_("Valgt"), on_moment(choice.at), sub=choice.by_name),
    ]
    if choice.considered is not None:
        found.append(Term(_("Overvejet på et lavere trin"), words.title(choice.considered), sub=choice.reason))
    drop = None
    if opened.may(Verb.CASE_EDIT):
        fields = (("act", "drop-offer"),)
        drop = Action(_("Vælg det fra"), opened.href("help"), "tertiary", "post", fields=fields)
    return ChosenView(tuple(found), drop)


def fitting(opened: OpenedCase) -> FittingView:
    """The proposals, the lowest step first, with price, wait and what is known of them."""
    found, group = opened.fitting, str(opened.request.GET.get(_GROUP, ""))
    shown = [one for one in found.offers if not group or not one.groups or group in one.groups]
    may = opened.may(Verb.CASE_EDIT)
    labels = [_("Tilbud"), _("Trin"), _("Ventetid"), _("Pris"), _("Viden"), _("Sådan gik det her")]
    listed = _first_of_each(shown)
    known = insight.own_evidence(offers=[one.key for one in listed], needs=effect.needs_of(opened.themes))
    return FittingView(
        columns=(*(Column(label) for label in labels), *((Column(_("Vælg"), hidden=True),) if may else ())),
        rows=tuple(_row(opened, one, known.get(one.key), may=may) for one in listed),
        fields=(_groups(found.offers, group),),
        lowest=say(found.ladder.name(found.offers[0].level)) if found.offers else "",
        to_groups=words.groups(opened.case.target_groups),
        more=Action(_("Se hele kataloget"), reverse("staff:offers"), "link"),
        compare=_compare(shown, effect.needs_of(opened.themes)),
    )


def _first_of_each(shown: list[Offer]) -> list[Offer]:
    """Three of each step, so that no step hides behind the ones below it."""
    counts: Counter[str] = Counter()
    found = []
    for one in shown:
        counts[one.level] += 1
        if counts[one.level] <= _OF_EACH_STEP:
            found.append(one)
    return found


def _row(opened: OpenedCase, one: Offer, known: Evidence | None, *, may: bool) -> Row:
    href = reverse("staff:offer", args=[one.key])
    is_chosen = opened.chosen is not None and opened.chosen.offer.key == one.key
    where = words.who_and_where(one)
    chip = Chip(_("Valgt"), "ok") if is_chosen else None
    cells: list[CellValue] = [
        Cell(words.title(one), sub=where, href=href, chip=chip),
        say(opened.fitting.ladder.name(one.level)),
        words.wait(one),
        Cell(words.price(one), sub=words.by_month(one)),
        words.evidence(one),
        Cell(*effect.evidence(known)),
    ]
    if may:
        to = f"{opened.href('help')}?{urlencode({'tilbud': one.key})}#choose-offer"
        cells.append(Action(_("Vælg"), to, "link", context=f": {words.title(one)}"))
    return Row(cells=tuple(cells), here=is_chosen)


def _groups(found: tuple[Offer, ...], group: str) -> FieldView:
    there = {one for offer in found for one in offer.groups}
    options = [Option("", _("Alle målgrupper"), not group)]
    options += [Option(one.value, say(text), one == group) for one, text in GROUP_NAMES.items() if one in there]
    return FieldView(control="select", name=_GROUP, id="f-group", label=_("Målgruppe"), options=tuple(options))


def _compare(shown: list[Offer], needs: Mapping[str, int]) -> Action | None:
    """The lowest of each step side by side, four at most; with the needs that our own figures are to be alike in."""
    first: dict[str, str] = {}
    for one in shown:
        first.setdefault(one.level, one.key)
    if len(first) < 2:
        return None
    query = urlencode([*(("valg", key) for key in list(first.values())[:4]), *effect.needs_in_address(needs)])
    return Action(_("Sammenlign trinene"), f"{reverse('staff:offers-compare')}?{query}", "link")
