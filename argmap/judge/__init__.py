"""Assertions, and what may be said of two of them: the calculus of verdicts.

Two rules stand above all.  That two cannot both be right is said only where no estimate, and no assignment of duties,
fits both; that both can be right is said only where one does.  Everything else has a word of its own (see
`argmap.judge.verdict`).  What an assertion says is worked out from its verb and its strength as bounds of credence
(`argmap.judge.credence`) or as states of a duty (`argmap.judge.duty`); `argmap.judge.pairs` judges two assertions, and
`argmap.judge.holders` what two holders say on one issue.  Nothing here searches: each pair is judged by comparing
bounds, no verdict depends on how an id is spelt or in which order things stand, and exchanging the two sides
exchanges nothing else.

`argmap.check` asks this room whether one holder contradicts itself, `argmap.compare` whether two part.
"""
