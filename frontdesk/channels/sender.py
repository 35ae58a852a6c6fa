"""Where a request comes from, for limits: the peer's address, or behind our own proxies the one they were asked by."""

from aiohttp import web


def sender(request: web.Request, proxies: int) -> str:
    """The address to count. `proxies`: how many of ours add to X-Forwarded-For; what stands before them anyone can write."""
    named = ",".join(request.headers.getall("X-Forwarded-For", []))
    hops = [hop.strip() for hop in named.split(",")]
    if 0 < proxies <= len(hops) and hops[-proxies]:
        return hops[-proxies][:64]
    return request.remote or "-"
