import { textsOf } from '../../../words/catalog.ts';

/** The texts of the screen about a child's growth. Each sentence is meant for a reader of grade 6 to 8. */
export const growthMessages = {
  tab: 'Growth',
  heading: 'Growth',
  intro: 'Here you see how a child compares with other children of the same age and sex.',
  notMeant:
    'Healthy children come in all sizes. One number does not show how well a child grows. A place in the middle is not a goal.',
  careTeamLooks: 'Your care team looks at many measurements over time. They can tell you what these mean.',
  loading: 'Loading the growth tables.',
  notLoaded: 'The growth tables could not be loaded. Reload the page to try again.',
  noneInPart: 'No growth measurements came. Longview can see only a part of this record.',
  none: 'There are no growth measurements in this record yet.',

  height: 'Height or length',
  weight: 'Weight',
  headCircumference: 'Head size',
  bmi: 'Body mass index (BMI)',

  valueOn: '{value} on {date}',
  atAge: 'Age on that day: {age}.',
  atBirth: '{dated, select, yes {at birth, written down on {date}} other {at birth}}',
  valueAtBirth: '{value} {atBirth}',
  bornEarly:
    'This child was born early, after {weeks} weeks. Until the age of 2, we count the age from the due date. On that day it was {age}. This is called the corrected age.',
  noLongerCorrected: 'From the age of 2 on, the age counts from birth, also for children born early.',
  pregnancyNotUsed:
    'The record has a note on how long the pregnancy was. We could not use it, so the age counts from birth.',

  dayOfBirth: 'less than 1 day',
  days: '{count, plural, one {1 day} other {{shown} days}}',
  weeks: '{count, plural, one {1 week} other {{shown} weeks}}',
  months: '{count, plural, one {1 month} other {{shown} months}}',
  years: '{count, plural, one {1 year} other {{shown} years}}',
  yearsAndMonths: '{years} and {months}',
  beforeDueDate: 'before the due date',

  aboutShorter:
    'Of 100 {sex, select, female {girls} other {boys}} of this age, about {count, plural, one {1 is} other {{shown} are}} shorter.',
  fewShorter: 'Of 100 {sex, select, female {girls} other {boys}} of this age, fewer than 1 is shorter.',
  mostShorter: 'Of 100 {sex, select, female {girls} other {boys}} of this age, more than 99 are shorter.',
  aboutLighter:
    'Of 100 {sex, select, female {girls} other {boys}} of this age, about {count, plural, one {1 weighs} other {{shown} weigh}} less.',
  fewLighter: 'Of 100 {sex, select, female {girls} other {boys}} of this age, fewer than 1 weighs less.',
  mostLighter: 'Of 100 {sex, select, female {girls} other {boys}} of this age, more than 99 weigh less.',
  aboutSmaller:
    'Of 100 {sex, select, female {girls} other {boys}} of this age, about {count, plural, one {1 has} other {{shown} have}} a smaller head.',
  fewSmaller:
    'Of 100 {sex, select, female {girls} other {boys}} of this age, fewer than 1 has a smaller head.',
  mostSmaller:
    'Of 100 {sex, select, female {girls} other {boys}} of this age, more than 99 have a smaller head.',
  aboutLowerBmi:
    'Of 100 {sex, select, female {girls} other {boys}} of this age, about {count, plural, one {1 has} other {{shown} have}} a lower BMI.',
  fewLowerBmi: 'Of 100 {sex, select, female {girls} other {boys}} of this age, fewer than 1 has a lower BMI.',
  mostLowerBmi:
    'Of 100 {sex, select, female {girls} other {boys}} of this age, more than 99 have a lower BMI.',

  who2006: 'Compared by the WHO Child Growth Standards of 2006.',
  cdc2000: 'Compared by the CDC Growth Charts of 2000.',
  sent: 'The health system sent a number of its own: {percentile} of 100. It may use other tables.',

  layAssumed: 'The record does not say if the child lay down or stood. We compare as if the child lay down.',
  stoodAssumed: 'The record does not say if the child lay down or stood. We compare as if the child stood.',
  stated: 'This number was told to the clinic, not measured there.',
  tablesChange:
    'At the age of 2, other tables are used. The place among 100 children may jump there, though the child grows as before.',

  likelyMistake:
    'This value is very far from those of other children. It may have been written down wrong, so we do not compare it.',
  askToCheck: 'Ask your care team to check it.',
  noValue: 'This value or its unit is not clear, so we cannot compare it.',
  noBirth: 'The record does not have the full date of birth, so we cannot compare.',
  noTime: 'The day of this measurement is not clear, so we cannot compare it.',
  noSex: 'The tables are for girls or for boys. The record says neither, so we cannot compare.',
  twoSexes: 'The tables are for girls or for boys. The record is not clear on which, so we cannot compare.',
  noTable: 'The tables have no numbers for this age.',
  beforeTerm: 'This was before the due date. The tables start at the due date, so we cannot compare.',
  twoPregnancies:
    'The record gives different lengths for the pregnancy. So we do not know the age to compare at.',
  stood:
    'Under the age of 2, the tables are for children who lie down. This child stood, so we cannot compare.',
  lay: 'From the age of 2 on, the tables are for children who stand. This child lay down, so we cannot compare.',
  noCurves: 'No lines are drawn: {reason}',
} as const;

export const growthTexts = textsOf(growthMessages, 'growth');
