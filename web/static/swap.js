// Parts of a page are renewed without a new page: what another answer holds under the same id takes their place.
"use strict";
const Swap = (() => {
  const renew = (part, fresh) => {
    const other = fresh.getElementById(part.id);
    if (other) part.replaceWith(document.adoptNode(other));
    return other;
  };

  // Everything that is marked as live, without what is no more; the focus stays where it was.
  const live = (fresh) => {
    const at = document.activeElement?.id;
    for (const part of document.querySelectorAll("[data-live]")) part.hidden = !renew(part, fresh);
    if (at && document.activeElement === document.body) document.getElementById(at)?.focus({ preventScroll: true });
  };

  const parse = (text) => new DOMParser().parseFromString(text, "text/html");

  return { renew, live, parse };
})();
