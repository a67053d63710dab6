// What a person decides in a part of a page is sent, and shown, without a new page. Without this script a form is a form.
"use strict";
(() => {
  const announced = document.getElementById("announced");

  // The browser's own way, which also shows what went wrong.
  const plainly = (form, button) => {
    if (button?.name) {
      const value = document.createElement("input");
      value.type = "hidden";
      [value.name, value.value] = [button.name, button.value];
      form.append(value);
    }
    form.submit();
  };

  // What the server can't take is said below the form, which keeps what was written in it.
  const refuse = (form, problem) => {
    form.querySelector(".problem")?.remove();
    const said = document.createElement("p");
    [said.className, said.textContent] = ["problem", problem];
    said.setAttribute("role", "alert");
    form.append(said);
  };

  document.addEventListener("submit", async (submit) => {
    const form = submit.target, part = form.closest("[data-part]");
    if (!part || form.method !== "post") return;
    submit.preventDefault();
    if (part.getAttribute("aria-busy") === "true") return;
    part.setAttribute("aria-busy", "true");
    const place = form.closest("[tabindex='-1'][id]")?.id;
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, submit.submitter) }).catch(() => null);
    const fresh = answer && Swap.parse(await answer.text());
    const problem = answer?.status === 400 && fresh.querySelector("main .lead")?.textContent;
    part.removeAttribute("aria-busy");
    if (problem) return refuse(form, problem);
    if (!answer?.ok) return plainly(form, submit.submitter);
    const address = new URL(answer.url);
    if (!fresh.getElementById(part.id)) return location.replace(address.pathname + address.search); // kept: not sent twice
    if (address.pathname === location.pathname) history.replaceState(null, "", address.pathname + address.search);
    if (part.closest("details") && !fresh.getElementById(part.id).closest("details")) {
      history.replaceState(null, "", `#${part.id}`); // what was brought back belongs elsewhere
      return location.reload();
    }
    const shown = Swap.renew(part, fresh);
    Swap.live(fresh);
    const next = (place && document.getElementById(place)) || shown.querySelector("[tabindex='-1']");
    next?.focus({ preventScroll: true });
    announced.textContent = new URL(form.action).pathname.endsWith("/undo") ? "Undone." : "Kept. It can be undone.";
    document.dispatchEvent(new Event("refreshed"));
  });
})();
