-- the scope opens

SELECT "guidance_pageversion".…, "guidance_page".…, "organisation_employee".…
  FROM "guidance_pageversion"
  INNER JOIN "guidance_page" ON ("guidance_pageversion"."page_id" = "guidance_page"."id")
  INNER JOIN "organisation_employee" ON ("guidance_page"."owner_id" = "organisation_employee"."id")
  WHERE ("guidance_page"."retired_at" IS NULL AND "guidance_pageversion"."state" = %s AND "guidance_page"."kind" IN (%s …))
  ORDER BY "guidance_pageversion"."title" ASC, "guidance_pageversion"."id" ASC

