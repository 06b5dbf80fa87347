//! No right to write, and no room to.
use crate::estate::{Act, Estate, manager};
use serde_json::{Value, json};
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

/// Somebody whom the rights of files bind.
const NOBODY: u32 = 65_534;

fn allow(path: &Path, mode: u32) {
    std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// What the program says to somebody who may only read the file, or may not write into its folder.
fn words_with(file: u32, folder: u32) -> Option<String> {
    let estate = Estate::staffed();
    let program = estate.folder.path().join("frontdesk");
    std::fs::copy(env!("CARGO_BIN_EXE_frontdesk"), &program).unwrap();
    let mut command = Command::new(&program);
    command
        .args(["--config", "config.toml", "--db", "desk.db", "--lang", "en", "act"])
        .current_dir(estate.folder.path());
    command.stdin(Stdio::null());
    if rustix::process::geteuid().is_root() {
        if uzers::get_user_by_uid(NOBODY).is_none() {
            println!("skipped: rights do not bind root, and there is no user {NOBODY} to run as");
            return None;
        }
        command.uid(NOBODY).gid(NOBODY);
    }
    let before = std::fs::read(estate.database()).unwrap();
    allow(&estate.database(), file);
    allow(&estate.folder.path().join("config.toml"), 0o644);
    allow(estate.folder.path(), folder);
    let output = loop {
        match command.output() {
            // A test beside this one was just being started and still holds what was written.
            Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => std::thread::yield_now(),
            done => break done.unwrap(),
        }
    };
    allow(estate.folder.path(), 0o755);
    assert!(std::fs::read(estate.database()).unwrap() == before);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert!(!words.contains("panicked"), "{words}");
    Some(words)
}

#[test]
fn a_file_that_may_only_be_read_is_told_in_words() {
    if let Some(words) = words_with(0o444, 0o777) {
        assert!(words.contains("desk.db cannot be written"), "{words}");
    }
}

#[test]
fn a_folder_that_may_not_be_written_is_told_in_words() {
    if let Some(words) = words_with(0o666, 0o555) {
        assert!(words.contains("desk.db cannot be"), "{words}");
        assert!(words.contains("folder"), "{words}");
    }
}

/// A limit on the size of files stands in for a disk that fills up: the system refuses the write in the same place.
#[test]
fn without_room_an_action_is_refused_in_words_and_nothing_half_saved() {
    let estate = Estate::staffed();
    let before = estate.desk().inspect().unwrap().events;
    let actions: Vec<Value> = (0..120)
        .map(|i| json!({"do": "take_reception", "unit": "3-1-502", "matter": format!("第{i}件"), "detail": "详情".repeat(400)}))
        .collect();
    let mut inner = Command::new("sh");
    // 512-byte blocks: room for some actions, not for all.
    inner.args(["-c", "ulimit -f 1500; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_frontdesk")]);
    inner.args(["--config", "config.toml", "--db", "desk.db", "--lang", "en", "--as", "desk", "act"]);
    inner.current_dir(estate.folder.path()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut act = Act::begin(&mut inner);
    act.send(&actions);
    let answers = act.finish();
    assert_eq!(answers.len(), actions.len(), "the program ended before its input did");
    let (saved, refused): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer["ok"] == true);
    assert!(!saved.is_empty() && !refused.is_empty(), "{} saved, {} refused", saved.len(), refused.len());
    for answer in &refused {
        let words = answer["error"]["message"].as_str().unwrap();
        assert!(words.contains("nothing was saved"), "{answer}");
    }
    let desk = estate.desk();
    let survey = desk.inspect().unwrap();
    assert_eq!(survey.findings, [""; 0]);
    assert_eq!(survey.events - before, saved.len() as i64);
    for answer in saved {
        assert!(desk.sheet(answer["number"].as_str().unwrap(), &manager()).is_ok());
    }
    let mut with_room = estate.act("desk");
    with_room.send(&actions[..1]);
    assert_eq!(with_room.must_answer()["ok"], true, "and with room again it goes on");
}
