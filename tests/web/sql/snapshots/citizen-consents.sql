SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

select bf_citizen_name(%s)

select power.person_id, power.kind, power.scopes, own.born from (select bf_birth_date(%s) as born) as own left join lateral ( select person_id, kind, scopes from bf_represented(%s …) union all select child, %s, array[]::varchar[] from bf_custody(%s …) as child ) as power on true

-- the scope opens

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…
  FROM "casework_case"
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  WHERE (("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …)))))

SELECT "assessment_consent".…
  FROM "assessment_consent"
  WHERE "assessment_consent"."case_id" IN (%s)
  ORDER BY "assessment_consent"."id" DESC

SELECT "assessment_factrequest".…
  FROM "assessment_factrequest"
  WHERE "assessment_factrequest"."consent_id" IN (%s …)
  ORDER BY "assessment_factrequest"."id" ASC

SELECT "access_grant".…
  FROM "access_grant"
  WHERE (("access_grant"."ends" IS NULL OR "access_grant"."ends" > %s) AND "access_grant"."starts" <= %s AND "access_grant"."case_id" = %s AND "access_grant"."subject" IN (%s))

SELECT "casework_case".…
  FROM "casework_case"
  WHERE (("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …)))))

SELECT "coordination_sharing".…, "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "coordination_sharing"
  INNER JOIN "casework_case" ON ("coordination_sharing"."case_id" = "casework_case"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  LEFT OUTER JOIN "organisation_unit" ON ("coordination_sharing"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("coordination_sharing"."employee_id" = "organisation_employee"."id")
  WHERE "coordination_sharing"."case_id" IN (%s)
  ORDER BY "coordination_sharing"."starts" DESC, "coordination_sharing"."id" DESC

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."helper_id" IS NOT NULL AND "people_onetimehelp"."person_id" = %s AND "people_onetimehelp"."ended_at" IS NULL AND "people_onetimehelp"."ends_at" > %s)
  ORDER BY "people_onetimehelp"."started_at" DESC, "people_onetimehelp"."id" DESC
  LIMIT %s

