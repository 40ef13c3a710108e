// <button data-copy="#id" data-copied="Kopierat">: copies the text of the element named; hidden until it can work.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.querySelector(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  button.hidden = false;
  const words = button.querySelector("[data-label]") ?? button;
  const before = words.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText((source.value ?? source.textContent).trim());
    words.textContent = button.dataset.copied;
    setTimeout(() => { words.textContent = before; }, 4000);
  });
}
