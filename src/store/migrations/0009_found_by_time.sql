-- What was done in a month is found by its time, and not by going through all that was ever done.

-- Loans that have ended stand in the cycles of their keys (KEY-03).
CREATE INDEX cycles_lent ON cycles(json_extract(result, '$.lent_at')) WHERE json_extract(result, '$.lent_at') IS NOT NULL;
-- Fees of which somebody was reminded (LED-06).
CREATE INDEX entries_reminded ON entries(at, case_id) WHERE kind = 'reminded';
