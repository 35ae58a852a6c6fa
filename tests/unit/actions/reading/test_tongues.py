"""Other languages than the two: known by most of their words, and never English or Chinese for one of them."""

import pytest

from actions.reading.tongues import TONGUES, only_thanks, speaks_of_tongue, tongue_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hola, ¿dónde está mi pedido 10023?", "es"),
        ("no hablo inglés", "es"),
        ("où est ma commande", "fr"),
        ("Wo ist meine Bestellung?", "de"),
        ("ciao, dove è il mio ordine", "it"),
        ("Olá, onde está a minha encomenda", "pt"),
    ],
)
def test_a_language_is_known_by_most_of_its_words(text: str, code: str) -> None:
    """Its answer is in that language, and names the word that fetches a person."""
    assert tongue_of(text) is TONGUES[code]
    assert "person" in TONGUES[code].answer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no",
        "die",
        "a la carte",
        "marco silva",
        "order 10023",
        "fahuo le ma",
        "wo de dingdan ne",
        "come on",
        "el dorado",
        "查订单",
        "where is ma commande",
    ],
)
def test_what_leaves_a_doubt_is_no_other_language(text: str) -> None:
    """A word or a name in another language is none."""
    assert tongue_of(text) is None


def test_thanks_and_what_is_said_of_a_language() -> None:
    """Thanks are known alone; a wish for another language is no question about one's goods."""
    assert only_thanks("¡Gracias!")
    assert not only_thanks("thanks")
    assert speaks_of_tongue("我不会英语，可以说中文吗")
    assert speaks_of_tongue("english please")
    assert not speaks_of_tongue("is the manual in english")
