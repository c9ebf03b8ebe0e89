SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

select bf_citizen_name(%s)

select power.person_id, power.kind, power.scopes, own.born from (select bf_birth_date(%s) as born) as own left join lateral ( select person_id, kind, scopes from bf_represented(%s …) union all select child, %s, array[]::varchar[] from bf_custody(%s …) as child ) as power on true

-- the scope opens

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …))))) AND "casework_case"."number" = %s)

SELECT "access_grant".…
  FROM "access_grant"
  WHERE (("access_grant"."ends" IS NULL OR "access_grant"."ends" > %s) AND "access_grant"."starts" <= %s AND "access_grant"."case_id" = %s AND "access_grant"."subject" IN (%s))

SELECT "outbox_message".…
  FROM "outbox_message"
  WHERE ("outbox_message"."file_id" IS NOT NULL AND "outbox_message"."way_id" IS NULL AND NOT ("outbox_message"."state" = %s) AND "outbox_message"."case_id" = %s)
  ORDER BY "outbox_message"."queued_at" DESC

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "journal_entry".…
  FROM "journal_entry"
  WHERE ("journal_entry"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …)))))) AND "journal_entry"."case_id" = %s)
  ORDER BY "journal_entry"."happened_at" DESC, "journal_entry"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "journal_entrytext".…
  FROM "journal_entrytext"
  WHERE ("journal_entrytext"."case_id" = %s AND "journal_entrytext"."entry_id" IN (SELECT U0."id"
  FROM "journal_entry" U0
  WHERE (U0."case_id" = %s AND NOT U0."withheld")))
  ORDER BY "journal_entrytext"."entry_id" ASC, "journal_entrytext"."number" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "journal_documentversion".…, "files_storedfile".…
  FROM "journal_documentversion"
  INNER JOIN "files_storedfile" ON ("journal_documentversion"."file_id" = "files_storedfile"."id")
  WHERE ("journal_documentversion"."case_id" = %s AND "journal_documentversion"."entry_id" IN (SELECT U0."id"
  FROM "journal_entry" U0
  WHERE (U0."case_id" = %s AND NOT U0."withheld")))
  ORDER BY "journal_documentversion"."entry_id" ASC, "journal_documentversion"."number" ASC) as r(c…))

SELECT "casework_event".…, "casework_eventpayload".…
  FROM "casework_event"
  LEFT OUTER JOIN "casework_eventpayload" ON ("casework_event"."id" = "casework_eventpayload"."event_id")
  WHERE "casework_event"."case_id" = %s
  ORDER BY "casework_event"."seq" DESC

SELECT "organisation_engagement".…, "organisation_unit".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_unit" ON ("organisation_engagement"."unit_id" = "organisation_unit"."id")
  WHERE "organisation_engagement"."employee_id" IN (%s)
  ORDER BY "organisation_engagement"."primary" ASC, "organisation_engagement"."starts" ASC

SELECT "organisation_employee".…
  FROM "organisation_employee"
  WHERE "organisation_employee"."id" IN (%s)

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."helper_id" IS NOT NULL AND "people_onetimehelp"."person_id" = %s AND "people_onetimehelp"."ended_at" IS NULL AND "people_onetimehelp"."ends_at" > %s)
  ORDER BY "people_onetimehelp"."started_at" DESC, "people_onetimehelp"."id" DESC
  LIMIT %s

