"""How easy a text is to read: the LIX on its scale, and in words what to mend first."""

from django.utils.translation import gettext as _

from borgerfokus.core.decisions.readability import Readability
from borgerfokus.web.design.views import ScaleView

_EASY, _HARD = 20, 60


def scale(found: Readability) -> ScaleView:
    """The LIX on its scale."""
    return ScaleView(
        value=_percent(found.lix),
        target=_percent(found.goal),
        label=_("LIX %(lix)s på en skala fra 20 til 60. Målet er under %(goal)s.")
        % {"lix": found.lix, "goal": found.goal},
        low_text=_("20 let"),
        target_text=str(found.goal),
        high_text=_("60 svær"),
    )


def reading(found: Readability) -> tuple[str, ...]:
    """The readability in words: the figure, the long words, the longest sentence."""
    verdict = _("LIX %(lix)s. Målet er under %(goal)s.") % {"lix": found.lix, "goal": found.goal}
    lines = [verdict]
    if found.long_words:
        lines.append(_("Lange ord: %(words)s.") % {"words": ", ".join(f"»{word}«" for word in found.long_words)})
    if found.longest_sentence_words:
        lines.append(
            _("Længste sætning: %(n)s ord: »%(sentence)s«")
            % {"n": found.longest_sentence_words, "sentence": found.longest_sentence}
        )
    return tuple(lines)


def _percent(value: int) -> float:
    return min(max(100 * (value - _EASY) / (_HARD - _EASY), 0), 100)
