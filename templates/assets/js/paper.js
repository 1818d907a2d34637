// The paper reads completely without this file. It adds: "2 hours ago" beside fresh dates, and the device's own
// share sheet where there is one.
(() => {
  "use strict";
  const language = document.documentElement.lang;
  const now = Date.now();
  try {
    const ago = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    for (const time of document.querySelectorAll(".card-meta time, .breaking time")) {
      const minutes = Math.round((now - Date.parse(time.dateTime)) / 60000);
      if (minutes >= 0 && minutes < 24 * 60) {
        time.title = time.textContent;
        time.textContent = minutes < 60 ? ago.format(-minutes, "minute") : ago.format(-Math.floor(minutes / 60), "hour");
      }
    }
  } catch {
    // An old browser keeps the dates as they were printed.
  }
  const share = document.querySelector(".share");
  if (share && navigator.share) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = share.getAttribute("aria-label");
    button.addEventListener("click", () => {
      navigator.share({ title: document.title, url: location.href }).catch(() => {});
    });
    const item = document.createElement("li");
    item.append(button);
    share.querySelector("ul").prepend(item);
  }
})();
