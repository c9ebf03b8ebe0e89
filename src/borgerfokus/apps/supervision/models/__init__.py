"""Leaders' supervision, and the kodeks for good casework."""

from borgerfokus.apps.supervision.models.campaigns import (
    Campaign,
    CampaignResult,
    CampaignState,
    Dimension,
    Reviewer,
    ReviewForm,
    SampleStratum,
)
from borgerfokus.apps.supervision.models.kodeks import KodeksFigure, KodeksVersion
from borgerfokus.apps.supervision.models.reviews import (
    ActionPoint,
    ActionPointState,
    Judgement,
    Response,
    ReviewState,
    SampledCase,
    Verdict,
)

__all__ = [
    "ActionPoint",
    "ActionPointState",
    "Campaign",
    "CampaignResult",
    "CampaignState",
    "Dimension",
    "Judgement",
    "KodeksFigure",
    "KodeksVersion",
    "Response",
    "ReviewForm",
    "ReviewState",
    "Reviewer",
    "SampleStratum",
    "SampledCase",
    "Verdict",
]
