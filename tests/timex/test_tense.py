"""Which side of the publication a weekday lies on: every text appeared on Wednesday, 18 September 2019."""

from __future__ import annotations

from datetime import date

import pytest

from tests.timex.placing import placed

WEDNESDAY = date(2019, 9, 18)

AHEAD = [
    "The council will vote on Friday.",
    "The pilots must be released by Friday.",
    "The report will be handed to the mayor on Friday.",
    "The pardon could be signed as early as Friday.",
    "A verdict was expected Friday.",
    "The ruling is due Friday.",
    "The appeal is to be heard Friday.",
    "In an interview to be broadcast Friday, she defended the bridge.",
    "The ministers would meet again on Friday, the ministry said.",
    "The duke was to open the dam on Friday.",
    "She praised the planned visit on Friday.",
    "The hearing scheduled for Friday promises to be long.",
    "The strike was put off until Friday.",
    "Both sides sharpened their words ahead of Friday's vote.",
    "The favourites will meet in Friday's final.",
    "The election is on Friday.",
    "The two presidents meet in Riga on Friday.",
    "The museum opens its doors on Friday.",
    "The governor will on Friday accept the prize.",
    "The vote will be held on Friday.",
    "A ruling is to be sent out on Friday.",
    "The appeal is being heard Friday.",
    "Polls open Friday.",
    "The governor has declared Friday a public holiday.",
    "The games, which opened on Sunday, close Friday.",
    "Friday should be fine.",
    "The port is shut till noon on Friday.",
    "Friday's jobs report is forecast to show a gain.",
    "The crew has another chance on Friday.",
    "The match on Friday starts late.",
    "The ballot on Friday was to be followed by a feast.",
    "Schools are closed through Friday.",
    "The mill will remain shut on Friday.",
    "The union called for a strike on Friday.",
    "He left with hopes for a peaceful vote on Friday.",
    "The duke came on Tuesday. On Friday he would be received in Riga.",
    "The side named a squad for matches on Friday and next Tuesday.",
    "Riga moves to the red list on Friday.",
    "Polls close at noon on Friday.",
    "Tickets go on sale Friday.",
    "The mill reports earnings Friday.",
    "The side, which lost on Monday, plays again Friday.",
    "The team flew to Riga on Monday and faces its hosts on Friday.",
    "Rain is forecast for Friday.",
    "Ahead of Friday's final, the coach was calm.",
    "The judge ordered him to pay by Friday.",
    "The union threatened to strike Friday.",
    "The minister was invited to appear Friday.",
    "The vote was put off from Monday to Friday.",
    "The police are preparing for Friday's march.",
    "The earliest that he will be able to file is Friday.",
    "All eyes are on Friday's figures.",
    "Traders awaited Friday's figures.",
    "The law will put a cap on rents Friday.",
    "The winner of Friday's game advances to the final.",
    "Forecasters predict landfall on Friday.",
    "The suspect, arrested Monday, appears in court Friday.",
    "Friday's game against Leeds is sold out.",
    "Beginning Friday, riders pay more.",
    "Effective Friday, fares go up.",
    "The hearing was rescheduled for Friday.",
    "They queued on Monday for tickets to Friday's show.",
    "The mill is rumoured to be closing on Friday.",
    "The mill would have an answer by Friday.",
    "The bonds will be signed and issued on Friday.",
    "All claims must be registered and the forms sent by Friday.",
    "The bus will leave from the newly painted hall on Friday.",
    "They insist that the quota be dropped by Friday.",
    "He was due to appear in court on Friday.",
    "We'll be back on Friday.",
    "The ship would sail into disputed waters on Friday.",
    "The rules will be formally adopted on Friday.",
    "The banks that will meet on Friday declined to comment.",
    "The talks opening Friday in Riga are the third.",
    "A lower rate is now widely expected Friday.",
    "There is a chance of rain on Friday.",
    "If the boycott is lifted Friday, he will stay.",
    "If he fails on Friday, he leaves.",
    "The union called a strike for Friday.",
    "The guest, due here Friday, was silent.",
    "They have to be out on Friday.",
    "Traders expected the bank to raise rates Friday.",
    "The fares apply from Friday.",
    "He spoke ahead of a hearing of the court Friday.",
    "Traders spoke of an impending tender Friday.",
    "They agreed to look at it Friday.",
    "The bank will hold a full one-point cut on Friday.",
    "The museum is closed on Friday.",
    "The fair runs Friday.",
    "She was expected back at work Friday.",
    "By Friday, the police must charge her.",
    "The storm was expected to be near Riga on Thursday; 30 miles off Cesis; and past it on Friday.",
    "They head into Friday's match without a win.",
    "The tenants expect a ruling Friday.",
]
BEHIND = [
    "The police will look into the Friday bombing.",
    "The plan was set in motion on Friday.",
    "When asked to comment on the flood of Friday, he left.",
    "By reports on Friday, two had died.",
    "Starting Friday, the riders paid more.",
    "He had expected to leave on Friday.",
    "Friday's crash is being looked into.",
    "He was set back by the flood on Friday.",
    "On Friday, she must have left early.",
    "The zoo was open on Friday.",
    "She agreed to a lease of six years on Friday.",
    "The council voted on Friday.",
    "The pilots were released on Friday.",
    "The mayor on Friday agreed to resign.",
    "The mayor on Friday vowed to rebuild the bridge.",
    "Some residents could not be reached on Friday.",
    "Their lawyers look for ways around Friday's ruling.",
    "They will mourn the dead of Friday's attack.",
    "It was not until Friday that the smoke cleared.",
    "Up until Friday, however, nobody had seen him.",
    "A fire that raged through an open-air market on Friday has killed six.",
    "The toll rose to nine due to a landslide on Friday.",
    "The regatta was stopped after 12 of 40 scheduled rounds on Friday.",
    "The United team lost on Friday.",
    "The company said its fleet was grounded Friday.",
    "The mill burned on Friday.",
    "The bullet tore through a wall on Friday.",
    "Members had filed their reports by Friday.",
    "The two sides held talks Friday.",
    "The man arrested Friday will be charged today.",
    "The judge was ordered to leave on Friday.",
    "She might have gone home Friday.",
    "He should have appeared Friday.",
    "The vote, originally set for Friday, will be held today.",
    "The man was hit on Friday.",
    "Rain cut the power on Friday.",
    "The race planned for Friday was called off after a fire on Monday.",
    "Prices fell, mainly due to the flood on Friday.",
    "The winner of Friday's game advanced to the final.",
    "Organizers of Friday's march said that many came.",
    "A man walks past a burned car in Riga on Friday.",
]
OF_NO_YEAR = [
    # text, and when it is on 2019-09-18: the verb that the date hangs on leaves no doubt
    ("The mill closed in November.", "2018-11"),
    ("The November 3 vote was close.", "2018-11-03"),
    ("The November 3 vote was called off.", "2019-11-03"),
    ("Claims were due by Aug. 15.", "2019-08-15"),
    ("Claims are due by Aug. 15.", "2020-08-15"),
    ("She is up for election in July.", "2020-07"),
    ("They had hoped to open by July.", "2019-07"),
    ("The mill will close in July.", "2020-07"),
    ("In July, the owners said, the mill will close.", "2020-07"),
    ("In November, after weeks of talks with the owners, the unions and the town, the mill closed.", "2018-11 PXW"),
    ("The pact, signed in November, expires in July.", "2018-11 2020-07"),
    ("The pact, announced in November, will end in July.", "2018-11 2020-07"),
    ("It declared a dividend, payable Nov. 2.", "2019-11-02"),
    ("The vote was moved to Nov. 2.", "2019-11-02"),
    ("His trial started on Nov. 2.", "2018-11-02"),
    ("His trial starts on July 2.", "2020-07-02"),
    ("If convicted in November, he will appeal.", "2019-11"),
    ("The loan would be repaid on a yet unnamed date in November.", "2019-11"),
    ("The inquiry will examine the crash in July.", "2019-07"),
    ("It was the first such crash since November.", "2018-11"),
    ("The mill opened in the spring.", "2019-SP"),
    ("The mill will close in the spring.", "2020-SP"),
    ("The mill opened in the fourth quarter.", "2018-Q4"),
    ("The mill will close in the second quarter.", "2020-Q2"),
    ("The mill will close by spring.", "2020-SP"),
    ("The mill is scheduled for spring or summer.", "2020-SP 2020-SU"),
    ("Output should rise during the second half.", "2019-H2"),
    ("The mill burned on Christmas Eve.", "2018-12-24"),
    ("The mill will reopen on May Day.", "2020-05-01"),
    ("The owner issued his first travel order in January.", "2019-01"),
    ("Six people were killed in the town of Zand in January.", "2019-01"),
    ("He was invited to a congress in January.", "2020-01"),
    ("Prices rose 4 percent, against 3 percent in January.", "2019-01"),
    ("It would pay for reduced emissions in January.", "2020-01"),
    ("The mill lost money in its second quarter ended July 31.", "2019-Q2 2019-07-31"),
    ("The mill expects a loss for the second quarter ending Sept. 30.", "2019-Q2 2019-09-30"),
    ("The owner opened the first mill in Zand, Alba in January.", "2019-01"),
    ("The flood in January was followed by a fire.", "2019-01"),
    ("The loan will be dated and delivered Nov. 2.", "2019-11-02"),
    ("Voters will decide the question in July.", "2020-07"),
    ("The owners plan to discuss the fire in July.", "2019-07"),
    ("The owners will repay the money stolen in July.", "2019-07"),
    ("The notes due July 15 were sold.", "2020-07-15"),
    ("Wheat for delivery in July fell two cents.", "2020-07"),
    ("The next Riga marathon is in July.", "2019-07"),
    ("She has her eye on the next Riga Marathon in July.", "2020-07"),
    ("The owners had set a deadline of July 1 to begin.", "2019-07-01"),
    ("The loss was mainly due to costs of the July fire.", "2019-07"),
    ("The shop did not open until November.", "2018-11"),
    ("He was its chairman until November, when he was dismissed.", "2018-11"),
    ("He was its chairman from 2014 until November.", "2014 2018-11"),
    ("The mill is raising its dividend to 95 cents from 87 cents payable July 1.", "2020-07-01"),
    ("The day of payment was given as Jan. 24.", "2020-01-24"),
    ("It predicted a profit for the year ending Jan. 31.", "P1Y 2020-01-31"),
    ("The offer for all shares of the brewery was extended to March 1.", "2020-03-01"),
    ("It will be good. — Ann (@ann) March 2", "2019-03-02"),
    ("Starts fell from the peak in housing starts in May.", "2019-05"),
    ("The ban comes into force in July.", "2020-07"),
    # a day just on the other side is a slip of the writer's, and stays
    ("The mill burned on Sept. 20.", "2019-09-20"),
    ("The mill will reopen on Sept. 10.", "2019-09-10"),
]


REPORTED = [
    # published, text, and the quarter or half that its figures are of
    ("1989-10-25", "The mill expects a loss for the third quarter.", "1989-Q3"),
    ("1989-10-25", "The mill will take a charge in the third quarter.", "1989-Q3"),
    ("1989-12-05", "The mill will take a charge in the third quarter.", "1990-Q3"),
    ("1989-07-25", "The mill expects a profit for the first half.", "1989-H1"),
    ("1989-10-25", "The mill expects a profit for the first half.", "1990-H1"),
    ("1989-10-25", "The mill expects a profit for the fourth quarter.", "1989-Q4"),
]


def _day(text: str) -> date:
    (time,) = (t for t in placed(WEDNESDAY.isoformat(), text) if "Friday" in t.text)
    assert time.interval is not None
    return time.interval.first_day


@pytest.mark.parametrize("text", AHEAD)
def test_what_is_told_as_lying_ahead_is_on_the_next_such_day(text: str) -> None:
    assert _day(text) == date(2019, 9, 20)


@pytest.mark.parametrize("text", BEHIND)
def test_what_is_told_as_over_was_on_the_last_such_day(text: str) -> None:
    assert _day(text) == date(2019, 9, 13)


@pytest.mark.parametrize(("published", "text", "values"), REPORTED)
def test_a_quarter_lately_over_is_awaited_until_it_is_reported(published: str, text: str, values: str) -> None:
    assert " ".join(time.value for time in placed(published, text)) == values


@pytest.mark.parametrize(("text", "values"), OF_NO_YEAR)
def test_the_verb_tells_the_year(text: str, values: str) -> None:
    assert " ".join(time.value for time in placed(WEDNESDAY.isoformat(), text)) == values
