// Follows a live report while its page is open. The page is whole without this file; with it, new entries come by
// themselves. A small file beside the page says whether there is anything new; what is new is taken from the page, asked
// for again. Nothing that is being read moves: entries come in above only while their place is out of sight, and else
// wait behind a button.
(() => {
  "use strict";
  const live = document.querySelector(".live");
  if (!live) {
    return;
  }
  seek();
  if (!live.dataset.poll) {
    return;
  }
  const EVERY = 20000;
  const SLOWEST = 300000;
  const list = live.querySelector(".live-entries");
  const status = live.querySelector("[role=status]");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button live-button";
  button.hidden = true;
  live.querySelector(".live-news").append(button);
  const fresh = new Set();
  const seen = new IntersectionObserver((changes) => {
    for (const change of changes) {
      if (change.isIntersecting && fresh.delete(change.target.id)) {
        seen.unobserve(change.target);
        tell(false);
      }
    }
  });
  let known = live.dataset.print;
  let waiting = null;
  let torn = false;
  let wait = EVERY;
  let timer = 0;
  let asking = false;
  let over = false;

  button.addEventListener("click", () => {
    if (torn) {
      location.reload();
      return;
    }
    const first = [...fresh][0];
    if (waiting) {
      merge(waiting);
      waiting = null;
    }
    fresh.clear();
    tell(false);
    const entry = document.getElementById(first);
    if (entry) {
      entry.tabIndex = -1;
      entry.scrollIntoView({ block: "center" });
      entry.focus({ preventScroll: true });
    }
  });
  document.addEventListener("visibilitychange", ask);
  window.addEventListener("online", ask);
  timer = setTimeout(ask, wait);

  async function ask() {
    if (asking || over || document.hidden) {
      return;
    }
    asking = true;
    clearTimeout(timer);
    try {
      const answer = await (await load(live.dataset.poll)).json();
      if (answer.print !== known) {
        const page = parse(await (await load(location.pathname + location.search)).text());
        const theirs = page.querySelector(".live");
        if (theirs && theirs.dataset.print !== known) {
          known = theirs.dataset.print;
          take(page, theirs);
        }
      }
      // The last word may be older than this answer where a cache stands between: then ask once more.
      over = answer.state === "archived" && answer.print === known;
      wait = answer.state === "paused" ? 3 * EVERY : EVERY;
    } catch {
      wait = Math.min(2 * wait, SLOWEST);
    }
    asking = false;
    if (!over) {
      timer = setTimeout(ask, wait);
    }
  }

  async function load(address) {
    const answer = await fetch(address, { cache: "no-cache", credentials: "same-origin" });
    if (!answer.ok) {
      throw new Error(address);
    }
    return answer;
  }

  function take(page, theirs) {
    for (const part of [".live-state", ".byline-dates"]) {
      replace(document.querySelector(part), page.querySelector(part));
    }
    const entries = [...theirs.querySelectorAll(".live-entry")];
    const news = entries.filter((entry) => !document.getElementById(entry.id));
    torn = torn || (entries.length > 0 && news.length === entries.length && list.children.length > 0);
    // Newest first, also among those that came earlier and were not yet looked at.
    const all = [...news.map((entry) => entry.id), ...[...fresh].filter((id) => !news.some((entry) => entry.id === id))];
    fresh.clear();
    all.forEach((id) => fresh.add(id));
    const top = list.getBoundingClientRect().top;
    const inSight = top >= 0 && top < innerHeight;
    if (torn || (news.length > 0 && inSight) || waiting) {
      waiting = theirs;
    } else {
      merge(theirs);
    }
    tell(news.length > 0);
  }

  /** Brings the page to what theirs shows, and leaves what is being read where it is. */
  function merge(theirs) {
    const root = document.documentElement;
    const passed = list.getBoundingClientRect().top < 0;
    const anchor = passed
      ? [...list.querySelectorAll(".live-entry")].find((entry) => entry.getBoundingClientRect().bottom > 0)
      : null;
    const before = anchor ? anchor.getBoundingClientRect().top : 0;
    root.style.overflowAnchor = "none";
    for (const part of [".live-side", ".live-pinned", ".live-bar", ".pager"]) {
      replace(live.querySelector(part), theirs.querySelector(part));
    }
    for (const pinned of live.querySelectorAll(".live-pinned .live-entry")) {
      of(pinned.id)?.remove();
    }
    let at = list.firstElementChild;
    list.querySelectorAll(".live-day").forEach((day) => {
      at = at === day ? day.nextElementSibling : at;
      day.remove();
    });
    for (const child of [...theirs.querySelector(".live-entries").children]) {
      let mine = child.id ? of(child.id) : null;
      if (mine) {
        while (at && at !== mine && mine.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING) {
          const gone = at;
          at = at.nextElementSibling;
          gone.remove();
        }
        if (mine.dataset.print !== child.dataset.print) {
          const edited = document.importNode(child, true);
          mine.replaceWith(edited);
          mine = edited;
        }
        at = mine.nextElementSibling;
      } else {
        const added = document.importNode(child, true);
        if (child.id) {
          added.classList.add("is-new");
        }
        list.insertBefore(added, at);
      }
    }
    const same = anchor ? of(anchor.id) : null;
    if (same) {
      scrollBy({ top: same.getBoundingClientRect().top - before, behavior: "instant" });
    }
    root.style.overflowAnchor = "";
    for (const id of fresh) {
      const entry = document.getElementById(id);
      if (entry) {
        seen.observe(entry);
      }
    }
  }

  function of(id) {
    return list.querySelector("#" + CSS.escape(id));
  }

  function replace(mine, theirs) {
    if (mine && theirs && mine.innerHTML !== theirs.innerHTML) {
      mine.replaceChildren(...[...theirs.childNodes].map((node) => document.importNode(node, true)));
    }
  }

  function tell(aloud) {
    const count = new Intl.NumberFormat(document.documentElement.lang).format(fresh.size);
    const words = live.dataset.new.replace("{count}", count);
    button.hidden = fresh.size === 0;
    button.textContent = words;
    if (aloud) {
      status.textContent = words;
    }
  }

  function parse(html) {
    return new DOMParser().parseFromString(html, "text/html");
  }

  /** An entry that somebody linked to may have moved to a page with earlier ones. */
  async function seek() {
    const id = decodeURIComponent(location.hash.slice(1));
    let older = document.querySelector(".pager .older");
    if (!id.startsWith("e-") || document.getElementById(id) || document.querySelector(".pager .newest")) {
      return;
    }
    for (let tries = 0; older && tries < 50; tries++) {
      const address = new URL(older.getAttribute("href"), location.href);
      const answer = await fetch(address);
      const page = parse(answer.ok ? await answer.text() : "");
      if (page.getElementById(id)) {
        location.replace(address + "#" + id);
        return;
      }
      older = page.querySelector(".pager .older");
    }
  }
})();
