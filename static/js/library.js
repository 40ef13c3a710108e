// The list answers as soon as a filter changes. The same addresses work without this.
const library = document.querySelector("[data-library]");
const form = library?.querySelector("form");
const answer = library?.querySelector("[data-answer]");
let asked = 0;

// Brings the shown elements in line with the fresh ones and keeps those that are there, so that the focus stays.
const follow = (shown, fresh, key, update) => {
  const wanted = new Set([...fresh.children].map(key));
  const kept = new Map();
  for (const item of [...shown.children]) {
    if (wanted.has(key(item))) kept.set(key(item), item);
    else if (item.contains(document.activeElement)) item.querySelector(".count").childNodes[1].data = "0";
    else item.remove();
  }
  [...fresh.children].forEach((twin, place) => {
    const item = kept.get(key(twin)) ?? twin;
    if (item !== twin) update(item, twin);
    if (shown.children[place] !== item) shown.insertBefore(item, shown.children[place] ?? null);
  });
};

const followOption = (item, twin) => {
  item.querySelector(".count").replaceChildren(...twin.querySelector(".count").childNodes);
  item.querySelector("input").checked = twin.querySelector("input").checked;
};

const followFacet = (item, twin) => {
  if (!item.dataset.facet) return;
  follow(item.querySelector("ul"), twin.querySelector("ul"), (option) => option.querySelector("input").value, followOption);
};

const show = (page) => {
  const next = page.querySelector("[data-library]");
  const facets = next.querySelector(".fold__body");
  if (facets) follow(library.querySelector(".fold__body"), facets, (facet) => facet.dataset.facet, followFacet);
  library.querySelector("[data-chosen]").replaceChildren(...(next.querySelector("[data-chosen]")?.childNodes ?? []));
  answer.replaceChildren(...next.querySelector("[data-answer]").childNodes);
  for (const link of document.querySelectorAll(".tool[hreflang]")) {
    link.href = page.querySelector(`.tool[hreflang="${link.hreflang}"]`)?.getAttribute("href") ?? link.href;
  }
  // Words put in place of others are read out: the number of examples is the page's status.
  library.querySelector("[role=status]").textContent = next.querySelector("[role=status]").textContent;
};

const ask = async (url) => {
  const turn = ++asked;
  answer.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(response.status);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (turn !== asked) return;
    history.pushState(null, "", url);
    show(page);
    answer.removeAttribute("aria-busy");
  } catch {
    if (turn === asked) location.assign(url);
  }
};

if (form && answer) {
  library.classList.add("is-live");
  const fold = library.querySelector(".fold");
  const isWide = matchMedia("(width >= 60rem)").matches;
  if (fold && isWide && !CSS.supports("selector(::details-content)")) fold.open = true;
  form.addEventListener("change", (event) => {
    if (event.target.type !== "checkbox") return;
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    ask(`${form.getAttribute("action")}${query.size ? `?${query}` : ""}`);
  });
  addEventListener("popstate", () => location.reload());
}
