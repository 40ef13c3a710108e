// Moves the focus to the error summary where the browser did not heed autofocus, and says so in the title.
const summary = document.getElementById("fel");
if (summary) {
  if (document.activeElement !== summary) summary.focus();
  const heading = summary.querySelector("h2");
  document.title = `${heading.textContent} – ${document.title}`;
}
