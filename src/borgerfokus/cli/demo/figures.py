"""What leaders keep beside their figures: notes on the line of time, and figures by e-mail, through the real acts."""

from datetime import date, datetime, timedelta
from typing import Final

from borgerfokus.apps.insight import service as insight
from borgerfokus.cli.demo.knowing import Staff
from borgerfokus.core.dates import day_of

LEADER, HEAD = "Birgitte Solgaard", "Henny Refsgård"
_UNIT: Final = "voksenteamet"
_NOTES: Final = (
    (LEADER, 200, "Ny ansøgningsblanket", _UNIT, False),
    (LEADER, 95, "To vikarer begynder", _UNIT, False),
    (HEAD, 150, "Nye kvalitetsstandarder gælder", "", True),
)
"""Who writes, how many days ago it happened, what, in which unit, and whether everybody may read it."""


def tell(*, staff: Staff, now: datetime) -> None:
    """Write the notes and ask for the e-mails. As the platform, after the rows of the demo are in place."""
    for who, ago, text, unit, public in _NOTES:
        new = insight.NewNote(on=_ago(now, ago), text=text, unit=unit, public=public)
        _done(insight.add_note(new=new, by=staff.named(who), at=now))
    for who, unit, rhythm in ((LEADER, _UNIT, insight.Rhythm.WEEKLY), (HEAD, "", insight.Rhythm.MONTHLY)):
        _done(insight.subscribe(unit=unit, rhythm=rhythm, language="da", by=staff.named(who), at=now))


def _ago(now: datetime, days: int) -> date:
    return day_of(now - timedelta(days=days))


def _done(refused: object) -> None:
    if refused is not None:
        raise ValueError(f"the demo was refused: {refused}")
