"""Times offered from the waiting list; and free times that anybody may know, told by functions, not by reading rows."""

from django.db import migrations, models

FREE = """
create function bf_held_for(appointment bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
      select 1 from booking_hold h where h.appointment_id = appointment and not h.released
        and ('employee:' || h.employee_id) = current_setting('bf.subject', true)
    )
  $$;

create function bf_opening_hours(employees bigint[]) returns table (
  employee_id bigint, weekday smallint, begins time, ends time)
  language sql stable security definer set search_path = public, pg_temp as $$
    select o.employee_id, o.weekday, o.begins, o.ends from booking_openinghours o
    where o.employee_id = any(employees) order by o.weekday, o.begins
  $$;

create function bf_taken(employees bigint[], first timestamptz, last timestamptz, moving bigint) returns table (
  employee_id bigint, starts timestamptz, ends timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select h.employee_id, h.starts, h.ends from booking_hold h
    where h.employee_id = any(employees) and not h.released and h.starts < last and h.ends > first
      and (moving is null or h.appointment_id is distinct from moving)
    union all
    select a.employee_id, a.starts, a.ends from booking_absence a
    where a.employee_id = any(employees) and a.starts < last and a.ends > first
    union all
    select b.employee_id, b.starts, b.ends from booking_outsidebusy b
    where b.employee_id = any(employees) and b.starts < last and b.ends > first
  $$;

create function bf_rooms_taken(rooms bigint[], first timestamptz, last timestamptz, moving bigint) returns table (
  room_id bigint, starts timestamptz, ends timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select h.room_id, h.starts, h.ends from booking_hold h
    where h.room_id = any(rooms) and not h.released and h.starts < last and h.ends > first
      and (moving is null or h.appointment_id is distinct from moving)
  $$;
"""
REMOVE = """
drop function bf_rooms_taken(bigint[], timestamptz, timestamptz, bigint);
drop function bf_taken(bigint[], timestamptz, timestamptz, bigint);
drop function bf_opening_hours(bigint[]);
drop function bf_held_for(bigint);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('booking', '0001_initial'),
    ]

    operations = [
        migrations.RunSQL(FREE, REMOVE),
        migrations.AddField(
            model_name='appointment',
            name='offered_until',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='appointment',
            name='state',
            field=models.CharField(choices=[('booked', 'booked'), ('held', 'held'), ('cancelled', 'cancelled'), ('missed', 'missed'), ('offered', 'offered')], default='booked', max_length=10),
        ),
        migrations.AlterField(
            model_name='appointmententry',
            name='change',
            field=models.CharField(choices=[('booked', 'booked'), ('moved', 'moved'), ('cancelled', 'cancelled'), ('held', 'held'), ('missed', 'missed'), ('interpreter', 'interpreter'), ('reminded', 'reminded'), ('offered', 'offered'), ('passed_on', 'passed_on')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(('group__isnull', True), ('offered_until__isnull', False), ('state', 'offered')), models.Q(models.Q(('state', 'offered'), _negated=True), ('offered_until__isnull', True)), _connector='OR'),
                name='appointment_offered_until_a_time',
            ),
        ),
    ]
