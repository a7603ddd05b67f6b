"use strict";
(() => {
  const at = id => document.getElementById(id);
  const box = at("search"), field = at("q"), said = at("said"), none = at("none");
  const ticks = [...box.querySelectorAll("input[type=checkbox]")];
  box.hidden = false;
  let entries, places, vocabulary, found = [];

  // Letters without accents and case, in words: runs of Han, runs of anything else that is a letter or a digit.
  const words = text => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "")
    .match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) || [];

  // Each name as its words and once more without the gaps, so that “t mobile” and “tmobile” both find it.
  const known = text => (text || "").split(";").flatMap(name => {
    const parts = words(name);
    return parts.length > 1 ? [...parts, parts.join("")] : parts;
  });

  function read() {
    entries = []; places = []; vocabulary = new Map();
    for (const place of document.querySelectorAll("section[data-s]")) {
      const group = {place, open: true, left: 0}, country = known(place.dataset.s);
      places.push(group);
      for (const item of place.querySelectorAll("li")) {
        const entry = {item, group, open: true, suits: item.dataset.f || "", nearest: -1};
        const all = new Set([...known(item.textContent), ...known(item.dataset.s), ...country]);
        entry.text = " " + [...all].join(" ");
        for (const word of all) vocabulary.has(word) ? vocabulary.get(word).push(entry) : vocabulary.set(word, [entry]);
        entries.push(entry);
      }
    }
  }

  // Edits from the typed word to the start of a name (Damerau, three rows of the table); Han may begin anywhere in it.
  const rows = [0, 1, 2].map(() => new Uint8Array(64));
  function distance(typed, name, most, anywhere) {
    const n = anywhere ? name.length : Math.min(name.length, typed.length + most);
    let [before, row, next] = rows;
    for (let j = 0; j <= n; j++) row[j] = anywhere ? 0 : j;
    for (let i = 1; i <= typed.length; i++) {
      let least = next[0] = i;
      for (let j = 1; j <= n; j++) {
        const same = typed[i - 1] === name[j - 1];
        let cost = same ? row[j - 1] : 1 + Math.min(row[j], next[j - 1], row[j - 1]);
        if (i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        if ((next[j] = cost) < least) least = cost;
      }
      if (least > most) return least;
      [before, row, next] = [row, next, before];
    }
    return Math.min(...row.subarray(0, n + 1));
  }

  // The names nearest to a word that stands in none of them, as a set of entries.
  const isHan = word => word > "\u2e7f";
  function near(word) {
    const han = isHan(word), length = word.length;
    let most = length > 60 ? 0 : han ? +(length > 2) : length < 4 ? 0 : length < 7 ? 1 : 2, hits = new Set();
    if (!most) return hits;
    for (const [name, holders] of vocabulary) {
      if (name.length + most < length || name.length > 60 || isHan(name) !== han) continue;
      const edits = distance(word, name, most, han);
      if (edits > most) continue;
      if (edits < most) { most = edits; hits = new Set(); }
      for (const entry of holders) hits.add(entry);
    }
    return hits;
  }

  function apply() {
    if (!entries) read();
    const typed = words(field.value), wanted = ticks.reduce((sum, tick) => sum + (tick.checked ? +tick.value : 0), 0);
    let guessed = false;
    const tests = typed.map(word => {
      const inside = (word.length > 1 || isHan(word) ? "" : " ") + word;
      if (entries.some(entry => entry.text.includes(inside))) return entry => entry.text.includes(inside);
      guessed = true;
      const hits = near(word);
      return entry => hits.has(entry);
    });
    found = entries.filter(entry => tests.every(test => test(entry)) &&
      (!wanted || [...entry.suits].some(mask => (parseInt(mask, 16) & wanted) === wanted)));
    for (const group of places) group.left = 0;
    const shown = new Set(found);
    for (const entry of entries) {
      const open = shown.has(entry);
      if (open !== entry.open) entry.item.hidden = !(entry.open = open);
      entry.group.left += open;
    }
    for (const group of places) if (!!group.left !== group.open) group.place.hidden = !(group.open = !!group.left);
    none.hidden = found.length > 0;
    const asked = typed.length || wanted;
    said.textContent = !asked || !found.length ? "" : (guessed ? said.dataset.near : "") +
      (found.length === 1 ? said.dataset.one : said.dataset.many.replace("#", found.length));
  }

  field.addEventListener("focus", () => entries || read());
  field.addEventListener("input", event => event.isComposing || apply());
  field.addEventListener("compositionend", apply);
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.isComposing && found.length === 1) found[0].item.querySelector("a").click();
  });
  for (const tick of ticks) tick.addEventListener("change", apply);
  addEventListener("pageshow", () => { if (field.value || ticks.some(tick => tick.checked)) apply(); });
})();
