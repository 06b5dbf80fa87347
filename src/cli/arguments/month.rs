//! What `stats` and `report` take.
use clap::Args;
use std::path::PathBuf;

/// The keys of the JSON answer of `stats`.
pub(super) const STATS_JSON: &str = "--json: {\"month\", \"at\", \"changed\" (figures since it was handed in), \"figures\": [{\"id\", \"part\", \"group\", \
    \"rule\", \"unit\": cases|times|fen|share|mean|percentile90, \"name\", \"definition\", \"numerator\", \"denominator\", \"per_mille\", \
    \"seconds\", \"before\": {\"numerator\", \"denominator\"}, \"year_before\", \"counted\", \"missing\" (with --cases)}]}";

#[derive(Debug, Args)]
pub(in crate::cli) struct Stats {
    /// Month, e.g. 2026-10, or 10 for the last October; this month if left out
    pub month: Option<String>,
    /// As it looks at this time, e.g. "yesterday 18:00", 2026-11-21T01:15:00Z
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
    /// Only this figure with its parts, e.g. complaints.in_time
    #[arg(long, value_name = "ID")]
    pub figure: Option<String>,
    /// With --figure: the numbers of the cases behind it
    #[arg(long)]
    pub cases: bool,
    /// What each figure means
    #[arg(long)]
    pub define: bool,
    /// As one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Report {
    /// Month, e.g. 2026-10, or 10 for the last October; this month if left out
    pub month: Option<String>,
    /// The file, which must not exist yet; its ending says what it becomes: .xlsx, .csv or .txt
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Only this form, by its title or short name, e.g. complaint_table; else all, in a .csv all figures
    #[arg(long, value_name = "NAME")]
    pub form: Option<String>,
}
