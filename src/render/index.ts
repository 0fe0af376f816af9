// The door of the renderings.

export { escapeHtml } from './escape.js';
export { renderArticle, renderHtml } from './html.js';
export { SCRIPT } from './script.js';
export { STYLE } from './style.js';
