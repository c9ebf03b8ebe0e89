"""The citizen's rights to the file and to data, as pure rules: access, black-out, retention."""

from borgerfokus.core.rights.access import (
    Answer,
    AskedBy,
    Ground,
    Item,
    Outcome,
    Treatment,
    article_of,
    faults,
    ground_of_article,
    outcome_of,
    proposal,
)
from borgerfokus.core.rights.blackout import Mark, Passage, blacked, marks_of, normal, passages, sentences
from borgerfokus.core.rights.clock import Left, appeal_until_after, due_on, left
from borgerfokus.core.rights.retention import Block, Circumstances, blocks, kept_until

__all__ = [
    "Answer",
    "AskedBy",
    "Block",
    "Circumstances",
    "Ground",
    "Item",
    "Left",
    "Mark",
    "Outcome",
    "Passage",
    "Treatment",
    "appeal_until_after",
    "article_of",
    "blacked",
    "blocks",
    "due_on",
    "faults",
    "ground_of_article",
    "kept_until",
    "left",
    "marks_of",
    "normal",
    "outcome_of",
    "passages",
    "proposal",
    "sentences",
]
