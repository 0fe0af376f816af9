// HTML that is safe by construction: every value put into a template is escaped unless it is HTML itself.

import { escapeHtml } from '../render/index.js';

/** A piece of finished HTML. */
export interface Html {
  readonly html: string;
}

type Value = Html | string | number | boolean | null | undefined | readonly Value[];

const put = (value: Value): string => {
  if (value === null || value === undefined || value === false || value === true) return '';
  if (Array.isArray(value)) return value.map(put).join('');
  if (typeof value === 'object') return (value as Html).html;
  return escapeHtml(String(value));
};

/** @example html`<b>${'<i>'}</b>`.html // "<b>&lt;i&gt;</b>" */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let out = parts[0];
  for (let i = 0; i < values.length; i++) out += put(values[i]) + parts[i + 1];
  return { html: out };
}

/** HTML that was made safe elsewhere. */
export const raw = (text: string): Html => ({ html: text });
