//! What leaves the house on paper or as a file. Must not know of the store, the terminal, or what time it is.
pub mod month;
mod paper;
pub mod printer;
pub mod sheet;

pub use sheet::{Slip, sheet};
