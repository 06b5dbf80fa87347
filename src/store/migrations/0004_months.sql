-- Months: where they begin and end, for anybody who asks in SQL, and what was handed in of each (STA-06).

-- Every month in which something was received or done. Local midnights as UTC; the program keeps them by the zone of
-- the settings.
CREATE TABLE months (
    month     TEXT NOT NULL PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    starts_at TEXT NOT NULL,
    ends_at   TEXT NOT NULL,
    CHECK (starts_at < ends_at)
) STRICT, WITHOUT ROWID;

-- The month's figures as they were handed in, with what they were made of. A correction is a further edition.
CREATE TABLE hand_ins (
    month     TEXT NOT NULL,
    edition   INTEGER NOT NULL CHECK (edition >= 1),
    case_id   INTEGER NOT NULL REFERENCES cases(id),
    signature TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    note      TEXT,
    figures   TEXT NOT NULL CHECK (json_valid(figures)),
    facts     TEXT NOT NULL CHECK (json_valid(facts)),
    -- Of month, edition, signature, time, figures and facts; the journal has it as well.
    digest    TEXT NOT NULL,
    PRIMARY KEY (month, edition)
) STRICT;
CREATE INDEX hand_ins_of_case ON hand_ins(case_id);
CREATE TRIGGER hand_ins_stay   BEFORE UPDATE ON hand_ins BEGIN SELECT RAISE(ABORT, 'what was handed in is never changed'); END;
CREATE TRIGGER hand_ins_remain BEFORE DELETE ON hand_ins BEGIN SELECT RAISE(ABORT, 'what was handed in is never removed'); END;

-- The last event of the program that asked for no month: months in which only that one was at work are not missed.
CREATE TABLE asked_since (event INTEGER NOT NULL) STRICT;
INSERT INTO asked_since SELECT coalesce(max(id), 0) FROM events;
CREATE TRIGGER asked_since_stays   BEFORE UPDATE ON asked_since BEGIN SELECT RAISE(ABORT, 'since when months are asked for is never changed'); END;
CREATE TRIGGER asked_since_remains BEFORE DELETE ON asked_since BEGIN SELECT RAISE(ABORT, 'since when months are asked for is never changed'); END;
