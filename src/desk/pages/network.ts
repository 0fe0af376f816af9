// Whom an actor acts on, and who acts on it, as a ring around it: thicker for more incidents, red where conflict outweighs cooperation.
// The numbers stand in a table beside it.

import type { Incident, Party } from '../../record/index.js';
import { type Html, html } from '../html.js';
import { sideName, signed } from '../names.js';
import { actorPath } from './layout.js';

/** Others shown. */
const MOST = 12;
const SIZE = 420;
const MIDDLE = SIZE / 2;
const RADIUS = 150;

interface Tie {
  readonly code: string;
  readonly name: string;
  /** Incidents in which the actor acts on the other, and the other on it. */
  out: number;
  back: number;
  /** Sum of the Goldstein values of both. */
  balance: number;
}

/**
 * Ties of the actor, the strongest first.
 * @param states true for a country: then a president and an army are their country, as the actor's own are its
 */
export function tiesOf(incidents: readonly Incident[], is: (party: Party) => boolean, states = false): readonly Tie[] {
  const ties = new Map<string, Tie>();
  const named = ({ code, name, country }: Party): { key: string; code: string; name: string } => {
    if (states && country) return { key: country, code: country, name: sideName(country) };
    return { key: country && code.length > 3 ? code : name, code, name };
  };
  /** Each of the others once, however many of its people take part. */
  const others = (parties: readonly Party[], goldstein: number): readonly Tie[] => {
    const found = new Set<Tie>();
    for (const party of parties) {
      if (is(party)) continue;
      const { key, code, name } = named(party);
      const known = ties.get(key) ?? { code, name, out: 0, back: 0, balance: 0 };
      ties.set(key, known);
      if (!found.has(known)) known.balance += goldstein;
      found.add(known);
    }
    return [...found];
  };
  for (const { sources, targets, goldstein, negated } of incidents) {
    if (negated) continue;
    if (sources.some(is)) for (const tie of others(targets, goldstein)) tie.out++;
    if (targets.some(is)) for (const tie of others(sources, goldstein)) tie.back++;
  }
  return [...ties.values()].sort((a, b) => b.out + b.back - a.out - a.back || (a.name < b.name ? -1 : 1));
}

export function network(name: string, all: readonly Tie[]): Html {
  const ties = all.slice(0, MOST);
  if (ties.length === 0) return html``;
  const most = Math.max(...ties.map(({ out, back }) => out + back));
  const drawn = ties.map((tie, i) => {
    const angle = (i / ties.length) * 2 * Math.PI - Math.PI / 2;
    return { ...tie, x: MIDDLE + RADIUS * Math.cos(angle), y: MIDDLE + RADIUS * Math.sin(angle), angle };
  });
  const n = (value: number): string => value.toFixed(1);
  const width = (count: number): string => n(1 + (6 * count) / most);
  const sign = (balance: number): string => (balance < 0 ? 'conflict' : 'cooperation');
  const anchor = (angle: number): string =>
    Math.abs(Math.cos(angle)) < 0.3 ? 'middle' : Math.cos(angle) > 0 ? 'start' : 'end';
  const short = (text: string): string => (text.length > 22 ? `${text.slice(0, 21)}…` : text);
  return html`<figure class="network"><svg viewBox="-130 0 ${SIZE + 260} ${SIZE}" role="group" aria-label="Whom ${name} acts on">${drawn.map(({ x, y, out, back, balance }) => html`<line class="tie ${sign(balance)}" x1="${MIDDLE}" y1="${MIDDLE}" x2="${n(x)}" y2="${n(y)}" stroke-width="${width(out + back)}"/>`)}<circle class="self" cx="${MIDDLE}" cy="${MIDDLE}" r="9"/>${drawn.map((one) => html`<a href="${actorPath(one.code, one.name)}"><circle class="other ${sign(one.balance)}" cx="${n(one.x)}" cy="${n(one.y)}" r="${n(4 + (4 * (one.out + one.back)) / most)}"/><text x="${n(one.x + 12 * Math.cos(one.angle))}" y="${n(one.y + 14 * Math.sin(one.angle) + 4)}" text-anchor="${anchor(one.angle)}">${short(one.name)}</text></a>`)}<text class="self-name" x="${MIDDLE}" y="${MIDDLE + 24}" text-anchor="middle">${short(name)}</text></svg></figure>
<table><caption>Whom it acts on, and who acts on it</caption><thead><tr><th scope="col">with</th><th scope="col">acts on</th><th scope="col">is acted on</th><th scope="col">Goldstein sum</th></tr></thead><tbody>${ties.map((tie) => html`<tr><th scope="row"><a href="${actorPath(tie.code, tie.name)}">${tie.name}</a></th><td>${tie.out}</td><td>${tie.back}</td><td>${signed(tie.balance)}</td></tr>`)}</tbody></table>`;
}
