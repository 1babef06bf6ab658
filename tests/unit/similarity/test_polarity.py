"""Cues of polarity: when words set two texts against each other, and when they do not."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.similarity.polarity import PolarityKind, polarity_cues
from argmap.similarity.wordnet import WordNet

NEGATION, ANTONYM, NUMBER, DATE, QUANTIFIER, MODAL = PolarityKind

OPPOSED = [
    (ANTONYM, "Sanctions help the Afghan economy.", "Sanctions hurt the Afghan economy.", "help", "hurt"),
    (
        ANTONYM,
        "Sanctions have strengthened the government.",
        "Sanctions weakened the government.",
        "strengthened",
        "weakened",
    ),
    (ANTONYM, "Trade with China rose in that decade.", "Trade with China fell in that decade.", "rose", "fell"),
    (ANTONYM, "The peace talks succeeded.", "The peace talks failed.", "succeeded", "failed"),
    (ANTONYM, "Pakistan supports the Taliban.", "Pakistan opposes the Taliban.", "supports", "opposes"),
    (ANTONYM, "Iran is an ally of the Taliban.", "Iran is an enemy of the Taliban.", "ally", "enemy"),
    (ANTONYM, "The party won the election.", "The party lost the election.", "won", "lost"),
    (ANTONYM, "The war made Europe more united.", "The war has made Europe more divided.", "united", "divided"),
    (ANTONYM, "Flag burning should be allowed.", "Flag burning should be prohibited.", "allowed", "prohibited"),
    (ANTONYM, "The senator voted for the war.", "The senator voted against the war.", "voted for", "voted against"),
    (NEGATION, "The vote was fair.", "The vote was unfair.", "fair", "unfair"),
    (
        NEGATION,
        "Private companies are professional.",
        "Private companies are not professional.",
        "professional",
        "not professional",
    ),
    (NEGATION, "Homeschools can be regulated.", "Homeschools cannot be regulated.", "regulated", "not be regulated"),
    (NEGATION, "The Taliban kept their promises.", "The Taliban never kept their promises.", "kept", "never kept"),
    (
        NEGATION,
        "India recognises the government.",
        "India refuses to recognise the government.",
        "recognises",
        "refuses to recognise",
    ),
    (NEGATION, "The army has ammunition.", "The army lacks ammunition.", "ammunition", "lacks ammunition"),
    (NEGATION, "There is evidence that it exists.", "There is no evidence that it exists.", "evidence", "no evidence"),
    (
        NEGATION,
        "We should legalize cannabis.",
        "Cannabis shouldn’t be legalized.",
        "legalize",
        "shouldn’t be legalized",
    ),
    (
        NEGATION,
        "Flag burning should be banned because it incites hatred.",
        "Flag burning is free speech and should not be banned.",
        "banned",
        "not be banned",
    ),
    (NUMBER, "The SCO consists of six members.", "The SCO has eight members.", "six members", "eight members"),
    (
        NUMBER,
        "The railway costs $5 billion.",
        "The railway costs 8 billion dollars.",
        "$5 billion",
        "8 billion dollars",
    ),
    (
        NUMBER,
        "Half of the population is poor.",
        "Two thirds of the population are poor.",
        "Half of the population",
        "Two thirds of the population",
    ),
    (NUMBER, "More than 20 groups operate there.", "Fewer than ten groups operate there.", "20 groups", "ten groups"),
    (NUMBER, "Unemployment rose to 7 percent.", "Unemployment rose to 9%.", "7 percent", "9%"),
    (DATE, "The SCO was founded in 1996.", "The SCO was founded in 2001.", "1996", "2001"),
    (
        DATE,
        "India opened its embassy in July 2022.",
        "India opened its embassy in June 2022.",
        "July 2022",
        "June 2022",
    ),
    (QUANTIFIER, "All members of the SCO support it.", "No member of the SCO supports it.", "All members", "No member"),
    (
        QUANTIFIER,
        "Most Afghans support the Taliban.",
        "Few Afghans support the Taliban.",
        "Most Afghans",
        "Few Afghans",
    ),
    (QUANTIFIER, "Everyone benefits from free trade.", "Nobody benefits from free trade.", "Everyone", "Nobody"),
    (
        NEGATION,
        "The committee does not think the bridge should be closed.",
        "The bridge should be closed.",
        "not think the bridge should be closed",
        "closed",
    ),
    (NEGATION, "Our clinic has gone backwards.", "Our clinic has not gone backwards.", "gone", "not gone"),
    (NEGATION, "The vote's not fair.", "The vote is fair.", "not fair", "fair"),
    (MODAL, "China will press the Taliban.", "China is unlikely to press the Taliban.", "press", "unlikely to press"),
    (
        MODAL,
        "The West must recognise the Taliban.",
        "The West need not recognise the Taliban.",
        "recognise",
        "not recognise",
    ),
    (MODAL, "A deal with Kabul is possible.", "A deal with Kabul is impossible.", "possible", "impossible"),
]


@pytest.mark.parametrize(("kind", "first", "second", "words", "other_words"), OPPOSED)
def test_words_that_set_two_texts_against_each_other(
    kind: PolarityKind, first: str, second: str, words: str, other_words: str
) -> None:
    cues = polarity_cues(first, second, WordNet.load())
    assert [(cue.kind, cue.first, cue.second) for cue in cues] == [(kind, words, other_words)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Two negations cancel, and a negation beside an opposite does.
        ("Cannabis is not safe.", "Cannabis is dangerous."),
        ("The policy is not unfair.", "The policy is fair."),
        ("Sanctions do not harm the economy.", "Sanctions help the economy."),
        ("Marriage is no longer necessary.", "Marriage is unnecessary."),
        ("The talks did not fail.", "The talks succeeded."),
        # What is said of something else.
        ("Pakistan supports the Taliban.", "Pakistan opposes the Northern Alliance."),
        ("India opposes China's corridor.", "India supports Iran's corridor."),
        ("Trade between India and China rose.", "Trade between India and Pakistan fell."),
        ("The opposition lost the election.", "The government won the election."),
        ("The first attack failed.", "The second attack succeeded."),
        ("Taxes on the rich should be raised.", "Taxes on the poor should be lowered."),
        ("The reform reduces poverty.", "The reform increases wealth."),
        ("The Taliban are unlikely to threaten Tajikistan.", "Al Qaeda could threaten Tajikistan."),
        ("The drug cures cancer in mice.", "The drug does not cure cancer in humans."),
        ("Some refugees want to return home.", "Other refugees do not want to return home."),
        # Hedges, duties, conditions.
        ("The plan may not work.", "The plan may work."),
        ("The SCO should cooperate with NATO.", "The SCO does not cooperate with NATO."),
        ("If sanctions end, the economy will recover.", "If sanctions do not end, the economy will not recover."),
        ("The law is not only unfair but useless.", "The law is unfair."),
        ("Some states recognise the Taliban.", "Not all states recognise the Taliban."),
        # Numbers and dates of different things, or that agree.
        ("The SCO has six members.", "The SCO has four observers."),
        ("The army has 200 tanks.", "The army lost 20 tanks."),
        ("More than 20 groups operate there.", "Two dozen groups operate there."),
        ("About 1,000 troops remain.", "Some 1,100 troops remain."),
        ("Inflation rose to 5 percent in 2020.", "Inflation rose to 7 percent in 2021."),
        ("The group was set up in 2005.", "The group was suspended in 2009."),
        ("The group met in 2018.", "The group met every year from 2017 to 2021."),
        ("I am 25 years old.", "I am 55 years old."),
        # Roles that are the same, or that go both ways.
        ("Russia attacked Ukraine.", "Ukraine was attacked by Russia."),
        ("Russia cooperates with China.", "China cooperates with Russia."),
        ("ISIL-K is more dangerous than the Taliban.", "The Taliban are less dangerous than ISIL-K."),
        ("Women are not as strong as men.", "Men are stronger than women."),
        # What only asks, or is only part of an attitude, says nothing.
        ("The plan is or is not affordable.", "The plan is affordable."),
        ("The mayor did or did not lie about the bridge.", "The mayor lied about the bridge."),
        ("We do not pay for opera, so why should we pay for stadiums?", "We should not pay for stadiums."),
        ("It is wrong to think that the tax is fair.", "The tax is not fair."),
        ("Critics want the council to close the bridge.", "The council does not close the bridge."),
        # A part is denied, not what is said of it.
        ("We should follow the evidence, not the polls.", "We should follow the polls closely."),
        ("The mayor is not a vaccine sceptic.", "The mayor had the vaccine."),
        ("There is no health insurance in that state.", "There is a health minister in that state."),
        ("Visitors who came late could not stay.", "Visitors are staying."),
        # Other subjects, other objects, other complements.
        ("Northern farmers can sell their milk.", "Southern farmers cannot sell their milk."),
        ("Videos are not helpful for small children.", "Videos are helpful to people that travel."),
        ("The report did not use the word fraud.", "The report used the word negligence."),
        ("The lockdown began early.", "The lockdown in Spain came late."),
        ("The law prevents abuse of data.", "The law causes abuse of power."),
        # Numbers that belong to names, that are compared, or that count other things.
        ("Article 5 binds all members.", "Article 7 binds all members."),
        ("She has five children.", "She has two adopted children."),
        ("Nurses deserve a higher rise than one percent.", "Nurses deserve a rise of four percent."),
        ("We can build 100 homes a year.", "We should build 400 homes a year."),
        # Overlap alone.
        ("No member of the SCO recognises them.", "The members of the SCO should deal with terrorism jointly."),
        ("Hardly anybody beyond Central Asia knows the SCO.", "The SCO unites most of Central Asia."),
    ],
)
def test_no_cue(first: str, second: str) -> None:
    assert polarity_cues(first, second, WordNet.load()) == ()


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("Die SCO hat 6 Mitglieder.", "Die SCO hat 8 Mitglieder.", ["6 Mitglieder"]),
        ("La guerre a commencé en 1939.", "La guerre a commencé en 1940.", ["1939"]),
        ("ШОС имеет 6 членов.", "ШОС имеет 8 членов.", ["6 членов"]),
        ("상하이협력기구는 회원국 6개를 가지고 있다.", "상하이협력기구는 회원국 8개를 가지고 있다.", ["6개를"]),
        ("لدى المنظمة 6 أعضاء", "لدى المنظمة 8 أعضاء", ["6 أعضاء"]),
        ("Die Regierung in Kabul ist nicht legal.", "Die Regierung in Kabul ist legal.", []),
        ("Het plan is niet goed.", "Het plan is goed.", []),
        ("План не хорош.", "План хорош.", []),
    ],
)
def test_other_languages_give_numbers_and_dates_alone(first: str, second: str, words: list[str]) -> None:
    assert [cue.first for cue in polarity_cues(first, second, WordNet.load())] == words


_WORDS = st.sampled_from(
    "the not no never all some most few only if than by more less two six 40% 1996 2001 in of and but because members "
    "state states China India attacked supports opposes helps harms is was should must may cannot unlikely to fair "
    "unfair good bad war peace . , ? ; $5 million without lacks".split()
)
_TEXTS = st.lists(_WORDS, max_size=14).map(" ".join) | st.text(max_size=60)


@settings(deadline=None, max_examples=300)
@given(_TEXTS, _TEXTS)
def test_swapped_texts_give_swapped_cues_of_words_that_stand_there(first: str, second: str) -> None:
    cues = polarity_cues(first, second, WordNet.load())
    swapped = polarity_cues(second, first, WordNet.load())
    assert {(cue.kind, cue.first, cue.second) for cue in cues} == {(cue.kind, cue.second, cue.first) for cue in swapped}
    assert all(cue.first in first and cue.second in second for cue in cues)


@settings(deadline=None)
@given(_TEXTS)
def test_a_text_is_not_set_against_itself(text: str) -> None:
    assert polarity_cues(text, text, WordNet.load()) == ()


def test_a_very_long_text_is_read_at_its_beginning_alone() -> None:
    long = "The Taliban do not have 5 friends, and the war rose in 1999. " * 20_000
    started = perf_counter()
    polarity_cues(long, long.replace("not", "never"), WordNet.load())
    assert perf_counter() - started < 2
