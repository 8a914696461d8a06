import { textsOf } from '../../../words/catalog.ts';

/** These are the texts of a child's growth on the screen of one result, for clinicians. */
export const growthDetailTexts = textsOf({
  // These texts are about the columns.
  time: 'Time ({zone})',
  resultIn: 'Result ({unit})',
  asText: 'text',
  flag: 'Flag',
  age: 'Age',
  z: 'z',
  percentile: 'Percentile',
  reference: 'Reference',
  source: 'Source',

  // Ages
  days: '{count} d',
  weeks: '{count} wk',
  months: '{count} mo',
  years: '{count} y',
  yearsAndMonths: '{years} y {months} mo',
  beforeTerm: '{count} wk before term',
  corrected: '{age}, corrected {corrected}',
  atBirth: 'at birth',

  // These texts are about one result.
  reading: '{value} on {date}',
  readingDated: '{value}, dated {date}',
  ageIs: 'age {age}',
  zAndPercentile: 'z {z}, percentile {percentile} ({reference})',
  server: 'recorded {percentile}',
  withServer: '{percentile} (recorded {sent})',
  serverInWords: 'recorded percentile: {sent}',
  positionAssumed: 'lying or standing not recorded',
  extended: 'beyond the 95th percentile by CDC 2022',
  beyondThree: 'beyond 3 SD by WHO’s rule',
  likelyMistake: 'flagged as implausible by the reference’s own rule: check the value',
  stated: 'stated, not measured',
  status: '{status} result',

  // These texts say what the chart stands on.
  gestation: 'Born at {age}: the age is corrected until the second birthday.',
  gestationUnusable: 'The recorded gestational age cannot be used, so the age is not corrected.',
  gestationContradictory:
    'The recorded gestational ages differ by more than a week, so there are no WHO curves under 2 years.',
  weeksAndDays: '{weeks} weeks {days} days',
  allAges: 'All results are charted by age, whatever period is chosen.',
  noCurves: 'No curves: {reason}.',
  noChart: 'No growth chart: {reason}.',
  loading: 'Loading the growth tables',
  notLoaded: 'The growth tables could not be loaded. Reload the page to try again.',

  // These texts say why there is no percentile.
  notCharted: 'not charted',
  limit: 'a limit',
  inDoubt: 'check value or unit',
  unit: 'unit not recognised for this test',
  birthUnknown: 'birth date not known',
  birthInexact: 'birth date without a day',
  timeUnknown: 'no time',
  timeInexact: 'time without a day',
  beforeBirth: 'dated before birth',
  toldLongAfterBirth: 'birth measure dated long after birth',
  sexUnknown: 'sex not known',
  sexContradicted: 'recorded sex and gender differ',
  tooOld: 'over 20 years',
  noTable: 'outside the growth tables',
  beforeTermReason: 'before term: WHO’s tables begin at term',
  gestationContradictoryReason: 'recorded gestational ages differ',
  standingUnderTwo: 'standing; WHO measured lying under 2 years',
  lyingFromTwo: 'lying; CDC measured standing from 2 years',
  noValue: 'not above 0',

  who2006: 'WHO 2006',
  cdc2000: 'CDC 2000',
});
