-- The month's figures in SQL, for anybody who wants to check them (STA-09): complaints, work orders, receptions,
-- emergencies. The program does not read these views; it works its figures out by itself, and a test holds both against
-- each other.
--
--   sqlite3 -box frontdesk.db "SELECT * FROM v_month_figures WHERE month = '2026-10'"

-- The moment as which running clocks are looked at. To look from another one, put another view in its place in a copy.
CREATE VIEW v_now (at) AS SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now');

-- What each clock says of its milestone: 0 late, 1 not decided yet, 2 reached in time, NULL nothing. A breach stays one
-- whatever stopped the clock, also one by 0 seconds: the due second is the first late one. A clock that was started for a
-- promise that was moved, beside the one of the first promise, says nothing: the first one counts.
CREATE VIEW v_verdicts (case_id, milestone, verdict) AS
SELECT case_id, milestone,
    CASE WHEN late IS NOT NULL OR (stopped_at IS NULL AND crosses_at <= (SELECT at FROM v_now)) THEN 0
         WHEN stopped_at IS NULL THEN 1
         WHEN stop_reason = 'reached' THEN 2 END
FROM clocks t
WHERE NOT (t.within = 'promised' AND EXISTS (SELECT 1 FROM clocks first
    WHERE first.case_id = t.case_id AND first.cycle = t.cycle AND first.rule = t.rule AND first.armed_at < t.armed_at
    AND (first.stopped_at IS NULL OR first.stopped_at > t.armed_at)));

-- How one milestone of a case stands over all its clocks and cycles: 1 in time, 0 late, NULL not decided. Late once is
-- late; what still runs is not decided. The views below ask v_verdicts case by case, since that is read from an index.
CREATE VIEW v_timing (case_id, milestone, in_time) AS
SELECT case_id, milestone, nullif(min(verdict), 1) / 2 FROM v_verdicts GROUP BY case_id, milestone;

-- One line a complaint, in the month in which it was received. Here and below CROSS JOIN has SQLite begin with the month,
-- so that one month of a large file is read and not all of it.
CREATE VIEW v_month_complaints AS
SELECT m.month, c.number, c.received_at, c.name, c.unit, c.building, c.acceptor, c.handler, c.department, c.channel,
    c.state, k.category,
    CASE WHEN k.regrade_at <= (SELECT at FROM v_now) THEN 'major' ELSE k.severity END AS severity,
    k.urgency, k.validity, k.measures, k.result, k.reopened,
    CASE WHEN c.state IN ('solved', 'closed') THEN k.completed_at END AS solved_at,
    coalesce(k.satisfied, (SELECT json_extract(y.result, '$.satisfied') FROM cycles y
        WHERE y.case_id = c.id AND json_extract(y.result, '$.satisfied') IS NOT NULL
        ORDER BY y.cycle DESC LIMIT 1)) AS satisfied,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'contact') AS contact_in_time,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'solve') AS solved_in_time,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'head_office') AS reported_in_time,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'reply') AS replied_in_time,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'sign') AS signed_in_time
FROM months m
CROSS JOIN cases c ON c.register = 'complaint' AND c.received_at >= m.starts_at AND c.received_at < m.ends_at
JOIN complaints k ON k.case_id = c.id;

-- What each figure takes of each complaint that it speaks of: `taken` is added up, the lines are counted. `sides` are the
-- parts of the figure to which the line belongs.
CREATE VIEW v_month_complaint_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'complaints.received', 'cases', number, 1, json_array('category:' || category, 'severity:' || severity, 'validity:' || validity, 'department:' || coalesce(department, '-'), 'handler:' || coalesce(handler, '-'), 'building:' || coalesce(building, '-'), 'channel:' || channel)
    FROM v_month_complaints WHERE state <> 'voided'
UNION ALL SELECT month, 'complaints.valid', 'share', number, validity IN ('valid', 'unjudged'), json_array('category:' || category)
    FROM v_month_complaints WHERE state <> 'voided'
UNION ALL SELECT month, 'complaints.unjudged', 'cases', number, 1, '[]'
    FROM v_month_complaints WHERE state <> 'voided' AND validity = 'unjudged'
UNION ALL SELECT month, 'complaints.in_time', 'share', number, solved_in_time, json_array('category:' || category, 'severity:' || severity, 'department:' || coalesce(department, '-'))
    FROM v_month_complaints WHERE state <> 'voided' AND validity IN ('valid', 'unjudged') AND solved_in_time IS NOT NULL
UNION ALL SELECT month, 'complaints.undecided', 'cases', number, 1, '[]'
    FROM v_month_complaints WHERE state <> 'voided' AND validity IN ('valid', 'unjudged') AND solved_in_time IS NULL AND solved_at IS NULL
UNION ALL SELECT month, 'complaints.solve_time', 'mean', number, unixepoch(solved_at) - unixepoch(received_at), json_array('category:' || category, 'severity:' || severity, 'department:' || coalesce(department, '-'), 'handler:' || coalesce(handler, '-'))
    FROM v_month_complaints WHERE solved_at IS NOT NULL
UNION ALL SELECT month, 'complaints.contact_in_time', 'share', number, contact_in_time, '[]'
    FROM v_month_complaints WHERE state <> 'voided' AND contact_in_time IS NOT NULL
UNION ALL SELECT month, 'complaints.reported_in_time', 'share', number, reported_in_time, '[]'
    FROM v_month_complaints WHERE state <> 'voided' AND reported_in_time IS NOT NULL
UNION ALL SELECT month, 'complaints.replied_in_time', 'share', number, replied_in_time, '[]'
    FROM v_month_complaints WHERE state <> 'voided' AND replied_in_time IS NOT NULL
UNION ALL SELECT month, 'complaints.signed_in_time', 'share', number, signed_in_time, '[]'
    FROM v_month_complaints WHERE state <> 'voided' AND signed_in_time IS NOT NULL
UNION ALL SELECT month, 'complaints.satisfied', 'share', number, satisfied, json_array('category:' || category)
    FROM v_month_complaints WHERE state <> 'voided' AND satisfied IS NOT NULL
UNION ALL SELECT month, 'complaints.reopened', 'times', number, reopened, json_array('category:' || category)
    FROM v_month_complaints WHERE state <> 'voided'
UNION ALL SELECT month, 'complaints.voided', 'cases', number, 1, '[]'
    FROM v_month_complaints WHERE state = 'voided';

-- One line a work order. It was done when it was finished last and not opened again since.
CREATE VIEW v_month_orders AS
SELECT m.month, c.number, c.received_at, c.unit, c.building, c.department, c.channel, c.state, w.job, w.urgency, w.technician,
    coalesce((SELECT min(json_extract(y.result, '$.arrived_at')) FROM cycles y WHERE y.case_id = c.id),
        w.arrived_at) AS arrived_at,
    CASE WHEN c.state IN ('finished', 'closed') THEN w.finished_at END AS done_at,
    w.pressed, w.passed_on, w.apologies, w.reopened, w.stub_at, w.department_copy_at, w.resident_copy_at,
    coalesce(w.satisfied, (SELECT json_extract(y.result, '$.satisfied') FROM cycles y
        WHERE y.case_id = c.id AND json_extract(y.result, '$.satisfied') IS NOT NULL
        ORDER BY y.cycle DESC LIMIT 1)) AS satisfied,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'arrive') AS arrived_in_time,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'finish') AS finished_in_time
FROM months m
CROSS JOIN cases c ON c.register = 'work_order' AND c.received_at >= m.starts_at AND c.received_at < m.ends_at
JOIN work_orders w ON w.case_id = c.id;

CREATE VIEW v_month_order_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'orders.received', 'cases', number, 1, json_array('job:' || job, 'department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'), 'building:' || coalesce(building, '-'), 'channel:' || channel, 'urgency:' || urgency)
    FROM v_month_orders WHERE state <> 'voided'
UNION ALL SELECT month, 'orders.finished', 'cases', number, 1, json_array('job:' || job, 'department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_orders WHERE done_at IS NOT NULL
UNION ALL SELECT month, 'orders.unable', 'cases', number, 1, json_array('job:' || job, 'department:' || coalesce(department, '-'))
    FROM v_month_orders WHERE state = 'unable'
UNION ALL SELECT month, 'orders.open', 'cases', number, 1, json_array('job:' || job, 'department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_orders WHERE state NOT IN ('voided', 'unable') AND done_at IS NULL
UNION ALL SELECT month, 'orders.arrived_in_time', 'share', number, arrived_in_time, json_array('job:' || job, 'department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_orders WHERE state <> 'voided' AND arrived_in_time IS NOT NULL
UNION ALL SELECT month, 'orders.finished_in_time', 'share', number, finished_in_time, json_array('job:' || job, 'department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_orders WHERE state <> 'voided' AND finished_in_time IS NOT NULL
UNION ALL SELECT month, 'orders.arrival_time', 'mean', number, unixepoch(arrived_at) - unixepoch(received_at), json_array('department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_orders WHERE state <> 'voided' AND arrived_at IS NOT NULL
UNION ALL SELECT month, 'orders.arrival_time_90', 'percentile90', number, unixepoch(arrived_at) - unixepoch(received_at), json_array('department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_orders WHERE state <> 'voided' AND arrived_at IS NOT NULL
UNION ALL SELECT month, 'orders.finish_time', 'mean', number, unixepoch(done_at) - unixepoch(received_at), json_array('department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_orders WHERE done_at IS NOT NULL
UNION ALL SELECT month, 'orders.finish_time_90', 'percentile90', number, unixepoch(done_at) - unixepoch(received_at), json_array('department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_orders WHERE done_at IS NOT NULL
UNION ALL SELECT month, 'orders.pressed', 'times', number, pressed, json_array('department:' || coalesce(department, '-'))
    FROM v_month_orders WHERE state <> 'voided'
UNION ALL SELECT month, 'orders.passed_on', 'times', number, passed_on, json_array('department:' || coalesce(department, '-'))
    FROM v_month_orders WHERE state <> 'voided'
UNION ALL SELECT month, 'orders.apologies', 'times', number, apologies, json_array('department:' || coalesce(department, '-'))
    FROM v_month_orders WHERE state <> 'voided'
UNION ALL SELECT month, 'orders.satisfied', 'share', number, satisfied, json_array('job:' || job, 'department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_orders WHERE state <> 'voided' AND satisfied IS NOT NULL
UNION ALL SELECT month, 'orders.reopened', 'times', number, reopened, json_array('department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_orders WHERE state <> 'voided'
UNION ALL SELECT month, 'orders.copies_missing', 'times', number, (stub_at = 'missing') + (department_copy_at = 'missing') + (resident_copy_at = 'missing'), json_array('department:' || coalesce(department, '-'))
    FROM v_month_orders WHERE state <> 'voided'
UNION ALL SELECT month, 'orders.voided', 'cases', number, 1, '[]'
    FROM v_month_orders WHERE state = 'voided';

-- Orders that have ended and whose signed sheet is still out, of each month and of all months before it (DSP-10).
CREATE INDEX work_orders_sheet_out ON work_orders(case_id) WHERE department_copy_at IN ('department', 'resident');
CREATE VIEW v_month_sheets AS
SELECT m.month, c.number, c.received_at, c.unit, c.department, w.technician, w.department_copy_at AS place,
    c.received_at < m.starts_at AS earlier
FROM months m
CROSS JOIN work_orders w ON w.department_copy_at IN ('department', 'resident')
JOIN cases c ON c.id = w.case_id AND c.state IN ('finished', 'closed', 'unable') AND c.received_at < m.ends_at;

CREATE VIEW v_month_sheet_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'sheets.month', 'cases', number, 1, json_array('department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_sheets WHERE earlier = 0
UNION ALL SELECT month, 'sheets.earlier', 'cases', number, 1, json_array('department:' || coalesce(department, '-'), 'technician:' || coalesce(technician, '-'))
    FROM v_month_sheets WHERE earlier = 1;

-- One line a reception.
CREATE VIEW v_month_receptions AS
SELECT m.month, c.number, c.received_at, c.unit, c.building, c.department, c.channel, c.state, c.open, r.kind, r.course,
    r.adopted, r.told_at, c.cycle - 1 AS reopened,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'finish') AS finished_in_time,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'reply') AS replied_in_time
FROM months m
CROSS JOIN cases c ON c.register = 'reception' AND c.received_at >= m.starts_at AND c.received_at < m.ends_at
JOIN receptions r ON r.case_id = c.id;

CREATE VIEW v_month_reception_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'receptions.received', 'cases', number, 1, json_array('channel:' || channel, 'kind:' || kind, 'course:' || course, 'department:' || coalesce(department, '-'), 'building:' || coalesce(building, '-'))
    FROM v_month_receptions WHERE state <> 'voided'
UNION ALL SELECT month, 'receptions.open', 'cases', number, 1, json_array('course:' || course)
    FROM v_month_receptions WHERE open = 1
UNION ALL SELECT month, 'receptions.finished_in_time', 'share', number, finished_in_time, json_array('kind:' || kind, 'course:' || course, 'department:' || coalesce(department, '-'))
    FROM v_month_receptions WHERE state <> 'voided' AND finished_in_time IS NOT NULL
UNION ALL SELECT month, 'receptions.replied_in_time', 'share', number, replied_in_time, json_array('department:' || coalesce(department, '-'))
    FROM v_month_receptions WHERE state <> 'voided' AND replied_in_time IS NOT NULL
UNION ALL SELECT month, 'receptions.suggestions', 'cases', number, 1, json_array('department:' || coalesce(department, '-'))
    FROM v_month_receptions WHERE state <> 'voided' AND kind = 'suggestion'
UNION ALL SELECT month, 'receptions.adopted', 'share', number, adopted, '[]'
    FROM v_month_receptions WHERE state <> 'voided' AND kind = 'suggestion' AND adopted IS NOT NULL
UNION ALL SELECT month, 'receptions.told', 'share', number, told_at IS NOT NULL, '[]'
    FROM v_month_receptions WHERE state <> 'voided' AND kind = 'suggestion' AND adopted IS NOT NULL
UNION ALL SELECT month, 'receptions.unable', 'cases', number, 1, '[]'
    FROM v_month_receptions WHERE state = 'unable'
UNION ALL SELECT month, 'receptions.reopened', 'times', number, reopened, '[]'
    FROM v_month_receptions WHERE state <> 'voided'
UNION ALL SELECT month, 'receptions.voided', 'cases', number, 1, '[]'
    FROM v_month_receptions WHERE state = 'voided';

-- One line an emergency.
CREATE VIEW v_month_emergencies AS
SELECT m.month, c.number, c.received_at, c.building, e.place, c.state, e.kind, e.told_at, e.arrived_at, e.over_at, e.first_aid,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'tell') AS told_in_time,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'arrive') AS arrived_in_time,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'review') AS reviewed_in_time
FROM months m
CROSS JOIN cases c ON c.register = 'emergency' AND c.received_at >= m.starts_at AND c.received_at < m.ends_at
JOIN emergencies e ON e.case_id = c.id;

CREATE VIEW v_month_emergency_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'emergencies.raised', 'cases', number, 1, json_array('kind:' || coalesce(kind, '-'), 'building:' || coalesce(building, '-'))
    FROM v_month_emergencies WHERE state <> 'voided'
UNION ALL SELECT month, 'emergencies.told_in_time', 'share', number, told_in_time, '[]'
    FROM v_month_emergencies WHERE state <> 'voided' AND told_in_time IS NOT NULL
UNION ALL SELECT month, 'emergencies.arrived_in_time', 'share', number, arrived_in_time, json_array('kind:' || coalesce(kind, '-'))
    FROM v_month_emergencies WHERE state <> 'voided' AND arrived_in_time IS NOT NULL
UNION ALL SELECT month, 'emergencies.arrival_time', 'mean', number, unixepoch(arrived_at) - unixepoch(received_at), json_array('kind:' || coalesce(kind, '-'))
    FROM v_month_emergencies WHERE state <> 'voided' AND arrived_at IS NOT NULL
UNION ALL SELECT month, 'emergencies.reviewed_in_time', 'share', number, reviewed_in_time, '[]'
    FROM v_month_emergencies WHERE state <> 'voided' AND reviewed_in_time IS NOT NULL
UNION ALL SELECT month, 'emergencies.first_aid', 'cases', number, 1, '[]'
    FROM v_month_emergencies WHERE state <> 'voided' AND first_aid = 1
UNION ALL SELECT month, 'emergencies.voided', 'cases', number, 1, '[]'
    FROM v_month_emergencies WHERE state = 'voided';

-- How often one building had one kind of problem in the month (STA-07): complaints by category, work orders by job.
--
--   sqlite3 -box frontdesk.db "SELECT * FROM v_month_repeats WHERE month = '2026-10' AND count >= 3"
CREATE VIEW v_month_repeats (month, form, building, kind, count) AS
SELECT month, 'complaints', building, category, count(*) FROM v_month_complaints
    WHERE state <> 'voided' AND building IS NOT NULL GROUP BY month, building, category
UNION ALL
SELECT month, 'orders', building, job, count(*) FROM v_month_orders
    WHERE state <> 'voided' AND building IS NOT NULL GROUP BY month, building, job;
