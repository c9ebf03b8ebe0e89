SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

SELECT "organisation_engagement".…, "organisation_employee".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."employee_id" = %s)
  ORDER BY "organisation_engagement"."primary" DESC, "organisation_engagement"."id" ASC

with recursive below as ( select unnest(%(units)s::bigint[]) as id union select u.id from organisation_unit u join below on u.parent_id = below.id where u.starts <= %(day)s and (u.ends is null or u.ends > %(day)s) ) select id from below

-- the scope opens

SELECT "organisation_unit".…
  FROM "organisation_unit"
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s) AND "organisation_unit"."id" IN (%s))
  ORDER BY "organisation_unit"."name" ASC

SELECT "casework_case"."caseworker_id" AS "caseworker_id", COUNT("casework_case"."id") AS "all", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."next_due" < %s) AS "over", COUNT("casework_case"."id") FILTER (WHERE ("casework_case"."next_due" >= %s AND "casework_case"."next_due" <= %s)) AS "soon", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."ball" = %s) AS "ours"
  FROM "casework_case"
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s)) OR "casework_case"."caseworker_id" = %s) AND "casework_case"."unit_id" IN (%s) AND NOT ("casework_case"."phase" = %s))
  GROUP BY %s
  ORDER BY %s DESC, %s ASC

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s)) OR "casework_case"."caseworker_id" = %s) AND "casework_case"."unit_id" IN (%s) AND NOT ("casework_case"."phase" = %s) AND "casework_case"."next_due" < %s)
  ORDER BY "casework_case"."next_due" ASC, "casework_case"."id" ASC
  LIMIT %s

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s)) OR "casework_case"."caseworker_id" = %s) AND "casework_case"."unit_id" IN (%s) AND NOT ("casework_case"."phase" = %s) AND "casework_case"."last_activity_at" < %s AND NOT ("casework_case"."phase" = %s))
  ORDER BY "casework_case"."last_activity_at" ASC, "casework_case"."id" ASC
  LIMIT %s

SELECT COUNT("casework_deadline"."id") AS "met", COUNT("casework_deadline"."id") FILTER (WHERE ("casework_deadline"."met_on" <= ("casework_deadline"."due") AND "casework_deadline"."slip_told_at" IS NULL)) AS "kept"
  FROM "casework_deadline"
  WHERE ("casework_deadline"."basis" = %s AND "casework_deadline"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE (((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s) AND V0."unit_id" IN (%s))) AND "casework_deadline"."met_on" >= %s)

SELECT "organisation_engagement".…, "organisation_unit".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_unit" ON ("organisation_engagement"."unit_id" = "organisation_unit"."id")
  WHERE "organisation_engagement"."employee_id" IN (%s)
  ORDER BY "organisation_engagement"."primary" ASC, "organisation_engagement"."starts" ASC

SELECT "organisation_employee".…
  FROM "organisation_employee"
  WHERE "organisation_employee"."id" IN (%s)

