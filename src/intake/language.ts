// A light check of a text's language: its script, and which language's most common small words stand in it.
// Only "en" is read beyond the header, so what matters is to be sure before another language is named.

const COMMON: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'the of and to in that is was for with on by said has have from at which an be are not it he his were will would but they this who',
  ),
  de: words(
    'der die und das den dem nicht von sich mit ist für auf ein eine auch im zu des wird hat dass bei nach wurde einen sagte über werden sei',
  ),
  fr: words(
    'le la les des et est dans une du que pour qui sur avec pas au ont par plus été aux sont cette selon mais être ce leur',
  ),
  es: words(
    'el la los las de que en una por con para del se como su al más este pero fue han sobre según son también entre está ha',
  ),
  pt: words(
    'o os as de que em uma por com para do da se como não dos das foi mais ao pelo sobre são também no na segundo ele',
  ),
  it: words(
    'il la le di che un una per con del della non è si dei sono nel alla gli da più dal anche ha stato come su lo',
  ),
  nl: words(
    'de het een van en dat is niet op te met voor zijn aan er door als bij ook naar om uit heeft maar worden werd over tot',
  ),
  sv: words(
    'och att det som en på är av för med till den inte har om ett han var från men vi så kan säger under efter vid',
  ),
  pl: words('w i na z że do się jest nie o po od za przez jak oraz ale przy dla został są powiedział tym był może'),
  tr: words('ve bir bu için ile da de olarak olan çok daha gibi sonra kadar ise ancak dedi etti ettiği olduğu türkiye'),
  id: words(
    'yang dan di dengan untuk dari pada dalam ini itu tidak akan oleh telah kata mengatakan juga kepada sebagai ada',
  ),
};

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
];

/** ISO 639-1 code of the language that a text is most likely in; "en" where nothing tells. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 1500);
  let foreign = 0;
  for (let i = 0; i < sample.length; i++) if (sample.charCodeAt(i) > 0x24f) foreign++;
  if (foreign > sample.length / 4) {
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    for (const [script, language] of SCRIPTS)
      if (letters > 0 && (sample.match(script)?.length ?? 0) > letters * 0.3) return language;
  }
  const found = sample.toLowerCase().match(/[a-zà-žğış]+/g) ?? [];
  if (found.length < 12) return 'en';
  const english = share(found, 'en');
  // Plain English, as nearly every dispatch is.
  if (english >= found.length * 0.15) return 'en';
  let best = 'en';
  let most = english;
  for (const language of Object.keys(COMMON)) {
    const hits = share(found, language);
    if (hits > most) {
      best = language;
      most = hits;
    }
  }
  // Another language must show itself clearly: an English text may well quote "La Paz" and "El Universal",
  // and a table of prices has few words of any language.
  return best !== 'en' && most >= found.length * 0.15 && most >= english * 2 && most >= 5 ? best : 'en';
}

function share(found: readonly string[], language: string): number {
  const common = COMMON[language];
  let hits = 0;
  for (const word of found) if (common.has(word)) hits++;
  return hits;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
