"""The service: GET /nearest?word=helo, PUT /words/hello, GET /health."""

import json
import os
import signal
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from spelling.words import Words

COMMON = "about after again because before between could every first great hello house large little other people right should their there think three through water where which world would write".split()


def handler_for(words):
    class Handler(BaseHTTPRequestHandler):
        server_version = "spelling"

        def do_GET(self):
            url = urlsplit(self.path)
            if url.path == "/health":
                return self.answer(HTTPStatus.OK, {"status": "well"})
            if url.path == "/nearest":
                word = parse_qs(url.query).get("word", [""])[0]
                if not word:
                    return self.answer(HTTPStatus.BAD_REQUEST, {"error": "say which word: /nearest?word=helo"})
                return self.answer(HTTPStatus.OK, [{"word": x, "distance": d} for d, x in words.nearest(word)])
            return self.answer(HTTPStatus.NOT_FOUND, {"error": "there is no such page"})

        def do_PUT(self):
            url = urlsplit(self.path)
            if not url.path.startswith("/words/"):
                return self.answer(HTTPStatus.NOT_FOUND, {"error": "there is no such page"})
            try:
                new = words.add(unquote(url.path.removeprefix("/words/")))
            except ValueError as problem:
                return self.answer(HTTPStatus.BAD_REQUEST, {"error": str(problem)})
            return self.answer(HTTPStatus.CREATED if new else HTTPStatus.OK, {"new": new})

        def answer(self, status, body):
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    return Handler


def main():
    port = int(os.environ.get("PORT", "8000"))
    server = ThreadingHTTPServer(("0.0.0.0", port), handler_for(Words(COMMON)))
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
    print(f"listening on port {port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
