"""Rows of the pages that partners, citizens and operators got afterwards."""

from tests.access.row import GET, POST, SHARED, Row, read_only
from tests.access.rows_effect import CARRIERS
from tests.access.rows_guidance import EDITS

_REASON = {"key": "opfoelgning"}
_ONE = {"appointment_id": "partner_appointment"}
_CANCEL = {"do": "cancel", "version": "1"}

ENTRANCE = [
    Row("admin:guide", GET, {200: EDITS}),
    Row("admin:guide", POST, {422: EDITS}, data={"document": "version = 1"}),
    Row("admin:guide-version", GET, {}, given={"number": 999}),
    Row("admin:guide-version", POST, {}, given={"number": 999}, data={"act": "publish"}),
    *read_only("partner:appointments", CARRIERS),
    Row("partner:appointment-new", GET, {200: "providers"}, on=SHARED, given=_REASON),
    Row("partner:appointment-new", GET, {}, on=SHARED, given={"key": "misbrug"}),
    Row("partner:appointment-new", POST, {422: "providers"}, on=SHARED, given=_REASON),
    Row("partner:appointment", GET, {200: "providers"}, on=("plain",), given=_ONE),
    Row("partner:appointment", GET, {}, on=("plain",), given={"appointment_id": "appointment"}),
    Row("partner:appointment", POST, {}, on=("plain",), given=_ONE, data={"do": "no-such-act"}),
    Row("partner:appointment", POST, {422: "providers"}, on=("plain",), given=_ONE, data=_CANCEL),
]
