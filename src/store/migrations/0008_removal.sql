-- How a month of callbacks stood when it was filed (CBK-09).
ALTER TABLE reviews ADD COLUMN filed INTEGER CHECK (filed >= 0);
ALTER TABLE reviews ADD COLUMN left_open INTEGER CHECK (left_open >= 0);

-- Records past their time can be removed, on purpose only (SEC-05): the row of the case stays as `removed`, with its number,
-- and of such a case alone the rest may go. The journal and what was handed in are never removed.
DROP TRIGGER entries_remain;
DROP TRIGGER cycles_remain;
DROP TRIGGER pauses_remain;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries WHEN (SELECT state FROM cases WHERE id = OLD.case_id) IS NOT 'removed'
    BEGIN SELECT RAISE(ABORT, 'lines are never removed'); END;
CREATE TRIGGER cycles_remain  BEFORE DELETE ON cycles  WHEN (SELECT state FROM cases WHERE id = OLD.case_id) IS NOT 'removed'
    BEGIN SELECT RAISE(ABORT, 'a cycle that ended is never removed'); END;
CREATE TRIGGER pauses_remain  BEFORE DELETE ON pauses  WHEN (SELECT state FROM cases WHERE id = OLD.case_id) IS NOT 'removed'
    BEGIN SELECT RAISE(ABORT, 'pauses are never removed'); END;
CREATE TRIGGER clocks_remain  BEFORE DELETE ON clocks
    WHEN OLD.stopped_at IS NOT NULL AND (SELECT state FROM cases WHERE id = OLD.case_id) IS NOT 'removed'
    BEGIN SELECT RAISE(ABORT, 'a stopped clock is frozen'); END;
-- What was removed does not come back under its number, and only what had ended goes.
CREATE TRIGGER removed_stay   BEFORE UPDATE OF state ON cases WHEN OLD.state = 'removed' AND NEW.state <> 'removed'
    BEGIN SELECT RAISE(ABORT, 'what was removed stays removed'); END;
CREATE TRIGGER open_remain    BEFORE UPDATE OF state ON cases
    WHEN NEW.state = 'removed' AND OLD.state NOT IN ('closed', 'unable', 'rejected', 'voided', 'removed')
    BEGIN SELECT RAISE(ABORT, 'only what has ended is removed'); END;
-- How much of a month is gone: the months in whose figures a removed record counted, not only the one in which it was
-- received.
CREATE TABLE removed_from (
    month   TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    case_id INTEGER NOT NULL REFERENCES cases(id),
    PRIMARY KEY (month, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX removed_from_by_case ON removed_from(case_id);
CREATE TRIGGER removed_from_stays   BEFORE UPDATE ON removed_from BEGIN SELECT RAISE(ABORT, 'what was removed stays removed'); END;
CREATE TRIGGER removed_from_remains BEFORE DELETE ON removed_from BEGIN SELECT RAISE(ABORT, 'what was removed stays removed'); END;
