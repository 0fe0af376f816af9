// What the files of the actors stage hand to one another.

import type { Holder } from '../gazetteer/index.js';
import type { ActorKind, Span } from '../records.js';

/** The country or body that somebody belongs to or is. */
export interface Allegiance {
  /** ISO 3166 alpha-3 or a past state's code, "--- Name" of a state that no table has; null for an international body or a region. */
  readonly country: string | null;
  /** The code without the sector. @example "USA" @example "IGOUNO" @example "---" */
  readonly base: string;
  /** Name for people to read. @example "United States" */
  readonly name: string;
  /** Sector of the body itself, which its officials inherit; null for a country. */
  readonly sector: string | null;
}

/** What kind of being a role noun names. */
export type RoleKind = 'person' | 'group' | 'body' | 'thing';

/** A line of codebook/roles.txt: a noun and what it says of its bearer. */
export interface Role {
  /** In the singular. @example "foreign minister" */
  readonly noun: string;
  /** PLOVER sector; "@" for the sector of whom it belongs to; null for none. */
  readonly sector: string | null;
  readonly kind: RoleKind;
  readonly office: boolean;
  readonly local: boolean;
  readonly bound: boolean;
  readonly kin: boolean;
  readonly gender: Gender;
  /** File and line. @example "roles.txt:41" */
  readonly rule: string;
}

/** Masculine, feminine, or not known. */
export type Gender = 'm' | 'f' | '';

/** A stretch of words with one meaning for this stage. Units of a sentence do not overlap. */
export interface Unit {
  readonly first: number;
  readonly end: number;
  readonly what:
    | {
        readonly is: 'country' | 'seat' | 'capital' | 'place' | 'body';
        readonly of: Allegiance;
        readonly label: string;
      }
    | { readonly is: 'demonym'; readonly of: Allegiance; readonly people: boolean; readonly label: string }
    | { readonly is: 'person'; readonly holders: readonly Holder[] }
    | { readonly is: 'organisation'; readonly of: Allegiance | null }
    | { readonly is: 'role'; readonly role: Role; readonly plural: boolean; readonly modifier: string | null }
    | { readonly is: 'modifier'; readonly modifier: string }
    | { readonly is: 'courtesy'; readonly gender: Gender };
}

/** A noun phrase without what hangs behind it, or a pronoun. */
export interface Chunk {
  readonly sentence: number;
  /** First word, that of the possessor included. */
  readonly first: number;
  /** First word behind the possessor. */
  readonly inner: number;
  readonly end: number;
  /** The word that the rest hangs on. */
  readonly head: number;
  /** Indices into the sentence's units, left to right. */
  readonly units: readonly number[];
  /** Index of the chunk that owns this one ("Arland's president"), or -1. */
  readonly owner: number;
}

/** What a phrase says of whom it stands for, before the rest of the dispatch is asked. Filled while its sentence is described. */
export interface Description {
  readonly sentence: number;
  /** The words that stand for the actor: up to and without `end`, the possessor included. */
  first: number;
  end: number;
  readonly head: number;
  readonly is: 'person' | 'role' | 'body' | 'country' | 'pronoun';
  /** The name as it stands, or null. */
  name: string | null;
  /** Country or body in the text's own words. */
  of: Allegiance | null;
  sector: string | null;
  role: Role | null;
  /** The words of the role as they stand, with their modifiers. */
  roleText: string | null;
  gender: Gender;
  readonly plural: boolean;
  readonly definite: boolean;
  /** 2 for "both", "the two", "neither"; 3 for "the three" and so on; 0 when no number is given. */
  readonly count: number;
  readonly holders: readonly Holder[];
  /** Why so, in words. */
  basis: string;
  /** Whether country and sector stand in the text's own words. */
  known: boolean;
  /** Index of the description, in the same sentence, of whom it belongs to ("Arland's president", "president of Arland"); -1 for none. */
  owner: number;
  /** How it is owned: by a genitive or pronoun, by "of", by a place ("rebels in Darfur"), or as the name before the noun ("Biden aide"). */
  ownership: 'genitive' | 'of' | 'place' | 'name' | null;
  /** Index of the description of the same sentence that names the same one (apposition), or -1. */
  same: number;
  /** Indices of the descriptions that this one stands for together ("officials on both sides"); its own when empty. */
  parts: number[];
  /** True for a country word before an ordinary noun ("Iran scandal"): nobody who is spoken of. */
  readonly attributive: boolean;
  /** True when an "of" behind it leads to somebody who could not be told. */
  open: boolean;
  /** True where a country or capital is only the scene. */
  readonly scene: boolean;
}

/** Somebody, while the dispatch is being read. */
export interface Entity {
  readonly order: number;
  name: string;
  kind: ActorKind;
  of: Allegiance | null;
  sector: string | null;
  role: Role | null;
  roleText: string | null;
  gender: Gender;
  plural: boolean;
  /** How many, where the words tell; else 0. */
  count: number;
  basis: string;
  known: boolean;
  readonly mentions: Span[];
  /** Sentence of the latest mention. */
  last: number;
  /** How prominent the latest mention was: 3 subject, 2 object, 1 else. */
  weight: number;
}
