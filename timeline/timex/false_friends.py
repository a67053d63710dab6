"""Words that look like a time and are none: one row each, looked up by the rule that found them.

A row says which words next to the expression speak against it. Rows are tried only for their own rules, so a row costs
nothing elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.temporal.operators import Operator
from timeline.timex.phrase import Rule


@dataclass(frozen=True, slots=True)
class Friend:
    """A false friend: `before` and `after` are patterns for the text next to the expression (either may be None)."""

    why: str
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    only: re.Pattern[str] | None = None
    cased: bool = False
    """The patterns read the text as it is written; else in lower case."""
    reach: int = 24
    """How many characters in front `before` looks at."""
    spelling: bool = False
    """Speaks for nothing in a text without capitals."""


def _row(
    why: str,
    *,
    before: str = "",
    after: str = "",
    only: str = "",
    cased: bool = False,
    reach: int = 24,
    spelling: bool = False,
) -> Friend:
    """`before` must end where the expression starts, `after` begin where it ends, `only` be all of it."""
    return Friend(
        why,
        re.compile(rf"(?:{before})\Z") if before else None,
        re.compile(after) if after else None,
        re.compile(only) if only else None,
        cased,
        reach,
        spelling,
    )


_NAMES = (
    r"(?:mr|mrs|ms|miss|dr|sir|lady|lord|minister|president|chancellor|secretary|theresa|john|james|"
    r"jan|april|june|julia|brian|robert|fredric)\.? "
)
_COMPANY = (
    r"(?:'s)? (?:Corp|Inc|Co|Ltd|LLC|PLC|Plc|AG|SA|Department Stores|Group|Microsystems|Industries|"
    r"Holdings|Partners|Capital|Bank(?! [Hh]oliday)|Records|Entertainment|Company)\b"
)
_MEASURE = (
    r"[ -](?:dollars|euros|pounds|yen|points|votes|tons|tonnes|miles|kilomet(?:er|re)s|km|"
    r"met(?:er|re)s|feet|acres|hectares|barrels|calories|square|cubic|megawatts?|mw|mhz|lbs|kg|"
    r"per ?cent|percent|times|hours|minutes|seconds|days|years|rpm|degrees)\b"
)
_NUMBERED_NOUN = (
    r" (?:people|men|women|troops|soldiers|workers|employees|jobs|shares|homes|houses|cars|units|students|pages|copies|"
    r"refugees|civilians|prisoners|casualties|deaths|injured|killed|wounded|residents|tanks|aircraft|"
    r"planes|cases|patients|items|seats|members|inhabitants)\b"
)

_STREET = _row("a place", after=r" (?:Avenue|Boulevard|Lane|Road|Square|Street)\b", cased=True)

_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_MONTH = (
    _row(
        "the verb or name is not written as a month",
        only=r"(?:may|march|august|mar|dec|jan|jun|jul|sep|oct|nov|apr|feb|aug)(?!\.)",
        cased=True,
        spelling=True,
    ),
    _row(
        "the verb, in a text without capitals",
        before=r"(?<!\bin )(?<!\bby )(?<!since )(?<!until )(?<!before )(?<!after )(?<!\blast )(?<!\bthis )(?<!next )"
        r"(?<!early )(?<!\blate )(?<!\bof )(?<!from )(?<!during )",
        only=r"may|march|mar|dec|jan|jun|jul|sep|oct|nov|apr|feb|aug",
        cased=True,
    ),
    _row(
        "an abbreviation without a day is a name, unless it stands where months do",
        before=(
            r"(?<!\b[Ii]n )(?<!\bended )(?<!\bending )(?<!\bsince )(?<!\buntil )(?<!\b[Ee]arly )(?<!\b[Ll]ate )"
            rf"(?<!\b[Ll]ast )(?<!\bnext )(?<!\b(?:end|mid)-)(?<!\b{_SHORT_MONTH}[-–/])"
        ),
        only=rf"{_SHORT_MONTH}|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC",
        after=rf"(?![-–/]{_SHORT_MONTH}\b)",
        cased=True,
    ),
    _row("a place", only="Mar", after="-a-", cased=True),
    _row("the first name of a person", only=_SHORT_MONTH, after=r"(?: [A-Z][a-z]|['’]s )", cased=True),
    _row(
        "a modal verb at the start of a sentence",
        before=r"(?<!\bin )(?<!\bIn )(?<!\bby )(?<!\bBy )(?<!ince )(?<!ntil )(?<!last )(?<!rom )(?<!uring )(?<!hat )",
        only=r"May",
        after=r" (?:I|we|you|he|she|they|it|God|the|be|have|not)\b",
        cased=True,
    ),
    _row("a company", after=_COMPANY, cased=True),
    _row(
        "the name of what happened then",
        after=r" (?:Revolution|Crisis|Uprising|Rising|Manifesto|Plot|Monarchy|Days|Coup|Ultimatum|Laws|Madness|War)\b",
        cased=True,
    ),
    _row("a person", before=_NAMES, only=r"may|june|april|august|march"),
    _row("a person", after=r" [A-Z][a-z]+(?:,| (?:said|says|told|was|is))", only=r"June|April|May|Jan", cased=True),
    _row(
        "a person",
        before=r"(?:\A|[.!?]['\"”’]* |\n|\b(?:and|with|actor|actress|author|poet|singer|writer) )",
        only=r"June|April|May|August",
        after=(
            r" [A-Z][a-z]+(?:['’]s [a-z]|"
            r" (?:and|came|had|has|led|left|made|ran|sang|took|went|will|won|wrote|[a-z]+ed)\b)"
        ),
        cased=True,
    ),
    _STREET,
    _row(
        "a walk together",
        before=r"(?<!\bin )(?<!since )(?<!until )(?<!by )(?<!last )(?<!early )(?<!late )(?<!and )(?<!\bfrom )",
        after=r" (?:on|for|of the|against|to|through|past|towards?|in step|madness)\b",
        only=r"march",
    ),
    _row(
        "a walk together",
        before=r"(?:protest|peace|freedom|hunger|death|long|million man|women's) ",
        only=r"march",
    ),
)

_GOES_ON = (
    r"(?:the|an?|and|or|but|as|at|by|from|he|she|it|they|who|which|his|her|their|in|into|on|onwards?|of|to|until|when|while|with|was"
    r"|were|had|has|is|there|this|that|some|many|most|no|nobody)\b"
)
"""Words after a year that begin something else."""

_YEAR = (
    _row(
        "a number at the start of a quotation",
        only=r"['’]\d\d",
        before=r"(?<!\b[Ii]n )(?<!\bsince )(?<!\bSince )(?<!\b[Bb]y )(?<!\bfrom )(?<!until )(?<!before )(?<!after )"
        r"(?<!\bof )(?<!\bthe )(?<!\bThe )(?<!\bto )(?<!\band )(?<!\bor )(?<!\blate )(?<!early )(?<!\bmid-)",
        cased=True,
    ),
    _row("a number at the start of a quotation", only=r"['’]\d\d", after=r"[^'’\n]{1,60}[a-z.,]['’](?!\w)", cased=True),
    _row("a number of things", after=_MEASURE),
    _row("the name of a comet or a rock", only=r"\d{4}", after=r" [A-Z]{2}\d", cased=True),
    _row(  # "in 1998 killed 11" tells of the year
        "a number of people or things",
        before=r"(?<!\bin )(?<!\bsince )(?<!\buntil )(?<!\bby )(?<!\bfrom )(?<!\bduring )(?<!\bas of )",
        after=_NUMBERED_NOUN,
    ),
    _row(
        "how much more or less",
        before=r"\b(?:fell|fallen|rose|risen|grew|grown|cut|increased?|reduced?|dropped|up|down|shrank|swelled) by ",
        after=_NUMBERED_NOUN,
    ),
    _row("where an index stands", before=r"\b(?:against|at|to|versus|vs\.?) ", after=r" on \w+day\b"),
    _row("where an index stands, or a number of things", before=r"day's "),
    _row("a number of things", before=r"day, ", after=r" [a-z]{5,}s\b", cased=True),
    _row("a house in a street", before=r"\bat ", after=r" [A-Z]", cased=True),
    _row(
        "money or a code",
        before=(
            r"(?:[$£€#№§]|§ |\([a-z]{4} |no\. ?|nos\. ?|number |room |flight |route |highway |interstate |version |"
            r"model |windows |office |exceed |boeing |airbus |channel |section |article |resolution |page |sq |apollo |"
            r"area |class of |nearly |some |than |over |least |most |almost |(?<!from )(?:approximately|roughly) )"
        ),
        only=r"\d{4}",
    ),
    _row(
        "about so many",
        before=r"(?<!\bby )(?<!\bsince )(?<!\bfrom )(?<!until )\b(?:about|around) ",
        only=r"\d{4}",
        after=rf" (?!{_GOES_ON})[a-z]",
    ),
    _row(
        "part of a longer number or code",
        before=r"[\d,./$£€-]|\d[ -]|[-–]",
        only=r"\d{4}",
        after=r"(?:,\d{3}|[-/]\d{3}|\.\d)",
    ),
    _row("a telephone number", before=r"\d{3}[-. ]"),
    _row("money", after=r" ?(?:dollars|euros|pounds|million|billion|thousand|hundred|cents?)\b|[%$£€]"),
)

_AT_TWILIGHT = (
    _row("that of each day", after=r" (?:each|every)\b"),
    _row(
        "only when something is told to happen at it",
        before=r"(?<!\bat )(?<!\bby )(?<!before )(?<!after )(?<!until )(?<!since )(?<!around )(?<!from )(?<!till )",
    ),
)

_AFTER_DAY = (
    r"(?:and|or|to|of|the|when|as|he|she|they|it|we|a|an|with|but|at|after|before|all|both|no|some|his|her|its|their|our"
    r"|only|there|this|that|these|those|in|on|by|from|for|against|near|under|nearly|almost|about|over|more|most|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|another|who|which|where|while"
    r"|was|were|is|had|has|came|went|took|fell|began|saw|met|won|lost|left|broke|brought|held|sank|struck|fought|gave"
    r"|stood|led|sent|did|became|flew|got|could|would|not|again|however|still|[a-z]{3,}(?<!ar)(?<!arm)ed)"
)
"""Words after "the 14th" that begin something else."""

_IN_ORDER = (
    r"(?:floors?|holes?|days?|centur(?:y|ies)|minutes?|laps?|green|tee|pages?|attempts?|ballots?|anniversary|birthdays?|try"
    r"|tr(?:y|ies)|streets?|stor(?:e?ys?|ies)|rounds?|rows?|shots?|hours?|weeks?|months?|years?|games?|matches|votes?"
    r"|infantry|regiment|division|corps|battalion|brigade|armou?red|cavalry|parallel|degree|meridian|stage|step|station)"
)

_UNIT_OR_PLACE = (
    r"(?:Street|St|Avenue|Ave|Regiment|Army|Infantry|Division|Corps|Battalion|Brigade|Armou?red|Airborne|Amendment|Century"
    r"|Congress|Parallel|Floor|Cavalry|Panzer|Marines?|Fleet|Air|Foot|Light|Guards?|Company|Squadron|Group|District|Ward"
    r"|Precinct|Circuit|Hole|Dynasty|Earl|Duke|Lord|Baron|Dragoons?|Hussars?|Artillery|Flotilla|Legion|Massachusetts"
    r"|Virginia|Maine|Rifles?|Militia|Field|Engineers?|Bomb|Bomber|Fighter|Tank|Mountain|Party|Anniversary|World)"
)

_PAPER = _row(
    "a paper or a programme",
    before=r"(?<!\b[Oo]n )",
    after=r" (?:Evening Post|Express|Herald|Mail|Mirror|Post|Review|Star|Telegraph|Times|Tribune)\b",
    cased=True,
)

_WEEKDAY = (
    _row("an abbreviation without a date is a word", only=r"(?i:mon|tues?|wed|thur?s?|fri|sat|sun)", cased=True),
    _row("not written as a name", only=r"[a-z]+\.?", cased=True, spelling=True),
    _row("a company", after=_COMPANY, cased=True),
    _row("a person", before=r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? ", cased=True),
    _PAPER,
    _row("a name", before=r"\b(?i:bloody|black|ruby|super|man|girl|good|ash|fat|cyber|joe|rick|tuesday) ", cased=True),
    _row("an abbreviation of Saint or of a name", after=r" ?['’]?[A-Z]\.", only=r"(?:Sun|Sat|Wed|Mon)\.?", cased=True),
)

_AGE = (
    _row("an age", after=r"[ -]{1,2}(?:old|olds)\b"),
    _row("an age", after=r" of age\b"),
    _row("a daily rate", after=r"(?:,| a) (?:day|week|seven days)\b"),
    _row(
        "three quarters are a share",
        only=r"(?:about |nearly |almost |more than |less than |over |at least )?(?:three|3|a|one)[ -]quarters?(?: of)?",
        after=r"(?! (?:in a row|ago|earlier|later|after|before|of (?:19|20|this|last|next)|straight))",
    ),
)

_ONE_DAY = (
    _row(
        "some day, it isn't said which",
        before=r"\b(?:will|would|could|might|may|can|he|she|they|we|you|i|it|who|that|if|hopes?|must|should) ",
        only=r"one day",
    ),
    _row("a title", only=r"One Day", cased=True),
    _row("some day", only=r"one day", after=r" (?:he|she|they|it|we|you|i) (?:will|may|might|could|would|hopes?)\b"),
)

_WAR = (
    _row(
        "the name of a war",
        only=r"(?:[Tt]he )?[A-Z\d].*",
        after=r"['’]? (?:War|Campaign|Siege|Battle|Conference)s?\b",
        cased=True,
    ),
)

_SECONDS = (
    _row(
        "a place in an order",
        only=r"(?:a|one|the|last|every|each|this|that) second",
        after=r"[ -](?!(?:ago|later|earlier|before|after)\b)[a-z]",
    ),
)

_CLOCK = (
    _row(
        "a score or a ratio",
        before=(
            r"(?:won|win|lost|beat|defeated|victory|led|leads?|score[ds]?|drew|ratio|odds|verse|chapter|"
            r"psalm|matthew|mark|luke|john|genesis|isaiah|romans) (?:of )?"
        ),
        only=r"[\d:.]+",
    ),
    _row(
        "by how much",
        before=r"\b(?:won|wins?|lost|beat|beaten|defeated|led|leads?|ahead|victory)\b.* by ",
        only=r"[\d:.]+",
    ),
    _row(
        "a record or a race",
        after=(
            r"(?:\.\d| (?:seconds|minutes|win|victory|lead|loss|ratio|mile|draw|defeat|into|left|remaining|"
            r"to go|to play|of the clock|mark of))\b"
        ),
    ),
    _row("a share or a rate", before=r"[$£€]"),
    _row("a length of a film or a song", only=r"0:\d\d"),
    _row("a time that it took", before=r"\b(?:in|time of) ", only=r"\d:\d\d:\d\d"),
)

_ANOTHER = _row(
    "another one",
    only="a second",
    before=r"(?<!\babout )(?<!\bfor )(?<!half )(?<!\bin )(?<!just )(?<!lasted )(?<!\bme )(?<!\bof )(?<!only )(?<!s )"
    r"(?<!\btake )(?<!than )(?<!\btook )(?<!\bus )(?<!\bwait )(?<!waited )(?<!within )",
    after=r"(?! (?:ago|later|earlier|before|after)\b)",
)

_LAST_MINUTE = (_row("a last-minute thing", only=r"(?:the )?last[- ](?:minute|second|hour|ditch)"),)

_NOW = (
    _row(
        "an electric current or a stream",
        only=r"current",
        before=r"(?:electric|electrical|ocean|alternating|direct|tidal) ",
    ),
    _row("current account and the like", only=r"current", after=r" (?:account|affairs|events)\b"),
    _row("a conjunction", only=r"now", after=r" that\b"),
    _row("some day", before=r"\bone of ", only=r"these days"),
)

_NIGHT = (
    _row("a name", after=_COMPANY, cased=True),
    _row("a name", after=r" (?:Now|Show|Live|Lights|Fever|Night Live)\b", cased=True),
    _PAPER,
)

_SEASON = (
    _STREET,
    _row(
        "a verb or a place",
        only=r"(?:the )?(?:spring|fall)",
        after=(
            r" (?:in (?:prices|stocks|sales|the|demand|value|output|revenue|profits?"
            r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
            r"|of (?:the|a|man|saigon|rome|constantinople|communism|paris)"
            r"|back|into|short|apart|water|behind|chicken)\b"
        ),
    ),
    _row("a verb or a place", before=r"(?<!\bin )", only=r"(?:the )?(?:spring|fall)", after=r" (?:by|from|to|for)\b"),
    _row("a name", after=r" (?:Olympics|Games|Palace|Hill|Valley|Break|Offensive|Rebellion|War)\b", cased=True),
    _row(
        "a loss", only=r"the fall", after=r" (?:was|were|is|came|comes|follow(?:s|ed)|marks|marked|reflect(?:s|ed))\b"
    ),
    _row("the fall of someone or something", only=r"the fall", after=r" of +(?!\d|this|that|last|next|the )"),
)

_MONEY = (
    r"(?:year|profit|earn|sales|revenue|pct|per ?cent|%|million|billion|econom|growth|19|20|bank|barrel|bond|budget"
    r"|compan|construct|debt|deficit|export|fiscal|gdp|import|inflation|interest rate|invest|market|operati|orders"
    r"|output|plant|price|production|quarter|quota|tonn)"
)
_GAME = (
    _row(
        "half of a match",
        before=r"(?:beat|defeated?|drew|final|forwards?|game|goals?|hosts|match|scored?|side|striker|team)\b.*",
        after=r"(?:.|\n){0,60}\b(?:coach|defen[cs]e|equaliser|goals?|keeper|penalty|pitch|points?|scored?|striker|tr(?:y|ies))\b",
        reach=80,
    ),
    _row(
        "half of a match",
        before=rf"\A(?:(?!{_MONEY})(?:.|\n))*",
        after=rf"(?!(?:.|\n){{0,80}}{_MONEY})",
        reach=80,
    ),
)

_PLAYED = (
    r"(?:touchdown|yard|field goal|rebound|interception|three-pointer|halftime|scored|buzzer|kickoff"
    r"|\d\d?-\d\d? (?:run|lead))"
)
_QUARTER_OF_GAME = (
    _row(
        "a quarter of a match",
        before=rf"\A(?:(?!{_MONEY})(?:.|\n))*",
        only=r".*\bquarter",
        after=rf"(?=(?:.|\n){{0,80}}{_PLAYED})(?!(?:.|\n){{0,80}}{_MONEY})",
        reach=80,
    ),
    _row(
        "a quarter of a match",
        before=rf"(?<!\w){_PLAYED}(?:(?!{_MONEY})(?:.|\n))*",
        only=r".*\bquarter",
        after=rf"(?!(?:.|\n){{0,80}}{_MONEY})",
        reach=80,
    ),
)

_HOLIDAY = (
    _row("a company", after=_COMPANY, cased=True),
    _row(
        "the name of what happened then",
        after=r" (?:War|Offensive|Uprising|Rising|Massacre|Rebellion|Revolution|Accords?|Agreement|Crisis|Coup)\b",
        cased=True,
    ),
    _row("a bird, an island, a person", after=r" (?:Island|Seal|turkey|Rising|Bunny)\b", cased=True),
    _row(
        "a thing of the holiday",
        after=(
            r" (?:tree|trees|card|cards|carol|carols|gift|gifts|present|presents|shopping|season|party|"
            r"parties|bonus|bonuses|egg|eggs|dinner|lights|decorations|story|song|songs|market|markets|"
            r"stocking)\b"
        ),
    ),
    _row("not written as a name", only=r"[^A-Z]*", cased=True, spelling=True),
    _row("a company's sign", before=r"[<(]", only="TET", after=r"[>).]", cased=True),
)

_MERIDIEM = (
    _row("a name or a verb", before=r"(?:channel|radio|fm|i|flight|room|route) (?:\d+ )?", only=r"\d+ (?:am|pm)"),
)

ROWS: dict[str, tuple[Friend, ...]] = {
    "month": _MONTH,
    "the-new-year": (
        _row(
            "how it is kept",
            after=r"(?:'s)? (?:address|baby|bash|celebrations?|eve|feast|festival|greetings?|holidays?|honou?rs|message"
            r"|part(?:y|ies)|resolutions?|speech)\b",
        ),
    ),
    "years-range": (_row("a number of things", after=_MEASURE),),
    "year": _YEAR,
    "year-period": _YEAR,
    "old-year": (
        _row(
            "only a year in which something is told",
            before=r"(?<!\bin )(?<!\bby )(?<!until )(?<!since )(?<!\bfrom )(?<!between )(?<!\bto )(?<!\bof )(?<!after )"
            r"(?<!before )(?<!around )(?<!about )(?<!\bc\. )(?<!circa )(?<!during )(?<!late )(?<!early )(?<!\band )",
        ),
        _row("a number of things", after=rf" (?!{_GOES_ON})[a-z]|[-–](?:[a-z]|\d{{4}})|:", cased=True),
        *_YEAR,
    ),
    "weekday": _WEEKDAY,
    "length": (
        _row("rows of a table", only=r"[^\n]*\n\s*[A-Z]\w*", cased=True),
        _row("a count of what there was then", only=r"\d+,\d{3} (?:second|minute|hour|day|week|month|quarter)"),
        _row("as many as have been told of", before=r"\bas ", only=r"many .*"),
        *_AGE,
        *_SECONDS,
        _ANOTHER,
        *_ONE_DAY,
        *_WAR,
    ),
    "minutes-past": (_row("more than a number of things", after=_NUMBERED_NOUN),),
    "nights": (_row("how often", after=r" (?:a|an|per|each|every) (?:week|month|year)\b"),),
    "first-units": (*_AGE, *_WAR, _row("a name", only=r"[Tt]he (?:[A-Z]\w+[ -]){1,3}[A-Z]\w+", cased=True)),
    "lengths": (
        _row(
            "only lengths that something lasts are times",
            before=r"(?<!\bfor )(?<!\bin )(?<!within )(?<!\bover )(?<!throughout )(?<!during )(?<!through )"
            r"(?<!\bafter )(?<!\btake )(?<!\btakes )(?<!\btook )(?<!\btaken )(?<!\bwill last )(?<!\bcould last )"
            r"(?<!\blasts )(?<!\blasted )(?<!\bfollows )(?<!\bspend )(?<!\bspent )(?<!\bwaited )",
            after=r"(?! (?:before|after)\b)",
        ),
        _row("how far away it is", before=r"\bmatter of "),
    ),
    "the-units": (
        _row(
            "only those in which something is told",
            before=r"(?<!\bover )(?<!\bthrough )(?<!\bdown )(?<!throughout )",
            after=r"(?! (?:before|after|following|since|(?:that|which) followed|leading up|preceding|immediately)\b)",
        ),
    ),
    "length-more": (_row("a share", only=r".*quarter", after=r" (?:of an? )?(?:percentage|point|per ?cent|pct)"),),
    "length-approx": _AGE,
    "length-more-than": _AGE,
    "length-less-than": _AGE,
    "length-equal-or-more": _AGE,
    "length-equal-or-less": _AGE,
    "past-unit": _LAST_MINUTE,
    "the-last-unit": _LAST_MINUTE,
    "today": (
        _row("until now", before=r"\bto ", only=r"this (?:very )?day"),
        _row("a newspaper or a programme", before=r"[A-Z]\w+ ", only="Today", cased=True),
        _row("a programme", before=r"[“\"‘]", only="Today", after=r"[,.]?[”\"’]", cased=True),
    ),
    "day-of-month": (
        _row(
            "a place in an order",
            before=r"(?<!\bon )(?<!\bby )(?<!until )(?<!from )(?<!since )(?<!before )(?<!after )(?<!\bof )"
            r"(?<!\bset for )(?<!planned for )(?<!scheduled for )"
            r"(?<!till )(?<!through )(?<!\bon the \d\dth and )(?<!\bon the \dth and )",
        ),
        _row(
            "a place in an order",
            before=r"(?<!\bOn )(?<!\bBy )",
            after=rf"[ -](?!{_AFTER_DAY}\b)[a-z]",
            cased=True,
        ),
        _row("a place in an order", after=rf"[ -]{_IN_ORDER}\b"),
        _row("a name", after=rf" [A-Z](?!\w+ {_AFTER_DAY}\b)", cased=True),
        _row("a name", after=rf" (?:[A-Z]\w+ )?{_UNIT_OR_PLACE}\b", cased=True),
        _row("a name or a place", before=r"(?:born|rank(?:ed)?|finish(?:ed)?|par|hole) (?:on|of) "),
        _row("a century", after=r" of the"),
        _row("an inning", before=r"(?:bottom|top|half|in|end) of "),
    ),
    "unit-before": (_row("it goes on to say before what", after=r" [a-z]"),),
    "unit-after": (_row("it goes on to say after what", after=r" [a-z]"),),
    "the-quarter": (
        _row("one quarter beside another", after=r"-to-"),
        _row(
            "a part of a town",
            before=rf"\A(?:(?!{_MONEY})(?:.|\n))*(?<!\bin )(?<!\bfor )(?<!during )(?<!\bof )",
            only="the quarter",
            after=rf"(?!(?:.|\n){{0,80}}{_MONEY})",
            reach=80,
        ),
    ),
    "a-unit": (_row("a speed or a frequency", only=r"per (?:second|minute|hour)"),),
    "clock-military": (
        _row(
            "a code",
            before=r"(?<!\bat )(?<!\bby )(?<!about )(?<!around )"
            r"(?<!until )(?<!from )(?<!\bto )(?<!and )(?<!before )(?<!after )",
        ),
    ),
    "bare-season": (
        _row(
            "only seasons in which something is told",
            before=(
                r"(?<!\bin )(?<!during )(?<!until )(?<!till )(?<!since )(?<!\bby )(?<!\bset for )(?<!\bdue for )"
                r"(?<!planned for )(?<!slated for )(?<!expected for )(?<!scheduled for )(?<!before )(?<!after )"
                r"(?<!\b(?:spring|summer|autumn|winter) (?:or|to) )"
            ),
        ),
        _row("a name", after=r" [A-Z]", cased=True),
        _row(
            "a thing of the season",
            after=(
                r" (?!(?:after|and|as|at|because|before|but|by|for|from|he|his|if|in|is|it|its|last|next|of|on|or|she"
                r"|since|than|that|the|their|they|this|to|was|we|were|when|while|will|with|would|you)\b)[a-z]"
            ),
        ),
        _row("what is done in it", after=r" [a-z]+ing\b"),
    ),
    **dict.fromkeys(
        ("adverb-daily", "adverb-weekly", "adverb-monthly"),
        (
            _row("a paper", before=r"[A-Z][\w'’]* ", only=r"[A-Z][a-z]+", cased=True),
            _row("a paper", only=r"[A-Z][a-z]+", after=r" [A-Z]", cased=True),
            _row("a paper", after=r" (?:said|says|reported|quoted|(?:news)?papers?)\b"),
        ),
    ),
    "adverb-annually": (
        _row("a rate", before=r"(?:%|percent|per cent|pct|million|billion|\d|units|dollars|profits?|payments?) "),
    ),
    "holiday-ramadan": (
        *_HOLIDAY,
        _row(
            "a person",
            before=r"(?<!\w)(?!(?:During|In|On|Before|After|Since|Until|Throughout|For|The|This|Last|Next|And|But|As|Of|With|When|If"
            r"|By|Every|Each|From|Holy|Month) )[A-Z][a-z]+ ",
            cased=True,
        ),
        _row("a person", after=r" [A-Z][a-z]+", cased=True),
    ),
    "recently": (_row("the words beside a date", before=r"\bas ", only="recently", after=r" as\b"),),
    "long-ago": (_row("the words beside a date", before=r"\bas ", only="long ago", after=r" as\b"),),
    **dict.fromkeys(
        ("day-clock", "day-part"),
        (_row("not written as a name", only=r"(?:sun|sat|wed) .*", cased=True, spelling=True),),
    ),
    "noon": (_row("the height of something", before="high "),),
    "this-part": _NIGHT,
    "end-of-the-day": (_row("when all is said and done", before=r"(?<!\bby )(?<!until )(?<!before )(?<!towards )"),),
    "first-light": _AT_TWILIGHT,
    "twilight": (
        *_AT_TWILIGHT,
        _row("a name", only=r"(?:the )?[A-Z].*", cased=True),
        _row("the start of a thing", after=r" of "),
    ),
    **dict.fromkeys(
        ("part-early", "part-late"),
        (
            _row(
                "only a part of a day in which something is told",
                before=r"(?<!\bin )(?<!\bby )(?<!until )(?<!since )(?<!during )(?<!before )(?<!after )(?<!from )",
            ),
            _row("what is done in it", after=rf"[ -](?!{_GOES_ON}|deal|trad(?:e|ing)\b)[a-z]"),
        ),
    ),
    "part": (
        _row(
            "only a part of a day by which something is told",
            before=r"(?<!\bby )(?<!until )(?<!towards )(?<!toward )",
        ),
        _row("the hours of each night", only="night"),
        _row("what is done in it", after=rf"[ -](?!{_GOES_ON}|{_AFTER_DAY})[a-z]"),
    ),
    "the-part": (
        _row("only a part of a day in which something is told", before=r"(?<!\bin )(?<!during )(?<!\bby )(?<!until )"),
        _row("a name", only=r"the [A-Z][a-z]+", cased=True),
        _row("a part of each day", after=r" (?:sky|air|sun|light|shift|news|papers?)\b"),
    ),
    "century": (
        _row("a company", after=r" Fox\b", cased=True),
        _row("one of something's centuries", only=r"(?:the )?(?:first|second|third) century", after=r" of\b"),
    ),
    "the-past": (
        _row("what is over, not the time", only="the past", after=r" (?:generation|season|session|election)s?\b"),
        _row(
            "some of what is over",
            only="the past",
            after=r" (?:two|three|four|five|six|seven|eight|nine|ten|\d+|few|several)\b",
        ),
    ),
    "the-future": (_row("what lasts so long", only=r"(?:the )?(?:near|short)-term"),),
    "the-year": (
        _row("a title", only="the Year", cased=True),
        _row(
            "only a year of which something is told",
            before=r"(?<!\bfor )(?<!\bof )(?<!\bin )(?<!during )(?<!throughout )(?<!through )",
        ),
    ),
    "this-unit": (*_SECONDS, _row("a programme or a paper", only=r"This (?:Week|Day|Hour|Month)", cased=True)),
    "that-unit": _SECONDS,
    "last-unit": _SECONDS + _LAST_MINUTE,
    "every-unit": _SECONDS,
    "clock": _CLOCK,
    "hour-am": _MERIDIEM,
    "hour-pm": _MERIDIEM,
    "now": _NOW,
    "day-part": _NIGHT,
    "season": _SEASON,
    "half": _GAME,
    "quarter": _QUARTER_OF_GAME,
    "late": _QUARTER_OF_GAME,
    "early": _QUARTER_OF_GAME,
    "mid": _QUARTER_OF_GAME,
    "end-of": _QUARTER_OF_GAME,
    "tonight": _NIGHT,
    "overnight": (
        _row(
            "as long as a night",
            after=r" (?:bag|bus|delivery|ferry|flight|funds|guests?|loans?|lows?|millionaire|money|rates?|repos?"
            r"|repurchases?|sensation|stay|success|system|temperatures?|train|trip)\b",
        ),
    ),
    "month-day": (
        _row("a rocket", before=r"\bLong ", only=r"March.*", cased=True),
        _row("not written as a month", only=r"(?:may|march|mar|sun|sat|mon) \d+", cased=True, spelling=True),
        _row(
            "an amount",
            after=(
                r"(?:,\d{3}|\.\d|%| (?:percent|per cent|million|billion|thousand|dollars|people|points|miles|"
                r"times|years|feet)\b)"
            ),
        ),
    ),
    "day-month": (
        _row("not written as a month", only=r".*\b(?:may|march|mar)", cased=True, spelling=True),
        _row("a person or a modal verb", only=r".*\bMay", after=r" (?:be|have|not|also|want)\b", cased=True),
    ),
    "month-year": (_row("not written as a month", only=r"(?:may|march|mar) \d+", cased=True, spelling=True),),
    "last-month-name": (
        _row("not written as a month", only=r".*\b(?:may|march|mar|sun|sat|mon)", cased=True, spelling=True),
    ),
    "next-month-name": (
        _row("not written as a month", only=r".*\b(?:may|march|mar|sun|sat|mon)", cased=True, spelling=True),
    ),
    "this-month-name": (
        _row("not written as a month", only=r".*\b(?:may|march|mar|sun|sat|mon)", cased=True, spelling=True),
    ),
    "numeric-date": (
        _row("a version or a score", before=r"(?:version|release|v|section|chapter|won|lost|beat|sets?) "),
        _row("an address of a machine", before=r"\d\.", after=r"\.\d"),
    ),
    "decade-words": (
        _row(
            "an age or a temperature",
            before=(
                r"(?:his|her|their|my|our|your|high|low|upper|mid|early|late|in the (?:low|high|upper)|"
                r"temperatures in the|mid-|late-) ?"
            ),
        ),
    ),
}
"""False friends by the name of the rule that would take them for a time."""


_IS_SURNAME = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Minister|President|Chancellor|Secretary|Senator|Justice)\.? "
    r"(?:[A-Z][a-z]+ )?|Theresa )(?P<name>May|April|June|August|March)\b(?! \d)"
)
_ALSO_NAMES = frozenset({"May", "April", "June", "August", "March"})
_IN_MONTH = re.compile(r"(?:\b(?:in|since|until|last|this|next|early|late|during|and|or)|\bmid|-) ?\Z", re.IGNORECASE)


@lru_cache(maxsize=8)
def _surnames(text: str) -> frozenset[str]:
    """The months that the text has people of: "Mrs May"."""
    return frozenset(found["name"] for found in _IS_SURNAME.finditer(text))


def _is_person(text: str, start: int, end: int) -> bool:
    """A month's name in a text that has somebody of that name, and not with the words that go with months."""
    if text[start:end] not in _ALSO_NAMES or _IN_MONTH.search(text, max(0, start - 8), start):
        return False
    return text[start:end] in _surnames(text)


def rejects(text: str, lowered: str, start: int, end: int, rule: Rule, operator: Operator) -> bool:
    """The words are no time here."""
    name = rule.name
    if name == "month" and _is_person(text, start, end):
        return True
    rows = ROWS.get(name)
    if rows is None:
        if not name.startswith("holiday-"):
            return False
        rows = _HOLIDAY
    return any(
        _holds(row, text if row.cased else lowered, start, end) and not (row.spelling and _lacks_capitals(text))
        for row in rows
    )


@lru_cache(maxsize=8)
def _lacks_capitals(text: str) -> bool:
    """The text is a transcript all in small letters."""
    return _CAPITAL.search(text) is None


_CAPITAL = re.compile(r"[A-Z]")


def _holds(row: Friend, text: str, start: int, end: int) -> bool:
    if row.only is not None and row.only.fullmatch(text, start, end) is None:
        return False
    if row.after is not None and row.after.match(text, end) is None:
        return False
    return row.before is None or row.before.search(text[max(0, start - row.reach) : start]) is not None
