"use strict";

/** Notices on a board, the newest first. */
class Board {
  #notices = [];
  #next = 1;
  #now;

  constructor(now = () => new Date()) {
    this.#now = now;
  }

  /** Puts up a notice; returns what is wrong with it, or nothing. */
  add(author, text) {
    if (typeof author !== "string" || author.trim().length === 0 || author.length > 40) return "Say who you are, in at most 40 characters.";
    if (typeof text !== "string" || text.trim().length === 0 || text.length > 500) return "Write something, in at most 500 characters.";
    this.#notices.unshift({ id: this.#next++, author: author.trim(), text: text.trim(), at: this.#now() });
    this.#notices.length = Math.min(this.#notices.length, 100);
    return undefined;
  }

  /** The notices that have a word in them; all without one. */
  find(word = "") {
    const wanted = word.trim().toLowerCase();
    return this.#notices.filter((x) => `${x.author} ${x.text}`.toLowerCase().includes(wanted));
  }
}

module.exports = { Board };
