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

SELECT "casework_case"."type_key" AS "case__type_key", COUNT("decisions_appeal"."id") AS "pk__count"
  FROM "decisions_appeal"
  INNER JOIN "casework_case" ON ("decisions_appeal"."case_id" = "casework_case"."id")
  WHERE ("decisions_appeal"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND NOT ("decisions_appeal"."state" = %s) AND "decisions_appeal"."received_on" BETWEEN %s AND %s)
  GROUP BY %s

SELECT "casework_case"."type_key" AS "case__type_key", "decisions_appeal"."outcome" AS "outcome", COUNT("decisions_appeal"."id") AS "pk__count"
  FROM "decisions_appeal"
  INNER JOIN "casework_case" ON ("decisions_appeal"."case_id" = "casework_case"."id")
  WHERE ("decisions_appeal"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND NOT ("decisions_appeal"."state" = %s) AND "decisions_appeal"."answered_at" BETWEEN %s AND %s)
  GROUP BY %s …

SELECT "casework_case"."type_key" AS "case__type_key", "decisions_boarddecision"."outcome" AS "outcome", COUNT("decisions_boarddecision"."id") AS "pk__count"
  FROM "decisions_boarddecision"
  INNER JOIN "casework_case" ON ("decisions_boarddecision"."case_id" = "casework_case"."id")
  WHERE ("decisions_boarddecision"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND "decisions_boarddecision"."decided_on" BETWEEN %s AND %s)
  GROUP BY %s …

SELECT "casework_case"."type_key" AS "case__type_key", COUNT("decisions_appeal"."id") AS "pk__count"
  FROM "decisions_appeal"
  INNER JOIN "casework_case" ON ("decisions_appeal"."case_id" = "casework_case"."id")
  LEFT OUTER JOIN "decisions_boarddecision" ON ("decisions_appeal"."id" = "decisions_boarddecision"."appeal_id")
  WHERE ("decisions_appeal"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND NOT ("decisions_appeal"."state" = %s) AND "decisions_boarddecision"."id" IS NULL AND "decisions_appeal"."state" = %s)
  GROUP BY %s

SELECT "decisions_boarddecision".…, "casework_case".…
  FROM "decisions_boarddecision"
  INNER JOIN "casework_case" ON ("decisions_boarddecision"."case_id" = "casework_case"."id")
  WHERE ("decisions_boarddecision"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND "decisions_boarddecision"."decided_on" BETWEEN %s AND %s AND NOT ("decisions_boarddecision"."learning" = %s))
  ORDER BY "decisions_boarddecision"."decided_on" DESC, "decisions_boarddecision"."id" DESC
  LIMIT %s

SELECT "casework_casetypeversion".…
  FROM "casework_casetypeversion"
  WHERE (("casework_casetypeversion"."valid_to" IS NULL OR "casework_casetypeversion"."valid_to" > %s) AND "casework_casetypeversion"."state" = %s AND "casework_casetypeversion"."valid_from" <= %s)
  ORDER BY "casework_casetypeversion"."key" ASC, "casework_casetypeversion"."valid_from" ASC, "casework_casetypeversion"."number" ASC

SELECT "casework_case"."type_key" AS "case__type_key", COUNT("decisions_appeal"."id") AS "pk__count"
  FROM "decisions_appeal"
  INNER JOIN "casework_case" ON ("decisions_appeal"."case_id" = "casework_case"."id")
  WHERE ("decisions_appeal"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND NOT ("decisions_appeal"."state" = %s) AND "decisions_appeal"."received_on" BETWEEN %s AND %s)
  GROUP BY %s

SELECT "casework_case"."type_key" AS "case__type_key", "decisions_appeal"."outcome" AS "outcome", COUNT("decisions_appeal"."id") AS "pk__count"
  FROM "decisions_appeal"
  INNER JOIN "casework_case" ON ("decisions_appeal"."case_id" = "casework_case"."id")
  WHERE ("decisions_appeal"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND NOT ("decisions_appeal"."state" = %s) AND "decisions_appeal"."answered_at" BETWEEN %s AND %s)
  GROUP BY %s …

SELECT "casework_case"."type_key" AS "case__type_key", "decisions_boarddecision"."outcome" AS "outcome", COUNT("decisions_boarddecision"."id") AS "pk__count"
  FROM "decisions_boarddecision"
  INNER JOIN "casework_case" ON ("decisions_boarddecision"."case_id" = "casework_case"."id")
  WHERE ("decisions_boarddecision"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND "decisions_boarddecision"."decided_on" BETWEEN %s AND %s)
  GROUP BY %s …

SELECT "casework_case"."type_key" AS "case__type_key", COUNT("decisions_appeal"."id") AS "pk__count"
  FROM "decisions_appeal"
  INNER JOIN "casework_case" ON ("decisions_appeal"."case_id" = "casework_case"."id")
  LEFT OUTER JOIN "decisions_boarddecision" ON ("decisions_appeal"."id" = "decisions_boarddecision"."appeal_id")
  WHERE ("decisions_appeal"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND NOT ("decisions_appeal"."state" = %s) AND "decisions_boarddecision"."id" IS NULL AND "decisions_appeal"."state" = %s)
  GROUP BY %s

SELECT "decisions_counciltreatment".…
  FROM "decisions_counciltreatment"
  WHERE "decisions_counciltreatment"."year" = %s
  ORDER BY "decisions_counciltreatment"."saved_at" DESC, "decisions_counciltreatment"."id" DESC
  LIMIT %s

SELECT EXTRACT(YEAR
  FROM "decisions_boarddecision"."decided_on") AS "decided_on__year", EXTRACT(MONTH
  FROM "decisions_boarddecision"."decided_on") AS "decided_on__month", "decisions_boarddecision"."outcome" AS "outcome", COUNT("decisions_boarddecision"."id") AS "pk__count"
  FROM "decisions_boarddecision"
  WHERE ("decisions_boarddecision"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND EXTRACT(YEAR
  FROM "decisions_boarddecision"."decided_on") IN (%s …))
  GROUP BY %s …

