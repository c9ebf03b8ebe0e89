"""Guests that are written to, contributions that are goals of a plan, and sharing by themes.

The themes that are shared are read by a function of their own: the receiver sees neither the case nor its assessment. A
sealed case is never among them, and the receiver is read from the scope.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

FUNCTION = """
create function bf_shared_themes(person bigint, moment timestamptz) returns table (
  case_id bigint, unit text, frame text, theme text, own_words text, observed text, resources text, level_now int,
  level_expected int, at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    with mine as (
      select distinct s.case_id, unnest(s.themes) as theme
      from coordination_sharing s
      where s.citizen_id = person and s.withdrawn_at is null and s.starts <= moment and s.ends > moment
        and (('employee:' || s.employee_id) = any(bf_words('bf.subjects'))
          or ('unit:' || s.unit_id) = any(bf_words('bf.subjects')))
    )
    select distinct on (t.case_id, t.theme) t.case_id, u.name::text, t.frame::text, t.theme::text, t.own_words,
      t.observed, t.resources, t.level_now::int, t.level_expected::int, t.at
    from mine m
    join casework_case c on c.id = m.case_id and not c.sealed
    join organisation_unit u on u.id = c.unit_id
    join assessment_themeassessment t on t.case_id = m.case_id and t.theme = m.theme
    join assessment_assessmentround r on r.id = t.round_id
    order by t.case_id, t.theme, r.number desc, t.version desc
  $$;
"""
REMOVE = "drop function bf_shared_themes(bigint, timestamptz);"


class Migration(migrations.Migration):

    dependencies = [
        ('assessment', '0004_evidence_in_depth'),
        ('casework', '0007_target_groups'),
        ('coordination', '0002_shared_courses'),
        ('interventions', '0001_initial'),
        ('organisation', '0002_alter_engagement_role'),
        ('people', '0003_custody'),
    ]

    operations = [
        migrations.AddField(
            model_name='goalcontribution',
            name='plan_goal',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interventions.goal'),
        ),
        migrations.AddField(
            model_name='invitee',
            name='email',
            field=models.CharField(blank=True, max_length=160),
        ),
        migrations.AddField(
            model_name='invitee',
            name='told_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='sharing',
            name='themes',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None),
        ),
        migrations.AlterField(
            model_name='sharing',
            name='parts',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('exists', 'exists'), ('course', 'course'), ('help', 'help'), ('themes', 'themes'), ('file', 'file')], max_length=10), size=None),
        ),
        migrations.AddConstraint(
            model_name='invitee',
            constraint=models.CheckConstraint(condition=models.Q(('email', ''), models.Q(('name', ''), _negated=True), _connector='OR'), name='invitee_with_an_address_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='sharing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('parts__contains', ['themes']), models.Q(('themes', []), _negated=True)), models.Q(models.Q(('parts__contains', ['themes']), _negated=True), ('themes', [])), _connector='OR'), name='sharing_of_themes_names_them'),
        ),
        migrations.RunSQL(FUNCTION, REMOVE),
    ]
