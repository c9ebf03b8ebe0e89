"""The events of a case in plain words, for staff and for the citizen's timeline."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from borgerfokus.apps.casework.service import Happening
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.steps import STEP_EVENTS, Step
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome, Outcome
from borgerfokus.core.rights import Outcome as Access
from borgerfokus.core.transition.words import TOPIC_TITLES
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present import booking_words, help_words, offers, people


@dataclass(frozen=True)
class Names:
    """The names that sentences need, gathered beforehand: employees and persons by id, units by key, facts by key.

    A person that the reader may not see by name is simply left out.
    """

    employees: Mapping[int, str] = field(default_factory=dict)
    persons: Mapping[int, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    deadlines: Mapping[str, str] = field(default_factory=dict)


_Said = Mapping[str, Any]


def kinds() -> frozenset[str]:
    """The events that have words."""
    return frozenset(_WORDS)


def sentence(happened: Happening, names: Names) -> str:
    """What happened, in one sentence. An erased event only says that there was one."""
    if happened.erased:
        return _("Indholdet er slettet efter loven")
    words = _WORDS.get(happened.kind)
    return words(happened.payload, names) if words else happened.kind


def actor(happened: Happening, names: Names, *, citizen: str) -> str:
    """Who did it: an employee by name, the citizen, or the system."""
    kind, _colon, number = happened.actor.partition(":")
    if kind == "employee":
        return names.employees.get(int(number), _("En medarbejder"))
    if kind == "citizen":
        return names.persons.get(int(number), citizen)
    return _("Systemet") if kind == "system" else _("Et andet system")


def employees_in(happened: Happening) -> set[int]:
    """The employees that the sentence names."""
    kind, _colon, number = happened.actor.partition(":")
    found = {int(number)} if kind == "employee" else set()
    return found | {happened.payload[key] for key in ("employee", "approver", "reader") if happened.payload.get(key)}


def _day(text: str) -> str:
    return on_day(date.fromisoformat(text[:10])) if text else ""


def _opened(said: _Said, names: Names) -> str:
    return _("Sagen er oprettet hos %(unit)s") % {"unit": names.units.get(said["unit"], said["unit"])}


def _imported(said: _Said, _names: Names) -> str:
    return _("Sagen er overført fra det tidligere system, hvor den har nummer %(number)s") % {
        "number": said["old_number"]
    }


def _taken(said: _Said, names: Names) -> str:
    return _("%(name)s har fået sagen") % {"name": names.employees.get(said["employee"], _("En medarbejder"))}


def _sealed(said: _Said, _names: Names) -> str:
    return _("Sagen er forseglet: %(reason)s") % {"reason": said["reason"]}


def _unsealed(said: _Said, _names: Names) -> str:
    return _("Sagen er ikke længere forseglet: %(reason)s") % {"reason": said["reason"]}


def _concern(_said: _Said, _names: Names) -> str:
    return _("En underretning er lagt til sagen")


def _phase(said: _Said, _names: Names) -> str:
    text = say(STEP_EVENTS[Step(said["step"])])
    reason = said.get("reason", "")
    return f"{text}: {reason}" if reason else text


def _suspended(said: _Said, _names: Names) -> str:
    whom = _("borgeren") if said["waiting_for"] == Ball.YOU else said["waiting_on"]
    text = _("Sagen venter på %(whom)s: %(reason)s") % {"whom": whom, "reason": said["reason"]}
    return (
        _("%(text)s. Svar senest %(day)s") % {"text": text, "day": _day(said["answer_by"])}
        if said["answer_by"]
        else text
    )


def _extended(said: _Said, names: Names) -> str:
    return _("Fristen »%(deadline)s« er flyttet fra %(before)s til %(after)s: %(reason)s") % {
        "deadline": names.deadlines.get(said["deadline"], said["deadline"]),
        "before": _day(said["before"]),
        "after": _day(said["after"]),
        "reason": said["reason"],
    }


def _slipped(said: _Said, names: Names) -> str:
    return _("Fristen »%(deadline)s« den %(due)s blev ikke holdt. Ny dato: %(new)s") % {
        "deadline": names.deadlines.get(said["deadline"], said["deadline"]),
        "due": _day(said["due"]),
        "new": _day(said["new_due"]),
    }


def _dated(text: str) -> Callable[[_Said, Names], str]:
    return lambda said, _names: _(text) % {"day": _day(said["due"])}


def _answered(said: _Said, _names: Names) -> str:
    text = ngettext(
        "Borgeren har fået svar efter %(n)s arbejdsdag", "Borgeren har fået svar efter %(n)s arbejdsdage",
        said["working_days"],
    ) % {"n": said["working_days"]}
    return text if said["kept"] else _("%(text)s, senere end lovet") % {"text": text}


def _closed_thread(said: _Said, _names: Names) -> str:
    if said["unanswered"]:
        return _("Borgeren har lukket en samtale uden at vente på svar")
    return _("En samtale med borgeren er lukket")


def _party(text: str) -> Callable[[_Said, Names], str]:
    def words(said: _Said, names: Names) -> str:
        who = names.persons.get(said["person"], _("En person"))
        return _(text) % {"who": who, "role": people.role(said["role"]).lower()}

    return words


def _task(said: _Said, _names: Names) -> str:
    whom = {"employee": _("en medarbejder"), "unit": _("enheden"), "citizen": _("borgeren")}[said["for_whom"]]
    text = _("Opgave givet til %(whom)s") % {"whom": whom}
    return _("%(text)s, senest %(day)s") % {"text": text, "day": _day(said["due"])} if said["due"] else text


def _task_done(said: _Said, _names: Names) -> str:
    return _("Flueben ved en opgave taget tilbage") if said["result"] == "undone" else _("En opgave er løst")


def _between(text: str) -> Callable[[_Said, Names], str]:
    def words(said: _Said, names: Names) -> str:
        unit = said.get("unit") or said.get("to_unit", "")
        return _(text) % {"unit": names.units.get(unit, unit), "day": _day(said.get("due", ""))}

    return words


def _handover(said: _Said, names: Names) -> str:
    to = names.units.get(said["to_unit"], said["to_unit"])
    words = {
        "accepted": _("%(unit)s har taget sagen"),
        "refused": _("%(unit)s tager ikke sagen"),
        "recalled": _("Tilbuddet til %(unit)s er trukket tilbage"),
    }
    return words[said["answer"]] % {"unit": to}


def _fact(text: str) -> Callable[[_Said, Names], str]:
    def words(said: _Said, names: Names) -> str:
        fact = names.facts.get(said["fact"])
        shown = f"{fact} ({said['fact']})" if fact else said["fact"]
        return _(text) % {"fact": shown, "day": _day(said.get("due", ""))}

    return words


def _outcome(said: _Said, _names: Names) -> str:
    return _("Afgørelsen er sendt: %(outcome)s") % {"outcome": say(Outcome(said["outcome"]).label).lower()}


def _received(said: _Said, _names: Names) -> str:
    return _("Brevet er kommet frem %(day)s. Der kan klages til og med %(until)s") % {
        "day": _day(said["received_on"]),
        "until": _day(said["appeal_until"]),
    }


def _reassessed(said: _Said, _names: Names) -> str:
    return _("Klagen er genvurderet: %(outcome)s") % {"outcome": say(AppealOutcome(said["outcome"]).label).lower()}


def _forwarded(said: _Said, _names: Names) -> str:
    return _("Klagen er sendt videre til %(body)s") % {"body": said["body"]}


def _board(said: _Said, _names: Names) -> str:
    words = {"body": said["body"], "outcome": say(BoardOutcome(said["outcome"]).label).lower()}
    return _("%(body)s har afgjort klagen: %(outcome)s") % words


def _chosen(said: _Said, _names: Names) -> str:
    return _("Valgt tilbud: %(offer)s hos %(who)s") % {"offer": said["title"], "who": said["provider"]}


def _dropped(said: _Said, _names: Names) -> str:
    return _("Tilbuddet %(offer)s er ikke længere valgt") % {"offer": said["title"]}


def _talked(said: _Said, _names: Names) -> str:
    return _("Overleveringen er talt igennem %(day)s") % {"day": _day(said["on"])}


def _coordinator(said: _Said, names: Names) -> str:
    who = names.employees.get(said["employee"], _("En medarbejder"))
    return _("%(name)s er koordinator for borgeren") % {"name": who}


def _titled(text: str) -> Callable[[_Said, Names], str]:
    return lambda said, _names: _(text) % {"title": said["title"]}


def _meeting(said: _Said, _names: Names) -> str:
    text = _("Mødet »%(title)s« er flyttet til %(day)s") if said["moved"] else _("Indkaldt til »%(title)s« %(day)s")
    return text % {"title": said["title"], "day": _day(said["starts"])}


def _shared(said: _Said, _names: Names) -> str:
    words = {"receiver": said["receiver"], "day": _day(said["until"])}
    return _("Noget af sagen er delt med %(receiver)s til %(day)s") % words


def _unshared(said: _Said, _names: Names) -> str:
    return _("Sagen er ikke længere delt med %(receiver)s") % {"receiver": said["receiver"]}


def _transition(said: _Said, _names: Names) -> str:
    topics = {topic.value: say(title) for topic, title in TOPIC_TITLES.items()}
    if said["about"] in topics:
        return _("På vej til 18 år: %(topic)s er ændret") % {"topic": topics[said["about"]].lower()}
    return _("Forberedelsen til voksenlivet er ændret")


def _emergency(said: _Said, names: Names) -> str:
    who = names.employees.get(said["employee"], _("En medarbejder"))
    return _("%(name)s har åbnet sagen i et nødstilfælde") % {"name": who}


def _own_shared(said: _Said, _names: Names) -> str:
    if said["shared"]:
        return _("Borgeren har delt en egen note eller måling med jer")
    return _("Borgeren deler ikke længere en egen note eller måling")


def _document_shared(said: _Said, _names: Names) -> str:
    gone = _("%(unit)s kan ikke længere læse et dokument fra sagen")
    return (_("%(unit)s kan læse et dokument fra sagen") if said["shared"] else gone) % {"unit": said["unit"]}


def _access(text: str) -> Callable[[_Said, Names], str]:
    return lambda said, _names: _(text) % {"day": _day(said.get("due", "") or said.get("forward_by", ""))}


def _access_answered(said: _Said, _names: Names) -> str:
    text = _("Aktindsigt er besvaret: %(outcome)s") % {"outcome": say(Access(said["outcome"]).label).lower()}
    if not said["appeal_until"]:
        return text
    return _("%(text)s. Der kan klages til og med %(day)s") % {"text": text, "day": _day(said["appeal_until"])}


def _data(texts: Mapping[str, str]) -> Callable[[_Said, Names], str]:
    def words(said: _Said, _names: Names) -> str:
        text = texts[said["request_kind"]]
        return _(text)

    return words


def _plain(text: str) -> Callable[[_Said, Names], str]:
    return lambda _said, _names: _(text)


def _reviewing(said: _Said, names: Names) -> str:
    return _("Sagen er trukket ud til ledelsestilsyn. %(name)s må læse den til og med %(day)s") % {
        "name": names.employees.get(said["employee"], _("En medarbejder")),
        "day": _day(said["until"]),
    }


def _passed_on(said: _Said, names: Names) -> str:
    return _("%(name)s gennemgår nu sagen i ledelsestilsynet") % {
        "name": names.employees.get(said["employee"], _("En medarbejder"))
    }


_WORDS: Mapping[str, Callable[[_Said, Names], str]] = {
    "case.opened": _opened,
    "case.imported": _imported,
    "case.taken": _taken,
    "case.phase": _phase,
    "case.suspended": _suspended,
    "case.resumed": _plain(gettext_noop("Sagen kører igen")),
    "case.assessed": _plain(gettext_noop("Borgerens behov er vurderet")),
    "case.target_groups": offers.groups_said,
    "assessment.begun": _plain(gettext_noop("En ny udredning er begyndt")),
    "theme.assessed": _plain(gettext_noop("Et tema i udredningen er vurderet")),
    "theme.confirmed": _plain(gettext_noop("Et tema i udredningen er bekræftet igen")),
    "deadline.extended": _extended,
    "deadline.slipped": _slipped,
    "party.added": _party(gettext_noop("%(who)s deltager nu som %(role)s")),
    "party.ended": _party(gettext_noop("%(who)s deltager ikke længere som %(role)s")),
    "task.given": _task,
    "task.done": _task_done,
    "handover.offered": _between(gettext_noop("Sagen er tilbudt %(unit)s")),
    "handover.answered": _handover,
    "handover.talked": _talked,
    "coordinator.appointed": _coordinator,
    "coordinator.ended": _plain(gettext_noop("Borgeren har ikke længere en koordinator")),
    "common_goal.set": _titled(gettext_noop("Sagen arbejder med det fælles mål »%(title)s«")),
    "common_goal.changed": _titled(gettext_noop("Det fælles mål »%(title)s« er ændret")),
    "meeting.called": _meeting,
    "meeting.cancelled": _titled(gettext_noop("Mødet »%(title)s« er aflyst")),
    "meeting.held": _titled(gettext_noop("Mødet »%(title)s« er holdt; referatet står i journalen")),
    "sharing.given": _shared,
    "sharing.ended": _unshared,
    "transition.begun": _plain(gettext_noop("Forberedelsen til voksenlivet er begyndt")),
    "transition.changed": _transition,
    "consultation.asked": _between(gettext_noop("%(unit)s er spurgt til råds, svar senest %(day)s")),
    "consultation.answered": _between(gettext_noop("%(unit)s har svaret")),
    "break_glass.used": _emergency,
    "case.sealed": _sealed,
    "case.unsealed": _unsealed,
    "case.plan_made": _plain(gettext_noop("Barnets plan er vist for barnet og forældrene")),
    "concern.joined": _concern,
    "offer.chosen": _chosen,
    "offer.dropped": _dropped,
    **help_words.WORDS,
    **booking_words.WORDS,
    "note.written": _plain(gettext_noop("Der er skrevet et notat")),
    "entry.corrected": _plain(gettext_noop("Et notat er rettet; den gamle tekst er gemt")),
    "entry.withheld": _plain(gettext_noop("Et notat holdes tilbage for borgeren")),
    "entry.released": _plain(gettext_noop("Et notat er åbnet for borgeren igen")),
    "document.added": _plain(gettext_noop("Et dokument er lagt på sagen")),
    "comment.written": _plain(gettext_noop("Borgeren har skrevet en kommentar")),
    "message.asked": _dated(gettext_noop("Borgeren har skrevet en besked, svar senest %(day)s")),
    "message.answered": _answered,
    "message.written": _plain(gettext_noop("Vi har skrevet en besked til borgeren")),
    "message.closed": _closed_thread,
    "message.reopened": _plain(gettext_noop("En samtale med borgeren er åben igen")),
    "statement.given": _plain(gettext_noop("Et svar er modtaget")),
    "fact.met": _fact(gettext_noop("Oplyst: %(fact)s")),
    "fact.ruled_out": _fact(gettext_noop("Ikke nødvendig i sagen: %(fact)s")),
    "fact.reopened": _fact(gettext_noop("Mangler igen: %(fact)s")),
    "fact.asked": _fact(gettext_noop("Bedt om: %(fact)s, senest %(day)s")),
    "fact.reminded": _fact(gettext_noop("Rykket for: %(fact)s")),
    "fact.answered": _fact(gettext_noop("Svar modtaget: %(fact)s")),
    "order.document": _document_shared,
    "experience.told": _plain(gettext_noop("Borgeren har fortalt, hvordan en del af forløbet var")),
    "own.shared": _own_shared,
    "experience.withdrawn": _plain(gettext_noop("Borgeren har slettet sit svar om forløbet")),
    "hearing.sent": _plain(gettext_noop("Partshøring er sendt")),
    "hearing.answered": _plain(gettext_noop("Borgeren har svaret på partshøringen")),
    "hearing.exempted": _plain(gettext_noop("Partshøring er undladt med en begrundelse")),
    "decision.begun": _plain(gettext_noop("Afgørelsen er begyndt")),
    "decision.approval_asked": _plain(gettext_noop("Afgørelsen er sendt til godkendelse")),
    "decision.approved": _plain(gettext_noop("Afgørelsen er godkendt")),
    "decision.returned": _plain(gettext_noop("Afgørelsen er sendt tilbage til den, der skrev den")),
    "decision.issued": _outcome,
    "letter.received": _received,
    "letter.failed": _plain(gettext_noop("Et brev kom ikke frem")),
    "letter.sent_again": _plain(gettext_noop("Brevet er sendt igen")),
    "request.received": _plain(gettext_noop("Ansøgningen er modtaget")),
    "notice.sent": _plain(gettext_noop("Borgeren har fået et brev")),
    "notice.failed": _plain(gettext_noop("Et brev til borgeren kom ikke frem")),
    "appeal.filed": _plain(gettext_noop("Der er klaget over afgørelsen")),
    "appeal.reassessed": _reassessed,
    "appeal.forwarded": _forwarded,
    "appeal.decided": _board,
    "fact.contradicted": _fact(gettext_noop("Noget andet er oplyst om: %(fact)s")),
    "fact.settled": _fact(gettext_noop("Det er afgjort, hvad der gælder om: %(fact)s")),
    "consent.asked": _plain(gettext_noop("Borgeren er spurgt, om vi må hente oplysninger hos andre")),
    "consent.answered": _plain(gettext_noop("Borgeren har svaret, om vi må hente oplysninger hos andre")),
    "consent.withdrawn": _plain(gettext_noop("Borgeren har trukket sit samtykke tilbage")),
    "hearing.more_time_asked": _plain(gettext_noop("Borgeren har bedt om mere tid til at svare")),
    "hearing.more_time_answered": _plain(gettext_noop("Kommunen har svaret på ønsket om mere tid")),
    "decision.copy_received": _plain(gettext_noop("En værge eller fuldmægtig har fået afgørelsen")),
    "appeal.lesson_learnt": _plain(gettext_noop("Det, den tabte sag lærte os, er fulgt op")),
    "access.asked": _access(gettext_noop("Der er bedt om aktindsigt, svar senest %(day)s")),
    "access.delayed": _access(gettext_noop("Aktindsigten tager længere tid, svar senest %(day)s")),
    "access.read": _plain(gettext_noop("En kollega har læst afslaget på aktindsigt igennem")),
    "access.answered": _access_answered,
    "access.withdrawn": _plain(gettext_noop("Anmodningen om aktindsigt er trukket tilbage")),
    "access.complained": _access(gettext_noop("Der er klaget over ventetiden, sendes videre senest %(day)s")),
    "access.complaint_forwarded": _plain(gettext_noop("Klagen over ventetiden er sendt videre")),
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
    "case.erased": _plain(gettext_noop("Alt personligt i sagen er slettet efter loven")),
    "appeal.withdrawn": _plain(gettext_noop("Klagen er trukket tilbage")),
    "supervision.begun": _reviewing,
    "supervision.passed_on": _passed_on,
    "supervision.reviewed": _plain(gettext_noop("Sagen er gennemgået i ledelsestilsyn")),
    "supervision.serious": _plain(gettext_noop("Ledelsestilsynet fandt en alvorlig fejl")),
    "supervision.answered": _plain(gettext_noop("Ledelsestilsynets bemærkninger er besvaret")),
    "supervision.ended": _plain(gettext_noop("Ledelsestilsynet er slut, og adgangen til sagen med det")),
}
