/* Live: the page follows the files, and keeps its place. Only the views that changed are parsed and put in. */
(() => {
const doc = document, $$ = (s, r = doc) => [...r.querySelectorAll(s)], by = id => doc.getElementById(id);
const between = (text, start, end) => {
  const i = text.indexOf(start) + start.length;
  return text.slice(i, text.indexOf(end, i));
};
/* No text of the page has an unescaped tag in it, so that these are the beginnings of views and nothing else. */
const parts = text => ({
  bar: between(text, '<header class="bar">', '</header>'),
  data: between(text, '<script type="application/json" id="data">', '<\/script>'),
  maps: new Map([...text.matchAll(/<script type="image\/svg\+xml" data-map="([^"]*)">([^]*?)<\/script>/g)].map(m => [m[1], m[2]])),
  views: new Map(between(text, '<main id="main">', '\n</main>').split(/\n(?=<(?:section|article) class="view)/).map(v => [/ id="([^"]*)"/.exec(v)?.[1], v]).filter(v => v[0])),
});
const parsed = html => new DOMParser().parseFromString(html, 'text/html').body;
const name = x => x.matches('.row') ? x.parentElement.dataset.c + '|' + x.closest('.tree').ariaLabel : x.tagName + x.textContent.slice(0, 80);
const marks = v => $$(':is(.row,tr,h1,h2,.card)', v);
const key = d => [d.closest('li[data-c]')?.dataset.c, d.closest('.tree')?.ariaLabel, d.parentElement.className].join('|');
let shown = doc.documentElement.dataset.version, known = null, busy = Promise.resolve();
const ask = async () => parts(await (await fetch(location.pathname, {cache: 'no-store'})).text());

const put = (old, html) => {
  const next = parsed(html).firstElementChild, open = new Map($$('details', old).map(d => [key(d), d.open]));
  const on = old.classList.contains('on'), tab = old.classList.contains('tabmap'), at = old.querySelector('.src')?.scrollTop || 0;
  const mark = on && marks(old).find(x => x.checkVisibility() && x.getBoundingClientRect().bottom > 60);
  const top = mark && mark.getBoundingClientRect().top, called = mark && name(mark);
  const place = mark ? marks(old).filter(x => name(x) === called).indexOf(mark) : 0;
  $$('details', next).forEach(d => { const was = open.get(key(d)); if (was != null) d.open = was; });
  next.classList.toggle('on', on);
  next.classList.toggle('tabmap', tab);
  old.replaceWith(next);
  if (at) next.querySelector('.src')?.scrollTo(0, at);
  const again = mark && marks(next).filter(x => name(x) === called)[place];
  return () => {
    if (again) scrollBy(0, again.getBoundingClientRect().top - top);
    if (at) next.querySelector('.src')?.scrollTo(0, at);
  };
};
const swap = async version => {
  if (version === shown) return;
  const next = await ask(), before = known, after = [], main = by('main');
  known = next;
  shown = version;
  if (!before || before.bar !== next.bar) {
    const bar = parsed(next.bar);
    doc.querySelector('.bar nav').replaceWith(bar.querySelector('nav'));
    for (const s of ['fd', 'fi']) {
      const value = by(s).value;
      by(s).replaceChildren(...bar.querySelector('#' + s).childNodes);
      by(s).value = value;
    }
  }
  by('data').textContent = next.data;
  for (const [id, svg] of next.maps) {
    const old = $$('script[data-map]').find(x => x.dataset.map === id) || doc.body.appendChild(Object.assign(doc.createElement('script'), {type: 'image/svg+xml'}));
    old.dataset.map = id;
    if (old.textContent !== svg) old.textContent = svg;
  }
  const ids = [...next.views.keys()].map(id => parsed(`<i id="${id}"></i>`).firstElementChild.id), html = [...next.views.values()];
  const same = $$('.view', main).map(v => v.id).join(' ') === ids.join(' ');
  if (!same) main.replaceChildren(...ids.map((id, i) => by(id) || parsed(html[i]).firstElementChild));
  ids.forEach((id, i) => {
    const key = [...next.views.keys()][i];
    if (before?.views.get(key) !== html[i]) after.push(put(by(id), html[i]));
  });
  argmap.reload();
  after.forEach(settle => settle());
};
const tell = error => {
  doc.querySelector('.err')?.remove();
  if (!error) return;
  const box = doc.createElement('div');
  box.className = 'err';
  box.setAttribute('role', 'alert');
  box.textContent = error;
  doc.body.insertBefore(box, by('main'));
};
new EventSource(location.pathname + 'events').onmessage = e => {
  const {version, error, claim} = JSON.parse(e.data);
  tell(error);
  if (!error) busy = busy.then(() => swap(version)).catch(() => {});
  if (claim !== pointed) busy = busy.then(() => point(claim));
};
/* Beside the text in an editor, the page goes to the claim at the cursor, and the cursor to a claim that is chosen. */
let pointed = '';
const go = place => {
  history.replaceState(0, '', place);
  dispatchEvent(new HashChangeEvent('hashchange'));
};
const point = claim => {
  pointed = claim;
  /* First the claim in its text, then its card over that. */
  if (claim) ['#t/', '#c/'].forEach(view => go(view + claim));
};
if (doc.documentElement.dataset.editor != null) addEventListener('hashchange', () => {
  let claim = '';
  try { claim = /^#[cst]\/(.+)/.exec(decodeURIComponent(location.hash))?.[1] || ''; } catch {}
  if (!claim || claim === pointed) return;
  pointed = claim;
  fetch(location.pathname + 'chosen', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({claim})}).catch(() => {});
});
busy = busy.then(async () => { known ||= await ask(); }).catch(() => {});
})();
