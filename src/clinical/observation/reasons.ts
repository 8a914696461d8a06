import { observationTexts } from './observation.messages.ts';
import type { Reason, Row } from './resultRow.ts';

const REASON_TEXTS: Readonly<Record<Exclude<Reason, 'status' | 'no-value'>, string>> = {
  panel: observationTexts('panel'),
  text: observationTexts('text'),
  coded: observationTexts('coded'),
  'not-a-number': observationTexts('notANumber'),
  'too-long': observationTexts('tooLong'),
  'no-time': observationTexts('noTime'),
  'two-times': observationTexts('twoTimes'),
  future: observationTexts('future'),
  'date-implausible': observationTexts('dateImplausible'),
  'open-period': observationTexts('openPeriod'),
  'two-measures': observationTexts('twoMeasures'),
  'listed-only': observationTexts('listedOnly'),
  'no-unit': observationTexts('noUnit'),
  'unit-mismatch': observationTexts('unitMismatch'),
  implausible: observationTexts('implausible'),
  contradiction: observationTexts('contradiction'),
  'before-birth': observationTexts('beforeBirth'),
  'preliminary-hidden': observationTexts('preliminaryHidden'),
  'another-subject': observationTexts('anotherSubject'),
  'quality-control': observationTexts('qualityControl'),
  modifier: observationTexts('modifier'),
};
const NO_VALUE = observationTexts('noValue');

/** Returns whether a result was measured on a person: not on a material by which a laboratory checks itself. */
export const isOfPerson = ({ reason }: Pick<Row['kind'], 'reason'>): boolean => reason !== 'quality-control';

/** Returns in words why a row is listed and not drawn; '' for a drawn one (rule 17). */
export function reasonText({ kind }: Pick<Row, 'kind'>): string {
  const { reason, absentReason, status, check } = kind;
  if (reason === '') return '';
  if (reason === 'no-value')
    return absentReason === '' ? NO_VALUE : observationTexts('noValueBecause', { reason: absentReason });
  if (reason === 'status')
    return status === '' ? observationTexts('noStatus') : observationTexts('status', { status });
  return reason === 'contradiction' && check !== ''
    ? observationTexts('contradictionWith', { check })
    : REASON_TEXTS[reason];
}
