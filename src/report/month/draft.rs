//! A file that appears under its name when it is whole: until then it stands beside it under another, and goes if the
//! work is broken off. What is there already is never written over.
use super::Trouble;
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A file in the making.
pub(super) struct Draft {
    /// What is written into.
    pub file: File,
    path: PathBuf,
    beside: PathBuf,
}

impl Draft {
    /// Begins a file.
    ///
    /// # Errors
    /// The name is taken, or there can be no file.
    pub fn begin(path: &Path) -> Result<Draft, Trouble> {
        // Also a dangling link is something that is there.
        if path.symlink_metadata().is_ok() {
            return Err(Trouble::exists(path));
        }
        let name = path.file_name().ok_or(Trouble::Ending)?.to_string_lossy();
        let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
        // Left over from a run of the same number that was broken off hard.
        let _ = std::fs::remove_file(&beside);
        let file = File::create_new(&beside).map_err(|error| Trouble::of(&error, path))?;
        Ok(Draft { file, path: path.to_owned(), beside })
    }

    /// Gives it its name.
    ///
    /// # Errors
    /// Somebody else took the name meanwhile, or it did not reach the disk.
    pub fn keep(self) -> Result<(), Trouble> {
        self.file.sync_all().and_then(|()| self.named()).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => Trouble::exists(&self.path),
            _ => Trouble::of(&error, &self.path),
        })
    }

    fn named(&self) -> io::Result<()> {
        match renameat_with(CWD, &self.beside, CWD, &self.path, RenameFlags::NOREPLACE) {
            // Not every file system has it; there the look at the beginning has to do.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => std::fs::rename(&self.beside, &self.path),
            done => Ok(done?),
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Nothing is there any more once it has its name.
        let _ = std::fs::remove_file(&self.beside);
    }
}
