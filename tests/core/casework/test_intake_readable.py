"""A filled-in form reads as text in its own order, and gives the first facts of the case."""

from __future__ import annotations

from borgerfokus.core.casework.casetype import CaseType, load_shipped
from borgerfokus.core.casework.intake import check, files_of, first_facts, need_of, readable

GIVEN = {
    "what_is_hard": "Jeg kan ikke overskue min post.",
    "areas": ["money", "post"],
    "wishes": "Åbne brevene selv.",
    "housing": "own",
    "work": "sick_leave",
    "admitted": "yes",
    "discharge_letter": [41],
    "ask_doctor": "no",
}


def support() -> CaseType:
    return next(spec for spec in load_shipped() if spec.key == "sel-85")


def text(language: str = "da") -> str:
    spec = support()
    looked = check(form=spec.intake, given=GIVEN)
    assert looked.errors == ()
    return readable(form=spec.intake, answers=looked.answers, language=language, file_names={41: "brev.pdf"})


def test_it_reads_in_the_order_of_the_form_with_labels_for_keys() -> None:
    said = text()
    parts = [
        "DIN HVERDAG",
        "Jeg kan ikke overskue",
        "- Post og breve\n- Penge og regninger",
        "Åbne brevene",
        "I egen bolig",
    ]
    parts += ["Jeg er sygemeldt", "DET, VI MÅ SPØRGE ANDRE OM", "Ja", "brev.pdf", "Nej"]
    places = [said.index(part) for part in parts[:-1]]
    assert places == sorted(places)
    assert said.endswith("Må vi spørge din egen læge?\nNej")
    assert "own" not in said


def test_what_was_not_answered_is_said() -> None:
    assert "Hvad går godt?\n(ikke besvaret)" in text()
    assert "What goes well?\n(not answered)" in text("en")


def test_a_question_that_was_not_asked_is_not_there() -> None:
    spec = support()
    answers = check(form=spec.intake, given={**GIVEN, "admitted": "no"}).answers
    said = readable(form=spec.intake, answers=answers, language="da", file_names={})
    assert "Send brevet fra sygehuset" not in said


def test_the_answers_meet_the_facts_that_name_them() -> None:
    spec = support()
    found = {
        fact.fact: fact
        for fact in first_facts(case_type=spec, answers=check(form=spec.intake, given=GIVEN).answers, file_names={})
    }
    assert found["O1"].value == "Åbne brevene selv."
    assert found["O3"].value == "I egen bolig"
    assert found["O9"].value == "Nej"
    assert found["O10"].files == (41,)
    assert set(found) == {"O1", "O2", "O3", "O6", "O9", "O10"}


def test_the_need_is_in_the_citizens_own_words() -> None:
    spec = support()
    answers = check(form=spec.intake, given=GIVEN).answers
    assert need_of(form=spec.intake, answers=answers) == "Jeg kan ikke overskue min post."
    assert [(one.field.key, one.file) for one in files_of(form=spec.intake, answers=answers)] == [
        ("discharge_letter", 41)
    ]
