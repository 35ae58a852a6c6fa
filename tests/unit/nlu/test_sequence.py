"""Words that put one request after another say then."""

import pytest

from frontdesk.rasa_worker.sequence import in_sequence


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("return 10024, then when that's done check 10023", "return 10024, then check 10023"),
        ("return 10026 and once that is done, where is 10023", "return 10026, then where is 10023"),
        ("先退10034，退好了再帮我查10031", "先退10034，然后查10031"),
        ("return 10024 when it is done", "return 10024 when it is done"),
        ("10034换好了吗", "10034换好了吗"),
        ("10034用完了再退", "10034用完了再退"),
    ],
)
def test_one_after_another(said: str, plain: str) -> None:
    """Behind a request with its order, and with something to come."""
    assert in_sequence(said) == plain
