//! The month's figures: facts → figures, each with numerator and denominator, its definition and the cases behind it
//! (STA-01 to STA-07). Pure; what a figure means is written here once, and shown from here.
//!
//! A figure is a row of a table of [`Measure`]s, one table a group. The views of the file (`v_month_…`) say the same in
//! SQL, for anybody who wants to check (STA-09); a test holds both against each other on months made at random.
mod callbacks;
mod complaints;
mod difference;
mod emergencies;
mod households;
mod keys;
mod measure;
mod orders;
mod passes;
mod receptions;
mod reminders;
mod repeats;
mod services;
mod sheets;
mod stocktakes;
mod visits;

pub use difference::{Difference, differences};
pub use measure::{By, Fact, Figure, Measure, Note, Unit, Which};
pub use repeats::{Heat, Repeat};

use crate::model::clock::Time;
use crate::model::fact::{
    CallbackFact, ComplaintFact, EmergencyFact, HouseholdFact, KeyFact, OrderFact, PassFact, ReceptionFact,
    ReminderFact, ServiceFact, SheetFact, StocktakeFact, VisitFact,
};
use crate::model::month::YearMonth;
use crate::model::phrase::Phrase;
use crate::model::word::words;
use measure::Term;
use serde::{Deserialize, Serialize};

/// The groups of figures, each with its facts and its table.
macro_rules! groups {
    ($($(#[$about:meta])* $group:ident $field:ident: $fact:ty, $table:path, $zh:literal, $en:literal;)+) => {
        words! {
            /// A group of figures: one form of the trade each.
            pub enum Group { $($(#[$about])* $group),+ }
        }

        /// What the file says of a month.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Facts { $($(#[$about])* #[serde(default)] pub $field: Vec<$fact>),+ }

        impl Group {
            /// The title of its form, as the procedures have it.
            pub fn title(self) -> Phrase {
                match self { $(Group::$group => Phrase { zh: $zh, en: $en }),+ }
            }
        }

        fn figures(facts: &Facts, as_of: Time) -> Vec<Figure> {
            let mut all = Vec::new();
            $($table.iter().for_each(|measure| measure.figures(&facts.$field, as_of, &mut all));)+
            all
        }

        fn cases<'a>(facts: &'a Facts, as_of: Time, figure: &str, part: Option<&str>, which: Which) -> Vec<(i64, &'a str)> {
            $(if let Some(measure) = $table.iter().find(|measure| measure.id == figure) {
                return measure.cases(&facts.$field, as_of, part, which);
            })+
            Vec::new()
        }

        fn terms<'a>(facts: &'a Facts, as_of: Time, figure: &str) -> Vec<(&'a str, Term)> {
            $(if let Some(measure) = $table.iter().find(|measure| measure.id == figure) {
                return measure.terms(&facts.$field, as_of);
            })+
            Vec::new()
        }

        /// Every figure there is, group by group, with its definition.
        pub fn catalogue() -> Vec<Note> {
            let mut all = Vec::new();
            $(all.extend($table.iter().map(|measure| measure.note(Group::$group)));)+
            all
        }
    };
}

impl Group {
    /// The field of an action in which the words of a side stand, for their names; none for what is its own name.
    pub fn field(self, by: By) -> Option<&'static str> {
        match by {
            By::Category => Some("category"),
            By::Severity => Some("severity"),
            By::Validity => Some("validity"),
            By::Job => Some("job"),
            By::Department => Some("department"),
            By::Channel => Some("channel"),
            By::Borrower => Some("borrower"),
            By::Urgency => Some("urgency"),
            By::Course => Some("course"),
            By::Kind => self.kind_field(),
            By::Technician | By::Handler | By::Building => None,
        }
    }

    /// The field in which the words of a register's own kinds stand.
    fn kind_field(self) -> Option<&'static str> {
        match self {
            Group::Receptions => Some("kind"),
            Group::Emergencies => Some("emergency"),
            Group::Callbacks => Some("about"),
            Group::Keys => Some("key_kind"),
            Group::Reminders => Some("fee"),
            _ => None,
        }
    }
}

groups! {
    /// 投诉 (STA-01, STA-02)
    Complaints complaints: ComplaintFact, complaints::TABLE, "投诉统计表", "Complaints of the month";
    /// 派工 (STA-03)
    Orders orders: OrderFact, orders::TABLE, "派工统计表", "Work orders of the month";
    /// 未收回的派工单 (DSP-10)
    Sheets sheets: SheetFact, sheets::TABLE, "未收回派工单", "Sheets that are not back";
    /// 接待
    Receptions receptions: ReceptionFact, receptions::TABLE, "接待统计表", "Receptions of the month";
    /// 紧急求援
    Emergencies emergencies: EmergencyFact, emergencies::TABLE, "紧急求援统计表", "Emergencies of the month";
    /// 回访 (STA-05)
    Callbacks callbacks: CallbackFact, callbacks::TABLE, "回访统计表", "Callbacks of the month";
    /// 每月电话 (CBK-10)
    Households households: HouseholdFact, households::TABLE, "每月电话回访表", "Monthly calls to the households";
    /// 特约服务 (STA-04, LED-07)
    Services services: ServiceFact, services::TABLE, "特约服务统计表", "Special services of the month";
    /// 钥匙盘点 (STA-04, KEY-08)
    Stocktakes stocktakes: StocktakeFact, stocktakes::TABLE, "钥匙盘点表", "Stock-taking of the keys";
    /// 钥匙 (KEY-03 to KEY-10)
    Keys keys: KeyFact, keys::TABLE, "钥匙借还统计表", "Keys lent and handed over";
    /// 上门拜访 (LED-13)
    Visits visits: VisitFact, visits::TABLE, "上门拜访统计表", "Visits of the month";
    /// 临时出入证 (LED-04)
    Passes passes: PassFact, passes::TABLE, "临时出入证统计表", "Passes of the month";
    /// 催缴 (LED-06)
    Reminders reminders: ReminderFact, reminders::TABLE, "催缴统计表", "Fee reminders of the month";
}

/// A figure of the catalogue by its id.
pub fn note(id: &str) -> Option<Note> {
    catalogue().into_iter().find(|note| note.id == id)
}

/// The figures of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// The month.
    pub month: YearMonth,
    /// The moment as which running clocks are looked at.
    pub as_of: Time,
    /// The figures, in the order of the catalogue; parts of which there is nothing are left out.
    pub figures: Vec<Figure>,
    /// What they are made of, for the printed lists.
    pub facts: Facts,
}

impl Month {
    /// Works the figures out.
    pub fn of(month: YearMonth, as_of: Time, facts: Facts) -> Month {
        Month { month, as_of, figures: figures(&facts, as_of), facts }
    }

    /// A figure, whole or one part of it; nothing of it is 0.
    pub fn figure(&self, note: &Note, part: Option<&str>) -> Figure {
        let found = self.figures.iter().find(|figure| figure.id == note.id && figure.part.as_deref() == part);
        found.cloned().unwrap_or_else(|| Figure::nothing(note, part))
    }

    /// The parts of a figure by one of its sides, `category:repair`, the largest first.
    pub fn parts(&self, id: &str, by: By) -> Vec<&Figure> {
        let of = |figure: &&Figure| figure.id == id && figure.side().is_some_and(|(side, _)| side == by);
        let mut parts: Vec<&Figure> = self.figures.iter().filter(of).collect();
        parts.sort_by_key(|figure| std::cmp::Reverse(figure.denominator.unwrap_or(figure.numerator)));
        parts
    }

    /// The cases behind a figure or a part of it: row and number.
    pub fn cases(&self, id: &str, part: Option<&str>, which: Which) -> Vec<(i64, &str)> {
        cases(&self.facts, self.as_of, id, part, which)
    }

    /// What a figure takes of each case of which it speaks.
    fn terms(&self, id: &str) -> Vec<(&str, Term)> {
        terms(&self.facts, self.as_of, id)
    }
}
