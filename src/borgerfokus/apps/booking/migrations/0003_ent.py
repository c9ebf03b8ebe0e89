"""A seat in a group can be offered from the waiting list, and is taken while it is."""

from django.db import migrations, models

_FUNCTION = """
create or replace function bf_group_seats(groups bigint[]) returns table (group_id bigint, seat smallint)
  language sql stable security definer set search_path = public, pg_temp as $$
    select a.group_id, a.seat from booking_appointment a
    where a.group_id = any(groups) and a.state in ({states})
  $$;
"""
SEATS = _FUNCTION.format(states="'booked', 'offered'")
BEFORE = _FUNCTION.format(states="'booked'")


class Migration(migrations.Migration):

    dependencies = [
        ('booking', '0002_gaps'),
    ]

    operations = [
        migrations.RunSQL(SEATS, BEFORE),
        migrations.RemoveConstraint(
            model_name='appointment',
            name='appointment_seat_once',
        ),
        migrations.RemoveConstraint(
            model_name='appointment',
            name='appointment_group_once_in_a_case',
        ),
        migrations.RemoveConstraint(
            model_name='appointment',
            name='appointment_offered_until_a_time',
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('booked', 'offered'))), fields=('group', 'seat'), name='appointment_seat_once'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('booked', 'offered'))), fields=('group', 'case'), name='appointment_group_once_in_a_case'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('offered_until__isnull', False), ('state', 'offered')), models.Q(models.Q(('state', 'offered'), _negated=True), ('offered_until__isnull', True)), _connector='OR'), name='appointment_offered_until_a_time'),
        ),
    ]
