// The desk's own script: tells when something new was filed, and opens the record that the address names.

export const DESK_SCRIPT = `
(() => {
  const note = document.querySelector('.new');
  if (note && 'EventSource' in window) {
    let count = 0;
    const feed = new EventSource('/api/new');
    feed.addEventListener('filed', () => {
      count += 1;
      note.hidden = false;
      note.textContent = count === 1 ? 'One new dispatch was filed. Reload to see it.' : count + ' new dispatches were filed. Reload to see them.';
    });
  }
  const id = decodeURIComponent(location.hash.slice(1));
  if (id) {
    const card = document.querySelector('.card[data-id="' + CSS.escape(id) + '"]') || document.getElementById(id);
    if (card) { card.scrollIntoView({ block: 'center' }); card.classList.add('lit'); if (card.focus) card.focus(); }
  }
})();
`;
