"""What the event table needs of the database: which number stands for which case."""

from django.db import models

from borgerfokus.apps.casework.models import Case
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights


class CaseNumber(models.Model):
    """The number (`id`) under which a case stands in the event table, which itself knows no case and no person."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")

    declared = Declared(
        purpose="to keep ids of cases out of the event table, and to find the cases behind a figure",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.ALL,
        plain="id case",
    )

    def __str__(self) -> str:
        return f"{self.case_id} = {self.pk}"
