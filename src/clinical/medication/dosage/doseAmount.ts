import { elementOf, firstText, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { readableDoseUnit } from '../../units/readableUnit.ts';
import { areOtherUnits } from '../../units/otherUnits.ts';
import { clinicianDosageWriter, type DosageWriter } from './dosageWriter.ts';

/** This is one number with its unit as it was sent, without the brackets of UCUM; `text` has both. */
export type DoseAmount = { readonly value: number; readonly unit: string; readonly text: string };

/** Rounds to twelve significant digits: what a multiplication adds beyond them was never sent. */
export const roundTo12Digits = (value: number): number => Number(value.toPrecision(12));

/**
 * Returns a Quantity that is one number with a unit; undefined for a limit, a number without a unit or with two, and anything
 * else.
 */
export function doseAmountOf(quantity: unknown): DoseAmount | undefined {
  const { value, valueText, unit, code, comparator } = elementOf(quantity);
  const label = readableDoseUnit(firstText(unit, code));
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return undefined;
  if (label === '' || trimmedText(comparator) !== '') return undefined;
  if (areOtherUnits(trimmedText(unit), trimmedText(code))) return undefined;
  const number = typeof valueText === 'string' && Number(valueText) === value ? valueText : String(value);
  return { value, unit: label, text: `${number} ${label}` };
}

/** Returns a rate as it was sent: a quantity ("0.08 ug/kg/min") or a ratio ("100 mL/h"). */
export function doseRateOf(sent: FhirElement): DoseAmount | undefined {
  const quantity = doseAmountOf(sent['rateQuantity']);
  if (quantity !== undefined) return quantity;
  const ratio = elementOf(sent['rateRatio']);
  const [amount, per] = [doseAmountOf(ratio['numerator']), doseAmountOf(ratio['denominator'])];
  if (amount === undefined || per === undefined || !Number.isFinite(amount.value / per.value))
    return undefined;
  const text = per.value === 1 ? `${amount.text}/${per.unit}` : `${amount.text}/${per.text}`;
  return { value: roundTo12Digits(amount.value / per.value), unit: `${amount.unit}/${per.unit}`, text };
}

/** Returns the digits of an amount as they were sent. */
const numberOf = ({ text, unit }: DoseAmount): string => text.slice(0, -unit.length - 1);

/**
 * Returns a Quantity as it was sent, also where it is no amount: a limit, a number without a unit, or one with two units, which
 * says both. It is '' without a number.
 */
export function sentQuantityText(quantity: unknown, writer: DosageWriter = clinicianDosageWriter): string {
  const { say, amount: written } = writer;
  const amount = doseAmountOf(quantity);
  if (amount !== undefined) return written(numberOf(amount), amount.unit);
  const { value, valueText, unit, code, comparator } = elementOf(quantity);
  const number = firstText(valueText, typeof value === 'number' ? String(value) : value);
  if (number === '') return '';
  const sent = `${trimmedText(comparator)}${number}`;
  const label = readableDoseUnit(firstText(unit, code));
  if (label === '') return say('withoutUnit', { value: sent });
  const text = written(sent, label);
  return areOtherUnits(trimmedText(unit), trimmedText(code))
    ? say('codedAs', { text, dose: written(sent, trimmedText(code)) })
    : text;
}

/** Returns "100" and "mL/8 h" of "100 mL/8 h". */
function partsOfRate({ text }: DoseAmount): readonly [number: string, unit: string] {
  const end = text.indexOf(' ');
  return [text.slice(0, end), text.slice(end + 1)];
}

/** Returns a rate as it was sent, also where it is no amount; '' without one. */
export function doseRateText(sent: FhirElement, writer: DosageWriter = clinicianDosageWriter): string {
  const rate = doseRateOf(sent);
  if (rate !== undefined) return writer.amount(...partsOfRate(rate));
  const { numerator, denominator } = elementOf(sent['rateRatio']);
  const ratio = [numerator, denominator].map((side) => sentQuantityText(side, writer));
  return sentQuantityText(sent['rateQuantity'], writer) || ratio.filter(Boolean).join(' / ');
}

/** Returns "5–10 mg", or one side ("up to 10 mg") when only that was sent. */
export function doseRangeText(range: unknown, writer: DosageWriter = clinicianDosageWriter): string {
  const { low: sentLow, high: sentHigh } = elementOf(range);
  const [low, high] = [doseAmountOf(sentLow), doseAmountOf(sentHigh)];
  if (low !== undefined && high !== undefined && low.unit === high.unit)
    return writer.amount(`${numberOf(low)}–${numberOf(high)}`, high.unit);
  const [from = '', to = ''] = [sentLow, sentHigh].map((side) => sentQuantityText(side, writer));
  if (from !== '' && to !== '') return `${from}–${to}`;
  if (from !== '') return writer.say('from', { dose: from });
  return to === '' ? '' : writer.say('upTo', { dose: to });
}
