// Short word lists of the tokeniser, the sentence splitter and the names.

/** Titles and other abbreviations that always have a word behind them: no sentence ends here. */
const BEFORE =
  'Mr Mrs Ms Messrs Dr Prof Rev Fr Sr Gov Lt Gen Col Maj Capt Cmdr Cpl Sgt Adm Brig Pvt Sen Sens Rep Reps Hon Pres Amb Supt Insp St Ste Mt Ft Atty Mlle Mme Dep Asst Vice-Adm Gens Cols vs v viz cf ca approx Fig Nos Pt Ald';
/** Months and days: a number follows. */
const DATES = 'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri';
/** Abbreviations that may end a sentence. */
const MAYBE =
  'Inc Corp Co Ltd Plc Bros Cos Jr Sr Esq etc al dept est ext Ave Blvd Rd Sq Tel Fax Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Dak No Vol Ed pp Univ Assn Intl Natl Govt Ph Dist Div';

const PREFIXES =
  'non e mid re anti co pre pro post sub semi pan multi ex counter mini socio neo inter intra ultra un bi tri de quasi pseudo psycho trans extra micro macro al-';

/** The words of the splitter that begin a sentence after "Inc." or "U.S.". */
const STARTERS =
  'The A An He She It They We I You This That These Those There His Her Its Their Our My But And Or So In On At For From By With As After Before When While If Although Though Since However Meanwhile Earlier Later Some Many Most Several Both All No Not What Who How Why Where Under According Also Asked One Two Officials Analysts';

/** Those of them that hardly ever go on with a sentence. */
const SURE =
  'The He She It They We I You But These Those There His Her Its Their Our My Although Though However Meanwhile Asked Some Many Most Several No What Who How Why Where';

/** Chinese and Korean family names, which stand first. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  'Ahn An Bae Baek Ban Cai Cao Chang Chen Chiang Cho Choe Choi Chu Chun Chung Deng Feng Gao Guo Ha Hahn Han He Heo Ho Hong Hou Hsieh Hsu Hu Huang Huh Hwang Hyun Jang Jeon Jeong Jiang Jin Jo Joo Jun Jung Kang Kim Ko Koh Ku Kwak Kwon Lai Lam Lee Li Liang Lien Lim Lin Liu Lu Luo Ma Mao Min Moon Na Nam No Noh Oh Ohn Paek Pak Pan Park Peng Qin Ri Rim Roh Ryu Seo Seok Shen Shin Sim Sin Soh Sohn Son Song Su Suh Sun Sung Tang Tsai Wang Wei Wen Won Woo Wu Xi Xie Xu Yang Yao Ye Yi Yim Yoo Yoon Yu Yun Zeng Zhang Zhao Zheng Zhou Zhu'.split(
    ' ',
  ),
);

export interface Table {
  readonly abbreviations: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
  readonly dates: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
  readonly sure: ReadonlySet<string>;
}

/** The lists as sets. */
export function readTable(): Table {
  const never = new Set(BEFORE.split(' '));
  const dates = new Set(DATES.split(' '));
  const abbreviations = new Set([...never, ...dates, ...MAYBE.split(' ')]);
  return {
    abbreviations,
    never,
    dates,
    prefixes: new Set(PREFIXES.split(' ')),
    starters: new Set(STARTERS.split(' ')),
    sure: new Set(SURE.split(' ')),
  };
}
