// From a reading to its reports: what the record compares, filters and shows of it.

import type { Actor, ActorRef, Clause, Event, Sourcing, Span } from '../records.js';
import { leadOf } from './lead.js';
import type { Filed, Party, Report, ReportBase } from './types.js';
import { contentWords, signature } from './words.js';

/** Characters of the body that stand for what a dispatch is about. */
const CONTEXT = 300;

/** Every report of a filed dispatch, the story's own first. Keys are unique. */
export function reportsOf(filed: Filed): Report[] {
  const { reading } = filed;
  const { dispatch } = reading;
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const statements = new Map(reading.statements.map((statement) => [statement.id, statement]));
  const events = new Map(reading.events.map((event) => [event.id, event]));
  const published = dispatch.date?.value ?? '';

  // NUL cannot stand in a PostgreSQL text.
  const cut = (span: Span): string => dispatch.text.slice(span[0], span[1]).replace(/[\s\0]+/g, ' ');
  const party = (role: Party['role'], id: string | null): Party[] => {
    const actor = id === null ? undefined : actors.get(id);
    return actor ? [partyOf(role, actor)] : [];
  };
  const word = (id: string | null): { sourcing: Sourcing | null; speaker: string | null } => {
    const statement = id === null ? undefined : statements.get(id);
    const speaker = statement?.speaker ? actors.get(statement.speaker) : undefined;
    return { sourcing: statement?.sourcing ?? null, speaker: speaker?.name ?? null };
  };
  const typesOf = (clause: Clause | null): string[] =>
    [...new Set((clause?.events ?? []).flatMap((id) => events.get(id)?.type ?? []))].sort();
  const sentenceOf = (span: Span): Span =>
    reading.sentences.find(([start, end]) => start <= span[0] && span[0] < end) ?? span;
  // Several statements, and a commitment with them, stand in one sentence.
  const known = new Map<number, { readonly text: string; readonly words: readonly string[] }>();
  const told = (span: Span): { readonly text: string; readonly words: readonly string[] } => {
    const name = span[0] * (dispatch.text.length + 1) + span[1];
    let found = known.get(name);
    if (!found) {
      const text = cut(span);
      found = { text, words: contentWords(text) };
      known.set(name, found);
    }
    return found;
  };
  // The kind stands where it belongs from the start: a property written twice costs as much as all the others.
  const base = <K extends ReportBase['kind']>(
    kind: K,
    id: string,
    span: Span,
    parties: readonly Party[],
    days: { start: string | null; end: string | null } | null,
    statement: string | null,
    given?: { readonly text: string; readonly words: readonly string[] },
  ): ReportBase & { readonly kind: K } => {
    const { text, words } = given ?? told(span);
    const { sourcing, speaker } = word(statement);
    return {
      key: `${filed.key}#${id}`,
      kind,
      dispatch: filed.key,
      published,
      day: dayOf(days?.start) ?? published,
      lastDay: dayOf(days?.end) ?? dayOf(days?.start) ?? published,
      parties,
      text,
      span,
      words,
      sourcing,
      speaker,
    };
  };

  // Tables tell earnings and prices apart: they belong to the story, though no sentence is read there.
  const body = dispatch.blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'table' || kind === 'crosshead')
    .map(({ span }) => cut(span))
    .join('\n');
  const lead = leadOf(dispatch.headline ?? '', body);
  const context = contentWords(`${dispatch.headline ?? ''} ${body.slice(0, CONTEXT)}`);
  const reports: Report[] = [
    {
      ...base('story', 'story', [0, dispatch.text.length], [], null, null, {
        text: dispatch.headline ?? cut(reading.sentences[0] ?? [0, Math.min(dispatch.text.length, 120)]),
        words: contentWords(dispatch.headline ?? ''),
      }),
      id: dispatch.id,
      agency: dispatch.agency,
      headline: dispatch.headline,
      edition: dispatch.edition ? { kind: dispatch.edition.kind, number: dispatch.edition.number } : null,
      signature: signature(body),
      lead,
    },
  ];
  for (const event of reading.events) {
    reports.push({
      ...base('event', event.id, event.evidence, eventParties(event, actors), event.date, event.statement),
      type: event.type,
      mode: event.mode,
      cameo: event.cameo,
      quad: event.quad,
      goldstein: event.goldstein,
      modality: event.modality,
      negated: event.negated,
      denied: event.denied,
      reciprocal: event.reciprocal,
      place: event.place?.name ?? null,
      country: event.place?.country ?? null,
      latitude: event.place?.latitude ?? null,
      longitude: event.place?.longitude ?? null,
      dated: event.date.known,
      figures: event.figures.map(({ kind, value, atLeast }) => ({ kind, value, atLeast })),
      confidence: event.confidence,
      tellings: [sentenceOf(event.evidence), ...event.repeats].map((span) => told(span).words),
      context,
      trigger: contentWords(cut(event.trigger)),
    });
  }
  for (const commitment of reading.commitments) {
    const { consequence, condition } = commitment;
    const span = consequence?.span ?? commitment.trigger;
    const sentence = sentenceOf(commitment.trigger);
    const parties = [...party('holder', commitment.holder), ...party('addressee', commitment.addressee)];
    reports.push({
      ...base('commitment', commitment.id, sentence, parties, null, commitment.statement, {
        text: told(sentence).text,
        words: contentWords(`${cut(span)} ${condition ? cut(condition.span) : ''}`),
      }),
      form: commitment.kind,
      strength: commitment.strength,
      condition: condition ? cut(condition.span) : null,
      polarity: condition?.polarity ?? null,
      consequence: consequence ? cut(consequence.span) : null,
      deadline: dayOf(commitment.deadline?.end) ?? null,
      consequenceTypes: typesOf(consequence),
      conditionTypes: typesOf(condition),
    });
  }
  for (const meeting of reading.meetings) {
    const parties = meeting.parties.flatMap((id) => party('party', id));
    reports.push({
      ...base('meeting', meeting.id, sentenceOf(meeting.span), parties, meeting, meeting.statement),
      form: meeting.form,
      status: meeting.status,
      dated: meeting.start !== null,
      place: meeting.place?.name ?? null,
    });
  }
  for (const claim of reading.claims) {
    reports.push({
      ...base('claim', claim.id, claim.span, party('by', claim.by), null, claim.statement),
      stance: claim.stance,
      against: claim.against === null ? null : `${filed.key}#${claim.against}`,
    });
  }
  for (const statement of reading.statements) {
    const content = statement.content.map(cut).join(' … ');
    const parties = [...party('speaker', statement.speaker), ...party('addressee', statement.addressee)];
    const first = statement.content[0] ?? statement.cue[0] ?? [0, 0];
    reports.push({
      ...base('statement', statement.id, sentenceOf(first), parties, null, statement.id),
      form: statement.kind,
      grade: statement.sourcing,
      description: statement.anonymity?.description ?? null,
      reason: statement.anonymity?.reason ?? null,
      count: statement.anonymity?.count ?? null,
      source: statement.source.length === 0 ? null : statement.source.map(cut).join(' … '),
      content,
    });
  }
  return reports;
}

function partyOf(role: Party['role'], actor: Actor): Party {
  return { role, name: actor.name, country: actor.country, sector: actor.sector, code: actor.code };
}

function eventParties(event: Event, actors: ReadonlyMap<string, Actor>): Party[] {
  const of = (role: Party['role'], refs: readonly ActorRef[]): Party[] =>
    refs.map((ref) => ({
      role,
      name: actors.get(ref.actor)?.name ?? ref.text,
      country: ref.country,
      sector: ref.sector,
      code: ref.code,
    }));
  return [...of('source', event.sources), ...of('target', event.targets)];
}

/** The day of an ISO 8601 day or moment; undefined when there is none. */
function dayOf(moment: string | null | undefined): string | undefined {
  return moment && /^\d{4}-\d\d-\d\d/.test(moment) ? moment.slice(0, 10) : undefined;
}
