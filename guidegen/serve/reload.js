(() => {
  "use strict";
  const { page, digest } = document.currentScript.dataset;
  const memory = "guidegen:" + page;

  // Back to where the reader was. Reading positions are kept per page and for one reload only.
  const position = sessionStorage.getItem(memory);
  if (position !== null) {
    sessionStorage.removeItem(memory);
    history.scrollRestoration = "manual";
    const [x, y] = position.split(",").map(Number);
    scrollTo(x, y);
    addEventListener("load", () => { scrollTo(x, y); history.scrollRestoration = "auto"; }, { once: true });
  }

  const host = document.createElement("guidegen-faults");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    section { position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 70vh; overflow: auto;
      box-sizing: border-box; padding: .75rem 1rem 1rem; color: #fff; background: #3a1014; border-top: 4px solid #ff6b6b;
      font: 16px/1.5 system-ui, sans-serif; }
    h2 { margin: 0 3rem .25rem 0; font-size: 1.1rem; }
    h3 { margin: .75rem 0 .25rem; font-size: 1rem; overflow-wrap: anywhere; }
    p { margin: .25rem 0; overflow-wrap: anywhere; }
    pre { margin: .25rem 0; padding: .5rem; overflow: auto; background: #1d0809; font: 14px/1.4 monospace; }
    button { position: absolute; top: .5rem; right: .5rem; min-width: 44px; min-height: 44px; font: inherit;
      color: inherit; background: none; border: 1px solid; border-radius: 4px; cursor: pointer; }
    @media print { section { display: none; } }
  `);
  root.adoptedStyleSheets = [sheet];

  const add = (parent, name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    return parent.appendChild(element);
  };

  let shown = "[]";
  const close = () => host.remove();
  const show = (faults) => {
    if (JSON.stringify(faults) === shown) return;
    shown = JSON.stringify(faults);
    root.replaceChildren();
    if (faults.length === 0) return close();
    const section = add(root, "section", "");
    section.setAttribute("role", "alert");
    add(section, "h2", faults.length === 1 ? "1 error. This is the last sound page." :
      faults.length + " errors. This is the last sound page.");
    for (const fault of faults) {
      add(section, "h3", `${fault.path}:${fault.line}:${fault.column} ${fault.code} ${fault.message}`);
      if (fault.excerpt) add(section, "pre", fault.excerpt);
      if (fault.help) add(section, "p", "help: " + fault.help);
    }
    const button = add(section, "button", "×");
    button.setAttribute("aria-label", "Close");
    button.addEventListener("click", close);
    document.documentElement.append(host);
  };
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  // A browser keeps few connections to one host, so only a page that is seen holds one.
  let events = null;
  const hear = (event) => {
    const state = JSON.parse(event.data);
    if (state.digest === digest) return show(state.faults);
    sessionStorage.setItem(memory, scrollX + "," + scrollY);
    events.close();
    location.reload();
  };
  const listen = () => {
    if (events) events.close();
    events = null;
    if (document.visibilityState !== "visible") return;
    events = new EventSource("/-/events?page=" + encodeURIComponent(page));
    events.addEventListener("message", hear);
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  listen();
})();
