"""Words of opposite sense, as debates have them.

The antonyms of WordNet are not among them: in debates, hardly one pair that they joined was at odds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.similarity.wordnet import WordNet

# Each line sets all words before the bar against all words behind it.
_OPPOSED = """
accept agree approve back endorse favour favor support welcome | condemn disapprove oppose refuse reject resist
able capable | incapable unable
admit acknowledge confirm | deny
advance advantage | disadvantage drawback
adequate enough sufficient suffice | inadequate insufficient
affordable cheap inexpensive | costly expensive
agreement consensus | disagreement dispute
allow permit legalize legalise authorize authorise tolerate | ban bar disallow forbid outlaw prohibit criminalize
allowed permitted legal lawful | banned barred forbidden illegal outlawed prohibited unlawful
ally friend partner | adversary enemy foe opponent
attract | deter repel scare
begin launch start | cease end halt stop
benefit advantage gain good merit | cost damage detriment disadvantage drawback harm
beneficial good great helpful positive useful | bad damaging detrimental harmful hurtful negative useless wrong
better | worse
better | inferior
build create establish | abolish destroy disband dissolve
calm ease soothe relieve alleviate mitigate | aggravate exacerbate intensify worsen
close closed shut | open reopen
competent | incompetent
comply obey observe respect honour | breach break violate
continue persist | cease stop
deploy station | withdraw
deter discourage prevent | encourage incite
easy simple | difficult hard
effective efficient | ineffective inefficient useless
encourage promote | deter discourage
equal equality | inequality unequal
escalate | de-escalate deescalate
ethical moral | immoral unethical wrong
expand enlarge grow | contract decline dwindle shrink
essential important necessary needed vital | needless optional superfluous trivial unimportant unnecessary useless
fair just | unfair unjust
fast quick rapid swift | slow
flourish prosper succeed thrive work | collapse fail founder
favourable favorable friendly | hostile unfavourable unfavorable
hold last | break collapse
uphold affirm | overturn overrule quash
gain | lose
guilt guilty | innocence innocent
harmless safe secure | dangerous harmful hazardous perilous risky unsafe
help aid assist benefit protect | damage hamper harm hinder hurt impede
improve strengthen enhance | degrade diminish erode impair undermine weaken worsen
increase raise rise boost grow heighten | cut curb decline decrease diminish drop fall lessen lower reduce shrink
independence independent | dependence dependent
inevitable unavoidable | avoidable evitable
join enter | exit leave quit
keep maintain preserve retain conserve | abandon abolish discard drop scrap
legal lawful legitimate | illegal illegitimate unlawful
compulsory mandatory obligatory | optional voluntary
modern | antiquated obsolete outdated
natural | artificial unnatural
optimism optimistic | pessimism pessimistic
permanent lasting | fleeting temporary
possible feasible | impossible infeasible impracticable
likely probable certain sure | improbable unlikely doubtful
praise | condemn criticise criticize
prove confirm verify | disprove refute
reliable | unreliable
relevant | irrelevant
remain stay | depart leave withdraw
respect | disrespect
responsible | irresponsible
rich wealthy | poor
rise climb soar | drop fall plummet
stable stability | instability unstable
strong powerful | powerless weak
strength | weakness
success | failure
superior | inferior
true | false untrue
truth | falsehood lie
trust | distrust mistrust
unite united unity | divide divided division split
victory win | defeat loss lose
viable | unviable
abundant plentiful plenty | lacking scarce
aware | unaware
succeed success | fail failure
"""
# Pairs that WordNet calls antonyms, and that two claims can name side by side without being at odds.
_SIDE_BY_SIDE = """
man woman boy girl male female husband wife brother sister mother father son daughter parent child adult king queen
day night morning evening east west north south eastern western northern southern left right front back first second
third physical mental body mind public private domestic foreign national international internal external inside
outside military civilian civil urban rural first last old new young former latter past future present ancient give
take buy sell ask answer teach learn come go import export lend borrow send receive arrive here there up down in out
on off before after high low big little small large long short tall individual common human animal active passive
direct indirect theoretical practical religious secular american black white light dark hot cold dry wet head tail
top bottom same different teacher student employer employee buyer seller debtor creditor master servant victim wrong
well ill middle center centre beginning native foreign far near own rent begin finish major minor
social solitary political
some many much few particular general special specific whole half partial complete full empty get be have make do
"""
_PREFIXES = ("un", "non-", "non", "in", "im", "il", "ir", "dis")
_NO_PREFIX = frozenset(
    "impress import impact implant inform invest involve income indent infer inflame inhabit invaluable intense "
    "instate intent intend inner inform discuss discover display dispose distance distract disease discipline "
    "district unit union unite until under mission mister misty nonce illegible immigrant immigration impart imposing "
    "increase inclose incite indeed induct ingrain inlay inset install instance intone invent irritate immeasurable "
    "distress distribution".split()
)


def _sides(lines: str) -> dict[str, tuple[tuple[int, int], ...]]:
    sides: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, line in enumerate(lines.strip().split("\n")):
        for side, words in zip((1, -1), line.split("|"), strict=True):
            for word in words.split():
                sides[word] = (*sides.get(word, ()), (number, side))
    return sides


_SIDES = _sides(_OPPOSED)
_PAIRED = frozenset(_SIDE_BY_SIDE.split())
# They can turn round what is said of others.
_NEGATIVE = frozenset(
    "abandon abolish alleviate avert avoid ban block combat criminal criminalize curb cut damage decrease deny "
    "depress deprive destroy deter diminish discourage disrupt ease eliminate end endanger erode eradicate exclude "
    "false fear fight forbid halt hamper harm hinder hurt illegal impair impede infringe jeopardise jeopardize kill "
    "lack lessen limit lose lower minimise minimize miss mitigate obstruct oppose outlaw prevent prohibit quit "
    "reduce refuse reject remove restrict risk ruin sabotage slow soften stifle stop suppress tackle threaten "
    "undermine upset violate weaken withdraw worry worsen wrong".split()
)
_REVOKING = frozenset("lift revoke repeal suspend".split())


def is_revoking(lemmas: tuple[str, ...]) -> bool:
    """Whether a word says that something is done away with, wherever it stands."""
    return not _REVOKING.isdisjoint(lemmas)


def is_negative(lemmas: tuple[str, ...]) -> bool:
    """Whether a word by itself can turn round what is said of others."""
    return any(lemma in _NEGATIVE for lemma in lemmas)


_ORDINALS = frozenset("first second third fourth fifth last next previous".split())


def sets_apart(first: tuple[str, ...], second: tuple[str, ...], wordnet: WordNet) -> bool:
    """Whether two words pick different things of a kind, as *public* and *private* do."""
    if not _ORDINALS.isdisjoint(first) and not _ORDINALS.isdisjoint(second):
        return _ORDINALS.isdisjoint(set(first) & set(second))
    return any(
        one in _PAIRED and other in _PAIRED and other in wordnet.antonyms(one) for one in first for other in second
    )


def are_opposed(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether one word is the opposite of another; each is given by the lemmas that its form may be of."""
    return any(
        number == other and side != against
        for one in first
        for number, side in _SIDES.get(one, ())
        for word in second
        for other, against in _SIDES.get(word, ())
    )


def is_prefix_opposite(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether one is the other with a negative prefix, as ``unfair`` is of ``fair``."""
    return any(_negated_form(one, other) or _negated_form(other, one) for one in first for other in second)


def _negated_form(long: str, short: str) -> bool:
    return (
        len(short) >= 3
        and long.endswith(short)
        and long not in _NO_PREFIX
        and long[: len(long) - len(short)] in _PREFIXES
    )
