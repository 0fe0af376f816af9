// The desk's own script: tells when something new was filed, opens the record that the address names, chooses days on a chart, takes dropped
// files, and keeps addresses clean. Everything works without it, by forms and links.

export const DESK_SCRIPT = `
(() => {
  const note = document.querySelector('.new');
  if (note && 'EventSource' in window && document.querySelector('.masthead nav')) {
    let count = 0;
    let feed = null;
    const open = () => {
      feed = new EventSource('/api/new');
      feed.addEventListener('filed', () => {
        count += 1;
        const link = document.createElement('a');
        link.href = location.href;
        link.textContent = count === 1 ? 'One new dispatch was filed. Show it.' : count + ' new dispatches were filed. Show them.';
        link.addEventListener('click', (event) => { event.preventDefault(); location.reload(); });
        note.replaceChildren(link);
      });
    };
    // A browser opens six connections to a desk; a page that nobody looks at gives its own back.
    const see = () => { if (document.hidden) { if (feed) feed.close(); feed = null; } else if (!feed) open(); };
    document.addEventListener('visibilitychange', see);
    see();
  }
  const light = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    const card = document.querySelector('.card[data-id="' + CSS.escape(id) + '"]') || document.getElementById(id);
    if (!card) return;
    const mark = document.querySelector('.story [data-r~="' + CSS.escape(id) + '"]');
    card.scrollIntoView({ block: 'center' });
    if (mark) mark.scrollIntoView({ block: 'center' });
    for (const old of document.querySelectorAll('.named')) old.classList.remove('named');
    card.classList.add('named');
    if (card.focus && card.tabIndex >= 0) card.focus({ preventScroll: true });
  };
  addEventListener('hashchange', light);
  light();

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method === 'get') for (const field of form.elements) if (field.name && field.value === '') field.disabled = true;
    document.documentElement.classList.add('busy');
  });
  addEventListener('pageshow', () => {
    document.documentElement.classList.remove('busy');
    for (const field of document.querySelectorAll('form [name]:disabled')) field.disabled = false;
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="/"]');
    if (link && !link.hasAttribute('download') && !event.ctrlKey && !event.metaKey && !event.shiftKey && !/\\.(ics|atom)/.test(link.href)) document.documentElement.classList.add('busy');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      const find = document.getElementById('q');
      if (find) { event.preventDefault(); find.focus(); }
    }
  });
  for (const field of document.querySelectorAll('[data-keep]')) {
    const name = 'chancery-' + field.dataset.keep;
    try {
      if (!field.value) field.value = localStorage.getItem(name) || '';
      field.addEventListener('change', () => localStorage.setItem(name, field.value));
    } catch { /* no storage: the name is typed again */ }
  }

  for (const chart of document.querySelectorAll('.chart[data-count]')) {
    const count = Number(chart.dataset.count);
    if (count > 1) for (const svg of chart.querySelectorAll('svg')) brush(chart, svg, count);
  }
  function brush(chart, svg, count) {
    const { width, height } = svg.viewBox.baseVal;
    const first = Date.parse(chart.dataset.first + 'T00:00:00Z');
    let from = null;
    let band = null;
    const at = (event) => {
      const box = svg.getBoundingClientRect();
      return Math.max(0, Math.min(count - 1, Math.round(((event.clientX - box.left) / box.width) * (count - 1))));
    };
    const day = (index) => new Date(first + index * 86400000).toISOString().slice(0, 10);
    svg.addEventListener('dragstart', (event) => event.preventDefault());
    svg.addEventListener('pointerdown', (event) => { if (event.button === 0) { from = at(event); } });
    svg.addEventListener('pointermove', (event) => {
      if (from === null) return;
      const to = at(event);
      if (!band && Math.abs(to - from) < 1) return;
      if (!band) {
        band = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
        band.setAttribute('class', 'chosen');
        band.setAttribute('y', '0');
        band.setAttribute('height', String(height - 22));
        svg.prepend(band);
        svg.setPointerCapture(event.pointerId);
      }
      const step = width / (count - 1);
      band.setAttribute('x', String(Math.min(from, to) * step));
      band.setAttribute('width', String(Math.max(step, Math.abs(to - from) * step)));
    });
    const end = (event) => {
      if (from !== null && band) {
        const to = at(event);
        const address = new URL(location.href);
        address.searchParams.set('from', day(Math.min(from, to)));
        address.searchParams.set('to', day(Math.max(from, to)));
        address.hash = '';
        location.assign(address);
      }
      from = null;
    };
    svg.addEventListener('pointerup', end);
    svg.addEventListener('pointercancel', () => { from = null; if (band) band.remove(); band = null; });
  }

  const said = document.getElementById('said');
  const drop = document.querySelector('form.drop');
  const tell = (text) => { const p = document.createElement('p'); p.className = 'told'; p.textContent = text; said.replaceChildren(p); };
  let pasted = false;
  const part = async (address, body) => {
    document.documentElement.classList.add('busy');
    try {
      const answer = await fetch(address, { method: 'POST', headers: { 'x-part': 'yes' }, body });
      const text = await answer.text();
      if (answer.headers.get('content-type').startsWith('text/html')) said.innerHTML = text;
      else tell(JSON.parse(text).error);
      // What was pasted is read above the form: the reader is taken to it.
      if (pasted) said.scrollIntoView({ block: 'nearest' });
      pasted = false;
    } catch { tell('The desk does not answer. Is it still open?'); }
    document.documentElement.classList.remove('busy');
  };
  if (drop && said) {
    const send = (files) => {
      if (files.length === 0) return;
      const body = new FormData();
      for (const file of files) body.append('files', file);
      tell(files.length === 1 ? 'Reading ' + files[0].name + ' …' : 'Reading ' + files.length + ' files …');
      void part('/filing/files', body);
    };
    const input = drop.querySelector('input[type=file]');
    input.addEventListener('change', () => { send(input.files); input.value = ''; });
    for (const name of ['dragenter', 'dragover']) document.addEventListener(name, (event) => {
      if (![...event.dataTransfer.types].includes('Files')) return;
      event.preventDefault();
      drop.classList.add('over');
    });
    document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) drop.classList.remove('over'); });
    document.addEventListener('drop', (event) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      drop.classList.remove('over');
      send(event.dataTransfer.files);
    });
    const paste = document.querySelector('form.filing');
    paste.addEventListener('submit', (event) => {
      if (!event.submitter || event.submitter.name !== 'only') return;
      event.preventDefault();
      const body = new URLSearchParams(new FormData(paste));
      body.set('only', 'read');
      void part('/filing', body);
    });
    paste.elements.text.addEventListener('paste', () => { pasted = true; });
    let timer = 0;
    let last = '';
    paste.elements.text.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const text = paste.elements.text.value;
        if (text.trim().length < 40 || text === last) return;
        last = text;
        const body = new URLSearchParams(new FormData(paste));
        body.set('only', 'read');
        void part('/filing', body);
      }, 600);
    });
  }
})();
`;
