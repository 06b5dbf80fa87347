//! Plain nouns of the front desk, their states, and which step may follow which.
//! Must not know of SQL, of terminals, or of what time it is.
pub mod bigrams;
pub mod case;
pub mod clock;
pub mod complaint;
pub mod event;
pub mod phone;
pub mod queue;
pub mod reception;
pub mod resident;
pub mod rule;
pub mod span;
pub mod spelling;
pub mod staff;
pub mod step;
pub mod text;
pub mod unit;
pub mod when;
mod word;
