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

SELECT "supervision_sampledcase".…, COUNT("supervision_judgement"."id") FILTER (WHERE "supervision_judgement"."verdict" = %s) AS "supervision_campaign".…, "casework_case".…, "casework_casetypeversion".…
  FROM "supervision_sampledcase"
  INNER JOIN "casework_case" ON ("supervision_sampledcase"."case_id" = "casework_case"."id")
  INNER JOIN "supervision_campaign" ON ("supervision_sampledcase"."campaign_id" = "supervision_campaign"."id")
  LEFT OUTER JOIN "supervision_judgement" ON ("supervision_sampledcase"."id" = "supervision_judgement"."sampled_id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ("casework_case"."caseworker_id" = %s AND "supervision_sampledcase"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND "supervision_campaign"."state" IN (%s …) AND "supervision_sampledcase"."state" IN (%s …))
  GROUP BY "supervision_sampledcase".…, "supervision_campaign".…, "casework_case".…, "casework_casetypeversion".…
  ORDER BY "supervision_sampledcase"."state" DESC, "supervision_sampledcase"."done_at" DESC, "supervision_sampledcase"."id" ASC

