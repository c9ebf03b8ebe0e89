"""A new case type needs a document and no code."""

from __future__ import annotations

from datetime import date

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import (
    CaseType,
    FieldKind,
    Moment,
    Source,
    Weight,
    check,
    load_shipped,
    parse,
)
from borgerfokus.core.casework.deadline_rules import rules_of
from borgerfokus.core.casework.lifecycle import Phase
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.rules import Parameters, Unit
from borgerfokus.core.texts import Text

PHASES = "".join(
    f"""
[[phases]]
key = "{phase}"
title_staff = {{ da = "Fase {phase}", en = "Phase {phase}" }}
title_citizen = {{ da = "Trin {phase}", en = "Step {phase}" }}
citizen_text = {{ da = "Vi er i gang.", en = "We are at it." }}
milestone = {{ da = "Det er sket", en = "It has happened" }}
ball = "us"
checklist = [
  {{ key = "look_{phase}", text = {{ da = "Se", en = "Look" }}, article = "Retssikkerhedsloven § 10" }},
]
"""
    for phase in Phase
)

OUTCOMES = "".join(
    f"""
[[outcomes]]
key = "{outcome}"
title = {{ da = "Udfald {outcome}", en = "Outcome {outcome}" }}
requires_second_reader = false
requires_hearing = {"false" if outcome is Outcome.GRANTED else "true"}
  [outcomes.letter]
  heading = {{ da = "Du får svar om {{granted}}", en = "You get an answer on {{granted}}" }}
  opening = {{ da = "Kære {{citizen}}.", en = "Dear {{citizen}}." }}
  what_happens_now = {{ da = "Vi ringer til dig.", en = "We call you." }}
  closing = {{ da = "Ring på {{phone}}.", en = "Call {{phone}}." }}
"""
    for outcome in Outcome
)

ESCORT = f"""
key = "own-escort"
version = 1
state = "published"
valid = {{ from = 2026-12-01, to = 2028-01-01 }}
title_citizen = {{ da = "En at følges med", en = "Somebody to go with" }}
title_staff = {{ da = "Ledsagelse, SEL § 97", en = "Escort, SEL § 97" }}
short = {{ da = "En, der går med dig ud.", en = "Somebody who goes out with you." }}
life_situations = ["disability"]
search_words = ["ledsager", "gå i biografen"]
kle = "27.48.04"
facet = "G01"
act = "serviceloven"
section = "97"
sensitivity = "FOELSOMME_PERSONOPLYSNINGER"
authority = "municipality"
rules_text = {{ da = "Du kan få en ledsager.", en = "You can get an escort." }}
rules_status = "to be confirmed by the municipality's lawyer"
considerations_hint = {{ da = "Skriv hvorfor.", en = "Write why." }}
cost = {{ da = "Det er gratis.", en = "It is free." }}

[summary]
da = \"\"\"
Vil du ud,
men kan ikke alene?

Så kan en gå med.
\"\"\"
en = "Do you want to get out but cannot alone? Then somebody can go with you."

[responsible]
unit = "handicap-psykiatri"

[appeal]
appealable = false

[follow_up]
parameter = "sel.follow_up_interval"
text = {{ da = "Vi spørger dig.", en = "We ask you." }}

[retention]
years = 5
starts_at = "case_closed"
note = {{ da = "Eget valg.", en = "Own choice." }}

[cooperation]
oneself = [{{ da = "Spørg en ven.", en = "Ask a friend." }}]
associations = []
considered = {{ da = "Vi ser på det.", en = "We look at it." }}

[[deadlines]]
key = "decision"
basis = "own"
title = {{ da = "Svar", en = "Answer" }}
starts_at = "request_received"
ends_with = "decision_issued"
amount = 6
unit = "weeks"
reference = "Retssikkerhedsloven § 3, stk. 2"
stops_when_suspended = true

[[intake]]
title = {{ da = "Turen", en = "The trip" }}

  [[intake.fields]]
  key = "where"
  label = {{ da = "Hvor vil du hen?", en = "Where do you want to go?" }}
  help = {{ da = "Skriv et par steder.", en = "Write a few places." }}
  kind = "long_text"
  required = true

[[information]]
key = "O1"
title = {{ da = "Borgerens ønsker", en = "The citizen's wishes" }}
used_for = {{ da = "Omfang", en = "Extent" }}
sources = ["citizen"]
required_for = ["granted", "partly", "refused"]
from_intake = "where"
how_to_ask = {{ da = "Hvor vil du hen?", en = "Where do you want to go?" }}
{PHASES}
{OUTCOMES}
"""


def read(document: str) -> CaseType:
    found = parse(document)
    assert isinstance(found, CaseType), found
    return found


def test_one_more_case_type_is_a_document():
    escort = read(ESCORT)
    assert escort.identifier == "own-escort/v1"
    assert escort.identifier not in {one.identifier for one in load_shipped()}
    assert escort.title_citizen == Text(da="En at følges med", en="Somebody to go with")
    assert escort.field("where").kind is FieldKind.LONG_TEXT
    assert escort.fact("O1").sources == (Source.CITIZEN,)
    assert escort.fact("O1").max_age_months is None
    assert escort.phase(Phase.INFORMATION).ball is Ball.US
    assert escort.facts_for(Outcome.REFUSED) == escort.information


def test_a_block_of_text_keeps_its_paragraphs_and_loses_its_line_breaks():
    assert read(ESCORT).summary.da == "Vil du ud, men kan ikke alene?\n\nSå kan en gå med."


def test_its_validity_decides_which_requests_it_starts():
    escort = read(ESCORT)
    days = (date(2026, 11, 30), date(2026, 12, 1), date(2027, 12, 31), date(2028, 1, 1))
    assert [escort.starts_cases(on=day) for day in days] == [False, True, True, False]
    for state in ("concept", "retired"):
        other = read(ESCORT.replace('state = "published"', f'state = "{state}"'))
        assert not other.starts_cases(on=date(2027, 1, 1))


def test_its_deadline_is_counted_by_the_same_rules(parameters: Parameters):
    (rule,) = rules_of(case_type=read(ESCORT), parameters=parameters, on=date(2026, 12, 1))
    assert (rule.amount, rule.unit, rule.starts_at) == (6, Unit.WEEKS, Moment.REQUEST_RECEIVED)


def test_it_passes_the_configuration_check(parameters: Parameters):
    found = check(
        case_type=read(ESCORT),
        parameters=parameters,
        units={"handicap-psykiatri"},
        frames={"ffb"},
        kle={"27.48.04"},
        on=date(2026, 12, 1),
    )
    assert [finding for finding in found if finding.weight is Weight.BLOCKING] == []
