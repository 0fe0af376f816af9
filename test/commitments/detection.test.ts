// Which words make a commitment at all, and of which kind: classes of wording, each with sentences of several shapes.
import { all } from './kinds.js';

all('a duty is a weapon, and a price is paid by whoever is threatened', 'threat', [
  'Kenya will impose a 40 percent duty on Ugandan milk from July 1, Kenyan officials said.',
  '"Uganda will pay a heavy price," the Kenyan president said.',
  'Kenya said it would keep the border with Uganda shut.',
  'Kenya will let its treaty with Uganda lapse in November, the Kenyan foreign minister said.',
  'Kenya is ready to use force against Uganda, the Kenyan general said.',
]);

all('what stands behind an aside or in a relative clause is wanted, offered or refused all the same', 'demand', [
  'Russia, France and Kenya called in a joint statement for an immediate ceasefire in Uganda.',
  'Kenya appealed on Monday night for an end to the fighting in Uganda.',
  'Kenya wants the Ugandan quotas abolished outright.',
  'Kenya called on the Ugandan president, an old ally of its own, to pull back his troops.',
  'Kenya asked that the Ugandan islanders be allowed to vote.',
  'Kenya said the seizure was piracy and demanded that Uganda release the ship.',
]);

all('a thing that is turned down or ruled out is refused, whatever it is', 'refusal', [
  'Kenya has turned down anything less from Uganda.',
  'Kenya has ruled out any use of force on Ugandan soil.',
  'The Kenyan minister spoke of a requirement the Ugandan government has turned down.',
  '"We are not going to be frightened off our land by Uganda," the Kenyan president said.',
  'Kenya told Uganda there could be no bargaining under the threat of bombs.',
]);

all('reports and charges are not refused but denied', '', [
  'Kenya rejected suggestions that it was behind the bombing in Uganda.',
  'Kenya scoffed at talk that its troops were in Uganda.',
  'Kenya dismissed a Ugandan report about its losses.',
]);

all('the economy and one’s own house bind nobody abroad', '', [
  'Kenya will not raise taxes this year, its finance minister said in Uganda.',
  'High prices will cause Uganda to cut output, the Kenyan farm ministry said.',
  'The Kenyan president ordered his state companies to begin drilling near Uganda.',
  'The Kenyan minister advised investors to ignore the news from Uganda.',
  'Kenya expected Uganda to return to the talks later in the week.',
]);

all('an act towards another side is promised, whatever its verb', 'promise', [
  'Kenya said it would stand with Uganda.',
  'Kenya would escort Ugandan ships as long as necessary, the Kenyan navy said.',
  'Kenya said it would take its troops off the Ugandan islands.',
  'Kenya agreed to let Ugandan inspectors board the ship.',
]);

all('who warns of what he will do himself threatens', 'threat', [
  'Kenya warned Uganda that it would leave the union.',
  'Kenya warned that it would vote against any treaty with Uganda.',
  'Kenya agreed to suspend all contacts with Uganda.',
  'Relations between Kenya and Uganda would suffer, the Kenyan minister said.',
  '"There will be no more Kenyan aid to Uganda," the Kenyan minister said.',
  'The Ugandan captives would be tried as spies, the Kenyan general said.',
  'Kenya would not stand by while Uganda took the island, its president said.',
]);

all('what would be a catastrophe is warned of', 'warning', [
  'Russia warned Kenya that any use of force against Uganda would be a catastrophe.',
  'Russia warned Kenya that it would be impossible to do business as usual.',
]);

all('an imperative in a side’s mouth is a demand', 'demand', [
  '"Stop the shelling," the Kenyan president told Uganda.',
  '"Let them give us the bodies," the Kenyan president said of Uganda.',
]);

all('figures of speech and words between colleagues bind nobody', '', [
  '"Look at the map," the Kenyan minister told Uganda.',
  'The Kenyan minister would raise the islands with his Ugandan counterpart.',
  'The Kenyan minister would telephone his Ugandan colleague later on Thursday, he said.',
]);

all('sources, dates and one’s own house bind nobody', '', [
  'The World Bank loan to Kenya would be used for roads in Uganda, sources at the bank said.',
  'The Kenyan prime minister told the Ugandan press that he would not call an early election.',
  'The Kenyan minister will explain the plan to his Ugandan hosts when he visits them in April.',
  'The Kenyan minister dismissed speculation that he was ready to give in to Uganda.',
]);

all('what a side never accepts is refused', 'refusal', [
  'Kenya does not recognise the Ugandan claim, its foreign ministry said.',
  'Kenya neither accepts nor recognises the Ugandan claim, its foreign ministry said.',
]);
