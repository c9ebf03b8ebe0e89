"""A document says what is its own; the base that it names fills in the rest, and what is kept is whole."""

from __future__ import annotations

import tomllib
from dataclasses import fields, is_dataclass

import pytest

from borgerfokus.core.casework.casetype import (
    CaseType,
    ConfigurationError,
    model,
    packaged,
    parse,
    resolve,
    shipped_bases,
    shipped_documents,
)
from borgerfokus.core.casework.casetype.bases import KEYED, RESERVED
from borgerfokus.core.casework.casetype.writer import write
from borgerfokus.core.casework.lifecycle import Phase

COMMON = """
kind = "common"
title = { da = "Hjælp", en = "Help" }

[appeal]
body = "rsl.appeal_body"
deadline = "rsl.appeal_deadline"

[[phases]]
key = "contact"
days = 3
checklist = [{ key = "guidance", article = "FVL § 7" }, { key = "note", article = "OFL § 13" }]

[[phases]]
key = "closed"

[parts.consent]
label = "Må vi?"
required = true
"""
STAY = """
base = "common"
kind = "stay"

[[phases]]
key = "contact"
checklist = [{ key = "visit", article = "RSL § 4" }]

[parts.consent]
label = "Må vi spørge?"
"""
BASES = {"common": COMMON, "stay": STAY}


def put_together(document: str, **bases: str) -> dict:
    text = resolve(document=document, bases=bases or BASES)
    assert isinstance(text, str), text
    return tomllib.loads(text)


def refused(document: str, **bases: str) -> ConfigurationError:
    errors = resolve(document=document, bases=bases or BASES)
    assert isinstance(errors, tuple), errors
    (error,) = errors
    return error


def test_what_the_document_leaves_out_comes_from_the_base_and_what_it_says_is_its_own():
    whole = put_together('base = "common"\nkind = "mine"\n[appeal]\nbody = "sul.appeal_body"')
    assert whole["kind"] == "mine"
    assert whole["appeal"] == {"body": "sul.appeal_body", "deadline": "rsl.appeal_deadline"}
    assert [phase["key"] for phase in whole["phases"]] == ["contact", "closed"]
    assert RESERVED & set(whole) == set()


def test_a_base_may_stand_on_another():
    whole = put_together('base = "stay"')
    assert whole["kind"] == "stay"
    assert [item["key"] for item in whole["phases"][0]["checklist"]] == ["guidance", "note", "visit"]


def test_a_text_is_one_value_so_no_language_is_borrowed():
    assert put_together('base = "common"\ntitle.da = "Kun dansk"')["title"] == {"da": "Kun dansk"}


def test_an_item_is_filled_in_added_placed_and_left_out_by_its_key():
    whole = put_together("""
        base = "stay"
        [[phases]]
        key = "contact"
        days = 1
        checklist = [
          { key = "note", leave_out = true },
          { key = "visit", article = "Egen regel" },
          { key = "first", before = "guidance" },
          { key = "last" },
        ]
    """)
    contact, closed = whole["phases"]
    assert (contact["days"], closed) == (1, {"key": "closed"})
    assert contact["checklist"] == [
        {"key": "first"},
        {"key": "guidance", "article": "FVL § 7"},
        {"key": "visit", "article": "Egen regel"},
        {"key": "last"},
    ]


def test_a_table_may_stand_alone():
    whole = put_together('base = "common"\n[appeal]\nalone = true\nappealable = false')
    assert whole["appeal"] == {"appealable": False}


def test_a_part_is_filled_in_where_it_is_used_and_the_nearest_one_counts():
    whole = put_together('base = "stay"\n[[fields]]\nkey = "ask"\nuse = "consent"\nrequired = false')
    assert whole["fields"] == [{"key": "ask", "required": False, "label": "Må vi spørge?"}]


def test_a_list_without_keys_is_the_documents_or_the_bases_whole():
    bases = {"one": 'search_words = ["a", "b"]\nlife = ["x"]'}
    assert put_together('base = "one"\nsearch_words = ["c"]', **bases) == {"search_words": ["c"], "life": ["x"]}


def test_a_document_that_names_no_base_comes_back_as_it_is():
    document = '# mine\nkey  =  "sel-85" # as written'
    assert resolve(document=document, bases=BASES) == document


def test_the_comments_on_top_are_kept():
    text = resolve(document='# Ledsagelse\n# more\nbase = "common"', bases=BASES)
    assert isinstance(text, str)
    assert text.startswith("# Ledsagelse\n# more\n")


@pytest.mark.parametrize(
    ("document", "kind", "path"),
    [
        ('base = "nowhere"', "unknown_base", "base"),
        ('base = ["common"]', "unknown_base", "base"),
        ("base = ", "not_toml", ""),
        ('base = "stay"\nparts = 3', "wrong_kind", "parts"),
        ('base = "stay"\nparts.consent = "x"', "wrong_kind", "parts"),
        ('base = "stay"\n[[fields]]\nuse = ["consent"]', "unknown_part", "fields[1].use"),
        ('base = "stay"\n[[fields]]\nuse = "lost"', "unknown_part", "fields[1].use"),
        ('base = "stay"\nuse = "lost"', "unknown_part", "use"),
        ('base = "stay"\n[[phases]]\nkey = "x"\nleave_out = true', "nothing_to_leave_out", "phases"),
        ('base = "stay"\n[[phases]]\nkey = "x"\nbefore = "y"', "nothing_before", "phases"),
        ('base = "stay"\n[[phases]]\nkey = "closed"\n[[phases]]\nkey = "closed"', "duplicate", "phases"),
    ],
)
def test_what_keeps_it_from_being_put_together_is_said(document: str, kind: str, path: str):
    error = refused(document)
    assert (error.kind, error.path) == (kind, path)
    assert error.message.da
    assert error.message.en


@pytest.mark.parametrize("wrong", ["phases = 3", "phases = [3]", "[[phases]]\nkey = 3", "appeal = 3", "title = 3"])
def test_a_section_of_the_wrong_kind_is_left_to_the_parser_to_refuse(wrong: str):
    name = wrong.strip("[").split(maxsplit=1)[0].strip("]")
    assert name in put_together(f'base = "common"\n{wrong}')


def test_bases_that_go_round_are_refused_with_the_way():
    error = refused('base = "a"', a='base = "b"', b='base = "a"')
    assert error.kind == "circular_base"
    assert "a → b → a" in error.message.en


def test_a_section_that_is_in_neither_is_missing():
    whole = resolve(document='base = "adult-support"\nkey = "sel-1"', bases=shipped_bases())
    assert isinstance(whole, str)
    errors = parse(whole)
    assert isinstance(errors, tuple)
    missing = {error.path for error in errors if error.kind == "missing"}
    assert {"title_citizen", "short", "search_words", "intake", "information", "kle"} <= missing
    assert "phases" not in missing


def test_the_words_of_the_mechanism_are_not_fields_of_a_case_type():
    shapes = [shape for shape in vars(model).values() if is_dataclass(shape)]
    assert RESERVED & {field.name for shape in shapes for field in fields(shape)} == set()


@pytest.mark.parametrize("name", shipped_documents())
def test_what_is_kept_is_whole_and_says_what_its_parts_say(name: str):
    text = shipped_documents()[name]
    whole, own = tomllib.loads(text), tomllib.loads(packaged._texts("casetypes")[name])
    assert isinstance(parse(text), CaseType)
    assert RESERVED & _names(whole) == set()
    _holds(whole, own, name)
    assert [phase["key"] for phase in whole["phases"]] == [str(phase) for phase in Phase]


def _names(value: object) -> set[str]:
    if isinstance(value, list):
        return set().union(*(_names(item) for item in value))
    if isinstance(value, dict):
        return set(value).union(*(_names(item) for item in value.values()))
    return set()


def _holds(whole: dict, own: dict, path: str) -> None:
    """Everything that the document says itself stands in the whole, unchanged."""
    for name, said in own.items():
        if name in RESERVED:
            continue
        where = f"{path}.{name}"
        if name in KEYED:
            found = {item["key"]: item for item in whole[name]}
            for item in said:
                assert item.get("leave_out") is (None if item["key"] in found else True), where
                _holds(found.get(item["key"], {}), item if item["key"] in found else {}, where)
        elif isinstance(said, dict):
            _holds(whole[name], said, where)
        elif isinstance(said, list) and any(isinstance(item, dict) for item in said):
            assert len(whole[name]) == len(said), where
            for mine, item in zip(whole[name], said, strict=True):
                _holds(mine, item, where)
        else:
            assert whole[name] == said, where


@pytest.mark.parametrize("name", [*shipped_documents(), *shipped_bases()])
def test_what_is_written_reads_back_as_it_was(name: str):
    table = tomllib.loads((shipped_documents() | shipped_bases())[name])
    assert tomllib.loads(write(table)) == table


def test_hard_strings_survive_being_written():
    table = {"a": 'Sagde "ja" \\ nej\n\tnæste\x7f', "b": [], "c": True, "d": 0, "e": {"f": {"g": {"h": 1}}}}
    assert tomllib.loads(write(table)) == table
