// The script of the page: pointing at a mark or a card lights the other. Plain DOM, no markup made from text.

export const SCRIPT = `
'use strict';
(() => {
  const narrow = matchMedia('(max-width: 899px)');
  const peek = document.querySelector('.peek');
  const h1 = document.querySelector('h1');
  if (h1) document.title = h1.textContent;
  let lit = [];
  let bracket = null;
  const clear = () => {
    for (const [element, name] of lit) element.classList.remove(name);
    lit = [];
    if (bracket) bracket.remove();
    bracket = null;
  };
  const put = (element, name) => { element.classList.add(name); lit.push([element, name]); };
  const marksOf = (story, id) => [...story.querySelectorAll('[data-r~="' + CSS.escape(id) + '"]')];
  const cardOf = (dispatch, id) => dispatch.querySelector('.card[data-id="' + CSS.escape(id) + '"]');
  const join = (story, id) => {
    const parts = marksOf(story, id);
    const condition = parts.find((part) => part.classList.contains('k-if'));
    const consequence = parts.find((part) => part.classList.contains('k-then'));
    if (!condition || !consequence) return;
    const box = story.getBoundingClientRect();
    const middle = (part) => { const r = part.getClientRects()[0]; return r.top + r.height / 2 - box.top; };
    const a = middle(condition);
    const b = middle(consequence);
    bracket = document.createElement('div');
    bracket.className = a <= b ? 'bracket' : 'bracket up';
    bracket.style.top = Math.min(a, b) + 'px';
    bracket.style.height = Math.max(Math.abs(a - b), 8) + 'px';
    story.append(bracket);
  };
  const light = (dispatch, ids, from) => {
    clear();
    const story = dispatch.querySelector('.story');
    ids.forEach((id, i) => {
      const main = i === ids.length - 1;
      if (main) for (const mark of marksOf(story, id)) put(mark, 'lit');
      const card = cardOf(dispatch, id);
      if (card) put(card, main ? 'lit' : 'near');
      if (main) join(story, id);
    });
    const card = cardOf(dispatch, ids[ids.length - 1]);
    if (!card) return;
    if (from === 'story') {
      if (narrow.matches) {
        peek.replaceChildren(card.cloneNode(true));
        peek.hidden = false;
        peek.className = 'peek ' + [...card.closest('.group').classList].find((name) => name.startsWith('c-'));
      } else {
        const group = card.closest('details');
        if (group) group.open = true;
        const panel = dispatch.querySelector('.records');
        const c = card.getBoundingClientRect();
        const p = panel.getBoundingClientRect();
        if (c.top < p.top + 20 || c.bottom > p.bottom - 20) panel.scrollTop += c.top - p.top - p.height / 3;
      }
    } else if (from === 'click') {
      const mark = marksOf(story, ids[ids.length - 1])[0];
      if (mark) mark.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    }
  };
  const meant = (target, from) => {
    if (!(target instanceof Element)) return false;
    const dispatch = target.closest('.dispatch');
    if (!dispatch) return false;
    const mark = target.closest('[data-r]');
    const card = target.closest('.card');
    if (mark) light(dispatch, from === 'focus' && mark.dataset.f ? [mark.dataset.f] : mark.dataset.r.split(' '), 'story');
    else if (card) light(dispatch, [card.dataset.id], from);
    else return false;
    return true;
  };
  document.addEventListener('pointerover', (event) => { if (event.pointerType === 'mouse' && !meant(event.target, 'hover')) clear(); });
  document.addEventListener('focusin', (event) => { meant(event.target, 'focus'); });
  document.addEventListener('click', (event) => {
    if (!meant(event.target, 'click') && !(event.target instanceof Element && event.target.closest('.peek'))) { clear(); peek.hidden = true; }
  });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') { clear(); peek.hidden = true; } });
})();
`;
