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

SELECT "casework_casetypeversion".…
  FROM "casework_casetypeversion"
  WHERE (("casework_casetypeversion"."valid_to" IS NULL OR "casework_casetypeversion"."valid_to" > %s) AND "casework_casetypeversion"."state" = %s AND "casework_casetypeversion"."valid_from" <= %s)
  ORDER BY "casework_casetypeversion"."key" ASC, "casework_casetypeversion"."valid_from" ASC, "casework_casetypeversion"."number" ASC

SELECT "guidance_askedquestion".…
  FROM "guidance_askedquestion"
  ORDER BY "guidance_askedquestion"."answered_at" ASC, "guidance_askedquestion"."asked_at" DESC, "guidance_askedquestion"."id" DESC

SELECT "guidance_pageversion".…, "guidance_page".…, "organisation_employee".…
  FROM "guidance_pageversion"
  INNER JOIN "guidance_page" ON ("guidance_pageversion"."page_id" = "guidance_page"."id")
  INNER JOIN "organisation_employee" ON ("guidance_page"."owner_id" = "organisation_employee"."id")
  WHERE ("guidance_page"."retired_at" IS NULL AND "guidance_pageversion"."state" = %s AND "guidance_page"."kind" IN (%s …))
  ORDER BY "guidance_pageversion"."title" ASC, "guidance_pageversion"."id" ASC

SELECT "guidance_page".…, "organisation_employee".…
  FROM "guidance_page"
  INNER JOIN "organisation_employee" ON ("guidance_page"."owner_id" = "organisation_employee"."id")
  WHERE ("guidance_page"."owner_id" = %s AND "guidance_page"."retired_at" IS NULL AND "guidance_page"."review_on" <= %s)
  ORDER BY "guidance_page"."review_on" ASC, "guidance_page"."id" ASC

SELECT "guidance_page".…, "organisation_employee".…
  FROM "guidance_page"
  INNER JOIN "organisation_employee" ON ("guidance_page"."owner_id" = "organisation_employee"."id")
  INNER JOIN "guidance_pageversion" ON ("guidance_page"."id" = "guidance_pageversion"."page_id")
  WHERE ("guidance_page"."owner_id" = %s AND "guidance_pageversion"."state" = %s)
  ORDER BY "guidance_page"."id" ASC

SELECT "guidance_introduction".…
  FROM "guidance_introduction"
  WHERE "guidance_introduction"."ended_at" IS NULL
  ORDER BY "guidance_introduction"."title" ASC, "guidance_introduction"."id" ASC

SELECT "guidance_introductiontick"."step_id" AS "step_id"
  FROM "guidance_introductiontick"
  WHERE "guidance_introductiontick"."subject" = %s

