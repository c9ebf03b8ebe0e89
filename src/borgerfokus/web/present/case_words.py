"""The events of the course of a case in plain words: who has it, who helps, dates, the journal, transitions."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.steps import STEP_EVENTS, Step
from borgerfokus.core.transition.words import TOPIC_TITLES
from borgerfokus.web.frame import say
from borgerfokus.web.present import offers, people
from borgerfokus.web.present.saying import Names, Said, Words, day, plain


def _opened(said: Said, names: Names) -> str:
    return _("Sagen er oprettet hos %(unit)s") % {"unit": names.units.get(said["unit"], said["unit"])}


def _imported(said: Said, _names: Names) -> str:
    return _("Sagen er overført fra det tidligere system, hvor den har nummer %(number)s") % {
        "number": said["old_number"]
    }


def _taken(said: Said, names: Names) -> str:
    return _("%(name)s har fået sagen") % {"name": names.employees.get(said["employee"], _("En medarbejder"))}


def _sealed(said: Said, _names: Names) -> str:
    return _("Sagen er forseglet: %(reason)s") % {"reason": said["reason"]}


def _unsealed(said: Said, _names: Names) -> str:
    return _("Sagen er ikke længere forseglet: %(reason)s") % {"reason": said["reason"]}


def _concern(_said: Said, _names: Names) -> str:
    return _("En underretning er lagt til sagen")


def _phase(said: Said, _names: Names) -> str:
    text = say(STEP_EVENTS[Step(said["step"])])
    reason = said.get("reason", "")
    return f"{text}: {reason}" if reason else text


def _suspended(said: Said, _names: Names) -> str:
    whom = _("borgeren") if said["waiting_for"] == Ball.YOU else said["waiting_on"]
    text = _("Sagen venter på %(whom)s: %(reason)s") % {"whom": whom, "reason": said["reason"]}
    return (
        _("%(text)s. Svar senest %(day)s") % {"text": text, "day": day(said["answer_by"])}
        if said["answer_by"]
        else text
    )


def _extended(said: Said, names: Names) -> str:
    return _("Fristen »%(deadline)s« er flyttet fra %(before)s til %(after)s: %(reason)s") % {
        "deadline": names.deadlines.get(said["deadline"], said["deadline"]),
        "before": day(said["before"]),
        "after": day(said["after"]),
        "reason": said["reason"],
    }


def _slipped(said: Said, names: Names) -> str:
    return _("Fristen »%(deadline)s« den %(due)s blev ikke holdt. Ny dato: %(new)s") % {
        "deadline": names.deadlines.get(said["deadline"], said["deadline"]),
        "due": day(said["due"]),
        "new": day(said["new_due"]),
    }


def _dated(text: str) -> Words:
    return lambda said, _names: _(text) % {"day": day(said["due"])}


def _answered(said: Said, _names: Names) -> str:
    text = ngettext(
        "Borgeren har fået svar efter %(n)s arbejdsdag", "Borgeren har fået svar efter %(n)s arbejdsdage",
        said["working_days"],
    ) % {"n": said["working_days"]}
    return text if said["kept"] else _("%(text)s, senere end lovet") % {"text": text}


def _closed_thread(said: Said, _names: Names) -> str:
    if said["unanswered"]:
        return _("Borgeren har lukket en samtale uden at vente på svar")
    return _("En samtale med borgeren er lukket")


def _party(text: str) -> Words:
    def words(said: Said, names: Names) -> str:
        who = names.persons.get(said["person"], _("En person"))
        return _(text) % {"who": who, "role": people.role(said["role"]).lower()}

    return words


def _task(said: Said, _names: Names) -> str:
    whom = {"employee": _("en medarbejder"), "unit": _("enheden"), "citizen": _("borgeren")}[said["for_whom"]]
    text = _("Opgave givet til %(whom)s") % {"whom": whom}
    return _("%(text)s, senest %(day)s") % {"text": text, "day": day(said["due"])} if said["due"] else text


def _task_done(said: Said, _names: Names) -> str:
    return _("Flueben ved en opgave taget tilbage") if said["result"] == "undone" else _("En opgave er løst")


def _between(text: str) -> Words:
    def words(said: Said, names: Names) -> str:
        unit = said.get("unit") or said.get("to_unit", "")
        return _(text) % {"unit": names.units.get(unit, unit), "day": day(said.get("due", ""))}

    return words


def _handover(said: Said, names: Names) -> str:
    to = names.units.get(said["to_unit"], said["to_unit"])
    words = {
        "accepted": _("%(unit)s har taget sagen"),
        "refused": _("%(unit)s tager ikke sagen"),
        "recalled": _("Tilbuddet til %(unit)s er trukket tilbage"),
    }
    return words[said["answer"]] % {"unit": to}


def _chosen(said: Said, _names: Names) -> str:
    return _("Valgt tilbud: %(offer)s hos %(who)s") % {"offer": said["title"], "who": said["provider"]}


def _dropped(said: Said, _names: Names) -> str:
    return _("Tilbuddet %(offer)s er ikke længere valgt") % {"offer": said["title"]}


def _talked(said: Said, _names: Names) -> str:
    return _("Overleveringen er talt igennem %(day)s") % {"day": day(said["on"])}


def _coordinator(said: Said, names: Names) -> str:
    who = names.employees.get(said["employee"], _("En medarbejder"))
    return _("%(name)s er koordinator for borgeren") % {"name": who}


def _titled(text: str) -> Words:
    return lambda said, _names: _(text) % {"title": said["title"]}


def _meeting(said: Said, _names: Names) -> str:
    text = _("Mødet »%(title)s« er flyttet til %(day)s") if said["moved"] else _("Indkaldt til »%(title)s« %(day)s")
    return text % {"title": said["title"], "day": day(said["starts"])}


def _shared(said: Said, _names: Names) -> str:
    words = {"receiver": said["receiver"], "day": day(said["until"])}
    return _("Noget af sagen er delt med %(receiver)s til %(day)s") % words


def _unshared(said: Said, _names: Names) -> str:
    return _("Sagen er ikke længere delt med %(receiver)s") % {"receiver": said["receiver"]}


def _transition(said: Said, _names: Names) -> str:
    topics = {topic.value: say(title) for topic, title in TOPIC_TITLES.items()}
    if said["about"] in topics:
        return _("På vej til 18 år: %(topic)s er ændret") % {"topic": topics[said["about"]].lower()}
    return _("Forberedelsen til voksenlivet er ændret")


def _emergency(said: Said, names: Names) -> str:
    who = names.employees.get(said["employee"], _("En medarbejder"))
    return _("%(name)s har åbnet sagen i et nødstilfælde") % {"name": who}


def _own_shared(said: Said, _names: Names) -> str:
    if said["shared"]:
        return _("Borgeren har delt en egen note eller måling med jer")
    return _("Borgeren deler ikke længere en egen note eller måling")


def _document_shared(said: Said, _names: Names) -> str:
    gone = _("%(unit)s kan ikke længere læse et dokument fra sagen")
    return (_("%(unit)s kan læse et dokument fra sagen") if said["shared"] else gone) % {"unit": said["unit"]}


def _reviewing(said: Said, names: Names) -> str:
    return _("Sagen er trukket ud til ledelsestilsyn. %(name)s må læse den til og med %(day)s") % {
        "name": names.employees.get(said["employee"], _("En medarbejder")),
        "day": day(said["until"]),
    }


def _passed_on(said: Said, names: Names) -> str:
    return _("%(name)s gennemgår nu sagen i ledelsestilsynet") % {
        "name": names.employees.get(said["employee"], _("En medarbejder"))
    }


WORDS: Mapping[str, Words] = {
    "case.opened": _opened,
    "case.imported": _imported,
    "case.taken": _taken,
    "case.phase": _phase,
    "case.suspended": _suspended,
    "case.resumed": plain(gettext_noop("Sagen kører igen")),
    "case.assessed": plain(gettext_noop("Borgerens behov er vurderet")),
    "case.target_groups": offers.groups_said,
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
    "coordinator.ended": plain(gettext_noop("Borgeren har ikke længere en koordinator")),
    "common_goal.set": _titled(gettext_noop("Sagen arbejder med det fælles mål »%(title)s«")),
    "common_goal.changed": _titled(gettext_noop("Det fælles mål »%(title)s« er ændret")),
    "meeting.called": _meeting,
    "meeting.cancelled": _titled(gettext_noop("Mødet »%(title)s« er aflyst")),
    "meeting.held": _titled(gettext_noop("Mødet »%(title)s« er holdt; referatet står i journalen")),
    "sharing.given": _shared,
    "sharing.ended": _unshared,
    "transition.begun": plain(gettext_noop("Forberedelsen til voksenlivet er begyndt")),
    "transition.changed": _transition,
    "consultation.asked": _between(gettext_noop("%(unit)s er spurgt til råds, svar senest %(day)s")),
    "consultation.answered": _between(gettext_noop("%(unit)s har svaret")),
    "break_glass.used": _emergency,
    "case.sealed": _sealed,
    "case.unsealed": _unsealed,
    "case.plan_made": plain(gettext_noop("Barnets plan er vist for barnet og forældrene")),
    "concern.joined": _concern,
    "offer.chosen": _chosen,
    "offer.dropped": _dropped,
    "note.written": plain(gettext_noop("Der er skrevet et notat")),
    "entry.corrected": plain(gettext_noop("Et notat er rettet; den gamle tekst er gemt")),
    "entry.withheld": plain(gettext_noop("Et notat holdes tilbage for borgeren")),
    "entry.released": plain(gettext_noop("Et notat er åbnet for borgeren igen")),
    "document.added": plain(gettext_noop("Et dokument er lagt på sagen")),
    "comment.written": plain(gettext_noop("Borgeren har skrevet en kommentar")),
    "message.asked": _dated(gettext_noop("Borgeren har skrevet en besked, svar senest %(day)s")),
    "message.answered": _answered,
    "message.written": plain(gettext_noop("Vi har skrevet en besked til borgeren")),
    "message.closed": _closed_thread,
    "message.reopened": plain(gettext_noop("En samtale med borgeren er åben igen")),
    "order.document": _document_shared,
    "experience.told": plain(gettext_noop("Borgeren har fortalt, hvordan en del af forløbet var")),
    "own.shared": _own_shared,
    "experience.withdrawn": plain(gettext_noop("Borgeren har slettet sit svar om forløbet")),
    "case.erased": plain(gettext_noop("Alt personligt i sagen er slettet efter loven")),
    "supervision.begun": _reviewing,
    "supervision.passed_on": _passed_on,
    "supervision.reviewed": plain(gettext_noop("Sagen er gennemgået i ledelsestilsyn")),
    "supervision.serious": plain(gettext_noop("Ledelsestilsynet fandt en alvorlig fejl")),
    "supervision.answered": plain(gettext_noop("Ledelsestilsynets bemærkninger er besvaret")),
    "supervision.ended": plain(gettext_noop("Ledelsestilsynet er slut, og adgangen til sagen med det")),
}
