// Draws the figure that the server builds, and keeps the chosen event and the stretch of time in the address.
"use strict";
(() => {
  const chart = document.getElementById("chart");
  const note = document.getElementById("chart-note");
  const zoom = document.querySelector(".zoom");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const PAPER = 680;
  const config = { displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: false };
  let order = [];
  let drawing = null;
  let waiting = 0;

  const { state, address } = Live;
  const soon = (work) => { clearTimeout(waiting); waiting = setTimeout(work, 120); };

  // --- chart ---------------------------------------------------------------------------------------------------

  const draw = async () => {
    const params = state();
    params.set("width", Math.round(chart.clientWidth));
    params.set("theme", dark.matches ? "dark" : "light");
    drawing?.abort();
    drawing = new AbortController();
    chart.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`${chart.dataset.figure}?${params}`, { signal: drawing.signal });
      if (answer.redirected) return location.reload();  // a login is asked for
      if (!answer.ok) throw new Error(`The chart could not be loaded (${answer.status})`);
      const figure = await answer.json();
      await Plotly.react(chart, figure.data ?? [], { ...figure.layout, width: chart.clientWidth }, config);
      const meta = figure.layout.meta ?? {};
      order = meta.order ?? [];
      note.textContent = meta.note ?? "";
      const seen = params.get("zoom") ?? (params.get("gaps") === "compressed" ? "all" : "story");
      for (const button of zoom.querySelectorAll("[data-zoom=story], [data-zoom=all]")) {
        button.setAttribute("aria-pressed", String(seen === button.dataset.zoom));
      }
      chart.dataset.theme = params.get("theme");
      chart.dataset.drawn = `${params.get("event") ?? ""}|${params.get("zoom") ?? "story"}`;
      chart.removeAttribute("aria-busy");
    } catch (error) {
      if (error.name === "AbortError") return;
      chart.removeAttribute("aria-busy");
      note.textContent = `${error.message}. The table holds the same events.`;
    }
  };

  const onPaper = () => {
    const params = state();
    params.set("width", PAPER);
    params.set("theme", "light");
    const asked = new XMLHttpRequest();
    asked.open("GET", `${chart.dataset.figure}?${params}`, false);  // no sheet is laid by what comes later
    try { asked.send(); } catch { return null; }
    return asked.status === 200 ? JSON.parse(asked.responseText) : null;
  };

  const stretch = (from, to) => {
    const params = state();
    params.set("zoom", `${from}/${to}`.replaceAll(" ", "T"));
    history.replaceState(null, "", address(params));
    soon(draw);
  };

  const zooms = {
    story: () => null, all: () => null,
    in: ([a, b]) => [a + (b - a) / 4, b - (b - a) / 4],
    out: ([a, b]) => [a - (b - a) / 2, b + (b - a) / 2],
    left: ([a, b]) => [a - (b - a) / 2, b - (b - a) / 2],
    right: ([a, b]) => [a + (b - a) / 2, b + (b - a) / 2],
  };
  // plotly's dates have no zone; they are read and written as if they were UTC, so that no zone ever moves them.
  const read = (text) => Date.parse(`${text.replace(" ", "T")}${text.length > 10 ? "" : "T00:00"}Z`);
  const [FIRST, LAST] = ["0001-01-01", "9999-12-31"].map(read);
  const write = (moment) => new Date(Math.min(Math.max(moment, FIRST), LAST)).toISOString().slice(0, 19);

  const look = (way) => {
    if (!zooms[way] || !chart.layout?.xaxis) return;
    const range = zooms[way](chart.layout.xaxis.range.map(read));
    if (range) return stretch(...range.map(write));
    const params = state();
    params.delete("zoom");
    if (way === "all") params.set("zoom", "all");
    history.replaceState(null, "", address(params));
    draw();
  };

  // The picture leaves the page, so it carries the story's title along.
  const save = (format) => {
    const { font, margin, height } = chart.layout, room = Math.round(font.size * 2.6);
    const whole = document.querySelector("h1").textContent, most = Math.floor(chart.clientWidth / font.size / 0.9);
    const fitting = whole.length > most ? `${whole.slice(0, most - 1)}…` : whole;
    const title = fitting.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const layout = {
      ...chart.layout, height: height + room, margin: { ...margin, t: margin.t + room },
      title: { text: `<b>${title}</b>`, font: { size: font.size * 1.5 }, xref: "paper", x: 0, yref: "container", y: 1, yanchor: "top", pad: { t: font.size } },
    };
    const size = { width: chart.clientWidth, height: height + room };
    return Plotly.downloadImage({ data: chart.data, layout, config }, { format, filename: chart.dataset.name, ...size, scale: 2 });
  };

  // --- the chosen event ----------------------------------------------------------------------------------------

  const showPanel = async (id, { focus }) => {
    const panel = document.getElementById("panel-event"), key = document.getElementById("panel-key");
    for (const row of document.querySelectorAll("tr[aria-current]")) row.removeAttribute("aria-current");
    key.hidden = Boolean(id);
    panel.hidden = !id;
    if (!id) return;
    document.getElementById(`row-${id}`)?.setAttribute("aria-current", "true");
    const answer = await fetch(`${chart.dataset.panel}?${state()}`).catch(() => null);
    if (state().get("event") !== id) return;
    if (answer?.redirected) return location.reload();
    if (!answer?.ok) { panel.textContent = "This event could not be loaded. Load the page again."; return; }
    panel.innerHTML = await answer.text();
    panel.parentElement.scrollTop = 0;
    const title = document.getElementById("panel-title");
    if (focus) title?.focus({ preventScroll: true });
    const { top } = panel.getBoundingClientRect();
    if (top < 0 || top > innerHeight * 0.7) panel.scrollIntoView({ block: "start" });
  };

  const show = (options) => Promise.all([draw(), showPanel(state().get("event") ?? "", options)]);

  const choose = (id, options = { focus: true }) => {
    const params = state();
    if ((params.get("event") ?? "") === id) return;
    if (id) params.set("event", id); else params.delete("event");
    history.pushState(null, "", address(params));
    show(options);
  };

  // --- clicks and keys -----------------------------------------------------------------------------------------

  zoom.addEventListener("click", (click) => look(click.target.dataset.zoom));
  document.addEventListener("click", (click) => { if (click.target.dataset?.picture) save(click.target.dataset.picture); });

  document.addEventListener("click", (click) => {
    const link = click.target.closest("a[data-event]");
    if (!link || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    choose(link.dataset.event);
  });

  const keys = {
    Escape: () => choose("", { focus: false }),
    ArrowLeft: () => step(-1), ArrowRight: () => step(1),
    Home: () => choose(order[0], { focus: false }), End: () => choose(order.at(-1), { focus: false }),
    Enter: () => document.getElementById("panel-title")?.focus(),
    "+": () => look("in"), "=": () => look("in"), "-": () => look("out"), 0: () => look("story"), a: () => look("all"),
    "<": () => look("left"), ">": () => look("right"),
  };

  const step = (by) => {
    const at = order.indexOf(state().get("event"));
    choose(order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length], { focus: false });
  };

  chart.addEventListener("keydown", (press) => {
    if (!keys[press.key] || press.ctrlKey || press.metaKey || press.altKey || (!order.length && press.key !== "Escape")) return;
    press.preventDefault();
    keys[press.key]();
  });

  const reveal = () => { for (const part of document.querySelectorAll(".needs-script")) part.hidden = false; };

  const start = async () => {
    chart.hidden = zoom.hidden = false;
    reveal();
    await draw();
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();  // the chart has moved it
    document.dispatchEvent(new Event("drawn"));
    Sheets.prepare(chart, PAPER, onPaper);
    chart.on("plotly_click", (click) => choose(click.points[0].customdata));
    chart.on("plotly_hover", () => chart.classList.add("over-event"));
    chart.on("plotly_unhover", () => chart.classList.remove("over-event"));
    chart.on("plotly_relayout", (change) => {
      if ("xaxis.range[0]" in change) stretch(change["xaxis.range[0]"], change["xaxis.range[1]"]);
    });
    dark.addEventListener("change", draw);
    addEventListener("popstate", () => show({ focus: false }));
    document.addEventListener("refreshed", () => { reveal(); draw(); });
    let width = chart.clientWidth;
    new ResizeObserver(() => {
      if (Math.abs(chart.clientWidth - width) < 8) return;
      width = chart.clientWidth;
      soon(draw);
    }).observe(chart);
  };
  start();
})();
