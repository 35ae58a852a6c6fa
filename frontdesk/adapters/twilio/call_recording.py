"""`RecordingControl` by the carrier's REST API: the caller's own leg is recorded, as one file, both ways."""

from typing import Any

from twilio.rest import Client

from frontdesk.adapters.twilio.calls import CarrierAccount, asked
from frontdesk.adapters.twilio.http import CarrierHttp
from handoff.ports import CallFailed

CURRENT = "Twilio.CURRENT"  # the recording that is going on, whatever its name
TOLD = "/twilio/voice/recording"


class TwilioRecording:
    """Starts and pauses recordings of live calls. Close it when the house closes."""

    def __init__(self, account: CarrierAccount) -> None:
        self._told = account.base_url.rstrip("/") + TOLD
        self._http = CarrierHttp(account.api_url, account.deadline_s)
        self._client = Client(account.account_sid, account.auth_token, http_client=self._http, environment={"": ""})

    async def start(self, call: str) -> str:
        made = await asked(
            self._client.calls(call).recordings.create_async(
                recording_status_callback=self._told,
                recording_status_callback_method="POST",
                recording_status_callback_event=["completed", "absent"],
                recording_channels="mono",
                recording_track="both",
                trim="do-not-trim",
            )
        )
        if not getattr(made, "sid", None):
            raise CallFailed("The carrier records but named no recording; is TWILIO_API_URL compatible with Twilio?")
        return str(made.sid)

    async def pause(self, call: str) -> None:
        """Nothing of the pause is in the file, not even its length."""
        await asked(self._current(call).update_async(status="paused", pause_behavior="skip"))

    async def resume(self, call: str) -> None:
        await asked(self._current(call).update_async(status="in-progress"))

    async def stop(self, call: str) -> None:
        await asked(self._current(call).update_async(status="stopped"))

    async def close(self) -> None:
        await self._http.close()

    def _current(self, call: str) -> Any:
        return self._client.calls(call).recordings(CURRENT)
