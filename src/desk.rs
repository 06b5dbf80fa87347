//! desk
pub mod action;
