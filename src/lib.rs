//! The map of the house. `main` reads the arguments; everything else is here.
pub mod cli;
pub mod config;
pub mod desk;
pub mod locales;
pub mod model;
pub mod rules;
pub mod store;
pub mod tui;
pub mod wall_clock;
