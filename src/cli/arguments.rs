//! What the commands take. The words here are English; those of another language are laid over them from its table.
mod month;

pub(super) use month::{Report, Stats};

use crate::config::{Config, Language};
use crate::locales::{Words, words};
use clap::{Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The front desk of a residential estate: reception, complaints and their deadlines. Without a command it opens the screen.
#[derive(Debug, Parser)]
#[command(
    name = "frontdesk",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The same without a command: what opens the screen.
#[derive(Debug, Parser)]
#[command(disable_help_flag = true)]
struct Bare {
    #[command(flatten)]
    global: Global,
}

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct Global {
    /// Settings file; else $FRONTDESK_CONFIG, else /etc/frontdesk/config.toml, else as shipped
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Database file; else the one of the settings, else frontdesk/frontdesk.db in the data folder of the user
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// Language of words and messages; else that of the settings
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// Acts for this person; only for the service accounts that the settings name
    #[arg(long = "as", global = true, value_name = "LOGIN")]
    pub as_login: Option<String>,
}

/// The languages by their short names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    Zh,
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Language {
        match lang {
            Lang::Zh => Language::Chinese,
            Lang::En => Language::English,
        }
    }
}

/// The keys of the JSON answers; other programs read them, so they stay as they are.
const DUE_JSON: &str = "--json: {\"at\", \"rows\": [{\"number\", \"register\", \"state\", \"unit\", \"name\", \"matter\", \
    \"handler\", \"department\", \"owner\", \"level\", \"told\", \"noted\", \"harm\", \"severity\", \"urgency\", \"received_at\", \
    \"version\", \"pressing\": CLOCK, \"clocks\": [CLOCK]}], \"more\"}\n\
    CLOCK: {\"rule\", \"milestone\", \"level\", \"crossing\", \"started_at\", \"due_at\", \
    \"look\": not_yet|on_time|soon|paused|overdue|escalated, \"left\"|\"late\" (s), \"paused_until\"}";
const SHOW_JSON: &str = "--json: {\"level\", \"told\", \"running\": [CLOCK], \"case\", \"part\": {\"reception\"|\"complaint\"|\"review\"|..}, \
    \"clocks\", \"pauses\", \"entries\", \"origins\", \"offspring\", \"cycles\", \"history\": [{\"id\", \"at\", \"by\", \"action\"}]}\n\
    CLOCK: frontdesk due --help";
const IMPORT_JSON: &str = "--json: {\"taken\", \"known\", \"already_there\", \"refused\": [{\"line\", \"code\", \"message\", \"fields\"}], \"dry_run\",\n\
    \"lines\", \"done\", \"stopped\", \"samples\": [{\"line\", \"number\", \"state\", \"known\", \"fields\"}], \"error\"}";
const CHECK_JSON: &str = "--json: {\"cases\", \"events\", \"head\", \"findings\": []}";
const LIST_JSON: &str = "--json: [{\"login\", \"name\", \"role\", \"department\", \"active\", \"skills\"}]";

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Performs actions: JSON Lines in, one answer line out for each, after it was saved
    Act(Act),
    /// What is late and what crosses its time next, in all registers
    #[command(after_long_help = DUE_JSON)]
    Due(Due),
    /// One case with its clocks, links and history
    #[command(after_long_help = SHOW_JSON)]
    Show(Show),
    /// The paper sheet of a work order in three parts, as plain text
    Sheet(Sheet),
    /// The month's figures, compared with the month before and the year before
    #[command(after_long_help = month::STATS_JSON)]
    Stats(Stats),
    /// The month's report as a workbook, a .csv sheet or text for a line printer
    Report(Report),
    /// Lists, adds and changes the staff
    Staff(Staff),
    /// Brings in residents, complaints, work orders or keys from a .csv (UTF-8) or .xlsx file
    #[command(after_long_help = IMPORT_JSON)]
    Import(Import),
    /// Copies the database while others go on working
    Backup(Backup),
    /// Archives and removes records past their time; without --remove only says how many there are. The journal and what
    /// was handed in are never removed
    Archive(Archive),
    /// Looks over the whole file: integrity, chain of events, clocks against cases
    #[command(after_long_help = CHECK_JSON)]
    Check(Check),
    /// The screen on a throw-away database with a lived-in estate
    Demo(Demo),
}

#[derive(Debug, Args)]
pub(super) struct Act {
    /// Lists every action with its fields, and performs nothing
    #[arg(long)]
    pub actions: bool,
    /// With --actions: as JSON (answers are JSON in any case)
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Due {
    /// As it looks at this time, e.g. "tomorrow 9:00", "+2h", 2026-11-21T01:15:00Z
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
    /// Only what this role has to answer for, by word or name: supervisor, manager …
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    /// At most so many lines
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub limit: usize,
    /// As one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    /// Number of the case, or its number on the older ledger
    pub number: String,
    /// As one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Sheet {
    /// Number of the work order
    pub number: String,
    /// Writes it into this file, which must not exist yet
    #[arg(long, value_name = "FILE", conflicts_with = "print")]
    pub out: Option<PathBuf>,
    /// Prints it with the command of the settings (dispatch.print)
    #[arg(long)]
    pub print: bool,
}

#[derive(Debug, Args)]
pub(super) struct Staff {
    #[command(subcommand)]
    pub command: StaffCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum StaffCommand {
    /// Everybody who works or worked here
    #[command(after_long_help = LIST_JSON)]
    List {
        /// As one JSON array
        #[arg(long)]
        json: bool,
    },
    /// Adds somebody, who may sign on from then on (manager)
    Add {
        /// Account at the operating system
        login: String,
        #[command(flatten)]
        person: Person,
    },
    /// Changes somebody; what is left out stays (manager)
    Change {
        /// Account at the operating system
        login: String,
        #[command(flatten)]
        person: Person,
        /// Whether this person may sign on: yes or no
        #[arg(long, value_name = "YES|NO")]
        active: Option<String>,
    },
    /// Sets the PIN for signing on at a shared terminal: one's own, or another's (manager); asked for twice, or read from
    /// standard input
    Pin {
        /// Account at the operating system; one's own if left out
        login: Option<String>,
    },
    /// Enters when somebody is on duty (supervisor)
    Duty {
        /// Account at the operating system
        login: String,
        /// From when, e.g. "8:00"; now if left out
        #[arg(long, value_name = "TIME")]
        from: Option<String>,
        /// Until when, e.g. "18:00", "tomorrow 8:00", "+8h"
        #[arg(long, value_name = "TIME")]
        until: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct Person {
    /// Name as it stands on the forms
    #[arg(long)]
    pub name: Option<String>,
    /// Role: night_guard, receptionist, department, supervisor, manager, head_office, or its name
    #[arg(long)]
    pub role: Option<String>,
    /// Department: engineering, security, cleaning, greening, service, or its name
    #[arg(long)]
    pub department: Option<String>,
    /// Technicians: kinds of job this person can do, ids or names of the settings with commas between
    #[arg(long, value_name = "JOB,…")]
    pub skills: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    /// What is brought in
    pub what: ImportKind,
    /// A .csv file in UTF-8 (with or without BOM), or an .xlsx file, of which the first sheet with something in it is read
    pub file: PathBuf,
    /// Another sheet of the .xlsx file, by its name
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Which column a field is in, where the heading does not say so: field=column, or field=column+column
    #[arg(long, value_name = "FIELD=COLUMN", value_delimiter = ',')]
    pub map: Vec<String>,
    /// A value for every line: field=value
    #[arg(long, value_name = "FIELD=VALUE", value_delimiter = ',')]
    pub set: Vec<String>,
    /// Tells what would be taken and how it would stand, and saves nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The outcome as one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ImportKind {
    Residents,
    Complaints,
    WorkOrders,
    Keys,
}

#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The copy; must not exist yet
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Archive {
    /// What ended before this month, e.g. 2024-01
    #[arg(long, value_name = "MONTH")]
    pub before: String,
    /// The archive, which must not exist yet: a copy of the whole database as it stands before anything is removed, without PINs
    #[arg(long, value_name = "FILE", required_if_eq("remove", "true"))]
    pub out: Option<PathBuf>,
    /// Removes them (manager): only number and dates stay; asks once more
    #[arg(long)]
    pub remove: bool,
    /// Removes so many without asking; nothing if it is another number
    #[arg(long, value_name = "N", requires = "remove")]
    pub yes: Option<u32>,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// As one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Keeps the database in this file, and goes on with it if it is there
    #[arg(long, value_name = "FILE")]
    pub keep: Option<PathBuf>,
    /// Only makes this file, and ends
    #[arg(long, value_name = "FILE", conflicts_with = "keep")]
    pub make: Option<PathBuf>,
    /// Another number makes another estate
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

impl Arguments {
    /// Reads the arguments; help and mistakes are told by clap, which ends the program then. Only for these the words
    /// are laid over the command line, which would take longer than all the rest of the start; and the commands are
    /// made only where one is given.
    pub fn read() -> Arguments {
        match Bare::try_parse() {
            Ok(Bare { global }) => Arguments { global, command: None },
            Err(_) => Arguments::try_parse().unwrap_or_else(|_| Arguments::read_with_words()),
        }
    }

    fn read_with_words() -> Arguments {
        let given: Vec<String> = std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
        let matches = command(words(language(&given)), &given).get_matches();
        Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }
}

/// The language of the help: asked for, else of the shipped settings or of the machine's.
fn language(given: &[String]) -> Language {
    let words = given.iter().flat_map(|word| word.split('='));
    let named = words.skip_while(|word| *word != "--lang").nth(1).and_then(|word| Lang::from_str(word, true).ok());
    named.map(Into::into).unwrap_or_else(|| {
        let own = std::env::var_os("FRONTDESK_CONFIG").and_then(|path| Config::load(path.as_ref()).ok());
        own.or_else(|| Config::shipped().ok()).map_or(Language::Chinese, |config| config.screen.language)
    })
}

/// The command line in a language.
fn command(words: &'static Words, given: &[String]) -> clap::Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(words.cli.prints_help);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let mut command = framed(Arguments::command(), words)
        .arg(help.global(true).help_heading(words.cli.headings[3]))
        .arg(version.help(words.cli.prints_version).help_heading(words.cli.headings[3]));
    // Made only where it may be read: it is long, and read off the types.
    if given.iter().any(|word| word == "act") {
        command = command.mut_subcommand("act", |act| act.after_long_help(super::act::actions(words)));
    }
    for (path, text) in words.cli.help {
        command = laid_over(command, path, text);
    }
    command
}

/// Puts the headings of a language into the help of a command and of those under it.
fn framed(command: clap::Command, words: &'static Words) -> clap::Command {
    let [usage, commands, arguments, options] = words.cli.headings;
    let mut order = 0;
    let heading = |arg: Arg| {
        order += 1;
        let heading = if arg.is_positional() { arguments } else { options };
        // Under a heading of its own, clap would sort by name.
        arg.help_heading(heading).display_order(order)
    };
    let template = format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}");
    let command = command.mut_args(heading).subcommand_help_heading(commands).help_template(template);
    command.mut_subcommands(|inner| framed(inner, words))
}

/// Lays a text over the help of `due`, `due --role`, or of the program itself.
fn laid_over(command: clap::Command, path: &'static str, text: &'static str) -> clap::Command {
    match path.split_once(' ') {
        None if path.is_empty() => command.about(text),
        None if command.find_subcommand(path).is_some() => command.mut_subcommand(path, |inner| inner.about(text)),
        None => command.mut_arg(path, |arg| arg.help(text)),
        Some((outer, rest)) => command.mut_subcommand(outer, |inner| laid_over(inner, rest, text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_and_every_row_of_help_has_its_place() {
        for language in [Language::Chinese, Language::English] {
            command(words(language), &["act".to_owned()]).debug_assert();
        }
    }

    #[test]
    fn the_help_is_chinese_from_end_to_end_where_chinese_is_asked_for() {
        fn check(command: &clap::Command) {
            let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(han(&about), "{}: {about}", command.get_name());
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(han(&help), "{} {}: {help}", command.get_name(), arg.get_id());
            }
            command.get_subcommands().for_each(check);
        }
        check(&command(words(Language::Chinese), &[]));
    }
}
