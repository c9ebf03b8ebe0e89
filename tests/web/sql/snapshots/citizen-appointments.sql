SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

select bf_citizen_name(%s)

select power.person_id, power.kind, power.scopes, own.born from (select bf_birth_date(%s) as born) as own left join lateral ( select person_id, kind, scopes from bf_represented(%s …) union all select child, %s, array[]::varchar[] from bf_custody(%s …) as child ) as power on true

-- the scope opens

SELECT "booking_appointment".…, "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "booking_appointmentreason".…, "booking_grouptime".…, "booking_room".…
  FROM "booking_appointment"
  INNER JOIN "casework_case" ON ("booking_appointment"."case_id" = "casework_case"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  INNER JOIN "booking_appointmentreason" ON ("booking_appointment"."reason_id" = "booking_appointmentreason"."id")
  LEFT OUTER JOIN "booking_grouptime" ON ("booking_appointment"."group_id" = "booking_grouptime"."id")
  LEFT OUTER JOIN "booking_room" ON ("booking_appointment"."room_id" = "booking_room"."id")
  WHERE "booking_appointment"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …))))))
  ORDER BY "booking_appointment"."starts" DESC, "booking_appointment"."id" DESC

SELECT "booking_hold".…, "organisation_employee".…
  FROM "booking_hold"
  INNER JOIN "organisation_employee" ON ("booking_hold"."employee_id" = "organisation_employee"."id")
  WHERE ("booking_hold"."employee_id" IS NOT NULL AND "booking_hold"."appointment_id" IN (%s …))

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …))))) AND "casework_case"."closed_at" IS NULL)
  ORDER BY "casework_case"."received_at" DESC, "casework_case"."id" ASC

SELECT "booking_appointmentreason".…
  FROM "booking_appointmentreason"
  WHERE ("booking_appointmentreason"."in_use" AND "booking_appointmentreason"."replaced_at" IS NULL)
  ORDER BY "booking_appointmentreason"."title" ASC, "booking_appointmentreason"."key" ASC

SELECT "booking_waitingplace".…, "casework_case".…
  FROM "booking_waitingplace"
  INNER JOIN "casework_case" ON ("booking_waitingplace"."case_id" = "casework_case"."id")
  WHERE ("booking_waitingplace"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …)))))) AND "booking_waitingplace"."ended_at" IS NULL)
  ORDER BY "booking_waitingplace"."since" ASC, "booking_waitingplace"."id" ASC

SELECT "booking_calendarfeed"."made_at" AS "made_at"
  FROM "booking_calendarfeed"
  WHERE ("booking_calendarfeed"."revoked_at" IS NULL AND "booking_calendarfeed"."subject" = %s)
  ORDER BY "booking_calendarfeed"."id" ASC
  LIMIT %s

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."helper_id" IS NOT NULL AND "people_onetimehelp"."person_id" = %s AND "people_onetimehelp"."ended_at" IS NULL AND "people_onetimehelp"."ends_at" > %s)
  ORDER BY "people_onetimehelp"."started_at" DESC, "people_onetimehelp"."id" DESC
  LIMIT %s

SELECT "booking_grouptime".…, "booking_appointmentreason".…, "booking_room".…
  FROM "booking_grouptime"
  INNER JOIN "booking_appointmentreason" ON ("booking_grouptime"."reason_id" = "booking_appointmentreason"."id")
  LEFT OUTER JOIN "booking_room" ON ("booking_grouptime"."room_id" = "booking_room"."id")
  WHERE ("booking_grouptime"."ends" > %s AND "booking_grouptime"."starts" < %s)
  ORDER BY "booking_grouptime"."starts" ASC, "booking_grouptime"."id" ASC

SELECT "booking_hold".…, "organisation_employee".…
  FROM "booking_hold"
  INNER JOIN "organisation_employee" ON ("booking_hold"."employee_id" = "organisation_employee"."id")
  WHERE ("booking_hold"."employee_id" IS NOT NULL AND "booking_hold"."group_id" IN (%s …))

select group_id, seat from bf_group_seats(%s::bigint[])

SELECT "booking_appointmentreason".…
  FROM "booking_appointmentreason"
  WHERE "booking_appointmentreason"."replaced_at" IS NULL
  ORDER BY "booking_appointmentreason"."title" ASC, "booking_appointmentreason"."key" ASC

