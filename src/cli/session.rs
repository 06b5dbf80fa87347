//! What every command begins with: settings, language, database, and who acts. The login of the operating system says
//! who; `--as` is for the accounts that the settings name.
use super::arguments::Global;
use super::trouble::Trouble;
use crate::config::{Colors, Config};
use crate::desk::refusal::Refusal;
use crate::desk::{Desk, StoreError, listed_name};
use crate::locales::{Telling, Words, words};
use crate::model::clock::Time;
use crate::model::staff::{Role, Staff};
use crate::wall_clock;
use std::collections::HashMap;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where the settings of this machine stand.
const MACHINE_SETTINGS: &str = "/etc/frontdesk/config.toml";

/// Settings, language, database file and login of one run.
pub(super) struct Session {
    pub config: Arc<Config>,
    pub words: &'static Words,
    pub database: PathBuf,
    /// Login of who acts.
    pub login: String,
    /// Installed setgid, the program opens a file that the caller cannot.
    lent_rights: bool,
}

impl Session {
    /// Reads the settings and finds out who acts and on which file.
    pub fn begin(global: &Global) -> Result<Session, Trouble> {
        // With lent rights the caller must not choose settings that name him a service account, nor the file.
        let lent_rights = rustix::process::getegid() != rustix::process::getgid();
        let config = settings(global.config.as_deref(), lent_rights)?;
        let words = words(global.lang.map_or(config.screen.language, Into::into));
        if lent_rights && (global.config.is_some() || global.db.is_some()) {
            return Err(Trouble::told(words.cli.no_own_paths));
        }
        let database = match global.db.clone().or_else(|| config.database.clone()) {
            Some(path) => path,
            None if lent_rights => return Err(Trouble::told(words.cli.no_home)),
            None => own_database().ok_or_else(|| Trouble::told(words.cli.no_home))?,
        };
        let login = acting(&config, words, global.as_login.as_deref())?;
        Ok(Session { config: Arc::new(config), words, database, login, lent_rights })
    }

    /// The same on another file.
    pub fn on(self, database: PathBuf) -> Session {
        Session { database, ..self }
    }

    /// The desk; its file is made on first use.
    pub fn desk(&self) -> Result<Desk, Trouble> {
        if let Some(folder) = self.database.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            // What is in it concerns the residents: nobody else looks in.
            let _ = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
        }
        Desk::open(&self.database, self.config.clone()).map_err(|error| Trouble::told(self.words.open_error(&error)))
    }

    /// The desk on a file that is there already.
    pub fn existing_desk(&self) -> Result<Desk, Trouble> {
        Desk::open_existing(&self.database, self.config.clone())
            .map_err(|error| Trouble::told(self.words.open_error(&error)))
    }

    /// Who signs on. On a file where nobody works yet, that person becomes the manager and is told so.
    pub fn sign_on(&self, desk: &mut Desk) -> Result<Staff, Trouble> {
        self.arrive(desk).map(|(me, _)| me)
    }

    /// Who signs on, and what was told at a first start: the screen covers standard error and has to say it too.
    pub fn arrive(&self, desk: &mut Desk) -> Result<(Staff, Option<String>), Trouble> {
        let now = wall_clock::now();
        let first = desk.first_start(&self.login, now).map_err(|refusal| self.refused(&refusal))?;
        if let Some(manager) = first {
            let told = (self.words.cli.first_start)(&manager.login);
            let _ = writeln!(stderr(), "{told}");
            return Ok((manager, Some(told)));
        }
        let me = desk.who(&self.login).map_err(|refusal| self.refused(&refusal))?;
        Ok((me, None))
    }

    /// Whoever runs what concerns the file as a whole. Nobody has to sign on for it, so that a nightly job can run it and
    /// since whoever can read the file could copy it anyway; with lent rights that is not so, and it takes the manager.
    pub fn may_see_all(&self, desk: &mut Desk) -> Result<(), Trouble> {
        if self.lent_rights && self.sign_on(desk)?.role < Role::Manager {
            let roles = vec![Role::Manager, Role::HeadOffice];
            return Err(self.refused(&Refusal::NotAllowed { roles }));
        }
        Ok(())
    }

    /// A refusal in words, where nobody's name is needed.
    pub fn refused(&self, refusal: &Refusal) -> Trouble {
        Trouble::told(
            self.with_names(&Names::default(), wall_clock::now(), |telling| self.words.refusal(refusal, telling)),
        )
    }

    /// What the file said, in words.
    pub fn failed(&self, error: StoreError) -> Trouble {
        Trouble::told(self.words.store_error(&error))
    }

    /// Names of the staff.
    pub fn names(&self, desk: &Desk) -> Result<Names, Trouble> {
        let staff = desk.staff().map_err(|error| self.failed(error))?;
        Ok(Names(staff.into_iter().map(|member| (member.login, member.name)).collect()))
    }

    /// Asks for a sentence with everything that it needs around it.
    pub fn with_names<T>(&self, names: &Names, now: Time, ask: impl FnOnce(&Telling) -> T) -> T {
        let name = |login: &str| names.0.get(login).cloned().unwrap_or_else(|| login.to_owned());
        let listed = |field: &str, id: &str| self.listed(field, id);
        ask(&Telling { name: &name, listed: &listed, zone: self.config.calendar.zone, now })
    }

    /// The name of something on a list of the settings in the language of the session; the id itself if the settings no
    /// longer have it.
    pub fn listed(&self, field: &str, id: &str) -> String {
        listed_name(&self.config, field, id, self.words.language)
    }

    /// Whether colours are wanted and can be seen.
    pub fn color(&self) -> bool {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
        stdout().is_terminal() && !set("NO_COLOR") && !dumb && self.config.screen.colors != Colors::None
    }
}

/// Names by login.
#[derive(Default)]
pub(super) struct Names(HashMap<String, String>);

/// The settings: named, else of the environment, else of the machine, else the shipped ones.
fn settings(named: Option<&Path>, lent_rights: bool) -> Result<Config, Trouble> {
    let own = std::env::var_os("FRONTDESK_CONFIG").filter(|path| !path.is_empty() && !lent_rights).map(PathBuf::from);
    let machine = || Some(PathBuf::from(MACHINE_SETTINGS)).filter(|path| path.exists());
    let config = match named.map(Path::to_owned).filter(|_| !lent_rights).or(own).or_else(machine) {
        Some(path) => Config::load(&path),
        None => Config::shipped(),
    };
    config.map_err(|error| Trouble::told(error.to_string()))
}

/// `frontdesk/frontdesk.db` in the data folder of the user.
fn own_database() -> Option<PathBuf> {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let data = absolute("XDG_DATA_HOME").or_else(|| Some(absolute("HOME")?.join(".local/share")))?;
    Some(data.join("frontdesk/frontdesk.db"))
}

/// Who acts: the login of the operating system, or for a service account whom it names.
fn acting(config: &Config, words: &Words, named: Option<&str>) -> Result<String, Trouble> {
    let login = uzers::get_current_username().and_then(|name| name.into_string().ok());
    let login = login.ok_or_else(|| Trouble::told(words.cli.no_login))?;
    match named {
        None => Ok(login),
        Some(name) if name == login || config.service_logins.contains(&login) => Ok(name.to_owned()),
        Some(name) => Err(Trouble::told((words.cli.as_refused)(&login, name))),
    }
}
