import { codeWordsOf, withRoute } from '../measurementContext.ts';
import { elementsOf, joinTexts, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { fitUnit } from '../../units/units.ts';
import { conditionsOfConcept, joinConditions } from '../attached/specimenCondition.ts';
import { readFlag } from '../flag/flag.ts';
import { componentCodeOf, type ObservationContext } from '../observationContext.ts';
import { panelDefaultsOf, rowFlag, type PanelDefaults } from '../panelDefaults.ts';
import { readRange } from '../range.ts';
import { dependsOnNumber } from '../usableRanges.ts';
import { isOfGerm, ofGerm } from '../tableOnly.ts';
import type { SentValue } from '../value.ts';
import type { FitAndRange, OfAllNumbers, RowParts } from './sharedParts.ts';

const noFlag = readFlag(undefined);

/** Returns the parts of the row of an Observation itself, or of `source` in its place. A withheld result shows no flag. */
export function ownParts(source: FhirElement, { shared }: ObservationContext, hidesFlag: boolean): RowParts {
  const { ownCode, measurement, state } = shared;
  const [flag, code] = hidesFlag
    ? [noFlag, ofGerm(ownCode, noFlag, measurement.facts.codeWords, source)]
    : [shared.flag, shared.code];
  return { code, flag, context: measurement.contextWithRoute, condition: state.condition, panel: undefined };
}

/** These fields can stand beside components in what is shared. */
const hasOwnValue = ({ valueQuantity, valueString, valueCodeableConcept }: FhirElement): boolean =>
  [valueQuantity, valueString, valueCodeableConcept].some((value) => value !== undefined);

/**
 * Returns the parts of the rows of components. All panels of one shared content have the same, unless the panel has a value of its
 * own, which may be the germ of its components, or is withheld.
 */
export function partsOfComponents(
  resource: FhirElement,
  components: readonly FhirElement[],
  observation: ObservationContext,
  hidesFlag: boolean,
): readonly RowParts[] {
  const { kept } = observation.shared;
  const read = (): RowParts[] => {
    const panel = panelDefaultsOf(resource);
    return components.map((component) => componentParts(component, panel, observation, hidesFlag));
  };
  return hidesFlag || hasOwnValue(resource) ? read() : (kept.parts ??= read());
}

/**
 * Returns the parts of the row of a component. Its flag may say that its specimen was hemolyzed, and its code another route or
 * posture than that of its panel. The germ is the value of a culture.
 */
function componentParts(
  component: FhirElement,
  panel: PanelDefaults,
  observation: ObservationContext,
  hidesFlag: boolean,
): RowParts {
  const { measurement, state } = observation.shared;
  const flag = hidesFlag ? noFlag : rowFlag(component, panel);
  const words = `${codeWordsOf(component['code'])} ${measurement.facts.codeWords}`;
  const code = ofGerm(componentCodeOf(component, observation), flag, words, component);
  const context = withRoute(measurement.context, component['code']);
  const flagged = elementsOf(component['interpretation']).flatMap(conditionsOfConcept);
  return {
    code,
    flag,
    context: isOfGerm(code) ? joinTexts([panel.ownValue, context], ', ') : context,
    condition: joinConditions([state.condition, ...flagged]),
    panel,
  };
}

/**
 * Returns how the unit of a value fits, and the range beside it in that unit. All numbers of one shared content have the same,
 * unless the range is in words that are read by the number.
 */
export function fitAndRangeOf(
  source: FhirElement,
  { code, panel }: RowParts,
  read: SentValue,
  keeping: OfAllNumbers,
): FitAndRange {
  const isShared = read.reason === '' && !read.isParsedFromText;
  if (isShared && keeping.fitAndRange !== undefined) return keeping.fitAndRange;
  const fit = fitUnit(code.target, read);
  const sent = source['referenceRange'];
  const found = { fit, range: readRange(sent, fit, read, panel?.rangeText) };
  if (isShared && !dependsOnNumber(sent)) keeping.fitAndRange = found;
  return found;
}
