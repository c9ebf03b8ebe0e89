SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

select bf_citizen_name(%s)

select power.person_id, power.kind, power.scopes, own.born from (select bf_birth_date(%s) as born) as own left join lateral ( select person_id, kind, scopes from bf_represented(%s …) union all select child, %s, array[]::varchar[] from bf_custody(%s …) as child ) as power on true

-- the scope opens

SELECT "dialogue_ownseries".…
  FROM "dialogue_ownseries"
  WHERE "dialogue_ownseries"."subject" = %s
  ORDER BY "dialogue_ownseries"."case_id" ASC, "dialogue_ownseries"."id" ASC

SELECT "dialogue_ownmeasure".…
  FROM "dialogue_ownmeasure"
  WHERE "dialogue_ownmeasure"."series_id" IN (%s …)
  ORDER BY "dialogue_ownmeasure"."on" ASC

SELECT "dialogue_ownnote".…
  FROM "dialogue_ownnote"
  WHERE "dialogue_ownnote"."subject" = %s
  ORDER BY "dialogue_ownnote"."written_at" DESC, "dialogue_ownnote"."id" DESC

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s) AND U0."ground" IN (%s …))))) AND "casework_case"."citizen_id" IN (%s))
  ORDER BY "casework_case"."citizen_id" ASC, "casework_case"."closed_at" ASC, "casework_case"."received_at" DESC

SELECT "access_grant".…
  FROM "access_grant"
  WHERE (("access_grant"."ends" IS NULL OR "access_grant"."ends" > %s) AND "access_grant"."starts" <= %s AND "access_grant"."case_id" = %s AND "access_grant"."subject" IN (%s))

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_actionplan".…
  FROM "interventions_actionplan"
  WHERE "interventions_actionplan"."case_id" = %s
  ORDER BY "interventions_actionplan"."number" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_goal".…
  FROM "interventions_goal"
  WHERE ("interventions_goal"."case_id" = %s AND "interventions_goal"."removed_at" IS NULL)
  ORDER BY "interventions_goal"."place" ASC, "interventions_goal"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_goalstep".…
  FROM "interventions_goalstep"
  WHERE "interventions_goalstep"."case_id" = %s
  ORDER BY "interventions_goalstep"."goal_id" ASC, "interventions_goalstep"."place" ASC, "interventions_goalstep"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_plancomment".…
  FROM "interventions_plancomment"
  WHERE "interventions_plancomment"."case_id" = %s
  ORDER BY "interventions_plancomment"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_intervention".…, "offers_offer".…, "organisation_unit".…
  FROM "interventions_intervention"
  LEFT OUTER JOIN "offers_offer" ON ("interventions_intervention"."offer_id" = "offers_offer"."id")
  LEFT OUTER JOIN "organisation_unit" ON ("interventions_intervention"."unit_id" = "organisation_unit"."id")
  WHERE "interventions_intervention"."case_id" = %s
  ORDER BY "interventions_intervention"."number" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_interventionperiod".…
  FROM "interventions_interventionperiod"
  WHERE ("interventions_interventionperiod"."case_id" = %s AND "interventions_interventionperiod"."withdrawn_at" IS NULL)
  ORDER BY "interventions_interventionperiod"."intervention_id" ASC, "interventions_interventionperiod"."starts" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_order".…, "organisation_unit".…
  FROM "interventions_order"
  INNER JOIN "organisation_unit" ON ("interventions_order"."unit_id" = "organisation_unit"."id")
  WHERE "interventions_order"."case_id" = %s
  ORDER BY "interventions_order"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_ordergoal".…
  FROM "interventions_ordergoal"
  WHERE "interventions_ordergoal"."case_id" = %s
  ORDER BY "interventions_ordergoal"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_statusnote".…
  FROM "interventions_statusnote"
  WHERE "interventions_statusnote"."case_id" = %s
  ORDER BY "interventions_statusnote"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_orderquestion".…
  FROM "interventions_orderquestion"
  WHERE "interventions_orderquestion"."case_id" = %s
  ORDER BY "interventions_orderquestion"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_orderdocument".…, "files_storedfile".…
  FROM "interventions_orderdocument"
  INNER JOIN "files_storedfile" ON ("interventions_orderdocument"."file_id" = "files_storedfile"."id")
  WHERE "interventions_orderdocument"."case_id" = %s
  ORDER BY "interventions_orderdocument"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_statusnotegoal".…
  FROM "interventions_statusnotegoal"
  WHERE "interventions_statusnotegoal"."case_id" = %s
  ORDER BY "interventions_statusnotegoal"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_followup".…
  FROM "interventions_followup"
  WHERE "interventions_followup"."case_id" = %s
  ORDER BY "interventions_followup"."number" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_followupgoal".…
  FROM "interventions_followupgoal"
  WHERE "interventions_followupgoal"."case_id" = %s
  ORDER BY "interventions_followupgoal"."id" ASC) as r(c…))

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."helper_id" IS NOT NULL AND "people_onetimehelp"."person_id" = %s AND "people_onetimehelp"."ended_at" IS NULL AND "people_onetimehelp"."ends_at" > %s)
  ORDER BY "people_onetimehelp"."started_at" DESC, "people_onetimehelp"."id" DESC
  LIMIT %s

