//! frontdesk: everything is in the library.
use std::process::ExitCode;

fn main() -> ExitCode {
    frontdesk::cli::main()
}
