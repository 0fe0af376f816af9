// The words that make a name a place: prepositions, directions, parts of a country, verbs of motion and of speech.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Prepositions behind which a country or capital is a place, whatever governs them. */
export const LOCATIVE = set(
  'in inside within near outside across throughout at around off along beyond onto into through on',
);

/** Prepositions behind which it is one only with a word of motion ("flew to", "withdrew from"; but "aid to", "gas from"). */
export const DIRECTIONAL = set('to from for via over toward towards above');

/** Words of motion, verbs and nouns, as lemmas. */
export const MOTION = set(`
  go come travel fly drive sail march move run walk head return arrive land cross enter leave depart withdraw retreat pull flee escape
  evacuate deploy send dispatch transfer ship smuggle deport extradite expel exile repatriate rush bring take carry fire launch advance
  migrate emigrate journey trip flight visit tour return arrival departure withdrawal retreat deployment way route road convoy passage
  pilgrimage exodus evacuation trek relocate ferry airlift spread shift reach stretch extend pass slip infiltrate invite lure fight`);

/** Verbs whose object is a place. */
export const REACH = set(
  'visit enter leave cross tour reach invade occupy flee quit storm overrun shell bomb bombard besiege capture seize retake',
);

/** Nouns whose "of" names where they take place. */
export const DONE_TO = set(
  'invasion occupation annexation seizure capture bombing bombardment shelling siege evacuation liberation partition battle fall outside',
);

/** Verbs that only a person or a government does: what stands before them is no place. */
export const SPEECH = set(`
  say tell announce warn deny accuse call urge condemn reject demand insist claim declare state add suggest propose offer ask request
  threaten promise pledge vow agree refuse confirm admit argue believe want hope fear expect decide consider blame criticise criticize
  denounce protest complain welcome praise support oppose back recognise recognize summon sign seek plan intend impose lift ban order
  hint signal respond reply react alarm worry anger express describe view see regard know think`);

/** Points of the compass and middles, which may stand between a preposition and "of". */
export const DIRECTION = set(
  'north south east west northeast northwest southeast southwest north-east north-west south-east south-west centre center middle heart interior',
);

/** Parts of a country or a town, and what lies at its edge: "the coast of", "the outskirts of". */
export const AREA = set(`
  north south east west northeast northwest southeast southwest north-east north-west south-east south-west centre center middle heart
  interior coast coastline shore shores outskirts suburb suburbs edge edges part parts area areas city town village port capital province region
  state island peninsula district side vicinity border borders frontier tip streets skies waters airspace territory soil gates`);

/** Behind a country's name or adjective these are a piece of it: "the Ukraine border", "Iranian waters". */
export const PIECE = set(`
  border borders frontier frontiers coast coastline shore shores waters airspace soil territory capital side mainland peninsula desert highlands
  north south east west northeast northwest southeast southwest countryside interior`);

/** The pieces that are a line. */
export const LINE = set('border borders frontier frontiers');

/** Adjectives that may stand before a name inside a relation: "in eastern Ukraine". */
export const PART = set(`
  northern southern eastern western northeastern northwestern southeastern southwestern north-eastern north-western south-eastern
  south-western central upper lower inner outer far northernmost southernmost mainland rural downtown neighbouring neighboring nearby
  occupied rebel-held government-held war-torn`);

/** Measures of distance. */
export const MEASURE = set(
  'km kilometer kilometre kms mile miles kilometers kilometres metre meter metres meters yard yards foot feet nautical',
);

/** What is named after a place and does not lie in it: "the Dayton accords", "the Gulf war". */
export const NAMESAKE = set(`
  university times post airlines airways bank exchange stock club united war wars crisis accord accords treaty agreement agreements
  protocol convention declaration conference summit pact framework process question issue fund court`);

/** Words near "Georgia" that speak of a state of the union, and those that speak of a country. */
export const STATE_WORDS = set(
  'governor gov. senator sen. republican republicans democrat democrats democratic county gop legislature congressman congresswoman voters primary peanut caucus plant utility',
);
export const COUNTRY_WORDS = set(
  'president parliament premier foreign army ministry troops separatist separatists breakaway sovereignty nation embassy ambassador nato soviet republic republics kremlin',
);
