// The desk works without this; with it, the list follows what is typed and what is saved.
(() => {
  let revision = Number(document.currentScript.dataset.revision);
  const form = document.querySelector('.search');
  let last = 0;

  const list = async () => {
    const turn = ++last;
    const query = new URLSearchParams(new FormData(form)).toString();
    const page = await (await fetch('/_desk/?' + query, { cache: 'no-store' })).text();
    if (turn !== last) return;
    const found = new DOMParser().parseFromString(page, 'text/html');
    document.getElementById('list').replaceWith(found.getElementById('list'));
    history.replaceState(null, '', '/_desk/?' + query);
  };

  let wait;
  form.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(list, 80); });
  form.addEventListener('submit', (event) => { event.preventDefault(); list(); });

  const events = new EventSource('/_desk/events');
  events.addEventListener('message', (event) => {
    if (Number(event.data) === revision) return;
    revision = Number(event.data);
    list();
  });
  addEventListener('pagehide', () => events.close());
})();
