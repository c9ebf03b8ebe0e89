"""The columns of the permission table: everybody in the scene, and in which relation each stands to which case.

This is written out by hand, from `core.access` as people read it, so that the code is held against words and not
against itself.
"""

from collections.abc import Mapping

ANYWHERE = "anywhere"
Who = frozenset[str]


def _(words: str) -> Who:
    return frozenset(words.split())


CASEWORKERS = _(
    "caseworker colleague other_unit consulted handed_to partner partner_ended named named_ended shared shared_ended "
    "leader other_leader head reviewer reviewer_ended"
)
"""Those whose role is casework, led or not."""

SEE_CASES = CASEWORKERS | _("second_reader health_staff break_glass break_glass_over")
"""Those whose role may see a case at all."""

LEADERS = _("leader other_leader head")
OFFICES = _("reception dpo administrator controller politician director hr employee provider partner_admin")
STAFF = SEE_CASES | OFFICES
EMPLOYED = STAFF - _("politician")
PRINTERS = CASEWORKERS | _("reception")
SEARCHERS = CASEWORKERS | _("health_staff break_glass break_glass_over reception")
OPENERS = CASEWORKERS | _("reception")
BREAKERS = CASEWORKERS | _("health_staff break_glass break_glass_over")
REVIEWERS = LEADERS | _("dpo")
ERASERS = _("dpo head")
"""Those who approve that a case is erased; the head for the units below."""
FIGURES = LEADERS | _("controller politician director")
FOLLOWERS = FIGURES - _("politician")
"""Those who are told figures as they come, not only those that are released."""
TEAM = LEADERS | _("director")

OWN_CITIZENS = _("citizen sealed_citizen protected_citizen stranger")
POWERS = _("guardian attorney_read attorney_act attorney_post")
ENDED = _("attorney_expired attorney_withdrawn representative_ended relative")
CITIZENS = OWN_CITIZENS | POWERS | ENDED | _("second_party representative")
PROGRAMS = _("client client_other_unit client_no_unit client_types_only")
PEOPLE = STAFF | CITIZENS
NOBODY = _("")
EVERYBODY = PEOPLE | _("anonymous")

_TEAM = _("caseworker colleague leader head named")
_OTHER_TEAM = _("other_unit other_leader head named named_ended")

Groups = Mapping[str, Mapping[str, Who]]

BY_CASE: Groups = {
    # Who sees the case in the municipality.
    "readers": {
        "plain": _TEAM | _("second_reader health_staff consulted handed_to partner shared break_glass reviewer"),
        "sealed": _("caseworker named"),
        "foreign": _OTHER_TEAM | _("consulted handed_to break_glass break_glass_over"),
    },
    # Who does everything that casework is, beside what belongs to the leader.
    "workers": {"plain": _TEAM, "sealed": _("caseworker named"), "foreign": _OTHER_TEAM},
    # Who also records facts, tasks and corrections.
    "recorders": {
        "plain": _TEAM | _("health_staff"),
        "sealed": _("caseworker named"),
        "foreign": _OTHER_TEAM | _("break_glass break_glass_over"),
    },
    # Who writes notes and adds documents: those who were asked for help with the case too.
    "writers": {
        "plain": _TEAM | _("health_staff consulted partner"),
        "sealed": _("caseworker named"),
        "foreign": _OTHER_TEAM | _("break_glass break_glass_over consulted"),
    },
    # Who carries out what is ordered: those who work on the case, who gives care, and a partner.
    "carriers": {
        "plain": _TEAM | _("health_staff partner"),
        "sealed": _("caseworker named"),
        "foreign": _OTHER_TEAM | _("break_glass break_glass_over"),
    },
    # Who hands the case to a colleague.
    "assigners": {"plain": _("leader head"), "sealed": NOBODY, "foreign": _("other_leader head")},
    # Who seals the case and takes the seal off: leaders, of a sealed case those who are named too.
    "sealers": {"plain": _("leader head"), "sealed": NOBODY, "foreign": _("other_leader head")},
    # The second pair of eyes: never the caseworker's own.
    "approvers": {"plain": _("leader head second_reader"), "sealed": NOBODY, "foreign": _("other_leader head")},
    # Who reads what is withheld from the citizen.
    "trusted": {
        "plain": _TEAM | _("health_staff consulted handed_to break_glass reviewer"),
        "sealed": _("caseworker named"),
        "foreign": _OTHER_TEAM | _("consulted handed_to break_glass break_glass_over"),
    },
    # Who answers a consultation, who answers an offer.
    "handing": {
        "plain": _TEAM | _("handed_to"),
        "sealed": _("caseworker named"),
        "foreign": _OTHER_TEAM | _("handed_to"),
    },
    "consulted": {"plain": _("consulted"), "sealed": NOBODY, "foreign": _("consulted")},
    "handed": {"plain": _("handed_to"), "sealed": NOBODY, "foreign": _("handed_to")},
    # The citizen's side: who sees, who acts, who gets the letters.
    "parties": {
        "plain": _("citizen second_party representative") | POWERS,
        "sealed": _("sealed_citizen second_party representative"),
        "protected": _("protected_citizen second_party representative"),
        "foreign": _("stranger"),
    },
    "acting": {
        "plain": _("citizen second_party representative guardian attorney_act"),
        "sealed": _("sealed_citizen second_party representative"),
        "protected": _("protected_citizen second_party representative"),
        "foreign": _("stranger"),
    },
    "withdrawing": {
        "plain": _("citizen second_party guardian attorney_act"),
        "sealed": _("sealed_citizen second_party"),
        "protected": _("protected_citizen second_party"),
        "foreign": _("stranger"),
    },
    # Who tells of the course for the citizen the case is about: who acts for it, and no other party.
    "telling": {
        "plain": _("citizen guardian attorney_act"),
        "sealed": _("sealed_citizen"),
        "protected": _("protected_citizen"),
        "foreign": _("stranger"),
    },
    # Who asked to see the file: a request is its asker's alone.
    "asker": {
        "plain": _("citizen"),
        "sealed": _("sealed_citizen"),
        "protected": _("protected_citizen"),
        "foreign": _("stranger"),
    },
    # Who carries out the help that is ordered: the partner's unit, for as long as its access lasts.
    "providers": {"plain": _("partner provider partner_admin"), "sealed": NOBODY, "foreign": NOBODY},
    # Who reads the letters of the citizen the case is about.
    "receiving": {
        "plain": _("citizen") | POWERS,
        "sealed": _("sealed_citizen"),
        "protected": _("protected_citizen"),
        "foreign": _("stranger"),
    },
    # Who prints letters on paper: those who see the case and manage letters, and the print room.
    "printing": {
        "plain": NOBODY,
        "protected": _TEAM | _("consulted handed_to partner shared reception"),
    },
    # Who reviews it in a campaign that runs; who answers what was found; who leads the campaign.
    "reviewing": {"plain": _("reviewer"), "sealed": NOBODY, "foreign": NOBODY},
    "answering": {"plain": _("caseworker"), "sealed": _("caseworker"), "foreign": _("other_unit")},
    "leading": {"plain": _("leader head"), "sealed": _("leader head"), "foreign": _("other_leader head")},
    "following": {"plain": _("caseworker leader head")},
    "programs": {"plain": _("client"), "sealed": NOBODY, "foreign": _("client_other_unit")},
}

ALIKE = {"protected": "plain"}
"""A protected address changes what is shown of it, not who sees the case; the citizen's side is named by itself."""


def of_case(group: str, case: str) -> Who:
    """Who stands in a relation to one of the cases."""
    found = BY_CASE[group]
    return found[case] if case in found else found[ALIKE[case]]


def sees(case: str) -> Who:
    """Everybody who sees something of a case, in the municipality, on the citizen's side, or as a program."""
    return of_case("readers", case) | of_case("parties", case) | of_case("programs", case)
