-- The month's figures in SQL (STA-09), put together from the terms of all groups: a figure's numerator and denominator,
-- whole (part NULL) and by each of its sides. A figure of which there is nothing has no line.
CREATE VIEW v_month_terms (month, figure, unit, number, taken, sides) AS
SELECT * FROM v_month_complaint_terms
UNION ALL SELECT * FROM v_month_order_terms
UNION ALL SELECT * FROM v_month_sheet_terms
UNION ALL SELECT * FROM v_month_reception_terms
UNION ALL SELECT * FROM v_month_emergency_terms
UNION ALL SELECT * FROM v_month_callback_terms
UNION ALL SELECT * FROM v_month_household_terms
UNION ALL SELECT * FROM v_month_service_terms
UNION ALL SELECT * FROM v_month_stocktake_terms
UNION ALL SELECT * FROM v_month_key_terms
UNION ALL SELECT * FROM v_month_visit_terms
UNION ALL SELECT * FROM v_month_pass_terms
UNION ALL SELECT * FROM v_month_reminder_terms;

-- The same once for the whole (part NULL) and once for each side.
CREATE VIEW v_month_parts (month, figure, unit, number, taken, part) AS
SELECT month, figure, unit, number, taken, side.value
FROM v_month_terms, json_each(json_insert(sides, '$[#]', NULL)) side;

-- One line of each part stands for all: of a percentile the one with the smallest value that at least nine tenths of all do
-- not exceed, else the first.
CREATE VIEW v_month_figures (month, figure, part, numerator, denominator) AS
SELECT month, figure, part, CASE unit WHEN 'percentile90' THEN taken ELSE total END,
    CASE WHEN unit IN ('share', 'mean', 'percentile90') THEN places END
FROM (SELECT month, figure, unit, part, taken, sum(taken) OVER whole AS total, count(*) OVER whole AS places,
        row_number() OVER line AS place
    FROM v_month_parts
    WINDOW whole AS (PARTITION BY month, figure, part), line AS (PARTITION BY month, figure, part ORDER BY taken))
WHERE place = CASE unit WHEN 'percentile90' THEN (9 * places + 9) / 10 ELSE 1 END;
