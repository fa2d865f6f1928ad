import json
import threading
import unittest
from http.server import ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from spelling.server import handler_for
from spelling.words import Words


class ServerTests(unittest.TestCase):
    def setUp(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(Words(["hello"])))
        threading.Thread(target=self.server.serve_forever).start()

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()

    def ask(self, path, method="GET"):
        with urlopen(Request(f"http://127.0.0.1:{self.server.server_port}{path}", method=method)) as answer:
            return answer.status, json.load(answer)

    def test_the_nearest_word_is_told(self):
        self.assertEqual(self.ask("/nearest?word=helo"), (200, [{"word": "hello", "distance": 1}]))

    def test_words_are_added(self):
        self.assertEqual(self.ask("/words/world", "PUT"), (201, {"new": True}))
        self.assertEqual(self.ask("/words/world", "PUT"), (200, {"new": False}))
        self.assertEqual(self.ask("/nearest?word=wrold"), (200, [{"word": "world", "distance": 1}]))

    def test_wrong_questions_are_answered_as_such(self):
        for path, method, status in [("/nearest", "GET", 400), ("/nowhere", "GET", 404), ("/words/4u", "PUT", 400)]:
            with self.subTest(path=path), self.assertRaises(HTTPError) as caught:
                self.ask(path, method)
            self.assertEqual(caught.exception.code, status)

    def test_the_service_says_that_it_is_well(self):
        self.assertEqual(self.ask("/health"), (200, {"status": "well"}))
