//! Why a command ended early, in words for the person who gave it.
use std::fmt;
use std::io;

/// Why a command ended early.
#[derive(Debug)]
pub(super) enum Trouble {
    /// A sentence in the language of the session: what happened and what to do.
    Told(String),
    /// Reading the input or writing the answer.
    Io(io::Error),
}

impl Trouble {
    /// A sentence.
    pub fn told(sentence: impl Into<String>) -> Trouble {
        Trouble::Told(sentence.into())
    }

    /// The other end of the pipe was closed.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Trouble::Io(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Told(sentence) => f.write_str(sentence),
            Trouble::Io(error) => error.fmt(f),
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Trouble::Io(error)
    }
}
