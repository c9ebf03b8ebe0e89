"""How citizens found a phase of their case: what they are asked, when, and what may be told of the answers."""

from borgerfokus.core.experience.words import ANSWERS, QUESTIONS, Answer, Question, asked_after

__all__ = ["ANSWERS", "QUESTIONS", "Answer", "Question", "asked_after"]
