//! `config.toml` → [`Config`]. Unknown keys are refused; an error names file, line and key, and what is allowed.
//! The only place that knows TOML.
pub mod lists;
mod settings;

use crate::model::callback::CallbackKind;
use crate::model::case::Register;
use crate::model::duty::Job;
use crate::model::rule::Rule;
use crate::rules::calendar::Calendar;
use chrono::NaiveTime;
pub use lists::{Category, EmergencyKind, Fee, Named, Share};
use serde::Deserialize;
use settings::{Settings, Source};
use std::path::{Path, PathBuf};

/// The settings as shipped.
pub const SHIPPED: &str = include_str!("../config.toml");
/// Years that a record is kept where no setting says how long.
const LONGEST: u32 = 99;
/// Where a fault of them would stand.
const SHIPPED_SOURCE: Source<'_> = Source { file: "config.toml", text: SHIPPED };
/// The same as the build script lays it beside the program: read at every start, in a fraction of the time.
const SHIPPED_JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/config.json"));

/// All settings, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// Name of the estate, for the bar and the forms.
    pub estate: String,
    /// The database file, if the settings name one.
    pub database: Option<PathBuf>,
    /// How the screen looks.
    pub screen: Screen,
    /// Zone, working days, hours, and when "due soon" begins.
    pub calendar: Calendar,
    /// Accounts that may act for others with `--as`.
    pub service_logins: Vec<String>,
    /// Seconds without a key after which a shared terminal is locked (SEC-03); none for never.
    pub lock_after: Option<i64>,
    /// Complaint categories (CMP-01).
    pub categories: Vec<Category>,
    /// So many of one category propose a complaint as major (CMP-07).
    pub repeat_count: u32,
    /// Within so many days.
    pub repeat_days: u32,
    /// Kinds of job (DSP-01, DSP-02, DSP-05).
    pub jobs: Vec<Job>,
    /// When the night begins and ends, local time; it may run over midnight (DSP-06).
    pub night: (NaiveTime, NaiveTime),
    /// Command that gets the sheet of a work order on its standard input (DSP-11).
    pub print: Option<String>,
    /// Columns of a printed line, 60 to 132; a Chinese character takes two (DSP-11).
    pub sheet_width: u16,
    /// Kinds of emergency with their checklists (EMG-03).
    pub emergencies: Vec<EmergencyKind>,
    /// By when a key is back if nobody says otherwise, local time (KEY-03).
    pub evening: NaiveTime,
    /// So many hundredths of all callbacks are home visits, at least (CBK-04).
    pub visit_share: u8,
    /// Whether each household is phoned once a month (CBK-10).
    pub household_round: bool,
    /// Seconds that the next shift lasts: what was promised for that time stands line by line in a handover (LED-08).
    pub next_shift: i64,
    /// So many of one kind in one building within a month are a repeated problem (STA-07).
    pub repeat_from: u32,
    /// Years that a record is kept at least: of a register, or of all others; the first that fits (SEC-05). See
    /// [`Config::years_kept`].
    pub retention: Vec<(Option<Register>, u32)>,
    /// How many callbacks of a kind are asked each month (CBK-02); see [`Config::share`].
    pub shares: Vec<Share>,
    /// Fees that households are reminded of (LED-06).
    pub fees: Vec<Fee>,
    /// The rules (ESC-02).
    pub rules: Vec<Rule>,
}

/// How the screen looks.
#[derive(Clone, Debug)]
pub struct Screen {
    /// zh-CN or en.
    pub language: Language,
    /// Lines of boxes or plain ASCII.
    pub borders: Borders,
    /// How wide the terminal draws characters of ambiguous width.
    pub ambiguous_width: AmbiguousWidth,
    /// How many colours.
    pub colors: Colors,
    /// Whether the bell rings when something crosses (ESC-06).
    pub bell: bool,
}

macro_rules! setting {
    ($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
        pub enum $name { $($(#[$case_doc])* #[serde(rename = $word)] $case),+ }
    };
}
setting!(
    /// The language of the screen.
    Language { /// Chinese.
        #[default] Chinese = "zh-CN", /// English.
        English = "en" }
);
setting!(
    /// What borders are drawn with.
    Borders { /// Box-drawing characters.
        #[default] Unicode = "unicode", /// `+-|`.
        Ascii = "ascii" }
);
setting!(
    /// How wide the terminal draws characters of ambiguous width.
    AmbiguousWidth { /// Ask the terminal.
        #[default] Auto = "auto", /// One cell.
        Narrow = "narrow", /// Two cells: stand-ins are written.
        Wide = "wide" }
);
setting!(
    /// How many colours are used.
    Colors { /// By `NO_COLOR` and `TERM`.
        #[default] Auto = "auto", /// None.
        None = "none", /// Sixteen.
        Ansi = "16", /// 256.
        Indexed = "256" }
);

fn place(line: usize) -> String {
    if line == 0 { String::new() } else { format!(", line {line}") }
}

/// What is wrong with a settings file.
#[derive(Debug, thiserror::Error)]
#[error("{file}{}: {what}", place(*line))]
pub struct ConfigError {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 if it is the whole file.
    pub line: usize,
    /// What is wrong and what is allowed.
    pub what: String,
}

impl Config {
    /// The shipped settings.
    ///
    /// # Errors
    /// None, unless the shipped file itself is wrong; a test reads it.
    pub fn shipped() -> Result<Config, ConfigError> {
        SHIPPED_SOURCE.lay(shipped()?, Settings::default())
    }

    /// Settings from a file over the shipped ones.
    ///
    /// # Errors
    /// The file cannot be read, or something in it is not allowed; nothing of it is used then.
    pub fn load(path: &Path) -> Result<Config, ConfigError> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|error| ConfigError {
            file: file.clone(),
            line: 0,
            what: format!("cannot be read: {error}"),
        })?;
        Config::from_text(&file, &text)
    }

    /// Settings from a text over the shipped ones; `file` is the name for errors.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from_text(file: &str, text: &str) -> Result<Config, ConfigError> {
        let source = Source { file, text };
        source.lay(source.settings()?, shipped()?)
    }

    /// Years that a record of a register is kept at least (SEC-05).
    pub fn years_kept(&self, register: Register) -> u32 {
        let years =
            |wanted: Option<Register>| self.retention.iter().find(|(one, _)| *one == wanted).map(|(_, years)| *years);
        years(Some(register)).or_else(|| years(None)).unwrap_or(LONGEST)
    }

    /// Hundredths of a kind of callback that are asked each month (CBK-02); all where no row says less.
    pub fn share(&self, kind: CallbackKind) -> u8 {
        self.shares.iter().find(|share| share.kind == kind).map_or(100, |share| share.percent)
    }
}

fn shipped() -> Result<Settings, ConfigError> {
    serde_json::from_str(SHIPPED_JSON).map_err(|error| SHIPPED_SOURCE.error(&[], error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_settings_are_read_as_they_are_written() {
        let (read, written) = (shipped().unwrap(), SHIPPED_SOURCE.settings().unwrap());
        assert_eq!(format!("{read:?}"), format!("{written:?}"));
    }
}
