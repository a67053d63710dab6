// The filter and the links of a page work without a new page: what the server makes of the address takes the place of
// what stands there. All that a reader chooses is kept in the address. Without this script they are plain forms and links.
"use strict";
const Live = (() => {
  const form = document.getElementById("filter");
  let waiting = 0;

  const state = () => new URLSearchParams(location.search);
  const address = (params) => `${location.pathname}${params.size ? `?${params}` : ""}`;
  const soon = (work, ms = 120) => { clearTimeout(waiting); waiting = setTimeout(work, ms); };

  const refresh = async () => {
    const wanted = location.href;
    const answer = await fetch(wanted).catch(() => null);
    if (location.href !== wanted) return;
    const fresh = answer && Swap.parse(await answer.text());
    const shown = document.getElementById("shown");
    if (answer?.ok && shown && !fresh.getElementById("shown")) return location.reload();  // a login is asked for, or nothing is left
    if (!answer?.ok) {
      if (shown) shown.textContent = fresh?.querySelector(".lead")?.textContent ?? "This could not be loaded.";
      return;
    }
    Swap.live(fresh);
    if (form && !form.contains(document.activeElement)) {
      const open = form.querySelector("details")?.open;
      form.replaceChildren(...document.adoptNode(fresh.getElementById("filter")).childNodes);
      form.querySelector("details").open = open;
    }
    if (shown) shown.textContent = fresh.getElementById("shown").textContent;
    document.dispatchEvent(new Event("refreshed"));
  };

  const go = (params) => {
    const zoom = state().get("zoom");
    if (zoom) params.set("zoom", zoom); else params.delete("zoom");
    if (`${params}` === `${state()}`) return;
    history.pushState(null, "", address(params));
    refresh();
  };

  const apply = () => {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim()) params.append(name, value.trim());
    const event = state().get("event");
    if (event) params.set("event", event); else params.delete("event");
    go(params);
  };

  form?.addEventListener("submit", (submit) => { submit.preventDefault(); apply(); });
  form?.addEventListener("change", apply);
  form?.addEventListener("input", (input) => { if (input.target.type === "search") soon(apply, 350); });

  document.addEventListener("click", (click) => {
    const link = click.target.closest("a[data-swap]");
    if (!link || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    go(new URL(link.href).searchParams);
  });
  addEventListener("popstate", refresh);

  return { state, address };
})();
