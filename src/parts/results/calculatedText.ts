/** This file describes calculated values, always together with their inputs (rule 25). */
import { dateTimeText } from '../../charts/format/dateText.ts';
import { originalText } from '../../charts/format/valueText.ts';
import type { DerivedSeries, UsedInput } from '../../clinical/derived/derived.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { tiedWithLatest } from '../../clinical/series/newest/latest.ts';
import type { Series } from '../../clinical/series/series.ts';
import { concurrentText, concurrentResults } from './tileFacts.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { calculatedTexts } from './calculated.messages.ts';
import { listText } from '../recordStatus/recordStatusText.ts';

export const CALCULATED = calculatedTexts('calculatedByLongview');

/** Names the other values of the same moment, such as those of two pressures (rule 23). */
export const calculatedConcurrentText = (row: Row, series: Series): string =>
  concurrentText(row, concurrentResults(tiedWithLatest(series), series));

/**
 * Says why nothing is calculated: only a completely loaded record is used, since a missing page may hold a
 * better input (rules 37 to 39).
 */
export const notYetCalculatedText = ({ ended }: RecordSnapshot): string =>
  calculatedTexts(ended ? 'recordNotLoaded' : 'recordStillLoading');

/** Returns "systolic pressure 134 mmHg", the number as it was sent. */
export const inputText = ({ name, row }: UsedInput): string =>
  calculatedTexts(row.kind.isParsedFromText ? 'inputFromText' : 'input', { name, value: originalText(row) });

export const inputTimeText = ({ row }: UsedInput, timeZone: string): string =>
  dateTimeText(row.timeMs, row.kind.precision, timeZone);

/**
 * Returns "systolic pressure 134 mmHg, diastolic pressure 72 mmHg", with a date if it differs from that of
 * the value.
 */
export const inputsText = (inputs: readonly UsedInput[], timeZone: string): string =>
  inputs
    .map((input) => {
      const isOther = input.row.timeMs !== inputs[0]?.row.timeMs;
      const text = inputText(input);
      const when = inputTimeText(input, timeZone);
      return isOther ? calculatedTexts('inputOfOtherTime', { input: text, when }) : text;
    })
    .join(', ');

/** Returns "Body mass index: no height". */
export const absentInputText = ({ rule, absentReasons }: DerivedSeries): string =>
  calculatedTexts('absentInput', { name: rule.name, reasons: listText(absentReasons) });
