//! The directory: whom to write to or call, as far as the documents say.

use crate::finding::Source;
use crate::rules::guides::guide::Guide;

pub(crate) static GUIDES: &[Guide] = &[Guide {
    name: "contacts",
    title: "Addresses and telephone numbers: the Board, complaints, FOIA, permits",
    text: &[
        "The Board (Illinois Law Enforcement Training and Standards Board, ILETSB): telephone \
             217/782-4540, fax 217/524-5350, TDD 866-740-3933; https://www.ptb.illinois.gov/. Its office is in \
             Springfield, Illinois; the documents give no street address, so ask for it before you mail \
             papers.",
        "The Executive Director, to whom letters about a military freeze, a waiver, an agency that does \
             not comply, or a course to be certified are addressed: Keith Calloway, by the Board's own pages. \
             Check the name before you write.",
        "Complaints about an officer: Form Q, by email to PTB.Complaints@illinois.gov. Requests for \
             information: in writing, as a Freedom of Information request; the Board's FOIA page says how. \
             Questions about the Officer Portal: your field representative. The portal: \
             https://officerportal.ptb.illinois.gov/.",
        "Retired officers' permits to carry: Illinois Retired Officer Concealed Carry Program, P.O. Box \
             9860, Springfield, Illinois 62791; telephone 217/726-9537; on the internet the Code names \
             www.ptb.state.il.us.",
        "Mobile Team Unit #10, which holds the part-time course: Law Enforcement Training Advisory \
             Commission (LETAC), 840 South Spring Street, Suite B, Springfield, Illinois 62704; telephone \
             217-726-7014, fax 217-726-7833. Tuition checks are made out to LETAC, MTU #10.",
        "COPS Training Portal: copstrainingportal.org.",
    ],
    figures: &[],
    sources: &[
        Source::code("1720.250(a)"),
        Source::faq("complaints"),
        Source::faq("information requests"),
        Source::portal("head of the page"),
        Source::cops("head of the page"),
        Source::mtu10("address"),
    ],
}];
