SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

SELECT "organisation_engagement".…, "organisation_employee".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."employee_id" = %s)
  ORDER BY "organisation_engagement"."primary" DESC, "organisation_engagement"."id" ASC

-- the scope opens

SELECT "logcontrol_controlitem".…
  FROM "logcontrol_controlitem"
  WHERE (("logcontrol_controlitem"."reviewer_id" = %s OR ("logcontrol_controlitem"."asked_at" IS NOT NULL AND "logcontrol_controlitem"."employee_id" = %s)) AND "logcontrol_controlitem"."asked_at" IS NOT NULL AND "logcontrol_controlitem"."employee_id" = %s)
  ORDER BY "logcontrol_controlitem"."asked_at" DESC, "logcontrol_controlitem"."id" DESC

select set_config(%s …, true)

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s …)

SELECT "audit_lookup".…
  FROM "audit_lookup"
  WHERE ("audit_lookup"."subject"::text LIKE %s AND "audit_lookup"."subject" = %s)
  ORDER BY "audit_lookup"."at" DESC, "audit_lookup"."id" DESC
  LIMIT %s

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

