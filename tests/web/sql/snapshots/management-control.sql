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

SELECT "logcontrol_controlitem".…, "logcontrol_controlround".…, "T3".…, "organisation_unit".…
  FROM "logcontrol_controlitem"
  INNER JOIN "organisation_employee" T3 ON ("logcontrol_controlitem"."employee_id" = T3."id")
  INNER JOIN "logcontrol_controlround" ON ("logcontrol_controlitem"."round_id" = "logcontrol_controlround"."id")
  LEFT OUTER JOIN "organisation_unit" ON ("logcontrol_controlitem"."unit_id" = "organisation_unit"."id")
  WHERE (("logcontrol_controlitem"."reviewer_id" = %s OR ("logcontrol_controlitem"."asked_at" IS NOT NULL AND "logcontrol_controlitem"."employee_id" = %s) OR NOT ("logcontrol_controlitem"."employee_id" = %s)) AND NOT ("logcontrol_controlitem"."employee_id" = %s) AND (("logcontrol_controlitem"."reviewer_id" = %s AND "logcontrol_controlitem"."state" IN (%s …)) OR ("logcontrol_controlitem"."reviewer_id" IS NULL AND "logcontrol_controlitem"."state" IN (%s …)) OR "logcontrol_controlitem"."state" = %s))
  ORDER BY "logcontrol_controlround"."review_due" ASC, "logcontrol_controlitem"."score" DESC, "logcontrol_controlitem"."id" ASC

SELECT "logcontrol_reconciliation".…
  FROM "logcontrol_reconciliation"
  WHERE ("logcontrol_reconciliation"."missing" > %s AND "logcontrol_reconciliation"."seen_at" IS NULL)
  ORDER BY "logcontrol_reconciliation"."day" DESC

SELECT "logcontrol_reconciliation".…
  FROM "logcontrol_reconciliation"
  ORDER BY "logcontrol_reconciliation"."day" DESC
  LIMIT %s

SELECT "logcontrol_controlround".…
  FROM "logcontrol_controlround"
  ORDER BY "logcontrol_controlround"."starts" DESC, "logcontrol_controlround"."id" DESC
  LIMIT %s

SELECT "organisation_unit"."id" AS "pk", "organisation_unit"."name" AS "name"
  FROM "organisation_unit"
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s))
  ORDER BY %s ASC

SELECT "logcontrol_knownperson".…
  FROM "logcontrol_knownperson"
  WHERE "logcontrol_knownperson"."ended_at" IS NULL
  ORDER BY "logcontrol_knownperson"."added_at" DESC, "logcontrol_knownperson"."id" DESC

select set_config(%s …, true)

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s …)

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

