// Shortcuts for every page, and the list of them. They can be switched off, for those who speak to their computer.
"use strict";
(() => {
  const dialog = document.getElementById("keys");
  const on = document.getElementById("single-keys");
  const kept = (() => { try { return localStorage; } catch { return null; } })();
  on.checked = kept?.getItem("single-keys") !== "off";
  on.addEventListener("change", () => kept?.setItem("single-keys", on.checked ? "on" : "off"));
  document.querySelector(".needs-keys").hidden = false;
  document.getElementById("show-keys").addEventListener("click", () => dialog.showModal());

  const typing = (element) => element?.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  document.addEventListener("keydown", (press) => {
    if (!on.checked || dialog.open || press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey || typing(press.target)) return;
    const page = /^[1-9]$/.test(press.key) && document.querySelectorAll(".story-nav a:not(.download)")[press.key - 1];
    const work = { "?": () => dialog.showModal(), "/": () => document.getElementById("filter-text")?.focus() }[press.key] ?? (page && (() => page.click()));
    if (!work) return;
    press.preventDefault();
    work();
  });
})();
