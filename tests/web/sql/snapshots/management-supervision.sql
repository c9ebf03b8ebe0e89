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

SELECT "supervision_sampledcase".…, "supervision_campaign".…, "casework_case".…, "casework_casetypeversion".…
  FROM "supervision_sampledcase"
  INNER JOIN "casework_case" ON ("supervision_sampledcase"."case_id" = "casework_case"."id")
  INNER JOIN "supervision_campaign" ON ("supervision_sampledcase"."campaign_id" = "supervision_campaign"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ("supervision_sampledcase"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND ("supervision_sampledcase"."campaign_id" IN (SELECT U0."id"
  FROM "supervision_campaign" U0
  WHERE U0."units" <@ (ARRAY[%s])::bigint[]) OR ("supervision_campaign"."review_until" >= %s AND "supervision_campaign"."state" = %s AND "supervision_sampledcase"."reviewer_id" = %s) OR ("supervision_campaign"."begun_at" IS NOT NULL AND "casework_case"."caseworker_id" = %s)) AND "supervision_campaign"."state" = %s AND "supervision_sampledcase"."reviewer_id" = %s AND "supervision_campaign"."review_until" >= %s)
  ORDER BY "supervision_sampledcase"."done_at" ASC, "supervision_campaign"."review_until" ASC, "supervision_sampledcase"."rank" ASC, "supervision_sampledcase"."id" ASC

SELECT "supervision_campaign".…
  FROM "supervision_campaign"
  WHERE "supervision_campaign"."units" <@ (ARRAY[%s])::bigint[]
  ORDER BY "supervision_campaign"."created_at" DESC, "supervision_campaign"."id" DESC
  LIMIT %s

SELECT "supervision_sampledcase"."campaign_id" AS "campaign_id", "supervision_sampledcase"."state" AS "state", COUNT("supervision_sampledcase"."id") AS "pk__count"
  FROM "supervision_sampledcase"
  WHERE "supervision_sampledcase"."campaign_id" IN (%s …)
  GROUP BY %s …

SELECT "supervision_actionpoint".…, "supervision_campaign".…
  FROM "supervision_actionpoint"
  INNER JOIN "supervision_campaign" ON ("supervision_actionpoint"."campaign_id" = "supervision_campaign"."id")
  WHERE ("supervision_actionpoint"."owner_id" = %s AND "supervision_actionpoint"."state" = %s)
  ORDER BY "supervision_actionpoint"."due" ASC, "supervision_actionpoint"."id" ASC

