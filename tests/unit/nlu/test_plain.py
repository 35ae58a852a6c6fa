"""Messages in one plain form: whatever the keyboard, the script or the recogniser made of them."""

import pytest

from frontdesk.rasa_worker.features import features
from frontdesk.rasa_worker.noise import noised
from frontdesk.rasa_worker.plain import masked, plain
from frontdesk.rasa_worker.sounds import syllables


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("WHERE\u2019S my 訂單１００２３???", "wheres my 订单10023??"),
        ("我要轉人工", "我要转人工"),
        ("heyyyyy", "heyy"),
        ("one double zero two three", "10023"),
        ("double seven one please", "771 please"),
        ("取消订单一零零三一", "取消订单10031"),
        ("一万零三十四", "10034"),
        ("买了两三个", "买了两三个"),
        ("john at gmailcom", "john@gmail.com"),
        ("jo.doe at gmail dot com", "jo.doe@gmail.com"),
        ("  a\n b ", "a b"),
    ],
)
def test_plain_form(given: str, told: str) -> None:
    """Full-width, traditional, stretched, spoken: all become the usual form."""
    assert plain(given) == told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("where is [ORDERID_7]", "where is 00000"),
        ("cancel {{Order Number}} please", "cancel 00000 please"),
        ("****8821 到哪了", "00000 到哪了"),
        ("call [电话x]", "call 00000000"),
        ("谢谢#E-s[数字x]", "谢谢"),
        ("see https://shop.example/p/77?x=1 now", "see url now"),
        ("is it [really] so", "is it [really] so"),
        ("@Shop_Help where is it @115830", "where is it"),
        ("mail jo@shop.example or @ the desk", "mail jo@shop.example or @ the desk"),
    ],
)
def test_what_stands_in_for_personal_data(given: str, told: str) -> None:
    """A masked number is a number, whoever masked it; what stands for nothing known stays."""
    assert plain(given) == told


def test_some_copies_open_and_close_as_people_do() -> None:
    """A greeting glued to a request is still the request: copies of both languages have some."""
    texts = ["where is my new parcel", "我的快递到哪里了"] * 20
    copies = [copy for _, copy in noised(texts, share=0.1, seed=3)]
    assert any(copy.startswith(("hi", "hello", "hey")) for copy in copies)
    assert any(copy.startswith(("你好", "亲", "请问")) for copy in copies)


def test_numbers_are_seen_by_their_length_alone() -> None:
    """No order number is learnt by heart."""
    assert masked("order 10023") == masked("order 99887")
    assert set(features("order 10023")) == set(features("order 99887"))


def test_addresses_are_seen_as_addresses_alone() -> None:
    """Whose they are, and at which provider, says nothing of what is wanted."""
    asked = "where is my order, my email is {}"
    alike = [
        features(asked.format(mail))
        for mail in ("sam.hill@mail.test", "avery.lane+x@shop-9.example.co.uk", "LI@QQ.com")
    ]
    assert alike[0] == alike[1] == alike[2]
    assert features("sam at gmail dot com") == features("c0042@163.com")
    assert features("meet me @ 5") != features("meet me 5")


def test_alike_sounds_are_one() -> None:
    """What a pinyin keyboard mixes up sounds the same here."""
    assert syllables("惊天") == syllables("今天")
    assert syllables("什么") == syllables("森么")


def test_every_message_has_a_feature() -> None:
    """Even one without a word."""
    for text in ("", "🙂", "...", "?"):
        assert list(features(text))


def test_noise_is_the_same_every_time() -> None:
    """Training twice gives the same model: no chance outside the seed."""
    texts = ["where is my order please", "我的快递到哪里了", "hi"]
    once, twice = (list(noised(texts, share=0.2, seed=1)) for _ in range(2))
    assert once == twice
    assert all(copy != texts[at] for at, copy in once)
    assert 0 in {at for at, _ in once}


@pytest.mark.parametrize(
    ("text", "meant"), [("👍", "yes"), ("👍🏻 👍", "yes"), ("✅", "yes"), ("👎", "no"), ("🙅", "no"), ("🤷", "🤷")]
)
def test_a_nod_and_a_shake_are_words(text: str, meant: str) -> None:
    """Where they stand alone; among words they stay what they are."""
    assert plain(text) == meant
    assert plain(f"ok {text}") != meant
