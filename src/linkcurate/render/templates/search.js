// Searches the index that Pagefind made of all digests; it lies beside this page, and nothing else is asked.
(async () => {
  "use strict";
  const [form, words, said, found, unable] = ["search", "words", "said", "found", "unable"].map((id) => document.getElementById(id));
  const most = 30;
  document.getElementById("scriptless").hidden = true;
  let pagefind;
  try {
    pagefind = await import(new URL("pagefind/pagefind.js", location.href).href);
    await pagefind.options({ excerptLength: 30 });
    await pagefind.init();
  } catch {
    unable.hidden = false; // opened from a disk, where browsers let no page read a file
    return;
  }

  // The entry that most of what was asked for stands in, so that a result leads to it.
  function place(result) {
    const entries = result.anchors.filter((anchor) => anchor.element === "li");
    const hits = new Map();
    for (const location of result.locations) {
      const entry = entries.findLast((anchor) => anchor.location <= location);
      if (entry) hits.set(entry.id, (hits.get(entry.id) ?? 0) + 1);
    }
    const [best] = [...hits].sort((one, other) => other[1] - one[1]);
    return result.url + (best ? `#${best[0]}` : "");
  }
  function shown(result) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = place(result);
    link.textContent = result.meta.title;
    const day = document.createElement("time");
    const date = result.meta.date ?? "";
    day.textContent = result.meta.title.includes(date) ? "" : date;
    const excerpt = document.createElement("p");
    excerpt.innerHTML = result.excerpt; // escaped by Pagefind, but for the <mark> around what was found
    item.append(link, " ", day, excerpt);
    return item;
  }
  async function search() {
    const asked = words.value.trim();
    history.replaceState(null, "", asked ? `#${new URLSearchParams({ words: asked })}` : "#");
    if (!asked) {
      found.replaceChildren();
      said.textContent = "";
      return;
    }
    const answer = await pagefind.debouncedSearch(asked);
    if (answer === null) return; // typed on meanwhile
    const results = await Promise.all(answer.results.slice(0, most).map((result) => result.data()));
    found.replaceChildren(...results.map(shown));
    said.textContent = results.length ? "" : said.dataset.nothing;
  }

  form.addEventListener("input", search);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  words.value = new URLSearchParams(location.hash.slice(1)).get("words") ?? "";
  if (words.value) await search();
})();
