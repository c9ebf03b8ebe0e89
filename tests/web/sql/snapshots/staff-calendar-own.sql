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

SELECT "booking_calendarfeed"."made_at" AS "made_at"
  FROM "booking_calendarfeed"
  WHERE ("booking_calendarfeed"."revoked_at" IS NULL AND "booking_calendarfeed"."subject" = %s)
  ORDER BY "booking_calendarfeed"."id" ASC
  LIMIT %s

SELECT "booking_outsidecalendar".…
  FROM "booking_outsidecalendar"
  WHERE "booking_outsidecalendar"."employee_id" = %s
  ORDER BY "booking_outsidecalendar"."id" ASC
  LIMIT %s

SELECT "booking_openinghours".…
  FROM "booking_openinghours"
  WHERE "booking_openinghours"."employee_id" = %s
  ORDER BY "booking_openinghours"."weekday" ASC, "booking_openinghours"."begins" ASC

SELECT "booking_absence".…
  FROM "booking_absence"
  WHERE ("booking_absence"."employee_id" = %s AND "booking_absence"."ends" > %s)
  ORDER BY "booking_absence"."starts" ASC, "booking_absence"."id" ASC

