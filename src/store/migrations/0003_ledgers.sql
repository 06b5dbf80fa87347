-- Words that the later registers bring. A check is a condition on new rows only and no part of how rows are kept, so a
-- list that grows is written anew where the schema stands, as SQLite's own manual describes for checks: no row is touched,
-- and a file of a million cases takes a moment. `RESET` has the connection read the schema again.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''stocktake'')', '''stocktake'',''pass'',''reminder'')')
    WHERE type = 'table' AND name = 'cases';
UPDATE sqlite_schema SET sql = replace(sql, '''rejected'',''voided'')),', '''rejected'',''voided'',''issued'',''reminding'',''promised'',''removed'')),')
    WHERE type = 'table' AND name = 'cases';
UPDATE sqlite_schema SET sql = replace(sql, '''voided'',''kept'',''handed_over'')', '''voided'',''kept'',''handed_over'',''removed'')')
    WHERE type = 'table' AND name = 'cases';
UPDATE sqlite_schema SET sql = replace(sql, '''take_over'',''report'')', '''take_over'',''report'',''remind'',''pay'')')
    WHERE type = 'table' AND name = 'clocks';
UPDATE sqlite_schema SET sql = replace(sql, '''deposit'',''note'',''count'')', '''deposit'',''note'',''count'',''reminded'')')
    WHERE type = 'table' AND name = 'entries';
UPDATE sqlite_schema SET sql = replace(sql, '''week'',''callbacks'')', '''week'',''callbacks'',''month'')')
    WHERE type = 'table' AND name = 'reviews';
PRAGMA writable_schema = RESET;

-- 临时出入证: a worker's pass, from when it was issued until it is back (LED-04).
CREATE TABLE passes (
    case_id      INTEGER PRIMARY KEY REFERENCES cases(id),
    pass_number  TEXT NOT NULL,
    company      TEXT,
    valid_until  TEXT NOT NULL,
    -- As it was extended last, if it was.
    extended_to  TEXT,
    deposit      INTEGER CHECK (deposit >= 0),
    -- 1 from when it was issued until it is back, lost or voided.
    is_out       INTEGER NOT NULL CHECK (is_out IN (0, 1)),
    returned_at  TEXT,
    deposit_back INTEGER CHECK (deposit_back >= 0),
    lost_at      TEXT,
    follow_up    TEXT
) STRICT;
-- A card is used again once it is back, but it is not out twice.
CREATE UNIQUE INDEX passes_out ON passes(pass_number) WHERE is_out = 1;

-- 催缴: whom, how often, when next, what was promised; no book-keeping (LED-06).
CREATE TABLE reminders (
    case_id     INTEGER PRIMARY KEY REFERENCES cases(id),
    fee         TEXT NOT NULL,
    reminded    INTEGER NOT NULL CHECK (reminded >= 0),
    reminded_at TEXT,
    next_at     TEXT,
    promised_at TEXT,
    -- As the promise was moved last, if it was.
    moved_to    TEXT,
    -- Promises that went by without payment.
    broken      INTEGER NOT NULL CHECK (broken >= 0),
    paid_at     TEXT,
    result      TEXT
) STRICT;
