// The types of everything that is kept: the Reading of one dispatch and its parts. Types only, no code.
// `docs/reading.md` is made from the comments of this file by `npm run docs`, and a test fails when the two part.

/**
 * A piece of `dispatch.text`: UTF-16 code units, half-open, `text.slice(start, end)`.
 * @example [0, 5]
 */
export type Span = readonly [start: number, end: number];

/** Takes a note for `chancery explain`: `subject` is the id of a record or a candidate, `note` one plain sentence. */
export type Trace = (subject: string, note: string) => void;

/** All that was read out of one dispatch. The shape is public and stable: fields may be added, never renamed. */
export interface Reading {
  /** Name and version of this shape. */
  readonly schema: 'chancery/1';
  /** The dispatch itself: its header, its text, its credits. */
  readonly dispatch: Dispatch;
  /** The sentences that were read, in the order of the text; what stands in no sentence (credits, tables) was not read. */
  readonly sentences: readonly Span[];
  /** Who is spoken of, in the order of first mention. */
  readonly actors: readonly Actor[];
  /** When: every time expression, in the order of the text. */
  readonly times: readonly TimeExpression[];
  /** Where: every place that is named, in the order of the text. */
  readonly places: readonly PlaceMention[];
  /** Who said what, in the order of the text. */
  readonly statements: readonly Statement[];
  /** Who did what to whom, in order of importance: the dispatch's main event first. */
  readonly events: readonly Event[];
  /** Threats, warnings, promises, demands, offers and refusals, with their conditions. */
  readonly commitments: readonly Commitment[];
  /** Calls, meetings, talks, visits: held and to come. */
  readonly meetings: readonly Meeting[];
  /** What one side asserts and another denies, doubts or confirms. */
  readonly claims: readonly Claim[];
}

// ---------------------------------------------------------------------------------------------------- dispatch

/** One piece of news as it came over the wire. */
export interface Dispatch {
  /** The id that was given with the input, or one made from its name. */
  readonly id: string;
  /** Where it came from: a path, an URL, or null for standard input. */
  readonly source: string | null;
  /** The agency in the dateline or the metadata. @example "Reuters" */
  readonly agency: string | null;
  /** The slug or keyword line, where the input has one. @example "UKRAINE-CRISIS/" */
  readonly slug: string | null;
  /** The headline, without the edition mark. */
  readonly headline: string | null;
  /** The edition mark, or null for a first version. */
  readonly edition: Edition | null;
  /** The note in brackets that tells what is new, without the brackets. @example "Adds Bordurian denial, background" */
  readonly editorNote: string | null;
  /** The people of the by-line. */
  readonly authors: readonly Author[];
  /** The places of the dateline; two for a double dateline. */
  readonly datelinePlaces: readonly DatelinePlace[];
  /** The day the dispatch was written, which anchors every relative time in it; null when nothing tells. */
  readonly date: DispatchDate | null;
  /** Reporting, writing and editing credits. */
  readonly credits: readonly Credit[];
  /** ISO 639-1 code of the text's language. Only "en" is read beyond the header. */
  readonly language: string;
  /** The input text, unchanged; of a marked-up input the text extracted from it. Every Span points into it. */
  readonly text: string;
  /** The paragraphs of the story, in order, without dateline and credits. */
  readonly paragraphs: readonly Span[];
  /** Every part of the text by what it is, in order, without gaps but white space. */
  readonly blocks: readonly Block[];
}

/** What kind of a part a block of the text is. */
export type BlockKind =
  | 'slug'
  | 'edition'
  | 'headline'
  | 'attribution'
  | 'note'
  | 'byline'
  | 'dateline'
  | 'paragraph'
  | 'crosshead'
  | 'table'
  | 'credits'
  | 'end';

/** One part of the text. A dateline and the paragraph behind it are two blocks, and so are a headline and its source ("-diplomats", an attribution). */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
}

/** Which version of a story this is. */
export interface Edition {
  /** "update" for UPDATE n, "correction" for CORRECTED, and so on as agencies mark them. */
  readonly kind:
    | 'update'
    | 'correction'
    | 'refile'
    | 'repeat'
    | 'withdrawn'
    | 'alert'
    | 'brief'
    | 'wrapup'
    | 'advisory'
    | 'other';
  /** The number of the update or wrap-up; null where none is given. */
  readonly number: number | null;
  readonly span: Span | null;
}

/** A person of the by-line. */
export interface Author {
  readonly name: string;
  readonly span: Span | null;
}

/** A place of the dateline. Coordinates and country are filled in by the places stage. */
export interface DatelinePlace {
  /** The place without its qualifier. @example "WILMINGTON" */
  readonly name: string;
  /** The state or country that stands behind it. @example "Del." */
  readonly qualifier: string | null;
  /** ISO 3166 alpha-3, or null when the place is not known. */
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly span: Span | null;
}

/** The day of a dispatch. */
export interface DispatchDate {
  /** ISO 8601 day. @example "2021-12-30" */
  readonly value: string;
  /** True when day, month and year stand in the text or its metadata; false when the year was inferred. */
  readonly known: boolean;
  /** Where it is from: the dateline, the metadata, `--date`, or the agreement of a weekday with the dateline's day. */
  readonly basis: 'dateline' | 'metadata' | 'option' | 'weekday';
  readonly span: Span | null;
}

/** One clause of the credits. */
export interface Credit {
  /** @example "additional reporting" */
  readonly role: string;
  /** People and bureaus. @example ["Andrea Shalal"] */
  readonly names: readonly string[];
  /** @example "Washington" */
  readonly place: string | null;
  readonly span: Span;
}

// ---------------------------------------------------------------------------------------------- who, when, where

/** The kinds of actor. */
export type ActorKind = 'person' | 'country' | 'government' | 'organisation' | 'group' | 'unnamed';

/** Someone who acts, speaks or suffers in the dispatch. One record a person or body, whatever it is called in the text. */
export interface Actor {
  /** Unique in the reading. @example "a3" */
  readonly id: string;
  /** The fullest name in the text, or what the gazetteer calls it. @example "Vladimir Putin" */
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166 alpha-3 or a past country's code (SUN, YUG, DDR, CSK ...), or null for no country (IGOs, unknown). */
  readonly country: string | null;
  /** PLOVER sector (GOV, MIL, REB, CVL ...), or null for a country as a whole. */
  readonly sector: string | null;
  /** PLOVER/CAMEO code made of the two; "---" for a country that is not known. @example "RUSGOV" */
  readonly code: string;
  /** The office or function in the text's words. @example "president" */
  readonly role: string | null;
  /** What the resolution stands on, best first. @example "title: U.S. President" */
  readonly basis: string;
  /** True when country and sector come from the text's own words, false when from a table or by inference. */
  readonly known: boolean;
  /** Every place where the actor is named, described or meant by a pronoun. */
  readonly mentions: readonly Span[];
}

/** An actor in a role of an event, with the words that stand for it there. */
export interface ActorRef {
  /** Id of the actor. */
  readonly actor: string;
  /** The words of the text at `span`. */
  readonly text: string;
  readonly span: Span;
  readonly code: string;
  readonly country: string | null;
  readonly sector: string | null;
}

/** A time expression after TIMEX3 (ISO-TimeML). */
export interface TimeExpression {
  /** @example "t2" */
  readonly id: string;
  readonly span: Span;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value. @example "2022-01-09" @example "P2M" @example "XXXX-WXX-1" */
  readonly value: string;
  /** First moment of the true interval, ISO 8601, or null where there is none (a bare duration). */
  readonly start: string | null;
  /** Last moment of the true interval (inclusive day or moment), ISO 8601, or null. */
  readonly end: string | null;
  /** True when all parts stand in the text; false when some part was inferred from the dispatch's date. */
  readonly known: boolean;
  /** The parts that were inferred, absent when none was. @example ["year"] */
  readonly implied?: readonly string[];
  /** The rule that made it. */
  readonly rule: string;
}

/** A place named in the text. */
export interface PlaceMention {
  /** @example "p1" */
  readonly id: string;
  readonly span: Span;
  /** The gazetteer's name. @example "Crimea" */
  readonly name: string;
  /** ISO 3166 alpha-3, or null for seas and places in several countries. */
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly kind: 'country' | 'region' | 'city' | 'sea' | 'strait' | 'base' | 'border' | 'building' | 'other';
  /** The words between the event and the place. @example "near" @example "off the coast of" */
  readonly relation: string | null;
  /** The rule that made it. */
  readonly rule: string;
}

/** A place as an event or a meeting refers to it. */
export interface PlaceRef {
  /** Id of the place mention, or null when it is the dateline's. */
  readonly place: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly span: Span | null;
}

/** When something was, is or will be. */
export interface When {
  /** TIMEX3 value. @example "2021-12-30" */
  readonly value: string;
  /** First day or moment, ISO 8601. */
  readonly start: string;
  /** Last day or moment, ISO 8601. */
  readonly end: string;
  /** False when the day is only implied, for example by the dateline. */
  readonly known: boolean;
}

// ---------------------------------------------------------------------------------------------------- statements

/** How good a source is. */
export type Sourcing = 'named' | 'spokesperson' | 'anonymous' | 'organisation' | 'document' | 'media' | 'none';

/** Somebody's word: an attribution with its source, cue and content. */
export interface Statement {
  /** @example "s4" */
  readonly id: string;
  /** Direct: all in quotation marks; indirect: none; mixed: some. */
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** The words that name the source; empty when nobody is named. */
  readonly source: readonly Span[];
  /** The words that make it a statement. @example "said" @example "according to" */
  readonly cue: readonly Span[];
  /** What was said, in as many pieces as the text breaks it into. */
  readonly content: readonly Span[];
  /** Id of the actor who speaks, or null. */
  readonly speaker: string | null;
  /** Ids of the others who say it with the speaker ("Biden and Putin voiced hope"); absent when it speaks alone. */
  readonly joint?: readonly string[];
  /** Id of the actor spoken to, or null. */
  readonly addressee: string | null;
  readonly sourcing: Sourcing;
  /** Of an anonymous source: how it is described, how many, and the reason given. */
  readonly anonymity: Anonymity | null;
  /** Id of the statement in whose content this one stands, or null. */
  readonly parent: string | null;
  /** The rule or model that made it. */
  readonly rule: string;
}

/** What the text tells of a source without a name. */
export interface Anonymity {
  /** @example "a senior administration official" */
  readonly description: string;
  /** How many sources; null when the text does not tell ("sources"). */
  readonly count: number | null;
  /** The reason for anonymity in the text's words, or null. */
  readonly reason: string | null;
}

// -------------------------------------------------------------------------------------------------------- events

/** PLOVER's sixteen event types. */
export type PloverType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT';

/** Whether an event took place. */
export type Modality = 'happened' | 'ongoing' | 'planned' | 'conditional' | 'hypothetical' | 'requested';

/** A political event: who did what to whom. */
export interface Event {
  /** @example "e1" */
  readonly id: string;
  readonly type: PloverType;
  /** PLOVER mode. @example "phone" */
  readonly mode: string | null;
  /** PLOVER contexts. @example ["diplomatic", "territory"] */
  readonly contexts: readonly string[];
  /** CAMEO code with its leading zero. @example "041" */
  readonly cameo: string;
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: 1 | 2 | 3 | 4;
  /** Goldstein value, -10 to 10. */
  readonly goldstein: number;
  /** Who does it. In a reciprocal event of more than two, all who take part. */
  readonly sources: readonly ActorRef[];
  /** To whom it is done. */
  readonly targets: readonly ActorRef[];
  /** True when those who take part act on one another (talks, clashes). Two stand as source and target, more than two all as sources. */
  readonly reciprocal: boolean;
  readonly date: When;
  readonly place: PlaceRef | null;
  readonly modality: Modality;
  /** The text says that it did not happen. */
  readonly negated: boolean;
  /** Somebody in the text denies that it happened. */
  readonly denied: boolean;
  /** Id of the statement on whose word it is, or null when the dispatch says so itself. */
  readonly statement: string | null;
  /** The words that make it hearsay, absent where there are none. @example "a report" @example "reportedly" */
  readonly hearsay?: Span;
  /** Index into `sentences`. */
  readonly sentence: number;
  /** The word that made it an event. */
  readonly trigger: Span;
  /** The clause that tells it. */
  readonly evidence: Span;
  /** Where the same event is told again in this dispatch. */
  readonly repeats: readonly Span[];
  /** Numbers that belong to it: the dead, the wounded, the arrested, the size of a protest. */
  readonly figures: readonly Figure[];
  /** Codebook file and line of the pattern. @example "assault.txt:41" */
  readonly rule: string;
  /** The chance that type and actors are right, 0 to 1. */
  readonly confidence: number;
}

/** A number that belongs to an event. */
export interface Figure {
  readonly kind: 'dead' | 'injured' | 'arrested' | 'participants' | 'amount' | 'other';
  readonly value: number;
  /** True for "at least", "more than". */
  readonly atLeast: boolean;
  readonly span: Span;
}

// --------------------------------------------------------------------------------- commitments, meetings, claims

/** A piece of text and the events that were coded in it. */
export interface Clause {
  readonly span: Span;
  /** Ids of events. */
  readonly events: readonly string[];
}

/** What somebody binds himself or others to: *if P then Q*. */
export interface Commitment {
  /** @example "c1" */
  readonly id: string;
  readonly kind: 'threat' | 'warning' | 'promise' | 'demand' | 'offer' | 'refusal' | 'ultimatum';
  /** Id of the actor who threatens, promises, demands; null when the text does not tell. */
  readonly holder: string | null;
  /** Ids of the others who commit themselves with the holder ("Peru and Ecuador agreed"); absent when it does so alone. */
  readonly joint?: readonly string[];
  /** Id of the actor to whom it is addressed, or null. */
  readonly addressee: string | null;
  /** Ids of the others to whom it is addressed with the addressee ("urged both sides"); absent when there is none. */
  readonly alsoTo?: readonly string[];
  /** Q: what will be done, or what is demanded. */
  readonly consequence: Clause | null;
  /** P: under which condition. */
  readonly condition: Condition | null;
  /** By when, or null. */
  readonly deadline: When | null;
  /** How strong the words are: "could" is weak, "will" strong, "reserve the right" weak. */
  readonly strength: 'weak' | 'plain' | 'strong';
  /**
   * Public: the holder says it openly, himself or by a voice of his own side that is named. Reported: it is known from others only: unnamed people,
   * media, another side, or from what was said in private. Absent when the text tells on nobody's word.
   */
  readonly setting?: 'public' | 'reported';
  /** Id of the statement on whose word it is, or null. */
  readonly statement: string | null;
  /** The words that made it one. */
  readonly trigger: Span;
  /** The rule that made it. */
  readonly rule: string;
}

/** The condition of a commitment. */
export interface Condition extends Clause {
  readonly polarity: 'if' | 'unless';
}

/** A call, a meeting, talks, a visit. */
export interface Meeting {
  /** @example "m1" */
  readonly id: string;
  readonly form: 'call' | 'meeting' | 'talks' | 'summit' | 'conference' | 'visit';
  readonly status: 'held' | 'ongoing' | 'scheduled' | 'proposed' | 'postponed' | 'cancelled' | 'refused';
  /** Ids of the actors who take part. */
  readonly parties: readonly string[];
  /** First day or moment, ISO 8601, or null. */
  readonly start: string | null;
  /** Last day or moment, ISO 8601, or null. */
  readonly end: string | null;
  /** True when all parts of the day stand in the text; false when some part was inferred. */
  readonly known: boolean;
  /** The parts of the day that were inferred, absent when none was; "date" is the whole day. @example ["year"] */
  readonly implied?: readonly string[];
  /** How long it lasted or is to last as a TIMEX3 value, absent when the text does not tell. @example "PT50M" */
  readonly duration?: string;
  readonly place: PlaceRef | null;
  /** Id of the actor who asked for it, or null. */
  readonly requestedBy: string | null;
  /** Id of the actor who hosts it, or null. */
  readonly host: string | null;
  /** "leaders", "ministers", "delegations" ..., or null. */
  readonly level: string | null;
  /** "virtual", "by telephone", "video", or null. */
  readonly format: string | null;
  /** The round of a series. @example 3 */
  readonly round: number | null;
  /** What came of it in the text's words. */
  readonly outcome: Span | null;
  /** The words that name it here. */
  readonly span: Span;
  /** Every place that speaks of it. */
  readonly mentions: readonly Span[];
  /** Id of the statement on whose word it is, or null. */
  readonly statement: string | null;
  /** The rule that made it. */
  readonly rule: string;
}

/** What one side asserts and another denies, doubts or confirms. */
export interface Claim {
  /** @example "k2" */
  readonly id: string;
  readonly span: Span;
  /** Id of the actor whose stance it is, or null for the dispatch or an unnamed report. */
  readonly by: string | null;
  readonly stance: 'asserts' | 'denies' | 'doubts' | 'confirms';
  /** Id of the claim that it is about, or null. */
  readonly against: string | null;
  /** Ids of the events that are claimed. */
  readonly events: readonly string[];
  /** Id of the statement on whose word it is, or null. */
  readonly statement: string | null;
  /** The rule that made it. */
  readonly rule: string;
}
