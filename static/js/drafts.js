// Keeps what is being written in the browser until it has been sent: <form data-draft="whose:what">.
// An expired session, a closed window or a lost connection then eats no text. A draft goes when the page shows what
// was sent (data-sent holds the form's submission_key), when it is thrown away, or after a week.
const PREFIX = "draft:";
const WEEK = 7 * 24 * 60 * 60 * 1000;

// Whatever a person fills in, but for what must not lie about: passwords, codes, files.
const FIELDS = "textarea, select, input:not([type=hidden], [type=password], [type=file], [type=submit], [autocomplete=one-time-code])";
const isChoice = (field) => field.type === "checkbox" || field.type === "radio";
const fieldsOf = (form) => [...form.querySelectorAll(FIELDS)].filter((field) => field.name);
const textsOf = (form) => fieldsOf(form).filter((field) => !isChoice(field) && field.options === undefined);

// {name: [values]} of what is written and chosen; a group of choices with none of them stands there empty.
function filledIn(form) {
  const values = {};
  for (const field of fieldsOf(form)) {
    values[field.name] ??= [];
    if (isChoice(field)) { if (field.checked) values[field.name].push(field.value); }
    else if (field.options) values[field.name].push(...[...field.selectedOptions].map((option) => option.value));
    else values[field.name].push(field.value);
  }
  return values;
}

const keyOf = (form) => form.querySelector("[name=submission_key]");

function tidy() {
  const sent = new Set([...document.querySelectorAll("[data-sent]")].map((post) => post.dataset.sent));
  for (const name of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    const draft = JSON.parse(localStorage.getItem(name));
    if (sent.has(draft.key) || Date.now() - draft.at > WEEK) localStorage.removeItem(name);
  }
}

function isTouched(form) {
  const fresh = form.cloneNode(true);
  fresh.reset();
  return JSON.stringify(filledIn(form)) !== JSON.stringify(filledIn(fresh));
}

function keep(form, name) {
  if (!isTouched(form)) {
    localStorage.removeItem(name);
    return;
  }
  localStorage.setItem(name, JSON.stringify({ at: Date.now(), key: keyOf(form)?.value, values: filledIn(form) }));
}

function bring(form, name) {
  const draft = JSON.parse(localStorage.getItem(name) || "null");
  // A form that comes back with errors already holds what was written.
  if (!draft || form.querySelector("[aria-invalid=true]")) return;
  for (const field of fieldsOf(form)) {
    if (!(field.name in draft.values)) continue;
    const kept = [draft.values[field.name]].flat();
    if (isChoice(field)) {
      field.checked = kept.includes(field.value);
      continue;
    }
    if (field.options) {
      for (const option of field.options) option.selected = kept.includes(option.value);
      continue;
    }
    const text = kept[0];
    if (!text || text === field.defaultValue) continue;
    // A quotation that was asked for goes below what had been written.
    const quotes = field.defaultValue.startsWith("> ") && !text.includes(field.defaultValue.trim());
    field.value = quotes ? `${text.trimEnd()}\n\n${field.defaultValue}` : text;
  }
  if (draft.key && keyOf(form)) keyOf(form).value = draft.key;
  const note = form.querySelector("[data-draft-note]");
  if (note) note.hidden = false;
}

// Tells the server that the text is safe here: should the session have ended, the form is met again as it was.
function tellKept(form) {
  const mark = Object.assign(document.createElement("input"), { type: "hidden", name: "text_is_kept", value: "1" });
  if (!form.elements.text_is_kept) form.append(mark);
}

function watch(form) {
  const name = PREFIX + form.dataset.draft;
  const fresh = keyOf(form)?.value;
  let timer;
  const drop = () => {
    clearTimeout(timer);
    localStorage.removeItem(name);
  };
  bring(form, name);
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(form, name), 400);
  });
  form.addEventListener("submit", () => {
    keep(form, name);
    tellKept(form);
  });
  form.querySelector("[data-draft-cancel]")?.addEventListener("click", drop);
  form.querySelector("[data-draft-discard]")?.addEventListener("click", () => {
    drop();
    form.reset();
    if (fresh) keyOf(form).value = fresh;
    form.querySelector("[data-draft-note]").hidden = true;
    textsOf(form).at(-1).focus();
  });
}

try {
  tidy();
  for (const form of document.querySelectorAll("form[data-draft]")) watch(form);
} catch {
  // No storage in this browser, or a full one: the forms work as they are.
}
