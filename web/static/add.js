// Files that are dropped or chosen: listed, taken away again, folders opened. Without it, the file field does its work.
"use strict";
(() => {
  const form = document.querySelector("form[data-add]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector(".uploads");
  const sum = form.querySelector(".uploads-sum");
  const submit = form.querySelector("button[type=submit]");
  const SHOWN = 8;
  let chosen = [];

  const size = (bytes) => bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

  const show = () => {
    const transfer = new DataTransfer();
    for (const file of chosen) transfer.items.add(file);
    input.files = transfer.files;
    list.replaceChildren(...chosen.slice(0, SHOWN).map((file, at) => {
      const row = document.createElement("li");
      const name = document.createElement("span");
      const away = document.createElement("button");
      name.textContent = file.name;
      away.type = "button";
      away.className = "linklike";
      away.textContent = "remove";
      away.setAttribute("aria-label", `Remove ${file.name}`);
      away.addEventListener("click", () => { chosen.splice(at, 1); show(); input.focus(); });
      row.append(name, `${size(file.size)} `, away);
      return row;
    }));
    list.hidden = !chosen.length;
    sum.hidden = !chosen.length;
    const more = chosen.length > SHOWN ? `… and ${chosen.length - SHOWN} more. ` : "";
    const whole = chosen.reduce((bytes, file) => bytes + file.size, 0);
    sum.textContent = chosen.length ? `${more}${chosen.length === 1 ? "1 file" : `${chosen.length} files`}, ${size(whole)}.` : "";
  };

  const add = (files) => {
    const known = new Set(chosen.map((file) => `${file.name}|${file.size}|${file.lastModified}`));
    chosen.push(...[...files].filter((file) => !known.has(`${file.name}|${file.size}|${file.lastModified}`)));
    show();
  };

  const inside = async (entry) => {
    if (entry.name.startsWith(".")) return [];
    if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const entries = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!entries.length) return found;
      for (const inner of entries) found.push(...await inside(inner));
    }
  };

  input.addEventListener("change", () => { const files = [...input.files]; input.webkitdirectory = false; add(files.filter((file) => !file.name.startsWith("."))); });
  form.querySelector("[data-folder]").addEventListener("click", () => { input.webkitdirectory = true; input.click(); input.webkitdirectory = false; });
  form.querySelector(".drop-more").hidden = false;

  let depth = 0;
  const over = (on) => form.classList.toggle("over", on);
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragenter", (event) => { if (holdsFiles(event)) { depth += 1; over(true); } });
  document.addEventListener("dragleave", (event) => { if (holdsFiles(event)) { depth = Math.max(0, depth - 1); over(depth > 0); } });
  document.addEventListener("dragover", (event) => { if (holdsFiles(event)) event.preventDefault(); });
  document.addEventListener("drop", async (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    over(false);
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = [...event.dataTransfer.files];
    add(entries.length ? (await Promise.all(entries.map(inside))).flat() : files);
  });

  form.addEventListener("submit", () => {
    submit.setAttribute("aria-busy", "true");
    submit.textContent = "Reading…";
  });
  addEventListener("pageshow", () => { submit.removeAttribute("aria-busy"); submit.textContent = "Read it"; });
})();
