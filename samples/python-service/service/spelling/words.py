"""A list of words, and the nearest of them to a misspelt one."""

from editdistance_native import distance


class Words:
    def __init__(self, words=()):
        self._words = set()
        for word in words:
            self.add(word)

    def add(self, word):
        """Adds a word; says whether it was new."""
        word = word.strip().lower()
        if not word.isalpha() or len(word) > 50:
            raise ValueError("a word has letters only, at most 50")
        if word in self._words:
            return False
        self._words.add(word)
        return True

    def nearest(self, word, most=3):
        """The words that fewest edits lead to, at most two edits away, with their distances."""
        word = word.strip().lower()
        near = ((distance(word, x), x) for x in self._words if abs(len(x) - len(word)) <= 2)
        return sorted(x for x in near if x[0] <= 2)[:most]
