// Words of wire copy that tell the same act or thing: two desks that write up one announcement seldom choose the same verb. A word may stand in
// several lines. Names of capitals stand for their governments. Written by hand.

import { stem } from './words.js';

const LINES = `
  buy acquire purchase takeover obtain
  sell divest dispose
  unit subsidiary affiliate division arm branch
  stake holding interest
  share stock
  raise increase boost lift hike up gain climb
  rise gain climb advance jump surge grow
  cut reduce lower slash trim decrease
  fall drop decline slip slide dip plunge down
  end terminate halt stop cease drop
  close shut
  start begin launch open commence initiate
  name appoint nominate elect
  resign quit leave step
  replace succeed
  agree accord agreement deal pact accept treaty
  sign conclude reach
  merge merger combine integrate unite
  offer bid proposal propose
  plan intend propose schedule
  seek ask request petition urge want call appeal demand
  tell inform
  say state report announce declare disclose unveil
  reject refuse decline dismiss turn rebuff
  deny dispute
  approve endorse clear back ok adopt pass
  support back favour endorse
  oppose object resist
  payout dividend distribution
  profit earnings net income
  loss deficit
  revenue sales turnover
  debt loan borrowing credit
  bond note debenture issue eurobond
  tariff duty levy tax
  sanction penalty embargo
  curb limit restrict restriction
  ban bar prohibit forbid block
  talk negotiation discussion negotiate discuss meeting meet
  visit trip tour travel
  attack raid strike assault hit bomb
  offensive thrust push advance
  fight battle clash combat
  kill die dead death
  wound injure hurt casualty
  shoot fire gunfire
  destroy demolish wreck
  strike walkout stoppage industrial
  worker employee staff labour
  warn threaten caution
  threat warning
  retaliate retaliation retaliatory reprisal
  accuse charge allege blame
  criticize criticise attack denounce condemn
  chief head leader chairman president
  aide official spokesman
  government administration cabinet
  parliament congress legislature
  poll election vote ballot
  court judge tribunal
  lawsuit suit action sue
  probe investigation inquiry enquiry investigate
  plant factory facility
  firm company concern
  bank lender thrift
  ship vessel tanker boat
  plane aircraft jet airliner
  troop soldier force army
  rebel guerrilla insurgent
  oil crude petroleum
  gas natural
  build construct construction
  complete finish finalize
  forecast predict see expect estimate outlook project
  delay postpone defer suspend
  extend prolong renew
  help aid assist assistance support
  fund money cash financing finance
  repurchase buyback
  price cost
  yearly annual
  quake earthquake
  blast explosion explode
  fire blaze
  flee escape
  free release
  arrest detain seize
  jail imprison
  abandon withdraw withdrawal leave pull
  send dispatch deploy
  import purchase
  export shipment ship
  chip semiconductor microchip
  tokyo japan
  washington
  moscow soviet ussr
  london britain british
  paris france french
  bonn german germany
  defence defense
  euro european ec community
`;

const KIN = new Map<string, number[]>();
LINES.trim()
  .split('\n')
  .forEach((line, i) => {
    for (const word of new Set(line.trim().split(' ').map(stem))) {
      const lines = KIN.get(word);
      if (lines) lines.push(i);
      else KIN.set(word, [i]);
    }
  });

const NONE: readonly number[] = [];

/** The lines of the table in which the stem stands. */
export const kinOf = (word: string): readonly number[] => KIN.get(word) ?? NONE;
