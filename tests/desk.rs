//! Use cases on the desk: a file in memory, fixed times, one group of tests for each group of rules.
mod desk {
    mod complaints;
    mod grades;
    mod imports;
    mod people;
    mod queues;
    mod receptions;
    pub mod stage;
}
