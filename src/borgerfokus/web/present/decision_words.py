"""The events of facts, hearing, decision, appeal and rights in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome, Outcome
from borgerfokus.core.rights import Outcome as Access
from borgerfokus.web.frame import say
from borgerfokus.web.present.saying import Names, Said, Words, day, plain


def _fact(text: str) -> Words:
    def words(said: Said, names: Names) -> str:
        fact = names.facts.get(said["fact"])
        shown = f"{fact} ({said['fact']})" if fact else said["fact"]
        return _(text) % {"fact": shown, "day": day(said.get("due", ""))}

    return words


def _outcome(said: Said, _names: Names) -> str:
    return _("Afgørelsen er sendt: %(outcome)s") % {"outcome": say(Outcome(said["outcome"]).label).lower()}


def _received(said: Said, _names: Names) -> str:
    return _("Brevet er kommet frem %(day)s. Der kan klages til og med %(until)s") % {
        "day": day(said["received_on"]),
        "until": day(said["appeal_until"]),
    }


def _reassessed(said: Said, _names: Names) -> str:
    return _("Klagen er genvurderet: %(outcome)s") % {"outcome": say(AppealOutcome(said["outcome"]).label).lower()}


def _forwarded(said: Said, _names: Names) -> str:
    return _("Klagen er sendt videre til %(body)s") % {"body": said["body"]}


def _board(said: Said, _names: Names) -> str:
    words = {"body": said["body"], "outcome": say(BoardOutcome(said["outcome"]).label).lower()}
    return _("%(body)s har afgjort klagen: %(outcome)s") % words


def _access(text: str) -> Words:
    return lambda said, _names: _(text) % {"day": day(said.get("due", "") or said.get("forward_by", ""))}


def _access_answered(said: Said, _names: Names) -> str:
    text = _("Aktindsigt er besvaret: %(outcome)s") % {"outcome": say(Access(said["outcome"]).label).lower()}
    if not said["appeal_until"]:
        return text
    return _("%(text)s. Der kan klages til og med %(day)s") % {"text": text, "day": day(said["appeal_until"])}


def _data(texts: Mapping[str, str]) -> Words:
    def words(said: Said, _names: Names) -> str:
        text = texts[said["request_kind"]]
        return _(text)

    return words


WORDS: Mapping[str, Words] = {
    "assessment.begun": plain(gettext_noop("En ny udredning er begyndt")),
    "theme.assessed": plain(gettext_noop("Et tema i udredningen er vurderet")),
    "theme.confirmed": plain(gettext_noop("Et tema i udredningen er bekræftet igen")),
    "statement.given": plain(gettext_noop("Et svar er modtaget")),
    "fact.met": _fact(gettext_noop("Oplyst: %(fact)s")),
    "fact.ruled_out": _fact(gettext_noop("Ikke nødvendig i sagen: %(fact)s")),
    "fact.reopened": _fact(gettext_noop("Mangler igen: %(fact)s")),
    "fact.asked": _fact(gettext_noop("Bedt om: %(fact)s, senest %(day)s")),
    "fact.reminded": _fact(gettext_noop("Rykket for: %(fact)s")),
    "fact.answered": _fact(gettext_noop("Svar modtaget: %(fact)s")),
    "hearing.sent": plain(gettext_noop("Partshøring er sendt")),
    "hearing.answered": plain(gettext_noop("Borgeren har svaret på partshøringen")),
    "hearing.exempted": plain(gettext_noop("Partshøring er undladt med en begrundelse")),
    "decision.begun": plain(gettext_noop("Afgørelsen er begyndt")),
    "decision.approval_asked": plain(gettext_noop("Afgørelsen er sendt til godkendelse")),
    "decision.approved": plain(gettext_noop("Afgørelsen er godkendt")),
    "decision.returned": plain(gettext_noop("Afgørelsen er sendt tilbage til den, der skrev den")),
    "decision.issued": _outcome,
    "letter.received": _received,
    "letter.failed": plain(gettext_noop("Et brev kom ikke frem")),
    "letter.sent_again": plain(gettext_noop("Brevet er sendt igen")),
    "request.received": plain(gettext_noop("Ansøgningen er modtaget")),
    "notice.sent": plain(gettext_noop("Borgeren har fået et brev")),
    "notice.failed": plain(gettext_noop("Et brev til borgeren kom ikke frem")),
    "appeal.filed": plain(gettext_noop("Der er klaget over afgørelsen")),
    "appeal.reassessed": _reassessed,
    "appeal.forwarded": _forwarded,
    "appeal.decided": _board,
    "fact.contradicted": _fact(gettext_noop("Noget andet er oplyst om: %(fact)s")),
    "fact.settled": _fact(gettext_noop("Det er afgjort, hvad der gælder om: %(fact)s")),
    "consent.asked": plain(gettext_noop("Borgeren er spurgt, om vi må hente oplysninger hos andre")),
    "consent.answered": plain(gettext_noop("Borgeren har svaret, om vi må hente oplysninger hos andre")),
    "consent.withdrawn": plain(gettext_noop("Borgeren har trukket sit samtykke tilbage")),
    "hearing.more_time_asked": plain(gettext_noop("Borgeren har bedt om mere tid til at svare")),
    "hearing.more_time_answered": plain(gettext_noop("Kommunen har svaret på ønsket om mere tid")),
    "decision.copy_received": plain(gettext_noop("En værge eller fuldmægtig har fået afgørelsen")),
    "appeal.lesson_learnt": plain(gettext_noop("Det, den tabte sag lærte os, er fulgt op")),
    "access.asked": _access(gettext_noop("Der er bedt om aktindsigt, svar senest %(day)s")),
    "access.delayed": _access(gettext_noop("Aktindsigten tager længere tid, svar senest %(day)s")),
    "access.read": plain(gettext_noop("En kollega har læst afslaget på aktindsigt igennem")),
    "access.answered": _access_answered,
    "access.withdrawn": plain(gettext_noop("Anmodningen om aktindsigt er trukket tilbage")),
    "access.complained": _access(gettext_noop("Der er klaget over ventetiden, sendes videre senest %(day)s")),
    "access.complaint_forwarded": plain(gettext_noop("Klagen over ventetiden er sendt videre")),
    "data.requested": _data(
        {
            "correction": gettext_noop("Borgeren siger, at noget er forkert"),
            "erasure": gettext_noop("Borgeren beder om at få sagen slettet"),
        }
    ),
    "data.answered": _data(
        {
            "correction": gettext_noop("Der er svaret på en rettelse"),
            "erasure": gettext_noop("Der er svaret på ønsket om sletning"),
        }
    ),
    "appeal.withdrawn": plain(gettext_noop("Klagen er trukket tilbage")),
}
