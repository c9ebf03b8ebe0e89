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

SELECT "case_messages_delegation".…, "organisation_employee".…, "T3".…
  FROM "case_messages_delegation"
  INNER JOIN "organisation_employee" ON ("case_messages_delegation"."employee_id" = "organisation_employee"."id")
  INNER JOIN "organisation_employee" T3 ON ("case_messages_delegation"."to_id" = T3."id")
  WHERE ("case_messages_delegation"."ended_at" IS NULL AND "case_messages_delegation"."ends" > %s AND "case_messages_delegation"."starts" <= %s)
  ORDER BY "case_messages_delegation"."given_at" ASC, "case_messages_delegation"."id" ASC

SELECT "organisation_engagement"."employee_id" AS "employee_id", "organisation_engagement"."unit_id" AS "unit_id"
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."employee_id" IN (%s …) AND "organisation_engagement"."role" IN (%s …))

SELECT "case_messages_thread".…, "casework_case".…, "organisation_unit".…, "organisation_employee".…
  FROM "case_messages_thread"
  INNER JOIN "casework_case" ON ("case_messages_thread"."case_id" = "casework_case"."id")
  INNER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  WHERE ("case_messages_thread"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND ("casework_case"."caseworker_id" = %s OR ("casework_case"."caseworker_id" IN (%s) AND NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s))))
  ORDER BY "case_messages_thread"."due" ASC NULLS LAST, "case_messages_thread"."last_at" DESC, "case_messages_thread"."id" DESC
  LIMIT %s

SELECT "case_messages_delegation".…, "organisation_employee".…, "T3".…
  FROM "case_messages_delegation"
  INNER JOIN "organisation_employee" ON ("case_messages_delegation"."employee_id" = "organisation_employee"."id")
  INNER JOIN "organisation_employee" T3 ON ("case_messages_delegation"."to_id" = T3."id")
  WHERE ("case_messages_delegation"."ended_at" IS NULL AND "case_messages_delegation"."ends" > %s AND "case_messages_delegation"."starts" <= %s)
  ORDER BY "case_messages_delegation"."given_at" ASC, "case_messages_delegation"."id" ASC

SELECT "organisation_engagement"."employee_id" AS "employee_id", "organisation_engagement"."unit_id" AS "unit_id"
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."employee_id" IN (%s …) AND "organisation_engagement"."role" IN (%s …))

SELECT "organisation_employee".…
  FROM "organisation_employee"
  WHERE "organisation_employee"."id" IN (%s)

select set_config(%s …, true)

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s)

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

