//! Callbacks that no rule makes: an activity, a publication, another service (CBK-01), and the monthly call to a
//! household (CBK-10).
use crate::desk::answer::{Done, Hint};
use crate::desk::entries::Line;
use crate::desk::opening::{NewCase, faultless, needed, somebody};
use crate::desk::perform::Turn;
use crate::desk::refusal::{Fault, FaultWhy, Refusal};
use crate::model::callback::{Callback, CallbackKind, HouseholdCall, NewCallback};
use crate::model::case::{Case, Channel, Register, State};
use crate::model::complaint::{CallbackForm, Outcome};
use crate::model::entry::EntryKind;
use crate::model::staff::{Department, Role};
use crate::rules::duties::{Facts, Occasion};

/// What a person may plan; all else comes of a rule.
const PLANNED: [CallbackKind; 3] = [CallbackKind::Activity, CallbackKind::Publication, CallbackKind::Other];

impl Turn<'_, '_> {
    /// Plans a callback that no rule makes (CBK-01).
    pub fn plan_callback(&mut self, new: &NewCallback) -> Result<Done, Refusal> {
        let words = || PLANNED.map(|kind| <&str>::from(kind).to_owned()).to_vec();
        let of_a_rule = !PLANNED.contains(&new.about);
        faultless([
            of_a_rule.then(|| Fault { field: "about".to_owned(), why: FaultWhy::NotOneOf(words()) }),
            somebody(new.unit.as_deref(), new.name.as_deref(), new.phone.as_deref()),
        ])?;
        let who = (new.unit.as_deref(), new.name.as_deref(), new.phone.as_deref());
        let case = self.new_callback(who, &new.matter, new.department)?;
        let form = new.form.unwrap_or_else(|| new.about.fitting_form());
        self.tx.add_detail(case.id, &self.unasked(new.about, form))?;
        self.start_clocks(&case, &Facts::callback(new.about, None), Occasion::Opened, self.now)?;
        Ok(self.done(&case, Vec::new()))
    }

    /// Enters the monthly call to a household (CBK-10). Reached, it counts for the month; content, it is done with;
    /// not content, the supervisor looks at it. Not reached is an attempt (CBK-11). Where nothing
    /// is said its matter is the word of its kind, which the screen shows in its language.
    pub fn call_household(&mut self, new: &HouseholdCall) -> Result<Done, Refusal> {
        let failed = new.outcome == Outcome::Unsatisfied;
        faultless([needed("said", failed && new.said.is_none())])?;
        let reached = new.outcome != Outcome::NoAnswer;
        let who = (Some(new.unit.as_str()), new.name.as_deref(), new.phone.as_deref());
        // Who is not content has said why; that is what the supervisor looks at.
        let complaint = new.said.as_deref().filter(|_| failed).and_then(|said| said.lines().next());
        let mut case = self.new_callback(who, complaint.unwrap_or(CallbackKind::Household.into()), None)?;
        let callback = Callback {
            attempts: 1,
            asked_at: reached.then_some(self.now),
            asked_by: reached.then(|| self.me.login.clone()),
            satisfied: reached.then_some(!failed),
            said: new.said.clone(),
            ..self.unasked(CallbackKind::Household, CallbackForm::Phone)
        };
        self.tx.add_detail(case.id, &callback)?;
        if failed {
            self.hand_in(&mut case, &callback)?;
            self.hint = Some(Hint::ToReview);
        } else {
            self.enter(&mut case, State::Closed);
        }
        if reached {
            self.tx.add_household_call(&callback.month, &new.unit, case.id)?;
        } else {
            self.hint = Some(Hint::StillDue);
            self.write_line(&case, &Line::of(EntryKind::Attempt, new.said.as_deref().unwrap_or_default()))?;
        }
        self.save_case(&mut case, false)?;
        self.tx.refresh_queue_times(case.id)?;
        Ok(self.done(&case, Vec::new()))
    }

    fn new_callback(
        &mut self,
        (unit, name, phone): (Option<&str>, Option<&str>, Option<&str>),
        matter: &str,
        department: Option<Department>,
    ) -> Result<Case, Refusal> {
        self.add_case(&NewCase {
            register: Register::Callback,
            unit,
            name,
            phone,
            matter,
            detail: None,
            channel: Channel::Phone,
            department,
            owner: Role::Receptionist,
            harm: false,
            received_at: None,
            wanted_by: None,
            old_number: None,
            day: self.today(),
        })
    }
}
