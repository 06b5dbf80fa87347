//! A seat at the desk: an app on a file of its own, keys as text, pictures as rows.
use chrono::{DateTime, TimeDelta, Utc};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use frontdesk::config::{Config, Language};
use frontdesk::desk::Desk;
use frontdesk::desk::answer::{Done, Sheet};
use frontdesk::locales::words;
use frontdesk::model::clock::Time;
use frontdesk::tui::app::App;
use frontdesk::tui::backend::{LeanBackend, Look, settle_wide};
use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use serde_json::{Value, json};
use std::sync::Arc;
use unicode_width::UnicodeWidthStr;

/// An app on a file in a folder that goes with it; `other` is a second desk on the same file.
pub struct Seat {
    pub app: App,
    pub other: Desk,
    pub now: Time,
    pub size: (u16, u16),
    pub cursor: Option<Position>,
    terminal: Terminal<LeanBackend<Vec<u8>>>,
    folder: tempfile::TempDir,
}

pub fn at(text: &str) -> Time {
    DateTime::parse_from_str(&format!("2026-11-{text}:00 +0800"), "%Y-%m-%d %H:%M:%S %z").unwrap().with_timezone(&Utc)
}

/// Saturday 21 November 2026, 09:42, with people, residents and some cases.
pub fn estate(folder: &tempfile::TempDir) -> Desk {
    let config = Arc::new(Config::shipped().unwrap());
    let mut desk = Desk::open(&folder.path().join("desk.db"), config).unwrap();
    desk.first_start("manager", at("14 08:00")).unwrap();
    for (login, name, role) in [
        ("desk", "张敏", "receptionist"),
        ("guard", "孙涛", "night_guard"),
        ("sup", "李强", "supervisor"),
        ("dept", "王工", "department"),
    ] {
        let staff = json!({"do": "add_staff", "login": login, "name": name, "role": role});
        ok(&mut desk, "manager", staff, "14 08:00");
    }
    for (unit, name, phone, needs) in [
        ("3-1-502", "王芳", "13800138000", Some("独居老人")),
        ("5-2-301", "赵磊", "13900139001", None),
        ("5-2-301", "赵小明", "13900139002", None),
    ] {
        let one = json!({"do": "record_resident", "unit": unit, "name": name, "phone": phone, "needs": needs});
        ok(&mut desk, "desk", one, "14 08:00");
    }
    let complaints = [
        ("14 09:00", "important", "3-1-502", "repair", "厨房反复漏水，上次维修后仍渗，楼下邻居也来反映"),
        ("19 09:00", "minor", "商铺12", "cleaning", "门口垃圾未清"),
        ("21 09:00", "major", "5-2-301", "attitude", "保安态度恶劣"),
    ];
    for (time, severity, unit, category, matter) in complaints {
        let complaint =
            json!({"do": "file_complaint", "unit": unit, "severity": severity, "category": category, "matter": matter});
        ok(&mut desk, "desk", complaint, time);
    }
    let reception = json!({"do": "take_reception", "unit": "3-1-502", "name": "王芳", "phone": "13800138000", "kind": "question",
        "matter": "停车月卡怎么办", "promise": true});
    ok(&mut desk, "desk", reception, "21 09:20");
    desk
}

pub fn ok(desk: &mut Desk, by: &str, action: Value, time: &str) -> Done {
    desk.perform_json(action, by, at(time)).unwrap()
}

impl Seat {
    pub fn of(login: &str) -> Seat {
        Seat::sized(login, (80, 24), Language::Chinese)
    }

    pub fn sized(login: &str, size: (u16, u16), language: Language) -> Seat {
        let folder = tempfile::tempdir().unwrap();
        let desk = estate(&folder);
        Seat::on(folder, desk, login, size, language)
    }

    /// At a file with a manager and nothing else.
    pub fn empty(login: &str) -> Seat {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(&folder.path().join("desk.db"), Arc::new(Config::shipped().unwrap())).unwrap();
        desk.first_start("manager", at("14 08:00")).unwrap();
        Seat::on(folder, desk, login, (80, 24), Language::Chinese)
    }

    /// The same with plain borders and markers.
    pub fn in_ascii(login: &str) -> Seat {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::shipped().unwrap();
        config.screen.borders = frontdesk::config::Borders::Ascii;
        drop(estate(&folder));
        let desk = Desk::open_existing(&folder.path().join("desk.db"), Arc::new(config)).unwrap();
        Seat::on(folder, desk, login, (80, 24), Language::Chinese)
    }

    /// Something else meddles with the file.
    pub fn spoil(&mut self, sql: &str) {
        rusqlite::Connection::open(self.folder.path().join("desk.db")).unwrap().execute_batch(sql).unwrap();
    }

    /// Somebody else writes, and has not finished until what this gives back is dropped.
    pub fn held(&self) -> rusqlite::Connection {
        let connection = rusqlite::Connection::open(self.folder.path().join("desk.db")).unwrap();
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        connection
    }

    fn on(folder: tempfile::TempDir, desk: Desk, login: &str, size: (u16, u16), language: Language) -> Seat {
        let now = at("21 09:42");
        let other = Desk::open_existing(&folder.path().join("desk.db"), desk.config.clone()).unwrap();
        let me = desk.who(login).unwrap();
        let app = App::new(desk, me, words(language), now).unwrap();
        let backend = LeanBackend::new(Vec::new(), Size::new(size.0, size.1), Look::default());
        Seat { app, other, now, size, cursor: None, terminal: Terminal::new(backend).unwrap(), folder }
    }

    /// The program ends as after a hang-up, and the same person signs on again.
    pub fn again(mut self, login: &str) -> Seat {
        self.app.keep_typed(self.now);
        let desk = Desk::open_existing(&self.folder.path().join("desk.db"), self.other.config.clone()).unwrap();
        Seat::on(self.folder, desk, login, self.size, Language::Chinese)
    }

    /// A case, as the manager sees it.
    pub fn sheet(&self, number: &str) -> Sheet {
        self.other.sheet(number, &self.other.who("manager").unwrap()).unwrap()
    }

    /// Types a script: text, and keys between angle brackets.
    pub fn keys(&mut self, script: &str) -> &mut Seat {
        let mut rest = script;
        while let Some(c) = rest.chars().next() {
            let (key, length) = match rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
                Some((name, _)) => (named(name), name.len() + 2),
                None => (KeyEvent::from(KeyCode::Char(c)), c.len_utf8()),
            };
            self.app.on_key(key, self.now);
            // Menus and forms scroll by what was drawn.
            self.picture();
            rest = &rest[length..];
        }
        self
    }

    /// Goes down a menu to what is called so, and chooses it.
    #[track_caller]
    pub fn choose(&mut self, label: &str) -> &mut Seat {
        for _ in 0..40 {
            if self.rows().iter().any(|row| row.contains('▌') && row.contains(label)) {
                return self.keys("<Enter>");
            }
            self.keys("<Down>");
        }
        panic!("no {label} in the menu:\n{}", self.picture());
    }

    pub fn wait(&mut self, minutes: i64) -> &mut Seat {
        self.now += TimeDelta::minutes(minutes);
        self
    }

    /// The picture as rows, wide characters once, without the blanks at the end.
    pub fn rows(&mut self) -> Vec<String> {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        self.cursor = self.app.draw(area, &mut buffer, self.now);
        settle_wide(&mut buffer);
        (0..area.height).map(|y| row(&buffer, y)).collect()
    }

    pub fn picture(&mut self) -> String {
        self.rows().join("\n")
    }

    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Seat {
        let picture = self.picture();
        assert!(picture.contains(words), "{words} is not on the screen:\n{picture}");
        self
    }

    #[track_caller]
    pub fn sees_not(&mut self, words: &str) -> &mut Seat {
        let picture = self.picture();
        assert!(!picture.contains(words), "{words} is on the screen:\n{picture}");
        self
    }

    /// The bytes that one more frame takes.
    pub fn frame(&mut self) -> usize {
        let (app, now) = (&mut self.app, self.now);
        self.terminal
            .draw(|frame| {
                let area = frame.area();
                if let Some(cursor) = app.draw(area, frame.buffer_mut(), now) {
                    frame.set_cursor_position(cursor);
                }
                settle_wide(frame.buffer_mut());
            })
            .unwrap();
        std::mem::take(self.terminal.backend_mut().writer_mut()).len()
    }
}

fn row(buffer: &Buffer, y: u16) -> String {
    let (mut line, mut x) = (String::new(), 0);
    while x < buffer.area.width {
        let symbol = buffer[(x, y)].symbol();
        line.push_str(symbol);
        x += u16::try_from(symbol.width().max(1)).unwrap();
    }
    line.trim_end().to_owned()
}

fn named(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("C", rest)) => (KeyModifiers::CONTROL, rest),
        Some(("A", rest)) => (KeyModifiers::ALT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "S-Tab" => KeyCode::BackTab,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PageDown" => KeyCode::PageDown,
        "End" => KeyCode::End,
        "Home" => KeyCode::Home,
        "Backspace" => KeyCode::Backspace,
        _ => match name.strip_prefix('F').and_then(|number| number.parse().ok()) {
            Some(number) => KeyCode::F(number),
            None => KeyCode::Char(name.chars().next().unwrap()),
        },
    };
    KeyEvent::new(code, modifiers)
}
