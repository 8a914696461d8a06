import { textsOf } from '../../words/catalog.ts';

/** The texts of the dialog that shows what a comparison rests on. */
export const basisTexts = textsOf({
  heading: 'What was compared',
  close: 'Close what was compared',
  summary: '{summary}.',
  explanation:
    'It is a sort and sets no flag. A result is listed when it lies farther from the patient’s own earlier results than ' +
    'analysis and biology let one expect. The variation is that of healthy adults; ill people vary more. ' +
    '“Not listed” does not mean that nothing is different.',
  listed: 'Listed',
  notBeyond: 'Compared, not beyond the usual variation',
  notCompared: 'Not compared',

  unknownEvents: 'Not read: {events}. The earlier results may span one of them.',
  hospitalStays: 'hospital stays',
  interventions: 'operations, transfusions and dialysis',

  resultHeading: '{name} {value}, {when}',
  notComparedBecause: 'Not compared: {reason}.',
  resultOn: '{value} ({date})',
  comparedWith: 'Compared with {count}: {values}.',
  comparedWithBeforeAdmission:
    'Compared with what was measured 7 to 365 days before admission: {count}: {values}.',
  comparedWithFirstOfStay: 'Compared with the first result of this stay: {count}: {values}.',
  valuesWithMedian: '{values}; median {median}',
  limits: 'Listed below {low} or above {high} {unit}; distance {distance}, listed beyond 2.576.',
  ownSpread: 'The spread of this patient’s own results is larger than the published one and was used.',
  standardDeviation: 'Usual variation: one standard deviation of {sd}. Source: {source}',
  variation:
    'Usual variation: {within} % within one person, {laboratory} % of the laboratory ({from}). Source: {source}',
  leftOut: 'Left out: {results}.',
  leftOutResult: '{result} {reason}',
  moreLeftOut: '{count} more or older ones',
});
