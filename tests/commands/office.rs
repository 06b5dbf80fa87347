//! A folder with settings and a database, and the program run in it. The account that runs the tests is a service
//! account of these settings, so that it can act as several people.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

pub struct Office {
    folder: TempDir,
}

/// What a run said.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// Standard output as JSON, one value a line.
    pub fn json(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Office {
    /// A folder with settings and no database yet.
    pub fn bare() -> Office {
        let office = Office { folder: tempfile::tempdir().unwrap() };
        office.write("config.toml", format!("[people]\nservice_logins = [\"{}\"]\n", Office::login()));
        office
    }

    /// With a manager, a supervisor and a receptionist.
    pub fn new() -> Office {
        let office = Office::bare();
        let say = |args: &[&str]| assert_eq!(office.run(args).code, 0);
        say(&["--as", "chen", "staff", "add", "li", "--name", "李丽", "--role", "客服主管"]);
        say(&["--as", "chen", "staff", "add", "min", "--name", "张敏", "--role", "receptionist"]);
        office
    }

    /// The account that runs the tests.
    pub fn login() -> String {
        uzers::get_current_username().unwrap().into_string().unwrap()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(name), text).unwrap();
    }

    /// The program, on the settings and the database of this folder.
    pub fn command(&self) -> Command {
        let mut command = self.plain_command();
        command.args(["--config", "config.toml", "--db", "estate.db"]);
        command
    }

    /// The program with nothing given, and nothing of the machine's own around it.
    pub fn plain_command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_frontdesk"));
        command.current_dir(self.folder.path()).env("HOME", self.folder.path()).stdin(Stdio::null());
        command.env_remove("XDG_DATA_HOME").env_remove("FRONTDESK_CONFIG").env("RUST_BACKTRACE", "0");
        command
    }

    /// Runs it to its end.
    pub fn run(&self, args: &[&str]) -> Said {
        said(self.command().args(args).output().unwrap())
    }

    /// Runs it with an input.
    pub fn feed(&self, args: &[&str], input: impl AsRef<[u8]>) -> Said {
        let mut command = self.command();
        let pipes = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = pipes.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.as_ref().to_vec();
        let writer = std::thread::spawn(move || stdin.write_all(&input));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap().unwrap();
        said(output)
    }

    /// Files a complaint as the receptionist and tells its number.
    pub fn complaint(&self, fields: &str) -> String {
        let line = format!(r#"{{"do":"file_complaint","category":"清洁","matter":"楼道垃圾"{fields}}}"#);
        let said = self.feed(&["--as", "min", "act"], line);
        assert_eq!(said.code, 0, "{}", said.out);
        said.json()[0]["number"].as_str().unwrap().to_owned()
    }
}

pub fn said(output: Output) -> Said {
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
