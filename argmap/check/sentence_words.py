"""English words of a sentence that say whose view it gives and how firmly: attribution, hedges, duty, negation.

They are looked for near the words of a cue: elsewhere in a sentence they speak of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.language.words import Degree
from argmap.model.claim import Strength


def _any_of(words: str) -> str:
    """A pattern for a list of words: `*` is any ending, `_` a space; behind slashes stand the endings of one word."""
    patterns = []
    for word in words.split():
        stem, *endings = (re.escape(part).replace(r"\*", r"\w*").replace("_", r"\s+") for part in word.split("/"))
        patterns.append(f"{stem}(?:{'|'.join(endings)})" if endings else stem)
    return "|".join(patterns)


_SAYING = _any_of(
    "says saying said claim/s/ed/ing argu/es/ed/ing assert/s/ed/ing alleg/es/ed/ing stated insist/s/ed/ing"
    " believ/es/ed/ing thinks thought contend/s/ed/ing den/ies/ied/ying warn/s/ed/ing predict/s/ed/ing"
    " fear/s/ed/ing speculat/es/ed/ing assum/es/ed/ing report/s/ed/ing declar/es/ed/ing announc/es/ed/ing"
    " estimat/es/ed/ing maintain/s/ed/ing told asks asked suspect/s/ed/ing complain/s/ed/ing propos/es/ed/ing"
    " suggest/s/ed/ing emphasi/zes/ses/zed/sed/zing/sing promis/es/ed/ing stress/es/ed/ing pledg/es/ed/ing"
    " vow/s/ed/ing writes wrote concede/s/d imagin/es/ed worr/ies/ied"
)
_TO_SAY = _any_of(
    "say believe think claim argue assert insist contend deny warn predict fear assume expect maintain suspect"
)
_WITHOUT_THAT = _any_of(
    "says said believes believed thinks thought claims claimed argues insists fears feared warns told"
)
_PASSIVE = _any_of(
    "said believed thought reported alleged claimed rumored rumoured feared suspected assumed considered"
)
_NOUNS = _any_of(
    "claim//s view//s belief//s argument//s allegation//s accusation//s assertion//s charge//s rumor//s rumour//s"
    " suggestion//s consensus conviction//s warning//s prediction//s"
)
_ANXIOUS = _any_of("worried anxious concerned afraid confident convinced alarmed suspicious")
_BE = r"(?:is|are|was|were|has\s+been|have\s+been)(?:\s+(?:\w+ly|often))?"
_AUTHOR = re.compile(
    r"\b(?:I|we|us|you|one|this (?:paper|report|article|essay|study|analysis|text))(?:['\u2019]\w+)?"
    r"(?:\s+(?!that\b)\w+){0,6}\s*$",
    re.IGNORECASE,
)
"""What stands last before a word of saying where it is the author who says so."""
_NEAR = 120
"""Characters among which it does."""
_BEFORE = re.compile(
    rf"(?<![Hh]aving )(?<![Bb]y )(?<!\bbe )(?<!\bto )\b(?:{_SAYING}|{_TO_SAY})(?:\s+\w+ly)?(?:\s+(?:to|by)\s+\w+)?"
    r",?\s+(?:that|how|whether)\b"
    rf"|(?<![-\w])(?:{_WITHOUT_THAT})\s+(?=(?:the|its?|they|he|she|his|her|their|this|these|such|[A-Z\u201c\"])\b)"
    rf"|\b{_BE}\s+(?:{_PASSIVE})\s+(?:to|that|by|as)\b"
    rf"|\b{_BE}\s+(?:{_ANXIOUS})\s+(?:that|about|at|over)\b"
    rf"|\b(?:{_NOUNS})\s+(?:\w+\s+){{0,3}}that\b|\bconcerns?\s+(?:that|about|over)\b"
    r"|\b(?:said|says|warned|warns|told|wrote|argued|stated)\s*[,:]\s*[\u201c\u2018\"']"
)
"""By what a sentence ascribes the words behind it to somebody."""
_ANYWHERE = re.compile(
    r"\b(?:[Aa]ccording\s+to(?!\s+the\s+(?:degree|extent|size|number|nature))|[Rr]eportedly|[Aa]llegedly|[Pp]urportedly)\b"
    r"|\b[Ii]n\s+(?:the|his|her|their|(?:[A-Z]\w+\s?)+['\u2019]s?)\s+(?:view|opinion|eyes|words)\b"
)
_BEHIND = re.compile(
    r"[,?!][\u201d\u2019\"']?\s+"
    rf"(?:(?:he|she|they|it|(?:the\s+)?[A-Z][\w.\u2019'-]*(?:\s+[\w.\u2019'-]+){{0,4}})\s+(?:{_SAYING})\b"
    rf"|(?<=[\u201d\u2019\"'] )(?:\w+\s+){{1,4}}(?:{_SAYING})\b"
    r"|(?:said|says|argued|wrote|claimed|warned)\s+(?:the\s+\w|[A-Z]|he\b|she\b))"
)
"""By what it ascribes the words before it."""
_PARTING = re.compile(r";|\u2014|\bbut\b|,\s+(?:which|who|whose|where)\b")
"""Behind which a sentence says something else than what somebody was said to say."""
_SPEECH = re.compile(rf"\b(?:{_SAYING}|{_TO_SAY}|{_BE}\s+(?:{_PASSIVE})|according|reportedly|allegedly)\b")
_ATTITUDE = re.compile(
    rf"\b(?:{_SAYING}|{_TO_SAY}|"
    + _any_of(
        "states stance* opinion* belie* position* policy policies polic* mind* eyes goal* objective* priorit*"
        " concern* interest* saw see//s/n regard* view* consider* call//s/ed/ing want* seek* sought wish*"
        " hop/e/es/ed/ing inten/d*/t* plan* aim* demand* urg/e/es/ed/ing oppos* support* reject* refus* accept*"
        " agree* disagree* endors* accus* blam* deem* describ* express* perceiv* perception* according argument*"
        " statement* prefer* favor* favour* expect* recommend* advocat* conclu* find//s/ings found note//s/d"
        " noting points_out pointed_out points_to pointed_to highlight* underlin* reiterat* affirm* confirm*"
        " acknowledg* admit* recogni* understand* know//s/n threat* vow* commit* resol* determin* desir* motiv*"
        " ambition* strateg* agenda* calculat* assess* reckon* offer* suspicio* skeptic* sceptic* willing*"
        " unwilling* reluctan* critic* condemn* denounc* appeal* object//s/ed/ion/ions protest* lament* doubt*"
        " question* dispute* narrative* idea* notion* theor* doctrine* mandate* purpose* tend like//s decision"
        " decid* attempt* try* tries tried pursu* tout* observ* suppos* focus* emphas* rhetoric* reason* pessimis*"
        " optimis* approv* disapprov* demonstrat* presum* assum* signal*"
    )
    + r")\b|[\u201c\u201d\"]",
    re.IGNORECASE,
)

_BREAK = re.compile(
    r"[;:()\u2014]|\s\u2013\s|--|\b(?:but|whereas|although|though|while|even if|because|given|in order to|despite|"
    r"as long as|let alone)\b|,\s+(?:and|yet|which|who|whose|so|since|as|with|if|or|nor)\b",
    re.IGNORECASE,
)
"""Where one part of a sentence ends, and another begins with words of its own."""
_SUBJECT = re.compile(r",\s+(?:the|it|they|he|she|this|these|we|there)\b", re.IGNORECASE)
"""Where one does behind a few words at least."""
_FEW = 3
_WORD = re.compile(r"[\w'\u2019-]+")
_HEDGES: tuple[tuple[str, Degree], ...] = (
    ("may maybe might perhaps possibly possibility conceivably potentially could can", Degree.POSSIBLE),
    ("highly_likely very_likely most_likely extremely_likely very_probably most_probably", Degree.VERY_LIKELY),
    ("hardly_likely not_likely unlikely improbable doubtful", Degree.UNLIKELY),
    ("probably presumably seem//s/ed/ingly apparently likely appear/s_to/ed_to/_to/s_that/s_likely", Degree.LIKELY),
    ("certainly undoubtedly definitely surely inevitably no_doubt unquestionably undeniably", Degree.CERTAIN),
    ("must has_to have_to need_to needs_to", Degree.MUST),
    ("should ought", Degree.SHOULD),
)
_HEDGE = re.compile(
    "|".join(rf"(?P<_{place}>\b(?:{_any_of(words)})\b)" for place, (words, _) in enumerate(_HEDGES)), re.I
)
_IDLE = re.compile(
    r"\b(?:has|have)\s+to\s+do\s+with\b"
    r"|(?:\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Oo]f|last|early|mid|late)\s+|\d\s+)May\b|\bMay\s+\d"
)
"""What looks like a hedge and is none."""

_BELIEF = (
    "may might can could would perhaps possib* potential* probab* presum* seem* appear* apparent* likel* unlikel*"
    " risk* chance* threat* danger* fear* hop* prospect* doubt* expect* uncertain* unclear open certain* sure*"
    " suspect* suggest* hint* should must ought able capable liable believ* if whether think* conceivab* want*"
    " imagin* tend* bound inevitab* hard* impossib* perceiv* wonder*"
)
_DUTY = (
    "must should ought need* has_to have_to necess* requir* essential* crucial* vital* imperative* obligat*"
    " responsib* demand* urg* call* duty duties bound advis* recommend* propos* want* task* depend* better right"
    " wise* important indispensab* condition* only interest* job worth deserv* ask* would can could key critical"
    " prerequisite* priorit* force* compel* no_choice obstacle* expect* insist*"
)
_HEDGED = {is_duty: re.compile(rf"\b(?:{_any_of(_DUTY if is_duty else _BELIEF)})\b", re.I) for is_duty in (False, True)}
_STRONG = (
    "certain* undoubted* definite* sure* clear* obvious* inevitab* doubt* will must always never evident*"
    " undeniab* indeed unquestionab* of_course convinc* highly very most almost bound guarant* strong* fact plain*"
    " cannot can't imposs* know* truth true admitted* absolute* without hard* extreme* undisputed no remain* much"
    " far great*"
)
_RATHER = (
    "seem* appear* likel* unlikel* probab* presum* apparent* suggest* indicat* expect* tend* suspect* believ*"
    " belief doubt* suppos* plausib* may might can could would think* thought perhaps largely mostly ostensib*"
    " sign//s evidence hard difficult* look* hint* assum* impress* feel* implies implied imply* general* hope*"
    " fear* if prospect* should reported* alleged* some possib* potential*"
)
_PERHAPS = (
    "may maybe might could can possib* potential* perhaps risk* chance* conceivab* clear would if able"
    " opportunit* prospect* danger* threat* hop* fear* concern* worr* room allow* enabl* some should wonder*"
    " likel* uncertain* unclear option* seem* appear* capab* suspect* open* offer* question*"
)
_HARDLY = (
    "unlikel* not never no doubt* hard* difficult* improb* scarce* little remote imposs* cannot fail* few slim"
    " poor lack* neither nor low dim* bleak without limit* prevent* less un* pessimis*"
)
_OUGHT = (
    f"{_DUTY} "
    "shall sense well ideal* let suggest* welcom* opportunit* may might consider* appropriate* incumbent"
    " encourag* please hop* support* goal* aim* wish* cannot not never no avoid* good useful benef* favor* favour*"
    " reject* oppos* argu* will first strateg* approv* disapprov*"
)
_SAYS = {
    degree: re.compile(rf"\b(?:{_any_of(words)})\b|n['\u2019]t\b", re.I)
    for words, degrees in (
        (_STRONG, (Degree.CERTAIN, Degree.VERY_LIKELY)),
        (_RATHER, (Degree.LIKELY,)),
        (_PERHAPS, (Degree.POSSIBLE, Degree.EVEN_CHANCE)),
        (_HARDLY, (Degree.UNLIKELY, Degree.VERY_UNLIKELY, Degree.NO_CHANCE)),
        (_OUGHT, (Degree.MUST, Degree.SHOULD, Degree.SHOULD_NOT, Degree.MUST_NOT)),
        (f"{_PERHAPS} {_OUGHT}", (Degree.COULD,)),
    )
    for degree in degrees
}
"""Words of which one at least stands in a sentence of a strength; many of them can mean something else."""

_DENIAL = re.compile(
    r"\b(?:without|hardly|fail(?:s|ed)? to|not(?! (?:only|just|merely|simply|solely|least)\b)|"
    r"never|cannot|nobody|nothing(?! (?:else|but))|none|neither|nowhere|"
    r"no(?! (?:more than|less|doubt|matter|wonder|longer than)\b))\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:"
    + _any_of(
        "not no none never nobody nothing nowhere neither nor cannot without hardly barely scarc* few little"
        " lack* fail* refus* deny denies denied denying denial reject* refut* prevent* avoid* unable unwilling*"
        " reluctan* absen* hesitat* miss/es/ed/ing stop* end//s/ed/ing against oppos* instead difficult* hard"
        " impossib* only limit* too less least doubt* block* exclud* except* yet until ignor* abandon* withdr*"
        " los/e/es/t/ing/s contra* dis* non* despite beyond wrong* false* myth* forbid* ban* resist* counter*"
        " weak* poor* short* rare* seldom unless nominal* avers* negative* declin* reduc* far_from rather_than"
        " vain* inab* inac* inad* inca* inco* inde* inef* inse* insu* imm* impo* impr* irr* ill*"
    )
    + r")\b|\bun[a-z]{4,}|n['\u2019]t\b",
    re.IGNORECASE,
)


def words_around(sentence: str, start: int, end: int, before: int, behind: int) -> str:
    """Some words of a sentence with a few on either side, none beyond what parts them from others."""
    first, last = _part(sentence, start, end)
    for match in _SUBJECT.finditer(sentence, first, start):
        if len(_WORD.findall(sentence, first, match.start())) >= _FEW:
            first = match.start() + 1
    comma = sentence.find(",", end, last)
    left = [match.start() for match in _WORD.finditer(sentence, first, start)][-before:]
    right = [match.end() for match in _WORD.finditer(sentence, end, comma if comma >= 0 else last)][:behind]
    return sentence[(left or [start])[0] : (right or [end])[-1]]


def _part(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence in which some of its words stand."""
    first, last = 0, len(sentence)
    for match in _BREAK.finditer(sentence):
        if match.start() <= start:
            first = min(match.end(), start)
        elif match.start() >= end:
            last = match.start()
            break
    return first, last


def ascription(sentence: str, start: int, end: int) -> str:
    """By which words a sentence ascribes some of its words to somebody else than its author; empty where none do."""
    for match in _BEFORE.finditer(sentence, 0, start):
        is_author = _AUTHOR.search(sentence, max(match.start() - _NEAR, 0), match.start())
        if match.end() <= start and not is_author and not _PARTING.search(sentence, match.end(), start):
            return " ".join(match[0].split())
    for match in _ANYWHERE.finditer(sentence, *_part(sentence, start, end)):
        return match[0]
    for match in _BEHIND.finditer(sentence, end):
        if not _PARTING.search(sentence, end, match.start()):
            return " ".join(match[0].strip(",?! \u201d\u2019\"'").split())
    return ""


def ascribes(text: str) -> bool:
    """Whether a text itself says that somebody says or thinks something."""
    return _SPEECH.search(text) is not None


def tells_an_attitude(text: str) -> bool:
    """Whether any word of a text could tell what somebody says, thinks or wants."""
    return _ATTITUDE.search(text) is not None


def hedges(words: str) -> Iterator[tuple[str, Degree]]:
    """The words among some that say how firmly they are meant, each with the strength that it stands for."""
    for match in _HEDGE.finditer(_IDLE.sub("", words)):
        if match[0].lower() in ("can", "could") and denials(words):
            continue
        yield " ".join(match[0].split()), _HEDGES[int((match.lastgroup or "_0")[1:])][1]


def is_hedged(text: str, *, by_duty: bool) -> bool:
    """Whether a text says itself how firmly it is meant, by words of belief or of duty."""
    return _HEDGED[by_duty].search(text) is not None


def says(sentence: str, strength: Strength) -> bool:
    """Whether a sentence has any word that could give it a strength."""
    return any(_SAYS[degree].search(sentence) for degree in (strength.low, strength.high))


def denials(text: str) -> int:
    """How many words of a text deny it outright."""
    return len(_DENIAL.findall(text))


def may_be_negative(text: str) -> bool:
    """Whether a text denies anything, be it in passing or by a word such as `lack`."""
    return _NEGATIVE.search(text) is not None
