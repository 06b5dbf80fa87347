//! Lays the shipped settings beside the program as JSON, since they are read at every start and TOML takes longer.
//! Must not know what is in them.
#![allow(clippy::print_stdout, reason = "the way to tell cargo something")]
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=config.toml");
    let settings: serde_json::Value = toml::from_str(&std::fs::read_to_string("config.toml")?)?;
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo names no folder")?);
    Ok(std::fs::write(folder.join("config.json"), settings.to_string())?)
}
