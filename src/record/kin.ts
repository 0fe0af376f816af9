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
  close shut
  start begin launch open commence initiate
  replace succeed
  sign conclude reach
  merge merger combine integrate unite
  offer bid proposal propose
  plan intend propose schedule
  tell inform
  say state report announce declare disclose unveil
  deny dispute
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
  offensive thrust push advance
  wound injure hurt casualty
  destroy demolish wreck
  chief head leader chairman president
  aide official spokesman
  government administration cabinet
  parliament congress legislature
  poll election vote ballot
  court judge tribunal
  lawsuit suit action sue
  plant factory facility
  firm company concern
  bank lender thrift
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
  fire blaze
  flee escape
  free release
  jail imprison
  abandon withdraw withdrawal leave pull
  import purchase
  export shipment ship
  chip semiconductor microchip
  defence defense
  euro european ec community
  agree agreed accord agreement deal pact accept treaty memorandum protocol
  agree pledge promise commit commitment vow
  willing ready prepared keen offer
  warn warned warning threat threaten threatened caution
  retaliate retaliation retaliatory reprisal punitive penalize penalise
  criticize criticise criticism attack blast denounce condemn
  accuse accusation charge allege blame complaint complain
  seek sought ask request petition urge want call appeal demand press push
  tell told order instruct direct
  reject rejection refuse refusal decline dismiss turn rebuff veto
  break broke breach violate violation renege
  end terminate halt stop cease drop finish over
  lift drop remove scrap abolish ease
  ban bar prohibit forbid block revoke
  start begin began launch open commence
  continue remain persist
  approve approval endorse clear back ok adopt pass
  meet met meeting attend talk negotiation negotiate discussion discuss conversation conference confer session summit
  visit trip tour travel mission fly flew leave left arrive
  send sent dispatch deploy
  name appoint nominate elect choose chose
  resign resignation quit leave left step fall
  investigation investigate probe inquiry enquiry
  error fault mistake
  attack raid strike struck assault hit bomb destroy
  fight fought battle clash combat violence
  shoot shot fire gunfire
  blast explosion explode bomb
  kill die died dead death toll
  arrest detain seize hold held capture
  occupy capture seize take took
  strike striking struck walkout stoppage industrial idle
  protest demonstration demonstrate march rally boycott unrest
  worker employee staff labour labor
  seaman seamen seafarer sailor
  troop soldier force army military
  plane aircraft jet airliner warplane
  ship vessel tanker boat
  warship navy naval frigate destroyer gunboat
  rebel guerrilla insurgent mutineer
  missile rocket
  platform rig
  escort protect
  legislate legislation law bill
  adhere adherence respect abide uphold
  displeasure criticism criticise criticize
  row dispute conflict crisis
  washington american america
  tokyo japan japanese
  moscow soviet ussr russia russian
  london britain british uk
  paris france french
  bonn german germany
  rome italy italian
  madrid spain spanish
  lisbon portugal portuguese
  athens greece greek
  ankara turkey turkish turk
  tehran iran iranian
  baghdad iraq iraqi
  jerusalem israel israeli
  damascus syria syrian
  tripoli libya libyan
  cairo egypt egyptian
  kabul afghan afghanistan
  islamabad pakistan pakistani
  delhi india indian
  peking beijing china chinese
  taipei taiwan taiwanese
  seoul korea korean
  manila philippine philippines
  jakarta indonesia indonesian
  canberra australia australian
  ottawa canada canadian
  brasilia brazil brazilian
  managua nicaragua nicaraguan
  havana cuba cuban
  warsaw poland polish pole
  hague dutch netherlands
  belgium belgian
  swiss switzerland
  stockholm sweden swedish
  oslo norway norwegian
  copenhagen denmark danish
  vienna austria austrian
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
