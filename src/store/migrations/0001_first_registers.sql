-- The first registers: staff, residents, cases with reception, complaint and review, clocks, events, search, drafts.
-- Times are UTC text, 2026-11-21T01:15:00Z. Every enumeration is checked here as well as in the program.

CREATE TABLE staff (
    login      TEXT NOT NULL PRIMARY KEY CHECK (length(login) BETWEEN 1 AND 64),
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    role       TEXT NOT NULL CHECK (role IN ('night_guard','receptionist','department','supervisor','manager','head_office')),
    department TEXT CHECK (department IN ('engineering','security','cleaning','greening','service')),
    active     INTEGER NOT NULL CHECK (active IN (0,1))
) STRICT, WITHOUT ROWID;

CREATE TABLE residents (
    id    INTEGER PRIMARY KEY,
    unit  TEXT NOT NULL,
    name  TEXT NOT NULL,
    phone TEXT,
    tie   TEXT NOT NULL CHECK (tie IN ('owner','tenant','family','emergency')),
    needs TEXT,
    note  TEXT,
    gone  INTEGER NOT NULL CHECK (gone IN (0,1)),
    UNIQUE (unit, name)
) STRICT;

-- Lookup keys: unit, digits of the unit, name, pinyin, initials, phone from its end. Found by prefix.
CREATE TABLE resident_keys (
    key         TEXT NOT NULL,
    resident_id INTEGER NOT NULL REFERENCES residents(id),
    PRIMARY KEY (key, resident_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX resident_keys_by_resident ON resident_keys(resident_id);

-- The next free running number of a register's day; a number is never used again (SEC-04).
CREATE TABLE numbers (
    prefix TEXT NOT NULL,
    day    TEXT NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (prefix, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
    id          INTEGER PRIMARY KEY,
    number      TEXT NOT NULL UNIQUE,
    register    TEXT NOT NULL CHECK (register IN ('reception','complaint','review')),
    state       TEXT NOT NULL CHECK (state IN ('accepted','handling','solved','closed','unable','rejected','voided')),
    unit        TEXT,
    building    TEXT,
    name        TEXT,
    phone       TEXT,
    matter      TEXT NOT NULL,
    detail      TEXT,
    channel     TEXT NOT NULL CHECK (channel IN ('walk_in','phone','online','letter','relayed')),
    acceptor    TEXT NOT NULL,
    handler     TEXT,
    department  TEXT CHECK (department IN ('engineering','security','cleaning','greening','service')),
    owner       TEXT NOT NULL CHECK (owner IN ('night_guard','receptionist','department','supervisor','manager','head_office')),
    harm        INTEGER NOT NULL CHECK (harm IN (0,1)),
    received_at TEXT NOT NULL,
    entered_at  TEXT NOT NULL,
    wanted_by   TEXT,
    closed_at   TEXT,
    cycle       INTEGER NOT NULL CHECK (cycle >= 1),
    version     INTEGER NOT NULL CHECK (version >= 1),
    old_number  TEXT,
    -- Kept by the store beside the rows they are taken from, so that the queues can be read in order from an index:
    open        INTEGER NOT NULL GENERATED ALWAYS AS (state IN ('accepted','handling','solved')) STORED,
    next_at     TEXT NOT NULL DEFAULT '9999-12-31T00:00:00Z',
    soon_at     TEXT NOT NULL DEFAULT '9999-12-31T00:00:00Z',
    CHECK ((closed_at IS NULL) = (state IN ('accepted','handling','solved')))
) STRICT;
CREATE INDEX cases_queue ON cases(register, harm DESC, next_at, id) WHERE open = 1;
CREATE INDEX cases_late  ON cases(harm DESC, next_at, id) WHERE open = 1;
CREATE INDEX cases_soon  ON cases(soon_at) WHERE open = 1;
CREATE INDEX cases_unit  ON cases(unit, id) WHERE unit IS NOT NULL;
CREATE INDEX cases_past  ON cases(register, received_at, id);
CREATE UNIQUE INDEX cases_old_number ON cases(register, old_number) WHERE old_number IS NOT NULL;

CREATE TABLE receptions (
    case_id     INTEGER PRIMARY KEY REFERENCES cases(id),
    kind        TEXT NOT NULL CHECK (kind IN ('question','request','suggestion')),
    relayed_by  TEXT,
    course      TEXT NOT NULL CHECK (course IN ('desk','answered','forwarded','complaint')),
    promised_at TEXT,
    moved_to    TEXT,
    handling    TEXT,
    result      TEXT,
    adopted     INTEGER CHECK (adopted IN (0,1)),
    told_at     TEXT
) STRICT;

CREATE TABLE complaints (
    case_id          INTEGER PRIMARY KEY REFERENCES cases(id),
    category         TEXT NOT NULL,
    severity         TEXT NOT NULL CHECK (severity IN ('minor','important','major')),
    urgency          TEXT NOT NULL CHECK (urgency IN ('general','urgent')),
    validity         TEXT NOT NULL CHECK (validity IN ('unjudged','valid','invalid','outside')),
    transferred_to   TEXT,
    regrade_at       TEXT,
    repeats          INTEGER NOT NULL,
    proposed_major   INTEGER NOT NULL CHECK (proposed_major IN (0,1)),
    reopened         INTEGER NOT NULL CHECK (reopened >= 0),
    plan             TEXT,
    plan_state       TEXT NOT NULL CHECK (plan_state IN ('none','written','approved','returned')),
    plan_comment     TEXT,
    untold           INTEGER NOT NULL CHECK (untold >= 0),
    cause            TEXT,
    measures         TEXT,
    result           TEXT,
    root_cause       TEXT,
    prevention       TEXT,
    completed_at     TEXT,
    signed_by        TEXT,
    signed_at        TEXT,
    satisfied        INTEGER CHECK (satisfied IN (0,1)),
    asked_by         TEXT CHECK (asked_by IN ('visit','phone','letter')),
    attempts         INTEGER NOT NULL CHECK (attempts >= 0),
    harm_stopped_at  TEXT,
    other_party      TEXT,
    evidence         TEXT,
    evidence_held_by TEXT
) STRICT;

CREATE TABLE reviews (
    case_id     INTEGER PRIMARY KEY REFERENCES cases(id),
    kind        TEXT NOT NULL CHECK (kind IN ('day','week')),
    first_day   TEXT NOT NULL,
    last_day    TEXT NOT NULL,
    comment     TEXT,
    reviewed_by TEXT,
    reviewed_at TEXT
) STRICT;
CREATE INDEX reviews_by_day ON reviews(kind, first_day);

-- Which receptions a review covers.
CREATE TABLE reviewed (
    review_id    INTEGER NOT NULL REFERENCES cases(id),
    reception_id INTEGER NOT NULL REFERENCES cases(id),
    PRIMARY KEY (review_id, reception_id)
) STRICT, WITHOUT ROWID;

-- Where a case came from and what came of it (REC-03).
CREATE TABLE links (
    from_id INTEGER NOT NULL REFERENCES cases(id),
    to_id   INTEGER NOT NULL REFERENCES cases(id),
    PRIMARY KEY (from_id, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_back ON links(to_id, from_id);

-- The result of a cycle that was opened again (ESC-10), as JSON of the complaint at that moment.
CREATE TABLE cycles (
    case_id  INTEGER NOT NULL REFERENCES cases(id),
    cycle    INTEGER NOT NULL,
    ended_at TEXT NOT NULL,
    result   TEXT NOT NULL CHECK (json_valid(result)),
    PRIMARY KEY (case_id, cycle)
) STRICT, WITHOUT ROWID;

-- One clock table for all registers (ESC-02, ESC-03).
CREATE TABLE clocks (
    id          INTEGER PRIMARY KEY,
    case_id     INTEGER NOT NULL REFERENCES cases(id),
    cycle       INTEGER NOT NULL CHECK (cycle >= 1),
    rule        TEXT NOT NULL,
    milestone   TEXT NOT NULL CHECK (milestone IN ('reply','finish','contact','with_supervisor','head_office','solve','sign','callback','review')),
    level       TEXT NOT NULL CHECK (level IN ('night_guard','receptionist','department','supervisor','manager','head_office')),
    crossing    TEXT NOT NULL CHECK (crossing IN ('transfer','report','regrade')),
    pausable    INTEGER NOT NULL CHECK (pausable IN (0,1)),
    basis       TEXT NOT NULL CHECK (basis IN ('natural','working')),
    within      TEXT NOT NULL,
    started_at  TEXT NOT NULL,
    armed_at    TEXT NOT NULL,
    due_at      TEXT NOT NULL,
    soon_at     TEXT NOT NULL,
    crosses_at  TEXT NOT NULL GENERATED ALWAYS AS (max(due_at, armed_at)) STORED,
    pause_from  TEXT,
    pause_until TEXT,
    pause_left  INTEGER,
    paused_for  INTEGER NOT NULL CHECK (paused_for >= 0),
    stopped_at  TEXT,
    stop_reason TEXT CHECK (stop_reason IN ('reached','superseded','judged','voided')),
    -- Seconds late when it stopped; frozen, so that closing never clears a breach.
    late        INTEGER CHECK (late >= 0),
    noted_by    TEXT,
    noted_at    TEXT,
    CHECK ((stopped_at IS NULL) = (stop_reason IS NULL)),
    CHECK (late IS NULL OR stopped_at IS NOT NULL)
) STRICT;
CREATE INDEX clocks_of_case  ON clocks(case_id);
CREATE INDEX clocks_running  ON clocks(case_id, crosses_at) WHERE stopped_at IS NULL;
CREATE INDEX clocks_crossing ON clocks(crosses_at) WHERE stopped_at IS NULL;

-- Every pause with its reason (ESC-07).
CREATE TABLE pauses (
    id         INTEGER PRIMARY KEY,
    case_id    INTEGER NOT NULL REFERENCES cases(id),
    paused_at  TEXT NOT NULL,
    until      TEXT NOT NULL,
    reason     TEXT NOT NULL,
    paused_by  TEXT NOT NULL,
    resumed_at TEXT,
    resumed_by TEXT
) STRICT;
CREATE INDEX pauses_of_case ON pauses(case_id);

-- The journal. Each entry carries the hash of the one before it and the digest of every record after the change.
CREATE TABLE events (
    id     INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    by     TEXT NOT NULL,
    action TEXT NOT NULL CHECK (json_valid(action)),
    hash   TEXT NOT NULL
) STRICT;
CREATE TABLE event_cases (
    case_id  INTEGER NOT NULL REFERENCES cases(id),
    event_id INTEGER NOT NULL REFERENCES events(id),
    digest   TEXT NOT NULL,
    PRIMARY KEY (case_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_cases_by_event ON event_cases(event_id);

CREATE TRIGGER events_stay      BEFORE UPDATE ON events      BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_remain    BEFORE DELETE ON events      BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
CREATE TRIGGER digests_stay     BEFORE UPDATE ON event_cases BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER digests_remain   BEFORE DELETE ON event_cases BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
CREATE TRIGGER cases_remain     BEFORE DELETE ON cases       BEGIN SELECT RAISE(ABORT, 'cases are voided, never removed'); END;
CREATE TRIGGER links_stay       BEFORE UPDATE ON links       BEGIN SELECT RAISE(ABORT, 'links are never changed'); END;
CREATE TRIGGER links_remain     BEFORE DELETE ON links       BEGIN SELECT RAISE(ABORT, 'links are never removed'); END;
CREATE TRIGGER cycles_stay      BEFORE UPDATE ON cycles      BEGIN SELECT RAISE(ABORT, 'a cycle that ended is never changed'); END;
CREATE TRIGGER cycles_remain    BEFORE DELETE ON cycles      BEGIN SELECT RAISE(ABORT, 'a cycle that ended is never removed'); END;
CREATE TRIGGER reviewed_stay    BEFORE UPDATE ON reviewed    BEGIN SELECT RAISE(ABORT, 'what a review covers is never changed'); END;
CREATE TRIGGER reviewed_remain  BEFORE DELETE ON reviewed    BEGIN SELECT RAISE(ABORT, 'what a review covers is never removed'); END;
CREATE TRIGGER pauses_remain    BEFORE DELETE ON pauses      BEGIN SELECT RAISE(ABORT, 'pauses are never removed'); END;
CREATE TRIGGER staff_remain     BEFORE DELETE ON staff       BEGIN SELECT RAISE(ABORT, 'staff are made inactive, never removed'); END;
CREATE TRIGGER breaches_stay    BEFORE UPDATE ON clocks WHEN OLD.stopped_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a stopped clock is frozen'); END;

-- Words of each case, two characters at a time, for the search.
CREATE VIRTUAL TABLE case_words USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 0');

-- Half-typed forms that are offered again at the next start.
CREATE TABLE drafts (
    login    TEXT NOT NULL PRIMARY KEY,
    saved_at TEXT NOT NULL,
    form     TEXT NOT NULL CHECK (json_valid(form))
) STRICT, WITHOUT ROWID;
