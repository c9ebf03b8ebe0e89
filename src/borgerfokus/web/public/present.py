"""From case types and figures to what the public pages show."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import CaseTypeVersion, PromiseFigure
from borgerfokus.apps.offers.service import Offer
from borgerfokus.core.casework.casetype import CaseType, DeadlineBasis, DeadlineSpec
from borgerfokus.core.casework.deadline_rules import rules_of
from borgerfokus.core.rules import Parameters
from borgerfokus.core.words import length_words
from borgerfokus.web.design.views import BarView, CardView, Cell, Chip, Column, Kind, Row, Term
from borgerfokus.web.frame import say
from borgerfokus.web.present import kinds
from borgerfokus.web.present import offers as offer_words
from borgerfokus.web.present.values import shown
from borgerfokus.web.public.content import SITUATIONS


def situation_cards() -> tuple[CardView, ...]:
    """The life situations as cards."""
    return tuple(
        CardView(
            title=say(one.title),
            text=say(one.text),
            href=reverse("public:life", args=[one.key.value]),
            glyph=one.glyph,
        )
        for one in SITUATIONS
    )


def help_cards(versions: Iterable[CaseTypeVersion]) -> tuple[CardView, ...]:
    """Kinds of help as cards."""
    return tuple(
        CardView(
            title=say(version.spec.title_citizen),
            text=say(version.spec.short),
            href=reverse("public:help", args=[version.key]),
        )
        for version in versions
    )


def help_by_theme(versions: Iterable[CaseTypeVersion]) -> list[tuple[str, str, tuple[CardView, ...]]]:
    """Kinds of help as cards, by theme: (key, title, cards)."""
    return [(key, title, help_cards(found)) for key, title, found in kinds.by_theme(versions)]


def numbers(spec: CaseType, *, parameters: Parameters, on: date) -> tuple[Term, ...]:
    """The act's numbers that a kind of help rests on: what each is, its value, and its article."""
    found = []
    for key in spec.numbers:
        value = parameters.at(key, on=on)
        found.append(Term(say(value.title), shown(value), sub=say(value.reference.text)))
    return tuple(found)


def offer_cards(offers: Iterable[Offer]) -> tuple[CardView, ...]:
    """Offers as cards."""
    return tuple(
        CardView(
            title=offer_words.title(one),
            text=f"{offer_words.short(one)} {offer_words.who_and_where(one)}.",
            href=reverse("public:offer", args=[one.key]),
        )
        for one in offers
    )


def columns() -> tuple[Column, ...]:
    """The columns of the promise table."""
    labels = (
        _("Når du søger om"),
        _("Loven siger"),
        _("Vi lover"),
        _("Målt mod målet"),
        _("Vi holdt det"),
    )
    return tuple(Column(label=label) for label in labels)


def promise_row(
    version: CaseTypeVersion, *, figure: PromiseFigure | None, target: int, parameters: Parameters, on: date
) -> Row:
    """What the act and the municipality promise for a kind of help, and how it was kept."""
    spec = version.spec
    words = _lengths(spec, parameters, on)
    return Row(
        cells=(
            Cell(
                text=say(spec.title_citizen),
                sub=_counted(figure),
                href=reverse("public:help", args=[version.key]),
            ),
            Kind(key="law", text=_by(spec, DeadlineBasis.STATUTORY, words) or _("Så hurtigt som muligt")),
            Kind(key="promise", text=_by(spec, DeadlineBasis.OWN, words) or _("Ingen egen frist")),
            _bar(figure, target),
            _verdict(figure, target),
        )
    )


def promised(spec: CaseType, *, parameters: Parameters, on: date) -> str:
    """ "8 uger": the municipality's own date, or else the act's."""
    words = _lengths(spec, parameters, on)
    return _by(spec, DeadlineBasis.OWN, words) or _by(spec, DeadlineBasis.STATUTORY, words)


def _lengths(spec: CaseType, parameters: Parameters, on: date) -> dict[str, str]:
    rules = rules_of(case_type=spec, parameters=parameters, on=on)
    return {rule.key: say(length_words(rule.amount, rule.unit)) for rule in rules}


def _by(spec: CaseType, basis: DeadlineBasis, words: dict[str, str]) -> str:
    found: list[DeadlineSpec] = [one for one in spec.deadlines if one.basis is basis]
    return words[found[0].key] if found else ""


def _counted(figure: PromiseFigure | None) -> str:
    if figure is None or figure.decided is None:
        return ""
    return _("ca. %(kept)s af %(all)s sager") % {"kept": figure.kept, "all": figure.decided}


def _bar(figure: PromiseFigure | None, target: int) -> BarView | str:
    if figure is None or figure.percent is None:
        return "–"
    label = _("%(share)s procent, målet er %(target)s procent") % {"share": figure.percent, "target": target}
    return BarView(value=figure.percent, label=label, target=target, behind=figure.percent < target - 10)


def _verdict(figure: PromiseFigure | None, target: int) -> Cell:
    if figure is None:
        return Cell(text=_("Ikke opgjort"))
    if figure.percent is None:
        return Cell(text=_("For få sager"), sub=_("Vi viser ikke små tal, så ingen kan genkendes."))
    if figure.percent >= target:
        chip = Chip(_("Målet er nået"), "ok")
    elif figure.percent >= target - 10:
        chip = Chip(_("Lige under målet"), "warn")
    else:
        chip = Chip(_("Bagud"), "bad")
    return Cell(text=f"{figure.percent} %", chip=chip)
