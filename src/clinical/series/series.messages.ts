import { textsOf } from '../../words/catalog.ts';

export const seriesTexts = textsOf({
  resultWithoutName: 'Unnamed result',
  nameWithoutUnit: '{name}, unit not given',
  nameInUnit: '{name}, in {unit}',
  nameAsFraction: '{name}, as a fraction',

  // These texts say what tells two series of one name apart.
  inUnit: 'in {unit}',
  withoutCode: 'no code',
  code: 'code {code}',
  codeOfSystem: 'code {code} of {system}',

  // These texts say why the line between two results is broken.
  unitChanged: 'unit changed',
  changed:
    '{change, select, method {method changed: {before} to {after}} specimen {specimen changed: {before} to {after}} other {conditions changed: {before} to {after}}}',
  changedTo:
    '{change, select, method {method changed: {after}} specimen {specimen changed: {after}} other {conditions changed: {after}}}',
  changedFrom:
    '{change, select, method {method changed: no longer {before}} specimen {specimen changed: no longer {before}} other {conditions changed: no longer {before}}}',
  notGiven: 'not given',
});
