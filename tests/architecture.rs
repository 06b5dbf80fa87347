//! The walls of the house, as a search over `src/`: which module may name which, where each library may appear,
//! and how a file is written. The tables below are the walls; the picture they belong to stands in `src/lib.rs`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first fault")]

#[path = "support/source.rs"]
mod source;

use std::fs;
use std::path::Path;

use source::{code_of, lines_naming_crate, module_of, paths_in};

/// Which rooms of the house a room may name beside itself. `lib` and what is not named here may not exist.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("wall_clock", &["model"]),
    ("rules", &["model"]),
    ("stats", &["model"]),
    ("store", &["model"]),
    ("config", &["rules", "model"]),
    ("locales", &["desk", "config", "rules", "stats", "model"]),
    ("report", &["stats", "model", "locales"]),
    ("desk", &["rules", "stats", "store", "config", "model"]),
    ("demo", &["desk", "config", "rules", "model", "locales"]),
    ("sheets", &["desk", "config", "locales", "model"]),
    ("tui", &["desk", "sheets", "config", "report", "locales", "rules", "stats", "model", "wall_clock"]),
    ("cli", &["demo", "desk", "sheets", "config", "report", "locales", "rules", "stats", "model", "wall_clock"]),
    ("main", &["cli", "tui", "wall_clock"]),
];

/// Inside `tui`: a lower floor does not name a higher one. What is not named here may not exist.
const TUI_FLOORS: &[(&str, usize)] = &[
    ("app", 9),
    ("tabs", 8),
    ("late", 8),
    ("queue", 7),
    ("detail", 6),
    ("emergency", 7),
    ("household", 6),
    ("import", 6),
    ("handover", 6),
    ("steps", 5),
    ("sign_on", 4),
    ("form", 4),
    ("palette", 4),
    ("drafts", 3),
    ("finder", 3),
    ("help", 3),
    ("list", 3),
    ("menu", 3),
    ("page", 2),
    ("keymap", 1),
    ("theme", 1),
    ("paint", 1),
    ("field", 1),
    ("text_box", 1),
    ("backend", 1),
    ("input", 1),
    ("terminal", 1),
    ("text", 0),
];

/// Libraries that only some rooms may name.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("ratatui", &["tui", "main"]),
    ("crossterm", &["tui", "main"]),
    ("tui_textarea", &["tui", "main"]),
    ("toml", &["config"]),
    ("rust_xlsxwriter", &["report"]),
    ("calamine", &["sheets"]),
    ("csv", &["sheets", "report"]),
];

/// The one file that reads the clock on the wall; everywhere else `now` is an argument.
const WALL_CLOCK: &str = "src/wall_clock.rs";
const READS_THE_CLOCK: &[&str] = &["Utc::now", "Local::now", "SystemTime::now"];
/// Ends of a sentence that nobody planned.
const CRASHES: &[&str] = &[".unwrap()", ".expect("];

const MOST_LINES: usize = 400;
/// Catalogues whose entries all look the same may be long.
const LONG_CATALOGUES: &[&str] = &["src/locales", "src/model/step", "src/config/defaults"];

/// Beginnings of paths that exist on one machine only.
const MACHINE_PATHS: &[&str] = &["/root/", "/home/", "/Users/", "C:\\\\"];

/// A file of the house.
struct Source<'a> {
    file: &'a str,
    text: &'a str,
    code: String,
    module: Vec<String>,
}

/// All faults of one file; a fault tells file, line and wall.
fn faults(file: &str, text: &str) -> Vec<String> {
    let code = if is_test_file(file) { String::new() } else { code_of(text) };
    let source = Source { file, text, code, module: module_of(file) };
    [rooms(&source), floors(&source), tabs(&source), libraries(&source), phrases(&source), manners(&source)].concat()
}

/// Tests of a module may stand in a file of their own.
fn is_test_file(file: &str) -> bool {
    file.ends_with("/tests.rs") || file.contains("/tests/")
}

impl Source<'_> {
    fn fault(&self, line: usize, wall: &str) -> String {
        format!("{}:{line}: {wall}", self.file)
    }

    fn room(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    fn room_of_the_screen(&self) -> Option<&str> {
        self.module.get(1).filter(|_| self.module[0] == "tui").map(String::as_str)
    }
}

fn rooms(source: &Source) -> Vec<String> {
    let room = source.room();
    if room == "lib" {
        return Vec::new();
    }
    let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == room) else {
        return vec![source.fault(1, &format!("`{room}` has no row in MAY_NAME: say what it may name"))];
    };
    let named = paths_in(&source.code, &source.module).into_iter();
    let strangers = named.filter(|named| named.path.first().is_some_and(|other| is_room(other, room, allowed)));
    strangers
        .map(|named| source.fault(named.line, &format!("`{room}` may not name `{}`", named.path.join("::"))))
        .collect()
}

/// Whether `other` is a room of the house that is neither this one nor allowed to it.
fn is_room(other: &str, room: &str, allowed: &[&str]) -> bool {
    MAY_NAME.iter().any(|(name, _)| *name == other) && other != room && !allowed.contains(&other)
}

fn floors(source: &Source) -> Vec<String> {
    let unknown = |room: &str| format!("`{room}` has no row in TUI_FLOORS: say on which floor it stands");
    let floor = |module: &[String]| {
        let room = module.get(1).filter(|_| module[0] == "tui")?;
        Some(TUI_FLOORS.iter().find(|(name, _)| name == room)?.1)
    };
    let Some(own) = floor(&source.module) else {
        return source.room_of_the_screen().map(|room| source.fault(1, &unknown(room))).into_iter().collect();
    };
    let named = paths_in(&source.code, &source.module).into_iter();
    let higher = named.filter(|named| floor(&named.path).is_some_and(|other| other > own));
    let words = |path: &[String]| {
        format!("arrows go down only: `{}` may not name `{}`", source.module.join("::"), path.join("::"))
    };
    higher.map(|named| source.fault(named.line, &words(&named.path))).collect()
}

fn tabs(source: &Source) -> Vec<String> {
    let tab = |module: &[String]| {
        let inside = module.len() > 2 && module[0] == "tui" && module[1] == "tabs";
        inside.then(|| module[2].clone())
    };
    let Some(own) = tab(&source.module) else {
        return Vec::new();
    };
    let is_tab = |name: &str| name.starts_with(char::is_lowercase) && name != own;
    let named = paths_in(&source.code, &source.module).into_iter();
    let others = named.filter(|named| tab(&named.path).is_some_and(|other| is_tab(&other)));
    others
        .map(|named| source.fault(named.line, &format!("a tab may not name another tab: `{}`", named.path.join("::"))))
        .collect()
}

fn libraries(source: &Source) -> Vec<String> {
    let shut = ONLY_IN.iter().filter(|(_, rooms)| !rooms.contains(&source.room()));
    shut.flat_map(|(library, rooms)| {
        let wall = format!("`{library}` may appear only in {}", rooms.join(" and "));
        lines_naming_crate(&source.code, library).into_iter().map(move |line| source.fault(line, &wall))
    })
    .collect()
}

fn phrases(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    if source.file != WALL_CLOCK {
        let wall = format!("the clock on the wall is read in {WALL_CLOCK} only");
        found.extend(lines_with(&source.code, READS_THE_CLOCK).map(|line| source.fault(line, &wall)));
    }
    found.extend(lines_with(&source.code, CRASHES).map(|line| source.fault(line, "no unwrap or expect outside tests")));
    found.extend(lines_with(source.text, MACHINE_PATHS).map(|line| source.fault(line, "no path of one machine")));
    found
}

fn lines_with<'a>(text: &'a str, phrases: &'a [&str]) -> impl Iterator<Item = usize> + 'a {
    let numbered = text.lines().enumerate();
    numbered.filter(|(_, line)| phrases.iter().any(|phrase| line.contains(phrase))).map(|(number, _)| number + 1)
}

fn manners(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    if source.file.ends_with("/mod.rs") {
        found.push(source.fault(1, "no mod.rs: a module stands beside its folder, under its own name"));
    }
    if !source.text.starts_with("//!") {
        found.push(source.fault(1, "a file opens with `//!`: what it is for, what it must not know"));
    }
    let lines = source.text.lines().count();
    if lines > MOST_LINES && !LONG_CATALOGUES.iter().any(|catalogue| source.file.starts_with(catalogue)) {
        found.push(source.fault(lines, &format!("a file has at most {MOST_LINES} lines")));
    }
    found
}

#[test]
fn the_walls_of_the_house_stand() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut files = 0;
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let file = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.extend(faults(&file, &fs::read_to_string(&path).unwrap()));
                files += 1;
            }
        }
    }
    found.sort();
    assert!(files >= 2, "no source found");
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[path = "architecture/samples.rs"]
mod samples;
