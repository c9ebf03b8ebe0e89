-- the scope opens

SELECT "insight_indicatorfigure".…
  FROM "insight_indicatorfigure"
  WHERE "insight_indicatorfigure"."indicator" IN (%s …)
  ORDER BY "insight_indicatorfigure"."until" ASC, "insight_indicatorfigure"."month" ASC, "insight_indicatorfigure"."unit" ASC, "insight_indicatorfigure"."part" ASC

