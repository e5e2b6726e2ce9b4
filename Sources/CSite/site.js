// What pages can do beyond their links: keys, a palette, charts to brush, queries to keep. Every page works without it.
"use strict";

const root = document.documentElement;
const base = root.dataset.base || "";
const hasDialogs = typeof HTMLDialogElement === "function";
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const on = (target, type, act) => target.addEventListener(type, act);
const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
const go = (address) => location.assign(address);
const searchAddress = (query) => `${base}/search?q=${encodeURIComponent(query)}`;

const set = (element, attributes) => {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
};
/** An element. Children are nodes or text, never markup. */
const node = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  set(element, attributes);
  element.append(...children);
  return element;
};
const button = (label, act, attributes = {}) => {
  const element = node("button", { type: "button", ...attributes }, label);
  on(element, "click", act);
  return element;
};

/** What the browser keeps for the reader; it may refuse to. */
const recall = (key) => {
  try { return localStorage.getItem(`rapporteur.${key}`); } catch { return null; }
};
const remember = (key, value) => {
  try { localStorage.setItem(`rapporteur.${key}`, value); } catch { /* then not */ }
};

// One polite line tells eyes and screen readers what happened. It stands there empty: a live region that comes with its text is
// often not read.
const line = node("div", { class: "said", role: "status" });
document.body.append(line);
let silence;
const say = (text) => {
  clearTimeout(silence);
  line.textContent = text;
  silence = setTimeout(() => { line.textContent = ""; }, 5000);
};

const makeDialog = (attributes, ...children) => {
  const dialog = node("dialog", { closedby: "any", ...attributes }, ...children);
  document.body.append(dialog);
  return dialog;
};

// ---- Theme ----

const themes = ["auto", "light", "dark"];
const theme = () => root.dataset.theme || "auto";
const setTheme = (name) => {
  if (["light", "dark"].includes(name)) root.dataset.theme = name; else delete root.dataset.theme;
};
setTheme(recall("theme"));
const turnTheme = () => {
  setTheme(themes[(themes.indexOf(theme()) + 1) % themes.length]);
  remember("theme", theme());
  themeButton.textContent = `Theme: ${theme()}`;
  say(`Theme: ${theme()}`);
};
const themeButton = button(`Theme: ${theme()}`, turnTheme);

// ---- Help ----

const menu = all(".masthead a[data-go]");
// Single keys get in the way of speech input and of hands that slip, so a reader can do without them (WCAG 2.1.4).
let hasKeys = recall("keys") !== "off";
let help;

const makeHelp = () => {
  const list = node("dl");
  const keys = [
    ["j, k", "the next item and the one before"], ["o, Enter", "open it"], ["u", "back"],
    ["[ and ]", "the page before and the next page"], ["/", "search"], [": or Ctrl+K", "go anywhere"],
    ["t", "theme: the system's, light, dark"], ["?", "these keys"], ...menu.map((link) => [`g ${link.dataset.go}`, words(link)]),
  ];
  for (const [key, told] of keys) list.append(node("dt", {}, node("kbd", {}, key)), node("dd", {}, told));
  const box = node("input", { type: "checkbox" });
  box.checked = hasKeys;
  on(box, "change", () => {
    hasKeys = box.checked;
    remember("keys", hasKeys ? "on" : "off");
  });
  const label = node("label", {}, box, " Single keys (Ctrl+K works without)");
  return makeDialog({ class: "keys", "aria-labelledby": "keys" }, node("h2", { id: "keys" }, "Keys"), list, label,
    button("Close", () => help.close()));
};
const openHelp = () => {
  if (!hasDialogs) return;
  help ??= makeHelp();
  help.showModal();
};
for (const hint of all(".keys-hint")) {
  hint.after(" ", themeButton);
  if (hasDialogs) hint.replaceWith(button(words(hint), openHelp, { class: "keys-hint" }));
}

// ---- Items ----

let current = null;
const choose = (item) => {
  current?.classList.remove("current");
  current = item;
  current.classList.add("current");
};
const linkOf = (item) => one("a.headline[href]", item) || one("a[href]", item);

const step = (by) => {
  const items = all("[data-item]").filter((item) => item.getClientRects().length > 0);
  if (!items.length) return;
  let at = items.indexOf(current) + by;
  if (!items.includes(current)) {
    // a page come back to stands where it stood: go on from there
    at = items.findIndex((item) => item.getBoundingClientRect().top >= 0);
    if (at < 0) at = items.length;
  }
  const item = items[Math.max(0, Math.min(items.length - 1, at))];
  choose(item);
  linkOf(item)?.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
};
// the Tab key and these keys go through the same items
on(document, "focusin", (event) => {
  const item = event.target.closest("[data-item]");
  if (item) choose(item);
});

// ---- Queries that the reader keeps ----

const keptQueries = () => {
  try {
    const kept = JSON.parse(recall("kept"));
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, 30) : [];
  } catch { return []; }
};
const keep = one("button.keep");
const keptList = one("ul.kept");

const drawKept = () => {
  const queries = keptQueries();
  keptList.replaceChildren(...queries.map((query) => {
    const forget = () => {
      remember("kept", JSON.stringify(keptQueries().filter((other) => other !== query)));
      drawKept();
      say(`Forgotten: ${query}`);
      (one("button", keptList) || keep).focus();
    };
    const link = node("a", { href: searchAddress(query) }, query);
    return node("li", {}, link, button("forget", forget, { "aria-label": `forget ${query}` }));
  }));
  keptList.hidden = queries.length === 0;
};
if (keep && keptList) {
  keep.hidden = false;
  on(keep, "click", () => {
    const query = document.getElementById("query")?.value.trim();
    if (!query) return say("There is no query to keep");
    remember("kept", JSON.stringify([query, ...keptQueries().filter((other) => other !== query)].slice(0, 30)));
    drawKept();
    say(keptQueries().includes(query) ? `Kept: ${query}` : "This browser keeps nothing");
  });
  drawKept();
}

// ---- Palette ----

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** This page's sections, the menu, kept queries and the foot's links. */
const places = () => [
  ...all("h2[id]:not(dialog *)").map((heading) => ({ label: words(heading), kind: "on this page", address: `#${heading.id}` })),
  ...menu.map((link) => ({ label: words(link), kind: "menu", address: link.href })),
  ...keptQueries().map((query) => ({ label: query, kind: "kept query", address: searchAddress(query) })),
  ...all(".pager a, .foot a").map((link) => {
    const before = link.matches(".foot p:first-child:not(:last-child) a") ? "This page as " : "";
    return { label: before + words(link), kind: "link", address: link.href };
  }),
];

const makePalette = () => {
  const list = node("ul", { role: "listbox", id: "palette", "aria-label": "Where to go" });
  const input = node("input", {
    role: "combobox", "aria-label": "Go to", "aria-controls": "palette", "aria-expanded": "true", "aria-autocomplete": "list",
    autocomplete: "off", spellcheck: "false", placeholder: "Go to, or search",
  });
  const dialog = makeDialog({ class: "palette", "aria-label": "Go to" }, input, list);
  let [known, suggested, options, chosen, asked] = [[], [], [], 0, 0];
  let delay;

  const mark = () => {
    all("li", list).forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    input.setAttribute("aria-activedescendant", options.length ? `palette-${chosen}` : "");
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
  };
  const draw = () => {
    const query = input.value.trim();
    const parts = folded(query).split(/\s+/);
    options = known.filter(({ label, kind }) => parts.every((part) => folded(`${label} ${kind}`).includes(part)));
    // what comes late is put last, so that nothing moves under the reader's hand
    const search = { label: `Search the register for “${query}”`, kind: "", address: searchAddress(query) };
    if (query) options.push(search, ...suggested);
    list.replaceChildren(...options.map(({ label, kind }, i) =>
      node("li", { role: "option", id: `palette-${i}` }, node("span", {}, label), " ", node("span", { class: "kind" }, kind))));
    mark();
  };
  const ask = async (query, number) => {
    try {
      const answer = await fetch(`${base}/suggest.json?q=${encodeURIComponent(query)}`);
      const { items } = await answer.json();
      if (number !== asked) return; // the reader has typed on
      suggested = items.filter(({ address }) => /^\/(?!\/)/.test(address)); // this site's alone
      draw();
    } catch { /* the palette does without */ }
  };
  const follow = (option) => {
    if (!option) return;
    dialog.close(); // gives the focus back first, so that a section of this page can take it
    go(option.address);
  };

  on(input, "input", () => {
    [chosen, suggested, asked] = [0, [], asked + 1];
    draw();
    clearTimeout(delay);
    const query = input.value.trim();
    if (query) delay = setTimeout(ask, 150, query, asked);
  });
  on(input, "keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || !(by || event.key === "Enter")) return;
    event.preventDefault();
    if (!by) return follow(options[chosen]);
    chosen = options.length ? (chosen + by + options.length) % options.length : 0;
    mark();
  });
  on(list, "mousedown", (event) => event.preventDefault()); // the focus stays in the field
  on(list, "click", (event) => follow(options[[...list.children].indexOf(event.target.closest("li"))]));

  return () => {
    [known, suggested, chosen, asked] = [places(), [], 0, asked + 1];
    input.value = "";
    dialog.showModal();
    input.focus();
    draw();
  };
};
let palette;
const openPalette = () => {
  if (!hasDialogs) return;
  palette ??= makePalette();
  palette();
};

// ---- Keys ----

/** The key by its letter; where the keyboard writes another script, by its place, so that j is j for a writer of Russian. */
const letter = ({ key, code }) => {
  if (key.length > 1) return key;
  if (key <= "\u007f") return key.toLowerCase();
  return code.startsWith("Key") ? code.slice(3).toLowerCase() : { BracketLeft: "[", BracketRight: "]" }[code] || key;
};
const follow = (rel) => {
  const link = one(`a[rel~="${rel}"], link[rel~="${rel}"]`);
  if (link) go(link.href);
};
const find = document.getElementById("find");
const actions = {
  j: () => step(1),
  k: () => step(-1),
  o: () => current && linkOf(current)?.click(),
  u: () => history.back(),
  t: turnTheme,
  "[": () => follow("prev"),
  "]": () => follow("next"),
  "/": () => { find?.focus(); find?.select(); },
  "?": openHelp,
  ":": openPalette,
};
let goUntil = 0;

on(document, "keydown", (event) => {
  if (!event.key || event.isComposing || event.defaultPrevented || one("dialog[open]")) return;
  const key = letter(event);
  const { altKey, shiftKey } = event;
  const isHeld = event.ctrlKey || event.metaKey || altKey;
  if (key === "k" && isHeld && !altKey && !shiftKey && hasDialogs) {
    event.preventDefault();
    return openPalette();
  }
  const isTyping = event.target.isContentEditable || event.target.closest?.("input, textarea, select");
  // AltGr counts as Ctrl+Alt on some systems, and [ needs it on some keyboards
  if (!hasKeys || isTyping || (isHeld && !event.getModifierState("AltGraph"))) return;
  const link = Date.now() < goUntil && menu.find((other) => other.dataset.go === key);
  goUntil = key === "g" ? Date.now() + 1500 : 0;
  const act = link ? () => go(link.href) : actions[key];
  if (!act) return;
  event.preventDefault();
  act();
});

// ---- Charts ----

const brush = (chart) => {
  const bars = all("g[data-first][data-last]", chart);
  const height = one("rect.ground", chart)?.getAttribute("height");
  if (!height) return;
  const width = chart.viewBox.baseVal.width / bars.length;
  const selection = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  set(selection, { class: "brush", y: 0, height });
  const label = `${chart.getAttribute("aria-label")}. Arrow keys choose a bar, with Shift a stretch; Enter goes there.`;
  set(chart, { role: "group", tabindex: 0, "aria-label": label });

  // where the selection began and where it is; null while there is none
  let [from, to, isDragging] = [null, null, false];
  const ends = () => [bars[Math.min(from, to)], bars[Math.max(from, to)]];
  const bound = (i) => Math.max(0, Math.min(bars.length - 1, i));
  const select = (start, end) => {
    [from, to] = [start, end];
    set(selection, { x: Math.min(from, to) * width, width: (Math.abs(to - from) + 1) * width });
    chart.append(selection);
    const [first, last] = ends().map((bar) => one("title", bar).textContent);
    say(from === to ? first : `${first.split(":")[0]} to ${last.split(":")[0]}`);
  };
  const clear = () => {
    [from, to, isDragging] = [null, null, false];
    selection.remove();
    say("");
  };
  /** The first bar's address with the last bar's end in the place of its own, which is the last thing in it. */
  const address = () => {
    const [first, last] = ends().map((bar) => bar.dataset);
    const at = first.address.lastIndexOf(first.last);
    return at < 0 ? first.address : first.address.slice(0, at) + last.last + first.address.slice(at + first.last.length);
  };
  const barAt = (event) => {
    const box = chart.getBoundingClientRect();
    return bound(Math.floor((event.clientX - box.left) / box.width * bars.length));
  };

  on(chart, "pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    isDragging = true;
    chart.setPointerCapture(event.pointerId);
    select(barAt(event), barAt(event));
  });
  on(chart, "pointermove", (event) => {
    if (isDragging && barAt(event) !== to) select(from, barAt(event));
  });
  on(chart, "pointerup", (event) => {
    if (!isDragging) return;
    isDragging = false;
    const { top, bottom } = chart.getBoundingClientRect();
    // let go well above or below the chart: the reader has thought better of it
    if (event.clientY < top - 60 || event.clientY > bottom + 60) clear(); else go(address());
  });
  on(chart, "pointercancel", clear);
  on(chart, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = bars.length - 1;
    const next = { ArrowLeft: (to ?? last + 1) - 1, ArrowRight: (to ?? -1) + 1, Home: 0, End: last }[event.key];
    if (next !== undefined) select(event.shiftKey && from !== null ? from : bound(next), bound(next));
    else if (event.key === "Enter" && from !== null) go(address());
    else if (event.key === "Escape") clear();
    else return;
    event.preventDefault();
  });
  on(window, "pagehide", clear); // a page that comes back has no selection
};
all("svg[data-brush]").forEach(brush);

// ---- The words that an address points at ----

// Where readings overlap, a stretch of a report is cut into many marks; its address says how long it is.
const light = () => {
  for (const mark of all("mark.lit")) mark.classList.remove("lit");
  const [, start, end] = /^#s(\d+)-(\d+)$/.exec(location.hash) || [];
  let left = end - start;
  let next = start && document.getElementById(`s${start}-${end}`)?.nextSibling;
  for (; next && left > 0; next = next.nextSibling) {
    if (next.nodeName === "MARK") next.classList.add("lit");
    left -= [...next.textContent].length; // in code points, as spans are
  }
};
light();
on(window, "hashchange", light);

// ---- Paper ----

// For browsers that cannot open a fold by style alone.
let folds = [];
on(window, "beforeprint", () => {
  folds = all("details:not([open])");
  folds.forEach((fold) => { fold.open = true; });
});
on(window, "afterprint", () => folds.forEach((fold) => { fold.open = false; }));
