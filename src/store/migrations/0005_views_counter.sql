-- The month's figures in SQL, for anybody who wants to check them (STA-09): complaints. The program does not read
-- these views; it works its figures out by itself, and a test holds both against each other.
--
--   sqlite3 -box frontdesk.db "SELECT * FROM v_month_figures WHERE month = '2026-10'"

-- The moment as which running clocks are looked at. To look from another one, put another view in its place in a copy.
CREATE VIEW v_now (at) AS SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now');

-- How the clocks of one milestone of a case stand, over all its cycles: 1 in time, 0 late, NULL not decided. A breach
-- stays one whatever stopped the clock.
CREATE VIEW v_timing (case_id, milestone, in_time) AS
SELECT case_id, milestone,
    CASE WHEN sum(late > 0) > 0 OR sum(stopped_at IS NULL AND crosses_at <= (SELECT at FROM v_now)) > 0 THEN 0
         WHEN sum(stopped_at IS NULL) > 0 THEN NULL
         WHEN sum(stop_reason = 'reached') > 0 THEN 1 END
FROM clocks GROUP BY case_id, milestone;

-- One line a complaint, in the month in which it was received.
CREATE VIEW v_month_complaints AS
SELECT m.month, c.number, c.received_at, c.name, c.unit, c.building, c.acceptor, c.handler, c.department, c.channel,
    c.state, k.category,
    CASE WHEN k.regrade_at <= (SELECT at FROM v_now) THEN 'major' ELSE k.severity END AS severity,
    k.urgency, k.validity, k.measures, k.result, k.reopened,
    coalesce(k.satisfied, (SELECT json_extract(y.result, '$.satisfied') FROM cycles y WHERE y.case_id = c.id ORDER BY y.cycle DESC LIMIT 1)) AS satisfied,
    (SELECT in_time FROM v_timing t WHERE t.case_id = c.id AND t.milestone = 'contact') AS contact_in_time,
    (SELECT in_time FROM v_timing t WHERE t.case_id = c.id AND t.milestone = 'solve') AS solved_in_time
FROM months m
JOIN cases c ON c.register = 'complaint' AND c.received_at >= m.starts_at AND c.received_at < m.ends_at
JOIN complaints k ON k.case_id = c.id;

-- What each figure takes of each complaint that it speaks of: `taken` is added up, the lines are counted. `sides` are the
-- parts of the figure to which the line belongs.
CREATE VIEW v_month_complaint_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'complaints.received', 'cases', number, 1, json_array('category:' || category, 'severity:' || severity,
        'validity:' || validity, 'department:' || coalesce(department, '-'), 'building:' || coalesce(building, '-'),
        'channel:' || channel)
    FROM v_month_complaints WHERE state <> 'voided'
UNION ALL SELECT month, 'complaints.valid', 'share', number, validity = 'valid', json_array('category:' || category)
    FROM v_month_complaints WHERE state <> 'voided' AND validity <> 'unjudged'
UNION ALL SELECT month, 'complaints.in_time', 'share', number, solved_in_time,
        json_array('category:' || category, 'severity:' || severity, 'department:' || coalesce(department, '-'))
    FROM v_month_complaints WHERE state <> 'voided' AND validity = 'valid' AND solved_in_time IS NOT NULL
UNION ALL SELECT month, 'complaints.undecided', 'cases', number, 1, '[]'
    FROM v_month_complaints WHERE state <> 'voided' AND validity = 'valid' AND solved_in_time IS NULL
UNION ALL SELECT month, 'complaints.contact_in_time', 'share', number, contact_in_time, '[]'
    FROM v_month_complaints WHERE state <> 'voided' AND contact_in_time IS NOT NULL
UNION ALL SELECT month, 'complaints.satisfied', 'share', number, satisfied, json_array('category:' || category)
    FROM v_month_complaints WHERE state <> 'voided' AND satisfied IS NOT NULL
UNION ALL SELECT month, 'complaints.reopened', 'times', number, reopened, json_array('category:' || category)
    FROM v_month_complaints WHERE state <> 'voided'
UNION ALL SELECT month, 'complaints.voided', 'cases', number, 1, '[]'
    FROM v_month_complaints WHERE state = 'voided';
