"""Each thing that can be wrong with a document is found, with its place and what to do, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from borgerfokus.core.casework.casetype import ConfigurationError, parse
from borgerfokus.core.casework.casetype import messages as all_messages

FORM = '"what_is_hard"\n  kind = "long_text"'
FORM_AS_GROUP = FORM.replace("long_text", "group")
ROW_FIELD = (
    '{ key = "name", kind = "text", required = true, label = { da = "Navn?", en = "Name?" }, '
    'help = { da = "Kort.", en = "Short." } }'
)
GROUP = f'{FORM_AS_GROUP}\n  row = {{ da = "Barn", en = "Child" }}\n  fields = [{ROW_FIELD}]'
POST = '{ key = "post", label = { da = "Post og breve", en = "Post and letters" } }'
CONTACT = '[[phases]]\nkey = "contact"'

CASES = [
    # kind, path, what stands in the document, what is put in its place
    ("not_toml", "", 'key = "sel-85"', "key = sel-85"),
    ("missing", "kle", 'kle = "27.36.12"\n', ""),
    ("missing", "phases[1].title_staff", 'title_staff.da = "Henvendelse"\ntitle_staff.en = "Contact"\n', ""),
    ("empty", "act", 'act = "serviceloven"', 'act = " "'),
    ("unknown_name", "paragraph", 'section = "85"', 'section = "85"\nparagraph = "1"'),
    ("wrong_kind", "version", "version = 1", 'version = "1"'),
    ("wrong_kind", "search_words", "search_words = [", 'search_words = "bostøtte"\nx = ['),
    ("wrong_kind", "valid", "valid = { from = 2023-01-01 }", "valid = 2023-01-01"),
    ("wrong_kind", "valid.from", "from = 2023-01-01", 'from = "2023-01-01"'),
    ("wrong_kind", "intake[1].fields[2].choices[1]", POST, '"post"'),
    ("wrong_kind", "intake[1].fields[2].choices[1].label", POST, '{ key = "post", label = "Post" }'),
    ("incomplete_text", "short", 'short.en = "', 'short.english = "'),
    (
        "incomplete_text",
        "title_citizen",
        'title_citizen.en = "Support in everyday life"',
        'title_citizen.en = ""',
    ),
    ("empty_period", "valid", "from = 2023-01-01", "from = 2023-01-01, to = 2022-01-01"),
    ("unknown_word", "state", 'state = "published"', 'state = "live"'),
    ("unknown_word", "phases[1].key", CONTACT, '[[phases]]\nkey = "hello"'),
    ("duplicate", "information[2].key", 'key = "O2"', 'key = "O1"'),
    ("duplicate", "intake[1].fields[2].key", '"areas"', '"what_is_hard"'),
    ("duplicate", "phases[1].checklist[2].key", '"contact_note"', '"guidance"'),
    ("bad_format", "key", 'key = "sel-85"', 'key = "SEL 85"'),
    ("bad_format", "kle", '"27.36.12"', '"27-36-12"'),
    ("bad_format", "facet", '"G01"', '"G1"'),
    ("bad_format", "information[1].key", 'key = "O1"', 'key = "F1"'),
    ("bad_format", "intake[1].fields[1].key", '"what_is_hard"', '"Hvad er svært"'),
    ("too_small", "phases[1].own_duration_days", "own_duration_days = 3", "own_duration_days = 0"),
    ("too_small", "deadlines[1].amount", "amount = 8", "amount = -8"),
    ("empty_list", "life_situations", '["mental-health", "disability", "turning-18"]', "[]"),
    ("empty_list", "information[1].sources", 'sources = ["citizen"]', "sources = []"),
    (
        "unknown_field_reference",
        "information[1].from_intake",
        'from_intake = "wishes"',
        'from_intake = "dreams"',
    ),
    ("unknown_field_reference", "intake[3].fields[3].show_if", 'field = "admitted"', 'field = "ask_doctor"'),
    ("unknown_answer", "intake[3].fields[3].show_if", 'equals = ["yes"]', 'equals = ["ja"]'),
    ("choices_needed", "intake[1].fields[1]", FORM, FORM.replace("long_text", "choice")),
    ("choices_unused", "intake[1].fields[2]", 'kind = "choices"', 'kind = "text"'),
    ("group_incomplete", "intake[1].fields[1]", FORM, FORM.replace("long_text", "group")),
    ("group_incomplete", "intake[1].fields[1]", FORM, f"{FORM_AS_GROUP}\n  fields = [{ROW_FIELD}]"),
    ("group_unused", "intake[1].fields[1]", FORM, f"{FORM}\n  most = 3"),
    ("group_unused", "intake[1].fields[1]", FORM, f"{FORM}\n  fields = [{ROW_FIELD}]"),
    ("too_small", "intake[1].fields[1].most", FORM, f"{GROUP}\n  most = 0"),
    ("not_in_a_group", "intake[1].fields[1].fields[1].kind", FORM, GROUP.replace('"text"', '"group"')),
    ("duplicate", "intake[1].fields[1].fields[1].key", FORM, GROUP.replace('"name"', '"what_is_hard"')),
    ("bad_format", "intake[1].fields[1].fields[1].key", FORM, GROUP.replace('"name"', '"Et navn"')),
    (
        "unknown_field_reference",
        "intake[1].fields[1].fields[1].show_if",
        FORM,
        GROUP.replace("required = true", 'required = true, show_if = { field = "later", equals = ["yes"] }'),
    ),
    ("prefill_unused", "intake[1].fields[1]", FORM, f'{FORM.replace("long_text", "date")}\n  prefill = "name"'),
    ("unknown_word", "intake[1].fields[1].prefill", FORM, f'{FORM}\n  prefill = "income"'),
    ("unknown_placeholder", "outcomes[1].letter.heading.da", "Du får {granted}", "Du får {help}"),
    ("broken_placeholder", "outcomes[1].letter.heading.da", "Du får {granted}", "Du får {granted"),
    ("phases_out_of_order", "phases", CONTACT, CONTACT.replace("contact", "closed")),
    ("amount_or_parameter", "deadlines[1]", "amount = 8\n", ""),
    ("amount_or_parameter", "deadlines[1]", "amount = 8\n", 'amount = 8\nparameter = "rsl.case_deadline"\n'),
    ("amount_or_parameter", "follow_up", "months = 3\n", ""),
    (
        "amount_or_parameter",
        "follow_up",
        "months = 3\n",
        'months = 3\nparameter = "sel.follow_up_interval"\n',
    ),
    ("statutory_needs_parameter", "deadlines[1]", 'basis = "own"', 'basis = "statutory"'),
    ("appeal_incomplete", "appeal", "appealable = true", "appealable = false"),
    ("appeal_incomplete", "appeal", 'body = "rsl.appeal_body"\n', ""),
    ("phases_incomplete", "phases", CONTACT, CONTACT.replace("contact", "intake")),
]


def errors_of(document: str) -> tuple[ConfigurationError, ...]:
    found = parse(document)
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize(("kind", "path", "old", "new"), CASES)
def test_the_error_is_found_where_it_is(
    kind: str, path: str, old: str, new: str, changed: Callable[[str, str], str]
):
    found = errors_of(changed(old, new))
    assert (kind, path) in {(error.kind, error.path) for error in found}


def test_every_kind_of_error_has_a_case():
    built = {
        name
        for name, value in vars(all_messages).items()
        if callable(value) and getattr(value, "__module__", "") == all_messages.__name__ and name[0] != "_"
    }
    assert built == {kind for kind, *_ in CASES}


def test_all_errors_come_at_once(changed: Callable[[str, str], str]):
    spoilt = changed('kle = "27.36.12"\n', "").replace('state = "published"', 'state = "live"')
    assert {error.kind for error in errors_of(spoilt)} == {"missing", "unknown_word"}


@pytest.mark.parametrize(("kind", "path", "old", "new"), CASES)
def test_the_message_is_a_sentence_in_both_languages(
    kind: str, path: str, old: str, new: str, changed: Callable[[str, str], str]
):
    for error in errors_of(changed(old, new)):
        assert error.message.da != error.message.en
        assert error.message.da.endswith("."), kind
        assert error.message.en.endswith("."), kind


def test_an_unknown_name_is_answered_with_the_known_ones(changed: Callable[[str, str], str]):
    (error,) = errors_of(changed('section = "85"', 'section = "85"\nparagraf = "85"'))
    assert "section" in error.message.da
