import { elementOf, firstText, trimmedText } from '../../fhirElements/fhirElement.ts';
import { areOtherUnits } from '../../units/otherUnits.ts';
import { sentQuantityText } from './doseAmount.ts';
import { clinicianDosageWriter, type DosageWriter } from './dosageWriter.ts';

/**
 * Returns a Quantity whose unit and code name two units, "10 mg, 10 g" beside words that name an amount; '' for any other. The words that are put together
 * of it say both already.
 */
export function bothUnitsText(
  quantity: unknown,
  isBesideAmount: boolean,
  writer: DosageWriter = clinicianDosageWriter,
): string {
  const { unit, code, value } = elementOf(quantity);
  const [name, sign] = [trimmedText(unit), trimmedText(code)];
  if (typeof value !== 'number' || !areOtherUnits(name, sign)) return '';
  if (!isBesideAmount) return sentQuantityText(quantity, writer);
  const number = firstText(elementOf(quantity)['valueText'], String(value));
  return [name, sign].map((one) => writer.amount(number, one)).join(', ');
}
