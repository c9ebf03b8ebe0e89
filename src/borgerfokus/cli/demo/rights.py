"""What waits of erasure in the demo: two closed cases that are proposed, and one of them under a hold."""

from collections.abc import Iterable
from datetime import timedelta

from borgerfokus.cli.demo.acts import accessing
from borgerfokus.cli.demo.acts.pen import Desk, Pen, citizen, worker
from borgerfokus.cli.demo.days import moment
from borgerfokus.core.casework.state import ClosedReason, Phase

_WHY = "Jeg fandt en anden løsning og vil gerne have det hele væk."
_TOLD = "Du trak selv din ansøgning, og der er ikke truffet en afgørelse. Vi behøver ikke gemme sagen."
_SIBLINGS = 2


def build(*, desk: Desk, told: Iterable[Pen]) -> None:
    """Two citizens have asked for erasure of a case that they withdrew; the officer has put one of them on hold."""
    withdrawn = [pen for pen in told if _may_go(pen)]
    officer = worker(desk.organisation.named("Malene Hvidbjerg"))
    back = desk.days.back
    for place, pen in enumerate(withdrawn[:_SIBLINGS]):
        hand = worker(desk.organisation.leader_of("voksenteamet"))
        asked = accessing.ask_about_data(
            pen, kind="erasure", words=("", _WHY), entry=None, by=citizen(pen.citizen), at=moment(back(9), 20, 5)
        )
        accessing.promise_erasure(pen, asked, told=_TOLD, by=hand, at=moment(back(5), 10, 15))
        held = place == _SIBLINGS - 1
        if held:
            until = desk.days.today + timedelta(days=180)
            accessing.hold(
                pen, ground="Landsretten har bedt om sagen.", until=until, by=officer, at=moment(back(4), 9, 30)
            )
        accessing.propose(pen, asked=asked, blocks=("hold",) if held else (), at=moment(back(3), 5))


def _may_go(pen: Pen) -> bool:
    """Closed for some time because the citizen withdrew, and not the only open door to anything."""
    case, latest = pen.case, moment(pen.desk.days.back(20), 12)
    return (
        case["phase"] == Phase.CLOSED
        and case["closed_reason"] == ClosedReason.WITHDRAWN
        and case["closed_at"] < latest
        and case["last_activity_at"] < latest
        and pen.citizen.died_on is None
    )
