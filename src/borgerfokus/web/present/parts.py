"""The parts of an indicator that is split, offer by offer: names, table and file."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from borgerfokus.apps.insight.service import Disclosed
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.indicators import Dimension, Figure, Indicator
from borgerfokus.web.design.views import Column, Row
from borgerfokus.web.present import indicators as words
from borgerfokus.web.present import offers as offer_words


@dataclass(frozen=True)
class Parts:
    """The figures of an indicator by the name of the part; `held` are too small to tell of."""

    indicator: Indicator
    figures: Mapping[str, Figure]
    held: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the indicator is split by."""
        return _("Tilbud for tilbud")

    @property
    def columns(self) -> tuple[Column, ...]:
        """The headings of `rows`."""
        return Column(_("Tilbud")), Column(_("Tal"), numeric=True), Column(_("Målinger"), numeric=True)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The parts, the one with most cases first, and those that are held back with the reason."""
        ordered = sorted(self.figures.items(), key=lambda pair: (-pair[1].cases, pair[0]))
        shown = (Row(cells=(name, words.shown(one.value, self.indicator), str(one.cases))) for name, one in ordered)
        return (*shown, *(Row(cells=(name, _("for få til at vise"), "–")) for name in self.held))


def of(indicator: Indicator, figures: Mapping[str, Figure]) -> Parts | None:
    """The parts as staff read them; None for an indicator without a split."""
    if indicator.split is None:
        return None
    names = _names(indicator.split)
    return Parts(indicator, {names.get(key, key): one for key, one in figures.items()})


def released(one: Disclosed, *, public: bool = False) -> Parts | None:
    """The parts as they are released; for everybody only those that everybody knows of."""
    if one.indicator.split is None:
        return None
    names = _names(one.indicator.split, public=public)
    figures = {names[key]: figure for key, figure in one.parts.items() if key in names}
    return Parts(one.indicator, figures, tuple(sorted(names[key] for key in one.held_parts if key in names)))


def _names(split: Dimension, *, public: bool = False) -> dict[str, str]:
    """What the parts are called, by key."""
    match split:
        case Dimension.OFFER:
            return {one.key: offer_words.title(one) for one in offers.kept() if one.public or not public}
