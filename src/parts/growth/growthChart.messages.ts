import { textsOf } from '../../words/catalog.ts';

/** These are the texts of the growth chart, for parents and clinicians alike. */
export const growthChartMessages = {
  chartName: '{name}, growth chart with {count, plural, one {1 point} other {{shown} points}}',
  keys: 'The arrow keys go from point to point.',
  nonePicked: 'Choose a point, or use the arrow keys.',
  place: '{index} of {total}',
  ageInMonths: 'Age in months',
  ageInYears: 'Age in years',
  ageCorrected:
    '{age}. Until the age of 2, it counts from the due date. The short line leads to the age since birth.',
  whoShort: 'WHO 2006',
  cdcShort: 'CDC 2000',
  whoGirls: 'Under 2 years: WHO Child Growth Standards 2006, girls.',
  whoBoys: 'Under 2 years: WHO Child Growth Standards 2006, boys.',
  cdcGirls: 'From 2 years on: CDC Growth Charts 2000, girls.',
  cdcBoys: 'From 2 years on: CDC Growth Charts 2000, boys.',
  curves:
    'The number at the end of a line is its percentile. Line 50 means: of 100 children of the same age and sex, 50 {measure, select, height {are shorter} weight {weigh less} headCircumference {have a smaller head} other {have a lower BMI}}.',
  spans: 'Ages',
  all: 'All ages',
  underTwo: 'Under 2 years',
  fromTwo: 'From 2 years',
  valueIn: '{name} in {unit}',
} as const;

export const growthChartTexts = textsOf(growthChartMessages, 'growthChart');
