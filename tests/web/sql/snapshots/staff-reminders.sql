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

SELECT "reminders_staffreminder".…
  FROM "reminders_staffreminder"
  WHERE ("reminders_staffreminder"."employee_id" = %s AND "reminders_staffreminder"."ended_at" IS NULL)
  ORDER BY "reminders_staffreminder"."id" ASC
  LIMIT %s

SELECT %s AS "every", COUNT("casework_case"."id") AS "count", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."next_due" < %s) AS "over", COUNT("casework_case"."id") FILTER (WHERE ("casework_case"."next_due" >= %s AND "casework_case"."next_due" <= %s)) AS "soon", COUNT("casework_case"."id") FILTER (WHERE ("casework_case"."next_due" > %s OR "casework_case"."next_due" IS NULL)) AS "fine", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."ball" = %s) AS "us", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."ball" = %s) AS "you", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."ball" = %s) AS "other", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."caseworker_id" IS NULL) AS "nobody"
  FROM "casework_case"
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s)) OR "casework_case"."caseworker_id" = %s) AND NOT ("casework_case"."phase" = %s) AND "casework_case"."caseworker_id" = %s)

SELECT "booking_appointment".…, "booking_appointmentreason".…, "booking_grouptime".…, "booking_room".…
  FROM "booking_appointment"
  INNER JOIN "booking_appointmentreason" ON ("booking_appointment"."reason_id" = "booking_appointmentreason"."id")
  LEFT OUTER JOIN "booking_grouptime" ON ("booking_appointment"."group_id" = "booking_grouptime"."id")
  LEFT OUTER JOIN "booking_room" ON ("booking_appointment"."room_id" = "booking_room"."id")
  WHERE (("booking_appointment"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) OR "booking_appointment"."id" IN (SELECT U0."appointment_id" AS "appointment_id"
  FROM "booking_hold" U0
  WHERE (U0."employee_id" = %s AND NOT U0."released"))) AND "booking_appointment"."ends" > %s AND "booking_appointment"."id" IN (SELECT U0."appointment_id" AS "appointment_id"
  FROM "booking_hold" U0
  WHERE (U0."employee_id" = %s AND NOT U0."released" AND U0."ends" > %s AND U0."starts" < %s)) AND "booking_appointment"."starts" < %s)
  ORDER BY "booking_appointment"."starts" ASC, "booking_appointment"."id" ASC

SELECT "booking_grouptime".…, "booking_appointmentreason".…, "booking_room".…
  FROM "booking_grouptime"
  INNER JOIN "booking_appointmentreason" ON ("booking_grouptime"."reason_id" = "booking_appointmentreason"."id")
  LEFT OUTER JOIN "booking_room" ON ("booking_grouptime"."room_id" = "booking_room"."id")
  WHERE ("booking_grouptime"."ends" > %s AND "booking_grouptime"."starts" < %s AND "booking_grouptime"."id" IN (SELECT U0."group_id" AS "group_id"
  FROM "booking_hold" U0
  WHERE (U0."employee_id" = %s AND NOT U0."released")))
  ORDER BY "booking_grouptime"."starts" ASC, "booking_grouptime"."id" ASC

SELECT "case_messages_delegation".…, "organisation_employee".…, "T3".…
  FROM "case_messages_delegation"
  INNER JOIN "organisation_employee" ON ("case_messages_delegation"."employee_id" = "organisation_employee"."id")
  INNER JOIN "organisation_employee" T3 ON ("case_messages_delegation"."to_id" = T3."id")
  WHERE ("case_messages_delegation"."ended_at" IS NULL AND "case_messages_delegation"."ends" > %s AND "case_messages_delegation"."starts" <= %s)
  ORDER BY "case_messages_delegation"."given_at" ASC, "case_messages_delegation"."id" ASC

SELECT COUNT("case_messages_thread"."id") AS "all", COUNT("case_messages_thread"."id") FILTER (WHERE "case_messages_thread"."due" < %s) AS "late"
  FROM "case_messages_thread"
  INNER JOIN "casework_case" ON ("case_messages_thread"."case_id" = "casework_case"."id")
  WHERE ("case_messages_thread"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND "casework_case"."caseworker_id" = %s AND "case_messages_thread"."due" IS NOT NULL)

