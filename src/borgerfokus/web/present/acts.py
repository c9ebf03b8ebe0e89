"""The next act in a row of a list, where there is room for a few words: the kind of act, and its article."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from borgerfokus.core.casework import acts
from borgerfokus.core.casework.situation import ActKind, NextAct
from borgerfokus.web.frame import say
from borgerfokus.web.present.words import capital

_ACTS: Mapping[ActKind, NextAct] = {act.kind: act for act in vars(acts).values() if isinstance(act, NextAct)}


def short(kind: str) -> tuple[str, str]:
    """The words of an act by its kind, its title where it has no shorter ones, and its article; empty for none."""
    if not kind:
        return "", ""
    known = ActKind(kind)
    act = _ACTS.get(known)
    words = _words().get(known) or (say(act.title) if act else "")
    return words, capital(act.article if act else "")


def _words() -> Mapping[ActKind, str]:
    return {
        ActKind.TAKE: _("Tag sagen"),
        ActKind.SEND_LETTER_AGAIN: _("Send brevet igen"),
        ActKind.TELL_NEW_DATE: _("Send besked om ny dato"),
        ActKind.REASSESS_APPEAL: _("Genvurder afgørelsen"),
        ActKind.AWAIT_APPEAL: _("Afvent klageinstansen"),
        ActKind.AWAIT: _("Afvent svar"),
        ActKind.REMIND: _("Ryk for svar"),
        ActKind.REGISTER: _("Registrer henvendelsen"),
        ActKind.ACCEPT: _("Gå i gang med sagen"),
        ActKind.ASK: _("Indhent oplysninger"),
        ActKind.RENEW: _("Få oplysninger fornyet"),
        ActKind.SETTLE: _("Afgør, hvad der gælder"),
        ActKind.CONFIRM: _("Bekræft oplysninger igen"),
        ActKind.DECIDE_AGAIN: _("Afgør sagen igen"),
        ActKind.CARRY_OUT: _("Følg klageinstansens svar"),
        ActKind.BEGIN_ASSESSMENT: _("Begynd vurderingen"),
        ActKind.BEGIN_DECISION: _("Begynd på afgørelsen"),
        ActKind.HEAR: _("Send partshøring"),
        ActKind.AWAIT_HEARING: _("Afvent svar på partshøring"),
        ActKind.WRITE_DECISION: _("Skriv afgørelsen"),
        ActKind.APPROVE: _("Få afgørelsen godkendt"),
        ActKind.ISSUE: _("Send afgørelsen"),
        ActKind.AWAIT_RECEIPT: _("Afvent, at brevet kommer frem"),
        ActKind.START_INTERVENTION: _("Sæt hjælpen i gang"),
        ActKind.CLOSE: _("Afslut sagen"),
        ActKind.BEGIN_FOLLOW_UP: _("Følg op på hjælpen"),
        ActKind.FOLLOW_UP: _("Hold opfølgningen"),
    }
