"""Appointments. A feed's secret address opens times alone, and how full a group is may be known by everybody."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models

FEED = """
create function bf_calendar_feed(token text, first timestamptz, last timestamptz) returns table (
  uid text, starts timestamptz, ends timestamptz, sequence integer, state text, changed timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    with mine as (
      select subject from booking_calendarfeed where token_hash = token and revoked_at is null
    ), held as (
      select h.appointment_id, h.group_id from booking_hold h join mine on mine.subject = 'employee:' || h.employee_id
      where h.starts < last and h.ends > first
    ), times as (
      select a.uid::text as uid, a.starts, a.ends, a.sequence, a.state::text as state, a.changed_at
      from booking_appointment a
      where a.starts < last and a.ends > first and (
        a.id in (select appointment_id from held)
        or exists (
          select 1 from casework_case c join mine on mine.subject = 'citizen:' || c.citizen_id where c.id = a.case_id
        )
      )
      union all
      select 'group-' || g.id, g.starts, g.ends, case when g.cancelled_at is null then 0 else 1 end,
        case when g.cancelled_at is null then 'booked' else 'cancelled' end, coalesce(g.cancelled_at, g.made_at)
      from booking_grouptime g where g.id in (select group_id from held)
    )
    select times.uid, times.starts, times.ends, times.sequence, times.state, times.changed_at
    from mine left join times on true order by times.starts, times.uid
  $$;
"""
SEATS = """
create function bf_group_seats(groups bigint[]) returns table (group_id bigint, seat smallint)
  language sql stable security definer set search_path = public, pg_temp as $$
    select a.group_id, a.seat from booking_appointment a where a.group_id = any(groups) and a.state = 'booked'
  $$;
"""
DROP_FEED = "drop function bf_calendar_feed(text, timestamptz, timestamptz);"
DROP_SEATS = "drop function bf_group_seats(bigint[]);"


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0006_is_sealed'),
        ('organisation', '0002_alter_engagement_role'),
    ]

    operations = [
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seat', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('starts', models.DateTimeField()),
                ('ends', models.DateTimeField()),
                ('place', models.CharField(choices=[('office', 'office'), ('home', 'home'), ('phone', 'phone'), ('video', 'video')], max_length=10)),
                ('video', models.URLField(blank=True, max_length=300)),
                ('state', models.CharField(choices=[('booked', 'booked'), ('held', 'held'), ('cancelled', 'cancelled'), ('missed', 'missed')], default='booked', max_length=10)),
                ('why_not', models.TextField(blank=True)),
                ('interpreting', models.CharField(choices=[('none', 'none'), ('missing', 'missing'), ('confirmed', 'confirmed')], default='none', max_length=10)),
                ('language', models.CharField(blank=True, max_length=40)),
                ('uid', models.UUIDField(unique=True)),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('booked_at', models.DateTimeField()),
                ('booked_by', models.CharField(max_length=60)),
                ('changed_at', models.DateTimeField()),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appointments', to='casework.case')),
            ],
            options={
                'indexes': [models.Index(fields=['starts'], name='appointment_by_start')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='appointment_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(models.Q(('interpreting', 'none'), ('language', '')), models.Q(models.Q(('interpreting', 'none'), _negated=True), models.Q(('language', ''), _negated=True)), _connector='OR'), name='appointment_interpreter_has_a_language'), models.CheckConstraint(condition=models.Q(('why_not', ''), ('state', 'cancelled'), _connector='OR'), name='appointment_why_only_when_cancelled')],
            },
        ),
        migrations.CreateModel(
            name='AppointmentEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('change', models.CharField(choices=[('booked', 'booked'), ('moved', 'moved'), ('cancelled', 'cancelled'), ('held', 'held'), ('missed', 'missed'), ('interpreter', 'interpreter'), ('reminded', 'reminded')], max_length=12)),
                ('starts', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=60)),
                ('by_name', models.CharField(max_length=200)),
                ('appointment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='booking.appointment')),
            ],
        ),
        migrations.CreateModel(
            name='AppointmentReason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=60)),
                ('number', models.PositiveIntegerField()),
                ('title', models.CharField(max_length=120)),
                ('title_en', models.CharField(max_length=120)),
                ('bring', models.TextField(blank=True)),
                ('bring_en', models.TextField(blank=True)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('buffer', models.PositiveSmallIntegerField(default=0)),
                ('notice_hours', models.PositiveSmallIntegerField(default=0)),
                ('horizon_days', models.PositiveSmallIntegerField(default=60)),
                ('places', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), size=None)),
                ('bookers', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), blank=True, default=list, size=None)),
                ('own_caseworker', models.BooleanField(default=True)),
                ('sensitive', models.BooleanField(default=False)),
                ('interpreter', models.BooleanField(default=False)),
                ('group_size', models.PositiveSmallIntegerField(default=1)),
                ('in_use', models.BooleanField(default=True)),
                ('saved_at', models.DateTimeField()),
                ('saved_by', models.CharField(max_length=60)),
                ('replaced_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key', 'number'), name='appointment_reason_version_once'), models.UniqueConstraint(condition=models.Q(('replaced_at__isnull', True)), fields=('key',), name='appointment_reason_one_in_force'), models.CheckConstraint(condition=models.Q(('group_size__gte', 1), ('minutes__gte', 5)), name='appointment_reason_has_a_length')],
            },
        ),
        migrations.AddField(
            model_name='appointment',
            name='reason',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='booking.appointmentreason'),
        ),
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=60)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_at__isnull', True)), fields=('subject',), name='calendar_feed_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='GroupTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts', models.DateTimeField()),
                ('ends', models.DateTimeField()),
                ('place', models.CharField(choices=[('office', 'office'), ('home', 'home'), ('phone', 'phone'), ('video', 'video')], max_length=10)),
                ('video', models.URLField(blank=True, max_length=300)),
                ('seats', models.PositiveSmallIntegerField()),
                ('made_at', models.DateTimeField()),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.employee')),
                ('reason', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='booking.appointmentreason')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='group_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('seats__gte', 1)), name='group_has_a_seat')],
            },
        ),
        migrations.AddField(
            model_name='appointment',
            name='group',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='booking.grouptime'),
        ),
        migrations.CreateModel(
            name='OutsideCalendar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.URLField(max_length=300)),
                ('user_name', models.CharField(max_length=120)),
                ('secret_sealed', models.BinaryField()),
                ('connected_at', models.DateTimeField()),
                ('synced_at', models.DateTimeField(blank=True, null=True)),
                ('fault', models.CharField(blank=True, max_length=20)),
                ('employee', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='outside_calendar', to='organisation.employee')),
            ],
        ),
        migrations.CreateModel(
            name='Room',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('address', models.CharField(blank=True, max_length=160)),
                ('seats', models.PositiveSmallIntegerField(default=4)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rooms', to='organisation.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit', 'name'), name='room_once_in_a_unit')],
            },
        ),
        migrations.CreateModel(
            name='Hold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts', models.DateTimeField()),
                ('ends', models.DateTimeField()),
                ('released', models.BooleanField(default=False)),
                ('appointment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='holds', to='booking.appointment')),
                ('employee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='organisation.employee')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='holds', to='booking.grouptime')),
                ('room', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='booking.room')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='hold_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(models.Q(('appointment__isnull', True), ('group__isnull', False)), models.Q(('appointment__isnull', False), ('group__isnull', True)), _connector='OR'), name='hold_for_one'), models.CheckConstraint(condition=models.Q(models.Q(('employee__isnull', True), ('room__isnull', False)), models.Q(('employee__isnull', False), ('room__isnull', True)), _connector='OR'), name='hold_of_one'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('employee__isnull', False), ('released', False)), expressions=[('employee', '='), (models.Func('starts', 'ends', django.contrib.postgres.fields.ranges.RangeBoundary(), function='TSTZRANGE', output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField()), '&&')], name='hold_employee_once'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('released', False), ('room__isnull', False)), expressions=[('room', '='), (models.Func('starts', 'ends', django.contrib.postgres.fields.ranges.RangeBoundary(), function='TSTZRANGE', output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField()), '&&')], name='hold_room_once')],
            },
        ),
        migrations.AddField(
            model_name='grouptime',
            name='room',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='booking.room'),
        ),
        migrations.AddField(
            model_name='appointment',
            name='room',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='booking.room'),
        ),
        migrations.CreateModel(
            name='WaitingPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason_key', models.SlugField(max_length=60)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('since', models.DateTimeField()),
                ('by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='waiting_places', to='casework.case')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('case', 'reason_key'), name='waiting_once')],
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts', models.DateTimeField()),
                ('ends', models.DateTimeField()),
                ('employee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to='organisation.employee')),
            ],
            options={
                'indexes': [models.Index(fields=['employee', 'ends'], name='absence_by_employee')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='absence_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='OpeningHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weekday', models.PositiveSmallIntegerField()),
                ('begins', models.TimeField()),
                ('ends', models.TimeField()),
                ('employee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opening_hours', to='organisation.employee')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__gt', models.F('begins'))), name='hours_end_after_they_begin'), models.CheckConstraint(condition=models.Q(('weekday__range', (1, 7))), name='hours_on_a_weekday'), models.UniqueConstraint(fields=('employee', 'weekday', 'begins'), name='hours_once')],
            },
        ),
        migrations.CreateModel(
            name='OutsideBusy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts', models.DateTimeField()),
                ('ends', models.DateTimeField()),
                ('employee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.employee')),
                ('calendar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='busy', to='booking.outsidecalendar')),
            ],
            options={
                'indexes': [models.Index(fields=['employee', 'ends'], name='busy_by_employee')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='busy_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='OutsideCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField()),
                ('sequence', models.PositiveIntegerField()),
                ('calendar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='copies', to='booking.outsidecalendar')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('calendar', 'uid'), name='outside_copy_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('seat__isnull', True)), models.Q(('group__isnull', False), ('seat__isnull', False)), _connector='OR'), name='appointment_in_a_group_has_a_seat'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'booked')), fields=('group', 'seat'), name='appointment_seat_once'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'booked')), fields=('group', 'case'), name='appointment_group_once_in_a_case'),
        ),
        migrations.RunSQL(FEED, DROP_FEED),
        migrations.RunSQL(SEATS, DROP_SEATS),
    ]
