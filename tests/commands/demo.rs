//! `demo`.

use crate::office::Office;

#[test]
fn a_demonstration_is_made_whole_and_never_over_a_file_that_is_there() {
    let office = Office::bare();
    let made = office.run(&["--as", "chen", "demo", "--make", "demo.db"]);
    assert_eq!(made.code, 0, "{}", made.err);
    assert_eq!(office.run(&["--as", "chen", "demo", "--make", "demo.db"]).code, 1);
    let mut command = office.plain_command();
    let output = command.args(["--db", "demo.db", "check"]).output().unwrap();
    assert!(output.status.success());
    assert!(!office.path("estate.db").exists());
}
