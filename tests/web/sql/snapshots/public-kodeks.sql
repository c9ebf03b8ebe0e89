-- the scope opens

SELECT "supervision_kodeksversion".…
  FROM "supervision_kodeksversion"
  WHERE "supervision_kodeksversion"."valid_from" <= %s
  ORDER BY "supervision_kodeksversion"."valid_from" DESC, "supervision_kodeksversion"."number" DESC
  LIMIT %s

