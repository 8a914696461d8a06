/** Reads what the parts of a panel say beside their numbers, once for all panels that say the same. */
import { elementOf, elementsOf, type FhirElement } from '../../fhirElements/fhirElement.ts';
import type { UnitFit } from '../../units/units.ts';
import { isCircumstance } from '../attached/circumstances.ts';
import type { SaidBeside } from '../attached/notMeasured.ts';
import type { ObservationCode } from '../code.ts';
import type { SentFlag } from '../flag/flag.ts';
import type { PanelDefaults } from '../panelDefaults.ts';
import type { SentRange } from '../range.ts';
import type { KeptKind } from '../rowKinds.ts';

/** This is the unit of a number, with the range beside it. */
export type FitAndRange = { readonly fit: UnitFit; readonly range: SentRange };

/** This was read of one number, and holds for all numbers that have these parts. */
export type OfAllNumbers = {
  /** It is set where the range is the same for all numbers. */
  fitAndRange?: FitAndRange;
  /** The words beside the number say this of it. */
  said?: SaidBeside;
} & KeptKind;

/** These parts of a row do not depend on its value. */
export type RowParts = OfAllNumbers & {
  readonly code: ObservationCode;
  readonly flag: SentFlag;
  /** The words that tell this measurement from another (rule 22). */
  readonly context: string;
  /** The specimen was in this bad state; '' when nothing says so. */
  readonly condition: string;
  /** This is undefined for the Observation itself. */
  readonly panel: PanelDefaults | undefined;
};

/** The parts of a panel have no more than these fields in common, and the last two differ from one result to the next. */
const KNOWN_FIELDS = new Set([
  'code',
  'interpretation',
  'referenceRange',
  'valueQuantity',
  'dataAbsentReason',
]);

/**
 * Returns what each part says beside its number; undefined where a part has any other field, such as a value in words, so that its
 * Observation is read by itself.
 */
export function contentOfParts(component: unknown): readonly unknown[] | undefined {
  const content: unknown[] = [];
  for (const part of elementsOf(component)) {
    for (const name in part) if (!KNOWN_FIELDS.has(name)) return undefined;
    const { unit, code, system } = elementOf(part['valueQuantity']);
    content.push(part['code'], part['interpretation'], part['referenceRange'], unit, code, system);
  }
  return content;
}

/** Returns whether the number of a part tells one measurement from another, as the size of a cuff does. */
export const dependsOnParts = ({ component }: FhirElement): boolean =>
  elementsOf(component).some(isCircumstance);
