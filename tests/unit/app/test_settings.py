"""Settings: everything has a default, and a wrong value names itself."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from frontdesk.app.settings import BadSettings, Settings, load

WRONG = [
    ("PORT", "http"),
    ("PORT", "70000"),
    ("PUBLIC_BASE_URL", "desk.example.com"),
    ("RASA_URL", "ftp://rasa.example.com"),
    ("TWILIO_API_URL", "https://"),
    ("BUS_URL", "amqp://broker.example.com"),
    ("TIME_ZONE", "Mars/Olympus"),
    ("TIME_ZONE", "../secret"),
    ("DEFAULT_LANG", "fr"),
    ("SHOP_URL", "webshop"),
    ("CHAT_IDLE_MINUTES", "0"),
    ("LOG_FORMAT", "xml"),
    ("LOG_LEVEL", "loud"),
]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting is set, and no `.env` is near."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_need_be_set() -> None:
    """Without any setting everything runs embedded, for this machine alone."""
    settings = load()
    assert settings.local
    assert settings.embedded_carrier
    assert settings.database.startswith("sqlite:///")
    assert settings.base_url == "http://127.0.0.1:8080"


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_names_itself(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message has the setting's name as it is written in the environment, and the value it has."""
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings) as caught:
        load()
    assert f"{name}: " in str(caught.value)
    assert repr(value) in str(caught.value)


def test_a_wrong_address_does_not_show_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong is told without what must stay secret."""
    monkeypatch.setenv("BUS_URL", "reddis://bus:very-secret@redis.example.com")
    with pytest.raises(BadSettings) as caught:
        load()
    assert "reddis://…@redis.example.com" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORT", "http", "PORT: give a whole number from 0 to 65535, such as 8080 (it is 'http')"),
        ("OUTGOING_PER_HOUR", "-1", "OUTGOING_PER_HOUR: give a whole number of 0 or more, such as 200 (it is '-1')"),
        ("TRACES_SHARE", "0", "TRACES_SHARE: give a number above 0, at most 1, such as 1 (it is '0')"),
        ("CHAT_IDLE_MINUTES", "soon", "CHAT_IDLE_MINUTES: give a number above 0, such as 30 (it is 'soon')"),
        ("LINK_AFTER_DROP", "perhaps", "LINK_AFTER_DROP: give true or false, such as true (it is 'perhaps')"),
        ("DEFAULT_LANG", "fr", "DEFAULT_LANG: give one of en, zh, such as en (it is 'fr')"),
        ("SURVEY_QUESTION", "ces", "SURVEY_QUESTION: give one of ces2, csat, nps, such as ces2 (it is 'ces')"),
        ("BUS_URL", "bus:very/secret@redis.example.com", "(it is '…@redis.example.com')"),
    ],
)
def test_it_is_said_what_is_wanted(name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In our own words: what may stand there, an example, and what stands there."""
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings) as caught:
        load()
    assert str(caught.value).endswith(said)


def test_a_wrong_secret_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes with it is missing; that is told, not the secret."""
    monkeypatch.setenv("OIDC_ISSUER", "https://login.example.com")
    monkeypatch.setenv("OIDC_CLIENT_SECRET", "very-secret")
    with pytest.raises(BadSettings, match="OIDC_CLIENT_SECRET: give OIDC_CLIENT_ID") as caught:
        load()
    assert "very-secret" not in str(caught.value)


def test_a_file_of_settings_in_another_encoding_is_told(tmp_path: Path) -> None:
    """Editors of other systems may write it so."""
    (tmp_path / ".env").write_bytes("OIDC_NAME=Café\n".encode("latin-1"))
    with pytest.raises(BadSettings, match="save it as UTF-8"):
        load()


def test_an_account_without_its_token_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Webhooks could be checked with nothing; that is said before the house opens."""
    monkeypatch.setenv("TWILIO_ACCOUNT_SID", "AC" + "0" * 32)
    with pytest.raises(BadSettings, match="TWILIO_AUTH_TOKEN: give the auth token"):
        load()


@pytest.mark.parametrize(
    ("address", "alone"),
    [("", True), ("http://localhost:8080", True), ("https://desk.example.com", False), ("http://10.0.0.7:8080", False)],
)
def test_a_public_address_lets_others_in(address: str, alone: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that listens on this machine only is reached by others through a proxy or tunnel."""
    monkeypatch.setenv("PUBLIC_BASE_URL", address)
    assert load().local is alone


def test_all_wrong_values_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has two mistakes need not start twice to learn of both."""
    monkeypatch.setenv("PORT", "http")
    monkeypatch.setenv("TIME_ZONE", "Mars/Olympus")
    with pytest.raises(BadSettings, match=r"(?s)PORT: .*TIME_ZONE: "):
        load()


def test_an_empty_value_is_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    """`PORT=` in a file of settings means the default."""
    monkeypatch.setenv("PORT", "")
    assert load().port == 8080


def test_settings_come_from_a_file_too(tmp_path: Path) -> None:
    """`.env` in the working folder is read."""
    (tmp_path / ".env").write_text("PORT=9000\nUNKNOWN=1\n", encoding="utf-8")
    assert load().port == 9000


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is set for one start counts more than what is kept."""
    (tmp_path / ".env").write_text("PORT=9000\n", encoding="utf-8")
    monkeypatch.setenv("PORT", "9001")
    assert load().port == 9001


def test_origins_are_a_list_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several origins stand in one setting."""
    monkeypatch.setenv("CHAT_ORIGINS", "https://a.example.com, https://b.example.com")
    assert load().chat_origins == ("https://a.example.com", "https://b.example.com")


def test_a_trailing_slash_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signatures are checked against the address, so it has one form."""
    monkeypatch.setenv("PUBLIC_BASE_URL", "https://desk.example.com/")
    assert load().base_url == "https://desk.example.com"


@pytest.mark.stands("S18")
def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printing the settings shows no token."""
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "very-secret")
    settings = load()
    assert "very-secret" not in repr(settings)
    assert settings.twilio_auth_token == SecretStr("very-secret")


def test_every_setting_says_what_it_is_for() -> None:
    """A whole sentence, for the documentation and `frontdesk settings`."""
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert field.description.rstrip("`").endswith("."), name
