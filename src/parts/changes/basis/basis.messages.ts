import { textsOf } from '../../../words/catalog.ts';

/** These are the texts of the dialog that shows what a comparison rests on. */
export const basisTexts = textsOf({
  heading: 'What was compared',
  close: 'Close what was compared',
  summary: '{summary}.',
  explanation:
    'This is a ranking, not an alert, and sets no flag. Critical results come first, then results newly outside their reference range, then changes that a published rule lists, then results farther from this patient’s baseline than laboratory and biological variation explain. The expected variation is that of healthy adults; ill people vary more. “Not listed” does not mean that nothing changed.',
  listed: 'Listed',
  listedBecause: 'Listed because: {reasons}.',
  critical: 'critical',
  newlyOutside: 'newly outside its reference range',
  publishedRule: 'a published rule',
  beyond: 'beyond expected variation',
  growth: 'change in z-score',
  notBeyond: 'Compared, not beyond expected variation',
  notCompared: 'Not compared',

  unknownEvents: 'Not loaded: {events}. A baseline may include results from before one of them.',
  hospitalStays: 'hospital stays',
  interventions: 'operations, transfusions and dialysis',

  resultHeading: '{name} {value}, {when}',
  notComparedBecause: 'Not compared: {reason}.',
  resultOn: '{value} ({date})',
  comparedWith: 'Compared with {count}: {values}.',
  comparedWithBeforeAdmission: 'Compared with {count} from 7 to 365 days before admission: {values}.',
  comparedWithFirstOfStay: 'Compared with the first result of this stay: {values}.',
  valuesWithMedian: '{values}; median {median}',
  limits:
    'Expected variation ranges from {low} to {high} {unit}. This result is {distance} standard deviations from the baseline; the limit is {limit}.',
  ownSpread: 'This patient’s own results vary more than published, so their own variation is used.',
  standardDeviation: 'Expected variation: one standard deviation of {sd}. Source: {source}',
  variation:
    'Expected variation: {within} % within one person, {laboratory} % in the laboratory ({from}). Source: {source}',
  comparedInUnit: 'The percentages are of values in {unit}, so the results were compared in {unit}.',
  leftOut: 'Left out: {results}.',
  leftOutResult: '{result}, {reason}',
  moreLeftOut: '{count} more',
});
