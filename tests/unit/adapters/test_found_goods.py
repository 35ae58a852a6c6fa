"""Goods are found by their names, or by the word a thing is called by where only one is."""

import pytest

from frontdesk.adapters.demo_money import demo_products
from frontdesk.adapters.found_goods import found_goods


@pytest.mark.parametrize(
    ("words", "sku"),
    [
        ("do you have a desk lamp", "HO-115"),
        ("what about helmets", "SP-917"),
        ("kettle price", "KI-204"),
        ("how much is the kettle and when does it come", "KI-204"),
        ("do you have a watch strap", None),
        ("how much is the set", None),
        ("水壶多少钱", "KI-204"),
        ("头盔呢", "SP-917"),
        ("有手表带吗", None),
        ("卖电器吗", None),
    ],
)
def test_found_by_its_name_or_its_last_word(words: str, sku: str | None) -> None:
    """A word that is part of another thing's name, or that several are called by, finds nothing."""
    assert [product.sku for product in found_goods(demo_products(), words, 1)] == ([sku] if sku else [])
