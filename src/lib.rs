//! The map of the house. `main` reads the arguments; everything else is here.
pub mod config;
pub mod demo;
pub mod desk;
pub mod model;
pub mod rules;
pub mod store;
