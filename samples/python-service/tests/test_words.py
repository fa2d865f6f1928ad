import unittest

from editdistance_native import distance

from spelling.words import Words


class DistanceTests(unittest.TestCase):
    def test_it_counts_edits(self):
        for a, b, edits in [("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("hello", "helo", 1), ("hello", "hlelo", 1), ("straße", "strasse", 2)]:
            with self.subTest(a=a, b=b):
                self.assertEqual(distance(a, b), edits)
                self.assertEqual(distance(b, a), edits)

    def test_it_takes_texts_only(self):
        with self.assertRaises(TypeError):
            distance("a", 1)


class WordsTests(unittest.TestCase):
    def test_the_nearest_come_first(self):
        words = Words(["hello", "help", "shell", "world"])
        self.assertEqual(words.nearest("helo"), [(1, "hello"), (1, "help"), (2, "shell")])

    def test_nothing_far_away_is_suggested(self):
        self.assertEqual(Words(["world"]).nearest("xyzzy"), [])

    def test_a_word_is_new_once(self):
        words = Words()
        self.assertTrue(words.add("Tea"))
        self.assertFalse(words.add("tea "))

    def test_what_is_no_word_is_refused(self):
        for bad in ["", "two words", "4u", "x" * 51]:
            with self.subTest(bad=bad), self.assertRaises(ValueError):
                Words().add(bad)
