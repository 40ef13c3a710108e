// <form data-autosave="/address/">: saves what is written, a while after the last key, without leaving the page.
// The server answers {message, fields}: fields are the hidden ones to go on from. After a conflict it stops, and the
// button that saves shows both texts. Without this module the buttons do all of it.
const PAUSE = 3000;
// Whatever a person fills in, but for what must not lie about: passwords, codes, files.
const FIELDS = "textarea, select, input:not([type=hidden], [type=password], [type=file], [type=submit], [autocomplete=one-time-code])";
const isChoice = (field) => field.type === "checkbox" || field.type === "radio";

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector("[data-autosave-status]");
  let timer = 0;
  let saving = null;
  let isDirty = false;
  let isStopped = false;

  const say = (text) => { if (status && status.textContent !== text) status.textContent = text; };

  const body = () => {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return data;
  };

  const save = async () => {
    clearTimeout(timer);
    if (saving) await saving;
    if (!isDirty || isStopped) return;
    isDirty = false;
    say(form.dataset.saving);
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: body(), headers: { Accept: "application/json" } });
      const result = await answer.json();
      for (const [name, value] of Object.entries(result.fields ?? {})) form.elements[name].value = value;
      if (!answer.ok) isDirty = true;
      if (answer.status === 409) isStopped = true;
      say(result.message);
    } catch {
      isDirty = true;
      say(form.dataset.failed);
    }
  };

  const saveAlone = () => {
    const running = save().finally(() => { if (saving === running) saving = null; });
    saving = running;
    return running;
  };

  // The server may ask for the login instead of taking the form. What was typed waits here, in this tab alone, and
  // comes back as long as nothing has been saved since, for the organisation that it was written for.
  const kept = `text:${location.pathname}:${form.elements.for_organisation?.value ?? ""}`;
  const fields = () => [...form.querySelectorAll(FIELDS)].filter((field) => field.name);
  const valueOf = (field) => (isChoice(field) ? field.checked : field.value);
  const place = (field) => (isChoice(field) ? `${field.name}=${field.value}` : field.name);
  const texts = () => Object.fromEntries(fields().map((field) => [place(field), valueOf(field)]));
  const number = () => form.elements.edit_number.value;

  const restore = () => {
    const before = JSON.parse(sessionStorage.getItem(kept) ?? "null");
    sessionStorage.removeItem(kept);
    if (before?.number !== number()) return;
    for (const field of fields()) {
      const was = before.texts[place(field)];
      if (was === undefined || was === "" || was === valueOf(field)) continue;
      if (isChoice(field)) field.checked = was;
      else field.value = was;
      isDirty = true;
    }
    if (isDirty) say(form.dataset.restored);
  };

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    isDirty = true;
    if (isStopped) return;
    say(form.dataset.unsaved);
    clearTimeout(timer);
    timer = setTimeout(saveAlone, PAUSE);
  });

  // A save under way must have answered first, or the form would be older than its own autosave.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    // Tells the server that the text is safe here: should the session have ended, the form is met again as it was.
    const mark = Object.assign(document.createElement("input"), { type: "hidden", name: "text_is_kept", value: "1" });
    if (!form.elements.text_is_kept) form.append(mark);
    sessionStorage.setItem(kept, JSON.stringify({ number: number(), texts: texts() }));
    if (!saving) { isDirty = false; return; }
    event.preventDefault();
    const button = event.submitter;
    saving.finally(() => { saving = null; isDirty = false; form.requestSubmit(button); });
  });

  restore();
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && isDirty) saveAlone(); });
  addEventListener("beforeunload", (event) => { if (isDirty) event.preventDefault(); });
}
