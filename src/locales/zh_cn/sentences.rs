//! Sentences in Chinese.
use super::nouns::milestone;
use crate::desk::answer::Hint;
use crate::desk::refusal::{FaultWhy, Refusal};
use crate::desk::{OpenError, StoreError};
use crate::locales::sentences::{Sentences, Span};
use crate::locales::{Telling, Words};
use crate::model::clock::{Crossing, Time};
use crate::model::{phone, unit, when};
use crate::rules::clock::Look;

/// Sentences with values in them.
pub const SENTENCES: Sentences = Sentences {
    span,
    money,
    look,
    fault,
    refusal,
    hint,
    open_error,
    store_error,
    comma: "、",
    colon: "：",
    system: "规则自动",
};

fn span(span: Span) -> String {
    match span {
        Span::Moment => "<1分".to_owned(),
        Span::Minutes(minutes) => format!("{minutes}分"),
        Span::Hours(hours, 0) => format!("{hours}时"),
        Span::Hours(hours, minutes) => format!("{hours}时{minutes}分"),
        Span::Days(days, 0) => format!("{days}天"),
        Span::Days(days, hours) => format!("{days}天{hours}时"),
    }
}

fn money(amount: &str) -> String {
    format!("{amount}元")
}

fn look(words: &Words, look: &Look, at: &dyn Fn(Time) -> String) -> String {
    match look {
        Look::NotYet => "尚未开始".to_owned(),
        Look::OnTime { left } => format!("剩{}", words.span(*left)),
        Look::Soon { left } => format!("快到 剩{}", words.span(*left)),
        Look::Paused { until } => format!("停至 {}", at(*until)),
        Look::Overdue { late } => format!("超{}", words.span(*late)),
        Look::Escalated { late, to, how: Crossing::Transfer } => {
            format!("超{} →{}", words.span(*late), words.role(*to))
        }
        Look::Escalated { late, to, how: Crossing::Report } => {
            format!("超{} 报{}", words.span(*late), words.role(*to))
        }
        Look::Escalated { late, how: Crossing::Regrade, .. } => format!("超{} 升重大", words.span(*late)),
        Look::Met => "按时完成".to_owned(),
        Look::Missed { late } => format!("曾超{}", words.span(*late)),
        Look::Dropped => "不再计时".to_owned(),
    }
}

fn fault(why: &FaultWhy) -> String {
    match why {
        FaultWhy::Required => "必填".to_owned(),
        FaultWhy::WhoIsIt => "房号、姓名、电话至少填一项".to_owned(),
        FaultWhy::TooLong(most) => format!("太长，最多{most}个字"),
        FaultWhy::Unit(fault) => unit_fault(fault),
        FaultWhy::Phone(fault) => phone_fault(fault),
        FaultWhy::Time(fault) => time_fault(*fault).to_owned(),
        FaultWhy::InFuture => "不能晚于现在".to_owned(),
        FaultWhy::InPast => "不能早于现在".to_owned(),
        FaultWhy::BeforeMatter => "不能早于接报时间".to_owned(),
        FaultWhy::NotOneOf(words) => format!("只能是 {}", words.join("、")),
        FaultWhy::Unknown(known) => format!("没有这一项；可用 {}", known.join("、")),
        FaultWhy::WrongKind("true/false") => "要填 是 或 否".to_owned(),
        FaultWhy::WrongKind("number") => "要填数字".to_owned(),
        FaultWhy::WrongKind(_) => "要填文字".to_owned(),
        FaultWhy::MustBeTrue => "须先确认".to_owned(),
        FaultWhy::NoSuchStaff => "没有这个账号的在职员工".to_owned(),
        FaultWhy::Taken => "已被使用，请换一个".to_owned(),
        FaultWhy::Unchanged => "与现在的相同".to_owned(),
        FaultWhy::GradeNeedsIt => "重大、重要投诉必填".to_owned(),
        FaultWhy::ManagerAsks => "重大、重要投诉由经理回访".to_owned(),
        FaultWhy::LastManager => "至少要留一名在职经理".to_owned(),
        FaultWhy::NotMoney => "写成元，如 200 或 200.50".to_owned(),
        FaultWhy::Negative => "不能小于零".to_owned(),
        FaultWhy::NotACount => "要填整数，如 1".to_owned(),
        FaultWhy::BecameDate => "被 Excel 改成日期；该列请设为文本".to_owned(),
        FaultWhy::Rounded => "尾数被 Excel 丢了；该列请设为文本".to_owned(),
        FaultWhy::OutOfOrder { after, at } => format!("不能早于{} {at}", milestone(*after)),
        FaultWhy::EndsFirst => "要晚于开始时间".to_owned(),
        FaultWhy::NoSuchKey => "没有这个钥匙号，请核对标签".to_owned(),
        FaultWhy::NoIncident => "没有这个编号的未解除紧急求援".to_owned(),
        FaultWhy::NoSuchTechnician => "本部门没有这个账号的维修人员".to_owned(),
        FaultWhy::OutsiderNeedsIt => "借给外部人员必填".to_owned(),
        FaultWhy::EntrustedNeedsIt => "托管钥匙必填，有书面委托的除外".to_owned(),
        FaultWhy::UnitFirst => "托管须有房号，请先更正房号".to_owned(),
        FaultWhy::NotAnApprover => "须是客服主管或以上的账号".to_owned(),
        FaultWhy::FailedNeedsIt => "回访不满意的必填".to_owned(),
        FaultWhy::AppointmentFirst => "家访须先预约时间".to_owned(),
        FaultWhy::BeforeLoan(at) => format!("不能早于借出 {at}"),
        FaultWhy::NotLater(at) => format!("要晚于原定的 {at}"),
        FaultWhy::AllPieces(all) => format!("要全部 {all} 把一起移交"),
        FaultWhy::TooManyPieces(most) => format!("一共只有 {most} 把"),
        FaultWhy::MoreThanHeld => "多于所收的押金".to_owned(),
        FaultWhy::NoSuchLine => "没有这一行，或已经勾过".to_owned(),
        FaultWhy::StillOpen(number) => format!("还没了结，见 {number}"),
        FaultWhy::PromiseStands => "承诺还没到期，改期用「改承诺时间」".to_owned(),
        FaultWhy::NotAPin => "须 4 至 12 位数字，不能全相同".to_owned(),
        FaultWhy::NotAMonth => "写成年月，如 2026-10".to_owned(),
        FaultWhy::MonthToCome => "这个月还没有开始".to_owned(),
        FaultWhy::EmptyMonth => "这个月没有任何记录".to_owned(),
        FaultWhy::MonthRemoved => "这个月的记录已归档移出，不能再上交".to_owned(),
        FaultWhy::CorrectionNeedsIt => "已上交过，请写明更正原因".to_owned(),
        FaultWhy::CallbacksOpen(open) => format!("还有 {open} 件回访未结，请写明原因"),
        FaultWhy::NotALogin => "账号只用小写字母、数字和 _ - .".to_owned(),
    }
}

fn unit_fault(fault: &unit::Fault) -> String {
    match fault {
        unit::Fault::Empty => "请填房号".to_owned(),
        unit::Fault::TooLong => "房号太长".to_owned(),
        unit::Fault::EmptyPart => "房号缺一段，应如 3-1-502".to_owned(),
        unit::Fault::TooFewParts => "只有房间没有楼栋，应如 3-1-502".to_owned(),
        unit::Fault::TooManyParts => "房号段数太多，应如 3-1-502".to_owned(),
        unit::Fault::BadPart(part) => format!("{}写法不对，应如 3-1-502", unit_part(*part)),
        unit::Fault::Unexpected(strange) => format!("房号里不能有「{strange}」"),
    }
}

fn unit_part(part: unit::Part) -> &'static str {
    match part {
        unit::Part::Building => "楼栋",
        unit::Part::Entrance => "单元",
        unit::Part::Room => "房间",
        unit::Part::Number => "号数",
    }
}

fn phone_fault(fault: &phone::Fault) -> String {
    match fault {
        phone::Fault::Empty => "请填电话".to_owned(),
        phone::Fault::Unexpected(strange) => format!("电话里不能有「{strange}」"),
        phone::Fault::TooShort => "电话位数不够".to_owned(),
        phone::Fault::TooLong => "电话位数太多".to_owned(),
        phone::Fault::NoSuchNumber => "没有这样开头的号码".to_owned(),
    }
}

fn time_fault(fault: when::Fault) -> &'static str {
    match fault {
        when::Fault::Empty => "请填时间",
        when::Fault::NotUnderstood => "看不懂，可写 明天9点 或 +2h",
        when::Fault::NoSuchDate => "没有这一天",
        when::Fault::NoSuchTime => "没有这个钟点",
        when::Fault::Ambiguous => "有两种意思，请写如 11-21 14:00",
        when::Fault::TooFar => "年份须在2000到2199之间",
    }
}

fn refusal(words: &Words, refusal: &Refusal, telling: &Telling) -> String {
    let at = |time: Time| when::show_time(time, telling.zone, telling.now);
    match refusal {
        Refusal::Fields(faults) => {
            let told = faults.iter().map(|one| format!("{}：{}", words.field(&one.field), fault(&one.why)));
            format!("未保存，请改：{}。", told.collect::<Vec<_>>().join("；"))
        }
        Refusal::UnknownAction { name } => format!("没有「{name}」这种操作。全部操作见 frontdesk act --actions。"),
        Refusal::NotAnAction(why) => format!("这不是一个操作（{why}）。每行须是一个带 do 的 JSON 对象。"),
        Refusal::UnknownLogin(login) => {
            format!("账号 {login} 不在员工名单上。请经理执行 frontdesk staff add {login} --name 姓名 --role 岗位。")
        }
        Refusal::Inactive(login) => format!("账号 {login} 已停用。要恢复请找经理。"),
        Refusal::NoSuchCase(number) => format!("没有编号 {number}。请核对后再试。"),
        Refusal::NotHere { step, register } => {
            format!("{}里不能「{}」。", words.register(*register), words.step(*step))
        }
        Refusal::NotAllowed { roles } => {
            format!("这一步只能由{}来做。请交给他们。", words.list(roles.iter().map(|role| words.role_long(*role))))
        }
        Refusal::WrongState { state, from } => format!(
            "这一件现在是「{}」，只有{}的才能这样做。",
            words.state(*state),
            words.list(from.iter().map(|state| format!("「{}」", words.state(*state))))
        ),
        Refusal::Conflict { number, by, at: when, .. } => format!(
            "{number} 已由{}在 {} 改动，您的内容没有保存。请看过新内容再试。",
            words.doer(by, telling),
            at(*when)
        ),
        Refusal::First(milestones) => {
            format!("须先完成：{}。", words.list(milestones.iter().map(|one| words.milestone(*one))))
        }
        Refusal::DecideFirst => "建议须先决定是否采纳并告知业主，才能办结。".to_owned(),
        Refusal::NothingToDo => "现在没有需要这样做的地方，什么也没有改。".to_owned(),
        Refusal::NotYet(time) => format!("还没到时候，请在 {} 之后再做。", at(*time)),
        Refusal::AlreadyThere(number) => format!("已有原编号 {number} 的记录，没有再收一遍。"),
        Refusal::LinesLeft(left) => format!("还有 {left} 项没有勾选或盘点，请先做完。"),
        Refusal::SamePerson => "交班人不能自己接班，请由接班的人登录后签名。".to_owned(),
        Refusal::OnlyBy(login) => format!("这一步要{}本人来做。", words.doer(login, telling)),
        Refusal::DepositHeld(held) => {
            let step = words.action("follow_up_loss");
            format!("还收着押金 {}，请先收回，或在「{step}」里写明退还多少，全部扣下填 0。", words.money(*held))
        }
        Refusal::DraftThere(number) => format!("您的交班 {number} 还没有交完，请先交完或作废它。"),
        Refusal::HandInFirst(months) => {
            format!("先上交这些月份的月报，才能移出其记录：{}。", words.list(months.iter().map(ToString::to_string)))
        }
        Refusal::OtherCount(records) => format!("现在要移出的是 {records} 件，与确认的不同，没有移出。请重新查看。"),
        Refusal::WrongPin(time) if *time > telling.now => {
            format!("PIN 码不对，或错的次数太多。请在 {} 之后再试，忘了请找经理重设。", at(*time))
        }
        Refusal::WrongPin(_) => "PIN 码不对，请再试；忘了请找经理重设。".to_owned(),
        Refusal::NoPin => "这个账号还没有 PIN 码。请用自己的账号登录后设定，或请经理代设。".to_owned(),
        Refusal::Store(error) => store_error(error),
    }
}

fn hint(hint: Hint) -> &'static str {
    match hint {
        Hint::ProposedMajor => "同一房号多次投诉同类问题未解决，建议定为重大。",
        Hint::Reopened => "业主不满意，已重新处理。",
        Hint::StillDue => "未接通，仍须回访。",
        Hint::AwaitsSignature => "还等主管签收才能办结。",
        Hint::AwaitsCallback => "还等回访才能办结。",
        Hint::UpToDate => "这位住户已在档案里，资料已更新。",
        Hint::LateAlready => "登记时已经超时。",
        Hint::Drawn => "抽中回访：完成后要回访业主。",
        Hint::AwaitsTelling => "还要告知业主并问是否满意。",
        Hint::AwaitsSheet => "派工单还没有收回。",
        Hint::AwaitsOrder => "还要补开派工单。",
        Hint::AwaitsReview => "还要写事后复盘。",
        Hint::ResidentUntold => "已解除，但还没有告知住户。",
        Hint::RingBack => "已解除；来电的业主都在接待登记里，请逐一回复。",
        Hint::DepositKept => "退还的比所收押金少，差额已留在记录上。",
        Hint::MidTermPoor => "业主对进行中的特约服务不满意，请马上跟进。",
        Hint::WentUp => "回访不满意，已交经理处理。",
        Hint::ToReview => "不满意，已交主管审核；该办的请另行登记。",
    }
}

fn open_error(words: &Words, error: &OpenError) -> String {
    match error {
        OpenError::NotOurs(path) => {
            format!("{} 是别的程序的文件，没有改动它。请用 --db 另指一个文件。", path.display())
        }
        OpenError::Newer { path, found, known } => format!(
            "{} 由更新版本的 frontdesk 生成（版本 {found}，本程序只认到 {known}），没有改动它。请安装新版本。",
            path.display()
        ),
        OpenError::Damaged(path) => {
            format!("{} 已损坏或不是数据库，没有改动它。请用最近的备份，或用 --db 另指一个文件。", path.display())
        }
        OpenError::ReadOnly(path) => {
            format!("{} 不能写入；文件和所在目录都须可写。请找管这台机器的人。", path.display())
        }
        OpenError::Cannot { path, why } => {
            format!("打不开 {}（{why}）。请看目录是否存在、是否可写。", path.display())
        }
        OpenError::Missing(path) => {
            format!("没有 {}。先运行一次 frontdesk 来新建，或用 --db 另指一个文件。", path.display())
        }
        OpenError::Store(error) => words.store_error(error),
    }
}

fn store_error(error: &StoreError) -> String {
    match error {
        StoreError::Busy => "文件正忙：别的程序写得太久。没有保存，请再试一次。".to_owned(),
        StoreError::Full => "磁盘已满，没有保存。请腾出空间再试。".to_owned(),
        StoreError::Disk(why) => format!("磁盘拒绝读写（{why}）。没有保存。请看磁盘是否已满或有故障，再试一次。"),
        StoreError::ReadOnly => "文件只读，没有保存。请找管这台机器的人。".to_owned(),
        StoreError::Damaged(what) => {
            format!("文件已损坏（{what}）。请运行 frontdesk check，并改用最近的备份。")
        }
        StoreError::Other(error) => format!("数据库拒绝了：{error}。没有保存。"),
    }
}
