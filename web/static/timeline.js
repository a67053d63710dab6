// Draws the figure that the server builds, and keeps the chosen event and the stretch of time in the address.
"use strict";
(() => {
  const chart = document.getElementById("chart");
  const panel = document.getElementById("panel-event");
  const key = document.getElementById("panel-key");
  const note = document.getElementById("chart-note");
  const zoom = document.querySelector(".zoom");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const config = { displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: false };
  let order = [];
  let drawing = null;
  let waiting = 0;

  const state = () => new URLSearchParams(location.search);
  const address = (params) => `${location.pathname}${params.size ? `?${params}` : ""}`;
  const soon = (work) => { clearTimeout(waiting); waiting = setTimeout(work, 120); };

  const draw = async () => {
    const params = state();
    params.set("width", Math.round(chart.clientWidth));
    params.set("theme", dark.matches ? "dark" : "light");
    drawing?.abort();
    drawing = new AbortController();
    try {
      const answer = await fetch(`${chart.dataset.figure}?${params}`, { signal: drawing.signal });
      if (!answer.ok) throw new Error(`the chart could not be loaded (${answer.status})`);
      const figure = await answer.json();
      await Plotly.react(chart, figure.data ?? [], { ...figure.layout, width: chart.clientWidth }, config);
      const meta = figure.layout.meta ?? {};
      order = meta.order ?? [];
      note.textContent = meta.note ?? "";
      for (const button of zoom.querySelectorAll("[data-zoom=story], [data-zoom=all]")) {
        button.setAttribute("aria-pressed", String(!params.has("from") && (params.get("range") ?? "story") === button.dataset.zoom));
      }
      chart.dataset.theme = params.get("theme");
      chart.dataset.drawn = `${params.get("event") ?? ""}|${params.get("from") ?? params.get("range") ?? "story"}`;
    } catch (error) {
      if (error.name !== "AbortError") note.textContent = `${error.message}. The table holds the same events.`;
    }
  };

  const showPanel = async (id, { focus }) => {
    for (const row of document.querySelectorAll("tr[aria-current]")) row.removeAttribute("aria-current");
    key.hidden = Boolean(id);
    panel.hidden = !id;
    if (!id) return;
    document.getElementById(`row-${id}`)?.setAttribute("aria-current", "true");
    const answer = await fetch(`${chart.dataset.panel}?${state()}`);
    if (!answer.ok || state().get("event") !== id) return;
    panel.innerHTML = await answer.text();
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

  const stretch = (from, to) => {
    const params = state();
    params.delete("range");
    params.set("from", from);
    params.set("to", to);
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
  const write = (moment) => new Date(moment).toISOString().slice(0, 23).replace("T", " ");

  zoom.addEventListener("click", (click) => {
    const way = click.target.dataset.zoom;
    if (!way || !chart.layout?.xaxis) return;
    const range = zooms[way](chart.layout.xaxis.range.map(read));
    if (range) return stretch(...range.map(write));
    const params = state();
    for (const name of ["from", "to", "range"]) params.delete(name);
    if (way === "all") params.set("range", "all");
    history.replaceState(null, "", address(params));
    draw();
  });

  document.addEventListener("click", (click) => {
    const link = click.target.closest("a[data-event]");
    if (!link || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    choose(link.dataset.event);
  });

  chart.addEventListener("keydown", (press) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[press.key];
    if (press.key === "Escape") return choose("", { focus: false });
    if (!step || !order.length) return;
    press.preventDefault();
    const at = order.indexOf(state().get("event"));
    choose(order[at < 0 ? (step > 0 ? 0 : order.length - 1) : (at + step + order.length) % order.length], { focus: false });
  });

  const start = async () => {
    chart.hidden = zoom.hidden = false;
    await draw();
    chart.on("plotly_click", (click) => choose(click.points[0].customdata));
    chart.on("plotly_hover", () => chart.classList.add("over-event"));
    chart.on("plotly_unhover", () => chart.classList.remove("over-event"));
    chart.on("plotly_relayout", (change) => {
      if ("xaxis.range[0]" in change) stretch(change["xaxis.range[0]"], change["xaxis.range[1]"]);
    });
    dark.addEventListener("change", draw);
    addEventListener("popstate", () => show({ focus: false }));
    let width = chart.clientWidth;
    new ResizeObserver(() => {
      if (Math.abs(chart.clientWidth - width) < 8) return;
      width = chart.clientWidth;
      soon(draw);
    }).observe(chart);
  };
  start();
})();
