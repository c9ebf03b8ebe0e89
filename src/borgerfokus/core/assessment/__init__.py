"""Frames of assessment as data, what a finished theme needs, and the profile."""

from borgerfokus.core.assessment.content import Lack, SourceKind, ThemeContent, lacking
from borgerfokus.core.assessment.frame import (
    Choice,
    Frame,
    Group,
    Level,
    OwnView,
    OwnViewQuestion,
    SubTheme,
    Theme,
)
from borgerfokus.core.assessment.profile import ProfileRow, Saved, Standing, newest, profile
from borgerfokus.core.assessment.reading import FrameError, UnusableFrame, frames, parse

__all__ = [
    "Choice",
    "Frame",
    "FrameError",
    "Group",
    "Lack",
    "Level",
    "OwnView",
    "OwnViewQuestion",
    "ProfileRow",
    "Saved",
    "SourceKind",
    "Standing",
    "SubTheme",
    "Theme",
    "ThemeContent",
    "UnusableFrame",
    "frames",
    "lacking",
    "newest",
    "parse",
    "profile",
]
