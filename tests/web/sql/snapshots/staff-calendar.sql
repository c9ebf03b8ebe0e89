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

SELECT "organisation_unit"."id" AS "pk"
  FROM "organisation_unit"
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s))
  ORDER BY "organisation_unit"."name" ASC

SELECT "organisation_engagement".…, "organisation_employee".…, "organisation_unit".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  INNER JOIN "organisation_unit" ON ("organisation_engagement"."unit_id" = "organisation_unit"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."unit_id" IN (%s …) AND "organisation_engagement"."role" IN (%s …))
  ORDER BY "organisation_employee"."name" ASC, "organisation_engagement"."id" ASC

select * from bf_opening_hours(%s::bigint[])

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

SELECT "booking_hold".…, "organisation_employee".…
  FROM "booking_hold"
  INNER JOIN "organisation_employee" ON ("booking_hold"."employee_id" = "organisation_employee"."id")
  WHERE ("booking_hold"."employee_id" IS NOT NULL AND "booking_hold"."appointment_id" IN (%s …))

SELECT "casework_case".…
  FROM "casework_case"
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s)) OR "casework_case"."caseworker_id" = %s) AND "casework_case"."id" IN (%s))

select set_config(%s …, true)

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s)

SELECT "booking_grouptime".…, "booking_appointmentreason".…, "booking_room".…
  FROM "booking_grouptime"
  INNER JOIN "booking_appointmentreason" ON ("booking_grouptime"."reason_id" = "booking_appointmentreason"."id")
  LEFT OUTER JOIN "booking_room" ON ("booking_grouptime"."room_id" = "booking_room"."id")
  WHERE ("booking_grouptime"."ends" > %s AND "booking_grouptime"."starts" < %s AND "booking_grouptime"."id" IN (SELECT U0."group_id" AS "group_id"
  FROM "booking_hold" U0
  WHERE (U0."employee_id" = %s AND NOT U0."released")))
  ORDER BY "booking_grouptime"."starts" ASC, "booking_grouptime"."id" ASC

SELECT "booking_hold".…, "organisation_employee".…
  FROM "booking_hold"
  INNER JOIN "organisation_employee" ON ("booking_hold"."employee_id" = "organisation_employee"."id")
  WHERE ("booking_hold"."employee_id" IS NOT NULL AND "booking_hold"."group_id" IN (%s …))

select group_id, seat from bf_group_seats(%s::bigint[])

SELECT "booking_hold".…
  FROM "booking_hold"
  WHERE ("booking_hold"."employee_id" = %s AND "booking_hold"."ends" > %s AND NOT "booking_hold"."released" AND "booking_hold"."starts" < %s)
  ORDER BY "booking_hold"."starts" ASC, "booking_hold"."id" ASC

SELECT "booking_outsidebusy".…
  FROM "booking_outsidebusy"
  WHERE ("booking_outsidebusy"."employee_id" = %s AND "booking_outsidebusy"."ends" > %s AND "booking_outsidebusy"."starts" < %s)
  ORDER BY "booking_outsidebusy"."starts" ASC, "booking_outsidebusy"."id" ASC

SELECT "booking_absence".…
  FROM "booking_absence"
  WHERE ("booking_absence"."employee_id" = %s AND "booking_absence"."ends" > %s AND "booking_absence"."starts" < %s)
  ORDER BY "booking_absence"."starts" ASC, "booking_absence"."id" ASC

select * from bf_opening_hours(%s::bigint[])

SELECT "booking_waitingplace".…, "casework_case".…
  FROM "booking_waitingplace"
  INNER JOIN "casework_case" ON ("booking_waitingplace"."case_id" = "casework_case"."id")
  WHERE ("booking_waitingplace"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND "booking_waitingplace"."ended_at" IS NULL AND ("casework_case"."caseworker_id" = %s OR "casework_case"."unit_id" IN (%s)))
  ORDER BY "booking_waitingplace"."since" ASC, "booking_waitingplace"."id" ASC

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s)

SELECT "booking_appointmentreason".…
  FROM "booking_appointmentreason"
  WHERE "booking_appointmentreason"."replaced_at" IS NULL
  ORDER BY "booking_appointmentreason"."title" ASC, "booking_appointmentreason"."key" ASC

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

