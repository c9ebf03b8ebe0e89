"""The review form as a document: the shipped one holds, and whatever is wrong with one is told."""

import pytest

from borgerfokus.core.supervision.form import Form, StepKey, parse, shipped
from borgerfokus.core.supervision.measures import MEASURES


def test_the_shipped_form_goes_through_every_step_and_names_an_article_for_each_question() -> None:
    form = parse(shipped())
    assert isinstance(form, Form)
    assert [step.key for step in form.steps] == list(StepKey)
    assert all(one.article for one in form.questions)
    assert form.question("reasons") is not None
    assert form.question("no-such") is None
    step = form.step_of("plain")
    assert step is not None
    assert step.key is StepKey.LETTER


ONE = """
title = { da = "Skema", en = "Form" }
[[steps]]
key = "letter"
title = { da = "Brevet", en = "The letter" }
[[steps.questions]]
key = "plain"
text = { da = "Er det klart?", en = "Is it clear?" }
article = "Forvaltningsloven § 24"
"""


@pytest.mark.parametrize(
    ("document", "path", "kind"),
    [
        ("not toml =", "", "not_toml"),
        ("x = 1", "x", "unknown_name"),
        (ONE.replace('key = "letter"', 'key = "weather"'), "steps[1].key", "unknown_word"),
        (ONE + 'prefill = "magic"\n', "steps[1].questions[1].prefill", "unknown_word"),
        (ONE + ONE.partition("[[steps.questions]]")[1] + ONE.partition("[[steps.questions]]")[2], "", "repeated"),
        (ONE.replace(', en = "Is it clear?"', ""), "steps[1].questions[1].text", ""),
        ('title = { da = "S", en = "F" }\nsteps = []\n', "steps", "no_questions"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(document: str, path: str, kind: str) -> None:
    found = parse(document)
    assert not isinstance(found, Form)
    assert any(one.path.startswith(path) and (not kind or one.kind == kind) for one in found), found
    assert all(one.message.da and one.message.en for one in found)


def test_a_measure_can_be_named() -> None:
    for measure in MEASURES:
        assert isinstance(parse(ONE + f'prefill = "{measure}"\n'), Form)
