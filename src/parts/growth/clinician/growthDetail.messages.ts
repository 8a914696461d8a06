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
  weeks: '{count} wk',
  months: '{count} mo',
  years: '{count} y',
  yearsAndMonths: '{years} y {months} mo',
  beforeTerm: '{count} wk before term',
  corrected: '{age}, corrected {corrected}',

  // These texts are about one result.
  reading: '{value} on {date}',
  ageIs: 'age {age}',
  zAndPercentile: 'z {z}, percentile {percentile} ({reference})',
  server: 'server {percentile}',
  withServer: '{percentile} (server {sent})',
  serverInWords: 'percentile sent by the server: {sent}',
  positionAssumed: 'lying or standing not said',
  extended: 'beyond the 95th percentile by CDC 2022',
  beyondThree: 'beyond 3 SD by WHO’s rule',
  likelyMistake: 'so far out that the reference’s program takes it for a mistake',
  stated: 'stated, not measured',
  preliminary: 'preliminary',

  // These texts say what the chart stands on.
  gestation: 'Born at {age}: the age is corrected until the second birthday.',
  gestationUnusable: 'A gestational age was sent and cannot be used: the age is not corrected.',
  gestationContradictory:
    'Gestational ages were sent that differ by more than a week: no WHO curves under 2 years.',
  weeksAndDays: '{weeks} weeks {days} days',
  allAges: 'All results are drawn by age, whatever period is chosen.',
  noCurves: 'No curves: {reason}.',
  noChart: 'No growth chart: {reason}.',
  loading: 'Loading the growth tables',
  notLoaded: 'The growth tables could not be loaded. Reload the page to try again.',

  // These texts say why there is no percentile.
  notCharted: 'not charted',
  limit: 'a limit',
  inDoubt: 'number or unit to be checked',
  unit: 'unit does not fit',
  birthUnknown: 'birth date not known',
  birthInexact: 'birth date without a day',
  timeUnknown: 'no time',
  timeInexact: 'time without a day',
  beforeBirth: 'dated before birth',
  toldLongAfterBirth: 'birth measure dated long after birth',
  sexUnknown: 'sex not known to the reference',
  sexContradicted: 'sex at birth and gender differ',
  tooOld: 'over 20 years',
  noTable: 'outside of the reference’s table',
  beforeTermReason: 'before term: WHO’s tables begin at term',
  gestationContradictoryReason: 'gestational ages contradict each other',
  standingUnderTwo: 'standing; WHO measured lying under 2 years',
  lyingFromTwo: 'lying; CDC measured standing from 2 years',
  noValue: 'not above 0',

  who2006: 'WHO 2006',
  cdc2000: 'CDC 2000',
});
