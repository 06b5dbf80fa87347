-- The month's figures in SQL (STA-09): callbacks, households, services, keys, visits and the ledgers.

-- One line a callback, in the month in which it stands, and one for each case that the lottery drew and about which nobody
-- is owed a callback yet; such a line has no state.
CREATE VIEW v_month_callbacks AS
SELECT b.month, c.number, c.received_at, c.name, c.unit, c.building, c.department, c.state, c.open, b.kind, b.drawn,
    b.technician, b.form, b.attempts, b.asked_at, b.asked_by, b.satisfied, b.said, b.reviewed_at, b.comment, b.opinion,
    b.decision,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'callback') AS asked_in_time,
    (SELECT (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = v.case_id AND t.milestone = 'review')
        FROM reviews v JOIN cases a ON a.id = v.case_id
        WHERE v.kind = 'callbacks' AND v.first_day = b.month || '-01' AND a.state <> 'voided') AS filed_in_time
FROM callbacks b JOIN cases c ON c.id = b.case_id
UNION ALL
SELECT l.month, l.number, c.received_at, c.name, c.unit, c.building, c.department, NULL, NULL, l.kind, 1,
    nullif(l.technician, ''), NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM lots l JOIN cases c ON c.id = l.case_id
WHERE l.drawn_at IS NOT NULL AND c.open = 1 AND NOT EXISTS
    (SELECT 1 FROM links k JOIN callbacks b ON b.case_id = k.to_id JOIN cases o ON o.id = b.case_id
     WHERE k.from_id = l.case_id AND b.kind = l.kind AND o.state <> 'voided');

CREATE VIEW v_month_callback_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'callbacks.done', 'share', number, satisfied IS NOT NULL, json_array('kind:' || kind, 'technician:' || coalesce(technician, '-'), 'department:' || coalesce(department, '-'))
    FROM v_month_callbacks WHERE state IS NOT 'voided' AND kind <> 'household'
UNION ALL SELECT month, 'callbacks.in_time', 'share', number, asked_in_time, json_array('kind:' || kind)
    FROM v_month_callbacks WHERE state IS NOT 'voided' AND kind <> 'household' AND asked_in_time IS NOT NULL
UNION ALL SELECT month, 'callbacks.visits', 'share', number, form = 'visit', json_array('kind:' || kind)
    FROM v_month_callbacks WHERE state IS NOT 'voided' AND kind <> 'household' AND satisfied IS NOT NULL
UNION ALL SELECT month, 'callbacks.satisfied', 'share', number, satisfied, json_array('kind:' || kind, 'technician:' || coalesce(technician, '-'), 'department:' || coalesce(department, '-'))
    FROM v_month_callbacks WHERE state IS NOT 'voided' AND kind <> 'household' AND satisfied IS NOT NULL
UNION ALL SELECT month, 'callbacks.failed', 'cases', number, 1, json_array('kind:' || kind, 'technician:' || coalesce(technician, '-'), 'department:' || coalesce(department, '-'))
    FROM v_month_callbacks WHERE state <> 'voided' AND satisfied = 0
UNION ALL SELECT month, 'callbacks.decided', 'share', number, decision IS NOT NULL, '[]'
    FROM v_month_callbacks WHERE state <> 'voided' AND satisfied = 0
UNION ALL SELECT month, 'callbacks.reviewed', 'share', number, reviewed_at IS NOT NULL, '[]'
    FROM v_month_callbacks WHERE state IS NOT 'voided' AND kind <> 'household' AND satisfied IS NOT NULL
UNION ALL SELECT month, 'callbacks.unanswered', 'times', number, attempts - (satisfied IS NOT NULL), json_array('kind:' || kind)
    FROM v_month_callbacks WHERE state IS NOT 'voided'
UNION ALL SELECT month, 'callbacks.closed', 'share', number, NOT open, json_array('kind:' || kind)
    FROM v_month_callbacks WHERE state <> 'voided'
UNION ALL SELECT month, 'callbacks.open', 'cases', number, 1, json_array('kind:' || kind)
    FROM v_month_callbacks WHERE state <> 'voided' AND open
UNION ALL SELECT month, 'callbacks.archived', 'share', number, filed_in_time, '[]'
    FROM v_month_callbacks WHERE state <> 'voided' AND filed_in_time IS NOT NULL
UNION ALL SELECT month, 'callbacks.voided', 'cases', number, 1, '[]'
    FROM v_month_callbacks WHERE state = 'voided';

-- One line a month and a unit in which somebody lives, as the book of residents stands.
CREATE VIEW v_month_households AS
SELECT m.month, r.unit, h.unit IS NOT NULL AS reached, b.satisfied
FROM months m JOIN (SELECT DISTINCT unit FROM residents WHERE gone = 0) r
LEFT JOIN household_calls h ON h.month = m.month AND h.unit = r.unit
LEFT JOIN callbacks b ON b.case_id = h.case_id;

CREATE VIEW v_month_household_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'households.reached', 'share', unit, reached, '[]'
    FROM v_month_households WHERE true
UNION ALL SELECT month, 'households.satisfied', 'share', unit, satisfied, '[]'
    FROM v_month_households WHERE satisfied IS NOT NULL;

-- One line a special service, in the month in which it was asked for. A callback at mid-term that was past its time when the
-- end of the service dropped it was owed all the same.
CREATE VIEW v_month_services AS
SELECT m.month, c.number, c.received_at, c.name, c.unit, c.building, c.department, c.acceptor, c.state, s.starts_at,
    s.ends_at, s.handling, s.quality, s.result, s.finished_at, s.followed_up, s.reopened,
    coalesce(s.satisfied, (SELECT json_extract(y.result, '$.satisfied') FROM cycles y
        WHERE y.case_id = c.id AND json_extract(y.result, '$.satisfied') IS NOT NULL
        ORDER BY y.cycle DESC LIMIT 1)) AS satisfied,
    (SELECT count(*) FROM links k JOIN callbacks b ON b.case_id = k.to_id JOIN cases o ON o.id = b.case_id
        WHERE k.from_id = c.id AND b.kind = 'service_mid' AND (o.state <> 'voided' OR EXISTS
            (SELECT 1 FROM clocks m WHERE m.case_id = o.id AND m.milestone = 'callback' AND m.late IS NOT NULL))) AS mid_owed,
    (SELECT count(b.satisfied) FROM links k JOIN callbacks b ON b.case_id = k.to_id JOIN cases o ON o.id = b.case_id
        WHERE k.from_id = c.id AND b.kind = 'service_mid' AND (o.state <> 'voided' OR EXISTS
            (SELECT 1 FROM clocks m WHERE m.case_id = o.id AND m.milestone = 'callback' AND m.late IS NOT NULL))) AS mid_asked,
    (SELECT count(*) FROM links k JOIN callbacks b ON b.case_id = k.to_id JOIN cases o ON o.id = b.case_id
        WHERE k.from_id = c.id AND b.kind = 'service_end' AND o.state <> 'voided') AS end_owed,
    (SELECT count(b.satisfied) FROM links k JOIN callbacks b ON b.case_id = k.to_id JOIN cases o ON o.id = b.case_id
        WHERE k.from_id = c.id AND b.kind = 'service_end' AND o.state <> 'voided') AS end_asked,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'finish') AS finished_in_time
FROM months m
CROSS JOIN cases c ON c.register = 'service' AND c.received_at >= m.starts_at AND c.received_at < m.ends_at
JOIN services s ON s.case_id = c.id;

CREATE VIEW v_month_service_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'services.requested', 'cases', number, 1, json_array('department:' || coalesce(department, '-'), 'building:' || coalesce(building, '-'))
    FROM v_month_services WHERE state <> 'voided'
UNION ALL SELECT month, 'services.in_time', 'share', number, finished_in_time, json_array('department:' || coalesce(department, '-'))
    FROM v_month_services WHERE state <> 'voided' AND finished_in_time IS NOT NULL
UNION ALL SELECT month, 'services.followed_up', 'share', number, followed_up > 0, json_array('department:' || coalesce(department, '-'))
    FROM v_month_services WHERE state <> 'voided'
UNION ALL SELECT month, 'services.satisfied', 'share', number, satisfied, json_array('department:' || coalesce(department, '-'), 'building:' || coalesce(building, '-'))
    FROM v_month_services WHERE state <> 'voided' AND satisfied IS NOT NULL
UNION ALL SELECT month, 'services.mid_asked', 'share', number, mid_asked = mid_owed, json_array('department:' || coalesce(department, '-'))
    FROM v_month_services WHERE state <> 'voided' AND mid_owed > 0
UNION ALL SELECT month, 'services.end_asked', 'share', number, end_asked = end_owed, json_array('department:' || coalesce(department, '-'))
    FROM v_month_services WHERE state <> 'voided' AND end_owed > 0
UNION ALL SELECT month, 'services.reopened', 'times', number, reopened, json_array('department:' || coalesce(department, '-'))
    FROM v_month_services WHERE state <> 'voided'
UNION ALL SELECT month, 'services.unable', 'cases', number, 1, json_array('department:' || coalesce(department, '-'))
    FROM v_month_services WHERE state = 'unable'
UNION ALL SELECT month, 'services.voided', 'cases', number, 1, '[]'
    FROM v_month_services WHERE state = 'voided';

-- One line a stock-taking of the keys, in the month that it counts.
CREATE VIEW v_month_stocktakes AS
SELECT s.month, c.number, c.state, s.keys, s.seen, s.out, s.missing, s.differences, s.report, s.reported_by, s.reported_at,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'report') AS reported_in_time
FROM stocktakes s JOIN cases c ON c.id = s.case_id;

CREATE VIEW v_month_stocktake_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'stocktakes.keys', 'times', number, keys, '[]'
    FROM v_month_stocktakes WHERE state <> 'voided'
UNION ALL SELECT month, 'stocktakes.seen', 'times', number, seen, '[]'
    FROM v_month_stocktakes WHERE state <> 'voided'
UNION ALL SELECT month, 'stocktakes.out', 'times', number, out, '[]'
    FROM v_month_stocktakes WHERE state <> 'voided'
UNION ALL SELECT month, 'stocktakes.missing', 'times', number, missing, '[]'
    FROM v_month_stocktakes WHERE state <> 'voided'
UNION ALL SELECT month, 'stocktakes.differences', 'times', number, differences, '[]'
    FROM v_month_stocktakes WHERE state <> 'voided'
UNION ALL SELECT month, 'stocktakes.reported', 'cases', number, 1, json_array('handler:' || reported_by)
    FROM v_month_stocktakes WHERE state <> 'voided' AND reported_at IS NOT NULL
UNION ALL SELECT month, 'stocktakes.in_time', 'share', number, reported_in_time, '[]'
    FROM v_month_stocktakes WHERE state <> 'voided' AND reported_in_time IS NOT NULL
UNION ALL SELECT month, 'stocktakes.voided', 'cases', number, 1, '[]'
    FROM v_month_stocktakes WHERE state = 'voided';

-- One line a loan of a key: the last one stands in the key's row, those before it in its cycles.
CREATE VIEW v_loans (case_id, borrower, holder_department, lent_at, back_by, extended_to, chased, returned_at, lost_at,
    deposit, deposit_back) AS
SELECT case_id, borrower, holder_department, lent_at, back_by, extended_to, chased, returned_at, lost_at, deposit, deposit_back
FROM house_keys WHERE lent_at IS NOT NULL
UNION ALL
SELECT y.case_id, json_extract(y.result, '$.borrower'), json_extract(y.result, '$.holder_department'),
    json_extract(y.result, '$.lent_at'), json_extract(y.result, '$.back_by'),
    json_extract(y.result, '$.extended_to'), json_extract(y.result, '$.chased'), json_extract(y.result, '$.returned_at'),
    json_extract(y.result, '$.lost_at'), json_extract(y.result, '$.deposit'), json_extract(y.result, '$.deposit_back')
FROM cycles y JOIN house_keys k ON k.case_id = y.case_id;

-- One line a loan, in the month in which it began. Whether it was in time is measured against the time agreed on first.
CREATE VIEW v_month_loans AS
SELECT m.month, c.number, c.state, k.key_number, k.kind, k.building, c.unit, l.borrower, l.holder_department AS department,
    l.lent_at, l.back_by, l.extended_to, l.chased, l.returned_at, l.lost_at, l.deposit, l.deposit_back,
    CASE WHEN l.returned_at IS NOT NULL THEN l.returned_at < l.back_by WHEN l.back_by <= (SELECT at FROM v_now) THEN 0 END AS in_time
FROM months m
JOIN v_loans l ON l.lent_at >= m.starts_at AND l.lent_at < m.ends_at
JOIN cases c ON c.id = l.case_id
JOIN house_keys k ON k.case_id = c.id;

-- One line a key that is with its resident, in the month in which it was handed over.
CREATE VIEW v_month_keys_handed_over AS
SELECT m.month, g.number, g.key_number, g.kind, g.building, g.unit, g.handed_to, g.at
FROM months m
JOIN (SELECT c.number, k.key_number, k.kind, k.building, c.unit, k.handed_to,
        (SELECT max(e.at) FROM event_cases x JOIN events e ON e.id = x.event_id
            WHERE x.case_id = c.id AND json_extract(e.action, '$.do') = 'hand_over_key') AS at
      FROM cases c JOIN house_keys k ON k.case_id = c.id WHERE c.register = 'key' AND c.state = 'handed_over') g
    ON g.at >= m.starts_at AND g.at < m.ends_at;

CREATE VIEW v_month_key_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'keys.loans', 'cases', number, 1, json_array('kind:' || kind, 'borrower:' || coalesce(borrower, '-'), 'department:' || coalesce(department, '-'), 'building:' || coalesce(building, '-'))
    FROM v_month_loans WHERE state <> 'voided'
UNION ALL SELECT month, 'keys.in_time', 'share', number, in_time, json_array('kind:' || kind, 'borrower:' || coalesce(borrower, '-'))
    FROM v_month_loans WHERE state <> 'voided' AND in_time IS NOT NULL
UNION ALL SELECT month, 'keys.lost', 'cases', number, 1, json_array('kind:' || kind, 'borrower:' || coalesce(borrower, '-'))
    FROM v_month_loans WHERE state <> 'voided' AND lost_at IS NOT NULL AND returned_at IS NULL
UNION ALL SELECT month, 'keys.extended', 'cases', number, 1, json_array('borrower:' || coalesce(borrower, '-'))
    FROM v_month_loans WHERE state <> 'voided' AND extended_to IS NOT NULL
UNION ALL SELECT month, 'keys.chased', 'times', number, chased, json_array('borrower:' || coalesce(borrower, '-'))
    FROM v_month_loans WHERE state <> 'voided'
UNION ALL SELECT month, 'keys.deposits', 'fen', number, coalesce(deposit, 0), json_array('borrower:' || coalesce(borrower, '-'))
    FROM v_month_loans WHERE state <> 'voided'
UNION ALL SELECT month, 'keys.deposits_back', 'fen', number, coalesce(deposit_back, 0), json_array('borrower:' || coalesce(borrower, '-'))
    FROM v_month_loans WHERE state <> 'voided'
UNION ALL SELECT month, 'keys.handed_over', 'cases', number, 1, json_array('kind:' || kind, 'building:' || coalesce(building, '-'))
    FROM v_month_keys_handed_over WHERE true
UNION ALL SELECT month, 'keys.voided', 'cases', number, 1, '[]'
    FROM v_month_loans WHERE state = 'voided';

-- One line a visit, in the month in which it was asked for.
CREATE VIEW v_month_visits AS
SELECT m.month, c.number, c.received_at, c.name, c.unit, c.building, c.handler, c.state, v.appointment_at, v.visited_at,
    v.said, v.result,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'visit') AS made_in_time
FROM months m
CROSS JOIN cases c ON c.register = 'visit' AND c.received_at >= m.starts_at AND c.received_at < m.ends_at
JOIN visits v ON v.case_id = c.id;

CREATE VIEW v_month_visit_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'visits.planned', 'cases', number, 1, json_array('handler:' || coalesce(handler, '-'), 'building:' || coalesce(building, '-'))
    FROM v_month_visits WHERE state <> 'voided'
UNION ALL SELECT month, 'visits.done', 'share', number, visited_at IS NOT NULL, json_array('handler:' || coalesce(handler, '-'))
    FROM v_month_visits WHERE state <> 'voided'
UNION ALL SELECT month, 'visits.in_time', 'share', number, made_in_time, '[]'
    FROM v_month_visits WHERE state <> 'voided' AND made_in_time IS NOT NULL
UNION ALL SELECT month, 'visits.voided', 'cases', number, 1, '[]'
    FROM v_month_visits WHERE state = 'voided';

-- One line a worker's pass, in the month in which it was issued.
CREATE VIEW v_month_passes AS
SELECT m.month, c.number, c.received_at, c.name, c.unit, c.building, c.state, p.pass_number, p.company, p.valid_until,
    p.extended_to, p.returned_at, p.lost_at, p.deposit, p.deposit_back,
    (SELECT nullif(min(verdict), 1) / 2 FROM v_verdicts t WHERE t.case_id = c.id AND t.milestone = 'return') AS returned_in_time,
    c.state = 'issued' AND coalesce(p.extended_to, p.valid_until) <= (SELECT at FROM v_now) AS expired
FROM months m
CROSS JOIN cases c ON c.register = 'pass' AND c.received_at >= m.starts_at AND c.received_at < m.ends_at
JOIN passes p ON p.case_id = c.id;

CREATE VIEW v_month_pass_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'passes.issued', 'cases', number, 1, json_array('building:' || coalesce(building, '-'))
    FROM v_month_passes WHERE state <> 'voided'
UNION ALL SELECT month, 'passes.in_time', 'share', number, returned_in_time, json_array('building:' || coalesce(building, '-'))
    FROM v_month_passes WHERE state <> 'voided' AND returned_in_time IS NOT NULL
UNION ALL SELECT month, 'passes.expired', 'cases', number, 1, json_array('building:' || coalesce(building, '-'))
    FROM v_month_passes WHERE expired
UNION ALL SELECT month, 'passes.lost', 'cases', number, 1, '[]'
    FROM v_month_passes WHERE state <> 'voided' AND lost_at IS NOT NULL AND returned_at IS NULL
UNION ALL SELECT month, 'passes.deposits', 'fen', number, coalesce(deposit, 0), '[]'
    FROM v_month_passes WHERE state <> 'voided'
UNION ALL SELECT month, 'passes.deposits_back', 'fen', number, coalesce(deposit_back, 0), '[]'
    FROM v_month_passes WHERE state <> 'voided'
UNION ALL SELECT month, 'passes.voided', 'cases', number, 1, '[]'
    FROM v_month_passes WHERE state = 'voided';

-- One line a fee of a household, in the month in which it was entered and in each in which the household was reminded of it.
-- A promise is measured against the time promised first; broken once is broken.
CREATE VIEW v_month_reminders AS
SELECT m.month, c.number, c.received_at, c.name, c.unit, c.building, c.state, r.fee, r.promised_at, r.moved_to, r.broken,
    r.paid_at, r.result, c.received_at >= m.starts_at AND c.received_at < m.ends_at AS begun,
    (SELECT count(*) FROM entries e WHERE e.case_id = c.id AND e.kind = 'reminded' AND e.at >= m.starts_at AND e.at < m.ends_at) AS reminded,
    CASE WHEN r.broken > 0 THEN 0 WHEN r.paid_at IS NOT NULL THEN r.paid_at < r.promised_at
         WHEN r.promised_at <= (SELECT at FROM v_now) THEN 0 END AS kept
FROM months m
CROSS JOIN cases c ON c.register = 'reminder' AND c.received_at < m.ends_at
JOIN reminders r ON r.case_id = c.id AND (c.received_at >= m.starts_at OR r.reminded_at >= m.starts_at);

CREATE VIEW v_month_reminder_terms (month, figure, unit, number, taken, sides) AS
SELECT month, 'reminders.reminded', 'cases', number, 1, json_array('kind:' || fee, 'building:' || coalesce(building, '-'))
    FROM v_month_reminders WHERE state <> 'voided' AND reminded > 0
UNION ALL SELECT month, 'reminders.times', 'times', number, reminded, json_array('kind:' || fee)
    FROM v_month_reminders WHERE state <> 'voided' AND (begun OR reminded > 0)
UNION ALL SELECT month, 'reminders.begun', 'cases', number, 1, json_array('kind:' || fee, 'building:' || coalesce(building, '-'))
    FROM v_month_reminders WHERE state <> 'voided' AND begun
UNION ALL SELECT month, 'reminders.promised', 'cases', number, 1, json_array('kind:' || fee)
    FROM v_month_reminders WHERE state <> 'voided' AND begun AND (promised_at IS NOT NULL OR broken > 0)
UNION ALL SELECT month, 'reminders.kept', 'share', number, kept, json_array('kind:' || fee)
    FROM v_month_reminders WHERE state <> 'voided' AND begun AND kept IS NOT NULL
UNION ALL SELECT month, 'reminders.broken', 'times', number, broken + coalesce(coalesce(moved_to, promised_at) <= coalesce(paid_at, (SELECT at FROM v_now)), 0), json_array('kind:' || fee)
    FROM v_month_reminders WHERE state <> 'voided' AND begun
UNION ALL SELECT month, 'reminders.paid', 'share', number, paid_at IS NOT NULL, json_array('kind:' || fee, 'building:' || coalesce(building, '-'))
    FROM v_month_reminders WHERE state <> 'voided' AND begun
UNION ALL SELECT month, 'reminders.voided', 'cases', number, 1, '[]'
    FROM v_month_reminders WHERE state = 'voided' AND begun;
