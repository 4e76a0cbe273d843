//! The user's own agency.

/// The user's own agency, for notices and for addresses that are not personal.
#[derive(Clone, Debug, Default)]
pub struct Agency {
    /// Its name.
    pub name: Option<String>,
    /// The administrator of its training records.
    pub administrator: Option<String>,
    /// The administrator's address.
    pub email: Option<String>,
    /// The domain of its mail addresses.
    pub domain: Option<String>,
}
