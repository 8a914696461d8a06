import { textsOf } from '../../words/catalog.ts';

export const symbolsTexts = textsOf({
  symbols: 'Symbols',
  hint: 'What the symbols mean',
  onThisScreen: 'On this screen',
  others: 'Other symbols',
  none: 'No symbols on this screen.',

  // These texts say what stands around or beside a symbol.
  latest: 'larger: the latest result',
  several: 'number of results at the same time, or of identical results',
  corrected: 'corrected',
  derived: 'converted, or from a text result',
  imprecise: 'date not exact: the bar covers the time that it may be',
  listed: 'not charted',
  empty: 'empty: no result',
  change: 'change from the previous result',
  sampleSeveral: '×2',
  sampleText: '5.8',
  sampleChange: '↑0.4',

  // These texts are about lines and areas.
  range: 'reference range',
  limit: 'reference range with one limit',
  systolicRange: 'reference range, systolic',
  diastolicRange: 'reference range, diastolic',
  bar: 'blood pressure, diastolic to systolic; a single cap: the other side was not recorded',
  spread: 'many results: lowest to highest',
  break: 'method, specimen, unit or reference range changed: not joined by the line',
  gap: 'no line: too far apart, or not comparable',

  // These texts are about lanes under the curves.
  dose: 'medication; the height is the dose',
  sameHeight: 'medication, dose not comparable',
  notGiven: 'not given',
  unsure: 'date not exact',
  event: 'start, dose change, visit or procedure',
  stay: 'hospital stay',
});
