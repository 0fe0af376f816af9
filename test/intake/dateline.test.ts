import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';

/** Agency, places and day of a one-paragraph dispatch that is read beside 2 January 2022, or null where it has no dateline. */
function head(text: string): string | null {
  const { agency, datelinePlaces, date, blocks } = dispatchOf(text, { date: '2022-01-02' });
  if (!blocks.some((block) => block.kind === 'dateline')) return null;
  const places = datelinePlaces.map(({ name, qualifier }) => (qualifier ? `${name}, ${qualifier}` : name)).join(' / ');
  return [agency ?? '-', places, date?.basis === 'dateline' ? `${date.value}${date.known ? '' : '?'}` : '-'].join(
    ' | ',
  );
}

const DATELINES: Readonly<Record<string, string>> = {
  'WILMINGTON, Del./MOSCOW, Dec 30 (Reuters) – Leaders spoke.': 'Reuters | WILMINGTON, Del. / MOSCOW | 2021-12-30?',
  'PARIS/LONDON/BERLIN, Jan 2 (Reuters) - Europe said.': 'Reuters | PARIS / LONDON / BERLIN | 2022-01-02?',
  'BRUSSELS and GENEVA, June 3 (Reuters) - Ministers met.': 'Reuters | BRUSSELS / GENEVA | 2021-06-03?',
  'WASHINGTON, March 3 - The White House said so.': '- | WASHINGTON | 2021-03-03?',
  'LONDON (AP) — Officials said.': 'AP | LONDON | -',
  'ALBUQUERQUE, N.M. (AP) -- New Mexico said.': 'AP | ALBUQUERQUE, N.M. | -',
  'CAGUAS, Puerto Rico (AP)_ Police said.': 'AP | CAGUAS, Puerto Rico | -',
  'ABOARD THE USS EXAMPLE, Persian Gulf (AP) — The ship sailed.': 'AP | ABOARD THE USS EXAMPLE, Persian Gulf | -',
  'ST. PETERSBURG, Russia (AP) — He said.': 'AP | ST. PETERSBURG, Russia | -',
  'GENEVA, Nov. 21, 2013 (AFP) - Talks went on.': 'AFP | GENEVA | 2013-11-21',
  'Kyiv (Ukraine) (AFP) – Russia said.': 'AFP | Kyiv, Ukraine | -',
  'MOSCOW. Dec 30 (Interfax) - Russia said.': 'Interfax | MOSCOW | 2021-12-30?',
  'MOSCOW, December 30. /TASS/. Russia said.': 'TASS | MOSCOW | 2021-12-30?',
  'MOSCOW, Dec 30 - RIA Novosti. The minister said.': 'RIA Novosti | MOSCOW | 2021-12-30?',
  'SEOUL, Dec. 30 (Yonhap) -- South Korea said.': 'Yonhap | SEOUL | 2021-12-30?',
  'Tehran, March 15, IRNA - The minister said.': 'IRNA | Tehran | 2021-03-15?',
  'New Delhi [India], December 30 (ANI): The minister said.': 'ANI | New Delhi, India | 2021-12-30?',
  'New Delhi, Dec 30 (PTI) The minister said.': 'PTI | New Delhi | 2021-12-30?',
  'ABU DHABI, 30th December, 2021 (WAM) -- The ruler said.': 'WAM | ABU DHABI | 2021-12-30',
  'PORT ARL, June 3 (Meridian) - Arland said.': 'Meridian | PORT ARL | 2021-06-03?',
  '(Reuters) - The president said.': 'Reuters |  | -',
  'TEHRAN -- Iran said on Monday it would.': '- | TEHRAN | -',
  'BRUSSELS -- (Dow Jones) -- The ministers met.': 'Dow Jones | BRUSSELS | -',
  'WASHINGTON—The U.S. said.': '- | WASHINGTON | -',
  'WASHINGTON _ Following are the statements.': '- | WASHINGTON | -',
  'WASHINGTON, D.C. — The president said.': '- | WASHINGTON, D.C. | -',
  'Harare, Zimbabwe - The opposition said.': '- | Harare, Zimbabwe | -',
  'Moscow, 5 January: The agency reports.': '- | Moscow | 2022-01-05?',
  'JERUSALEM: Israel said on Monday.': '- | JERUSALEM | -',
};

for (const [text, expected] of Object.entries(DATELINES))
  test(`dateline: ${text}`, () => assert.equal(head(text), expected));

const NONE = [
  'Moscow - which has long opposed it - said no.',
  'Iran - The country said.',
  'OPEC - Members agreed to cut.',
  'NATO - the alliance - said no.',
  'U.S. President Joe Biden - who arrived late - said no.',
  'Monday, March 3 - The day it happened.',
  'The war (1980-1988) - A history.',
  'WATCH - The president said so.',
  'By Friday, 12 June - The ships had gone.',
  'In London, Dec 30 was a holiday.',
];
for (const text of NONE) test(`no dateline: ${text}`, () => assert.equal(head(text), null));

test('the year: beside the given day, across its turn, by the weekday of the first paragraph, or none', () => {
  const date = (text: string, given?: string) => {
    const found = dispatchOf(text, given ? { date: given } : {}).date;
    return found && [found.value, found.known, found.basis];
  };
  assert.deepEqual(date('OSLO, Dec 30 (AP) - Text.', '2022-01-02'), ['2021-12-30', false, 'dateline']);
  assert.deepEqual(date('OSLO, Jan 2 (AP) - Text.', '2021-12-31'), ['2022-01-02', false, 'dateline']);
  assert.deepEqual(date('OSLO, Feb 29 (AP) - Text.', '2022-03-02'), ['2020-02-29', false, 'dateline']);
  assert.deepEqual(date('OSLO, Dec 30 (AP) - It met on Thursday, as it has since 2014.'), [
    '2021-12-30',
    false,
    'weekday',
  ]);
  assert.equal(date('OSLO, Dec 30 (AP) - It met on Thursday.'), null);
  assert.deepEqual(date('Text.', '2022-01-02'), ['2022-01-02', true, 'option']);
  assert.equal(
    dispatchOf('OSLO, Dec 30 (AP) - Text.', { source: 'wire/2019-12-31-oslo.txt' }).date?.value,
    '2019-12-30',
  );
});
