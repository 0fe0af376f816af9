// The record's answer about one thing as lines: an incident with its figures, a commitment or meeting with its steps, a dispute with its
// stances and its end, a story with what changed from edition to edition. Each step names the dispatch and the offsets that show it.

import type { Changes, Life } from '../store/index.js';

interface Shown {
  readonly dispatch: string;
  readonly span: readonly [number, number];
  readonly text: string;
}

const at = ({ dispatch, span: [start, end], text }: Shown): string => `${dispatch} ${start}-${end}: ${text}`;

/** The lines of a life. */
export function lifeLines(life: Life): string[] {
  switch (life.kind) {
    case 'event': {
      const { type, day, firstSeen, lastSeen, reports, figures, confidence, withdrawn } = life.answer;
      return [
        `${type} of ${day}, told by ${reports.length === 1 ? 'one report' : `${reports.length} reports`}, first seen ${firstSeen}, last seen ${lastSeen}; right with a chance of ${confidence}${withdrawn ? '; withdrawn' : ''}`,
        ...figures.map(
          ({ kind, least, most, said }) =>
            `${kind}: ${least === most ? least : `${least} to ${most}`} (${said.map(({ value, by }) => `${value} by ${by ?? 'the dispatch'}`).join(', ')})`,
        ),
      ];
    }
    case 'commitment': {
      const { status, steps } = life.answer;
      return [`status: ${status}`, ...steps.map((step) => `${step.day} ${step.kind}, ${at(step)}`)];
    }
    case 'meeting': {
      const { status, steps } = life.answer;
      return [
        `status: ${status}`,
        ...steps.map((step) => `${step.published} ${step.status} for ${step.day}, ${at(step)}`),
      ];
    }
    case 'claim': {
      const { status, since, stances, resolution } = life.answer;
      return [
        `${status} since ${since}`,
        ...stances.map((stance) => `${stance.published} ${stance.by ?? 'a report'} ${stance.stance}, ${at(stance)}`),
        ...(resolution
          ? [`resolved ${resolution.published}: ${resolution.how} by ${resolution.by ?? 'a report'}, ${at(resolution)}`]
          : []),
      ];
    }
    case 'story':
      return [
        ...life.answer.editions.map(
          ({ dispatch, published, edition, headline }) =>
            `${published} ${edition ? `${edition.kind}${edition.number === null ? '' : ` ${edition.number}`}` : 'first edition'}, ${dispatch}: ${headline}`,
        ),
        ...life.changes.flatMap(changeLines),
      ];
  }
}

function changeLines({ from, to, added, dropped, reworded, records }: Changes): string[] {
  return [
    `from ${from} to ${to}:`,
    ...added.map((sentence) => `  + ${sentence}`),
    ...dropped.map((sentence) => `  - ${sentence}`),
    ...reworded.map(([was, is]) => `  ~ ${was} → ${is}`),
    ...records.map(({ kind, change, text }) => `  ${kind} ${change}: ${text}`),
  ];
}
