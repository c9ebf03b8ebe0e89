"""What runs every night: the look-up log has its months, and each app's clearing is registered."""

from datetime import datetime

from django.db import connection
from procrastinate.contrib.django import app

from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit import jobs as audit_jobs


def partitions() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("select inhrelid::regclass::text from pg_inherits where inhparent = 'audit_lookup'::regclass")
        return {str(row[0]) for row in cursor.fetchall()}


def test_the_log_has_the_months_to_come(db: None, now: datetime):
    audit_jobs.make_months(at=now)
    audit_jobs.make_months(at=now)
    assert {"audit_lookup_2026_11", "audit_lookup_2026_12", "audit_lookup_2027_01"} <= partitions()


def test_a_month_that_has_begun_elsewhere_does_not_stop_the_next(db: None, now: datetime):
    system_scope = acting_as(system("test"), purpose=Purpose.OPERATION, at=now)
    with system_scope as scope:
        scope.saw(1)
    audit_jobs.make_months(at=now)
    assert {"audit_lookup_2026_12", "audit_lookup_2027_01"} <= partitions()
    assert "audit_lookup_2026_11" not in partitions()


def test_each_is_registered_for_every_night():
    registered = {name for name, _ in app.periodic_registry.periodic_tasks}
    assert {"audit.make_months", "login.clear", "files.clean", "files.scan_waiting"} <= registered
