import type { PatientCard } from '../card/cards.ts';
import { drawName, drawUnit } from '../names/drawName.tsx';
import { patientUnit } from '../units/patientUnits.ts';
import { oneResultTexts } from './oneResult.messages.ts';

type ChartTitleProps = {
  readonly card: PatientCard;
  readonly name: string;
  /** The language of a name that is not in that of the page. */
  readonly nameLanguage: string | undefined;
};

/** Names the test of a chart, with its unit. */
export function ChartTitle({ card: { series }, name, nameLanguage }: ChartTitleProps) {
  const test = drawName(nameLanguage);
  const unit = patientUnit(series.unitText);
  return unit === ''
    ? test(name, 0)
    : oneResultTexts.rich('axisTitle', { name, unit, test, measured: drawUnit(unit) });
}
