-- The working registers: work orders, emergencies, keys, callbacks, special services, visits, handovers, stock-takings.
-- The words of a column are checked where they stand, so tables that learn new words are written anew: a copy, then the
-- old one goes and the copy takes its name. Foreign keys are looked at again when the step is done.

CREATE TABLE new_cases (
    id          INTEGER PRIMARY KEY,
    number      TEXT NOT NULL UNIQUE,
    register    TEXT NOT NULL CHECK (register IN ('reception','complaint','review','work_order','emergency','key','callback','service','visit','handover','stocktake')),
    state       TEXT NOT NULL CHECK (state IN ('accepted','handling','solved','waiting','sent','received','on_the_way','on_site','finished','over','kept','lent','lost','handed_over','due','appointed','asked','raised','offered','closed','unable','rejected','voided')),
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
    open        INTEGER NOT NULL GENERATED ALWAYS AS (state NOT IN ('closed','unable','rejected','voided','kept','handed_over')) STORED,
    next_at     TEXT NOT NULL DEFAULT '9999-12-31T00:00:00Z',
    soon_at     TEXT NOT NULL DEFAULT '9999-12-31T00:00:00Z',
    CHECK ((closed_at IS NULL) = (state NOT IN ('closed','unable','rejected','voided','kept','handed_over')))
) STRICT;
INSERT INTO new_cases (id, number, register, state, unit, building, name, phone, matter, detail, channel, acceptor, handler, department, owner, harm, received_at, entered_at, wanted_by, closed_at, cycle, version, old_number, next_at, soon_at)
    SELECT id, number, register, state, unit, building, name, phone, matter, detail, channel, acceptor, handler, department, owner, harm, received_at, entered_at, wanted_by, closed_at, cycle, version, old_number, next_at, soon_at FROM cases;
DROP TABLE cases;
ALTER TABLE new_cases RENAME TO cases;
CREATE INDEX cases_queue ON cases(register, harm DESC, next_at, id) WHERE open = 1;
CREATE INDEX cases_late  ON cases(harm DESC, next_at, id) WHERE open = 1;
CREATE INDEX cases_soon  ON cases(soon_at) WHERE open = 1;
CREATE INDEX cases_unit  ON cases(unit, id) WHERE unit IS NOT NULL;
CREATE INDEX cases_past  ON cases(register, received_at, id);
CREATE UNIQUE INDEX cases_old_number ON cases(register, old_number) WHERE old_number IS NOT NULL;

-- What the board shows as back for a day.
CREATE INDEX cases_orders_closed ON cases(closed_at) WHERE register = 'work_order' AND state = 'closed';

CREATE TRIGGER cases_remain BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'cases are voided, never removed'); END;
-- KEY-11: whatever two terminals do in the same second, a key that is out is not lent again.
CREATE TRIGGER keys_out_once BEFORE UPDATE OF cycle ON cases WHEN OLD.state = 'lent' AND NEW.cycle <> OLD.cycle
    BEGIN SELECT RAISE(ABORT, 'this key is out'); END;

CREATE TABLE new_receptions (
    case_id     INTEGER PRIMARY KEY REFERENCES cases(id),
    kind        TEXT NOT NULL CHECK (kind IN ('question','request','suggestion')),
    relayed_by  TEXT,
    course      TEXT NOT NULL CHECK (course IN ('desk','answered','forwarded','complaint','work_order','service','emergency','incident','key')),
    promised_at TEXT,
    moved_to    TEXT,
    handling    TEXT,
    result      TEXT,
    adopted     INTEGER CHECK (adopted IN (0,1)),
    told_at     TEXT
) STRICT;
INSERT INTO new_receptions SELECT * FROM receptions;
DROP TABLE receptions;
ALTER TABLE new_receptions RENAME TO receptions;

CREATE TABLE new_clocks (
    id          INTEGER PRIMARY KEY,
    case_id     INTEGER NOT NULL REFERENCES cases(id),
    cycle       INTEGER NOT NULL CHECK (cycle >= 1),
    rule        TEXT NOT NULL,
    milestone   TEXT NOT NULL CHECK (milestone IN ('reply','finish','contact','with_supervisor','head_office','solve','sign','callback','review','send','receive','depart','arrive','check','tell','sheet_back','order','return','follow','visit','decide','take_over','report')),
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
INSERT INTO new_clocks (id, case_id, cycle, rule, milestone, level, crossing, pausable, basis, within, started_at, armed_at, due_at, soon_at, pause_from, pause_until, pause_left, paused_for, stopped_at, stop_reason, late, noted_by, noted_at)
    SELECT id, case_id, cycle, rule, milestone, level, crossing, pausable, basis, within, started_at, armed_at, due_at, soon_at, pause_from, pause_until, pause_left, paused_for, stopped_at, stop_reason, late, noted_by, noted_at FROM clocks;
DROP TABLE clocks;
ALTER TABLE new_clocks RENAME TO clocks;
CREATE INDEX clocks_of_case  ON clocks(case_id);
CREATE INDEX clocks_running  ON clocks(case_id, crosses_at) WHERE stopped_at IS NULL;
CREATE INDEX clocks_crossing ON clocks(crosses_at) WHERE stopped_at IS NULL;

CREATE TRIGGER breaches_stay BEFORE UPDATE ON clocks WHEN OLD.stopped_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a stopped clock is frozen'); END;

-- A month of callbacks is filed like a day is reviewed (CBK-09).
CREATE TABLE new_reviews (
    case_id     INTEGER PRIMARY KEY REFERENCES cases(id),
    kind        TEXT NOT NULL CHECK (kind IN ('day','week','callbacks')),
    first_day   TEXT NOT NULL,
    last_day    TEXT NOT NULL,
    comment     TEXT,
    reviewed_by TEXT,
    reviewed_at TEXT
) STRICT;
INSERT INTO new_reviews SELECT * FROM reviews;
DROP TABLE reviews;
ALTER TABLE new_reviews RENAME TO reviews;
CREATE INDEX reviews_by_day ON reviews(kind, first_day);

ALTER TABLE staff ADD COLUMN skills TEXT;

-- PINs for signing on at a shared terminal: argon2, with how often in a row it was wrong.
CREATE TABLE pins (
    login  TEXT NOT NULL PRIMARY KEY REFERENCES staff(login),
    hash   TEXT NOT NULL,
    wrong  INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0),
    last_wrong_at TEXT
) STRICT, WITHOUT ROWID;

-- Who is on duty when (DSP-06).
CREATE TABLE duties (
    login     TEXT NOT NULL REFERENCES staff(login),
    starts_at TEXT NOT NULL,
    ends_at   TEXT NOT NULL,
    PRIMARY KEY (login, starts_at),
    CHECK (starts_at < ends_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX duties_by_end ON duties(ends_at);

CREATE TABLE work_orders (
    case_id       INTEGER PRIMARY KEY REFERENCES cases(id),
    job           TEXT NOT NULL,
    urgency       TEXT NOT NULL CHECK (urgency IN ('general','urgent')),
    equipment     INTEGER NOT NULL CHECK (equipment IN (0,1)),
    technician    TEXT,
    arrive_by     TEXT,
    sent_at       TEXT,
    signed_by     TEXT,
    signed_at     TEXT,
    contacted_at  TEXT,
    departed_at   TEXT,
    arrived_at    TEXT,
    checked_at    TEXT,
    finished_at   TEXT,
    told_at       TEXT,
    satisfied     INTEGER CHECK (satisfied IN (0,1)),
    result        TEXT,
    material      TEXT,
    charge        TEXT,
    pressed       INTEGER NOT NULL CHECK (pressed >= 0),
    apologies     INTEGER NOT NULL CHECK (apologies >= 0),
    moved_to      TEXT,
    passed_on     INTEGER NOT NULL CHECK (passed_on >= 0),
    reopened      INTEGER NOT NULL CHECK (reopened >= 0),
    stub_at       TEXT NOT NULL CHECK (stub_at IN ('desk','department','resident','filed','missing')),
    department_copy_at TEXT NOT NULL CHECK (department_copy_at IN ('desk','department','resident','filed','missing')),
    resident_copy_at   TEXT NOT NULL CHECK (resident_copy_at IN ('desk','department','resident','filed','missing'))
) STRICT;
CREATE INDEX work_orders_finished ON work_orders(finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX work_orders_technician ON work_orders(technician) WHERE technician IS NOT NULL AND finished_at IS NULL;

CREATE TABLE emergencies (
    case_id      INTEGER PRIMARY KEY REFERENCES cases(id),
    kind         TEXT,
    place        TEXT NOT NULL,
    public_words TEXT,
    told_at      TEXT,
    arrived_at   TEXT,
    over_at      TEXT,
    result       TEXT,
    order_wanted INTEGER NOT NULL CHECK (order_wanted IN (0,1)),
    first_aid    INTEGER NOT NULL CHECK (first_aid IN (0,1)),
    response     TEXT,
    cooperation  TEXT,
    cause        TEXT,
    changes      TEXT,
    reviewed_by  TEXT,
    reviewed_at  TEXT
) STRICT;

CREATE TABLE house_keys (
    case_id           INTEGER PRIMARY KEY REFERENCES cases(id),
    kind              TEXT NOT NULL CHECK (kind IN ('entrusted','plant_room','other')),
    key_number        TEXT NOT NULL UNIQUE,
    building          TEXT,
    floor             TEXT,
    hook              TEXT NOT NULL,
    pieces            INTEGER NOT NULL CHECK (pieces >= 1),
    mandate           TEXT,
    borrower          TEXT CHECK (borrower IN ('staff','outsider')),
    holder            TEXT,
    holder_department TEXT CHECK (holder_department IN ('engineering','security','cleaning','greening','service')),
    holder_phone      TEXT,
    purpose           TEXT,
    lent_at           TEXT,
    lent_by           TEXT,
    back_by           TEXT,
    extended_to       TEXT,
    document          TEXT CHECK (document IN ('id_card','passport','driving_licence','other')),
    document_number   TEXT,
    deposit           INTEGER CHECK (deposit >= 0),
    signature         TEXT,
    approved_by       TEXT,
    consent_by        TEXT,
    consent_at        TEXT,
    chased            INTEGER NOT NULL CHECK (chased >= 0),
    returned_at       TEXT,
    condition         TEXT,
    deposit_back      INTEGER CHECK (deposit_back >= 0),
    lost_at           TEXT,
    follow_up         TEXT,
    handed_to         TEXT,
    -- No loan to an outsider without document and deposit (KEY-04).
    CHECK (borrower IS NOT 'outsider' OR (document_number IS NOT NULL AND deposit IS NOT NULL))
) STRICT;
-- The second lock of KEY-11: a loan that is neither back nor lost is never written over by another one.
CREATE TRIGGER loans_end BEFORE UPDATE OF lent_at ON house_keys
    WHEN OLD.lent_at IS NOT NULL AND OLD.returned_at IS NULL AND NEW.lent_at IS NOT OLD.lent_at
    BEGIN SELECT RAISE(ABORT, 'this key is out'); END;
CREATE INDEX house_keys_place ON house_keys(building, floor, kind, hook);

CREATE TABLE callbacks (
    case_id         INTEGER PRIMARY KEY REFERENCES cases(id),
    kind            TEXT NOT NULL CHECK (kind IN ('complaint','repair','service_mid','service_end','first_aid','activity','publication','other','second','household')),
    month           TEXT NOT NULL,
    drawn           INTEGER NOT NULL CHECK (drawn IN (0,1)),
    severity        TEXT CHECK (severity IN ('minor','important','major')),
    technician      TEXT,
    form            TEXT NOT NULL CHECK (form IN ('visit','phone','letter')),
    appointment_at  TEXT,
    attempts        INTEGER NOT NULL CHECK (attempts >= 0),
    asked_at        TEXT,
    asked_by        TEXT,
    satisfied       INTEGER CHECK (satisfied IN (0,1)),
    quality         TEXT CHECK (quality IN ('good','fair','poor')),
    effect          TEXT CHECK (effect IN ('good','fair','poor')),
    said            TEXT,
    shortcomings    TEXT,
    suggestions     TEXT,
    plan            TEXT,
    resident_signed TEXT,
    reviewed_by     TEXT,
    reviewed_at     TEXT,
    comment         TEXT,
    opinion         TEXT,
    decision        TEXT
) STRICT;
CREATE INDEX callbacks_month ON callbacks(month, kind);

-- The month's lottery (CBK-02): its seed is on record before the month's work is known to be good or bad.
CREATE TABLE lotteries (
    month     TEXT NOT NULL PRIMARY KEY,
    -- The hash of the event after which it was opened, and its number: anybody can look it up in the journal.
    seed      TEXT NOT NULL,
    after     INTEGER NOT NULL CHECK (after >= 0),
    opened_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- What took part, in the order in which it was finished; what was drawn has its callback.
CREATE TABLE lots (
    id         INTEGER PRIMARY KEY,
    month      TEXT NOT NULL REFERENCES lotteries(month),
    kind       TEXT NOT NULL,
    case_id    INTEGER NOT NULL REFERENCES cases(id),
    number     TEXT NOT NULL,
    technician TEXT NOT NULL,
    building   TEXT NOT NULL,
    -- Hundredths that were asked for when it took part; the settings may change within a month.
    percent    INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 99),
    lot        TEXT NOT NULL,
    -- The how-manieth of its month and kind was drawn.
    drawn_at   INTEGER,
    -- Its case was voided and nobody can be asked any more: how many had taken part or gone before it went.
    gone_after INTEGER,
    UNIQUE (month, kind, case_id)
) STRICT;
CREATE INDEX lots_of_case ON lots(case_id);

-- Households that were reached by phone in a month (CBK-10).
CREATE TABLE household_calls (
    month   TEXT NOT NULL,
    unit    TEXT NOT NULL,
    case_id INTEGER NOT NULL REFERENCES cases(id),
    PRIMARY KEY (month, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX household_calls_unit ON household_calls(unit, month);

CREATE TABLE services (
    case_id     INTEGER PRIMARY KEY REFERENCES cases(id),
    starts_at   TEXT,
    ends_at     TEXT,
    handling    TEXT,
    quality     TEXT,
    followed_up INTEGER NOT NULL CHECK (followed_up >= 0),
    result      TEXT,
    finished_at TEXT,
    satisfied   INTEGER CHECK (satisfied IN (0,1)),
    reopened    INTEGER NOT NULL CHECK (reopened >= 0)
) STRICT;

CREATE TABLE visits (
    case_id        INTEGER PRIMARY KEY REFERENCES cases(id),
    appointment_at TEXT,
    visited_at     TEXT,
    said           TEXT,
    result         TEXT
) STRICT;

CREATE TABLE handovers (
    case_id       INTEGER PRIMARY KEY REFERENCES cases(id),
    open_cases    INTEGER NOT NULL CHECK (open_cases >= 0),
    keys_out      INTEGER NOT NULL CHECK (keys_out >= 0),
    deposits      INTEGER NOT NULL CHECK (deposits >= 0),
    offered_at    TEXT,
    incoming      TEXT,
    taken_over_at TEXT,
    refused       INTEGER NOT NULL CHECK (refused >= 0),
    refusal       TEXT
) STRICT;

CREATE TABLE stocktakes (
    case_id     INTEGER PRIMARY KEY REFERENCES cases(id),
    month       TEXT NOT NULL,
    keys        INTEGER NOT NULL CHECK (keys >= 0),
    seen        INTEGER NOT NULL CHECK (seen >= 0),
    out         INTEGER NOT NULL CHECK (out >= 0),
    missing     INTEGER NOT NULL CHECK (missing >= 0),
    differences INTEGER NOT NULL CHECK (differences >= 0),
    report      TEXT,
    reported_by TEXT,
    reported_at TEXT
) STRICT;

-- Lines of a case: timeline, checklist, who was told, who had it, what was counted.
CREATE TABLE entries (
    id        INTEGER PRIMARY KEY,
    case_id   INTEGER NOT NULL REFERENCES cases(id),
    kind      TEXT NOT NULL CHECK (kind IN ('timeline','check','told','holder','chase','extension','attempt','open_case','key_out','deposit','note','count')),
    at        TEXT NOT NULL,
    by        TEXT NOT NULL,
    text      TEXT NOT NULL,
    about     INTEGER REFERENCES cases(id),
    flagged   INTEGER NOT NULL CHECK (flagged IN (0,1)),
    mark      TEXT,
    marked_at TEXT,
    marked_by TEXT
) STRICT;
CREATE INDEX entries_of_case ON entries(case_id, kind, id);
-- What comes back at every handover until somebody clears it (LED-08).
CREATE INDEX entries_flagged ON entries(id) WHERE flagged = 1 AND mark IS NULL;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'lines are never removed'); END;
CREATE TRIGGER entries_stay BEFORE UPDATE OF case_id, kind, at, by, text, about, flagged ON entries
    BEGIN SELECT RAISE(ABORT, 'what a line says is never changed'); END;
