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

SELECT "interventions_order"."case_id" AS "case_id", "interventions_order"."unit_id" AS "unit_id"
  FROM "interventions_order"
  WHERE ("interventions_order"."access_ends" > %s AND "interventions_order"."state" IN (%s …) AND "interventions_order"."unit_id" IN (%s))
  ORDER BY "interventions_order"."sent_at" DESC, "interventions_order"."id" DESC

SELECT DISTINCT "organisation_engagement"."employee_id" AS "employee_id"
  FROM "organisation_engagement"
  WHERE "organisation_engagement"."unit_id" IN (%s)

SELECT "booking_appointment".…, "casework_case".…, "booking_appointmentreason".…, "booking_grouptime".…, "booking_room".…
  FROM "booking_appointment"
  INNER JOIN "casework_case" ON ("booking_appointment"."case_id" = "casework_case"."id")
  INNER JOIN "booking_appointmentreason" ON ("booking_appointment"."reason_id" = "booking_appointmentreason"."id")
  LEFT OUTER JOIN "booking_grouptime" ON ("booking_appointment"."group_id" = "booking_grouptime"."id")
  LEFT OUTER JOIN "booking_room" ON ("booking_appointment"."room_id" = "booking_room"."id")
  WHERE ("booking_appointment"."booked_by" IN (%s) AND "booking_appointment"."case_id" IN (%s))
  ORDER BY "booking_appointment"."starts" DESC, "booking_appointment"."id" DESC

