// Stands in each page of the preview, never in a published one: reloads it when it has changed, and shows what is wrong.
(() => {
  const own = document.currentScript;
  let revision = Number(own.dataset.revision);
  const print = own.dataset.print;
  const path = decodeURIComponent(location.pathname);
  const kept = '_desk scroll ' + location.pathname;
  let styles = null;
  let asking = false;
  let dismissed = '';

  const scroll = sessionStorage.getItem(kept);
  if (scroll !== null) {
    sessionStorage.removeItem(kept);
    history.scrollRestoration = 'manual';
    const to = () => scrollTo({ top: Number(scroll), behavior: 'instant' });
    to();
    addEventListener('load', () => { to(); history.scrollRestoration = 'auto'; });
  }

  const reload = () => {
    sessionStorage.setItem(kept, String(scrollY));
    location.reload();
  };

  // New style sheets are loaded beside the old ones, so that the page is never seen without any.
  const swap = (now) => {
    const links = [...document.querySelectorAll('link[rel~="stylesheet"]')];
    if (links.length !== now.length) return reload();
    now.forEach((style, i) => {
      if (styles[i].address === style.address && styles[i].print === style.print) return;
      const link = links[i].cloneNode();
      const address = new URL(style.address, location.href);
      if (styles[i].address === style.address) address.searchParams.set('_desk', style.print);
      link.href = address.href;
      link.addEventListener('load', () => links[i].remove());
      link.addEventListener('error', () => links[i].remove());
      links[i].after(link);
    });
    styles = now;
  };

  const element = (name, text, part) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (part) made.className = part;
    return made;
  };

  const look = `
    :host { all: initial; --paper: #fcfbf8; --panel: #f3f0e8; --ink: #1b1a17; --soft: #5c574d; --line: #d8d3c6; --tone: #8c1d18 }
    @media (prefers-color-scheme: dark) {
      :host { --paper: #171613; --panel: #24231f; --ink: #ece8df; --soft: #aea89b; --line: #3d3a33; --tone: #f2a29a }
    }
    .faults { position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 70vh; overflow: auto; box-sizing: border-box;
      padding: 1rem max(1rem, calc(50vw - 26rem)) 1.5rem; border-top: 4px solid var(--tone); background: var(--paper); color: var(--ink);
      font: 16px/1.5 system-ui, sans-serif; box-shadow: 0 0 2rem rgb(0 0 0 / .35) }
    .head { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem }
    h2 { margin: 0; font-size: 18px; color: var(--tone) }
    button { font: inherit; min-width: 44px; min-height: 32px; padding: 2px 12px; border: 1px solid var(--line); border-radius: 3px;
      background: var(--panel); color: inherit; cursor: pointer }
    button:focus-visible, a:focus-visible { outline: 3px solid var(--tone); outline-offset: 2px }
    p { margin: .25rem 0 } .soft { color: var(--soft); font-size: 14px } a { color: inherit }
    section { margin-top: 1rem; padding-top: .75rem; border-top: 1px solid var(--line) }
    .place { font-weight: 650; overflow-wrap: anywhere } .code { color: var(--tone); font-weight: 400 }
    pre { margin: .375rem 0; padding: .5rem .75rem; overflow-x: auto; background: var(--panel); font: 14px/1.5 ui-monospace, monospace }
    .caret { color: var(--tone); font-weight: 700 } .hint { white-space: pre-wrap; color: var(--soft) }
    .moment { inset: auto auto 1rem 1rem; position: fixed; z-index: 2147483646; padding: .375rem .75rem; border: 1px solid var(--line);
      border-inline-start: 4px solid var(--tone); background: var(--paper); color: var(--ink); font: 14px/1.5 system-ui, sans-serif }`;

  const overlay = (notes) => {
    document.querySelector('broadsheet-preview')?.remove();
    const told = JSON.stringify(notes.problems);
    const faulty = notes.errors > 0 && told !== dismissed;
    if (!faulty && !notes.moment) return;
    const host = document.createElement('broadsheet-preview');
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    root.adoptedStyleSheets = [sheet];
    if (notes.moment) {
      const moment = element('p', 'As of ' + new Date(notes.moment).toLocaleString() + ' · ', 'moment');
      const back = element('a', 'change');
      back.href = '/_desk/';
      moment.append(back);
      root.append(moment);
    }
    if (faulty) root.append(faults(notes, () => { dismissed = told; overlay(notes); }));
    document.documentElement.append(host);
  };

  const faults = (notes, dismiss) => {
    // No landmarks: the page below has its own.
    const box = element('div', '', 'faults');
    box.setAttribute('role', 'alert');
    box.setAttribute('aria-label', 'What is wrong');
    const head = element('div', '', 'head');
    const close = element('button', 'Hide');
    close.addEventListener('click', dismiss);
    head.append(element('h2', notes.errors === 1 ? 'One thing is broken' : notes.errors + ' things are broken'), close);
    box.append(head, element('p', notes.shown
      ? 'The paper is shown without what is broken.'
      : 'The page below is that of the last whole paper.', 'soft'));
    for (const problem of notes.problems) {
      const part = document.createElement('section');
      const place = element('p', problem.place + '  ', 'place');
      place.append(element('span', problem.code, 'code'));
      part.append(place);
      if (problem.text !== undefined) {
        const number = String(problem.line).padStart(4) + ' | ';
        const pre = element('pre', number + problem.text);
        if (problem.caret >= 0) {
          pre.append('\n' + ' '.repeat(number.length + problem.caret), element('span', '^', 'caret'));
        }
        part.append(pre);
      }
      part.append(element('p', problem.message));
      if (problem.hint) part.append(element('p', problem.hint, 'hint'));
      box.append(part);
    }
    if (notes.errors > notes.problems.length) {
      box.append(element('p', 'And ' + (notes.errors - notes.problems.length) + ' more: see the desk.', 'soft'));
    }
    return box;
  };

  const ask = async () => {
    if (asking) return;
    asking = true;
    try {
      const answer = await fetch('/_desk/notes?path=' + encodeURIComponent(path), { cache: 'no-store' });
      const notes = await answer.json();
      revision = notes.revision;
      // A page that is gone, or that was not there, has no print: it is asked for again only if that has changed.
      if (notes.print !== (missing() ? '' : print)) return reload();
      if (styles === null) styles = notes.styles;
      else swap(notes.styles);
      overlay(notes);
    } finally {
      asking = false;
    }
  };

  const missing = () => performance.getEntriesByType('navigation')[0]?.responseStatus === 404;

  const events = new EventSource('/_desk/events');
  events.addEventListener('message', (event) => {
    if (styles === null || Number(event.data) !== revision) ask().then(() => Number(event.data) > revision && ask());
  });
  addEventListener('pagehide', () => events.close());
})();
