-- the scope opens

SELECT "casework_casetypeversion".…
  FROM "casework_casetypeversion"
  WHERE (("casework_casetypeversion"."valid_to" IS NULL OR "casework_casetypeversion"."valid_to" > %s) AND "casework_casetypeversion"."state" = %s AND "casework_casetypeversion"."valid_from" <= %s)
  ORDER BY "casework_casetypeversion"."key" ASC, "casework_casetypeversion"."valid_from" ASC, "casework_casetypeversion"."number" ASC

SELECT "guidance_pageversion".…, "guidance_page".…, "organisation_employee".…
  FROM "guidance_pageversion"
  INNER JOIN "guidance_page" ON ("guidance_pageversion"."page_id" = "guidance_page"."id")
  INNER JOIN "organisation_employee" ON ("guidance_page"."owner_id" = "organisation_employee"."id")
  WHERE ("guidance_page"."retired_at" IS NULL AND "guidance_pageversion"."state" = %s AND "guidance_page"."kind" IN (%s))
  ORDER BY "guidance_pageversion"."title" ASC, "guidance_pageversion"."id" ASC

