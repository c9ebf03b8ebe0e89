"""The guide: a few plain questions as data, and a decision table of what fits the answers.

It decides nothing. Every rule whose conditions hold adds what it knows, in the order of the document: what one can do
oneself, which open offers and associations there are, and which help can be asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from borgerfokus.core import toml
from borgerfokus.core.casework.casetype import CaseType
from borgerfokus.core.casework.casetype.vocabulary import FieldKind
from borgerfokus.core.texts import Text

T = TypeVar("T")
Answers = Mapping[str, str]
Condition = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Option:
    """An answer; `told` is what it says in the asker's own voice, None for what goes into no form."""

    key: str
    text: Text
    told: Text | None


@dataclass(frozen=True)
class Question:
    """A question, asked when the answers before it fit `only_if`."""

    key: str
    text: Text
    help: Text
    options: tuple[Option, ...]
    only_if: Condition

    def option(self, key: str) -> Option | None:
        """The answer with a key."""
        return next((one for one in self.options if one.key == key), None)


@dataclass(frozen=True)
class Rule:
    """What is known when the answers fit. Open offers are those of any of the life situations, of `kinds` if named."""

    when: Condition
    oneself: tuple[Text, ...]
    associations: tuple[Text, ...]
    themes: frozenset[str]
    kinds: frozenset[str]
    ask: tuple[str, ...]
    urgent: bool
    concern: bool


@dataclass(frozen=True)
class Carried:
    """An answer that fills in a question of a request form."""

    case_type: str
    field: str
    question: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Outcome:
    """What fits the answers. `urgent`: numbers to call come first. `concern`: the way is to notify."""

    oneself: tuple[Text, ...]
    associations: tuple[Text, ...]
    offers: tuple[tuple[frozenset[str], frozenset[str]], ...]
    ask: tuple[str, ...]
    urgent: bool
    concern: bool

    def fits(self, *, themes: frozenset[str], kind: str) -> bool:
        """Whether an open offer of a kind, for these life situations, is among those that are shown."""
        return any(wanted & themes and (not kinds or kind in kinds) for wanted, kinds in self.offers)


@dataclass(frozen=True)
class Guide:
    """One version of the guide."""

    version: int
    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]
    carried: tuple[Carried, ...]

    def clean(self, given: Answers) -> dict[str, str]:
        """The answers that answer a question which is asked; everything else that was sent is left out."""
        found: dict[str, str] = {}
        for question in self.questions:
            answer = given.get(question.key, "")
            if question.option(answer) and _holds(question.only_if, found):
                found[question.key] = answer
        return found

    def next(self, answers: Answers) -> Question | None:
        """The first question that is asked and not answered; None at the end."""
        return next((one for one in self.asked(answers) if one.key not in answers), None)

    def asked(self, answers: Answers) -> tuple[Question, ...]:
        """The questions that are asked after these (clean) answers, in their order."""
        return tuple(one for one in self.questions if _holds(one.only_if, answers))

    def outcome(self, answers: Answers) -> Outcome:
        """What fits (clean) answers."""
        rules = [rule for rule in self.rules if _holds(rule.when, answers)]
        return Outcome(
            oneself=_once(text for rule in rules for text in rule.oneself),
            associations=_once(text for rule in rules for text in rule.associations),
            offers=tuple((rule.themes, rule.kinds) for rule in rules if rule.themes),
            ask=_once(key for rule in rules for key in rule.ask),
            urgent=any(rule.urgent for rule in rules),
            concern=any(rule.concern for rule in rules),
        )

    def told(self, answers: Answers, *, language: str) -> str:
        """The (clean) answers as sentences in the asker's own voice."""
        chosen = (question.option(answers.get(question.key, "")) for question in self.questions)
        return " ".join(one.told.in_(language) for one in chosen if one and one.told)

    def carry(self, answers: Answers, *, spec: CaseType, language: str) -> dict[str, str]:
        """Field of the request form → what the (clean) answers say there. The asker reads and mends it before sending.

        The sentences go into the first open question, if the form has one.
        """
        found = {
            one.field: one.values[answers[one.question]]
            for one in self.carried
            if one.case_type == spec.key and answers.get(one.question) in one.values
        }
        words = self.told(answers, language=language)
        open_field = next((one for one in spec.fields if one.kind is FieldKind.LONG_TEXT), None)
        return {**found, open_field.key: words} if words and open_field else found


@lru_cache(maxsize=1)
def shipped() -> Guide:
    """The shipped guide. Raises KeyError or ValueError when the document is damaged."""
    return parse((files("borgerfokus.core.guidance") / "guides" / "help.toml").read_text("utf-8"))


def parse(document: str) -> Guide:
    """Read a guide. Raises KeyError for what is missing, ValueError for a rule about what is not asked."""
    raw = toml.loads(document)
    guide = Guide(
        version=int(raw["version"]),
        questions=tuple(_question(one) for one in raw["questions"]),
        rules=tuple(_rule(one) for one in raw["rules"]),
        carried=tuple(
            Carried(one["case_type"], one["field"], one["question"], dict(one["values"])) for one in raw["carried"]
        ),
    )
    _check(guide)
    return guide


def _question(raw: Mapping[str, Any]) -> Question:
    options = tuple(Option(one["key"], _text(one["text"]), _told(one.get("told"))) for one in raw["options"])
    return Question(raw["key"], _text(raw["text"]), _text(raw["help"]), options, _condition(raw.get("only_if", {})))


def _rule(raw: Mapping[str, Any]) -> Rule:
    return Rule(
        when=_condition(raw["when"]),
        oneself=tuple(_text(one) for one in raw.get("oneself", ())),
        associations=tuple(_text(one) for one in raw.get("associations", ())),
        themes=frozenset(raw.get("themes", ())),
        kinds=frozenset(raw.get("kinds", ())),
        ask=tuple(raw.get("ask", ())),
        urgent=bool(raw.get("urgent", False)),
        concern=bool(raw.get("concern", False)),
    )


def _check(guide: Guide) -> None:
    """Every condition is about an answer to a question, asked before where it decides whether another is asked."""
    known: dict[str, frozenset[str]] = {}
    for question in guide.questions:
        _refuse(question.key, question.only_if, known)
        if question.key in known or len(question.options) < 2:
            raise ValueError(f"question {question.key} stands twice, or has no choice")
        known[question.key] = frozenset(one.key for one in question.options)
    for rule in guide.rules:
        _refuse("a rule", rule.when, known)
    for one in guide.carried:
        _refuse(one.case_type, {one.question: frozenset(one.values)}, known)


def _refuse(where: str, condition: Condition, known: Mapping[str, frozenset[str]]) -> None:
    wrong = {key: values - known.get(key, frozenset()) for key, values in condition.items()}
    if any(wrong.values()):
        raise ValueError(f"{where} asks for answers that nobody can have given: {wrong}")


def _holds(condition: Condition, answers: Answers) -> bool:
    return all(answers.get(key) in values for key, values in condition.items())


def _condition(raw: Mapping[str, Any]) -> Condition:
    return {key: frozenset(values) for key, values in raw.items()}


def _once(found: Iterator[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))


def _text(raw: Mapping[str, object]) -> Text:
    return Text.from_mapping(raw)


def _told(raw: Mapping[str, object] | None) -> Text | None:
    return _text(raw) if raw else None
