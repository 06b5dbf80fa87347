//! Names in Chinese of what only the working registers have: copies of a sheet, kinds of key, who was told.
use crate::locales::paper::Paper;
use crate::model::callback::{CallbackKind, Grade};
use crate::model::emergency::Told;
use crate::model::entry::EntryKind;
use crate::model::house_key::{Borrower, Document, Found, KeyKind};
use crate::model::reminder::How;
use crate::model::step::Secret;
use crate::model::work_order::{Copy, Place};

pub(super) fn copy(copy: Copy) -> &'static str {
    match copy {
        Copy::Stub => "存根联",
        Copy::Department => "部门联",
        Copy::Resident => "业主联",
    }
}

pub(super) fn copy_at(place: Place) -> &'static str {
    match place {
        Place::Desk => "前台",
        Place::Department => "部门",
        Place::Resident => "业主",
        Place::Filed => "已归档",
        Place::Missing => "遗失",
    }
}

pub(super) fn told_whom(who: Told) -> &'static str {
    match who {
        Told::Security => "安保",
        Told::Engineering => "工程",
        Told::Supervisor => "客服主管",
        Told::Manager => "经理",
        Told::Fire119 => "119 火警",
        Told::Ambulance120 => "120 急救",
        Told::Police110 => "110 报警",
        Told::Residents => "住户",
        Told::Other => "其他",
    }
}

pub(super) fn key_kind(kind: KeyKind) -> &'static str {
    match kind {
        KeyKind::Entrusted => "用户托管",
        KeyKind::PlantRoom => "设备房备用",
        KeyKind::Other => "其它",
    }
}

pub(super) fn borrower(who: Borrower) -> &'static str {
    match who {
        Borrower::Staff => "内部员工",
        Borrower::Outsider => "外部人员",
    }
}

pub(super) fn document(document: Document) -> &'static str {
    match document {
        Document::IdCard => "居民身份证",
        Document::Passport => "护照",
        Document::DrivingLicence => "驾驶证",
        Document::Other => "其它证件",
    }
}

pub(super) fn found(found: Found) -> &'static str {
    match found {
        Found::Seen => "在库",
        Found::Out => "借出",
        Found::Missing => "缺失",
    }
}

pub(super) fn callback_kind(kind: CallbackKind) -> &'static str {
    match kind {
        CallbackKind::Complaint => "投诉",
        CallbackKind::Repair => "维修",
        CallbackKind::ServiceMid => "特约中期",
        CallbackKind::ServiceEnd => "特约结束",
        CallbackKind::FirstAid => "急救",
        CallbackKind::Activity => "社区活动",
        CallbackKind::Publication => "刊物",
        CallbackKind::Other => "其它服务",
        CallbackKind::Second => "第二次回访",
        CallbackKind::Household => "每月电话",
    }
}

pub(super) fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => "好",
        Grade::Fair => "一般",
        Grade::Poor => "差",
    }
}

pub(super) fn entry_kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Timeline => "时间线",
        EntryKind::Check => "检查项",
        EntryKind::Told => "通知",
        EntryKind::Holder => "持单",
        EntryKind::Chase => "催还",
        EntryKind::Extension => "延期",
        EntryKind::Attempt => "未接通",
        EntryKind::OpenCase => "未结事项",
        EntryKind::KeyOut => "借出钥匙",
        EntryKind::Deposit => "代管押金",
        EntryKind::Note => "交代事项",
        EntryKind::Count => "盘点",
        EntryKind::Reminded => "催缴",
    }
}

pub(super) fn how(how: How) -> &'static str {
    match how {
        How::Phone => "电话",
        How::Visit => "上门",
        How::Letter => "信函",
        How::Notice => "张贴通知",
    }
}

pub(super) fn secret(what: Secret) -> &'static str {
    match what {
        Secret::Phone => "电话",
        Secret::DocumentNumber => "证件号码",
    }
}

pub(super) const PAPER: Paper = Paper {
    title: "派工单",
    cut: "裁切线",
    taken_by: "受理人",
    done: "完工",
    technician_signs: "维修人员签字",
    resident_signs: "业主签字",
    satisfied: "业主意见",
    boxes: "[ ]满意 [ ]不满意",
};
