//! Words that stand only on paper. Must not know how it is printed.

/// Words of the sheet of a work order, beside the names of its fields (DSP-11).
pub struct Paper {
    /// What the form is called.
    pub title: &'static str,
    /// Where it is cut.
    pub cut: &'static str,
    /// Who took it in.
    pub taken_by: &'static str,
    /// When the job was done.
    pub done: &'static str,
    /// The technician signs.
    pub technician_signs: &'static str,
    /// The resident signs.
    pub resident_signs: &'static str,
    /// How satisfied the resident is.
    pub satisfied: &'static str,
    /// Boxes to tick.
    pub boxes: &'static str,
}
