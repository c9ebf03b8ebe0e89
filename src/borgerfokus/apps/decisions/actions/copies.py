"""The decision to whoever has the citizen's post: sent with it, and when it counts for the time to appeal."""

from dataclasses import replace
from datetime import date

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions.actions.posting import KIND_PREFIX, post_copy
from borgerfokus.apps.decisions.events import CopyReceived
from borgerfokus.apps.decisions.models import Decision, DecisionCopy
from borgerfokus.apps.decisions.queries.sender import addressee_of, letters_to
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.decisions.letter import DecisionLetter, Section
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import RepresentationKind
from borgerfokus.foundation.text.documents import LetterDocument
from borgerfokus.foundation.text.pdf import render_letter

GUARDIAN = RepresentationKind.GUARDIAN.value
POST = "post"


def send_copies(opened: casework.OpenCase, row: Decision, letter: DecisionLetter, *, appealable: bool) -> None:
    """The same letter to guardians, parents with custody and those whose power covers the post, each by name.

    Not to whom the letter itself went: about a small child that is a parent.
    """
    receivers = people.post_receivers(person_id=opened.case.citizen_id, case_id=opened.case.pk, at=opened.at)
    first, *_others = letters_to(case=opened.case, at=opened.at)
    for known in {one.other.id: one for one in receivers if one.other.id != first}.values():
        why = _WHY_CUSTODY if known.kind == people.CUSTODY else _WHY
        section = Section(_HEADING.in_(row.language), why.in_(row.language))
        mine = replace(letter, addressee=addressee_of(known.other), sections=(section, *letter.sections))
        document = LetterDocument(letter=mine, outcome=Outcome(row.outcome), appealable=appealable)
        new = journal.NewLetter(
            content=render_letter(letter=document, language=row.language),
            name="Afgørelse",
            title=letter.heading[:200],
            to=known.other.name,
            body="",
            kind=f"{KIND_PREFIX}copy",
            reference=f"copy:{row.pk}:{known.other.id}",
        )
        DecisionCopy.objects.create(
            decision=row,
            case=opened.case,
            person_id=known.other.id,
            relation=GUARDIAN if known.kind in {RepresentationKind.GUARDIAN, people.CUSTODY} else POST,
            message_id=post_copy(opened, letter=new, person_id=known.other.id),
        )


def guardians_received(row: Decision) -> list[date | None]:
    """The day on which each guardian got the decision; None for one who has not."""
    return list(row.copies.filter(relation=GUARDIAN).values_list("received_on", flat=True))


def copy_received(opened: casework.OpenCase, copy: DecisionCopy, *, day: date, appeal_until: date | None) -> None:
    """The copy has arrived."""
    copy.received_on = day
    copy.save(update_fields=["received_on"])
    opened.append(
        CopyReceived(
            decision=copy.decision_id,
            relation=copy.relation,
            received_on=day.isoformat(),
            appeal_until=appeal_until.isoformat() if appeal_until else "",
        )
    )


_HEADING = Text(da="Derfor får du brevet", en="Why you get this letter")
_WHY_CUSTODY = Text(
    da="Du får brevet, fordi du har forældremyndighed over barnet, som sagen handler om.",
    en="You get this letter because you have custody of the child that the case is about.",
)
_WHY = Text(
    da="Du får brevet, fordi du er værge, eller fordi du har fuldmagt til at få post. Borgeren har fået det samme.",
    en="You get this letter as a guardian, or because your power covers the post. The citizen has got the same.",
)
