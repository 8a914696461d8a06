import type { Reason, Row } from './resultRow.ts';

const REASON_TEXTS: Readonly<Record<Exclude<Reason, 'status' | 'no-value'>, string>> = {
  panel: 'a panel: its results stand by themselves',
  text: 'text, not a number',
  coded: 'coded, not a number',
  'not-a-number': 'not a single number',
  'too-long': 'longer than Longview reads, see the chart',
  'no-time': 'time of measurement not given',
  future: 'date is in the future',
  'date-implausible': 'date looks wrong',
  'open-period': 'collection has no end time',
  'two-measures': 'its code names two measures',
  'listed-only': 'not a measurement to be drawn as a line',
  'no-unit': 'unit not given',
  'unit-mismatch': 'unit does not fit this measurement',
  implausible: 'value is not plausible in this unit',
  contradiction: 'value contradicts its own range or flag',
  'before-birth': "before the patient's birth",
  'preliminary-hidden': 'preliminary result exists, see the chart',
  'another-subject': 'about another subject, not the patient',
  modifier: 'needs review in the chart',
};

/** Returns in words why a row is listed and not drawn; '' for a drawn one (rule 17). */
export function reasonText({ kind }: Pick<Row, 'kind'>): string {
  const { reason, absentReason, status, check } = kind;
  if (reason === '') return '';
  if (reason === 'no-value')
    return absentReason === '' ? 'no value in the record' : `no value: ${absentReason}`;
  if (reason === 'status') return status === '' ? 'no status given' : `status: ${status}`;
  return reason === 'contradiction' && check !== ''
    ? `${REASON_TEXTS[reason]}, ${check}`
    : REASON_TEXTS[reason];
}
