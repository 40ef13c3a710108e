/*
 * How hard the text in an editor's form is to read, counted while it is written: the same measure as
 * portal/core/readability.py, which says what stands in the panel when the page opens.
 */
const LONG_WORD = 7;
const SHORT_TEXT = 30;
const WORD = /\p{L}[\p{L}\p{N}_-]*/gu;

// The rich text editor keeps its text as JSON in a hidden field.
function rich(value) {
  if (!value.startsWith('{"')) return "";
  try {
    return JSON.parse(value).blocks?.map((block) => block.text).join("\n") ?? "";
  } catch {
    return "";
  }
}

function isRemoved(field) {
  const block = field.closest("[data-streamfield-child]");
  return block?.querySelector(":scope > input[name$='-deleted']")?.value === "1";
}

function written(form) {
  const hidden = [...form.querySelectorAll("input[type=hidden]")].map((input) => (isRemoved(input) ? "" : rich(input.value)));
  const plain = form.querySelectorAll("textarea:not([name*=search_description]), [data-streamfield-child] input[type=text]");
  return [...[...plain].filter((field) => !isRemoved(field)).map((field) => field.value), ...hidden].join("\n");
}

export function lix(text) {
  const words = text.match(WORD) ?? [];
  if (words.length < SHORT_TEXT) return { words: words.length, figure: null };
  const sentences = text.split(/[.!?:]+(?=\s|$)|\n+/).filter((part) => /\p{L}/u.test(part));
  const long = words.filter((word) => word.length >= LONG_WORD);
  return {
    words: words.length,
    figure: Math.round(words.length / sentences.length + (100 * long.length) / words.length),
  };
}

function show(panel) {
  const { words, figure } = lix(written(panel.closest("form")));
  const bands = panel.dataset.lixBands.split("|").map((band) => band.split(":"));
  const band = figure === null ? "" : bands.find(([below]) => figure < Number(below))[1];
  const told = figure === null ? panel.dataset.lixShort : `LIX ${figure}, ${band}`;
  const place = panel.querySelector("[data-lix-figure]");
  // Told to screen readers only when it has changed.
  if (place.textContent !== told) place.textContent = told;
  panel.querySelector("[data-lix-words]").textContent = words;
}

for (const panel of document.querySelectorAll("[data-lix]")) {
  const form = panel.closest("form");
  let waiting;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(panel), 800);
  };
  // The rich text editor writes its hidden field a moment after each key.
  for (const kind of ["input", "keyup", "change", "paste"]) form.addEventListener(kind, later);
}
