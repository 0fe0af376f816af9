import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../src/language/index.js';
import { findPlaces, locateDateline } from '../../src/places/index.js';
import { STORY } from '../../src/reading.js';
import type { Dispatch, PlaceMention } from '../../src/records.js';
import { dispatchOf } from '../sentence.js';

function dispatch(text: string, date = '2022-03-01', dateline: readonly string[] = []): Dispatch {
  const span: [number, number] = [0, text.length];
  return locateDateline({
    ...dispatchOf(text, { blocks: [{ kind: 'paragraph', span }], paragraphs: [span] }),
    date: { value: date, known: true, basis: 'metadata', span: null },
    datelinePlaces: dateline.map((place) => {
      const [name, qualifier = null] = place.split(', ');
      return { name, qualifier, country: null, latitude: null, longitude: null, span: null };
    }),
  });
}

function places(text: string, date?: string, dateline?: readonly string[]): PlaceMention[] {
  const d = dispatch(text, date, dateline);
  return findPlaces({ dispatch: d, sentences: parse(text, d.blocks, STORY) });
}

/** "words: country relation" of each mention. */
const told = (text: string, date?: string, dateline?: readonly string[]): string[] =>
  places(text, date, dateline).map(
    (p) => `${text.slice(...p.span)}: ${p.country ?? '-'} ${p.kind}${p.relation ? ` ${p.relation}` : ''}`,
  );

test('a capital or country is a place behind a preposition, not when it acts', () => {
  assert.deepEqual(told('Moscow has alarmed Warsaw. The envoy spoke in Moscow.'), ['Moscow: RUS city in']);
  assert.deepEqual(told('Turkey threatened Syria. Rebels were trained in Turkey.'), ['Turkey: TUR country in']);
  assert.deepEqual(told('The White House denied it. Reporters waited outside the White House.'), [
    'White House: USA building outside',
  ]);
  assert.deepEqual(told('The special prosecutor in the Iran arms scandal resigned.'), []);
});

test('the relation is kept in the words of the text', () => {
  assert.deepEqual(told('Troops gathered near the Ukraine border.'), ['Ukraine border: UKR border near']);
  assert.deepEqual(told('Russia massed troops near its border with Ukraine.'), [
    'border with Ukraine: UKR border near',
  ]);
  assert.deepEqual(told('Fighting raged in the north of Mali.'), ['Mali: MLI country in the north of']);
  assert.deepEqual(told('A tanker sank off the coast of Oman.'), ['Oman: OMN country off the coast of']);
  assert.deepEqual(told('A missile fell 30 km (19 miles) south of Odesa.'), [
    'Odesa: UKR city 30 km (19 miles) south of',
  ]);
  assert.deepEqual(told('The frigate was in Iranian waters.'), ['Iranian waters: IRN region in']);
  assert.deepEqual(told('Tanks crossed the border between Iran and Iraq.'), ['border between Iran and Iraq: - border']);
});

test('a town that the world knows is no village of its name, an island no town, and a word of the text no place', () => {
  assert.deepEqual(told('The U.S. and the European Union took U.S. complaints to a panel in Geneva.'), [
    'Geneva: CHE city in',
  ]);
  assert.deepEqual(told('Two mines lay near the island of Holt, U.S. officials said.'), []);
  assert.deepEqual(told('TALKS SEEN FAILING AT SUMMIT. The summit opens on Monday.'), []);
  assert.deepEqual(told('Pirates took a tanker in the Gulf of Aden.'), ['Gulf of Aden: - sea in']);
});

test('names joined by "and" share the preposition', () => {
  assert.deepEqual(told('Troops were sent to Poland and Romania.'), [
    'Poland: POL country to',
    'Romania: ROU country to',
  ]);
});

test('an owner is no place, what it owns is', () => {
  assert.deepEqual(told("Iraqi jets struck a tanker off Iran's Kharg Island."), ['Kharg Island: IRN other off']);
});

test('"the country" points back at the country named last', () => {
  assert.deepEqual(told('Soldiers seized power in Niger. Gunmen are active in the south of the country.'), [
    'Niger: NER country in',
    'the country: NER country in the south of',
  ]);
});

test('seas, straits, regions and bases are places wherever they stand', () => {
  const found = places('Iran may close the Strait of Hormuz. Crimea was seized in 2014. Drones hit Bagram.');
  assert.deepEqual(
    found.map((p) => [p.name, p.country, p.kind]),
    [
      ['Strait of Hormuz', null, 'strait'],
      ['Crimea', 'UKR', 'region'],
      ['Bagram', 'AFG', 'base'],
    ],
  );
});

test('namesakes: what stands behind the name decides', () => {
  assert.deepEqual(told('He was born in Paris, Texas, and died in Paris.'), [
    'Paris, Texas: USA city in',
    'Paris: FRA city in',
  ]);
});

test('namesakes: the state or the country, by the words and countries near by', () => {
  assert.deepEqual(told('Russian troops advanced in Georgia, near Tbilisi.'), [
    'Georgia: GEO country in',
    'Tbilisi: GEO city near',
  ]);
  assert.deepEqual(told('The Republican governor signed a voting law in Georgia.', '2021-04-01', ['ATLANTA']), [
    'Georgia: USA region in',
  ]);
});

test('namesakes: the man or the country', () => {
  assert.deepEqual(told('Michael Jordan spoke to reporters. Talks were held in Jordan.'), ['Jordan: JOR country in']);
});

test('what nothing decides stays unresolved', () => {
  const [place] = places('A man was shot in Springfield on Monday.');
  assert.equal(place.country, null);
  assert.equal(place.latitude, null);
  assert.equal(place.rule, 'places:unresolved');
});

test('the date decides which state it was', () => {
  assert.deepEqual(told('The talks in Moscow ended.', '1987-03-15'), ['Moscow: SUN city in']);
  assert.deepEqual(told('The talks in Bonn ended.', '1987-03-15'), ['Bonn: DEU city in']);
});

test('names of bodies that hold a place are no places', () => {
  assert.deepEqual(told('The Bank of England raised interest rates.'), []);
  assert.deepEqual(told('Profits rose 12 percent in the first quarter.'), []);
});

test('datelines are located by state, fame and size', () => {
  const at = (name: string): (string | number | null)[] => {
    const [place] = dispatch('x', '2021-12-30', [name]).datelinePlaces;
    return [place.country, place.latitude];
  };
  assert.deepEqual(at('WILMINGTON, Del.'), ['USA', 39.75]);
  assert.deepEqual(at('MOSCOW'), ['RUS', 55.75]);
  assert.deepEqual(at('UNITED NATIONS'), ['USA', 40.75]);
  assert.deepEqual(at('LONDON'), ['GBR', 51.51]);
  assert.deepEqual(at('LONDON, Ontario')[0], 'CAN');
  assert.deepEqual(at('SZOHOD'), [null, null]);
});

test('spans are exact, in order, and do not overlap', () => {
  const text =
    'In Kyiv, and in the east of Ukraine — near Donetsk — “shelling” went on; U.S. forces in Poland’s east watched.';
  let last = 0;
  for (const { span } of places(text)) {
    assert.ok(span[0] >= last && span[1] > span[0]);
    assert.ok(!/^\s|\s$/.test(text.slice(...span)));
    last = span[1];
  }
});

test('the trace tells what was taken and what lost', () => {
  const text = 'A court in Georgia ruled against Russia.';
  const d = dispatch(text);
  const notes: string[] = [];
  findPlaces({ dispatch: d, sentences: parse(text, d.blocks, STORY) }, (subject, note) =>
    notes.push(`${subject} ${note}`),
  );
  assert.ok(notes.some((note) => note.startsWith('p1 taken: Georgia (country, GEO)')));
  assert.ok(notes.some((note) => note.startsWith('p1 lost: Georgia (region, USA, GA)')));
  assert.ok(notes.some((note) => note.includes('Russia: no place here')));
});
