// Whatever was in the image or the Dockerfile becomes text, never markup: elements are made here alone, and of text nodes.

const byId = id => document.getElementById(id);

/** An element; an attribute that is null or false is left out, true has no value. Children are elements and texts. */
function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {}))
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  made.append(...children);
  return made;
}

// What cannot be seen, or turns a line around, is shown as its number.
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;
const shown = text => String(text ?? "").replace(hidden, x => `\\u{${x.codePointAt(0).toString(16).toUpperCase()}}`);

function bytesText(bytes) {
  for (const [unit, factor] of [["GB", 1e9], ["MB", 1e6], ["kB", 1e3]])
    if (bytes >= factor * 0.99995) return `${(bytes / factor).toFixed(1)} ${unit}`;
  return `${bytes} B`;
}

const timeText = milliseconds =>
  milliseconds < 995 ? `${(milliseconds / 1000).toFixed(2)} s`
    : milliseconds < 99950 ? `${(milliseconds / 1000).toFixed(1)} s`
      : `${Math.floor(Math.round(milliseconds / 1000) / 60)}m ${String(Math.round(milliseconds / 1000) % 60).padStart(2, "0")}s`;

const countText = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
const shareText = (part, whole) => whole > 0 ? `${(100 * part / whole).toFixed(1)} %` : "";

const lineLink = line => line === null ? "" : make("a", { href: `#L${line}` }, `line ${line}`);
