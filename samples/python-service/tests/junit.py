"""Runs the tests and writes what they came to as JUnit: python tests/junit.py FILE."""

import sys
import time
import unittest
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr


class Recorder(unittest.TextTestResult):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.cases = []

    def startTest(self, test):
        super().startTest(test)
        self.began = time.monotonic()

    def stopTest(self, test):
        super().stopTest(test)
        problems = [text for failed, text in self.failures + self.errors if failed is test or getattr(failed, "test_case", None) is test]
        name, group = test.id().rsplit(".", 1)[1], test.id().rsplit(".", 1)[0]
        inside = f"<failure>{escape(problems[0])}</failure>" if problems else ""
        self.cases.append(f"<testcase classname={quoteattr(group)} name={quoteattr(name)} time=\"{time.monotonic() - self.began:.3f}\">{inside}</testcase>")


def main(file):
    result = unittest.TextTestRunner(resultclass=Recorder, verbosity=2).run(unittest.defaultTestLoader.discover(Path(__file__).parent))
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text(f"<testsuite tests=\"{len(result.cases)}\">{''.join(result.cases)}</testsuite>", encoding="utf-8")
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
