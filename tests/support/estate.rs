//! An estate in a folder of its own, and the real program at work on it: `frontdesk act` and the other commands.

use frontdesk::config::Config;
use frontdesk::desk::Desk;
use frontdesk::model::staff::{Role, Staff};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};
use std::sync::Arc;
use tempfile::TempDir;

/// A folder with settings and a database in which people of each role work.
pub struct Estate {
    pub folder: TempDir,
}

/// Logins of the people, each named after the role; `desk1` to `desk8` are receptionists too.
pub const STAFF: [(&str, &str); 4] =
    [("desk", "receptionist"), ("dept", "department"), ("sup", "supervisor"), ("head", "head_office")];

impl Estate {
    /// Settings that let the one who runs the tests act for anybody; no database yet.
    pub fn empty() -> Estate {
        let folder = tempfile::tempdir().unwrap();
        let me = uzers::get_current_username().unwrap();
        let settings = format!("[people]\nservice_logins = [{me:?}]\n");
        std::fs::write(folder.path().join("config.toml"), settings).unwrap();
        Estate { folder }
    }

    /// The same with a database in which everybody works already.
    pub fn staffed() -> Estate {
        let estate = Estate::empty();
        let mut desk = estate.desk();
        let now = frontdesk::wall_clock::now();
        desk.first_start("manager", now).unwrap();
        let eight = (1..=8).map(|i| (format!("desk{i}"), "receptionist"));
        for (login, role) in STAFF.map(|(login, role)| (login.to_owned(), role)).into_iter().chain(eight) {
            let name = format!("{login}·前台");
            let department = (login == "dept").then_some("engineering");
            let new = json!({"do": "add_staff", "login": login, "name": name, "role": role, "department": department});
            desk.perform_json(new, "manager", now).unwrap();
        }
        estate
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join("desk.db")
    }

    /// The desk on the same file, in this process.
    pub fn desk(&self) -> Desk {
        Desk::open(&self.database(), Arc::new(Config::shipped().unwrap())).unwrap()
    }

    /// The program with these arguments, for this person.
    pub fn command(&self, login: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_frontdesk"));
        command.args(["--config", "config.toml", "--db", "desk.db", "--lang", "en", "--as", login]).args(arguments);
        command.current_dir(self.folder.path());
        command
    }

    /// Runs it to its end.
    pub fn run(&self, login: &str, arguments: &[&str]) -> Output {
        self.command(login, arguments).stdin(Stdio::null()).output().unwrap()
    }

    /// `frontdesk act`, waiting for actions.
    pub fn act(&self, login: &str) -> Act {
        let mut command = self.command(login, &["act"]);
        Act::begin(command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()))
    }
}

/// Who sees the numbers of people whole.
pub fn manager() -> Staff {
    let (login, name) = ("manager".to_owned(), "manager".to_owned());
    Staff { login, name, role: Role::Manager, department: None, active: true, skills: None }
}

/// `frontdesk act` at work.
pub struct Act {
    pub child: Child,
    input: Option<ChildStdin>,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Act {
    pub fn begin(command: &mut Command) -> Act {
        let mut child = command.spawn().unwrap();
        let input = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().unwrap()).lines();
        Act { child, input, answers }
    }

    /// Sends actions; a program that has ended meanwhile is no fault here.
    pub fn send(&mut self, actions: &[Value]) {
        let lines: String = actions.iter().map(|action| format!("{action}\n")).collect();
        let _ = self.input.as_mut().unwrap().write_all(lines.as_bytes());
    }

    /// The next answer; none after the last whole line.
    pub fn answer(&mut self) -> Option<Value> {
        serde_json::from_str(&self.answers.next()?.ok()?).ok()
    }

    /// The next answer, which must come.
    pub fn must_answer(&mut self) -> Value {
        self.answer().unwrap_or_else(|| {
            let mut why = String::new();
            std::io::Read::read_to_string(self.child.stderr.as_mut().unwrap(), &mut why).unwrap();
            panic!("no answer: {why}")
        })
    }

    /// Says that nothing more comes, and reads all answers that are left.
    pub fn finish(mut self) -> Vec<Value> {
        drop(self.input.take());
        let answers = std::iter::from_fn(|| self.answer()).collect();
        self.child.wait().unwrap();
        answers
    }
}
