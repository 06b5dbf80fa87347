//! `import` stopped with Ctrl-C: it ends between two lines and says what is saved.

use crate::office::{Office, said};
use rustix::process::{Pid, Signal, kill_process};
use std::process::Stdio;

/// Whether a process takes Ctrl-C itself by now.
fn heeds_interrupt(id: u32) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap();
    u64::from_str_radix(caught.trim(), 16).unwrap() & (1 << (Signal::INT.as_raw() - 1)) != 0
}

#[test]
fn ctrl_c_stops_it_between_two_lines_and_the_same_file_brings_in_the_rest() {
    let office = Office::new();
    office.write("r.csv", "房号,姓名\n3-1-501,王芳\n3-1-502,王芳\n3-1-503,王芳\n3-1-504,王芳\n");
    // Somebody else writes: the import waits for its first line until the signal is there.
    let held = rusqlite::Connection::open(office.path("estate.db")).unwrap();
    held.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut command = office.command();
    let command = command.args(["--as", "min", "import", "residents", "r.csv"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    while !heeds_interrupt(child.id()) {
        std::thread::yield_now();
    }
    kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    drop(held);
    let ended = said(child.wait_with_output().unwrap());
    assert_eq!(ended.code, 130, "{}", ended.err);
    let rest = office.run(&["--as", "min", "import", "residents", "r.csv"]);
    let told = format!("{}{}", ended.out, ended.err);
    match told.contains("停在 1/4 行：已保存 1 条") {
        true => assert!(rest.out.starts_with("收入 3，已在档 0，早已导入 1，"), "{}", rest.out),
        // It was still reading.
        false => {
            assert!(told.contains("已停止；什么也没有保存") && rest.out.starts_with("收入 4，"), "{told}{}", rest.out)
        }
    }
}
