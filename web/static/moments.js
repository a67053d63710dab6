// When something was done, by the reader's own clock. Without this script it is told in UTC.
"use strict";
(() => {
  const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  const MONTHS = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
  const two = (number) => String(number).padStart(2, "0");
  const told = (at) => `${WEEKDAYS[at.getDay()]} ${at.getDate()} ${MONTHS[at.getMonth()]} ${at.getFullYear()}, ${two(at.getHours())}:${two(at.getMinutes())}`;
  const tell = () => {
    for (const time of document.querySelectorAll("time[data-moment]")) time.textContent = told(new Date(time.dateTime));
  };
  tell();
  document.addEventListener("refreshed", tell);
})();
