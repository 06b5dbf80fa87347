//! Lays beside the program what is read faster so: the shipped settings as JSON, since TOML takes longer at every start,
//! and the readings of the characters as one text, since tables of them have to be set up at every start.
#![allow(clippy::print_stdout, reason = "the way to tell cargo something")]
use pinyin::ToPinyinMulti;
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=config.toml");
    println!("cargo::rerun-if-changed=build.rs");
    let settings: serde_json::Value = toml::from_str(&std::fs::read_to_string("config.toml")?)?;
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo names no folder")?);
    std::fs::write(folder.join("config.json"), settings.to_string())?;
    Ok(std::fs::write(folder.join("readings.txt"), readings())?)
}

/// A line for each character that has a reading, in their order: the character, then its readings, the likeliest first.
fn readings() -> String {
    let mut lines = String::new();
    for character in '\0'..=char::MAX {
        let Some(all) = character.to_pinyin_multi() else { continue };
        let plain: Vec<&str> = all.into_iter().map(|reading| reading.plain()).collect();
        lines += &format!("{character}{}\n", plain.join(" "));
    }
    lines
}
