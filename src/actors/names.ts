// What the name of an unknown body says of itself: "Islamic Workers' Union", "Ministry of Mines", "Borduria Steel Corp".

import { roleAt } from './roles.js';
import type { Role } from './types.js';

const CORPORATE = new Set(
  (
    'corp corp. corporation inc inc. ltd ltd. limited co co. company plc ag sa s.a. nv n.v. gmbh llc lp holdings holding airlines airways ' +
    'motors motor industries electric electronics oil petroleum steel bancorp bancshares financial securities brothers savings partners stores ' +
    'systems technologies semiconductor chemical chemicals pharmaceuticals foods mines mining resources enterprises insurance bhd spa s.p.a.'
  ).split(' '),
);

/** True for a word that only companies have in their names. */
export const isCompanyWord = (word: string): boolean => CORPORATE.has(word) && !COMMON.has(word);
/** Endings that common nouns have too, and names of states' bodies. */
const COMMON = new Set(
  'company oil petroleum steel partners stores systems technologies foods mines mining resources insurance'.split(' '),
);

/** The names of companies in a sentence without their ending ("San Miguel" of "San Miguel Corp"), as words in lower case. */
export function companiesOf(words: readonly string[], lower: readonly string[]): string[][] {
  const found: string[][] = [];
  // In a headline of capitals nothing tells where a name begins.
  if (words.length > 3 && !words.some((word) => /[a-z]{2}/.test(word))) return found;
  for (let end = 1; end < words.length; end++) {
    if (!isCompanyWord(lower[end]) || words[end] === lower[end]) continue;
    let first = end;
    while (first > 0 && end - first < 4 && /^[A-Z][\w.'-]+$/.test(words[first - 1]) && lower[first - 1] !== 'the')
      first--;
    if (end - first > 1) found.push(lower.slice(first, end));
    // "Ford Motor Co": "Ford" alone is the firm from there on, and nobody of that name.
    if (end - first === 2 && CORPORATE.has(lower[end - 1]) && !GENERAL.test(lower[first])) found.push([lower[first]]);
  }
  return found;
}

/** First words of firms' names that mean something else alone. */
const GENERAL =
  /^(?:general|national|american|united|first|royal|international|imperial|british|japan|continental|pacific|atlantic|new|great|western|eastern|northern|southern|standard|universal|union|city|state|federal|central|global|world|house|senate|republic|commercial|allied|consolidated|home|mutual|public|texas|gulf|delta|energy|.*(?:ese|ian|ish|can))$/;

/** Words at the end of a name that tell a sector and are no role nouns of their own. */
const ENDINGS: Readonly<Record<string, string>> = {
  party: 'PTY',
  front: 'REB',
  brigades: 'PRM',
  guards: 'PRM',
  league: 'SOC',
  congress: 'LEG',
  forces: 'MIL',
  command: 'MIL',
  fleet: 'MIL',
  times: 'JRN',
  post: 'JRN',
  news: 'JRN',
  tribune: 'JRN',
  herald: 'JRN',
  gazette: 'JRN',
  bank: 'BUS',
};

/** True for a word that ends the names of bodies: "Corp", "League", "Times", "Ministry". */
export function namesBody(word: string): boolean {
  return CORPORATE.has(word) || ENDINGS[word] !== undefined || roleAt([word], [word], 0) !== null;
}

const TRADES =
  /^(?:textile|garment|steel|cotton|coffee|cocoa|sugar|tea|rubber|timber|lumber|soybean|wheat|corn|meat|pork|oil|petroleum|gas|coal|mining|chemical|motor|automobile|auto|shipbuilding|electronics?|semiconductor|machinery|insurance|banking|securities|export|exporters?|import|importers?|producers?|manufacturers?|traders?|shippers?|shipowners?|bankers?|brokers?|dealers?|builders?|makers?|millers?|refiners?|employers?|business|industry|industries|industrial|trade|travel|hotel|airlines?|newspaper|publishers?|stockbreeders)$/i;

/** The sector of a federation or association by the words of its name: of a trade, or of people with one cause. */
export const unionOf = (words: readonly string[]): 'BUS' | 'SOC' =>
  words.some((word) => TRADES.test(word)) ? 'BUS' : 'SOC';

/** Sector and role noun of a body by the words of its name. */
export function bodyOfName(words: readonly string[]): { sector: string | null; role: Role | null } {
  const lower = words.map((word) => word.toLowerCase());
  const last = lower[lower.length - 1];
  const stop = lower.findIndex((word, i) => i > 0 && (word === 'of' || word === 'for'));
  for (const end of stop > 0 ? [stop, lower.length] : [lower.length]) {
    if (end === lower.length && CORPORATE.has(last)) return { sector: 'BUS', role: null };
    if (ENDINGS[lower[end - 1]]) return { sector: ENDINGS[lower[end - 1]], role: null };
    for (let first = 0; first < end; first++) {
      const match = roleAt(words, lower, first);
      const role = match && first + match.length >= end ? (match.entry.singular ?? match.entry.plural) : null;
      if (role && /^(?:federation|association)$/.test(role.noun)) return { sector: unionOf(words), role };
      if (role && role.kind !== 'thing') return { sector: role.sector === '@' ? null : role.sector, role };
    }
  }
  return { sector: null, role: null };
}
