"""Which number stands for which case in the event table; and figures of many citizens, after disclosure control.

A release of figures is frozen: it is reckoned once, for a whole quarter. What stands there tells of nobody, so
everybody may read it. Whose right to a page of figures is another matter (`web`).
"""

from django.db import models
from django.db.models import Q

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


class EffectFigure(models.Model):
    """How it went for the citizens of one cell, of what was followed up before `until`. "" in a dimension: all of it.

    Numbers are as `core.effect` shows them: turned so that up is better (`before` -3 is level 3), on the scale of the
    frames. All None: there is somebody in the cell, and too few to tell of. `expected` is the progress that would have
    come by itself; `lost` the share that began and was never followed up.
    """

    until = models.DateField()
    offer = models.SlugField(max_length=60, blank=True)
    method = models.CharField(max_length=120, blank=True)
    unit = models.SlugField(max_length=60, blank=True)
    level = models.CharField(max_length=2, blank=True)
    theme = models.CharField(max_length=100, blank=True)
    citizens = models.PositiveIntegerField(null=True, blank=True)
    before = models.FloatField(null=True, blank=True)
    mean = models.FloatField(null=True, blank=True)
    reach = models.FloatField(null=True, blank=True)
    of_people = models.FloatField(null=True, blank=True)
    lost = models.FloatField(null=True, blank=True)
    reached = models.PositiveIntegerField(null=True, blank=True)
    expected = models.FloatField(null=True, blank=True)
    reckoned_at = models.DateTimeField()

    declared = Declared(
        purpose="to learn which help leads to what, without telling of anybody",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id until offer method unit level theme citizens before mean reach of_people lost reached expected "
        "reckoned_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["until", "offer", "method", "unit", "level", "theme"], name="effect_figure_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    citizens__isnull=True,
                    before__isnull=True,
                    mean__isnull=True,
                    reach__isnull=True,
                    of_people__isnull=True,
                    lost__isnull=True,
                    reached__isnull=True,
                    expected__isnull=True,
                )
                | Q(
                    citizens__isnull=False,
                    before__isnull=False,
                    mean__isnull=False,
                    reach__isnull=False,
                    of_people__isnull=False,
                    lost__isnull=False,
                    reached__isnull=False,
                ),
                name="effect_figure_shown_whole_or_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.until} {self.offer or self.method or self.unit or self.level or self.theme or 'all'}"


class ExperienceFigure(models.Model):
    """How many of the citizens who answered said yes to one question, of a cell, before `until`. "" : all of it.

    `asked` and `answered` are citizens; all counts None: too few to tell of.
    """

    until = models.DateField()
    question = models.CharField(max_length=12)
    unit = models.SlugField(max_length=60, blank=True)
    type_key = models.SlugField(max_length=60, blank=True)
    phase = models.CharField(max_length=20, blank=True)
    asked = models.PositiveIntegerField(null=True, blank=True)
    answered = models.PositiveIntegerField(null=True, blank=True)
    yes = models.PositiveIntegerField(null=True, blank=True)
    reckoned_at = models.DateTimeField()

    declared = Declared(
        purpose="to learn where courses are understood and hang together, without telling of anybody",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id until question unit type_key phase asked answered yes reckoned_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["until", "question", "unit", "type_key", "phase"], name="experience_figure_once"
            ),
            models.CheckConstraint(
                condition=Q(asked__isnull=True, answered__isnull=True, yes__isnull=True)
                | Q(asked__isnull=False, answered__isnull=False, yes__isnull=False),
                name="experience_figure_shown_whole_or_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.until} {self.question} {self.unit or self.type_key or self.phase or 'all'}"
