"""Goods by other names."""

from actions.meaning.usual_names import with_usual_names


def test_what_it_is_called_elsewhere() -> None:
    """The other name stands beside the one that was said; all else is as it was."""
    assert with_usual_names("钱包的那个") == "钱包的那个 皮夹"
    assert with_usual_names("my headset") == "my headset headphones"
    assert with_usual_names("the wallet") == "the wallet"
