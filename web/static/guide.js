// Puts a mark on what the guided example speaks of, and brings it into view. Who comes from one step to the next hears
// and reads that step first.
"use strict";
(() => {
  const ARRIVED = "guide-arrived";
  const card = document.getElementById("guide");
  const title = document.getElementById("guide-title");
  const place = document.getElementById(card.dataset.place);
  const marked = place?.closest("section, article, aside") ?? place;
  marked?.classList.add("guide-place");

  const bring = () => {
    const { top } = marked.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) marked.scrollIntoView({ block: "start" });
  };

  const kept = (() => { try { return sessionStorage; } catch { return null; } })();
  card.addEventListener("click", (click) => {
    const link = click.target.closest("a");
    if (!link) return;
    if (!link.rel && marked) {  // "Show me", and it is on this page
      click.preventDefault();
      bring();
      marked.tabIndex = -1;
      marked.focus({ preventScroll: true });
      return;
    }
    kept?.setItem(ARRIVED, "yes");
  });

  if (!kept?.getItem(ARRIVED)) return;
  kept.removeItem(ARRIVED);
  // The browser takes the focus away when it goes to the place in the address, so this comes after that.
  const first = () => requestAnimationFrame(() => requestAnimationFrame(() => title.focus({ preventScroll: true })));
  if (document.readyState === "complete") first(); else addEventListener("load", first);
  if (!marked) return;
  bring();
  document.addEventListener("drawn", bring, { once: true });  // the chart takes its place last
})();
