//! What becomes of a matter: the record that is made of it in the same step takes the resident's data over, and both
//! show the link (REC-03).
use super::action::CaseRef;
use super::answer::Done;
use super::opening::{Origin, faultless, needed, somebody, wanted_too_early};
use super::perform::Turn;
use super::refusal::{Fault, FaultWhy, Refusal};
use super::steps::something;
use crate::model::case::{Case, Channel, State};
use crate::model::clock::{StopReason, Time};
use crate::model::complaint::{NewComplaint, Severity, Urgency};
use crate::model::emergency::NewEmergency;
use crate::model::reception::{Course, MatterKind, NewReception, Reception};
use crate::model::service::NewService;
use crate::model::staff::Department;
use crate::model::step::Step;
use crate::model::work_order::NewWorkOrder;
use crate::rules::duties::{Facts, Occasion};

/// What is made of a reception, without what it takes over from there.
enum Onward {
    Complaint(NewComplaint),
    Order(NewWorkOrder),
    Service(NewService),
    Emergency(NewEmergency),
    /// Number of the emergency on which it is hung (EMG-07).
    Incident(String),
}

impl Onward {
    /// What a new reception says of it; none where the desk keeps the matter.
    fn of(new: &NewReception) -> Option<Onward> {
        Some(match new.course {
            Course::Complaint => Onward::Complaint(NewComplaint {
                category: new.category.clone().unwrap_or_default(),
                severity: new.severity.unwrap_or_default(),
                urgency: new.urgency.unwrap_or_default(),
                harm: new.harm,
                department: new.department,
                ..NewComplaint::default()
            }),
            Course::WorkOrder => Onward::Order(NewWorkOrder {
                job: new.job.clone().unwrap_or_default(),
                urgency: new.urgency,
                department: new.department,
                technician: new.technician.clone(),
                arrive_by: new.arrive_by,
                ..NewWorkOrder::default()
            }),
            Course::Service => Onward::Service(bare_service(new.department?, new.starts_at, new.ends_at)),
            Course::Emergency => Onward::Emergency(NewEmergency {
                emergency: new.emergency.clone(),
                place: new.place.clone().unwrap_or_default(),
                ..NewEmergency::default()
            }),
            Course::Incident => Onward::Incident(new.incident.clone()?),
            Course::Desk | Course::Answered | Course::Forwarded | Course::Key => return None,
        })
    }

    /// What a step on a reception says of it.
    fn of_step(step: &Step) -> Option<Onward> {
        Some(match step {
            Step::TurnIntoComplaint { category, severity, urgency, harm, department } => {
                Onward::Complaint(NewComplaint {
                    category: category.clone(),
                    severity: *severity,
                    urgency: *urgency,
                    harm: *harm,
                    department: *department,
                    ..NewComplaint::default()
                })
            }
            Step::DispatchWork { .. } => Onward::Order(bare_order(step)),
            Step::TurnIntoService { department, starts_at, ends_at } => {
                Onward::Service(bare_service(*department, *starts_at, *ends_at))
            }
            Step::TurnIntoEmergency { emergency, place } => Onward::Emergency(NewEmergency {
                emergency: emergency.clone(),
                place: place.clone().unwrap_or_default(),
                ..NewEmergency::default()
            }),
            Step::JoinIncident { incident } => Onward::Incident(incident.clone()),
            _ => return None,
        })
    }

    fn course(&self) -> Course {
        match self {
            Onward::Complaint(_) => Course::Complaint,
            Onward::Order(_) => Course::WorkOrder,
            Onward::Service(_) => Course::Service,
            Onward::Emergency(_) => Course::Emergency,
            Onward::Incident(_) => Course::Incident,
        }
    }
}

fn bare_service(department: Department, starts_at: Option<Time>, ends_at: Option<Time>) -> NewService {
    NewService {
        channel: Channel::default(),
        unit: None,
        name: None,
        phone: None,
        matter: String::new(),
        detail: None,
        department,
        starts_at,
        ends_at,
        received_at: None,
    }
}

/// The work order that a step asks for; its matter is filled in where the step says none.
fn bare_order(step: &Step) -> NewWorkOrder {
    let Step::DispatchWork { job, matter, urgency, department, technician, arrive_by } = step else {
        return NewWorkOrder::default();
    };
    NewWorkOrder {
        job: job.clone(),
        matter: matter.clone().unwrap_or_default(),
        urgency: *urgency,
        department: *department,
        technician: technician.clone(),
        arrive_by: *arrive_by,
        ..NewWorkOrder::default()
    }
}

impl Turn<'_, '_> {
    /// What becomes of a matter at the counter (REC-03).
    pub fn set_out(&mut self, mut case: Case, mut reception: Reception, new: &NewReception) -> Result<Done, Refusal> {
        let mut linked = Vec::new();
        let (case_as_added, reception_as_added) = (case.clone(), reception.clone());
        if let Some(onward) = Onward::of(new) {
            linked.push(self.go_onward(&mut case, onward, Origin::AtOnce(case_as_added.id))?);
            case.state = State::Handling;
        }
        match new.course {
            Course::Answered => self.enter(&mut case, State::Closed),
            Course::Key => {
                linked.push(self.lend_to_caller(&case, new)?);
                reception.result.clone_from(&new.key);
                self.enter(&mut case, State::Closed);
            }
            Course::Desk | Course::Forwarded => {
                if new.course == Course::Forwarded {
                    case.state = State::Handling;
                }
                let facts = Facts::reception(case.wanted_by, None);
                self.start_clocks(&case, &facts, Occasion::Opened, case.received_at)?;
                if new.promise || new.promised_at.is_some() {
                    self.promise(&case, &mut reception, new.promised_at, case.received_at)?;
                }
                self.hint_if_late(&case)?;
            }
            _ => {}
        }
        if case != case_as_added {
            self.tx.set_case(&case)?;
        }
        if reception != reception_as_added {
            self.tx.set_detail(case.id, &reception)?;
        }
        self.put_into_reviews(&case)?;
        Ok(self.done(&case, linked))
    }

    /// A reception that was there already goes on as another record (REC-03).
    pub fn hand_on(
        &mut self,
        case: &mut Case,
        reception: &mut Reception,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        let Some(onward) = Onward::of_step(step) else { return Ok(()) };
        let course = onward.course();
        linked.push(self.go_onward(case, onward, Origin::Later(case.id))?);
        reception.course = course;
        if reception.kind == MatterKind::Suggestion {
            // It is answered as what it became now, not decided on as a suggestion (REC-09).
            reception.kind = MatterKind::Request;
        }
        Ok(())
    }

    /// Makes the record; the reception's own time stops: from here on the other procedure applies ([2.1 4.4]).
    fn go_onward(&mut self, case: &mut Case, onward: Onward, from: Origin) -> Result<String, Refusal> {
        self.stop_all(case, StopReason::Superseded)?;
        case.harm = false;
        match onward {
            Onward::Complaint(graded) => {
                let new = NewComplaint {
                    channel: case.channel,
                    unit: case.unit.clone(),
                    name: case.name.clone(),
                    phone: case.phone.clone(),
                    matter: case.matter.clone(),
                    detail: case.detail.clone(),
                    wanted_by: case.wanted_by,
                    received_at: Some(case.received_at),
                    department: graded.department.or(case.department),
                    ..graded
                };
                self.file(&new, from)
            }
            Onward::Order(order) => self.open_order(&order_of(case, order), from),
            Onward::Service(service) => {
                let new = NewService {
                    channel: case.channel,
                    unit: case.unit.clone(),
                    name: case.name.clone(),
                    phone: case.phone.clone(),
                    matter: case.matter.clone(),
                    detail: case.detail.clone(),
                    received_at: Some(case.received_at),
                    ..service
                };
                self.open_service(&new, from)
            }
            Onward::Emergency(emergency) => {
                let place = Some(emergency.place).filter(|place| !place.is_empty()).or(case.unit.clone());
                let new = NewEmergency {
                    matter: case.matter.clone(),
                    place: place.ok_or_else(|| Refusal::field("place", FaultWhy::Required))?,
                    name: case.name.clone(),
                    phone: case.phone.clone(),
                    received_at: Some(case.received_at),
                    ..emergency
                };
                self.open_emergency(&new, from)
            }
            Onward::Incident(number) => self.join_incident(case, &number),
        }
    }

    /// Makes a work order of a case that goes on itself: a complaint, a special service, an emergency (REC-03).
    pub fn dispatch_work(&mut self, case: &Case, step: &Step) -> Result<String, Refusal> {
        self.open_order(&order_of(case, bare_order(step)), Origin::Later(case.id))
    }

    /// Lends a key to who stands at the counter, in the same step (REC-03, KEY-04).
    fn lend_to_caller(&mut self, case: &Case, new: &NewReception) -> Result<String, Refusal> {
        let key = new.key.clone().ok_or_else(|| Refusal::field("key", FaultWhy::Required))?;
        let found = self.tx.key_case(&key)?.ok_or_else(|| Refusal::field("key", FaultWhy::NoSuchKey))?;
        let lend = Step::LendKey {
            borrower: new.borrower.unwrap_or_default(),
            name: case.name.clone().ok_or_else(|| Refusal::field("name", FaultWhy::Required))?,
            department: new.department,
            phone: case.phone.clone(),
            purpose: case.matter.clone(),
            back_by: new.back_by,
            signature: new.signature.clone(),
            document: new.document,
            document_number: new.document_number.clone(),
            deposit: new.deposit,
            approved_by: new.approved_by.clone(),
            consent_by: new.consent_by.clone(),
            consent_at: new.consent_at,
        };
        let lent = self.take_step(&CaseRef { number: found.number.clone(), version: None }, &lend)?;
        something(lent.state == Some(State::Lent))?;
        self.tx.add_link(case.id, found.id)?;
        Ok(found.number)
    }
}

/// A work order with what it takes over from the case that it is made of.
fn order_of(case: &Case, order: NewWorkOrder) -> NewWorkOrder {
    NewWorkOrder {
        channel: case.channel,
        unit: case.unit.clone(),
        name: case.name.clone(),
        phone: case.phone.clone(),
        matter: if order.matter.is_empty() { case.matter.clone() } else { order.matter },
        detail: case.detail.clone(),
        wanted_by: case.wanted_by,
        received_at: Some(case.received_at),
        ..order
    }
}

/// What only some courses take, and whether it was given: nothing that was typed is dropped in silence.
fn out_of_place(new: &NewReception) -> Option<Fault> {
    use Course::{Answered, Complaint, Desk, Emergency, Forwarded, Incident, Key, Service, WorkOrder};
    let promised = new.promise || new.promised_at.is_some();
    let urgent = new.urgency.unwrap_or_default() != Urgency::General;
    let graded = new.severity.unwrap_or_default() != Severity::Minor;
    let seen = new.document.is_some() || new.document_number.is_some() || new.deposit.is_some();
    let consent = new.consent_by.is_some() || new.consent_at.is_some() || new.approved_by.is_some();
    let lent = new.key.is_some() || new.borrower.is_some() || new.back_by.is_some() || new.signature.is_some();
    let loan = seen || consent || lent;
    let rules: [(bool, &[Course]); 11] = [
        (promised, &[Desk, Forwarded]),
        (new.harm || graded || new.category.is_some(), &[Complaint]),
        (urgent, &[Complaint, WorkOrder]),
        (new.result.is_some(), &[Answered]),
        (new.department.is_some(), &[Forwarded, Complaint, WorkOrder, Service, Key]),
        (new.kind == MatterKind::Suggestion, &[Desk, Forwarded]),
        (new.job.is_some() || new.technician.is_some() || new.arrive_by.is_some(), &[WorkOrder]),
        (new.starts_at.is_some() || new.ends_at.is_some(), &[Service]),
        (new.emergency.is_some() || new.place.is_some(), &[Emergency]),
        (new.incident.is_some(), &[Incident]),
        (loan, &[Key]),
    ];
    let wrong = rules.iter().find(|(given, courses)| *given && !courses.contains(&new.course));
    wrong.map(|(_, courses)| Fault {
        field: "course".to_owned(),
        why: FaultWhy::NotOneOf(courses.iter().map(ToString::to_string).collect()),
    })
}

/// What the fields of a new reception demand of each other.
pub(super) fn check(new: &NewReception) -> Result<(), Refusal> {
    let promised = new.promise || new.promised_at.is_some();
    let early = new.promised_at.zip(new.received_at).is_some_and(|(promised, received)| promised <= received);
    let course = |course: Course| new.course == course;
    let to_department = course(Course::Forwarded) || course(Course::Service);
    faultless([
        somebody(new.unit.as_deref(), new.name.as_deref(), new.phone.as_deref()),
        wanted_too_early(new.wanted_by, new.received_at),
        needed("relayed_by", new.channel == Channel::Relayed && new.relayed_by.is_none()),
        needed("result", course(Course::Answered) && new.result.is_none()),
        needed("department", to_department && new.department.is_none()),
        needed("category", course(Course::Complaint) && new.category.is_none()),
        needed("job", course(Course::WorkOrder) && new.job.is_none()),
        needed("place", course(Course::Emergency) && new.place.is_none() && new.unit.is_none()),
        needed("incident", course(Course::Incident) && new.incident.is_none()),
        needed("key", course(Course::Key) && new.key.is_none()),
        needed("name", course(Course::Key) && new.name.is_none()),
        needed("phone", promised && new.phone.is_none()),
        out_of_place(new),
        early.then(|| Fault { field: "promised_at".to_owned(), why: FaultWhy::BeforeMatter }),
    ])
}
