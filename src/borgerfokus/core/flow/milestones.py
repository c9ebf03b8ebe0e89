"""The activities of the casework that a map shows: where a case goes, not every note that is written on the way."""

from collections.abc import Mapping

from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.texts import Text

MILESTONES: Mapping[str, Text] = {
    "request.received": Text(da="Ansøgning modtaget", en="Request received"),
    "case.opened": Text(da="Sag oprettet", en="Case opened"),
    "case.taken": Text(da="Sagsbehandler på", en="Caseworker assigned"),
    **{f"phase.{phase.value}": PHASE_TITLES[phase] for phase in Phase},
    "fact.asked": Text(da="Bedt om oplysning", en="Fact asked for"),
    "fact.reminded": Text(da="Rykket", en="Reminded"),
    "fact.answered": Text(da="Oplysning modtaget", en="Fact received"),
    "case.suspended": Text(da="Sat på pause", en="Suspended"),
    "case.resumed": Text(da="Kører igen", en="Resumed"),
    "consultation.asked": Text(da="Anden enhed spurgt", en="Other unit asked"),
    "consultation.answered": Text(da="Anden enhed har svaret", en="Other unit answered"),
    "handover.offered": Text(da="Tilbudt anden enhed", en="Offered to another unit"),
    "handover.answered": Text(da="Svar på overlevering", en="Handover answered"),
    "hearing.sent": Text(da="Partshøring sendt", en="Hearing sent"),
    "hearing.answered": Text(da="Høringssvar", en="Hearing answered"),
    "decision.begun": Text(da="Afgørelse begyndt", en="Decision begun"),
    "decision.approval_asked": Text(da="Til godkendelse", en="For approval"),
    "decision.returned": Text(da="Sendt tilbage", en="Sent back"),
    "decision.issued": Text(da="Afgørelse sendt", en="Decision sent"),
    "letter.received": Text(da="Brev fremme", en="Letter received"),
    "deadline.extended": Text(da="Frist forlænget", en="Deadline extended"),
    "deadline.slipped": Text(da="Frist ikke holdt", en="Deadline missed"),
    "appeal.filed": Text(da="Klage", en="Appeal"),
    "appeal.reassessed": Text(da="Genvurderet", en="Reassessed"),
    "appeal.forwarded": Text(da="Klage sendt videre", en="Appeal forwarded"),
    "appeal.decided": Text(da="Klageinstansen har afgjort", en="Appeal body has decided"),
}
"""Activity → its name on a map."""

HELP_RUNS = frozenset({"phase.intervention"})
"""What comes after these is not waited for: the citizen has the help meanwhile."""
