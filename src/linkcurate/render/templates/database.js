// Filters the rows that are in the page; all of them stay there for who reads without scripts.
(() => {
  "use strict";
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const fields = ["words", "outlet", "category", "year", "remark"].filter((name) => document.getElementById(name));
  const control = Object.fromEntries(fields.map((name) => [name, document.getElementById(name)]));
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”„]/g, '"').toLowerCase();

  const sections = [...document.querySelectorAll("#links .digest")].map((element) => {
    const digestYear = element.querySelector("h3 time").dateTime.slice(0, 4);
    const rows = [...element.querySelectorAll("li")].map((row) => ({
      element: row,
      words: plain(`${row.textContent} ${row.dataset.summary}`),
      outlet: [row.querySelector("cite")?.textContent ?? ""],
      category: [...row.querySelectorAll("b")].map((name) => name.textContent),
      remark: [...row.querySelectorAll(".remark")].map((remark) => remark.textContent),
      year: [row.querySelector("time")?.dateTime.slice(0, 4) ?? digestYear],
    }));
    return { element, rows };
  });
  const years = [...document.querySelectorAll("#links > section")];
  const rows = sections.flatMap((section) => section.rows);

  for (const name of fields.slice(1)) {
    const values = [...new Set(rows.flatMap((row) => row[name]))].filter(Boolean);
    values.sort(new Intl.Collator(document.documentElement.lang).compare);
    if (name === "year") values.reverse();
    control[name].append(...values.map((value) => new Option(value)));
  }

  function filter() {
    const words = plain(control.words.value).split(/\s+/).filter(Boolean);
    const chosen = fields.slice(1).filter((name) => control[name].value);
    const fits = (row) =>
      words.every((word) => row.words.includes(word)) && chosen.every((name) => row[name].includes(control[name].value));
    let count = 0;
    for (const section of sections) {
      let some = false;
      for (const row of section.rows) {
        const fitting = fits(row);
        row.element.hidden = !fitting;
        some ||= fitting;
        count += fitting;
      }
      section.element.hidden = !some;
    }
    for (const year of years) year.hidden = !year.querySelector(".digest:not([hidden])");
    const number = new Intl.NumberFormat(document.documentElement.lang);
    shown.textContent = shown.dataset.text
      .replace("{shown}", number.format(count))
      .replace("{all}", number.format(rows.length));
  }

  // What is chosen stands in the address, so that a selection can be bookmarked and passed on.
  function remember() {
    const chosen = fields.filter((name) => control[name].value).map((name) => [name, control[name].value]);
    history.replaceState(null, "", `#${new URLSearchParams(chosen)}`);
  }
  function recall() {
    const chosen = new URLSearchParams(location.hash.slice(1));
    for (const name of fields) control[name].value = chosen.get(name) ?? "";
    filter();
  }

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { filter(); remember(); }, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", recall);
  form.hidden = shown.hidden = false;
  recall();
})();
