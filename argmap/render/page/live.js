/* Live: the page follows the files, and keeps its place. */
(() => {
const doc = document, $$ = (s, r = doc) => [...r.querySelectorAll(s)];
let shown = null, busy = null;
const key = d => {
  const li = d.closest('li[data-c]'), v = d.closest('.view'), same = $$('details', li || v).indexOf(d);
  return [v?.id, d.closest('.tree')?.getAttribute('aria-label'), li?.dataset.c, same].join('|');
};
const anchor = () => $$('.view.on :is(.row,tr,h1,h2,.card)').find(x => x.checkVisibility() && x.getBoundingClientRect().bottom > 60);
const name = x => x && (x.parentElement.dataset.c ? '.row' + x.parentElement.dataset.c : x.tagName + x.textContent.slice(0, 80));
const swap = async version => {
  const answer = await fetch(location.pathname, {cache: 'no-store'});
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!next.getElementById('data')) return;
  const open = new Map($$('main details').map(d => [key(d), d.open]));
  const mark = anchor(), mine = name(mark), top = mark?.getBoundingClientRect().top, all = mark ? $$('.view.on :is(.row,tr,h1,h2,.card)').filter(x => name(x) === mine).indexOf(mark) : 0;
  const sources = new Map($$('.src').map(s => [s.closest('.view').id, s.scrollTop])), y = scrollY, q = doc.getElementById('q').value;
  doc.getElementById('data').textContent = next.getElementById('data').textContent;
  for (const s of ['main', '.bar nav']) doc.querySelector(s).replaceChildren(...next.querySelector(s).childNodes);
  $$('script[data-map]').forEach(x => x.remove());
  $$('script[data-map]', next).forEach(x => doc.body.append(x));
  for (const s of ['fd', 'fi']) {
    const old = doc.getElementById(s), value = old.value;
    old.replaceChildren(...next.getElementById(s).childNodes);
    old.value = value;
  }
  argmap.reload();
  $$('main details').forEach(d => { const was = open.get(key(d)); if (was != null) d.open = was; });
  $$('.src').forEach(s => s.scrollTop = sources.get(s.closest('.view').id) || 0);
  scrollTo(0, y);
  const again = mine && $$('.view.on :is(.row,tr,h1,h2,.card)').filter(x => name(x) === mine)[all];
  if (again) scrollBy(0, again.getBoundingClientRect().top - top);
  doc.getElementById('q').value = q;
  shown = version;
};
const tell = error => {
  doc.querySelector('.err')?.remove();
  if (!error) return;
  const box = doc.createElement('div');
  box.className = 'err';
  box.setAttribute('role', 'alert');
  box.textContent = error;
  doc.body.insertBefore(box, doc.querySelector('main'));
};
new EventSource(location.pathname + 'events').onmessage = e => {
  const {version, error} = JSON.parse(e.data);
  tell(error);
  if (shown === null) shown = doc.documentElement.dataset.version || version;
  if (!error && version !== shown) busy = (busy || Promise.resolve()).then(() => swap(version)).catch(() => {});
};
})();
