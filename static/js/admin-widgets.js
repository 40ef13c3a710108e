/*
 * Wagtail's pickers, choosers and inline panels start themselves with a script printed beside them, which the admin's
 * Content-Security-Policy forbids. Our overrides of their templates print an element instead that says what to
 * start; this controller starts it when the element enters the page, from a form fetched later too.
 */

// By name, and no others: an attribute must never be able to name any function at all.
const MADE_WITH_NEW = [
  "Chooser",
  "DocumentChooser",
  "ImageChooser",
  "InlinePanel",
  "PageChooser",
  "SnippetChooser",
];
const CALLED = ["createTaskChooser", "initDateChooser", "initDateTimeChooser", "initTimeChooser"];

class AdminWidgetController extends window.StimulusModule.Controller {
  static values = { name: String, id: String, options: String };

  connect() {
    // Moving an inline form takes the element out and puts it back: start once.
    this.element.remove();
    const name = this.nameValue;
    const found = [];
    if (this.hasIdValue) found.push(this.idValue);
    // JSON inside a JavaScript string: Wagtail numbers new inline forms by looking for `__prefix__` up to the next
    // \u0022, and would number only the first in an attribute of plain JSON.
    if (this.hasOptionsValue) found.push(JSON.parse(JSON.parse(`"${this.optionsValue}"`)));
    if (MADE_WITH_NEW.includes(name)) {
      Reflect.construct(window[name], found);
    } else if (CALLED.includes(name)) {
      window[name](...found);
    } else {
      throw new Error(`${name} is not among the widgets that static/js/admin-widgets.js may start.`);
    }
  }
}

window.wagtail.app.register("admin-widget", AdminWidgetController);

// Wagtail names the link around our name only by where it leads. Whoever speaks to the page says what is seen.
const sidebar = document.querySelector("[data-wagtail-sidebar]");
function nameBranding() {
  const link = sidebar.querySelector("a:has(.portal-brand)");
  const name = link?.querySelector(".portal-brand__name")?.textContent;
  if (name && !link.getAttribute("aria-label")?.startsWith(name)) {
    link.setAttribute("aria-label", `${name}, ${link.getAttribute("aria-label") ?? ""}`);
  }
}
if (sidebar) {
  new MutationObserver(nameBranding).observe(sidebar, { childList: true, subtree: true });
  nameBranding();
}
