//! frontdesk.
pub mod model;
pub mod rules;
