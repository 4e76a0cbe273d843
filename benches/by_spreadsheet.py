"""What a clerk would write instead: eight of muster's rules over a roster, with pandas.

    pip install pandas
    cargo bench --bench throughput -- --beside python3

or on a file of one's own: python3 benches/by_spreadsheet.py roster.csv

It prints how many officers each rule finds overdue, and the seconds from the start of reading to the last count. It has
none of the exceptions, explanations, citations, faults by line and column, or notes; it is here to compare the time.
Not run by the tests.
"""

import sys
import time

import pandas as pd

AS_OF = pd.Timestamp("2026-11-21")


def main(path: str) -> None:
    began = time.perf_counter()
    roster = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")

    def day(column: str) -> pd.Series:
        return pd.to_datetime(roster[column], format="%Y-%m-%d", errors="coerce")

    def number(column: str) -> pd.Series:
        return pd.to_numeric(roster[column], errors="coerce")

    hired = day("hire_date")
    full_time = roster["employment"] == "full-time"
    part_time = roster["employment"] == "part-time"
    months = pd.DateOffset
    letter = roster["last_name"].str.extract(r"([A-Za-z])", expand=False).str.upper()
    e_sign = {1: "2026-01-31", 2: "2027-01-31", 3: "2028-01-31"}
    cohort = letter.map(lambda first: 1 if first <= "H" else 2 if first <= "M" else 3, na_action="ignore")
    due = pd.to_datetime(cohort.map(e_sign))

    overdue = {
        "basic-training-deadline": full_time & day("basic_completed").isna() & (hired + months(months=6) < AS_OF),
        "part-time-enrollment-deadline": part_time & day("basic_enrolled").isna() & (hired + months(months=6) < AS_OF),
        "part-time-training-deadline": part_time & day("basic_completed").isna() & (hired + months(months=18) < AS_OF),
        "part-time-power-deadline": part_time & day("power_passed").isna() & (hired + months(months=6) < AS_OF),
        "part-time-hours": (roster["certification"] == "part-time") & (number("hours_year") > 1560),
        "firearms-qualification": day("firearms_qualified").dt.year.fillna(0) < AS_OF.year - 1,
        "esign-verification": (due < AS_OF) & (day("esigned").isna() | (day("esigned") > due)),
        "scenario-training": (hired < "2025-07-01") & ~day("scenario_completed").between("2022-07-01", "2025-06-30"),
    }
    for rule, found in overdue.items():
        print(f"{rule}: {int(found.sum())}")
    print(f"{len(roster)} officers, {time.perf_counter() - began:.2f} seconds", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
