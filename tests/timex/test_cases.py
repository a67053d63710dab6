"""What each kind of expression is taken to mean: publication day, text, and every time found in it."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.timex.placing import placed, told
from timeline.model import Article, Basis, PublicationDate
from timeline.temporal.interval import Interval
from timeline.timex import find, resolve

CASES = [
    ("2019-09-24", "Vehicles burned on Sept. 24, 2019.", "Sept. 24, 2019: DATE 2019-09-24, 2019-09-24 to 2019-09-25"),
    (
        "2019-09-24",
        "Vehicles burned on 24 September 2019.",
        "24 September 2019: DATE 2019-09-24, 2019-09-24 to 2019-09-25",
    ),
    (
        "2019-09-24",
        "Vehicles burned on the 24th of September, 2019.",
        "the 24th of September, 2019: DATE 2019-09-24, 2019-09-24 to 2019-09-25",
    ),
    ("2019-09-24", "Signed 2019-09-24 at sea.", "2019-09-24: DATE 2019-09-24, 2019-09-24 to 2019-09-25"),
    (
        "2019-09-24",
        "Logged 2019-09-24T18:30:00Z by hand.",
        "2019-09-24T18:30:00Z: TIME 2019-09-24T18:30:00, 2019-09-24 18:30 to 2019-09-24 18:30",
    ),
    ("2019-09-24", "They met in March 2020.", "March 2020: DATE 2020-03, 2020-03-01 to 2020-04-01"),
    ("2019-09-24", "They met in March.", "March: DATE 2019-03, 2019-03-01 to 2019-04-01"),
    ("2019-09-24", "They will meet in March.", "March: DATE 2020-03, 2020-03-01 to 2020-04-01"),
    ("2019-09-24", "It opened on Oct. 3.", "Oct. 3: DATE 2019-10-03, 2019-10-03 to 2019-10-04"),
    ("2019-09-24", "The fleet sailed in 1588.", "1588: DATE 1588, 1588-01-01 to 1589-01-01"),
    ("2019-09-24", "The class of the '90s danced.", "the '90s: DATE 199X, 1990-01-01 to 2000-01-01"),
    ("2019-09-24", "Prices rose in the late 1970s.", "the late 1970s: DATE 197X END, 1977-01-01 to 1980-01-01"),
    ("2019-09-24", "A map of the 19th century hung there.", "the 19th century: DATE 18, 1800-01-01 to 1900-01-01"),
    ("2019-09-24", "The temple fell in 586 BC.", "586 BC: DATE BC0586"),
    ("2019-09-24", "The council said Tuesday it had no plans.", "Tuesday: DATE 2019-09-24, 2019-09-24 to 2019-09-25"),
    ("2019-09-24", "The council said Monday it had no plans.", "Monday: DATE 2019-09-23, 2019-09-23 to 2019-09-24"),
    ("2019-09-24", "The council will vote Thursday.", "Thursday: DATE 2019-09-26, 2019-09-26 to 2019-09-27"),
    ("2019-09-24", "The vote is scheduled for Thursday.", "Thursday: DATE 2019-09-26, 2019-09-26 to 2019-09-27"),
    ("2019-09-24", "He resigned last Tuesday.", "last Tuesday: DATE 2019-09-17, 2019-09-17 to 2019-09-18"),
    ("2019-09-24", "A year ago Monday, he resigned.", "A year ago Monday: DATE 2018-09-23, 2018-09-23 to 2018-09-24"),
    ("2019-09-24", "Two years ago today he left.", "Two years ago today: DATE 2017-09-24, 2017-09-24 to 2017-09-25"),
    ("2019-09-24", "A year ago this week he left.", "A year ago this week: DATE 2018-W39, 2018-09-24 to 2018-10-01"),
    ("2019-09-24", "He resigns next Tuesday.", "next Tuesday: DATE 2019-10-01, 2019-10-01 to 2019-10-02"),
    (
        "2019-09-24",
        "Two rockets fell Monday night.",
        "Monday night: TIME 2019-09-23TNI, 2019-09-23 20:00 to 2019-09-24 06:00",
    ),
    (
        "2019-09-24",
        "Two rockets fell on Monday evening.",
        "Monday evening: TIME 2019-09-23TEV, 2019-09-23 18:00 to 2019-09-24",
    ),
    ("2019-09-24", "He spoke this morning.", "this morning: TIME 2019-09-24TMO, 2019-09-24 06:00 to 2019-09-24 12:00"),
    (
        "2019-09-24",
        "GHENT, March 13 - The 10-year lease was signed.",
        "March 13: DATE 2019-03-13, 2019-03-13 to 2019-03-14 | 10-year: DURATION P10Y",
    ),
    (
        "2019-09-24",
        "On March 13 — two days before the vote — he left.",
        "March 13: DATE 2019-03-13, 2019-03-13 to 2019-03-14 | two days: DURATION P2D",
    ),
    (
        "2019-09-24",
        "Rain fell last March 11-12.",
        "last March 11: DATE 2019-03-11, 2019-03-11 to 2019-03-12 | 12: DATE 2019-03-12, 2019-03-12 to 2019-03-13",
    ),
    ("2019-09-24", "She swam it in 2 hours 1 minute 9.5 seconds.", "2 hours 1 minute 9.5 seconds: DURATION PT2H1M9.5S"),
    ("2019-09-24", "It appears in a bi-monthly paper.", "bi-monthly: SET P2M"),
    ("2019-09-24", "It met at 1315 est.", "1315 est: TIME 2019-09-24T13:15, 2019-09-24 13:15 to 2019-09-24 13:16"),
    (
        "2019-09-24",
        "Talks are to start at the weekend.",
        "the weekend: DATE 2019-W39-WE, 2019-09-28 to 2019-09-30",
    ),
    (
        "2019-09-24",
        "At 5 p.m. it stood at 9, above Monday's close.",
        "5 p.m.: TIME 2019-09-24T17:00, 2019-09-24 17:00 to 2019-09-24 17:01 "
        "| Monday: DATE 2019-09-23, 2019-09-23 to 2019-09-24",
    ),
    (
        "2019-09-24",
        "The storm was to pass on Sunday. Ferries stopped on Sunday.",
        "Sunday: DATE 2019-09-22, 2019-09-22 to 2019-09-23 | Sunday: DATE 2019-09-22, 2019-09-22 to 2019-09-23",
    ),
    (
        "2019-09-24",
        "The storm was to pass on Friday. Ferries stopped on Friday.",
        "Friday: DATE 2019-09-27, 2019-09-27 to 2019-09-28 | Friday: DATE 2019-09-20, 2019-09-20 to 2019-09-21",
    ),
    (
        "2019-09-24",
        "The court should look into the Dec. 14 murder.",
        "Dec. 14: DATE 2018-12-14, 2018-12-14 to 2018-12-15",
    ),
    ("2019-09-24", "He waited for an hour and 20 minutes.", "an hour and 20 minutes: DURATION PT1H20M"),
    (
        "2019-09-24",
        "Banks will be shut on Presidents' Day.",
        "Presidents' Day: DATE 2020-02-17, 2020-02-17 to 2020-02-18",
    ),
    (
        "2019-09-24",
        "Banks were shut on All Saints’ Day.",
        "All Saints’ Day: DATE 2018-11-01, 2018-11-01 to 2018-11-02",
    ),
    (
        "2019-09-24",
        "Six died overnight Monday.",
        "overnight Monday: TIME 2019-09-23TNI, 2019-09-23 20:00 to 2019-09-24 06:00",
    ),
    (
        "2019-09-24",
        "It opened on Monday. By early evening it was full.",
        "Monday: DATE 2019-09-23, 2019-09-23 to 2019-09-24 "
        "| early evening: TIME 2019-09-23TEV START, 2019-09-23 18:00 to 2019-09-23 20:00",
    ),
    (
        "2019-09-24",
        "He rang at 11:40 p.m. Monday and again at 12:25 a.m.",
        "11:40 p.m. Monday: TIME 2019-09-23T23:40, 2019-09-23 23:40 to 2019-09-23 23:41 "
        "| 12:25 a.m.: TIME 2019-09-24T00:25, 2019-09-24 00:25 to 2019-09-24 00:26",
    ),
    (
        "2019-09-24",
        "The fight was on Monday night. It was stopped at 2:56.",
        "Monday night: TIME 2019-09-23TNI, 2019-09-23 20:00 to 2019-09-24 06:00 "
        "| 2:56: TIME 2019-09-23T02:56, 2019-09-23 02:56 to 2019-09-23 02:57",
    ),
    (
        "2019-09-24",
        "The feast began on Monday night. At 2 a.m. it rained.",
        "Monday night: TIME 2019-09-23TNI, 2019-09-23 20:00 to 2019-09-24 06:00 "
        "| 2 a.m.: TIME 2019-09-24T02:00, 2019-09-24 02:00 to 2019-09-24 02:01",
    ),
    (
        "2019-09-24",
        "He came at 9 a.m. She left on Monday.",
        "9 a.m.: TIME 2019-09-24T09:00, 2019-09-24 09:00 to 2019-09-24 09:01 "
        "| Monday: DATE 2019-09-23, 2019-09-23 to 2019-09-24",
    ),
    (
        "2019-09-24",
        "Exports fell in December from a year earlier.",
        "December: DATE 2018-12, 2018-12-01 to 2019-01-01 | a year earlier: DATE 2017-12, 2017-12-01 to 2018-01-01",
    ),
    (
        "2019-09-24",
        "Exports fell in December. They had grown a year ago.",
        "December: DATE 2018-12, 2018-12-01 to 2019-01-01 | a year ago: DATE 2018, 2018-01-01 to 2019-01-01",
    ),
    (
        "2019-09-24",
        "Exports fell in December. They were down from a year ago.",
        "December: DATE 2018-12, 2018-12-01 to 2019-01-01 | a year ago: DATE 2018, 2018-01-01 to 2019-01-01",
    ),
    (
        "2019-09-24",
        "They met at 9 Monday night.",
        "9 Monday night: TIME 2019-09-23T21:00, 2019-09-23 21:00 to 2019-09-23 21:01",
    ),
    (
        "2019-09-24",
        "The police held 9 Monday night.",
        "Monday night: TIME 2019-09-23TNI, 2019-09-23 20:00 to 2019-09-24 06:00",
    ),
    (
        "2019-09-24",
        "Posted on Mon 23 Sep 2019 18.45 GMT",
        "Mon 23 Sep 2019 18.45 GMT: TIME 2019-09-23T18:45, 2019-09-23 18:45 to 2019-09-23 18:46",
    ),
    ("2019-09-24", "The mill kept its quarter century mark.", "quarter century: DURATION P25Y"),
    (
        "2019-09-24",
        "It shut at half past six in the evening.",
        "half past six in the evening: TIME 2019-09-24T18:30, 2019-09-24 18:30 to 2019-09-24 18:31",
    ),
    (
        "2019-09-24",
        "It shut on Monday at about 3 p.m.",
        "Monday at about 3 p.m.: TIME 2019-09-23T15:00, 2019-09-23 15:00 to 2019-09-23 15:01",
    ),
    ("2019-09-24", "They dine on the first Monday of each month.", "the first Monday of each month: SET P1M"),
    (
        "2019-09-24",
        "In 1976 the pound slid, and in September a loan was asked for.",
        "1976: DATE 1976, 1976-01-01 to 1977-01-01 | September: DATE 1976-09, 1976-09-01 to 1976-10-01",
    ),
    (
        "2019-09-24",
        "In 1976 he led until June, and left in July.",
        "1976: DATE 1976, 1976-01-01 to 1977-01-01 | June: DATE 1976-06, 1976-06-01 to 1976-07-01 | "
        "July: DATE 1976-07, 1976-07-01 to 1976-08-01",
    ),
    (
        "2019-09-24",
        "Founded in 1976, the mill shut in July.",
        "1976: DATE 1976, 1976-01-01 to 1977-01-01 | July: DATE 2019-07, 2019-07-01 to 2019-08-01",
    ),
    ("2019-09-24", "He spoke last night.", "last night: TIME 2019-09-23TNI, 2019-09-23 20:00 to 2019-09-24 06:00"),
    (
        "2019-09-24",
        "The train left at 9 a.m. EST Tuesday.",
        "9 a.m. EST Tuesday: TIME 2019-09-24T09:00, 2019-09-24 09:00 to 2019-09-24 09:01",
    ),
    (
        "2019-09-24",
        "The train left at 1430 hours on 3 May 1942.",
        "1430 hours on 3 May 1942: TIME 1942-05-03T14:30, 1942-05-03 14:30 to 1942-05-03 14:31",
    ),
    (
        "2019-09-24",
        "The door opened at noon Monday.",
        "noon Monday: TIME 2019-09-23T12:00, 2019-09-23 12:00 to 2019-09-23 12:01",
    ),
    ("2019-09-24", "Nobody came today.", "today: DATE 2019-09-24, 2019-09-24 to 2019-09-25"),
    ("2019-09-24", "Nobody came yesterday.", "yesterday: DATE 2019-09-23, 2019-09-23 to 2019-09-24"),
    ("2019-09-24", "Somebody comes tomorrow.", "tomorrow: DATE 2019-09-25, 2019-09-25 to 2019-09-26"),
    ("2019-09-24", "She won last week.", "last week: DATE 2019-W38, 2019-09-16 to 2019-09-23"),
    ("2019-09-24", "She won last month.", "last month: DATE 2019-08, 2019-08-01 to 2019-09-01"),
    ("2019-09-24", "She won last year.", "last year: DATE 2018, 2018-01-01 to 2019-01-01"),
    ("2019-09-24", "She runs again next year.", "next year: DATE 2020, 2020-01-01 to 2021-01-01"),
    ("2019-09-24", "Shops were full last weekend.", "last weekend: DATE 2019-W38-WE, 2019-09-21 to 2019-09-23"),
    ("2019-09-24", "Sales fell over the weekend.", "the weekend: DATE 2019-W38-WE, 2019-09-21 to 2019-09-23"),
    ("2019-09-24", "He left three days ago.", "three days ago: DATE 2019-09-21, 2019-09-21 to 2019-09-22"),
    ("2019-09-24", "He left two years ago.", "two years ago: DATE 2017, 2017-01-01 to 2018-01-01"),
    ("2019-09-24", "He left several years ago.", "several years ago: DATE PAST_REF, 0001-01-01 to 2019-09-24"),
    ("2019-09-24", "It grew in the past two weeks.", "the past two weeks: DURATION P2W, 2019-09-10 to 2019-09-24"),
    ("2019-09-24", "It grew in recent weeks.", "recent weeks: DURATION PXW, 2019-08-27 to 2019-09-24"),
    (
        "2019-09-24",
        "It may grow in the next five years.",
        "the next five years: DURATION P5Y, 2019-09-25 to 2024-09-25",
    ),
    ("2019-09-24", "He recently moved.", "recently: DATE PAST_REF, 2019-08-25 to 2019-09-25"),
    ("2019-09-24", "He lives abroad now.", "now: DATE PRESENT_REF, 2019-09-24 to 2019-09-25"),
    ("2019-09-24", "Such quarrels in the past were mended.", "the past: DATE PAST_REF, 0001-01-01 to 2019-09-24"),
    ("2019-09-24", "Nobody knows the future.", "the future: DATE FUTURE_REF, 2019-09-25 to 9999-12-31 23:59"),
    (
        "2019-09-24",
        "The firm earned more in the third quarter.",
        "the third quarter: DATE 2019-Q3, 2019-07-01 to 2019-10-01",
    ),
    (
        "2019-09-24",
        "The firm earned more in the third quarter of 2014.",
        "the third quarter of 2014: DATE 2014-Q3, 2014-07-01 to 2014-10-01",
    ),
    ("2019-09-24", "The first half of 2018 was dry.", "The first half of 2018: DATE 2018-H1, 2018-01-01 to 2018-07-01"),
    (
        "2019-09-24",
        "It rained all through the summer of 2016.",
        "the summer of 2016: DATE 2016-SU, 2016-06-01 to 2016-09-01",
    ),
    ("2019-09-24", "It rained last winter.", "last winter: DATE 2018-WI, 2018-12-01 to 2019-03-01"),
    ("2019-09-24", "The budget for fiscal 2018 passed.", "fiscal 2018: DATE 2018, 2018-01-01 to 2019-01-01"),
    ("2019-09-24", "It lasted 2 1/2 years.", "2 1/2 years: DURATION P2Y6M"),
    ("2019-09-24", "It lasted a year and a half.", "a year and a half: DURATION P1Y6M"),
    ("2019-09-24", "It lasted twenty-four hours.", "twenty-four hours: DURATION PT24H"),
    ("2019-09-24", "It lasted half an hour.", "half an hour: DURATION PT30M"),
    ("2019-09-24", "It lasted nearly forty years.", "nearly forty years: DURATION P40Y APPROX"),
    ("2019-09-24", "It lasted more than ten days.", "more than ten days: DURATION P10D MORE_THAN"),
    ("2019-09-24", "It took three decades.", "three decades: DURATION P30Y"),
    ("2019-09-24", "They feuded for years.", "years: DURATION PXY"),
    ("2019-09-24", "A ten-day siege followed.", "ten-day: DURATION P10D"),
    ("2019-09-24", "The two-week siege ended.", "two-week: DURATION P2W"),
    ("2019-09-24", "The mayor calls every Friday.", "every Friday: SET XXXX-WXX-5"),
    ("2019-09-24", "The paper appears daily.", "daily: SET P1D"),
    ("2019-09-24", "They meet on Tuesdays.", "Tuesdays: SET XXXX-WXX-2"),
    ("2019-09-24", "In early 1942 the front moved.", "early 1942: DATE 1942 START, 1942-01-01 to 1942-05-01"),
    (
        "2019-09-24",
        "He died at the end of March 1953.",
        "the end of March 1953: DATE 1953-03 END, 1953-03-21 to 1953-04-01",
    ),
    ("2019-09-24", "It opens later this year.", "later this year: DATE 2019 END, 2019-09-24 to 2020-01-01"),
    ("2019-09-24", "The road reopened mid-August.", "mid-August: DATE 2019-08 MID, 2019-08-11 to 2019-08-21"),
    ("2019-09-24", "Families met at Christmas.", "Christmas: DATE 2018-12-25, 2018-12-25 to 2018-12-26"),
    (
        "2013-02-12",
        "School starts two weeks after Easter.",
        "two weeks after Easter: DATE 2013-04-14, 2013-04-14 to 2013-04-15",
    ),
    (
        "2019-09-24",
        "They marched on Thanksgiving Day 2001.",
        "Thanksgiving Day 2001: DATE 2001-11-22, 2001-11-22 to 2001-11-23",
    ),
    (
        "2019-09-24",
        "The strike ran from Sept. 14-16, 2018.",
        "Sept. 14: DATE 2018-09-14, 2018-09-14 to 2018-09-15 | 16, 2018: DATE 2018-09-16, 2018-09-16 to 2018-09-17",
    ),
    (
        "2019-09-24",
        "They fought between March and May 1942.",
        "March: DATE 1942-03, 1942-03-01 to 1942-04-01 | May 1942: DATE 1942-05, 1942-05-01 to 1942-06-01",
    ),
    (
        "2019-09-24",
        "The first Monday in May 2016 was wet.",
        "The first Monday in May 2016: DATE 2016-05-02, 2016-05-02 to 2016-05-03",
    ),
    (
        "2019-09-24",
        "The first week of May 2016 was wet.",
        "The first week of May 2016: DATE 2016-W18, 2016-05-02 to 2016-05-09",
    ),
    (
        "2019-09-24",
        "They won the gold in the spring of this year.",
        "the spring of this year: DATE 2019-SP, 2019-03-01 to 2019-06-01",
    ),
    ("2019-09-24", "He won in October last year.", "October last year: DATE 2018-10, 2018-10-01 to 2018-11-01"),
    (
        "2019-09-24",
        "The siege lasted from June to September 1916.",
        "June: DATE 1916-06, 1916-06-01 to 1916-07-01 | September 1916: DATE 1916-09, 1916-09-01 to 1916-10-01",
    ),
    (
        "2019-09-24",
        "He arrived in the early hours of 7 October 2001.",
        "the early hours of 7 October 2001: TIME 2001-10-07TMO START, 2001-10-07 to 2001-10-07 06:00",
    ),
    ("2019-09-24", "Nobody has heard of it since last summer.", "last summer: DATE 2019-SU, 2019-06-01 to 2019-09-01"),
    ("2019-09-24", "The plant closes at year-end.", "year-end: DATE 2019-12-31, 2019-12-31 to 2020-01-01"),
    (
        "2019-09-24",
        "Exports doubled in the 1990s and the early 2000s.",
        "the 1990s: DATE 199X, 1990-01-01 to 2000-01-01 | the early 2000s: DATE 200X START, 2000-01-01 to 2003-01-01",
    ),
    ("2019-09-24", "She was born on May 8th, 1945.", "May 8th, 1945: DATE 1945-05-08, 1945-05-08 to 1945-05-09"),
    (
        "2019-09-24",
        "The truce began at 11:00 a.m. on 11 November 1918.",
        "11:00 a.m. on 11 November 1918: TIME 1918-11-11T11:00, 1918-11-11 11:00 to 1918-11-11 11:01",
    ),
    ("2019-09-24", "It is due by the end of the year.", "the end of the year: DATE 2019 END, 2019-09-01 to 2020-01-01"),
    ("2019-09-24", "The weekly visit was short.", "weekly: SET P1W"),
    ("2019-09-24", "She trains twice a week.", "a week: SET P1W"),
    ("2019-09-24", "The shop opens every two weeks.", "every two weeks: SET P2W"),
    ("2019-09-24", "It will take two to four weeks.", "two to four weeks: DURATION P2W"),
    ("2019-09-24", "It took at least 72 hours.", "at least 72 hours: DURATION PT72H EQUAL_OR_MORE"),
    ("2019-09-24", "The caves were used for two thousand years.", "two thousand years: DURATION P2000Y"),
    ("2019-09-24", "The wall stood for 2 years and 3 months.", "2 years and 3 months: DURATION P2Y3M"),
    ("2019-09-24", "He hid for several months.", "several months: DURATION PXM"),
    ("2019-09-24", "He promised it in the coming weeks.", "the coming weeks: DURATION PXW, 2019-09-25 to 2019-10-23"),
    ("2019-09-24", "He wrote it on New Year's Eve.", "New Year's Eve: DATE 2018-12-31, 2018-12-31 to 2019-01-01"),
    (
        "2019-09-24",
        "The team won the day after Christmas.",
        "the day after Christmas: DATE 2019-12-26, 2019-12-26 to 2019-12-27",
    ),
    (
        "2019-09-24",
        "The ship sank the day before yesterday.",
        "the day before yesterday: DATE 2019-09-22, 2019-09-22 to 2019-09-23",
    ),
    ("2019-09-24", "The bridge opened in the year 1900.", "the year 1900: DATE 1900, 1900-01-01 to 1901-01-01"),
    ("2019-09-24", "The port burned in AD 64.", "AD 64: DATE 0064, 0064-01-01 to 0065-01-01"),
    (
        "2019-09-24",
        "The harvest failed in nineteen eighty-nine.",
        "nineteen eighty-nine: DATE 1989, 1989-01-01 to 1990-01-01",
    ),
    (
        "2019-09-24",
        "He left in the winter of 1944-45.",
        "the winter of 1944-45: DATE 1944-WI, 1944-12-01 to 1945-03-01",
    ),
    ("2019-09-24", "In May three ships sank.", "May: DATE 2019-05, 2019-05-01 to 2019-06-01"),
    ("2019-09-24", "In April 1940 two ships sank.", "April 1940: DATE 1940-04, 1940-04-01 to 1940-05-01"),
    (
        "2019-09-24",
        "It stood from the 10th to the 15th century.",
        "10th: DATE 09, 0900-01-01 to 1000-01-01 | 15th century: DATE 14, 1400-01-01 to 1500-01-01",
    ),
    ("2019-09-24", "In the 1300s traders came.", "the 1300s: DATE 13, 1300-01-01 to 1400-01-01"),
    (
        "2019-09-24",
        "It grew in the second quarter of the 13th century.",
        "the second quarter of the 13th century: DATE 12 MID, 1233-05-02 to 1266-09-01",
    ),
    (
        "2019-09-24",
        "It shrank in the last months of 1943.",
        "the last months of 1943: DATE 1943 END, 1943-09-01 to 1944-01-01",
    ),
    ("2019-09-24", "Profits fell in Q2 2018.", "Q2 2018: DATE 2018-Q2, 2018-04-01 to 2018-07-01"),
    (
        "2019-09-24",
        "The lower house met on Thursday, the 12th.",
        "Thursday, the 12th: DATE 2019-09-12, 2019-09-12 to 2019-09-13",
    ),
    (
        "2019-09-24",
        "The bank closes at 5pm.",
        "5pm: TIME 2019-09-24T17:00, 2019-09-24 17:00 to 2019-09-24 17:01",
    ),
    (
        "2019-09-24",
        "A curfew begins tonight at 10 o'clock.",
        "tonight at 10 o'clock: TIME 2019-09-24T22:00, 2019-09-24 22:00 to 2019-09-24 22:01",
    ),
    (
        "2019-09-24",
        "It was at 7 p.m. on Friday night.",
        "7 p.m. on Friday night: TIME 2019-09-20T19:00, 2019-09-20 19:00 to 2019-09-20 19:01",
    ),
    (
        "2019-09-24",
        "It broke out at 9:25 Thursday morning.",
        "9:25 Thursday morning: TIME 2019-09-19T09:25, 2019-09-19 09:25 to 2019-09-19 09:26",
    ),
    (
        "2019-09-24",
        "He was held for 5-1/2 years.",
        "5-1/2 years: DURATION P5Y6M",
    ),
    (
        "2019-09-24",
        "He served 4½ months.",
        "4½ months: DURATION P4.5M",
    ),
    (
        "2019-09-24",
        "From March to May, the regime fell.",
        "March: DATE 2019-03, 2019-03-01 to 2019-04-01 | May: DATE 2019-05, 2019-05-01 to 2019-06-01",
    ),
    (
        "2019-09-24",
        "The 2007-2009 crisis hurt.",
        "2007: DATE 2007, 2007-01-01 to 2008-01-01 | 2009: DATE 2009, 2009-01-01 to 2010-01-01",
    ),
    (
        "2019-09-24",
        "Deficits grow in the decade ahead.",
        "the decade ahead: DURATION P10Y, 2019-09-25 to 2029-09-25",
    ),
    (
        "2019-09-24",
        "The fire began at about 2045 GMT on Friday.",
        "2045 GMT on Friday: TIME 2019-09-20T20:45, 2019-09-20 20:45 to 2019-09-20 20:46",
    ),
    (
        "2019-09-24",
        "He left a year and a half ago.",
        "a year and a half ago: DATE 2018-03, 2018-03-01 to 2018-04-01",
    ),
    (
        "2019-09-24",
        "It took three-quarters of an hour.",
        "three-quarters of an hour: DURATION PT45M",
    ),
    (
        "2019-09-24",
        "It was a quarter-century of war.",
        "quarter-century: DURATION P25Y",
    ),
    (
        "2019-09-24",
        "He fell two Sundays ago.",
        "two Sundays ago: DATE 2019-09-15, 2019-09-15 to 2019-09-16",
    ),
    (
        "2019-09-24",
        "It was long ago.",
        "long ago: DATE PAST_REF, 0001-01-01 to 2019-09-24",
    ),
    (
        "2019-09-24",
        "It began in the early hours of Sunday morning.",
        "the early hours of Sunday morning: TIME 2019-09-22TMO START, 2019-09-22 to 2019-09-22 06:00",
    ),
    (
        "2019-09-24",
        "It was 1:30 in the afternoon.",
        "1:30 in the afternoon: TIME 2019-09-24T13:30, 2019-09-24 13:30 to 2019-09-24 13:31",
    ),
    (
        "2019-09-24",
        "They met at half past six.",
        "half past six: TIME 2019-09-24T06:30, 2019-09-24 06:30 to 2019-09-24 06:31",
    ),
    (
        "2019-09-24",
        "They met at a quarter to nine.",
        "a quarter to nine: TIME 2019-09-24T08:45, 2019-09-24 08:45 to 2019-09-24 08:46",
    ),
    (
        "2019-09-24",
        "They met at a quarter past nine.",
        "a quarter past nine: TIME 2019-09-24T09:15, 2019-09-24 09:15 to 2019-09-24 09:16",
    ),
    (
        "2019-09-24",
        "They met at noon on 4 May.",
        "noon on 4 May: TIME 2019-05-04T12:00, 2019-05-04 12:00 to 2019-05-04 12:01",
    ),
    (
        "2019-09-24",
        "It ran on 5th-7th March.",
        "5th: DATE 2019-03-05, 2019-03-05 to 2019-03-06 | 7th March: DATE 2019-03-07, 2019-03-07 to 2019-03-08",
    ),
    (
        "2019-09-24",
        "Look at 2019's first quarter.",
        "2019's first quarter: DATE 2019-Q1, 2019-01-01 to 2019-04-01",
    ),
    (
        "2019-09-24",
        "It was the month before last.",
        "the month before last: DATE 2019-07, 2019-07-01 to 2019-08-01",
    ),
    (
        "2019-09-24",
        "They meet the week after next.",
        "the week after next: DATE 2019-W41, 2019-10-07 to 2019-10-14",
    ),
    (
        "2019-09-24",
        "They meet the Monday after next.",
        "the Monday after next: DATE 2019-10-07, 2019-10-07 to 2019-10-08",
    ),
    (
        "2019-09-24",
        "They met the Monday before last.",
        "the Monday before last: DATE 2019-09-16, 2019-09-16 to 2019-09-17",
    ),
    (
        "2019-09-24",
        "They meet a week from Monday.",
        "a week from Monday: DATE 2019-10-07, 2019-10-07 to 2019-10-08",
    ),
    (
        "2019-09-24",
        "They meet in two days' time.",
        "two days' time: DATE 2019-09-26, 2019-09-26 to 2019-09-27",
    ),
    (
        "2019-09-24",
        "It must pass by month's end.",
        "month's end: DATE 2019-09 END, 2019-09-21 to 2019-10-01",
    ),
    (
        "2019-09-24",
        "It must pass by week's end.",
        "week's end: DATE 2019-W39 END, 2019-09-28 to 2019-09-30",
    ),
    (
        "2019-09-24",
        "They met on Monday last.",
        "Monday last: DATE 2019-09-23, 2019-09-23 to 2019-09-24",
    ),
    (
        "2019-09-24",
        "The bell rang at 10:35 a.m. (0735 GMT) Friday, as ever.",
        "10:35 a.m.: TIME 2019-09-20T10:35, 2019-09-20 10:35 to 2019-09-20 10:36"
        " | 0735 GMT: TIME 2019-09-20T07:35, 2019-09-20 07:35 to 2019-09-20 07:36"
        " | Friday: DATE 2019-09-20, 2019-09-20 to 2019-09-21",
    ),
    (
        "2019-09-24",
        "It must pass by year’s end.",
        "year’s end: DATE 2019-12-31, 2019-12-31 to 2020-01-01",
    ),
    (
        "2019-09-24",
        "They came in the early hours of the morning.",
        "the early hours of the morning: TIME 2019-09-24TMO START, 2019-09-24 to 2019-09-24 06:00",
    ),
    (
        "2019-09-24",
        "It was shot late Saturday night.",
        "late Saturday night: TIME 2019-09-21TNI END, 2019-09-21 22:00 to 2019-09-22 02:00",
    ),
    (
        "2019-09-24",
        "It burned in the middle of Monday night.",
        "the middle of Monday night: TIME 2019-09-23TNI MID, 2019-09-23 23:00 to 2019-09-24 04:00",
    ),
    (
        "2019-09-24",
        "By 6.30am it was out.",
        "6.30am: TIME 2019-09-24T06:30, 2019-09-24 06:30 to 2019-09-24 06:31",
    ),
    (
        "2019-09-24",
        "All is back as of 07:35GMT.",
        "07:35GMT: TIME 2019-09-24T07:35, 2019-09-24 07:35 to 2019-09-24 07:36",
    ),
    (
        "2019-09-24",
        "A weeklong manhunt began.",
        "weeklong: DURATION P1W",
    ),
    (
        "2019-09-24",
        "They ruled for hundreds of years.",
        "hundreds of years: DURATION PXY",
    ),
    (
        "2019-09-24",
        "Delivery is March 9-September 30, 1987.",
        "March 9: DATE 1987-03-09, 1987-03-09 to 1987-03-10 | "
        "September 30, 1987: DATE 1987-09-30, 1987-09-30 to 1987-10-01",
    ),
    (
        "2019-09-24",
        "It ran from November to January 2011.",
        "November: DATE 2010-11, 2010-11-01 to 2010-12-01 | January 2011: DATE 2011-01, 2011-01-01 to 2011-02-01",
    ),
    (
        "2019-09-24",
        "It left a quarter before 9 a.m. on Thursday.",
        "a quarter before 9 a.m. on Thursday: TIME 2019-09-19T08:45, 2019-09-19 08:45 to 2019-09-19 08:46",
    ),
    ("2019-09-24", "Rehearsals start this Monday.", "this Monday: DATE 2019-09-30, 2019-09-30 to 2019-10-01"),
    ("2019-09-24", "Rehearsals ended this Monday.", "this Monday: DATE 2019-09-23, 2019-09-23 to 2019-09-24"),
    ("2019-09-24", "Years later he left.", "Years later: DURATION PXY"),
    ("2019-09-24", "Several years after the war he left.", "Several years: DURATION PXY"),
    ("2019-09-24", "He hid in the weeks before the vote.", "the weeks: DURATION PXW"),
    ("2019-09-24", "Over the years the wall crumbled.", "the years: DURATION PXY"),
    ("2019-09-24", "The repairs took months.", "months: DURATION PXM"),
    (
        "2019-09-24",
        "It fell on 3 May 2018. Weeks later it rose.",
        "3 May 2018: DATE 2018-05-03, 2018-05-03 to 2018-05-04 | Weeks later: DURATION PXW, 2018-05-04 to 2018-06-01",
    ),
    (
        "2019-09-24",
        "Polls closed Sunday at 6 p.m. local time.",
        "Sunday at 6 p.m. local time: TIME 2019-09-22T18:00, 2019-09-22 18:00 to 2019-09-22 18:01",
    ),
    (
        "2019-09-24",
        "It rose at 9 a.m. Moscow time.",
        "9 a.m. Moscow time: TIME 2019-09-24T09:00, 2019-09-24 09:00 to 2019-09-24 09:01",
    ),
    (
        "2019-09-24",
        "He said on Monday it opened on March 3 and in May 2011.",
        "Monday: DATE 2019-09-23, 2019-09-23 to 2019-09-24 | March 3: DATE 2019-03-03, 2019-03-03 to 2019-03-04 "
        "| May 2011: DATE 2011-05, 2011-05-01 to 2011-06-01",
    ),
]


@pytest.mark.parametrize(("on", "text", "expected"), CASES)
def test_times_of_a_text_are_found_and_placed(on: str, text: str, expected: str) -> None:
    assert " | ".join(told(t) for t in placed(on, text)) == expected


HISTORY = [
    ("The siege lasted from mid-December 1941 until early the following May.", "1942-05"),
    ("It was fought in the 9th and 8th centuries BC.", "BC07"),
    ("It was fought in 1641-2.", "1642"),
    ("He came at Michaelmas 1215.", "1215-09-29"),
    ("He landed on 6 June 1944. Four days later, on the 10th, he was wounded.", "1944-06-10"),
    ("He landed on 6 June 1944. On the 28th, at 8 a.m., he was wounded.", "1944-06-28T08:00"),
    ("He landed in January 1943. The following spring he left.", "1943-SP"),
    ("He landed in September 1943. The following spring he left.", "1944-SP"),
    ("The fleet left in the early hours of 1 September 1939, at 4:45 am. Two days later it sank.", "1939-09-03"),
    ("The siege began on 5 September 1914. On the following day the garrison asked for terms.", "1914-09-06"),
    ("The siege began on 5 September 1914. Two days later the walls fell.", "1914-09-07"),
    ("The siege began on 5 September 1914. By 9 September the garrison starved.", "1914-09-09"),
    ("The fleet left in December 1941 and returned in 1942. In March it sailed again.", "1942-03"),
    ("The treaty of 1815 was signed in a barn. The next year, it was broken.", "1816"),
    ("He landed on 6 June 1944. That month, a plot failed.", "1944-06"),
    ("He landed on 6 June 1944. Later that day he was wounded.", "1944-06-06"),
    ("He landed on 6 June 1944. A week earlier he had been in Kent.", "1944-W22"),
    ("He landed on 6 June 1944. The previous night had been stormy.", "1944-06-05TNI"),
    ("He landed on 6 June 1944 and was captured in July.", "1944-07"),
    ("He landed on 6 June 1944. The rest came on the 9th.", "1944-06-09"),
    ("He landed on 6 June 1944. By the end of the month he was in Caen.", "1944-06"),
    ("The war broke out in 1939. Six years later it was over.", "1945"),
    ("The first ships came on March 8, 1665. By December a hundred had come.", "1665-12"),
    ("The town was taken in January 1942. It had been lost in December.", "1941-12"),
    ("The town was taken in September 1942. In March it was lost.", "1943-03"),
    ("The army left in January 1942. By May the roads were dry.", "1942-05"),
    ("The army met on 22 June 1941. At dawn it crossed the river.", "1941-06-22TMO"),
    ("The army met on 22 June 1941. By nightfall it was gone.", "1941-06-22TEV"),
    ("The plague of 1348 spared few. The following spring was cold.", "1349-SP"),
    (
        "The ministers met on the evening of 9 November 1942. At six o'clock the talks opened.",
        "1942-11-09T18:00",
    ),
    ("On the evening of 9 November 1942, the talks opened at six o'clock.", "1942-11-09T18:00"),
    ("The ships left on 1 June 1910 and reached the ice in January 1911. They marched on 1 November.", "1911-11-01"),
    ("It was fought from June 1910 to January 1911. They marched on 1 November.", "1910-11-01"),
    ("The line was cut on 6 October 1942. On the 14th, a Sunday, the tide turned. It ended on the 26th.", "1942-10-26"),
    ("The house rose in 960. It fell in 1044 and again in 1141, and nobody has seen it since 982.", "0982"),
]


@pytest.mark.parametrize(("text", "value"), HISTORY)
def test_history_is_counted_from_what_it_tells(text: str, value: str) -> None:
    assert placed("2009-01-19", text)[-1].value == value


TOLD_DAYS = [
    ("The mill burned at dawn on Sunday.", "2019-09-22TMO"),
    ("A fire broke out on Sunday. It began shortly after 9am, and the roof fell at noon.", "2019-09-22T12:00"),
    ("The mill closed at 9 a.m. on Sunday. At 10 a.m. the bakery closed too.", "2019-09-22T10:00"),
    ("The bridge fell on Sunday. In the evening the ferry sailed again.", "2019-09-22TEV"),
    ("The bridge fell on Sunday, the mayor said on Monday. At 10 a.m. the ferry sailed.", "2019-09-22T10:00"),
    ("The council will meet on Friday. It will vote at noon.", "2019-09-27T12:00"),
    ("The council met on Sunday. Its next session will begin at noon.", "2019-09-24T12:00"),
    ("The bridge fell on Sunday.\n\nAt 10 a.m. the ferry sailed.", "2019-09-24T10:00"),
    ("The bridge fell. At 10 a.m. the ferry sailed.", "2019-09-24T10:00"),
]


@pytest.mark.parametrize(("text", "value"), TOLD_DAYS)
def test_a_time_of_the_clock_belongs_to_the_day_told_of(text: str, value: str) -> None:
    assert placed("2019-09-24", text)[-1].value == value


BESIDE_EVENTS = [
    (
        "The march came three days after Thursday night's shooting.",
        "three days: DURATION P3D | Thursday night: TIME 2019-09-19TNI, 2019-09-19 20:00 to 2019-09-20 06:00",
    ),
    (
        "It closed the day after Sunday's vote.",
        "the day after: DATE 2019-09-23, 2019-09-23 to 2019-09-24 | Sunday: DATE 2019-09-22, 2019-09-22 to 2019-09-23",
    ),
    ("It opened two days before Christmas.", "two days before Christmas: DATE 2019-12-23, 2019-12-23 to 2019-12-24"),
    ("He knew after Sept. 3's vote.", "Sept. 3: DATE 2019-09-03, 2019-09-03 to 2019-09-04"),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE_EVENTS)
def test_a_length_before_what_happened_at_a_time_stays_a_length(text: str, expected: str) -> None:
    assert " | ".join(told(t) for t in placed("2019-09-24", text)) == expected


BEFORE_OUR_ERA = [
    ("The king left in 499 BC. The following spring he came back.", "BC0498-SP"),
    ("The king came back in the winter of 481–480 BC.", "BC0481-WI"),
    ("The king came back in September 480 BC. They fought at dawn.", "BC0480-09TMO"),
    ("The king won in 338 BC. Two years later, he was killed.", "BC0336"),
    ("The king came in the spring of 334 BC. In May he won.", "BC0334-05"),
    ("The king came in the spring of 334 BC. That autumn he left.", "BC0334-FA"),
    ("They met on 2 August 216 BC. The following day it rained.", "BC0216-08-03"),
    ("They met on 2 August 216 BC. Later that month they left.", "BC0216-08"),
    ("They met on 2 August 216 BC. By the end of the year they left.", "BC0216"),
    ("They met on 28 December 216 BC. The next month they left.", "BC0215-01"),
    ("The war of 264–241 BC ended.", "BC0241"),
    ("The fort was built in 12 BC and left in AD 9. A year later it burned.", "0010"),
]


@pytest.mark.parametrize(("text", "value"), BEFORE_OUR_ERA)
def test_times_before_our_era_have_values_to_count_from(text: str, value: str) -> None:
    assert placed("2009-01-19", text)[-1].value == value


WITHOUT_PUBLICATION = [
    ("He resigned Monday.", "XXXX-WXX-1"),
    ("He resigned on Sept. 24.", "XXXX-09-24"),
    ("He resigned in March.", "XXXX-03"),
    ("He resigned yesterday.", "XXXX-XX-XX"),
    ("He resigned last year.", "XXXX"),
    ("He resigned last week.", "XXXX-WXX"),
    ("He resigned Monday night.", "XXXX-WXX-1TNI"),
    ("He resigned at 9 a.m. Monday.", "XXXX-WXX-1T09:00"),
    ("He resigned in the third quarter.", "XXXX-Q3"),
]


@pytest.mark.parametrize(("text", "value"), WITHOUT_PUBLICATION)
def test_without_a_publication_date_times_stay_open_and_say_why(text: str, value: str) -> None:
    (timex,) = placed(None, text)
    assert (timex.value, timex.interval, timex.reason) == (value, None, "the publication date is not known")


def test_dates_with_a_year_need_no_publication_date() -> None:
    (timex,) = placed(None, "He resigned on Sept. 24, 2019.")
    assert told(timex) == "Sept. 24, 2019: DATE 2019-09-24, 2019-09-24 to 2019-09-25"
    assert timex.anchor == "absolute"


QUARTERS = [
    ("Profit rose in the third quarter from $2 million a year earlier.", "1988-Q3"),
    ("Third-quarter profit rose. In the year-earlier period it fell.", "1988-Q3"),
    ("Third-quarter profit rose. Sales in the quarter fell.", "1989-Q3"),
    ("Third-quarter profit rose. In the 1988 period it fell.", "1988-Q3"),
    ("Sales rose from those of a year ago.", "1988"),
    (
        "Third-quarter profit rose. For the nine months, sales were $9 million, against $8 million a year earlier.",
        "1988",
    ),
    ("Sales rose in the quarter.", "1989-Q3"),
]


@pytest.mark.parametrize(("text", "value"), QUARTERS)
def test_a_year_ago_beside_quarterly_figures_is_that_quarter(text: str, value: str) -> None:
    assert placed("1989-10-26", text)[-1].value == value


REPORTED = [
    (
        "1989-10-30",
        "In the quarter ended July 31, it lost money.",
        "the quarter: DATE 1989-Q2, 1989-04-01 to 1989-07-01",
    ),
    ("1989-10-30", "In January, the firm hired a cook.", "January: DATE 1989-01, 1989-01-01 to 1989-02-01"),
    (
        "1989-10-30",
        "Since he bought the mill in February it stands still.",
        "February: DATE 1989-02, 1989-02-01 to 1989-03-01",
    ),
    ("1989-10-30", "The firm will pay the cook in January.", "January: DATE 1990-01, 1990-01-01 to 1990-02-01"),
    ("2019-09-24", "The offer had been due to expire Friday.", "Friday: DATE 2019-09-20, 2019-09-20 to 2019-09-21"),
    ("2019-09-24", "The mayor has scheduled a vote Friday.", "Friday: DATE 2019-09-27, 2019-09-27 to 2019-09-28"),
]


@pytest.mark.parametrize(("on", "text", "expected"), REPORTED)
def test_reports_look_back_unless_they_say_otherwise(on: str, text: str, expected: str) -> None:
    assert told(placed(on, text)[0]) == expected


NEWS = [
    ("It began at one minute past midnight.", "2019-09-24T00:01"),
    ("It left at ten minutes past six and at 20 past 4 p.m.", "2019-09-24T06:10 2019-09-24T16:20"),
    ("It is held every fifth year, and they meet every third Friday.", "P5Y P3W"),
    ("This Saturday at 2 p.m. they play.", "2019-09-28T14:00"),
    ("Partly cloudy through Sunday.", "2019-09-29"),
    ("It rained through Sunday.", "2019-09-22"),
    ("it rained on monday or tuesday and will rain before may.", "2019-09-23 2019-09-24 2020-05"),
    ("In '46 she wed; the '68 strike and the summer of ’12 were wilder.", "1946 1968 2012-SU"),
    ("They met on July 7, 9 and 10, 2018.", "2018-07-07 2018-07-09 2018-07-10"),
    ("They will meet on 3, 4, 5 and 6 May.", "2020-05-03 2020-05-04 2020-05-05 2020-05-06"),
    ("She walked for 11 nights and three more weekends.", "P11D P3W"),
    ("He sang three nights a week.", "P1W"),
    ("The shop is open on weekdays.", "XXXX-WXX-XX"),
    ("In those days it rained all summer.", "PAST_REF 2019-SU"),
    ("In midwinter it froze for a day and a half.", "2018-WI P1DT12H"),
    ("The fare was due to rise on 1 March, and will not.", "2020-03-01"),
    ("It will grow over the coming year.", "P1Y"),
    ("It will close in the coming year.", "2020"),
    ("The yield fell by 1115 GMT.", "2019-09-24T11:15"),
    ("It was so throughout the 1960s and 70s.", "196X 197X"),
    ("It froze two winters ago.", "2017-WI"),
    ("It froze three summers ago.", "2017-SU"),
    ("He was a boy on 9/11.", "2001-09-11"),
    ("He was a boy on 9/11/1998.", "1998-09-11"),
    ("Output grew in FY2018 and in FY19.", "2018 2019"),
    ("Output grew in fiscal year 2018-19.", "2018"),
    ("Sales fell in the April-June quarter.", "2019-Q2"),
    ("Sales fell in the January to March period of 2018.", "2018-Q1"),
    ("Sales fell in the March-May period.", "2019-03 2019-05"),
    ("It was the first weekend of December 2019.", "2019-W49-WE"),
    ("It was the first weekend of June 2019.", "2019-W22-WE"),
    ("It was the last weekend of May 2019.", "2019-W21-WE"),
    ("It was the last weekend in March 2019.", "2019-W13-WE"),
    ("Rain is forecast over the next week and a half.", "P1.5W"),
    ("It was known as long ago as 1971 and as recently as 2012.", "1971 2012"),
    ("Last year the rains came on May 1 and in July.", "2018 2018-05-01 2018-07"),
    ("Rain fell last year. The rains came on May 1.", "2018 2019-05-01"),
    (
        "The earth shook on Monday. It fell at 4:12 a.m. (2012 GMT Sunday).",
        "2019-09-23 2019-09-23T04:12 2019-09-22T20:12",
    ),
    ("He named a side for games on Friday (6pm) and next Tuesday.", "2019-09-27 2019-09-27T18:00 2019-10-01"),
    ("The index, which rose on Monday, was down by noon.", "2019-09-23 2019-09-24T12:00"),
    ("The owners feared the October 20 polls would be rigged.", "2019-10-20"),
    ("They kept voters in the old town from taking part in October's vote.", "2019-10"),
    ("The talks, begun in May, were last scheduled for July 25.", "2019-05 2019-07-25"),
    ("It was kept secret until Sunday, when the owner said so.", "2019-09-22"),
    ("It will be kept secret until Sunday, when the owner speaks.", "2019-09-29"),
    ("A possible meeting over the weekend is prepared.", "2019-W39-WE"),
    ("He came in 2009, won in 2011, and stays until 2022. He left Lund in the spring.", "2009 2011 2022 2019-SP"),
    ("Logged 06/02/2019 14:20. It was 14 May.", "2019-02-06T14:20 2019-05-14"),
    ("Logged 06/02/2019 14:20. It was May 14.", "2019-06-02T14:20 2019-05-14"),
    ("The season, which runs June 1 to Nov. 30, was dry.", "2019-06-01 2019-11-30"),
    ("The season, which runs October 1 to Nov. 30, is dry.", "2019-10-01 2019-11-30"),
    ("Rain fell, six months earlier than it forecast in August.", "P6M 2019-08"),
    ("At 3.15pm it was down; it had hit a record last Friday.", "2019-09-24T15:15 2019-09-20"),
    ("He went home at 5:30 p.m. and is to return at 9 a.m. Friday.", "2019-09-24T17:30 2019-09-27T09:00"),
    (
        "It is open on Saturday, Oct. 5, from 9 a.m. to 3 p.m., and Sunday, Oct. 6.",
        "2019-10-05 2019-10-05T09:00 2019-10-05T15:00 2019-10-06",
    ),
    ("A curfew ran from 10 p.m. Sunday to 6 a.m. and was kept.", "2019-09-22T22:00 2019-09-23T06:00"),
    ("He is to be sentenced next Friday week.", "2019-10-04"),
    ("He left at Christmas 2012 and died the following Easter.", "2012-12-25 2013-03-31"),
    ("Fifty years ago this Friday he died.", "1969-09-27"),
    ("Inflation slowed in the June quarter.", "2019-Q2"),
    ("Inflation slowed in the May quarter.", "2019-05"),
    ("He died a generation ago.", "PAST_REF"),
    ("They waited four long years.", "P4Y"),
    ("It will shut over the next year or so.", "2020"),
    ("His first book came in 1926, his last 60 years later.", "1926 1986"),
    ("They sold the last 60 years ago.", "P60Y"),
    ("He spent the next decade at sea.", "P10Y"),
    ("It opens later this fall.", "2019-FA"),
    ("It could open this spring.", "2020-SP"),
    ("It has lost ground since the turn of the year.", "2019"),
    ("He came two days after Thanksgiving 1982.", "1982-11-27"),
    ("The race starts on Friday; it begins at 3 p.m. and ends on Sunday.", "2019-09-27 2019-09-27T15:00 2019-09-29"),
    ("They merged two lines in preparation for the fair this winter.", "2019-WI"),
    ("She told that she was expecting her third baby in a film in February.", "2019-02"),
    ("Oil was up from the previous Friday, gas from the previous Friday.", "2019-09-20 2019-09-20"),
    ("It burned on the previous Friday. Two days later it rained.", "2019-09-20 2019-09-22"),
    ("Growth will continue to fall in 2020.", "2020"),
    ("It came in fall 2017.", "2017-FA"),
    ('He wrote: "Last year August 8 was hot."', "2018 2018-08-08"),
    (
        "At 2:49 a.m. local time (7:49 a.m. UTC) on Saturday morning it docked.",
        "2019-09-21T02:49 2019-09-21T07:49 2019-09-21TMO",
    ),
    ("It is secret until tomorrow; they have until midnight tonight.", "2019-09-25 2019-09-24T24:00"),
    ("Spending fell in the Oct/Dec quarter.", "2018-Q4"),
    ("It bought the line in preparation for a fair this winter.", "2019-WI"),
    ("It is reviewed in a year's time and in two months' time.", "2020 2019-11"),
    ("By Thursday afternoon of last week it was over.", "2019-09-19TAF"),
    ("Prices fell from midyear on.", "2019"),
    ("They put the mill up for sale in April.", "2019-04"),
    ("Since August 1, 269 people have come.", "2019-08-01"),
    ("By August 1, 269 were killed.", "2019-08-01"),
    ("The men, called in on Sunday night, had moved 500 people by noon.", "2019-09-22TNI 2019-09-23T12:00"),
    ("He came on Monday. He was born on May 1, 1958. It opened at midnight.", "2019-09-23 1958-05-01 2019-09-23T24:00"),
    ("Schools are shut through the weekend.", "2019-W39-WE"),
    ("He said he had come in June and would stay until May.", "2019-06 2020-05"),
    ("It opened on Feb. 21. Prizes are given today at noon.", "2019-02-21 2019-09-24T12:00"),
    ("The opening has been pushed back from March 10 to April.", "2020-03-10 2020-04"),
    ("Rain eases before midnight but gales linger till dawn tomorrow.", "2019-09-24T24:00 2019-09-25TMO"),
    ("Sales fell in the second and third quarters of 2018.", "2018-Q2 2018-Q3"),
    ("Sales fell in the third and fourth quarters of last year.", "2018-Q3 2018-Q4"),
    ("It was so in April of '79.", "1979-04"),
    ("He came the week after Labor Day in 1981.", "1981-09-14"),
    ("A feast is planned for the 28th.", "2019-09-28"),
    (
        "I lived there from 1958 to 1966. In the autumn of 1992 it froze. A feast will be held on Thursday, October 3.",
        "1958 1966 1992-FA 2019-10-03",
    ),
    ("It flew past on August 6, after a pass in January, and will return.", "2019-08-06 2019-01"),
    ("Sales rose 5 percent in January over the same month in 1986.", "2019-01 1986-01 1986"),
    ("In February they stood lower than in the same month of 2017.", "2019-02 2017-02 2017"),
    ("The group first met in December in 1999.", "1999-12 1999"),
    ("The bank raised its forecast for growth on Friday.", "2019-09-20"),
    ("The forecast for Friday is rain.", "2019-09-27"),
    ("It will open in the new year.", "2020"),
    ("He moved here a number of years ago.", "PAST_REF"),
    ("She has lived here for a number of years.", "PXY"),
    ("They met the other week.", "PAST_REF"),
    ("He left four or five years ago.", "2015"),
    ("It stood from the late 15th to the early 17th century.", "14 16"),
    ("They were built in the mid-18th and 19th centuries.", "17 18"),
    ("By midweek the strike was over.", "2019-W39"),
    ("Sales rose in the nine months to October.", "P9M 2018-10"),
    ("Sales will rise in the nine months to October.", "P9M 2019-10"),
    ("In early afternoon trading, shares fell.", "2019-09-24TAF"),
    ("The bank will open at 1230 local time.", "2019-09-24T12:30"),
    ("By 22:15 she had sunk.", "2019-09-24T22:15"),
    ("He served as its chairman until October.", "2018-10"),
    ("He was suspended until October.", "2019-10"),
    ("It will be dry for the rest of this week.", "2019-W39"),
    ("She spent the rest of 1990 abroad.", "1990"),
    ("They will leave before winter.", "2019-WI"),
    ("They left less than eleven months after that night.", "P11M"),
    ("They fought three wars in the last half century.", "P50Y"),
    ("He spoke for the next half hour.", "PT30M"),
    ("It grew over the past quarter of a century.", "P25Y"),
    ("It grew for the last decade and a half.", "P15Y"),
    ("He will wait till summer.", "2020-SU"),
    ("They kept the New Year holidays.", ""),
    ("Sales rose 5 percent in January from the same period last year.", "2019-01 2018-01"),
    ("Sales rose 5 percent from January to August over the same period last year.", "2019-01 2019-08 2018"),
    ("Sales in the first nine months rose from $1 billion in the year-ago period.", "P9M 2018"),
    ("Sales in the second quarter rose from $1 billion in the same period last year.", "2019-Q2 2018-Q2"),
    ("It was settled on May 15, but three days before that it had begun.", "2019-05-15 2019-05-12"),
    ("He rose at dawn each day.", "P1D"),
    ("He came at half past ten at night.", "2019-09-24T22:30"),
    ("He came at ten minutes to six in the morning.", "2019-09-24T05:50"),
    ("It takes ten minutes to six.", "PT10M"),
    ("He came on Tuesday at half past two in the afternoon.", "2019-09-24T14:30"),
    ("He came at half past two in the afternoon on Monday.", "2019-09-23T14:30"),
    (
        "It shook at 4:12 a.m. Saturday (2012 GMT Friday). A day later aid came.",
        "2019-09-21T04:12 2019-09-20T20:12 2019-09-22",
    ),
    ("He bought it in '89 or '90.", "1989 1990"),
    ("Loans rose to $88 million three months earlier.", "2019-06"),
    ("It stood for two thousand three hundred years.", "P2300Y"),
    ("It has stood for several hundred years.", "PXY"),
    ("It was the weekend of May 3.", "2019-W18-WE"),
    ("It was the weekend of the fair.", "2019-W38-WE"),
    ("They met a year ago last Wednesday.", "2018-09-18"),
    ("They met a year ago next week.", "2018-W40"),
    ("They met a year ago last May.", "2018 2019-05"),
    ("It began at ten thirty p.m. and ended at six fifteen in the morning.", "2019-09-24T22:30 2019-09-24T06:15"),
]


@pytest.mark.parametrize(("text", "values"), NEWS)
def test_the_words_of_news_have_these_values(text: str, values: str) -> None:
    assert " ".join(t.value for t in placed("2019-09-24", text)) == values


LANGUAGES = [
    ("fr", "Le 24 septembre 2019, le feu prit.", "2019-09-24"),
    ("fr", "Le 1er août, le feu prit.", "2019-08-01"),
    ("fr", "Le feu prit lundi.", "2019-09-23"),
    ("de", "Am 24. September 2019 brannte es.", "2019-09-24"),
    ("de", "Gestern brannte es.", "2019-09-23"),
    ("es", "El 24 de septiembre de 2019 se quemó.", "2019-09-24"),
    ("it", "Il 24 settembre 2019 bruciò.", "2019-09-24"),
    ("pt", "Em 24 de setembro de 2019 ardeu.", "2019-09-24"),
    ("nl", "Op 24 september 2019 was er brand.", "2019-09-24"),
    ("ru", "Пожар был 24 сентября 2019 года.", "2019-09-24"),
    ("xx", "It burned on Sept. 24, 2019.", "2019-09-24"),
]


@pytest.mark.parametrize(("language", "text", "value"), LANGUAGES)
def test_written_dates_of_other_languages_are_read(language: str, text: str, value: str) -> None:
    assert [t.value for t in placed("2019-09-24", text, language=language)] == [value]


def test_every_timex_says_rule_anchor_meaning() -> None:
    (timex,) = placed("2019-09-24", "Two rockets fell Monday night.")
    assert (timex.rule, timex.anchor, timex.meaning) == ("day-part", "publication", "the night of the latest Monday")


def test_anaphora_names_the_time_it_is_counted_from() -> None:
    first, second = placed("2019-09-24", "It fell on Sept. 3, 2018. Two days later it was rebuilt.")
    assert second.anchor == first.id


def test_a_publication_date_within_bounds_bounds_the_times() -> None:
    article = Article("a", "He resigned Monday.", ())
    known = PublicationDate(None, Interval(datetime(2019, 9, 24), datetime(2019, 10, 2)), 0.3, Basis.TEXT)
    (timex,) = resolve(article, find(article), known)
    assert told(timex) == "Monday: DATE XXXX-WXX-1, 2019-09-23 to 2019-10-01"
    assert timex.reason == "the publication date is only known to lie from 2019-09-24 to 2019-10-01"
