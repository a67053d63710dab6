// Swaps in how far a job is until it is over, and opens the story when there is nothing to tell but success.
"use strict";
(() => {
  const page = document.getElementById("job");
  const says = document.getElementById("job-says");
  const EVERY = 1000;
  const shown = () => page.querySelector(".job").dataset;

  // Whoever listens is told each new heading, and each tenth of the way: not each second.
  const spoken = () => {
    const heading = page.querySelector("h1").textContent;
    const bar = page.querySelector("progress");
    return bar?.value ? `${heading}: ${Math.floor(10 * bar.position) * 10} percent` : heading;
  };
  const speak = () => { if (says.textContent !== spoken()) says.textContent = spoken(); };

  const renew = async () => {
    try {
      const answer = await fetch(page.dataset.progress);
      if (answer.redirected) return location.reload();  // a login is asked for
      if (answer.ok) {
        const focused = document.activeElement?.id;
        page.innerHTML = await answer.text();
        if (focused) (document.getElementById(focused) ?? document.getElementById("job-story"))?.focus();
        speak();
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
