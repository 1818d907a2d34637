// The paper reads completely without this file. It adds: "2 hours ago" beside fresh dates, and the device's own
// share sheet where there is one, and puts a player in the place of an embed's button when it is pressed.
(() => {
  "use strict";
  const language = document.documentElement.lang;
  const now = Date.now();
  try {
    const ago = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    for (const time of document.querySelectorAll(".card-meta time, .breaking time")) {
      if (!time.dateTime.includes("T")) {
        continue; // Only the day is known.
      }
      const minutes = Math.round((now - Date.parse(time.dateTime)) / 60000);
      if (minutes >= 0 && minutes < 24 * 60) {
        time.title = time.textContent;
        time.textContent = minutes < 60 ? ago.format(-minutes, "minute") : ago.format(-Math.floor(minutes / 60), "hour");
      }
    }
  } catch {
    // An old browser keeps the dates as they were printed.
  }
  // Asked of the whole page: an entry of a live report may bring an embed that was not there when the page was loaded.
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".embed [data-player]");
    if (!button || event.ctrlKey || event.metaKey || event.shiftKey || !button.dataset.player.startsWith("https:")) {
      return;
    }
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.src = button.dataset.player;
    frame.title = button.closest(".embed").getAttribute("aria-label") || button.textContent;
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    button.closest(".embed-action").replaceWith(frame);
    frame.focus();
  });
  const share = document.querySelector(".share");
  if (share && navigator.share) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = share.getAttribute("aria-label");
    button.addEventListener("click", () => {
      navigator.share({ title: document.title, url: location.href }).catch(() => {});
    });
    const label = share.querySelector(".share-label");
    if (label) {
      label.replaceWith(button);
    } else {
      share.prepend(button);
    }
  }
})();
