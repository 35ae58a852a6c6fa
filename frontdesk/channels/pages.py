"""The built pages and the headers every answer carries. Knows no content."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web
from multidict import istr

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
PAGES = {"/": "index.html", "/chat": "chat.html", "/phone": "phone.html", "/desk": "desk.html", "/board": "board.html"}
MISSING = "The pages are not built yet. Run `make up`, or `npm run build` in web/."


def routes(static: Path) -> list[web.AbstractRouteDef]:
    """The pages, the widget and their files."""

    def page(name: str) -> Handler:
        async def handler(request: web.Request) -> web.StreamResponse:
            file = static / name
            if not file.is_file():
                return web.Response(text=MISSING, status=503)
            return web.FileResponse(file, headers={"Cache-Control": "no-cache"})

        return handler

    found: list[web.AbstractRouteDef] = [web.get(path, page(name)) for path, name in PAGES.items()]
    found.append(web.get("/widget.js", page("widget.js")))
    static.mkdir(parents=True, exist_ok=True)
    found.append(web.static("/static", static))
    return found


def _policy(base_url: str) -> str:
    """What pages may load, and from where."""
    sockets = base_url.replace("http", "ws", 1)
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "media-src 'self' blob:",
            f"connect-src 'self' {sockets}",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def headers(base_url: str) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """Security headers for every answer that a browser may get to see, as a response-prepare signal."""
    always = [
        (istr("Content-Security-Policy"), _policy(base_url)),
        (istr("X-Content-Type-Options"), "nosniff"),
        (istr("Referrer-Policy"), "same-origin"),
        (istr("Permissions-Policy"), "camera=(), geolocation=(), microphone=(self)"),
    ]
    if base_url.startswith("https:"):
        always.append((istr("Strict-Transport-Security"), "max-age=31536000"))

    async def add(request: web.Request, response: web.StreamResponse) -> None:
        if request.path.startswith("/twilio/"):  # only the carrier reads those
            return
        for name, value in always:
            response.headers.setdefault(name, value)
        if request.path == "/widget.js":
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
            response.headers["Access-Control-Allow-Origin"] = "*"
        if request.path.startswith("/static/assets/"):
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        if request.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "no-store")

    return add
