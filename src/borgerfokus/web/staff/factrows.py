"""The rows of the information list: each fact with value, age, how good it is, and what can be done about it."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.core.access import Verb
from borgerfokus.core.casework.sufficiency import FactRow, FactStatus, Quality
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.views import Action, Ball, Chip, FactState, SufficiencyView, SuffRow
from borgerfokus.web.frame import say
from borgerfokus.web.present.words import days, short_date
from borgerfokus.web.staff.acts import informing, obtaining
from borgerfokus.web.staff.casepage import OpenedCase

_STATES: Mapping[FactStatus, FactState] = {
    FactStatus.MISSING: "missing",
    FactStatus.WITH_CITIZEN: "waiting",
    FactStatus.WITH_OTHER: "waiting",
    FactStatus.TOO_OLD: "old",
    FactStatus.CONTRADICTED: "missing",
    FactStatus.TO_CONFIRM: "old",
    FactStatus.PARTIAL: "old",
    FactStatus.MET: "met",
    FactStatus.RULED_OUT: "met",
    FactStatus.NOT_NEEDED: "met",
}


def view(opened: OpenedCase, rows: tuple[FactRow, ...]) -> SufficiencyView:
    """The whole list."""
    spec = opened.case.type_version.spec
    met = len(opened.recorded.result.met)
    counts = Counter(_STATES[row.status] for row in rows)
    summary = _("%(met)s af %(all)s på plads") % {"met": met, "all": len(rows)}
    marks = _marks(rows, counts)
    return SufficiencyView(
        title=_("Det skal være oplyst, før du kan afgøre efter %(law)s") % {"law": f"{spec.act} § {spec.section}"},
        summary=summary,
        label=". ".join([summary, *(mark.text if isinstance(mark, Chip) else mark.label for mark in marks)]),
        rows=tuple(row_of(opened, row) for row in rows),
        version=_("Liste version %(number)s, gælder fra %(day)s")
        % {"number": spec.version, "day": short_date(spec.valid.start)},
        marks=marks,
    )


def _marks(rows: tuple[FactRow, ...], counts: Counter[FactState]) -> tuple[Chip | Ball, ...]:
    found: list[Chip | Ball] = []
    unsettled = sum(row.status is FactStatus.CONTRADICTED for row in rows)
    again = sum(row.status in {FactStatus.TO_CONFIRM, FactStatus.PARTIAL} for row in rows)
    if unsettled:
        found.append(Chip(_("%(n)s skal afgøres") % {"n": unsettled}, "bad"))
    if counts["missing"] > unsettled:
        missing = counts["missing"] - unsettled
        text = ngettext("%(n)s mangler", "%(n)s mangler", missing) % {"n": missing}
        found.append(Chip(text, "bad"))
    if counts["old"] > again:
        old = counts["old"] - again
        found.append(Chip(ngettext("%(n)s er for gammel", "%(n)s er for gamle", old) % {"n": old}, "warn"))
    if again:
        found.append(Chip(ngettext("%(n)s skal suppleres", "%(n)s skal suppleres", again) % {"n": again}, "warn"))
    citizen = sum(row.status is FactStatus.WITH_CITIZEN for row in rows)
    others = counts["waiting"] - citizen
    if citizen:
        found.append(Ball("you", _("%(n)s hos borgeren") % {"n": citizen}))
    if others:
        found.append(Ball("other", _("%(n)s hos andre") % {"n": others}))
    return tuple(found)


def row_of(opened: OpenedCase, row: FactRow) -> SuffRow:
    """One fact."""
    value, note = _value(row)
    return SuffRow(
        state=_STATES[row.status],
        fact_id=row.key,
        fact=say(row.requirement.title),
        used_for=say(row.requirement.used_for).rstrip("."),
        value=value,
        note=note,
        source=_source(opened, row),
        ball=_ball(row),
        actions=_actions(opened, row) if opened.may(Verb.FACT_RECORD) else (),
        chips=_chips(opened, row),
        against=_against(opened, row),
    )


def warn_by(opened: OpenedCase) -> date:
    """The day up to which a fact that grows too old is told of beforehand."""
    return opened.today + timedelta(days=parameters.at("own.evidence_warning", on=opened.today).number)


def _chips(opened: OpenedCase, row: FactRow) -> tuple[Chip, ...]:
    found: list[Chip] = []
    if row.status is FactStatus.CONTRADICTED:
        found.append(Chip(_("To siger hver sit"), "bad"))
    if row.status is FactStatus.TO_CONFIRM:
        found.append(Chip(_("Skal bekræftes igen"), "warn"))
    if row.status is FactStatus.PARTIAL:
        found.append(Chip(_("Kun en del er oplyst"), "warn"))
    if row.ages_by(warn_by(opened)) and row.fresh_until is not None:
        found.append(Chip(_("For gammel efter %(day)s") % {"day": short_date(row.fresh_until)}, "warn"))
    if row.evidence is not None and row.evidence.quality is not Quality.UNSAID and row.ruled_out is None:
        found.append(Chip(informing.qualities()[row.evidence.quality], "line"))
    return tuple(found)


def _against(opened: OpenedCase, row: FactRow) -> str:
    other = opened.recorded.against.get(row.key)
    return f"{other.value} ({other.source}, {short_date(other.as_of)})" if other else ""


def _value(row: FactRow) -> tuple[str, str]:
    asked, limit = row.requested, row.requirement.max_age_months
    if row.status in {FactStatus.WITH_CITIZEN, FactStatus.WITH_OTHER} and asked:
        due = _("svar senest %(day)s") % {"day": short_date(asked.due)} if asked.due else ""
        told = _("Bedt om %(day)s") % {"day": short_date(asked.asked_on)}
        who = say(asked.name)
        return ", ".join(part for part in (told, due) if part), _("Kilde: %(who)s") % {"who": who}
    if row.status is FactStatus.RULED_OUT and row.ruled_out:
        return _("Ikke nødvendig: %(why)s") % {"why": row.ruled_out.reason}, short_date(row.ruled_out.at)
    if row.evidence is not None:
        age = days(row.age_days or 0)
        if row.fresh_until is not None and row.status is not FactStatus.TOO_OLD:
            age = _("%(age)s gammel, frisk til %(day)s") % {"age": age, "day": short_date(row.fresh_until)}
        if row.status is FactStatus.TOO_OLD and limit:
            months = ngettext("højst %(n)s måned", "højst %(n)s måneder", limit) % {"n": limit}
            age = _("%(age)s gammel, %(most)s") % {"age": age, "most": months}
        return row.evidence.value, age
    known = informing.sources()
    return _("Findes ikke på sagen"), _("Kilde: %(who)s") % {
        "who": ", ".join(known[one].lower() for one in row.requirement.sources)
    }


def _source(opened: OpenedCase, row: FactRow) -> Action | None:
    found = opened.recorded.evidence.get(row.key)
    if found is None or row.status in {FactStatus.WITH_CITIZEN, FactStatus.WITH_OTHER, FactStatus.RULED_OUT}:
        return None
    where = opened.href("journal", f"entry-{found.entry_id}") if found.entry_id else fact_href(opened, row.key)
    if found.theme is not None:
        where = opened.href("assessment", f"theme-{found.theme.theme}")
    return Action(found.source, where, "link")


def _ball(row: FactRow) -> Ball | None:
    if row.status is FactStatus.WITH_CITIZEN:
        return Ball("you", _("Hos borgeren"))
    return Ball("other", _("Hos andre")) if row.status is FactStatus.WITH_OTHER else None


def _actions(opened: OpenedCase, row: FactRow) -> tuple[Action, ...]:
    title, where = say(row.requirement.title), fact_href(opened, row.key)
    write = Action(_("Skriv"), where, "link", context=title)
    match row.status:
        case FactStatus.CONTRADICTED:
            return (Action(_("Afgør, hvad der gælder"), f"{where}?vis=settle#settle", "primary", context=title),)
        case FactStatus.TO_CONFIRM:
            fields = (("act", "confirm"), ("fact", row.key))
            again = Action(
                _("Bekræft igen"), opened.href("information"), "primary", "post", context=title, fields=fields
            )
            return (again, write)
        case FactStatus.MISSING | FactStatus.TOO_OLD | FactStatus.PARTIAL:
            return (*_asks(opened, row), write)
        case FactStatus.WITH_CITIZEN | FactStatus.WITH_OTHER:
            return (*_remind(opened, row), write)
        case _:
            return (Action(_("Ret"), where, "link", context=title),)


def _asks(opened: OpenedCase, row: FactRow) -> tuple[Action, ...]:
    """One button for each who can give it; whoever else is chosen in the form."""
    labels, title = informing.sources(), say(row.requirement.title)
    found = [
        Action(
            _("Spørg: %(who)s") % {"who": labels[source].lower()},
            opened.href("information"),
            "primary" if place == 0 else "secondary",
            "post",
            context=title,
            fields=(("act", "ask-one"), ("fact", row.key), ("source", source.value)),
        )
        for place, source in enumerate(obtaining.askable(row)[:2])
    ]
    other = f"{opened.href('information')}?fact={row.key}&vis=ask#ask"
    return (*found, Action(_("Spørg en anden"), other, "link", context=title))


def _remind(opened: OpenedCase, row: FactRow) -> tuple[Action, ...]:
    request = opened.recorded.requests[row.key]
    if request.consent is not None and request.consent.given_at is None:
        return ()
    fields = (("act", "remind"), ("request", str(request.pk)))
    return (
        Action(
            _("Ryk"), opened.href("information"), method="post", context=say(row.requirement.title), fields=fields
        ),
    )


def fact_href(opened: OpenedCase, key: str) -> str:
    """The page of one fact."""
    return reverse("staff:fact", args=[opened.case.number, key])
