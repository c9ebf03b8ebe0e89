"""The kinds of partner in words."""

from django.utils.translation import gettext as _

from borgerfokus.foundation.organisation.models import PartnerKind


def kinds() -> dict[str, str]:
    """Each kind, in the middle of a sentence."""
    return {
        PartnerKind.PROVIDER: _("leverandør"),
        PartnerKind.MUNICIPALITY: _("kommune"),
        PartnerKind.SCHOOL: _("skole"),
        PartnerKind.DOCTOR: _("læge"),
        PartnerKind.VOLUNTEERS: _("frivillige"),
    }
