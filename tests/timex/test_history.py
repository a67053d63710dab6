"""Narrative history: months, days and “the next morning” are counted from what has been told, not from today.

Beside each passage of `history/` stand the times that it tells, one a line: the words and their TIMEX3 value.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.timex.placing import placed

PASSAGES = sorted((Path(__file__).parent / "history").glob("*.txt"))


def test_there_are_passages() -> None:
    assert len(PASSAGES) >= 5


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.stem)
def test_a_passage_of_history_is_counted_from_what_it_tells(passage: Path) -> None:
    found = placed("2009-03-04", passage.read_text(encoding="utf-8"))
    expected = passage.with_suffix(".times").read_text(encoding="utf-8").splitlines()
    assert [f"{time.text} = {time.value}" for time in found] == expected


OPENING = [
    ("In 1813 the army was reorganised. In July it marched.", "1813-07"),
    ("In the summer of 1781 the collectors came. On 30 May the men drove them off.", "1781-05-30"),
    (
        "In the early summer of 1781 they came. They rose on Wednesday 30 May. On Saturday they were beaten.",
        "1781-06-02",
    ),
    ("By the last week of May 1942 they knew the target. The carriers slipped out on the 28th.", "1942-05-28"),
    ("The mill, built in the summer of 1781, closed in July.", "2008-07"),
    ("Sales rose by a third in the first quarter of 1984. They rose again in July.", "2008-07"),
    ("In 1912 he came to the valley. Three years on, he was its mayor. In May he left.", "1915-05"),
    ("In 1912 he came to the valley. He spent three years on, and two off, the ice. In May he left.", "1912-05"),
    ("The line closed on Friday 20 May 1892. That weekend the track was relaid.", "1892-W20-WE"),
    ("On 20 June 1900 they were shut in. Help had turned back on 26 June.", "1900-06-26"),
    ("The hill fell at noon on 24 August AD 79.", "0079-08-24T12:00"),
    ("The fire broke out on Sunday, 7 December 1941. All through Monday it spread.", "1941-12-08"),
    ("The tower fell on Sunday, 7 December 1941. The mayor said Monday it would be built anew.", "2009-03-02"),
    ("The mill, built in 1813, closed in July.", "2008-07"),
    ("He grew up in the 1880s. In the autumn of '97 he left.", "1897-FA"),
    ("The dam broke at noon on 31 May 1889. By ten past three the lake was gone.", "1889-05-31T15:10"),
    ("They met on the night of 4 May 1889. The following dawn they left.", "1889-05-05TMO"),
    ("In 1936 he lost patience. On 17 July they rose. By nightfall on Sunday the 19th it was over.", "1936-07-19TEV"),
    ("The fire broke out on Sunday, 2 September 1666. On Monday it spread.", "1666-09-03"),
    ("It began on Sunday, 9 January 1905. The shops were shut until Tuesday evening.", "1905-01-11TEV"),
    ("It began on Monday, 9 January 1905. The shops were shut until Tuesday evening.", "1905-01-10TEV"),
    ("It began shortly after midnight on Sunday, 2 September 1666.", "1666-09-02T00:00"),
    ("By 8 May 1942 it had failed, and for the next week they stood still. On the 14th they left.", "1942-05-14"),
    ("It began on 2 May 1942. The old wall was lost overnight. It ended on the 9th.", "1942-05-09"),
    ("The wall fell in May 1904. On 27 June the fleet that had sailed in March was lost.", "1904-03"),
    ("It was begun in 1677, and finished, eleven years on.", "1688"),
    ("For most of 1863 they had watched each other. On March 3 a shot was fired.", "1863-03-03"),
    ("In 1863 the mill was built. It was shut last week. On March 3 a shot was fired.", "2009-03-03"),
    (
        "It was fought from 25 June 1950 until 27 July 1953. On that first Sunday it rained. In August it stopped.",
        "1950-08",
    ),
    ("The capital fell on 4 July 1942, and the last port two weeks after.", "1942-W29"),
    ("In AD 871 the army came. It was beaten in September 1174.", "1174-09"),
    ("A mob gathered on 28 October 1895 after Friday prayers. In December it came back.", "1895-12"),
    (
        "He came in September 2004. He had led his side at the finals of 2002. It awaits them in Friday's final. "
        "He leaves in July.",
        "2009-07",
    ),
    ("In 1813 the mill was built. It will close in July.", "2009-07"),
    ("Orvald Reed, a singer of the hits of 1971, 1974 and 1982, died on Monday.", "2009-03-02"),
    ("Tuesday, March 3, 2009. He ruled from 1973 to 1990, was tried in 1998, and fell ill in October.", "2008-10"),
    (
        "ARDA, March 3 (Reuters) - The general ruled from 1973 to 1990 and was tried in 1998. He fell ill in October.",
        "2008-10",
    ),
]


@pytest.mark.parametrize(("text", "value"), OPENING)
def test_news_that_names_old_years_is_no_history(text: str, value: str) -> None:
    assert placed("2009-03-04", text)[-1].value == value


def test_three_figures_are_no_year_where_no_era_is_written() -> None:
    assert placed("2009-03-04", "In 878 of the cases nothing was found, by 850 to 28.") == ()


def test_what_stands_before_the_first_date_is_counted_from_it() -> None:
    found = placed("2009-03-04", "It had rained since May. On 3 June 1863 they marched, on 9 July 1863 they fought.")
    assert found[0].value == "1863-05"


TOLD = [
    ("The siege began on 6 April 1453, the Friday after Easter. On 20 April four ships broke through.", "1453-04-20"),
    ("The first cases came in early March 1918. By the week of 16 October all was shut.", "1918-W42"),
    ("The strikes began on 23 February 1917. The Tsar gave way on 2 March.", "1917-03-02"),
    ("Six armies crossed on 30 November 1939. On 7 March envoys went to Moscow.", "1940-03-07"),
    ("The camp was broken in late August 1805. Three weeks later the fort fell.", "1805-W37"),
    ("They landed on 5 June 1944. By 12 June all had been joined. Six days later they saw the coast.", "1944-06-18"),
    ("In 1895 she married. Three years later she named polonium, and in December radium.", "1898-12"),
    ("The bridge fell on the evening of 5 June 1944. At 0630 hours men waded ashore.", "1944-06-06T06:30"),
    ("The bridge fell at 06:30 on 5 June 1944. At noon men waded ashore.", "1944-06-05T12:00"),
    ("The ford was taken on 2 April 1865. A week later he came. Five days after that he fell.", "1865-04-14"),
    ("She sank in 1912. The wreck was found in 1985, 73 years later.", "1985"),
    ("She sank in 1912. It was told in 1985. A year later it was told again.", "1986"),
    ("At eight o'clock on the morning of 2 May 1805 they attacked. By half past four they fled.", "1805-05-02T16:30"),
    ("At ten at night on 2 December 1805 they attacked. At four o'clock it was over.", "1805-12-03T04:00"),
    ("On 4 June 1942 she was hit in the late afternoon, and was sunk at dawn the next day.", "1942-06-05TMO"),
    ("They met on 1 July 1863. Late in the afternoon they fled.", "1863-07-01TAF"),
    ("They met on 1 July 1863. At first light they fled.", "1863-07-01TMO"),
    ("They met on the night of 11 June 1982. Two nights later they met again.", "1982-06-13TNI"),
    ("They met on 8 July 1775. On the 14th six of them fled.", "1775-07-14"),
    ("They met on 8 July 1775. On the 14th Ormond called them home.", "1775-07-14"),
    ("In April 1957 it was opened. In 2006, fifty years later, it was opened again.", "2006"),
    ("They met on 15 July 1410. By evening the master was dead.", "1410-07-15TEV"),
    ("They met on the night of 15 July 1410. By morning the master was dead.", "1410-07-16TMO"),
    ("On 1 July 1942 she was sighted. On 4 July, three days later, she sank.", "1942-07-04"),
    ("On 1 July 1942 she was sighted. She sank on 4 July, six days later the others.", "1942-07-10"),
    ("On 8 May 1943 they sailed home. In the spring of 1944 they waited until the autumn.", "1944-FA"),
    ("In September 1914 they met. They dug in for the winter.", "1914-WI"),
    ("They dug in on 3 January 1915, and stayed for the winter.", "1914-WI"),
    ("It came to Lund in October 1347. By January 1348 it had come to Oslo, and in the spring to Bergen.", "1348-SP"),
    ("They fought in May 1863. He went home the same winter.", "1863-WI"),
    ("On 4 July 1879 it burned. The prince, whose father had fled in 1870, was killed on 1 August.", "1879-08-01"),
    ("On 5 November 1956 they landed at noon. By ten past four it was over.", "1956-11-05T16:10"),
    ("On 5 November 1956 they landed at 0515.", "1956-11-05T05:15"),
    ("They met on 8 July 1775. On the 14th parties were sent out.", "1775-07-14"),
    ("They met on 8 July 1775. A raid on the 14th took the ford.", "1775-07-14"),
    ("They met on 8 July 1775. In the first days of December six armies fled.", "1775-12"),
    ("They stayed in camp from May 1853 on. The winter of 1853-4 was cold.", "1853-WI"),
    ("They came by January 1348, and in the spring to Lund.", "1348-SP"),
    ("In January 1905 shots fell. A fleet had left in October.", "1904-10"),
    ("In January 1905 shots fell. A fleet had left in October; it came on 27 May.", "1905-05-27"),
    ("On 17 September 1944 they came at 1300 hours. By 2000 they held the bridge.", "1944-09-17T20:00"),
    ("On 17 September 1944 they came at noon. By 2000 the bridge was gone.", "2000"),
    ("They met on 21 August 1942. That night they ran, and by dawn all were dead.", "1942-08-22TMO"),
    ("The fort fell on 14 July 1789. The day has been kept since 1880. On 4 August the nobles gave way.", "1789-08-04"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), TOLD)
def test_what_follows_is_counted_from_what_was_told(text: str, value: str) -> None:
    assert placed("2009-03-04", text)[-1].value == value


def test_a_part_of_the_day_behind_a_comma_is_of_the_day_in_front() -> None:
    found = placed("2009-03-04", "On 27 October 1915, late in the afternoon, she was left, and sank on 21 November.")
    assert [time.value for time in found] == ["1915-10-27", "1915-10-27TAF", "1915-11-21"]


def test_the_end_of_the_day_is_of_the_day_told() -> None:
    time = placed("2009-03-04", "They met on 1 July 1863. By the end of the day they fled.")[-1]
    assert (time.text, time.value) == ("the end of the day", "1863-07-01")


IN_PASSING = [
    ("He was shot on 28 June 1914. Beaten in 1905, the tsar armed on 30 July.", "1914-07-30"),
    ("He was shot on 28 June 1914. Under the treaty of 1839 they armed on 4 August.", "1914-08-04"),
    ("He was shot on 28 June 1914. The line would not move until 1918. By October they dug.", "1914-10"),
    ("He was shot on 28 June 1914. The forts, built in the 1880s, fell by the 16th of July.", "1914-07-16"),
    ("In May 1952 the banks were closed. The law of 1925 was put aside. Two months later coal fell.", "1952-07"),
    ("Men who had met in the 1930s rose on 9 March 1952. In May the banks were closed.", "1952-05"),
    ("On 10 May 1911 he sailed for Oslo, where he died in 1915. The law was passed that November.", "1911-11"),
    ("On 18 March 1871 it began. On Sunday, 21 May, they came in. On Tuesday the hill fell.", "1871-05-23"),
]
COME_TO = [
    (
        "He was shot on 28 June 1914. In 1905 all had been calm. In 1917 the tsar fell. In July there was a rising.",
        "1917-07",
    ),
    ("He was shot on 28 June 1914. His brother lived on and went to Lund in 1921. In July he married.", "1921-07"),
    ("He was shot on 28 June 1914.\n\nHis brother was born in 1879. In July he was christened.", "1879-07"),
    ("He was shot on 28 June 1914. It was as in 1905. That July the tsar gave way.", "1905-07"),
    ("He was shot on 28 June 1914. They had met in 1905, and two years later fell out.", "1907"),
]


@pytest.mark.parametrize(("text", "value"), IN_PASSING + COME_TO)
def test_a_year_in_passing_is_not_what_the_story_comes_to(text: str, value: str) -> None:
    assert placed("2009-03-04", text)[-1].value == value


NO_DAY = [
    "They met on 8 July 1775. He lived on the 14th floor.",
    "They met on 8 July 1775. He shot at the men of the 14th Foot.",
    "They met on 8 July 1775. He waited on the 14th Massachusetts Regiment.",
    "They met on 8 July 1775. He saw the first light of hope.",
    "They met on 8 July 1775. They lived by night.",
    "They met on 8 July 1775. He was taught by evening classes.",
    "They met on 8 July 1775. At the end of the day it was luck.",
]


@pytest.mark.parametrize("text", NO_DAY)
def test_what_is_no_day_of_the_story(text: str) -> None:
    assert [time.value for time in placed("2009-03-04", text)] == ["1775-07-08"]


NEWS = [
    ("He was jailed on 6 April 1989. He will be freed on 12 March.", "2009-03-12"),
    ("He was jailed on 6 April 1989. The court said on Friday that he was free.", "2009-02-27"),
]


@pytest.mark.parametrize(("text", "value"), NEWS)
def test_what_lies_ahead_and_a_bare_weekday_are_news(text: str, value: str) -> None:
    assert placed("2009-03-04", text)[-1].value == value
