//! 派工板: where the work orders stand, column by column, and who could be sent (DSP-06).
use super::duty::Technician;
use super::queue::QueueRow;
use super::word::words;
use serde::Serialize;

words! {
    /// A column of the board, from left to right.
    pub enum BoardColumn {
        /// 待派工
        Waiting,
        /// 已派工
        Sent,
        /// 已签收
        Received,
        /// 在途
        OnTheWay,
        /// 已到场
        OnSite,
        /// 暂停: not done yet, and paused until an agreed time (ESC-07)
        Paused,
        /// 已完工: the resident is to be told, or the sheet is still out (DSP-09, DSP-10)
        Finished,
        /// 已回单: closed in the last 24 hours
        SheetBack,
    }
}

/// One column with its orders: open ones by what crosses next, closed ones the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lane {
    /// Which column.
    pub column: BoardColumn,
    /// Its orders, at most [`Board::MOST`].
    pub rows: Vec<QueueRow>,
    /// How many there are.
    pub count: u32,
}

/// The board (DSP-06).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Board {
    /// All columns, also the empty ones.
    pub lanes: Vec<Lane>,
    /// Who could be sent, with open orders and duty.
    pub technicians: Vec<Technician>,
}

impl Board {
    /// Orders of a column that are read at most; nobody looks through more of them on a board.
    pub const MOST: u32 = 200;
}
