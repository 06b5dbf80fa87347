//! Paper sheets of work orders that are not back: what is still out is listed (DSP-10).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::clock::Time;
use crate::model::fact::SheetFact;
use crate::model::phrase::Phrase;

impl Fact for SheetFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, _: Time) -> Option<&str> {
        match by {
            By::Department => self.department.map(Into::into),
            By::Technician => self.technician.as_deref(),
            _ => None,
        }
    }
}

pub(super) const TABLE: &[Measure<SheetFact>] = &[
    Measure {
        id: "sheets.month",
        rule: "DSP-10",
        unit: Unit::Cases,
        name: Phrase { zh: "当月未收回单联", en: "Sheets of the month not back" },
        definition: Phrase {
            zh: "当月接到、已完工或无法处理、部门联仍在部门或业主手里的派工单；已归档、已收回前台、记为遗失的不计。",
            en: "Work orders of the month that are finished or not possible and whose department copy is still with the department or the resident; filed, lost or back at the desk it does not count.",
        },
        among: |fact, _| !fact.earlier,
        take: |_, _| 1,
        by: &[By::Department, By::Technician],
    },
    Measure {
        id: "sheets.earlier",
        rule: "DSP-10",
        unit: Unit::Cases,
        name: Phrase { zh: "以前月份未收回单联", en: "Sheets of earlier months not back" },
        definition: Phrase {
            zh: "以前各月接到、至今部门联仍未收回的派工单，算法同上；是现在的情形，不是当时的。",
            en: "The same of all earlier months, as it is now and not as it was then.",
        },
        among: |fact, _| fact.earlier,
        take: |_, _| 1,
        by: &[By::Department, By::Technician],
    },
];
