-- the scope opens

SELECT "offers_offer".…
  FROM "offers_offer"
  WHERE ("offers_offer"."replaced_at" IS NULL AND ("offers_offer"."ends" IS NULL OR "offers_offer"."ends" > %s) AND "offers_offer"."starts" <= %s AND "offers_offer"."public")
  ORDER BY "offers_offer"."title" ASC, "offers_offer"."key" ASC

