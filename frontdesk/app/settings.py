"""Settings from the environment. Each says what it is for; a wrong one names itself and says what is right."""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from frontdesk.app.wrong_setting import wrong_setting
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.questions import EFFORT, House
from frontdesk.people.roles import ROLES
from handoff.ports import Role

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class BadSettings(FrontdeskError):
    """Some settings are wrong; the message names each and says what is right."""


class Settings(BaseSettings):
    """All settings of Frontdesk. With none set, everything runs embedded on this machine."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True, frozen=True)

    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8080, ge=0, le=65535, description="Port to listen on.")
    public_base_url: str = Field(
        "",
        description="How the outside reaches this server, e.g. `https://desk.example.com`. Signatures are checked against it.",
    )
    database_url: str = Field(
        "",
        description="`sqlite:///path/to/file.db` or `postgresql://user:password@host/name`. Default: a file in DATA_DIR.",
    )
    bus_url: str = Field("", description="`redis://host:6379/0` when several processes serve; default: in process.")
    data_dir: Path = Field(Path("var"), description="Where the embedded database, models and keys are kept.")
    flows_dir: Path = Field(Path("ivr_flows"), description="The folder of flows and prompts.")
    desk_dir: Path = Field(Path("desk"), description="The folder of the desk's own content: `replies.yml`.")
    rasa_url: str = Field(
        "", description="A Rasa REST server to use; default: a worker that is trained and supervised here."
    )
    rasa_port: int = Field(0, ge=0, le=65535, description="Port of the embedded worker; 0 picks a free one.")
    shop_url: str = Field(
        "",
        description="Where your shop's interface is, e.g. `https://shop.example.com`; default: the embedded demo shop.",
    )
    shop_mapping: str = Field(
        "plain",
        description="What to ask it and what it answers: `woocommerce`, `shopify`, `plain`, or a file of yours.",
    )
    shop_key: SecretStr = Field(SecretStr(""), description="The token, consumer key or user name the shop knows us by.")
    shop_secret: SecretStr = Field(
        SecretStr(""), description="The consumer secret, client secret or password beside it."
    )
    secret_key: SecretStr = Field(
        SecretStr(""), description="Key that seals chat tokens; default: made once, kept in DATA_DIR."
    )
    chat_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Web origins, separated by commas, whose pages may embed the chat; `*` for any. Default: our own pages.",
    )
    rest_token: SecretStr = Field(
        SecretStr(""),
        description="What senders to Rasa's REST channel must show. Default: none while only this machine can reach it, "
        "else the channel is closed.",
    )
    oidc_issuer: str = Field(
        "", description="Issuer of the company's log-in (OpenID Connect), as it calls itself; default: passwords only."
    )
    oidc_client_id: str = Field("", description="What the provider knows Frontdesk by.")
    oidc_client_secret: SecretStr = Field(
        SecretStr(""), validate_default=True, description="The secret that goes with it."
    )
    oidc_name: str = Field("Company log-in", description="What the log-in page calls it.")
    oidc_domains: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Domains of e-mail addresses that may come in, separated by commas; default: any."
    )
    oidc_role_claim: str = Field("groups", description="The claim that gives the role.")
    oidc_roles: Annotated[dict[str, Role], NoDecode] = Field(
        {},
        description="Roles by values of that claim, such as `desk=agent,leads=supervisor`: who has one gets an account. "
        "Default: accounts must be there already.",
    )
    metrics_token: SecretStr = Field(
        SecretStr(""),
        description="What must be shown to read /metrics. Default: none from the machine itself, and closed to all others.",
    )
    traces_url: str = Field(
        "",
        description="Where traces go, OTLP over HTTP, e.g. `http://127.0.0.1:4318/v1/traces`; default: nowhere. They hold "
        "no word, number or name of a customer.",
    )
    traces_share: float = Field(1.0, gt=0, le=1, description="The share of webhooks and turns that is traced.")
    trusted_proxies: int = Field(
        0, ge=0, le=10, description="Proxies of yours in front that add to X-Forwarded-For; limits count their callers."
    )
    default_lang: Literal["en", "zh"] = Field("en", description="Language spoken until the customer's is known.")
    time_zone: str = Field("UTC", description="Time zone of the board's days, e.g. `Asia/Shanghai`.")
    targets_file: Path = Field(
        Path("targets.yml"), description="What the board's figures should be; without the file, the usual of the trade."
    )
    survey_question: House = Field(
        EFFORT,
        description="What customers are asked after a contact: `ces2` (was it easy, 1 to 7), `csat` (satisfied, 1 to 5) or `nps` "
        "(would recommend, 0 to 10).",
    )
    survey_share: float = Field(
        1.0, ge=0, le=1, description="The share of conversations whose customer is asked how it was."
    )
    survey_pause_days: int = Field(
        3,
        ge=0,
        le=7,
        description="Days in which nobody is asked again, known by telephone or browser; 0: always asked.",
    )
    survey_by_text: Literal["off", "sms", "whatsapp"] = Field(
        "off",
        description="Ask callers who hung up before they could be asked by a text message; needs OUTGOING_TO. WhatsApp takes "
        "such messages only after an approved template.",
    )
    targets_webhook_url: str = Field(
        "",
        description="Where a signed webhook goes when a figure leaves its target, and when it is back; default: nowhere.",
    )
    targets_webhook_secret: SecretStr = Field(
        SecretStr(""), description="The secret both sides sign with, `whsec_…` or any text."
    )
    twilio_account_sid: str = Field(
        "", description="Account SID of Twilio or a compatible provider; default: the embedded carrier."
    )
    twilio_auth_token: SecretStr = Field(
        SecretStr(""), validate_default=True, description="Its auth token: signs webhooks and REST calls."
    )
    twilio_auth_token_2: SecretStr = Field(SecretStr(""), description="The other token while tokens are rotated.")
    twilio_api_url: str = Field(
        "", description="Base URL of the REST API; default: Twilio's, or the embedded carrier's."
    )
    twilio_number: str = Field("+15550100000", description="Our number, shown as caller id when agents are rung.")
    outgoing_to: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Beginnings of the numbers we may ring or text, separated by commas, such as `+44,+8613`. Default: none.",
    )
    outgoing_per_number: int = Field(6, ge=0, description="Calls and texts to one number within an hour, at most.")
    outgoing_per_hour: int = Field(200, ge=0, description="Calls and texts to all numbers within an hour, at most.")
    spend_per_day: float = Field(
        50.0, ge=0, description="What calls and texts of a day may cost; then they stop. Reckoned by the two prices."
    )
    price_call: float = Field(0.15, ge=0, description="What a call to a number costs about.")
    price_text: float = Field(0.08, ge=0, description="What a text costs about.")
    link_after_drop: bool = Field(
        False, description="Text verified callers who were cut off a link to go on in chat; needs OUTGOING_TO."
    )
    audio: Literal["off", "recordings", "all"] = Field(
        "recordings",
        description="Which sounds of `frontdesk audio build` are played: none, the studio's recordings, or the engine's too.",
    )
    recordings: Literal["off", "messages", "calls", "all"] = Field(
        "off",
        description="`messages`: callers may leave voice messages, after being told that they are recorded. `calls`: whole "
        "calls are recorded where a flow asks (`consent`) and the caller agrees. `all`: both.",
    )
    recordings_days: int = Field(30, ge=1, le=3650, description="Days after which a recording is deleted.")
    recordings_mb: int = Field(
        0,
        ge=0,
        description="Megabytes that all recordings may take; above that new ones stay at the carrier. 0: no limit.",
    )
    recordings_leave_mb: int = Field(
        1000, ge=0, description="Megabytes of the disk that recordings leave free; the database may be on it. 0: none."
    )
    handoff_chat: Literal["desk", "chatwoot", "webhook"] = Field(
        "desk",
        description="Who takes chats: our own desk, a Chatwoot account, or any queue that takes signed webhooks.",
    )
    handoff_voice: Literal["desk", "taskrouter"] = Field(
        "desk", description="Who takes calls: our own desk, or Twilio TaskRouter."
    )
    chatwoot_url: str = Field("", description="Where Chatwoot is, e.g. `https://app.chatwoot.com`.")
    chatwoot_account: int = Field(0, ge=0, description="The account's number, as in the address of its pages.")
    chatwoot_inbox: str = Field("", description="The identifier of its API inbox.")
    chatwoot_team: int = Field(0, ge=0, description="The team that is assigned; 0 leaves it to Chatwoot.")
    chatwoot_token: SecretStr = Field(SecretStr(""), description="An access token of the account.")
    chatwoot_webhook_secret: SecretStr = Field(
        SecretStr(""), description="The secret its webhook signs with, where Chatwoot shows one."
    )
    taskrouter_workspace: str = Field("", description="SID of the TaskRouter workspace (WS…).")
    taskrouter_workflow: str = Field("", description="SID of the workflow that routes our tasks (WW…).")
    taskrouter_queue: str = Field(
        "", description="SID of the task queue whose figures are told (WQ…); default: all of them."
    )
    taskrouter_instruction: Literal["call", "conference"] = Field(
        "call",
        description="`call`: workers hear the summary and accept by key; `conference`: they are connected at once.",
    )
    handoff_webhook_url: str = Field("", description="Where the signed webhooks about handoffs go.")
    handoff_webhook_secret: SecretStr = Field(
        SecretStr(""), description="The secret both sides sign with, `whsec_…` or any text."
    )
    handoff_webhook_secret_2: SecretStr = Field(SecretStr(""), description="The other secret while it is changed.")
    words_days: int = Field(
        180, ge=8, le=3650, description="Days after which the words of a conversation and its facts are erased."
    )
    names_days: int = Field(
        400,
        ge=30,
        le=3650,
        description="Days after which nobody can tell any more who the customer of a conversation was. Figures stay.",
    )
    staff_days: int = Field(
        400,
        ge=8,
        le=3650,
        description="Days after which agents' comings, goings and breaks are deleted. What was counted of them stays.",
    )
    files_days: int = Field(90, ge=1, le=3650, description="Days after which files sent in chats are deleted.")
    admin_password: SecretStr = Field(
        SecretStr(""),
        description="Password of the first accounts. Default: `frontdesk` while only this machine can reach it, else random.",
    )
    chat_idle_minutes: float = Field(30, gt=0, description="Minutes of silence after which a chat session is closed.")
    log_format: Literal["console", "json"] = Field("console", description="Form of the log lines.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="Least level that is logged.")

    @field_validator(
        "public_base_url",
        "rasa_url",
        "shop_url",
        "twilio_api_url",
        "chatwoot_url",
        "handoff_webhook_url",
        "oidc_issuer",
    )
    @classmethod
    def _web_address(cls, value: str, given: ValidationInfo) -> str:
        if value and (urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).netloc):
            raise ValueError("give a web address with its scheme, such as https://desk.example.com")
        return value if given.field_name == "oidc_issuer" else value.rstrip("/")

    @field_validator("chat_origins", "oidc_domains", "outgoing_to", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("oidc_roles", mode="before")
    @classmethod
    def _pairs(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        pairs = [part.rpartition("=") for part in value.split(",") if part.strip()]
        if any(not name.strip() or role.strip() not in ROLES for name, _, role in pairs):
            raise ValueError(f"give pairs such as desk=agent,leads=supervisor; roles are {', '.join(ROLES)}")
        return {name.strip(): role.strip() for name, _, role in pairs}

    @field_validator("oidc_client_secret")
    @classmethod
    def _with_issuer(cls, value: SecretStr, given: ValidationInfo) -> SecretStr:
        if given.data.get("oidc_issuer") and not (given.data.get("oidc_client_id") and value.get_secret_value()):
            raise ValueError("give OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, as the provider of OIDC_ISSUER made them")
        return value

    @field_validator("outgoing_to")
    @classmethod
    def _beginnings(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(re.fullmatch(r"\+[1-9][0-9]{0,9}", start) for start in value):
            raise ValueError("give beginnings of numbers with their country, such as +44,+8613")
        return value

    @field_validator("bus_url")
    @classmethod
    def _redis(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in ("redis", "rediss"):
            raise ValueError("give a Redis address, such as redis://localhost:6379/0")
        return value

    @field_validator("twilio_auth_token")
    @classmethod
    def _with_account(cls, value: SecretStr, given: ValidationInfo) -> SecretStr:
        if given.data.get("twilio_account_sid") and not value.get_secret_value():
            raise ValueError("give the auth token of TWILIO_ACCOUNT_SID; without it no webhook can be believed")
        return value

    @field_validator("time_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("give a time zone of the IANA database, such as Asia/Shanghai") from error
        return value

    @model_validator(mode="after")
    def _complete(self) -> "Settings":
        """An outside queue that is chosen has all it needs."""
        wants = {
            "chatwoot": ("chatwoot_url", "chatwoot_account", "chatwoot_inbox", "chatwoot_token"),
            "webhook": ("handoff_webhook_url", "handoff_webhook_secret"),
            "taskrouter": ("twilio_account_sid", "taskrouter_workspace", "taskrouter_workflow"),
        }
        chosen = [name for name in (self.handoff_chat, self.handoff_voice) if name in wants]
        missing = [each.upper() for name in chosen for each in wants[name] if not _given(getattr(self, each))]
        if self.targets_webhook_url and not _given(self.targets_webhook_secret):
            raise ValueError("TARGETS_WEBHOOK_URL also needs TARGETS_WEBHOOK_SECRET")
        if missing:
            raise ValueError(f"{' and '.join(chosen)} also needs {', '.join(missing)}")
        return self

    @property
    def recordings_dir(self) -> Path:
        return self.data_dir / "recordings"

    @property
    def takes_messages(self) -> bool:
        return self.recordings in ("messages", "all")

    @property
    def records_calls(self) -> bool:
        return self.recordings in ("calls", "all")

    @property
    def database(self) -> str:
        """The database to use."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'frontdesk.db').resolve()}"

    @property
    def base_url(self) -> str:
        """How the outside reaches this server."""
        return self.public_base_url or f"http://127.0.0.1:{self.port}"

    @property
    def embedded_carrier(self) -> bool:
        """Whether calls go through the embedded carrier."""
        return not self.twilio_account_sid

    @property
    def local(self) -> bool:
        """Whether only this machine can reach the server: with a public address a proxy or tunnel leads others here."""
        named = urlsplit(self.public_base_url).hostname
        return self.host in LOOPBACK and (named is None or named in LOOPBACK)


def _given(value: object) -> bool:
    return bool(value.get_secret_value() if isinstance(value, SecretStr) else value)


def load(**given: object) -> Settings:
    """The settings. Raises BadSettings with a line for each wrong one."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        lines = [wrong_setting(e, Settings.model_fields) for e in error.errors()]
        raise BadSettings("These settings are wrong:\n  " + "\n  ".join(lines)) from error
    except UnicodeDecodeError as error:
        raise BadSettings(f"The file of settings is no UTF-8 text ({error.reason}); save it as UTF-8.") from error
