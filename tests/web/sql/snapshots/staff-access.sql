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

SELECT "rights_accessrequest".…, "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "rights_accessrequest"
  INNER JOIN "casework_case" ON ("rights_accessrequest"."case_id" = "casework_case"."id")
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ("rights_accessrequest"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND ("casework_case"."unit_id" IN (%s) OR "casework_case"."caseworker_id" = %s) AND "rights_accessrequest"."state" = %s)
  ORDER BY "rights_accessrequest"."due" ASC, "rights_accessrequest"."id" ASC

select set_config(%s …, true)

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s)

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

