"""`RecordingControl` by the carrier's REST API: the caller's own leg is recorded, as one file, both ways."""

from twilio.rest import Client

from frontdesk.adapters.twilio.calls import CarrierAccount, asked
from frontdesk.adapters.twilio.http import CarrierHttp
from handoff.ports import CallFailed, CallGone

CURRENT = "Twilio.CURRENT"  # the recording that is going on, whatever its name
LIVE = frozenset({"in-progress", "paused"})
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
        await self._change(call, "paused", pause_behavior="skip")

    async def resume(self, call: str) -> None:
        await self._change(call, "in-progress")

    async def stop(self, call: str) -> None:
        await self._change(call, "stopped")

    async def close(self) -> None:
        await self._http.close()

    async def _change(self, call: str, status: str, **more: str) -> None:
        """A refusal says little; then what there is of the call's recordings decides."""
        recordings = self._client.calls(call).recordings
        try:
            await asked(recordings(CURRENT).update_async(status=status, **more))
        except CallFailed as refused:
            there = {str(one.status) for one in await asked(recordings.list_async(limit=20))} & LIVE
            if not there:
                raise CallGone("Nothing of this call is recorded.") from refused
            if there != {status}:
                raise CallFailed(f"The recording is {', '.join(sorted(there))} still. {refused}") from refused
