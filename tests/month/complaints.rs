//! The complaints of a month (STA-01, STA-02).
