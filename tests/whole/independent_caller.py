"""A carrier written apart: standard library only, knows nothing of Frontdesk but its public address and the auth token.

Run as its own process: `python independent_caller.py BASE TOKEN`. Signs forms as Twilio documents it, follows the TwiML,
and prints each document it was given, one JSON line each. Exits with 1 when an answer is no TwiML.
"""

import base64
import hashlib
import hmac
import json
import sys
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ET

KEYS = ["1", "1", "10023", "1", "0198", "1", "2", "10024", "1", "1", "2", "7"]


def post(url: str, token: str, fields: dict[str, str]) -> ET.Element:
    """Post a signed form; the answer must be a `<Response>`."""
    signed = url + "".join(name + fields[name] for name in sorted(fields))
    digest = hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()
    request = urllib.request.Request(url, urllib.parse.urlencode(fields).encode())
    request.add_header("X-Twilio-Signature", base64.b64encode(digest).decode())
    with urllib.request.urlopen(request, timeout=15) as answer:
        kind = answer.headers.get_content_type()
        document = ET.fromstring(answer.read())
    if document.tag != "Response" or kind not in ("text/xml", "application/xml"):
        sys.exit(f"{url} gave no TwiML but {kind}")
    said = ["".join(say.itertext()) for say in document.iter("Say")]
    sys.stdout.write(
        json.dumps(
            {
                "url": url,
                "verbs": [v.tag for v in document],
                "said": said,
            }
        )
        + "\n"
    )
    return document


def main(base: str, token: str) -> None:
    """Call, press the keys one question after the other, until the house hangs up."""
    call = {
        "CallSid": "CA" + "f" * 32, "AccountSid": "AC" + "0" * 32, "From": "+14155550123", "To": "+15550100000",
        "Caller": "+14155550123", "Called": "+15550100000", "CallStatus": "ringing", "ApiVersion": "2010-04-01",
        "Direction": "inbound", "CallerCity": "",
    }  # fmt: skip
    document = post(f"{base}/twilio/voice", token, call)
    call["CallStatus"] = "in-progress"
    keys = iter(KEYS)
    for _ in range(40):
        gather = document.find("Gather")
        redirect = document.find("Redirect")
        if gather is not None:
            digits = next(keys, "")
            target = gather.get("action", "")
            fields = {**call, "Digits": digits, "FinishedOnKey": "", "msg": "Gather End"}
        elif redirect is not None:
            target, fields = redirect.text or "", call
        else:
            break
        document = post(urllib.parse.urljoin(base, target), token, fields)
    if document.find("Hangup") is None:
        sys.exit("the call did not come to its end")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
