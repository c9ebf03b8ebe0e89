"""Campaigns, reviews and the kodeks in words and as view objects."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.supervision.service import Campaign, CampaignResult, Judgement, Response, Verdict
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.supervision.form import Form
from borgerfokus.core.supervision.measures import Answer
from borgerfokus.web.design.views import Chip, Column, Row, ShareLine, SharesView, TrendPoint, TrendView
from borgerfokus.web.frame import on_day, page_language, say
from borgerfokus.web.present.words import short_date

WHOLE = "step:all"
_STEP = "step:"


def state_chip(state: str) -> Chip:
    """How far a campaign is."""
    labels = {
        "draft": Chip(_("Planlægges"), "line"),
        "drawn": Chip(_("Trukket"), "fjord"),
        "running": Chip(_("I gang"), "warn"),
        "closed": Chip(_("Afsluttet"), "ok"),
        "cancelled": Chip(_("Afbrudt"), "line"),
    }
    return labels[state]


def review_chip(state: str, *, findings: int = 0) -> Chip:
    """How far the review of a case is."""
    if state == "answered" and not findings:
        return Chip(_("Uden bemærkninger"), "ok")
    return {
        "waiting": Chip(_("Ikke begyndt"), "line"),
        "begun": Chip(_("Begyndt"), "fjord"),
        "done": Chip(_("Venter på svar"), "warn"),
        "answered": Chip(_("Besvaret"), "ok"),
    }[state]


def period(campaign: Campaign) -> str:
    """ "1. juli 2026 til 30. september 2026"."""
    last = campaign.ends - timedelta(days=1)
    return _("%(first)s til %(last)s") % {"first": on_day(campaign.starts), "last": on_day(last)}


def stratum(name: str, *, units: Mapping[str, str], types: Mapping[str, str]) -> str:
    """The name of a stratum as people read it. `units` and `types` hold names by key."""
    if name == "all":
        return _("Alle sager")
    own = {"appealed": _("påklaget"), "not_appealed": _("ikke påklaget"), "none": _("uden udfald")}
    outcomes = {one.value: say(one.label) for one in Outcome}
    parts = [
        units.get(part) or types.get(part) or outcomes.get(part) or own.get(part) or part for part in name.split("|")
    ]
    return " · ".join(parts)


def dimension(key: str) -> str:
    """What the cases are divided by."""
    return {
        "unit_and_type": _("Enhed og sagstype"),
        "outcome": _("Udfald"),
        "appealed": _("Påklaget eller ikke"),
    }[key]


def verdict(key: str) -> str:
    """What a reviewer judged."""
    words = {Verdict.MET: _("I orden"), Verdict.NOT_MET: _("Ikke i orden"), Verdict.NOT_RELEVANT: _("Ikke relevant")}
    return words[Verdict(key)]


def data_says(row: Judgement) -> str:
    """What the data says, and what that rests on."""
    answers = {
        Answer.YES: _("Data siger: i orden"),
        Answer.NO: _("Data siger: ikke i orden"),
        Answer.NOT_RELEVANT: _("Data siger: ikke relevant"),
        Answer.UNKNOWN: _("Data kan ikke svare"),
    }
    return answers[Answer(row.prefill)]


def source(row: Judgement) -> str:
    """What the data's answer rests on."""
    return row.source_en if page_language() == "en" else row.source


def response(key: str) -> str:
    """How a finding was answered."""
    words = {
        Response.AGREED: _("Enig, det gør vi anderledes fremover"),
        Response.MENDED: _("Enig, og det er rettet i sagen"),
        Response.DISAGREED: _("Uenig"),
    }
    return words[Response(key)]


def percent(share: float) -> str:
    """A share from 0 to 1 in whole per cent: "82 %"."""
    return f"{round(100 * share)}\u00a0%"


def span(low: float, high: float) -> str:
    """An interval: "71–90 %"."""
    return f"{round(100 * low)}–{round(100 * high)}\u00a0%"


def title_of(question: str, form: Form) -> str:
    """The words of a question or of a step, "" for one that the form does not have."""
    if question == WHOLE:
        return _("Hele sagen")
    if question.startswith(_STEP):
        key = question.removeprefix(_STEP)
        return next((say(step.title) for step in form.steps if step.key == key), "")
    found = form.question(question)
    return say(found.text) if found else ""


def shares(
    figures: Sequence[CampaignResult], form: Form, *, caption: str, finding: str, names: Mapping[int, str] | None = None
) -> SharesView:
    """Figures as rows with their intervals. With `names` each row is a unit, otherwise a question or a step."""
    lowest = min((one.share for one in figures), default=1.0)
    lines = tuple(_line(one, form, names, behind=one.share == lowest and len(figures) > 1) for one in figures)
    return SharesView(
        finding=finding,
        lines=lines,
        caption=caption,
        columns=(
            Column(_("Enhed") if names is not None else _("Punkt")),
            Column(_("I orden"), numeric=True),
            Column(_("Usikkerhed"), numeric=True),
            Column(_("Sager"), numeric=True),
        ),
        rows=tuple(
            Row(cells=(line.name, line.text, span(one.low, one.high), f"{one.met}/{one.judged}"))
            for line, one in zip(lines, figures, strict=True)
        ),
    )


def _line(one: CampaignResult, form: Form, names: Mapping[int, str] | None, *, behind: bool) -> ShareLine:
    name = names.get(one.unit_id or 0, "–") if names is not None else title_of(one.question, form)
    words = {"name": name, "share": percent(one.share), "span": span(one.low, one.high), "n": one.judged}
    of_how_many = {"met": one.met, "judged": one.judged, "span": words["span"]}
    return ShareLine(
        name=name,
        text=percent(one.share),
        label=_("%(name)s: %(share)s i orden, usikkerhed %(span)s, %(n)s sager") % words,
        value=100 * one.share,
        low=100 * one.low,
        high=100 * one.high,
        sub=(
            _("%(met)s af %(judged)s sager · usikkerhed %(span)s") % of_how_many
            if one.low < one.high
            else _("%(met)s af %(judged)s sager · alle er set") % of_how_many
        ),
        behind=behind,
    )


def weakest(figures: Iterable[CampaignResult], form: Form) -> str:
    """The finding as a sentence: what is least often in order, and how sure that is."""
    found = sorted(figures, key=lambda one: (one.share, one.question))
    if not found:
        return _("Ingen sager er gennemgået endnu.")
    first = found[0]
    if first.share == 1:
        return _("Alt, der er gennemgået, er i orden.")
    return _("Svagest er »%(name)s«: i orden i %(share)s af sagerne (mellem %(span)s).") % {
        "name": title_of(first.question, form),
        "share": percent(first.share),
        "span": span(first.low, first.high),
    }


def over_time(
    found: Sequence[tuple[Campaign, Sequence[CampaignResult]]], *, question: str, name: str
) -> TrendView | None:
    """How one figure has moved from campaign to campaign; None for fewer than two."""
    shown = [(campaign, one) for campaign, figures in found for one in figures if one.question == question]
    if len(shown) < 2:
        return None
    step = 80 / (len(shown) - 1)
    points = tuple(
        TrendPoint(
            when=short_date(campaign.ends - timedelta(days=1)),
            at=14 + place * step,
            value=100 * one.share,
            text=percent(one.share),
            low=100 * one.low,
            high=100 * one.high,
        )
        for place, (campaign, one) in enumerate(shown)
    )
    said = ", ".join(f"{point.when}: {point.text}" for point in points)
    return TrendView(
        finding=_moved(shown[0][1], shown[-1][1], name),
        label=_("%(name)s over tid. %(said)s") % {"name": name, "said": said},
        points=points,
        caption=_("%(name)s over tid") % {"name": name},
        columns=(
            Column(_("Kampagne")),
            Column(_("Til og med")),
            Column(_("I orden"), numeric=True),
            Column(_("Usikkerhed"), numeric=True),
            Column(_("Sager"), numeric=True),
        ),
        rows=tuple(
            Row(
                cells=(
                    campaign.title,
                    short_date(campaign.ends - timedelta(days=1)),
                    percent(one.share),
                    span(one.low, one.high),
                    str(one.judged),
                )
            )
            for campaign, one in shown
        ),
    )


def _moved(first: CampaignResult, last: CampaignResult, name: str) -> str:
    words = {"name": name, "first": percent(first.share), "last": percent(last.share)}
    if last.low > first.high:
        return _("»%(name)s« er blevet bedre: fra %(first)s til %(last)s.") % words
    if last.high < first.low:
        return _("»%(name)s« er blevet dårligere: fra %(first)s til %(last)s.") % words
    return _("»%(name)s« var %(first)s og er nu %(last)s. Forskellen kan være tilfældig.") % words


def cases(number: int) -> str:
    """ "1 sag", "12 sager"."""
    return ngettext("%(n)s sag", "%(n)s sager", number) % {"n": number}
