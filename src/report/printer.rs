//! Hands a text to the printing command of the settings (DSP-11). Must not know what the text says.
use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

/// How often it is looked whether the command has ended, and how long it waits between two looks: ten seconds in all. Who
/// sits at the screen waits with it.
const LOOKS: u32 = 500;
const PAUSE: Duration = Duration::from_millis(20);

/// Gives the text to a shell command on its standard input and waits for its end.
///
/// # Errors
/// What the command said, or how it ended; that it did not end in time.
pub fn print(command: &str, text: &str) -> Result<(), String> {
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = shell.spawn().map_err(|error| error.to_string())?;
    // Who does not read to the end says why in the status.
    let _ = child.stdin.take().map(|mut input| input.write_all(text.as_bytes()));
    match ended(&mut child) {
        Ok(Some(status)) if status.success() => Ok(()),
        Ok(Some(status)) => Err(said(&mut child).unwrap_or_else(|| status.to_string())),
        Ok(None) => {
            let _ = child.kill();
            let _ = child.wait();
            Err("no answer in 10 s".to_owned())
        }
        Err(error) => Err(error.to_string()),
    }
}

fn ended(child: &mut Child) -> std::io::Result<Option<ExitStatus>> {
    for _ in 0..LOOKS {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        std::thread::sleep(PAUSE);
    }
    Ok(None)
}

/// The first of what it said. Not all of it: what it has started may go on and never close the pipe.
fn said(child: &mut Child) -> Option<String> {
    let mut bytes = [0; 1024];
    let read = child.stderr.as_mut()?.read(&mut bytes).ok()?;
    let said = String::from_utf8_lossy(&bytes[..read]).trim().to_owned();
    (!said.is_empty()).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_command_says_is_told_and_how_it_ended_where_it_says_nothing() {
        assert_eq!(print("cat >/dev/null", "派工单\n"), Ok(()));
        assert_eq!(print("echo out of paper >&2; exit 3", "派工单\n"), Err("out of paper".to_owned()));
        assert!(print("exit 3", "派工单\n").is_err_and(|why| why.contains('3')));
        assert!(print("no-such-command-here", "").is_err());
    }
}
