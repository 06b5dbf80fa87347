-- Loans that have ended stand in the cycles of their keys: a month of them is found by when they were lent, and not by going
-- through every cycle that every key ever had (KEY-03).
CREATE INDEX cycles_lent ON cycles(json_extract(result, '$.lent_at')) WHERE json_extract(result, '$.lent_at') IS NOT NULL;
