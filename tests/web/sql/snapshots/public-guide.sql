-- the scope opens

SELECT "guidance_guideversion"."document" AS "document"
  FROM "guidance_guideversion"
  WHERE "guidance_guideversion"."state" = %s
  ORDER BY "guidance_guideversion"."id" ASC
  LIMIT %s

SELECT "offers_offer".…
  FROM "offers_offer"
  WHERE ("offers_offer"."replaced_at" IS NULL AND ("offers_offer"."ends" IS NULL OR "offers_offer"."ends" > %s) AND "offers_offer"."starts" <= %s AND "offers_offer"."public")
  ORDER BY "offers_offer"."title" ASC, "offers_offer"."key" ASC

SELECT "casework_casetypeversion".…
  FROM "casework_casetypeversion"
  WHERE (("casework_casetypeversion"."valid_to" IS NULL OR "casework_casetypeversion"."valid_to" > %s) AND "casework_casetypeversion"."state" = %s AND "casework_casetypeversion"."valid_from" <= %s)
  ORDER BY "casework_casetypeversion"."key" ASC, "casework_casetypeversion"."valid_from" ASC, "casework_casetypeversion"."number" ASC

