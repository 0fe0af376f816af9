// What is said to who asked in a way that is not understood: which field, and how it is written.

/** One complaint of the validator (Ajv). */
export interface Complaint {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

const DAY = 'a day, as 1987-06-03';
const FORMS: Readonly<Record<string, string>> = {
  from: DAY,
  to: DAY,
  date: DAY,
  asOf: 'a day or a moment in UTC, as 1987-06-03 or 1987-06-03T14:05:00Z',
  dyad: 'two sides, as IRN-USA',
  key: 'the 20 hexadecimal digits of a dispatch',
  id: 'the id of a record, as e1',
  limit: 'a number from 1 to 500',
  offset: 'a number, 0 or more',
  format: 'json, jsonl or csv',
  verdict: 'confirmed, rejected or corrected',
};

/** @example misread([{ instancePath: '/from', keyword: 'pattern', params: {} }]) // "\u201cfrom\u201d must be a day, as 1987-06-03." */
export function misread(complaints: readonly Complaint[]): string | null {
  const [first] = complaints;
  if (!first) return null;
  const { keyword, params } = first;
  const field = first.instancePath
    .split('/')
    .filter((part) => part !== '')
    .pop();
  if (keyword === 'required') return `\u201c${String(params.missingProperty)}\u201d is missing.`;
  if (keyword === 'additionalProperties') return `There is no filter \u201c${String(params.additionalProperty)}\u201d.`;
  if (field === undefined) return null;
  const name = `\u201c${field}\u201d`;
  if (FORMS[field]) return `${name} must be ${FORMS[field]}.`;
  if (keyword === 'maxLength') return `${name} is longer than ${String(params.limit)} characters.`;
  if (keyword === 'minLength') return `${name} is empty.`;
  return `${name} ${first.message ?? 'is not understood'}.`;
}
