"""What is followed up after a campaign: given, closed, or passed on to somebody else."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.web.design.views import Chip, Item
from borgerfokus.web.frame import asked, today, told
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import picture
from borgerfokus.web.present.words import short_date

ACTS = frozenset({"end", "escalate"})


def day(request: HttpRequest, name: str) -> date | None:
    """A day that was posted as ISO, None for anything else."""
    try:
        return date.fromisoformat(str(request.POST.get(name, "")))
    except ValueError:
        return None


def give(request: HttpRequest, found: supervision.Campaign) -> Refusal | None:
    """Give somebody something to do after a campaign."""
    return supervision.follow_up(
        campaign_id=found.pk, new=_new(request), by=asked(request).actor, at=asked(request).moment
    )


def post(request: HttpRequest, *, back: str) -> HttpResponse:
    """End a follow-up, or pass it on. Raises Hidden for anything else."""
    by, at = asked(request).actor, asked(request).moment
    name, which = str(request.POST.get("act", "")), posted(request, "follow_up") or 0
    outcome = str(request.POST.get("outcome", ""))
    if name == "end":
        refused = supervision.end_follow_up(follow_up_id=which, outcome=outcome, by=by, at=at)
        told(request, refused, _("Opfølgningen er afsluttet."))
    elif name == "escalate":
        refused = supervision.escalate(follow_up_id=which, outcome=outcome, new=_new(request), by=by, at=at)
        told(request, refused, _("Opfølgningen er givet videre."))
    else:
        raise Hidden(f"act {name}")
    return redirect(back)


def items(rows: Iterable[supervision.ActionPoint], request: HttpRequest) -> tuple[tuple[int, Item], ...]:
    """Each as a line of a list, with its id while it is open and 0 afterwards."""
    on = today(request)
    return tuple((one.pk if one.state == "open" else 0, _item(one, on)) for one in rows)


def _item(one: supervision.ActionPoint, on: date) -> Item:
    chips = {"closed": Chip(_("Afsluttet"), "ok"), "escalated": Chip(_("Givet videre"), "warn")}
    ended = f"{short_date(one.ended_at.date())}: {one.outcome}" if one.ended_at else ""
    return Item(
        title=one.text,
        text=" · ".join(part for part in (one.owner.name, ended) if part),
        icon="check" if one.ended_at else "checklist",
        chip=chips.get(one.state),
        due=None if one.ended_at else picture.due(one.due, on=on, soon=picture.soon_until(on)),
    )


def _new(request: HttpRequest) -> supervision.NewActionPoint:
    return supervision.NewActionPoint(
        text=str(request.POST.get("text", ""))[:2_000],
        owner=posted(request, "owner") or 0,
        due=day(request, "due") or date.min,
    )
