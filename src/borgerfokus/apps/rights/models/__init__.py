"""The rows of the citizen's rights: access to the file, requests about data, copies, holds and erasures."""

from borgerfokus.apps.rights.models.access import AccessItem, AccessRequest, AccessState
from borgerfokus.apps.rights.models.data import (
    DataExport,
    DataOutcome,
    DataRequest,
    DataRequestKind,
    ExportState,
    TargetKind,
)
from borgerfokus.apps.rights.models.erasing import Erasure, ErasureProposal, LegalHold, ProposalState
from borgerfokus.apps.rights.models.questions import LookupQuestion

__all__ = [
    "AccessItem",
    "AccessRequest",
    "AccessState",
    "DataExport",
    "DataOutcome",
    "DataRequest",
    "DataRequestKind",
    "Erasure",
    "ErasureProposal",
    "ExportState",
    "LegalHold",
    "LookupQuestion",
    "ProposalState",
    "TargetKind",
]
