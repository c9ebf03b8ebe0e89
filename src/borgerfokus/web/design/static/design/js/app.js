/* Behaviour on top of pages that all work without it. No text that a person typed is ever put in browser storage. */

const words = document.getElementById("announcements");
const announce = (text) => { if (words && text) words.textContent = text; };
const typing = (node) => node.closest("input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable]") !== null;

/* ---- single DKFDS components, on load and on what htmx swaps in; never DKFDS.init on a part of the page ---- */

function startComponents(root) {
  const { DKFDS } = window;
  for (const node of root.querySelectorAll("[data-drop] input[type=file]")) watchFiles(node);
  for (const form of root.querySelectorAll("form[data-autosave]")) autosave(form);
  if (!DKFDS) return;
  const summary = root.querySelector('[data-module="error-summary"]');
  if (summary) new DKFDS.ErrorSummary(summary).init();
  for (const node of root.querySelectorAll(".js-dropdown")) new DKFDS.Dropdown(node).init();
  for (const node of root.querySelectorAll(".form-limit")) new DKFDS.CharacterLimit(node).init();
  for (const node of root.querySelectorAll(".js-radio-toggle-group")) new DKFDS.RadioToggleGroup(node).init();
  for (const node of root.querySelectorAll(".js-checkbox-toggle-content")) new DKFDS.CheckboxToggleContent(node).init();
}

function watchFiles(input) {
  const shown = input.closest("[data-drop]").querySelector("[data-chosen]");
  const empty = shown.textContent;
  input.addEventListener("change", () => {
    shown.textContent = [...input.files].map((file) => file.name).join(", ") || empty;
  });
}

/* ---- drafts save themselves: POST of the whole form to data-autosave, the answer's text is shown ---- */

const unsaved = new Set();

function autosave(form) {
  const status = form.querySelector("[data-autosave-status]") ?? words;
  const tell = (text) => { if (status && text) status.textContent = text; };
  let timer;
  let running = false;
  let again = false;

  const body = () => {
    const data = new FormData(form);
    for (const [name, value] of [...data.entries()]) if (value instanceof File) data.delete(name);
    return data;
  };
  async function save() {
    if (running) { again = true; return; }
    running = true;
    tell(words?.dataset.saving);
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: body(), headers: { "X-Autosave": "1" } });
      const loggedOff = answer.status === 401 || answer.status === 403 || answer.redirected;
      if (answer.ok && !answer.redirected) {
        tell((await answer.text()).slice(0, 200));
        if (!again) unsaved.delete(form);
      } else {
        tell(loggedOff ? words?.dataset.ended : answer.status === 409 ? words?.dataset.conflict : words?.dataset.unsaved);
        if (!loggedOff && answer.status >= 500) timer = setTimeout(save, 10000);
      }
    } catch {
      tell(words?.dataset.unsaved);
      timer = setTimeout(save, 10000);
    } finally {
      running = false;
      if (again) { again = false; save(); }
    }
  }
  form.addEventListener("input", () => {
    unsaved.add(form);
    clearTimeout(timer);
    timer = setTimeout(save, 1200);
  });
  form.addEventListener("submit", () => { clearTimeout(timer); unsaved.delete(form); });
  addEventListener("pagehide", () => {
    if (unsaved.has(form)) navigator.sendBeacon(form.dataset.autosave, body());
  });
}

addEventListener("beforeunload", (event) => {
  for (const form of unsaved) if (!form.isConnected) unsaved.delete(form);
  if (unsaved.size) event.preventDefault();
});

/* ---- dialogs, and the question before a form with data-confirm is sent ---- */

const confirmed = new WeakSet();

function ask(form, submitter) {
  const dialog = document.getElementById("confirmation");
  dialog.querySelector("[data-text]").textContent = form.dataset.confirm;
  dialog.querySelector("[data-yes]").onclick = () => {
    confirmed.add(form);
    dialog.close();
    form.requestSubmit(submitter);
  };
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
  if (event.target.closest("[data-dialog-close]")) event.target.closest("dialog")?.close();
  for (const menu of document.querySelectorAll("details.bf-usermenu[open]")) if (!menu.contains(event.target)) menu.open = false;
});

/* ---- a form is sent once, however often its button is pressed ---- */

const sent = new WeakSet();
const free = (form) => {
  sent.delete(form);
  for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.confirm && !confirmed.has(form)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(form, event.submitter);
    return;
  }
  confirmed.delete(form);
  if (form.method !== "post") return;
  if (sent.has(form)) { event.preventDefault(); event.stopImmediatePropagation(); return; }
  sent.add(form);
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(() => free(form), 15000);
}, true);
document.addEventListener("htmx:afterRequest", (event) => { if (event.target.matches("form")) free(event.target); });
addEventListener("pageshow", () => { for (const form of document.forms) free(form); });

/* ---- keyboard: data-key on links, buttons and fields; j and k between rows; ? for the list; can be turned off ---- */

const KEYS_OFF = "bf-keys-off";
let first = "";

function move(step) {
  const rows = [...document.querySelectorAll("main [data-row]")].filter((row) => row.offsetParent !== null);
  if (!rows.length) return;
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
  const target = row.querySelector("a[href], button, summary, input") ?? row;
  if (target === row) row.tabIndex = -1;
  target.focus();
  row.scrollIntoView({ block: "nearest" });
}

function press(key) {
  const node = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!node) return false;
  if (node.matches("input, textarea, select")) node.focus(); else node.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (modified || typing(event.target) || document.querySelector("dialog[open]")) return;
  if (localStorage.getItem(KEYS_OFF)) return;
  const pair = first ? `${first} ${event.key}` : "";
  first = "";
  if ((pair && press(pair)) || press(event.key)) { event.preventDefault(); return; }
  if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
  if (event.key === "?") document.getElementById("shortcuts")?.showModal();
  if (document.querySelector(`[data-key^="${CSS.escape(event.key)} "]`)) first = event.key;
});

const toggle = document.querySelector("[data-keys-toggle]");
if (toggle) {
  toggle.checked = !localStorage.getItem(KEYS_OFF);
  toggle.addEventListener("change", () => {
    if (toggle.checked) localStorage.removeItem(KEYS_OFF); else localStorage.setItem(KEYS_OFF, "1");
  });
}

/* ---- start ---- */

document.addEventListener("htmx:responseError", () => announce(words?.dataset.failed));
document.addEventListener("htmx:sendError", () => announce(words?.dataset.failed));
document.addEventListener("htmx:load", (event) => { if (event.detail.elt !== document.body) startComponents(event.detail.elt); });
if (window.DKFDS) new window.DKFDS.Navigation().init();
startComponents(document);
