// Shows the figure that fits the window, in the reader's colours; a click on an event opens its row.
"use strict";
(() => {
  const chart = document.getElementById("chart");
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const config = { displaylogo: false, displayModeBar: false, doubleClick: false, scrollZoom: false };

  const draw = async () => {
    const fitting = figures[dark.matches ? "dark" : "light"];
    const figure = fitting.findLast((f) => f.width <= chart.clientWidth) ?? fitting[0];
    await Plotly.react(chart, figure.data, { ...figure.layout, width: Math.max(chart.clientWidth, figure.width) }, config);
    chart.dataset.drawn = String(figure.width);
  };

  const open = (id) => {
    const row = document.getElementById(id);
    if (!row) return;
    row.querySelector("details")?.setAttribute("open", "");
    row.scrollIntoView({ block: "center" });
    row.querySelector("summary")?.focus({ preventScroll: true });
  };

  chart.hidden = false;
  draw().then(() => chart.on("plotly_click", (event) => open(event.points[0].customdata)));
  dark.addEventListener("change", draw);
  let waiting = 0;
  addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(draw, 150); });
  Sheets.prepare(chart, figures.light[1].width, () => figures.light[1]);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => d.setAttribute("open", "")));
})();
