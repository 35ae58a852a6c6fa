"""Vectors of sentences: of length one, the same alone and among others, and near when they mean alike, in either language."""

import numpy as np
import pytest

from frontdesk.rasa_worker.meaning.encoder import LONGEST, encoder, in_words


def test_a_sentence_means_the_same_alone_and_among_others() -> None:
    """The rows come back in the order of the texts, each of length one."""
    texts = ["where is it", "退款", "WHERE IS THE PARCEL THAT I ORDERED", "a", "包裹到哪了?", "退款"]
    rows = encoder()(texts)
    assert rows.shape == (len(texts), encoder().width)
    np.testing.assert_allclose(rows, np.concatenate([encoder()([text]) for text in texts]), atol=1e-4)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    assert not np.allclose(rows[0], rows[3], atol=1e-2)


@pytest.mark.parametrize(
    ("asked", "same", "world"),
    [
        ("Where is my parcel?", "track the shipment", "the capital of France"),
        ("我的包裹在哪", "快递什么时候能送到", "法国的首都是哪里"),
        ("i want my money back", "我要退款", "巴黎天气怎么样"),
    ],
)
def test_what_means_alike_is_near(asked: str, same: str, world: str) -> None:
    """A paraphrase is nearer than a question about the world; so is a translation."""
    first, second, third = encoder()([asked, same, world])
    assert first @ second > 0.15 + first @ third


def test_only_the_beginning_of_an_endless_text_is_read() -> None:
    """It costs no more than a long one."""
    text = "where is my parcel " * 40
    one, other = encoder()([text, text[:LONGEST] + "something else"])
    np.testing.assert_allclose(one, other, atol=1e-4)


def test_no_texts_have_no_rows() -> None:
    """Nothing to mean is no error."""
    assert encoder()([]).shape == (0, encoder().width)


@pytest.mark.parametrize("text", ["", "12345", "👍👍", "/affirm", '/inform{"order": "1"}', "?!", "。。。"])
def test_what_has_no_words_is_not_asked_about(text: str) -> None:
    """Buttons, digits and signs are not language."""
    assert not in_words(text)


@pytest.mark.parametrize("text", ["a", "退", "订单 10023", "ok 👍", "где"])
def test_a_word_is_enough(text: str) -> None:
    """In any script."""
    assert in_words(text)


@pytest.mark.parametrize("text", ["\ud800", "\x00\x01", "𐍈" * 3, "a" * 100_000, "\u202e退款"])
def test_nonsense_has_a_vector_too(text: str) -> None:
    """Whatever comes from outside, no error and no number that is none."""
    assert np.isfinite(encoder()([text])).all()
