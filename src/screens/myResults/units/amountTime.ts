import type { RowKind } from '../../../clinical/observation/resultRow.ts';
import { patientUnit } from './patientUnits.ts';

/** The reading of a record writes this behind the other circumstances (`clinical/observation/measurement/amountPeriod.ts`). */
const OVER = /(?:^|, )over (\d{1,6}) (h|min)$/;

/** Returns over how long an amount was collected, in the words of the page: "24 hours"; '' of any other result. */
export function amountTime({ context }: RowKind): string {
  const [, count = '', unit = ''] = OVER.exec(context) ?? [];
  return count === '' ? '' : `${count} ${patientUnit(unit, count)}`;
}

/** Returns the circumstances as they were sent, without the time of an amount, which is told in words of the page. */
export const withoutAmountTime = (context: string): string => context.replace(OVER, '');
