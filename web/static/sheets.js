// A chart on paper: a table whose head, the axis, stands on every sheet and whose rows, strips of lanes, no sheet cuts.
// Browsers wait for nothing before they print, so all of it is done at once.
"use strict";
const Sheets = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  const shape = (name, attributes) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  // Where plotly draws the figure, out of sight.
  const draw = (figure, width) => {
    const desk = document.createElement("div");
    desk.className = "off-sheet";
    document.body.append(desk);
    Plotly.newPlot(desk, figure.data, { ...figure.layout, width }, { staticPlot: true });
    return desk;
  };

  // All of the drawing, as one shape that can be shown in parts.
  const whole = (desk) => {
    const store = shape("svg", { width: 0, height: 0 });
    store.append(shape("g", { id: "chart-on-paper" }));
    store.firstChild.append(...desk.querySelectorAll(".main-svg"));
    return store;
  };

  // What is written above the lanes, each word at its place: Chromium forgets how a shape is moved where it repeats it.
  const axis = (desk, width, height) => {
    const shown = shape("svg", { viewBox: `0 0 ${width} ${height}` });
    const { left, top } = desk.getBoundingClientRect();
    for (const word of desk.querySelectorAll("tspan.line, text:not(:has(tspan))")) {
      const box = word.getBoundingClientRect();
      if (!word.textContent.trim() || box.bottom - top > height) continue;
      const { fontSize, fill } = getComputedStyle(word);
      const at = { x: box.left - left + box.width / 2, y: box.top - top + box.height / 2 };
      const style = { "font-size": fontSize, fill, "text-anchor": "middle", "dominant-baseline": "central" };
      shown.append(shape("text", { ...at, ...style }));
      shown.lastChild.textContent = word.textContent;
    }
    shown.append(shape("path", { d: `M0 ${height - 0.5}H${width}`, stroke: "currentColor", "stroke-width": 0.5 }));
    return shown;
  };

  const strip = (width, from, to) => {
    const shown = shape("svg", { viewBox: `0 ${from} ${width} ${to - from}` });
    shown.append(shape("use", { href: "#chart-on-paper" }));
    return shown;
  };

  const clear = () => document.querySelector(".chart-sheets")?.remove();

  const lay = (chart, figure, width) => {
    clear();
    const edges = figure?.layout.meta?.strips ?? [];
    if (edges.length < 2) return;
    const desk = draw(figure, width);
    const table = document.createElement("table");
    table.createTHead().insertRow().insertCell().append(axis(desk, width, edges[0]));
    const body = table.createTBody();
    edges.slice(1).forEach((edge, n) => body.insertRow().insertCell().append(strip(width, edges[n], edge)));
    const sheets = document.createElement("div");
    sheets.className = "chart-sheets";
    sheets.setAttribute("aria-hidden", "true");
    sheets.append(whole(desk), table);
    desk.remove();
    chart.after(sheets);
  };

  // `drawing` gives what plotly draws for paper: light, and `width` pixels wide.
  const prepare = (chart, width, drawing) => {
    addEventListener("beforeprint", () => lay(chart, drawing(), width));
    addEventListener("afterprint", clear);
  };

  return { prepare };
})();
