//! Makes the pictures of the program: plays a key script to the real binary in a pseudo-terminal and draws its screen.
//!
//! `cargo run --release --example screenshots` makes all of them in `screenshots/`; names after `--` choose some.
//! `-- --proof FILE.png` draws a sheet of lines, colours and Han characters instead, to see that the fonts are right.

#![allow(clippy::print_stdout, reason = "it tells which pictures it made")]

mod colours;
mod pictures;
mod shapes;
mod svg;
#[path = "../tests/support/terminal.rs"]
mod terminal;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use color_eyre::eyre::{Context, OptionExt, Result, bail, ensure};

use pictures::{PICTURES, PROOF, Picture};
use terminal::Terminal;

/// The estate in the pictures is the same each time.
const SEED: &str = "7";
/// No picture weighs more, in bytes.
const HEAVIEST: usize = 150_000;
const MISSING: &str = "needs rsvg-convert, pngquant and their fonts; on Debian: \
     apt-get install librsvg2-bin pngquant fonts-noto-cjk fonts-dejavu-core";

fn main() -> Result<()> {
    color_eyre::install()?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, file] = arguments.as_slice()
        && flag == "--proof"
    {
        return prove(Path::new(file));
    }
    let folder = tempfile::tempdir()?;
    let binary = build()?;
    let estate = folder.path().join("estate.db");
    run(Command::new(&binary).arg("demo").arg("--make").arg(&estate).args(["--seed", SEED]))?;
    let chosen = |picture: &&Picture| arguments.is_empty() || arguments.iter().any(|name| name == picture.file);
    for picture in PICTURES.iter().filter(chosen) {
        take(picture, &binary, &estate)?;
    }
    Ok(())
}

/// Builds the program beside this example and tells where it is.
fn build() -> Result<PathBuf> {
    run(Command::new(env!("CARGO"))
        .args(["build", "--release", "--bin", "frontdesk"])
        .current_dir(env!("CARGO_MANIFEST_DIR")))?;
    let here = std::env::current_exe()?;
    let examples = here.parent().and_then(Path::parent).ok_or_eyre("this example is not in a target folder")?;
    let binary = examples.join("frontdesk");
    ensure!(binary.exists(), "no program at {}: run this example with --release", binary.display());
    Ok(binary)
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().wrap_err_with(|| format!("{command:?}"))?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}

/// Plays one picture on a copy of the estate of its own, so that no picture sees what another has typed.
fn take(picture: &Picture, binary: &Path, estate: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let db = folder.path().join("estate.db");
    std::fs::copy(estate, &db)?;
    let (Some(program), Some(db)) = (binary.to_str(), db.to_str()) else { bail!("a path that is not UTF-8") };
    let settings = settings(folder.path())?;
    let arguments = ["--db", db, "--lang", picture.lang, "--as", picture.login, "--config", &settings];
    let terminal = Terminal::start(folder.path(), program, &arguments, picture.size);
    terminal.play(picture.script);
    terminal.settle(Duration::from_millis(300));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots").join(format!("{}.png", picture.file));
    write_png(&svg::picture(&terminal.snapshot()), &file)
}

/// Settings in which whoever makes the pictures may act for the people in them.
fn settings(folder: &Path) -> Result<String> {
    let login = uzers::get_current_username().ok_or_eyre("nobody is signed on")?;
    let file = folder.join("config.toml");
    std::fs::write(&file, format!("[people]\nservice_logins = [{:?}]\n", login.to_string_lossy()))?;
    file.into_os_string().into_string().map_err(|_| color_eyre::eyre::eyre!("a path that is not UTF-8"))
}

/// Draws the sheet for the eye.
fn prove(file: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let terminal = Terminal::start(folder.path(), "sh", &["-c", PROOF], (80, 24));
    terminal.play("<wait END>");
    write_png(&svg::picture(&terminal.snapshot()), file)
}

/// A picture of flat colours needs no more than 256 of them: that makes the file a third.
fn write_png(svg: &str, file: &Path) -> Result<()> {
    let png = pipe(&mut Command::new("rsvg-convert"), svg.as_bytes())?;
    let small = pipe(Command::new("pngquant").args(["256", "-"]), &png)?;
    ensure!(small.len() < HEAVIEST, "{} weighs {} bytes, more than {HEAVIEST}", file.display(), small.len());
    std::fs::write(file, &small)?;
    println!("{} {} KB", file.display(), small.len() / 1000);
    Ok(())
}

/// What a program makes of `input`.
fn pipe(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().wrap_err(MISSING)?;
    let mut stdin = child.stdin.take().ok_or_eyre("no way in")?;
    let output = std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output()
    })?;
    ensure!(output.status.success(), "{command:?} ended with {}", output.status);
    Ok(output.stdout)
}
