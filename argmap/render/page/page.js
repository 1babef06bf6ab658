'use strict';
(() => {
const doc = document, root = doc.documentElement;
if (!root.classList.contains('js')) return;
const $ = (s, r = doc) => r.querySelector(s), $$ = (s, r = doc) => [...r.querySelectorAll(s)], by = id => doc.getElementById(id);
const make = (tag, attributes, ...content) => {
  const e = doc.createElement(tag);
  for (const n in attributes) if (attributes[n] != null) e.setAttribute(n, attributes[n]);
  e.append(...content.flat().filter(x => x != null && x !== ''));
  return e;
};
const esc = CSS.escape, seen = x => x.checkVisibility(), det = li => $(':scope>details', li), row = li => li.firstElementChild;
const panel = by('panel'), tip = by('tip'), q = by('q'), pop = by('pop'), rs = by('rs');
let data, view, cur, id, clicked = 0, byKey = 0;
const at = {};
const load = () => data = JSON.parse(by('data').textContent);
load();
history.scrollRestoration = 'manual';

/* Theme: the one thing that is kept. */
const theme = t => { if (t) root.dataset.theme = t; };
try { theme(localStorage.argmap); } catch {}
by('th').onclick = () => {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme:dark)').matches;
  theme(dark ? 'light' : 'dark');
  try { localStorage.argmap = root.dataset.theme; } catch {}
};

/* Trees stay native lists and disclosures; arrows move between their claims besides. */
const said = li => $('.t', li.firstElementChild);
/* Where a card from below leaves off, so that it never hides what it tells of. */
const end = () => !panel.hidden && panel.offsetWidth > .9 * innerWidth ? innerHeight - panel.offsetHeight : innerHeight;
const amid = x => scrollBy(0, x.getBoundingClientRect().top - Math.max($('.bar').offsetHeight + 8, ($('.bar').offsetHeight + end() - x.offsetHeight) / 2));
const near = x => {
  const r = x.getBoundingClientRect();
  if (r.top < $('.bar').offsetHeight + 8 || r.bottom > end() - (doc.body.dataset.v === 'd' ? 20 : 60)) amid(x);
};
const focusRow = li => {
  said(li).focus({preventScroll: true});
  near(row(li));
};
const reveal = x => { for (let p = x.parentElement; p && p !== view; p = p.parentElement) if (p.tagName === 'DETAILS') p.open = true; };
const level = n => $$('.tree', view).forEach(t => $$('details', t).forEach(d => {
  let k = 0;
  for (let p = d.parentElement; p !== t; p = p.parentElement) if (p.tagName === 'DETAILS') k++;
  d.open = k < n - 1;
}));

/* A claim and its words in the source. */
const select = x => {
  cur?.classList.remove('cur');
  cur = x;
  x.classList.add('cur');
  reveal(x);
};
const rows = c => view ? $$(`.tree li[data-c="${esc(c)}"]`, view) : [];
const source = (c, go) => {
  $$('.m.on').forEach(m => m.classList.remove('on'));
  const ms = view ? $$(`.m[data-s~="${esc(c)}"]`, view) : [];
  ms.forEach(m => m.classList.add('on'));
  const m = ms[0];
  if (!m) return;
  const s = m.closest('.src'), top = s.getBoundingClientRect().top;
  const y = cur && seen(cur) ? row(cur).getBoundingClientRect().top - top : 0;
  const room = panel.hidden || innerWidth < 960 ? s.clientHeight : Math.min(s.clientHeight, panel.getBoundingClientRect().top - top);
  const level = Math.min(Math.max(y, 40), room * .6);
  s.scrollTop += m.getBoundingClientRect().top - top - level;
  if (go) {
    m.focus({preventScroll: true});
    if (innerWidth < 960) amid(m);
  }
};
const sentence = c => {
  const x = data.claims[c], s = x && x.sentence, box = s && $('.src', by('d/' + x.d));
  if (!box) return null;
  const t = box.textContent, [a, i, j, b, line, page] = s;
  return make('blockquote', {lang: box.lang || null, dir: 'auto'}, t.slice(a, i), make('b', {}, t.slice(i, j)), t.slice(j, b), ' ', make('small', {}, `${page ? `p. ${page}, ` : ''}line ${line}`));
};

/* The card of a claim. */
const button = (label, act) => {
  const b = make('button', {type: 'button'}, label);
  b.onclick = () => act(b, label);
  return b;
};
const copy = async (text, b, label) => {
  try { await navigator.clipboard.writeText(text); } catch {
    const a = make('textarea', {});
    a.value = text;
    doc.body.append(a);
    a.select();
    doc.execCommand('copy');
    a.remove();
  }
  b.textContent = 'Copied';
  setTimeout(() => b.textContent = label, 1500);
};
const here = () => location.href.split('#')[0];
const cite = c => {
  const d = data.texts[c.d], said = c.text.replace(/[.]$/, '');
  return `“${said}.” ${d.who}, “${d.title}”${d.published ? ` (${d.published})` : ''}${c.cues ? `, at “${c.cues[0]}”` : ''}; argmap claim ${id}, ${here()}#c/${id}`;
};
const related = ([how, claim, why]) => {
  const x = data.claims[claim];
  const other = x && x.d !== data.claims[id].d ? make('small', {}, ' ' + data.texts[x.d].who) : '';
  return make('li', {}, how && make('span', {class: 'w'}, how), make('a', {href: '#c/' + claim, class: 'c'}, x ? x.text : claim), other, why && make('small', {}, ' ' + why));
};
const part = (title, items) => items && items.length ? [make('h3', {}, title), make('ul', {}, items)] : [];
const fill = () => {
  const c = data.claims[id], d = data.texts[c.d], close = button('×', shut), place = d.file + (c.line ? ':' + c.line : '');
  close.className = 'x';
  close.setAttribute('aria-label', 'Close');
  const code = make('code', {}, place);
  const words = sentence(id) || (c.cues && make('blockquote', {}, '“' + c.cues.join('” … “') + '”'));
  panel.replaceChildren(close,
    make('p', {class: 'kick'}, make('a', {href: '#d/' + c.d}, d.who), ' ' + c.does, c.strength ? [' · ', make('b', {}, c.strength)] : '', c.about ? ' · ' + c.about : ''),
    make('h2', {tabindex: -1}, c.text),
    ...(c.was ? [make('p', {class: 'old'}, 'Was: ' + c.was)] : []),
    ...(words ? [words] : []),
    make('div', {class: 'acts'}, make('a', {href: '#t/' + id}, 'In its text'), button('Copy link', (b, l) => copy(here() + '#c/' + id, b, l)), button('Copy citation', (b, l) => copy(cite(c), b, l))),
    ...part('Answers', c.answers && c.answers.map(([to, answer]) => make('li', {}, make('a', {href: '#' + to}, data.questions[to] ? data.questions[to].text : to), ' ', make('b', {}, answer)))),
    ...part('Used by', c.used && c.used.map(related)),
    ...part('Rests on', c.rests && c.rests.map(related)),
    ...part('Linked with', c.linked && c.linked.map(related)),
    ...part('Remarks', c.notes && c.notes.map(n => make('li', {}, n))),
    ...part('Cites', c.cites && c.cites.map(n => make('li', {}, n))),
    make('h3', {}, 'Where it is written'),
    make('p', {}, data.code ? make('a', {href: data.code + d.file + (c.line ? '#L' + c.line : '')}, code) : code),
    make('p', {}, make('code', {}, id)));
  panel.hidden = false;
  panel.scrollTop = 0;
  $$('.cell.sel').forEach(x => x.classList.remove('sel'));
  if (view) $$(`.cell[data-c="${esc(id)}"]`, view).forEach(x => x.classList.add('sel'));
};
const shut = () => {
  if (panel.hidden) return;
  const back = cur && seen(cur) ? cur : $('.cell.sel', view), had = panel.contains(doc.activeElement) || doc.activeElement === doc.body;
  panel.hidden = true;
  id = null;
  $$('.cell.sel').forEach(x => x.classList.remove('sel'));
  if (/^#[cts]\//.test(location.hash)) history.replaceState(0, '', '#' + (view.id === 'front' ? 'matrix' : view.id));
  if (back && had) (back.matches('li') ? said(back) : back).focus({preventScroll: true});
};
const claim = (c, inText) => {
  const x = data.claims[c];
  if (!x) return show(by('front'));
  const text = by('d/' + x.d);
  if (inText || !view || !(rows(c)[0] || $(`[data-c="${esc(c)}"],a[href="#c/${esc(c)}"]`, view))) show(text);
  id = c;
  if (view === text && inText) tab(0);
  const own = by('c/' + c), r = own && view.contains(own) ? own : rows(c).find(seen) || rows(c)[0];
  if (r) select(r);
  fill();
  if (r) near(row(r));
  $('.cell.sel', view)?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  if (view.id[0] === 'd' && !view.classList.contains('tabmap')) source(c);
  if (view.classList.contains('tabmap')) ownMap();
  mark();
};

/* Views, and the fragment that is all their state. */
const show = v => {
  if (!v || v === view) return;
  if (view) at[view.id] = scrollY;
  root.classList.remove('cold');
  $('.view.on')?.classList.remove('on');
  view = v;
  v.classList.add('on');
  doc.body.dataset.v = v.id[0];
  scrollTo(0, clicked ? 0 : at[v.id] || 0);
  const t = $('h1', v);
  doc.title = (v.id === 'front' ? '' : t.textContent + ' · ') + data.title;
  if (clicked) t.focus({preventScroll: true});
};
const tab = m => {
  view.classList.toggle('tabmap', !!m);
  $$('[data-tab]', view).forEach(a => a.toggleAttribute('aria-current', (a.dataset.tab === 'map') === !!m));
  if (m && !ownMap()) map($('.mapbox select', view).value);
};
const route = () => {
  let hash = '';
  try { hash = decodeURIComponent(location.hash.slice(1)); } catch {}
  let [p, s = ''] = hash.split('?');
  for (const a of $$('.bar>a,.bar nav>a')) {
    if (a.hash === '#' + (p || 'front')) a.ariaCurrent = 'page';
    else a.removeAttribute('aria-current');
  }
  const old = p.replace(/^[ts]\//, 'c/');
  if (Object.hasOwn(data.former, old)) p = data.former[old];
  $$('.menu[open]').forEach(m => m.open = false);
  pop.hidden = true;
  tip.hidden = true;
  if (p[1] === '/' && 'cst'.includes(p[0])) {
    claim(p.slice(2), p[0] !== 'c');
    if (p[0] === 's') source(p.slice(2), true);
  } else {
    panel.hidden = true;
    id = null;
    const el = by(p.endsWith('/map') ? p.slice(0, -4) : p), v = el?.closest('.view') || by('front');
    show(v);
    if ($('.mapbox', v)) tab(p.endsWith('/map'));
    if (p === 'matrix' && el) {
      state(new URLSearchParams(s));
      if (clicked || !at.front) el.scrollIntoView();
    }
    if (p === 'search') {
      q.value = new URLSearchParams(s).get('q') || '';
      q.focus();
      find();
    }
  }
  if (byKey && !panel.hidden) $('h2', panel).focus();
  clicked = byKey = 0;
};
addEventListener('hashchange', route);
const go = hash => {
  clicked = 1;
  if (location.hash === hash) route(); else location.hash = hash;
};
$('.skip').onclick = e => {
  e.preventDefault();
  e.stopPropagation();
  $('h1', view).focus();
};
doc.addEventListener('click', e => {
  const a = e.target.closest('a[href^="#"]'), b = e.target.closest('button');
  if (a) {
    clicked = 1;
    byKey = e.detail === 0;
    if (a.hash === location.hash) {
      e.preventDefault();
      route();
    }
  } else {
    const r = e.target.closest('.row');
    if (r && !getSelection().toString()) go('#c/' + r.parentElement.dataset.c);
  }
  if (b?.dataset.z != null) zoom(+b.dataset.z);
  if (b?.dataset.depth) level(+b.dataset.depth);
  if (b?.dataset.present != null) present();
  $$('.menu[open]').forEach(m => { if (!m.contains(e.target)) m.open = false; });
  if (!by('sf').contains(e.target)) pop.hidden = true;
});

/* The matrix: sorted and narrowed down, as its fragment says. */
let form, table, lines, home, painted;
const hidden = () => $$('input', form).filter(b => !b.checked).map(b => b.value);
const state = p => {
  if (!form) return;
  form.sort.value = p.get('sort') || '';
  if (form.voice) form.voice.value = p.get('voice') || '';
  const off = (p.get('hide') || '').split(',');
  $$('input', form).forEach(b => b.checked = !off.includes(b.value));
  paint();
};
const paint = () => {
  const s = form.sort.value, v = form.voice ? form.voice.value : '', off = hidden(), asked = [s, v, ...off].join('|');
  if (asked === painted) return;
  painted = asked;
  const heads = $$('thead th', table).slice(1).map(x => x.dataset.h), column = heads.indexOf(s) + 1;
  const n = (r, k) => +r.dataset[k], text = r => r.cells[0].textContent, silent = r => !$('.cell', r.cells[column]);
  const orders = {
    agree: (a, b) => n(b, 'g') - n(a, 'g') || n(a, 'n') - n(b, 'n'),
    az: (a, b) => text(a).localeCompare(text(b)),
    topic: (a, b) => (a.dataset.topic || '\uffff').localeCompare(b.dataset.topic || '\uffff'),
  };
  if (s) home[0].append(...[...lines].sort(orders[s] || ((a, b) => silent(a) - silent(b))));
  else lines.forEach((r, i) => home[i].append(r));
  $$('.gh', table).forEach(g => g.hidden = !!s);
  $$('.voice', table).forEach(x => x.classList.toggle('on', v === '*' || !!v && x.dataset.a === v));
  $$('tr', table).forEach(r => { if (r.cells.length > 1) heads.forEach((x, i) => r.cells[i + 1].hidden = off.includes(x)); });
  let count = 0;
  for (const r of lines) {
    const empty = [...r.cells].slice(1).every(c => c.hidden || c.className === 'no' && !$('.voice.on', c) && !$('.chg', c));
    r.hidden = empty && (off.length > 0 || !!v) || !!v && v !== '*' && !$('.voice.on', r);
    count += !r.hidden;
  }
  $('output', form).textContent = count < lines.length ? `${count} of ${lines.length} questions` : '';
};
const wire = () => {
  form = by('mf');
  table = $('#matrix table');
  lines = table ? $$('tr[data-k]', table) : [];
  home = lines.map(r => r.parentElement);
  painted = '|';
  if (!form) return;
  form.onchange = () => {
    paint();
    const p = new URLSearchParams(), off = hidden();
    if (form.sort.value) p.set('sort', form.sort.value);
    if (form.voice?.value) p.set('voice', form.voice.value);
    if (off.length) p.set('hide', off.join());
    history.replaceState(0, '', '#matrix' + (p.size ? '?' + decodeURIComponent(p) : ''));
  };
  form.onsubmit = e => e.preventDefault();
  const links = $$('tbody a', table);
  links.forEach(a => a.tabIndex = -1);
  if (links[0]) links[0].tabIndex = 0;
};
wire();
const grid = (a, key) => {
  const d = {ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1]}[key], td = a.closest('td,th');
  if (!d || !td) return;
  const shown = $$('tr[data-k]', table).filter(r => !r.hidden);
  let r = shown.indexOf(td.parentElement), c = td.cellIndex, x;
  do {
    r += d[0];
    c += d[1];
    const t = shown[r]?.cells[c];
    if (!t) return;
    x = t.hidden ? 0 : $$('a:not(.chg)', t).find(seen);
  } while (!x);
  a.tabIndex = -1;
  x.tabIndex = 0;
  x.focus();
  return 1;
};
const hint = e => {
  const a = e.target.closest?.('[data-c]:not(li)'), c = a && data.claims[a.dataset.c];
  if (!c || a.closest('.tree,#panel,.cards')) {
    tip.hidden = true;
    return;
  }
  const words = sentence(a.dataset.c);
  tip.replaceChildren(c.text, words ? make('i', {}, words.textContent) : '');
  tip.hidden = false;
  const r = a.getBoundingClientRect(), t = tip.getBoundingClientRect();
  tip.style.left = Math.max(8, Math.min(r.left, innerWidth - t.width - 8)) + 'px';
  tip.style.top = (r.bottom + t.height + 8 > innerHeight ? r.top - t.height - 6 : r.bottom + 6) + 'px';
  a.setAttribute('aria-describedby', 'tip');
};
doc.addEventListener('mouseover', hint);
doc.addEventListener('focusin', hint);
doc.addEventListener('scroll', () => tip.hidden = true, true);

/* Search: every word must occur; where a word begins it counts most. */
let index, chosen = -1, timer;
const ascii = /^[\0-\x7f]*$/;
const plain = s => (ascii.test(s) ? s : s.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
const indexed = () => index = [
  ...Object.entries(data.questions).map(([k, x]) => ({said: x.text, text: plain(x.text + ' ' + x.answers.join(' ')), to: '#' + k, kind: 'question', bonus: 6, asks: [k]})),
  ...Object.entries(data.texts).map(([k, x]) => ({said: x.title, text: plain(x.title + ' ' + x.who), to: '#d/' + k, kind: 'text', d: k, bonus: 5})),
  ...Object.entries(data.claims).map(([k, c]) => ({said: c.text, text: plain(c.text), also: plain(k + ' ' + (c.cues || []).join(' ') + ' ' + (c.voices || []).join(' ')), to: '#t/' + k, kind: c.verb, d: c.d, verb: c.verb, asks: (c.answers || []).map(a => a[0]), bonus: Math.min(3, (c.used?.length || 0) * .4 + (c.answers?.length || 0) * .5)})),
];
const inWord = /[\p{L}\p{N}]/u;
const score = (o, words) => {
  let s = o.bonus;
  for (const w of words) {
    const i = o.text.indexOf(w);
    if (i >= 0) s += (i && inWord.test(o.text[i - 1]) ? 3 : 10) + (inWord.test(o.text[i + w.length] || ' ') ? 0 : 3);
    else if (o.also?.includes(w)) s += 2;
    else return 0;
  }
  return s - o.text.length / 400 + .01;
};
const find = () => {
  clearTimeout(timer);
  timer = 0;
  if (!index) indexed();
  const words = plain(q.value).split(/\s+/).filter(Boolean), v = by('fv').value, d = by('fd').value, i = by('fi').value;
  const fits = o => (!v || o.verb === v) && (!d || o.d === d) && (!i || o.asks?.includes(i));
  const hits = words.length || v || d || i ? index.filter(o => fits(o) && ((o.score = score(o, words)) || !words.length)) : [];
  /* Only those that can be shown are put in order. */
  const least = Float64Array.from(hits, o => -o.score).sort()[39] ?? Infinity;
  const best = hits.filter(o => -o.score <= least).sort((a, b) => b.score - a.score).slice(0, 40);
  const lit = s => {
    const out = [], low = s.toLowerCase();
    let p = 0;
    while (p < s.length) {
      let n = -1, k = 0;
      for (const w of words) {
        const i = low.indexOf(w, p);
        if (i >= 0 && (n < 0 || i < n)) { n = i; k = w.length; }
      }
      if (n < 0) break;
      out.push(s.slice(p, n), make('b', {}, s.slice(n, n + k)));
      p = n + k;
    }
    return [...out, s.slice(p)];
  };
  rs.replaceChildren(...best.map((o, n) => make('li', {role: 'option', id: 'o' + n, 'data-h': o.to, 'aria-selected': 'false'}, make('span', {class: o.verb ? '' : 'iq'}, lit(o.said)), make('small', {}, o.verb ? data.texts[o.d].who + ' · ' + o.kind : o.kind))));
  chosen = -1;
  q.removeAttribute('aria-activedescendant');
  by('n').textContent = hits.length + (hits.length > 40 ? ' found, 40 shown' : ' found');
  pop.hidden = false;
  q.setAttribute('aria-expanded', 'true');
  if (hits.length) pick(0);
};
const pick = n => {
  const o = [...rs.children];
  if (!o.length) return;
  o[chosen]?.setAttribute('aria-selected', 'false');
  chosen = (n + o.length) % o.length;
  o[chosen].setAttribute('aria-selected', 'true');
  o[chosen].scrollIntoView({block: 'nearest'});
  q.setAttribute('aria-activedescendant', o[chosen].id);
};
const leave = () => {
  pop.hidden = true;
  q.setAttribute('aria-expanded', 'false');
  q.blur();
};
const open = o => {
  if (!o) return;
  leave();
  go(o.dataset.h);
};
q.oninput = () => {
  clearTimeout(timer);
  timer = setTimeout(find, 40);
};
q.onfocus = () => { if (q.value) find(); };
$$('.fl select').forEach(s => s.onchange = find);
rs.onclick = e => open(e.target.closest('li'));
by('sf').onsubmit = e => {
  e.preventDefault();
  open(rs.children[chosen]);
};
q.onkeydown = e => {
  const d = {ArrowDown: 1, ArrowUp: -1}[e.key];
  if (d) {
    e.preventDefault();
    pick(chosen + d);
  } else if (e.key === 'Enter') {
    e.preventDefault();
    if (timer || pop.hidden) find();
    open(rs.children[chosen]);
  } else if (e.key === 'Escape') {
    e.stopPropagation();
    if (pop.hidden) q.value = '';
    leave();
  }
};

/* Maps, each in a shadow root: its ids and styles never meet the page. */
const map = name => {
  const box = $('.map', view), src = $(`script[data-map="${esc(name)}"]`);
  if (!box || !src) return;
  const svg = new DOMParser().parseFromString(src.textContent, 'image/svg+xml').documentElement;
  const shadow = box.shadowRoot || box.attachShadow({mode: 'open'});
  shadow.replaceChildren(make('style', {}, 'svg{display:block}g.card{cursor:pointer}g.on>polygon,g.on>path{stroke:#b8470a;stroke-width:4}'), svg);
  box.wide = parseFloat(svg.getAttribute('width'));
  zoom(0);
  mark();
  if (box.wired) return;
  box.wired = 1;
  shadow.addEventListener('click', e => {
    e.preventDefault();
    if (box.moved) return;
    const href = e.target.closest('a')?.getAttribute('xlink:href') || '', g = e.target.closest('g.card'), file = href.match(/([^/]+)\.svg/);
    if (file && !href.includes('#') && $(`script[data-map="${esc(file[1])}"]`)) {
      $('.mapbox select', view).value = file[1];
      map(file[1]);
      return;
    }
    const c = view.id.slice(2) + '.' + (g?.id.split('/')[0] || href.split('#')[1] || '');
    if (data.claims[c]) location.hash = 'c/' + c;
  });
  let p;
  box.addEventListener('pointerdown', e => {
    p = [e.clientX, e.clientY, box.scrollLeft, box.scrollTop];
    box.moved = false;
  });
  addEventListener('pointermove', e => {
    if (!p || !e.buttons) return void (p = null);
    if (Math.abs(e.clientX - p[0]) + Math.abs(e.clientY - p[1]) > 4) box.moved = true;
    box.scrollLeft = p[2] - e.clientX + p[0];
    box.scrollTop = p[3] - e.clientY + p[1];
  });
  box.addEventListener('wheel', e => {
    if (!e.ctrlKey) return;
    e.preventDefault();
    zoom(e.deltaY < 0 ? 1.15 : .87);
  }, {passive: false});
};
const zoom = z => {
  const box = $('.map', view), s = box?.shadowRoot?.querySelector('svg');
  if (!s) return;
  const w = s.getBoundingClientRect().width, x = z ? Math.min(6 * box.wide, Math.max(200, w * z)) : Math.max(box.clientWidth - 4, Math.min(box.wide, 900));
  const r = x / (w || x), cx = box.scrollLeft + box.clientWidth / 2, cy = box.scrollTop + box.clientHeight / 2;
  s.style.width = x + 'px';
  s.style.height = 'auto';
  if (z) {
    box.scrollLeft = cx * r - box.clientWidth / 2;
    box.scrollTop = cy * r - box.clientHeight / 2;
  }
};
const card = () => id && $('.map', view)?.shadowRoot?.getElementById(id.split('.').slice(1).join('.'));
const mark = () => {
  $('.map', view)?.shadowRoot?.querySelectorAll('g.on').forEach(g => g.classList.remove('on'));
  card()?.classList.add('on');
};
/* The map that has the card of the claim, unless that is in sight; whether it is shown anew. */
const ownMap = () => {
  const at = id && data.claims[id].map;
  if (!at || card() || view.id !== 'd/' + data.claims[id].d) return false;
  $('.mapbox select', view).value = at;
  map(at);
  return true;
};
doc.addEventListener('change', e => { if (e.target.closest('.mapbox')) map(e.target.value); });
const present = () => {
  const on = root.classList.toggle('present');
  $$('[data-present]').forEach(b => b.ariaPressed = on);
  if (on) root.requestFullscreen?.().catch(() => {});
  else if (doc.fullscreenElement) doc.exitFullscreen();
};

doc.addEventListener('fullscreenchange', () => { if (!doc.fullscreenElement && root.classList.contains('present')) present(); });

/* Keys; letters do nothing in fields. */
const move = x => {
  if (!x) return;
  history.replaceState(0, '', '#c/' + x.dataset.c);
  select(x);
  focusRow(x);
  if (!panel.hidden) {
    id = x.dataset.c;
    fill();
  }
  if (view.id[0] === 'd') source(x.dataset.c);
};
const inTree = (li, k) => {
  const d = det(li), shown = $$('li', li.closest('.tree')).filter(seen), i = shown.indexOf(li);
  const to = {ArrowDown: shown[i + 1], ArrowUp: shown[i - 1], Home: shown[0], End: shown.at(-1)};
  if (k in to) move(to[k]);
  else if (k === 'ArrowRight') { if (d && !d.open) d.open = true; else if (d) move($('li', d)); }
  else if (k === 'ArrowLeft') { if (d?.open) d.open = false; else move(li.parentElement.closest('li')); }
  else if (k === ' ') said(li).click();
  else if (k === '*') { for (const s of li.parentElement.children) if (det(s)) det(s).open = true; }
  else return 0;
  return 1;
};
by('hp').onclick = () => by('help').showModal();
addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || by('help').open) return;
  const k = e.key, li = e.target.matches?.('.tree .t') ? e.target.closest('li') : null;
  if (k === 'Escape') {
    if (!pop.hidden) pop.hidden = true;
    else if (root.classList.contains('present')) present();
    else shut();
    return;
  }
  if (e.target.matches?.('input,select,textarea')) return;
  if (e.target.closest?.('#matrix tbody') && grid(e.target, k) || li && inTree(li, k)) {
    e.preventDefault();
    return;
  }
  if (k === '/') {
    e.preventDefault();
    q.focus();
    q.select();
  } else if (k === '?') by('help').showModal();
  else if (k === 'j' || k === 'k') {
    const all = $$('.tree li', view).filter(seen), i = cur ? all.indexOf(cur) : -1;
    move(all[Math.max(0, Math.min(all.length - 1, i < 0 ? 0 : i + (k === 'j' ? 1 : -1)))]);
  } else if (k === 'o') {
    const d = cur && det(cur);
    if (d) d.open = !d.open;
  } else if (k === 's' && cur) {
    if (view.id[0] === 'd') source(cur.dataset.c, true); else go('#s/' + cur.dataset.c);
  } else if (k === '[' || k === ']') {
    const a = $(k === '[' ? 'a[rel=prev]' : 'a[rel=next]', view);
    if (a) a.click(); else if (k === ']' && view.id === 'front') $('.card h3 a')?.click();
  } else if (k === 'm') go('#matrix');
  else if (k === 'p') present();
  else if (/^[1-4]$/.test(k)) level(k === '4' ? 99 : +k);
});
addEventListener('beforeprint', () => $$('.doc .tree details').forEach(d => { if (!d.open) d.open = d.printed = true; }));
addEventListener('afterprint', () => $$('details').forEach(d => { if (d.printed) d.open = d.printed = false; }));
window.argmap = {reload() {
  const was = view.id, said = q.value, searching = !pop.hidden;
  load();
  index = cur = null;
  wire();
  view = null;
  at[was] = scrollY;
  route();
  q.value = said;
  if (searching) find();
}};
route();
(window.requestIdleCallback || setTimeout)(() => index || indexed());
})();
