"""The words of a clause that look back or ahead."""

from __future__ import annotations

import re

from timeline.timex.tokens import trie_pattern

_COMMONEST = "a an and at by for he his in it its of on or that the their they this which who with"
WORD = rf"\b(?=[a-zIP])(?!{trie_pattern(_COMMONEST.split())}\b)"
"""Where a word begins that may tell a tense: half of all words are names or too common."""

_TRIED = (
    r"(?:failed|tried|refused|managed|began|begun|started|continued|had|used|able|seemed|"
    r"appeared|declined|helped|forced|came|happened)"
)
_IRREGULAR = """
arose ate awoke became began bled blew bore bought broke brought built burnt came caught chose clung crept
dealt died drank drew drove dug fed fell felt fled flew forgave forgot fought found froze gave got grew held
hung kept knelt knew led left lent lost made meant met overthrew overtook paid put ran rang rode rose sang
sank saw sent shook shot shut slept slid sold sought sped spent spoke sprang stole stood struck stuck swam
swept swore swung taught thought threw took tore undertook went wept withdrew woke won wore wrote beaten begun
blown born broken chosen done drawn driven drunk eaten fallen flown forgotten frozen given gone grown hidden
known risen seen shaken shown slain spoken stolen sung sunk sworn taken thrown torn withdrawn worn written
"""
DONE = (
    rf"{trie_pattern(_IRREGULAR.split())}|[a-z]{{4,}}+(?<=ed)(?<!eed)"
    r"|(?:cut|hit)(?:(?= (?:an?|back|by|down|her|him|his|it|its|more|off|out|the|their|them|\d)\b)"
    r"|(?<=\bwas \w{3})|(?<=\b(?:were|been) \w{3}))"
)
"""A verb in a form of the past."""
_NO_NOUN = (
    r"(?<!\b(?:an|as|at|by|in|my|of|on) )(?<!\b(?:any|for|her|his|its|our|the) )(?<!\b(?:from|into|than|with) )"
    r"(?<!\b(?:about|newly|their|under) )(?<!\ba )"
)
"""After these, "disputed waters" are no verb."""
TOLD = (
    r"(?<!\b(?:be|to) )(?<!\b(?:may|not) )(?<!\b(?:will|stay) )(?<!\bremain )"
    r"(?:had|was|were|did|didn['’]t|wasn['’]t|hadn['’]t|said|told"
    rf"|{_NO_NOUN}(?:{DONE}))"
)
_TO_DO = trie_pattern(
    """
    address answer appear arrive attend be become begin bring build cease close come compete complete conclude debut
    decide deliver depart discuss end enter expire face fight finish fly follow get give go hand have hear help hold
    host introduce issue join land last launch lay lead leave make march mark marry meet move open pay perform play
    present publish quit reach receive release rejoin reopen replace report resume retire return rise run sail see
    sell serve set sign sit speak stand start step submit take talk tell testify travel unveil visit vote
    """.split()
)
"""What people are due to do; "due to rain" gives a reason."""
SURE = (
    r"will|won['’]t|shall|(?<=['’])ll|(?:is|are|be|'s) to(?= [a-z])|(?:have|has) to(?= [a-z])|look(?:s|ing)? forward to"
    r"|(?:scheduled|rescheduled|planned|expected|slated|set|targeted|earmarked) (?:to|for)\b"
    rf"|due (?:to(?= (?:\w+ly )?{_TO_DO}\b)|for\b)"
    r"|(?:supposed|likely|poised|ready|planning|plans?|hopes?|hoping|intend(?:s|ed|ing)?|going|wants?|hoped|aims?"
    r"|prepar(?:ed|ing)|proposed|bound) to\b"
)
PROMISED = (
    r"(?:pledged|vow(?:s|ed)|agree(?:d|s|ing)(?= to (?!an?\b|the\b))|promised?|threaten(?:s|ed)|invited|summoned) to\b"
    r"|(?<!was )(?<!were )(?<!been )(?:ordered|asked|urged|invited|summoned|offered|instructed|directed)"
    r"(?: [\w’'-]+){0,4}? to(?! comment\b)(?= [a-z])"
)
"""Speaks of what is to come in what follows it; where the time stands in front, of what was said then."""
AWAITED = (
    r"would(?! have\b(?! (?:an?|no|the|to|until)\b))(?=[^,;]{0,110}\Z)|(?:was|were) to(?= (?!have\b)[a-z])"
    r"|to be [a-z]+ing"
    r"|(?:predicts?|expects?|anticipates?)(?! to\b)"
    r"|(?<!\bhis )(?<!\b(?:the|its|her|our) )(?<!\btheir )(?<!\ba )forecasts?(?! (?:at|in|last|on|to)\b)"
    r"|forecasts? for(?= (?:the )?\Z)"
    r"|(?<!was )(?<!were )(?<!been )(?<!had )(?:predicted|projected)(?! (?:at|by|earlier|in|last|on)\b)(?= [a-z])"
    r"|to be (?:[a-z]+ed|held|sent|given|taken|shown|sold|broadcast|paid|made|built|sworn|read|told|heard|chosen|put)\b"
    r"|(?:is|are|was|were|been)(?: not| now| also| still| widely| \w+ly)? (?:scheduled|planned|expected|slated"
    r"|due(?! to\b)|forecast|predicted)"
    r"|expect(?:s|ed|ing)? (?:[\w’'.%-]+ ){1,8}?to [a-z]+"
    r"|(?<!\bas )(?<!than )expected(?= (?:(?:as|at|by|early|from|here|in|late|on) (?:[A-Z][\w.’'-]* )*)?\Z)"
    r"|(?:is|are|looks?|seems?) (?:un)?likely|(?:chances?|likelihood|possibility|prospects?|risk) of"
    r"|(?:opening|taking place)(?= (?:(?:at|in|on) )?\Z)"
    r"|(?:is|are) set(?! (?:off|back|up|aside|alight|ablaze|free|on fire|in (?:action|motion|place))\b)"
    r"|(?:insist|demand|propos|recommend|request|requir|suggest|urg|order)(?:e?d|e?s|e|ing)?"
    r" that [^,;]{1,60}? be [a-z]+"
    r"|(?:(?:is|are|was|were) (?:budget|forecast|predict|project|anticipat)|expect)ing"
    r"(?! (?:to|twins|(?:an?|another|her|his|their) (?:\w+ )?(?:baby|child|daughter|son))\b)"
    r"|(?:hopes?|hoping|hoped|calls?|called|calling) for(?= [^,;]{3,50} (?:on|for) \Z)"
    r"|possible(?= [a-z]+ (?:on|in|over|at)\b)"
    r"|(?:has|have) an?(?:other)? (?:second )?(?:chance|opportunity|date|game|hearing|match|meeting|race|test)\b"
    r"|up for (?:re-?election|election|auction|parole|renewal|sale)"
    r"|(?:planned|planning|await(?:s|ed|ing)|looming|impending|forthcoming)(?! to\b)|(?:an|the) expected(?= [a-z])"
    r"|scheduled(?= (?:for|on|in|at|by|an?|its|the|their)\b| \Z)"
    r"|(?<!was )(?<!were )opens?(?= (?:their|its|his|her|on|in|at|against)\b)"
)
_WAS_TO = (
    r"had (?:aimed|expected|hoped|intended|meant|planned|wanted) to(?: \w+)?"
    r"|(?:had (?:set|given|imposed|faced)|missed|passed)(?: [\w’'-]+){1,4} deadline"
    r"|(?:had been|(?:was|were) last|originally|initially|previously) (?:scheduled|planned|expected|slated|set|due)"
    r" (?:to|for)(?: \w+)?"
)
_ASKED = (
    r"(?:ask|know|hear|learn|question|investigat|inquir|prob|testif|talk)[a-z]*(?: [\w’'-]+){0,4} (?:about|over|into)"
)
"""What it is about has happened: "wants to question him about a meeting in June"."""
_UNREACHED = r"could(?:n['’]t| not)? (?:\w+ly )?be (?:reached|located|contacted)"
"""Only ever told afterwards: "could not be reached on Monday"."""
_TO_BE_DONE_TO = r"(?: be(?: not| also| further| \w+ly)? [a-z]+(?:,? (?:and|or) [a-z]+ed)*)?"
_IF_SO = r"[Ii]f (?:(?:[\w’'-]+ ){1,6}?(?:is|are|do|does)(?: not|n['’]t)?(?: [a-z]+(?:ed|en))?|(?:he|it|she) [a-z]+s)"
SIGNAL = re.compile(
    rf"{WORD}(?:(?P<was>{_WAS_TO})|(?P<past>{_UNREACHED}|(?<!\bbe ){_TRIED} to\b|since"
    r"|(?<!will )(?<!to )put (?:[\w’'-]+ ){1,5}up for"
    r"|(?:might|must|should|could|may)(?:n['’]t)? (?:\w+ly )?have (?:\w+ly )?[a-z]+)"
    rf"|(?P<future>(?:{SURE}|can|could|may|might|should|must){_TO_BE_DONE_TO}"
    rf"|{PROMISED}|{AWAITED}|(?:is|are) being [a-z]+|(?:has|have) (?:scheduled|planned)\b"
    r"|as (?:soon|early|late) as|no later than|upcoming|expires?|deadline|begins?"
    rf"|(?<!\b(?:in|of) )(?<!housing )starts?|starting|effective|{_IF_SO})"
    rf"|(?P<open>ending|{_ASKED})|(?P<told>{TOLD}|sa(?:ys?|ying)))\b"
)
"""A word or more in front of a time that tell its side; `open` leaves it to what is nearest."""
AHEAD = re.compile(rf"{WORD}(?:(?P<future>{SURE}|(?:must|have to|has to|needs? to)(?! have\b))|(?P<past>{TOLD}))\b")
"""A verb behind a time that tells its side: "In July, the owners said, the mill will close"."""
MEETS = (
    r"(?:(?:is|are) (?:arriv|clos|com|head|hold|host|leav|meet|open|play|return|start|vot)ing"
    r"|meets?|appears? in court|arrives?|leaves?"
    r"|takes? (?:place|effect|office|over)|plays?|hosts?(?= \w)|faces?|kicks? off|returns?"
    r"|moves? (?:to|into)|which falls|(?<=, )close"
    r"|travels?|opens?|reopens?|reconvenes?|resumes?|begins?|starts?|closes|[Pp]olls close|premieres|debuts|releases"
    r"|airs|posts|continues?|concludes?|finish(?:es)?|launches|presents"
    r"|reports|votes?|heads? to|goes|go (?:on sale|to the polls|on trial|on strike|into effect|live|ahead)"
    r"|comes? (?:out|into (?:force|effect)|to an end)|runs(?= \Z)|runs? (?:from|through|until)"
    r"|lasts? (?:through|until)|retires|expires?|ends|turns \d+)\b"
)
"""The timetable's present: "the ministers meet Monday"."""
DUE = re.compile(
    r"\b(?:for (?:\w+ )?(?:delivery|shipment|loading|settlement)(?: (?:by|during|from|in|on))?|with effect from"
    r"|(?:appointment|arranged|called|conference|demonstration|elections?|fixed|hearing|launch|march|meeting|opening|protests?"
    r"|rally|session|strikes?|summit|talks|tender|trial|vote|walkout) for(?: early| late)?"
    r"|(?:appl(?:y|ies)|valid) from|due (?:back|here|home|out|there|in [A-Z]\w+)(?: on)?"
    r"|(?:due|payable|maturing|expiring|callable|redeemable|retractable)(?: (?:from|in|on))?"
    r"|(?:the|its|his|her|their) next (?!day|hour|month|morning|night|week|year)[\w’' -]{2,24} (?:at|in|is|on)"
    r") (?:the )?\Z"
)
"""Stands right before a time to come: "notes due Nov. 15", "for delivery in May"."""
UNPLANNED = re.compile(
    r" (?:[\w-]+ ){0,2}(?:assassinations?|attacks?|attempt on|blasts?|bombings?|collapse|collision|coup|crash(?:es)?"
    r"|derailment|earthquakes?|eruption|explosions?|floods?|hijackings?|kidnappings?|killings?|landslides?|massacres?|murders?|quakes?"
    r"|riots?|robbery|sinking|shootings?|slayings?|stabbings?|tsunami|uprising)\b",
    re.IGNORECASE,
)
"""What nobody tells of beforehand: "the March 9 bombing"."""
PLANNED = (
    r"booked|delayed|deferred|due|expected|extended|forecast|payable|planned|postponed|predicted|projected|put"
    r"|rescheduled|scheduled|set|slated|targeted|timed|said|told|made"
)
"""What these say of a day need not have been done on it."""
ON = r"(?: (?:in|on|at|around|about|during|over)(?: early| late| mid)?(?: the)?)?[ -]\Z"
