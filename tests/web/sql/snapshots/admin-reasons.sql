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

SELECT "organisation_unit".…
  FROM "organisation_unit"
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s))
  ORDER BY "organisation_unit"."name" ASC

SELECT "booking_appointmentreason".…
  FROM "booking_appointmentreason"
  WHERE "booking_appointmentreason"."replaced_at" IS NULL
  ORDER BY "booking_appointmentreason"."title" ASC, "booking_appointmentreason"."key" ASC

SELECT "booking_room".…, "organisation_unit".…
  FROM "booking_room"
  INNER JOIN "organisation_unit" ON ("booking_room"."unit_id" = "organisation_unit"."id")
  WHERE "booking_room"."closed_at" IS NULL
  ORDER BY "organisation_unit"."name" ASC, "booking_room"."name" ASC

