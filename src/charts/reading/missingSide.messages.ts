import { textsOf } from '../../words/catalog.ts';

export const missingSideTexts = textsOf({
  notRecorded: '{side, select, systolic {systolic not recorded} other {diastolic not recorded}}',
  sentApart: '{side, select, systolic {systolic reported separately} other {diastolic reported separately}}',
});
