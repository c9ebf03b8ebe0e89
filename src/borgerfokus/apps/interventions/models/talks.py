"""What passes between the caseworker and who gives the help, on an order: questions with answers, and documents."""

from django.db import models
from django.db.models import Q

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.interventions.models.help import Order
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.files.models import StoredFile


class OrderQuestion(models.Model):
    """A question from one side to the other, with a day to answer by, and the answer. Never changed once answered."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="questions")
    from_partner = models.BooleanField()
    text = models.TextField()
    answer_by = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)
    reminded_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answered_name = models.CharField(max_length=200, blank=True)

    declared = Declared(
        purpose="to let the caseworker and who gives the help ask one another, in the case and not beside it",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case order from_partner answer_by at by reminded_on answered_at answered_by",
        ordinary="by_name answered_name",
        sensitive="text answer",
        article15="text at answer answered_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="order_question_says_something"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="", answered_by="")
                | Q(answered_at__isnull=False) & ~Q(answer="") & ~Q(answered_by=""),
                name="order_question_answered_by_a_hand",
            ),
        ]
        indexes = [
            models.Index(
                fields=["answer_by"], name="order_question_open", condition=Q(answered_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.order_id} {self.pk}"


class OrderDocument(models.Model):
    """A document that who gives the help has sent: it lies in the case as from them, and they can open it again."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="sent_documents")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to let who gives the help send documents to the case",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id case order file at by",
        ordinary="by_name",
        sensitive="title",
        article15="title at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "file"], name="order_document_once")]

    def __str__(self) -> str:
        return f"{self.order_id} {self.title}"
