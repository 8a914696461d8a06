import { reasonsTexts } from './reasons.messages.ts';
import type { Reason, Row } from '../resultRow.ts';

const REASON_TEXTS: Readonly<Record<Exclude<Reason, 'status' | 'no-value'>, string>> = {
  'not-measured': reasonsTexts('notMeasured'),
  panel: reasonsTexts('panel'),
  text: reasonsTexts('text'),
  coded: reasonsTexts('coded'),
  'not-a-number': reasonsTexts('notANumber'),
  'too-long': reasonsTexts('tooLong'),
  'no-time': reasonsTexts('noTime'),
  'two-times': reasonsTexts('twoTimes'),
  future: reasonsTexts('future'),
  'date-implausible': reasonsTexts('dateImplausible'),
  'open-period': reasonsTexts('openPeriod'),
  'no-name': reasonsTexts('noName'),
  'two-measures': reasonsTexts('twoMeasures'),
  'listed-only': reasonsTexts('listedOnly'),
  'no-unit': reasonsTexts('noUnit'),
  'unit-mismatch': reasonsTexts('unitMismatch'),
  implausible: reasonsTexts('implausible'),
  contradiction: reasonsTexts('contradiction'),
  'before-birth': reasonsTexts('beforeBirth'),
  replaced: reasonsTexts('replaced'),
  'preliminary-hidden': reasonsTexts('preliminaryHidden'),
  'another-subject': reasonsTexts('anotherSubject'),
  'quality-control': reasonsTexts('qualityControl'),
  modifier: reasonsTexts('modifier'),
};
const NO_VALUE = reasonsTexts('noValue');

/** Returns whether a result was measured on a person: not on a material by which a laboratory checks itself. */
export const isOfPerson = ({ reason }: Pick<Row['kind'], 'reason'>): boolean => reason !== 'quality-control';

/** Returns in words why a row is listed and not drawn; '' for a drawn one (rule 17). */
export function reasonText({ kind }: Pick<Row, 'kind'>): string {
  const { reason, absentReason, status, check } = kind;
  if (reason === '') return '';
  if (reason === 'no-value')
    return absentReason === '' ? NO_VALUE : reasonsTexts('noValueBecause', { reason: absentReason });
  if (reason === 'status')
    return status === '' ? reasonsTexts('noStatus') : reasonsTexts('status', { status });
  return reason === 'contradiction' && check !== ''
    ? reasonsTexts('contradictionWith', { check })
    : REASON_TEXTS[reason];
}
