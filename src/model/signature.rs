//! The signature under a roster: the signer, the form and the day.

use crate::input::record::choice;
use chrono::NaiveDate;

choice! {
    /// The form of a signature.
    SignatureForm, "original, fax or edi":
    /// By hand, on the paper that is mailed.
    Original = "original" | "paper",
    /// On a copy sent by fax.
    Fax = "fax" | "copy",
    /// Through the Board's electronic data interchange.
    Edi = "edi" | "electronic",
}

choice! {
    /// A person who may sign a roster.
    Signer, "chief, mayor, sheriff, interim-chief or another role":
    /// The chief.
    Chief = "chief",
    /// The mayor.
    Mayor = "mayor",
    /// The sheriff, for a sheriff's office.
    Sheriff = "sheriff",
    /// The acting chief.
    InterimChief = "interim-chief" | "acting-chief" | "interim",
}

/// The signature under a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterSignature {
    /// The signer; `None` is a role that may not sign.
    pub signer: Option<Signer>,
    /// The role as it was given.
    pub role: String,
    /// The day of the signature.
    pub on: NaiveDate,
    /// The form of the signature.
    pub form: SignatureForm,
}
