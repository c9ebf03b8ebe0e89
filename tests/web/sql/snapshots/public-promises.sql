-- the scope opens

SELECT "casework_promisefigure"."quarter" AS "quarter"
  FROM "casework_promisefigure"
  ORDER BY %s DESC
  LIMIT %s

SELECT "casework_promisefigure".…
  FROM "casework_promisefigure"
  WHERE "casework_promisefigure"."quarter" = %s

SELECT "casework_casetypeversion".…
  FROM "casework_casetypeversion"
  WHERE (("casework_casetypeversion"."valid_to" IS NULL OR "casework_casetypeversion"."valid_to" > %s) AND "casework_casetypeversion"."state" = %s AND "casework_casetypeversion"."valid_from" <= %s)
  ORDER BY "casework_casetypeversion"."key" ASC, "casework_casetypeversion"."valid_from" ASC, "casework_casetypeversion"."number" ASC

SELECT "case_messages_answerfigure".…
  FROM "case_messages_answerfigure"
  WHERE "case_messages_answerfigure"."answers" IS NOT NULL
  ORDER BY "case_messages_answerfigure"."quarter" DESC
  LIMIT %s

