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

SELECT "exchange_integration".…, "login_client".…
  FROM "exchange_integration"
  INNER JOIN "login_client" ON ("exchange_integration"."client_id" = "login_client"."id")
  ORDER BY "exchange_integration"."name" ASC, "exchange_integration"."id" ASC

SELECT "exchange_delivery"."integration_id" AS "integration_id", COUNT("exchange_delivery"."id") FILTER (WHERE "exchange_delivery"."state" = %s) AS "waiting", COUNT("exchange_delivery"."id") FILTER (WHERE "exchange_delivery"."state" = %s) AS "dead", MIN("exchange_delivery"."happened_at") AS "oldest"
  FROM "exchange_delivery"
  WHERE ("exchange_delivery"."integration_id" IN (%s …) AND "exchange_delivery"."state" IN (%s …))
  GROUP BY %s

SELECT "exchange_delivery"."integration_id" AS "integration_id", MAX("exchange_delivery"."position") AS "newest"
  FROM "exchange_delivery"
  WHERE ("exchange_delivery"."integration_id" IN (%s …) AND "exchange_delivery"."state" = %s)
  GROUP BY %s

select bf_stream_end()

select waiting, failed, last_sent, trouble from bf_post_standing()

