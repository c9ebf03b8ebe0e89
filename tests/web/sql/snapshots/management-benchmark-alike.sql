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

SELECT DISTINCT "insight_peerrelease"."quarter" AS "quarter"
  FROM "insight_peerrelease"
  WHERE "insight_peerrelease"."replaced_at" IS NULL
  ORDER BY %s DESC

SELECT "insight_keyvariable".…
  FROM "insight_keyvariable"
  ORDER BY "insight_keyvariable"."title" ASC, "insight_keyvariable"."key" ASC

SELECT "insight_keyvariable"."key" AS "variable__key", "insight_keyvalue"."area" AS "area", "insight_keyvalue"."value" AS "value"
  FROM "insight_keyvalue"
  INNER JOIN "insight_keyvariable" ON ("insight_keyvalue"."variable_id" = "insight_keyvariable"."id")
  WHERE ("insight_keyvalue"."value" IS NOT NULL AND "insight_keyvariable"."key" IN (%s))
  ORDER BY "insight_keyvalue"."period" ASC

SELECT "insight_peer".…, "insight_peerrelease".…, "insight_peerfigure".…
  FROM "insight_peerfigure"
  INNER JOIN "insight_peerrelease" ON ("insight_peerfigure"."release_id" = "insight_peerrelease"."id")
  INNER JOIN "insight_peer" ON ("insight_peerrelease"."peer_id" = "insight_peer"."id")
  WHERE ("insight_peerfigure"."kind" = %s AND "insight_peerrelease"."quarter" = %s AND "insight_peerrelease"."replaced_at" IS NULL)
  ORDER BY %s ASC, %s ASC

