// Swaps in how far a job is until it is over, and opens the story when there is nothing to tell but success.
"use strict";
(() => {
  const page = document.getElementById("job");
  const EVERY = 1000;
  const shown = () => page.querySelector(".job").dataset;

  const renew = async () => {
    try {
      const answer = await fetch(page.dataset.progress);
      if (answer.ok) {
        const focused = document.activeElement?.id;
        page.innerHTML = await answer.text();
        if (focused) (document.getElementById(focused) ?? document.getElementById("job-story"))?.focus();
      }
    } catch {
      // The server may be starting again: the next look will tell.
    }
    const { open, state, clean, story } = shown();
    if (open) setTimeout(renew, EVERY);
    else if (state === "done" && clean && story) location.replace(story);
  };

  if (shown().open) setTimeout(renew, EVERY / 2);
})();
