//! Why a report was not written, and what to do about it.
use crate::locales::Words;
use crate::model::text::clean_line;
use std::error::Error;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why a report was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Neither .xlsx nor .csv nor .txt.
    Ending,
    /// The name is taken; this one is not.
    Exists {
        /// The taken name.
        path: PathBuf,
        /// A free one.
        free: PathBuf,
    },
    /// There is no such folder.
    NoFolder(PathBuf),
    /// No right to write in this folder.
    Denied(PathBuf),
    /// No room in this folder.
    Full(PathBuf),
    /// There is no such form.
    NoSuchForm {
        /// Name and title of those there are.
        known: Vec<String>,
    },
    /// Anything else that the system said.
    Failed(PathBuf, String),
}

impl Trouble {
    /// The name is taken; proposes the next with a number that is not.
    pub(super) fn exists(path: &Path) -> Trouble {
        let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let (stem, ending) = (part(path.file_stem()), part(path.extension()));
        let numbered = |number: u32| path.with_file_name(format!("{stem}-{number}.{ending}"));
        let free = (2..1000).map(numbered).find(|path| path.symlink_metadata().is_err());
        Trouble::Exists { path: path.to_owned(), free: free.unwrap_or_else(|| numbered(1000)) }
    }

    /// What the system said of a path, however deep it is wrapped.
    pub(super) fn of(error: &(dyn Error + 'static), path: &Path) -> Trouble {
        let folder = || path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut inner = Some(error);
        while let Some(one) = inner {
            if let Some(said) = one.downcast_ref::<io::Error>() {
                match said.kind() {
                    ErrorKind::NotFound | ErrorKind::NotADirectory => return Trouble::NoFolder(folder().to_owned()),
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                        return Trouble::Denied(folder().to_owned());
                    }
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                        return Trouble::Full(folder().to_owned());
                    }
                    _ => {}
                }
            }
            inner = one.source();
        }
        Trouble::Failed(path.to_owned(), error.to_string())
    }

    /// The same in words.
    pub fn told(&self, words: &Words) -> String {
        let report = &words.report;
        let shown = |path: &Path| clean_line(&path.display().to_string());
        match self {
            Trouble::Ending => report.ending.to_owned(),
            Trouble::Exists { path, free } => (report.exists)(&shown(path), &shown(free)),
            Trouble::NoFolder(folder) => (report.no_folder)(&shown(folder)),
            Trouble::Denied(folder) => (report.denied)(&shown(folder)),
            Trouble::Full(folder) => (report.full)(&shown(folder)),
            Trouble::NoSuchForm { known } => (report.no_such_form)(&words.list(known)),
            Trouble::Failed(path, why) => (report.failed)(&shown(path), &clean_line(why)),
        }
    }
}
