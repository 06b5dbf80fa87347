//! `demo`: the same program on a throw-away file with a lived-in estate in it.
use super::Ended;
use super::Screen;
use super::arguments::Demo;
use super::session::Session;
use super::trouble::Trouble;
use crate::demo;
use crate::model::text::clean_line;
use crate::wall_clock;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(super) fn run(session: Session, demo: &Demo, screen: Screen) -> Ended {
    if let Some(file) = &demo.make {
        refuse_existing(&session, file)?;
        return fill(&session.on(file.clone()), demo.seed);
    }
    // Held until the screen is closed.
    let throw_away = if demo.keep.is_some() { None } else { Some(ThrowAway::new(wall_clock::now().timestamp())?) };
    let own = throw_away.as_ref().map(|folder| folder.0.join("frontdesk.db"));
    let session = match demo.keep.clone().or(own) {
        Some(file) => session.on(file),
        None => session,
    };
    if !session.database.exists() {
        fill(&session, demo.seed)?;
    }
    super::open(&session, screen)
}

fn refuse_existing(session: &Session, file: &Path) -> Result<(), Trouble> {
    match file.symlink_metadata() {
        Ok(_) => Err(Trouble::told((session.words.cli.exists)(&clean_line(&file.display().to_string())))),
        Err(_) => Ok(()),
    }
}

/// Makes the estate, and tells how far it is where somebody can see it.
fn fill(session: &Session, seed: u64) -> Ended {
    let mut desk = session.desk()?;
    let seen = stderr().is_terminal();
    let mut progress = |done: usize, of: usize| {
        if seen {
            let _ = write!(stderr(), "\r{} {done}/{of} ", session.words.cli.making);
        }
    };
    let made = demo::make(&mut desk, seed, wall_clock::now(), &session.login, &mut progress);
    let summary = made.map_err(|refusal| session.refused(&refusal))?;
    if seen {
        let _ = writeln!(stderr());
    }
    writeln!(stdout(), "{}", (session.words.cli.made)(summary.units, summary.residents, summary.cases))?;
    Ok(ExitCode::SUCCESS)
}

/// A folder that goes when the program does.
struct ThrowAway(PathBuf);

impl ThrowAway {
    fn new(now: i64) -> Result<ThrowAway, Trouble> {
        let name = format!("frontdesk-demo-{}-{now}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        // Not recursive: a folder that somebody else put there is refused.
        std::fs::DirBuilder::new().mode(0o700).create(&folder)?;
        Ok(ThrowAway(folder))
    }
}

impl Drop for ThrowAway {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
