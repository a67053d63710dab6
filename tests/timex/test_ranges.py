"""Ranges and lists of weekdays and months without a year: every text appeared on Wednesday, 18 September 2019."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.timex.placing import placed

RANGES = [
    ("It ran from Monday to Thursday.", "2019-09-09 2019-09-12"),
    ("It ran from Monday to Tuesday.", "2019-09-16 2019-09-17"),
    ("It ran from Thursday to Tuesday.", "2019-09-12 2019-09-17"),
    ("It ran from Monday to Wednesday.", "2019-09-16 2019-09-18"),
    ("It will run from Monday to Thursday.", "2019-09-23 2019-09-26"),
    ("It will run from Friday to Thursday.", "2019-09-20 2019-09-26"),
    ("He ordered mourning, Wednesday through Friday.", "2019-09-18 2019-09-20"),
    ("Rain fell between Monday and Thursday.", "2019-09-09 2019-09-12"),
    ("Rain fell between Friday night and Sunday morning.", "2019-09-13TNI 2019-09-15TMO"),
    ("Rain fell between Monday night and Friday morning.", "2019-09-09TNI 2019-09-13TMO"),
    ("Rain fell from Saturday until Monday.", "2019-09-14 2019-09-16"),
    ("The talks scheduled Thursday and Friday were put off.", "2019-09-19 2019-09-20"),
    ("The talks on Thursday and Friday were long.", "2019-09-12 2019-09-13"),
    ("The talks on Wednesday and Thursday were long.", "2019-09-11 2019-09-12"),
    ("He came on Friday and Monday.", "2019-09-13 2019-09-16"),
    ("The vote was put off from Monday to Friday.", "2019-09-16 2019-09-20"),
    ("The strike ran from December to February.", "2018-12 2019-02"),
    ("The strike will run from December to February.", "2019-12 2020-02"),
    ("Between July and May, output slipped.", "2018-07 2019-05"),
    ("Between August and July, output slipped.", "2018-08 2019-07"),
    ("The value of exports from January to August stood still.", "2019-01 2019-08"),
    ("Exports in Jan-Dec rose.", "2018-01 2018-12"),
    ("It sold tickets for games from October to April.", "2019-10 2020-04"),
    ("The strike ran from Aug. 28 to Sept. 3.", "2019-08-28 2019-09-03"),
    ("The strike will run from Dec. 28 to Jan. 3.", "2019-12-28 2020-01-03"),
    ("The club was shut from May until October 2018.", "2018-05 2018-10"),
    ("The club was shut from early December to late January 1942.", "1941-12 1942-01"),
    ("The club is open between 7:30 and 8:00 p.m.", "2019-09-18T19:30 2019-09-18T20:00"),
    ("The club is open from 9 to 11 a.m.", "2019-09-18T09:00 2019-09-18T11:00"),
    ("The club was open from 11 to 3 p.m. on Tuesday.", "2019-09-17T11:00 2019-09-17T15:00"),
    ("The club was open 7-9 p.m. Tuesday.", "2019-09-17T19:00 2019-09-17T21:00"),
    ("They met from 1800 to 2100 hours.", "2019-09-18T18:00 2019-09-18T21:00"),
    ("They will meet between 0400 and 0600 local time.", "2019-09-18T04:00 2019-09-18T06:00"),
    ("They met at 1430-1530 GMT.", "2019-09-18T14:30 2019-09-18T15:30"),
    ("She bought nine and 11 p.m. struck.", "2019-09-18T23:00"),
    ("Exports rose from October to August this year.", "2018-10 2019-08"),
    ("Between November and March this year, output slipped.", "2018-11 2019-03"),
    ("The quota holds from April 1 to September.", "2019-04-01 2019-09"),
    ("The quota will hold from October to March 24.", "2019-10 2020-03-24"),
    ("The fair ran from March five to seven.", "2019-03-05 2019-03-07"),
    ("LOWEN, Sept. 18 - Aug. 31 sales were the best yet.", "2019-09-18 2019-08-31"),
    ("LOWEN, Sept. 18 - Twenty-seven people fell ill.", "2019-09-18"),
    (
        "The reports will come out in October, November, January, April and July.",
        "2019-10 2019-11 2020-01 2020-04 2020-07",
    ),
    ("Voters were asked in May, July and August.", "2019-05 2019-07 2019-08"),
    ("They were asked on Wednesday, Thursday and Monday.", "2019-09-11 2019-09-12 2019-09-16"),
    ("They will be asked on Friday, Monday and Wednesday.", "2019-09-20 2019-09-23 2019-09-25"),
    ("He spoke in March, January and May.", "2019-03 2019-01 2019-05"),
    ("The club was shut in the spring and summer of 1942.", "1942-SP 1942-SU"),
    ("The club was shut in the winter and spring of 1942.", "1941-WI 1942-SP"),
]


@pytest.mark.parametrize(("text", "values"), RANGES)
def test_a_range_ends_after_it_begins(text: str, values: str) -> None:
    assert " ".join(time.value for time in placed("2019-09-18", text)) == values


def test_a_list_of_all_days_of_a_year_is_read() -> None:
    days = [date(2019, 1, 1) + timedelta(number) for number in range(365)]
    assert len(placed("2019-09-18", f"It rained on {', '.join(f'{day:%B} {day.day}' for day in days)}.")) == 365
