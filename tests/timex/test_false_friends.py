"""Words that look like a time and are none; beside some, the neighbour that is one."""

from __future__ import annotations

import pytest

from tests.timex.placing import found_in

NOT_TIMES = [
    "The years were long.",
    "She was named Player of the Year.",
    "Mrs May was calm. Later May's deal fell.",
    "Mrs May was calm. May said nothing.",
    "The Riga Daily and the Weekly Courier shut.",
    "The rebels hold more than one quarter of the land.",
    "The host of Songs in the Morning died.",
    "He wrote for 20th Century Fox.",
    "Floods grew worse over the past generation.",
    "You may leave.",
    "May I leave?",
    "May Corp. sold its mill.",
    "Theresa May left.",
    "April Jones said she was sorry.",
    "They march on the capital.",
    "The protest march was long.",
    "An august body.",
    "The Women's March filled the square.",
    "The Hundred Years’ War was long.",
    "The Six-Day War was short.",
    "The July Crisis led to war.",
    "The dawn was red.",
    "They talked until the dawn of a better age.",
    "Ask Dawn about it.",
    "The sun shone; she sat and wed.",
    "Sun Microsystems Inc. sold computers.",
    "She came second in the race.",
    "It was the second time.",
    "Boeing's 747 and the 747 pilots.",
    "Black Friday Inc. opened.",
    "He paid 2,019 dollars.",
    "He paid $2019.",
    "He paid 2019 dollars.",
    "Some 2000 people came.",
    "The force grew by 2000 men.",
    "The storm left 1998 people homeless.",
    "The bill fell by 2000 dollars.",
    "Call 555-2019.",
    "Call 555-1234-2019.",
    "They won 3-2 and lost 21-14.",
    "The score was 10-2.",
    "Version 2.10 of the program.",
    "Install version 2000 of it.",
    "Flight 1989 was late.",
    "A 6-year-old boy.",
    "He is 52 years old.",
    "Three-quarters of the food.",
    "More than a quarter of all voters.",
    "A last-minute deal.",
    "The ocean current was strong.",
    "An address at 1600 Pennsylvania.",
    "The temperature fell in the hall.",
    "Christmas tree lights.",
    "It cost 12.50 euros.",
    "The IP is 192.168.10.12.",
    "The share is 5/8 of it.",
    "He hopes one day to return.",
    "USA Today reported it.",
    "The mill earns $40,000 a year.",
    "Sales grew 20% annually.",
    "They scored twice in the first half and went home happy.",
    "The fall of Carthage was told again.",
    "They led with 4:08 to go.",
    "The song lasts 0:53.",
    "It runs at 15 million instructions per second.",
    "It is a matter of days before he goes.",
    "He told NBC's “Today” that it was over.",
    "A touchdown late in the first quarter decided it.",
    "They scored in the fourth quarter.",
    "The years were long and the days short.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_false_friends_are_no_times(text: str) -> None:
    assert [e.text for e in found_in(text)] == []


NEIGHBOURS = [
    ("You may leave in May.", "May"),
    ("Mrs May was calm. She left in May.", "May"),
    ("The paper appears daily.", "daily"),
    ("It was the best result of the year.", "the year"),
    ("Paper was made there in the 20th Century.", "the 20th Century"),
    ("From roughly 1948 to 1951 he lived there.", "1948"),
    ("They march in March.", "March"),
    ("The March accession was signed.", "March"),
    ("A six-day war began.", "six-day"),
    ("It was the day before last Tuesday.", "the day before last Tuesday"),
    ("He came on Sun., May 3.", "Sun., May 3"),
    ("He paid 2,019 dollars in 2019.", "2019"),
    ("Boeing built the 747 in 1969.", "1969"),
    ("A flood in 1998 killed nine people there.", "1998"),
    ("Since 1990 people had crossed the river.", "1990"),
    ("By 1944 tanks were scarce.", "1944"),
    ("Shops opened on Black Friday.", "Black Friday"),
    ("It took a second.", "a second"),
    ("The last minutes of 2018.", "2018"),
    ("He sang at Christmas.", "Christmas"),
    ("Profit rose in the first half.", "the first half"),
    ("He left in the fall of 2018.", "the fall of 2018"),
    ("The talks will last two days.", "two days"),
    ("It came four months earlier than planned.", "four months"),
    ("One quarter later, it fell.", "One quarter later"),
    ("“Today we win,” he said.", "Today"),
    ("Profit scored a record 2 million in the fourth quarter.", "the fourth quarter"),
    ("He left at 8 p.m. eastern roads were closed.", "8 p.m."),
]


@pytest.mark.parametrize(("text", "expected"), NEIGHBOURS)
def test_their_neighbours_are_times(text: str, expected: str) -> None:
    assert expected in [e.text for e in found_in(text)]
