//! The days of an officer: hire and service, days that cannot be right, and the state on an earlier day.

use super::{Column, Officer};
use crate::model::Impossible;
use chrono::NaiveDate;

impl Officer<'_> {
    /// Returns the original date of hire where it is recorded, else the day of this appointment.
    pub fn first_hired(&self) -> Option<NaiveDate> {
        self.original_hire_date.or(self.hire_date)
    }

    /// Returns the earliest day on which the officer is known to have been in service (settled 217).
    pub fn first_in_service(&self) -> Option<NaiveDate> {
        [self.original_hire_date, self.hire_date, self.full_time_since, self.part_time_since]
            .into_iter()
            .flatten()
            .min()
    }

    /// Returns whether a day lies between the previous appointment and this one (settled 137): on the last day of the
    /// one and the first day of the other the officer was in service.
    pub fn was_between_appointments(&self, day: NaiveDate) -> bool {
        self.previous_separation.zip(self.hire_date).is_some_and(|(left, hired)| left < day && day < hired)
    }

    /// Removes what happened after `as_of`, so that today's file shows that day (`--rewind`).
    ///
    /// Returns whether the officer had not been hired by that day, so that no rule is asked about the appointment.
    pub fn rewind(&mut self, as_of: NaiveDate) -> bool {
        let not_yet_hired = self.hire_date.or(self.original_hire_date).is_some_and(|hired| hired > as_of);
        self.take_days_after(as_of);
        not_yet_hired
    }

    /// Removes the impossible days (settled 5 and 123) and marks their cells as unreadable. Returns one fault a
    /// column, in the order of the columns; nothing is allocated when every day is possible.
    pub fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(Column, Impossible)> {
        let wrong_order = self.days_in_wrong_order();
        let mut faults: Vec<_> = self
            .take_days_after(as_of)
            .into_iter()
            .map(|(column, day)| (column, Impossible::InTheFuture(day)))
            .collect();
        faults.extend(wrong_order);
        faults.sort_by_key(|(column, _)| *column as usize);
        faults.dedup_by_key(|(column, _)| *column);
        for (column, _) in &faults {
            self.faulty.insert(*column as usize);
            self.clear(*column);
        }
        faults
    }

    /// Returns the days that contradict another one, each with the column that is blamed (settled 5b).
    fn days_in_wrong_order(&self) -> Vec<(Column, Impossible)> {
        let mut faults = Vec::new();
        // An officer trained before this appointment may go through the academy again (settled 123).
        let enrolled = self.basic_enrolled.filter(|_| self.basic_completed >= self.hire_date);
        for (column, day, other, than) in [
            (Column::Separated, self.separated, Column::HireDate, self.hire_date),
            (Column::FreezeTo, self.freeze_to, Column::FreezeFrom, self.freeze_from),
            (Column::BasicCompleted, self.basic_completed, Column::BasicEnrolled, enrolled),
        ] {
            if let (Some(day), Some(than)) = (day, than)
                && day < than
            {
                faults.push((column, Impossible::Before(day, other.name(), than)));
            }
        }
        for (column, day) in [
            (Column::OriginalHireDate, self.original_hire_date),
            (Column::PreviousSeparation, self.previous_separation),
        ] {
            if let (Some(day), Some(hired)) = (day, self.hire_date)
                && day > hired
            {
                faults.push((column, Impossible::After(day, Column::HireDate.name(), hired)));
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::cells::Reading;
    use crate::input::days::read_flag_day;
    use crate::input::header::Header;
    use crate::input::rows::Rows;

    /// Reads a row of these cells and removes the days that are impossible on 21 November 2026.
    fn read(row: &[(&str, &str)], check: impl FnOnce(Officer, Vec<(Column, Impossible)>)) {
        let header = Header::new(row.iter().map(|(name, _)| *name), Column::SPECS).unwrap();
        let rows = Rows::of_cells(row.iter().map(|(_, text)| *text));
        let how = Reading::on(day("2026-11-21"));
        let mut officer = Officer::from_row(&rows.iter().next().unwrap(), &header, &how, |_, _| {});
        let faults = officer.strike_impossible_days(how.as_of);
        check(officer, faults);
    }

    fn day(text: &str) -> NaiveDate {
        read_flag_day(text).unwrap()
    }

    #[test]
    fn a_past_day_in_the_future_is_impossible_and_a_plan_is_not() {
        // Settled 5a, word for word.
        let events = "hire_date, original_hire_date, basic_enrolled, basic_completed, waiver_date, \
                      previous_separation, law_course_completed, transition_completed, power_passed, physical_exam, \
                      background_certified, esigned, scenario_completed, firearms_qualified, homicide_certified";
        for name in events.split(", ") {
            read(&[(name, "2026-11-22")], |officer, faults| {
                assert!(matches!(faults[..], [(_, Impossible::InTheFuture(_))]), "{name}");
                assert!(officer.is_faulty(faults[0].0) && faults[0].0.name() == name);
            });
            read(&[(name, "2026-11-21")], |officer, faults| {
                assert!(faults.is_empty() && officer.faulty.is_empty(), "{name}");
            });
        }
        for name in ["separated", "course_start", "authority_from", "freeze_from", "freeze_to"] {
            read(&[(name, "2030-01-01")], |_, faults| assert!(faults.is_empty(), "{name}"));
        }
        for spec in Column::SPECS.iter().filter(|spec| spec.past) {
            read(&[(spec.name, "2026-11-22")], |_, faults| {
                assert!(matches!(faults[..], [(_, Impossible::InTheFuture(_))]), "{}", spec.name);
            });
        }
    }

    #[test]
    fn of_two_days_in_the_wrong_order_the_first_named_is_blamed() {
        for (blamed, earlier, other, later) in [
            ("separated", "2020-01-01", "hire_date", "2020-01-02"),
            ("freeze_to", "2020-01-01", "freeze_from", "2020-01-02"),
            ("basic_completed", "2020-01-01", "basic_enrolled", "2020-01-02"),
        ] {
            read(&[(blamed, earlier), (other, later)], |officer, faults| {
                assert!(
                    matches!(faults[..], [(_, Impossible::Before(..))]) && faults[0].0.name() == blamed,
                    "{blamed}"
                );
                assert!(officer.is_faulty(faults[0].0));
            });
            read(&[(blamed, later), (other, later)], |_, faults| assert!(faults.is_empty(), "{blamed}"));
        }
        for blamed in ["original_hire_date", "previous_separation"] {
            read(&[(blamed, "2020-01-02"), ("hire_date", "2020-01-01")], |_, faults| {
                assert!(
                    matches!(faults[..], [(_, Impossible::After(_, "hire_date", _))]) && faults[0].0.name() == blamed
                );
            });
            read(&[(blamed, "2020-01-01"), ("hire_date", "2020-01-01")], |_, faults| assert!(faults.is_empty()));
        }
    }

    #[test]
    fn an_officer_trained_before_may_enrol_again() {
        // Settled 123: completed 2010, hired 2020, enrolled again 2020.
        let row = [("hire_date", "2020-01-01"), ("basic_enrolled", "2020-02-01"), ("basic_completed", "2010-06-30")];
        read(&row, |_, faults| assert!(faults.is_empty()));
        let row = [("hire_date", "2020-01-01"), ("basic_enrolled", "2020-02-01"), ("basic_completed", "2020-01-15")];
        read(&row, |_, faults| assert_eq!(faults.len(), 1));
        let row = [("hire_date", ""), ("basic_enrolled", "2020-02-01"), ("basic_completed", "2020-01-15")];
        read(&row, |_, faults| assert_eq!(faults.len(), 1, "training before the hire is not recorded"));
    }

    #[test]
    fn rewinding_removes_what_came_later() {
        read(
            &[("hire_date", "2020-01-01"), ("esigned", "2026-01-12"), ("separated", "2026-06-30")],
            |mut officer, _| {
                assert!(!officer.rewind(day("2025-12-31")));
                assert_eq!(
                    (officer.esigned, officer.separated),
                    (None, Some(day("2026-06-30"))),
                    "an end may be planned"
                );
                assert!(officer.rewind(day("2019-12-31")), "not hired yet");
            },
        );
    }
}
