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

SELECT "dialogue_concern".…, bf_is_sealed("dialogue_concern"."case_id") AS "organisation_employee".…, "dialogue_notifier".…
  FROM "dialogue_concern"
  LEFT OUTER JOIN "organisation_employee" ON ("dialogue_concern"."taken_by_id" = "organisation_employee"."id")
  LEFT OUTER JOIN "dialogue_notifier" ON ("dialogue_concern"."id" = "dialogue_notifier"."concern_id")
  WHERE (("dialogue_concern"."unit_id" IS NULL OR "dialogue_concern"."unit_id" IN (%s)) AND ("dialogue_concern"."case_id" IS NULL OR NOT bf_is_sealed("dialogue_concern"."case_id") OR "dialogue_concern"."case_id" IN (SELECT V0."id" AS "pk"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s))) AND "dialogue_concern"."way" = %s)
  ORDER BY "dialogue_concern"."received_at" ASC, "dialogue_concern"."id" ASC

SELECT "dialogue_concernassessment".…
  FROM "dialogue_concernassessment"
  WHERE "dialogue_concernassessment"."concern_id" IN (%s …)

SELECT "dialogue_concern".…, bf_is_sealed("dialogue_concern"."case_id") AS "organisation_employee".…, "dialogue_notifier".…
  FROM "dialogue_concern"
  INNER JOIN "dialogue_notifier" ON ("dialogue_concern"."id" = "dialogue_notifier"."concern_id")
  LEFT OUTER JOIN "organisation_employee" ON ("dialogue_concern"."taken_by_id" = "organisation_employee"."id")
  WHERE (("dialogue_concern"."unit_id" IS NULL OR "dialogue_concern"."unit_id" IN (%s)) AND ("dialogue_concern"."case_id" IS NULL OR NOT bf_is_sealed("dialogue_concern"."case_id") OR "dialogue_concern"."case_id" IN (SELECT V0."id" AS "pk"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s))) AND "dialogue_notifier"."receipt_at" IS NULL AND "dialogue_notifier"."receipt_due" IS NOT NULL)
  ORDER BY "dialogue_notifier"."receipt_due" ASC, "dialogue_concern"."id" ASC
  LIMIT %s

SELECT "dialogue_concernassessment".…
  FROM "dialogue_concernassessment"
  WHERE "dialogue_concernassessment"."concern_id" IN (%s …)

SELECT "outbox_mail".…
  FROM "outbox_mail"
  WHERE "outbox_mail"."reference" IN (%s …)

SELECT "dialogue_concern".…, bf_is_sealed("dialogue_concern"."case_id") AS "organisation_employee".…, "dialogue_notifier".…
  FROM "dialogue_concern"
  LEFT OUTER JOIN "organisation_employee" ON ("dialogue_concern"."taken_by_id" = "organisation_employee"."id")
  LEFT OUTER JOIN "dialogue_notifier" ON ("dialogue_concern"."id" = "dialogue_notifier"."concern_id")
  WHERE (("dialogue_concern"."unit_id" IS NULL OR "dialogue_concern"."unit_id" IN (%s)) AND ("dialogue_concern"."case_id" IS NULL OR NOT bf_is_sealed("dialogue_concern"."case_id") OR "dialogue_concern"."case_id" IN (SELECT V0."id" AS "pk"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s))) AND NOT ("dialogue_concern"."way" = %s) AND UPPER("dialogue_concern"."reference"::text) LIKE UPPER(%s))
  ORDER BY "dialogue_concern"."way_at" DESC, "dialogue_concern"."id" ASC
  LIMIT %s

SELECT "dialogue_concernalarm".…, "dialogue_concern".…
  FROM "dialogue_concernalarm"
  INNER JOIN "dialogue_concern" ON ("dialogue_concernalarm"."concern_id" = "dialogue_concern"."id")
  WHERE ("dialogue_concernalarm"."at" <= %s AND "dialogue_concern"."assessed_at" IS NULL AND "dialogue_concernalarm"."concern_id" IN (SELECT W0."id"
  FROM "dialogue_concern" W0
  WHERE ((W0."unit_id" IS NULL OR W0."unit_id" IN (%s)) AND (W0."case_id" IS NULL OR NOT bf_is_sealed(W0."case_id") OR W0."case_id" IN (SELECT V0."id" AS "pk"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s))))) AND "dialogue_concernalarm"."subject" IN (%s …))
  ORDER BY "dialogue_concernalarm"."at" DESC, "dialogue_concernalarm"."id" DESC
  LIMIT %s

