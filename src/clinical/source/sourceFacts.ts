import { absentValueText } from '../observation/dataAbsentReason.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  firstText,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { annotationText } from '../events/annotation.ts';
import { bodyPositionOf } from '../observation/measurementContext.ts';
import { quantityText, readValue } from '../observation/value.ts';

/** One line of a source: "Status", "final". A time is given as it was sent, for the screen to put into its zone. */
export type SourceFact = {
  readonly name: string;
  readonly values: readonly string[];
  readonly kind: 'text' | 'time' | 'note';
};

/** A value with all that belongs to it: the result itself, or one of its components. */
export type SourcePart = {
  readonly title: string;
  /** "<0.01 ng/mL", as sent; '' where there is none. */
  readonly value: string;
  readonly facts: readonly SourceFact[];
};

const fact = (name: string, values: readonly string[], kind: SourceFact['kind'] = 'text'): SourceFact[] => {
  const said = values.filter(Boolean);
  return said.length === 0 ? [] : [{ name, values: said, kind }];
};

/** The components of an Observation, each as it was sent. */
export const sourceParts = (observation: FhirElement): readonly SourcePart[] =>
  elementsOf(observation['component']).map(sourcePart);

/** Value, flag and ranges of an Observation or of one component. */
export function sourcePart(source: FhirElement): SourcePart {
  const { comparator, text, unit, unitCode, unitSystem } = readValue(source, undefined);
  const value = text === '' ? '' : `${comparator}${text} ${unit || unitCode}`.trim();
  const concept = elementOf(source['valueCodeableConcept']);
  const ranges = elementsOf(source['referenceRange']).map(rangeWords);
  return {
    title: conceptText(source['code']) || 'Result without a name',
    value,
    facts: [
      ...fact('Value as sent', [value, ...codingWords(concept)]),
      ...fact('Unit code', [joinTexts([unitCode, unitSystem], ' ')]),
      ...fact('Why there is no value', [absentValueText(source)]),
      ...fact('Flag as sent', elementsOf(source['interpretation']).flatMap(conceptWords)),
      ...fact('Range as sent', ranges),
      ...fact('Code', codingWords(elementOf(source['code']))),
    ],
  };
}

/** Everything about the result that is not its value; what could tell a value that must not be shown is left out. */
export function sourceFacts(observation: FhirElement, isHidden: boolean): readonly SourceFact[] {
  const meta = elementOf(observation['meta']);
  const named = (name: string) => referenceWords(observation[name], observation);
  return [
    ...measured(observation),
    ...fact('Issued', [trimmedText(observation['issued'])], 'time'),
    ...fact('Status', [trimmedText(observation['status']) || 'no status sent']),
    ...fact(
      'By',
      elementsOf(observation['performer']).map((one) => referenceWords(one, observation)),
    ),
    ...fact(
      'About',
      elementsOf(observation['focus']).map((one) => referenceWords(one, observation)),
    ),
    ...fact('Specimen', [named('specimen')]),
    ...fact('Method', conceptWords(observation['method'])),
    ...fact('Device', [named('device')]),
    ...fact('Body site', conceptWords(observation['bodySite'])),
    ...fact('Position', conceptWords(bodyPositionOf(observation))),
    ...fact('Category', elementsOf(observation['category']).map(conceptText)),
    ...(isHidden
      ? fact('Code', codingWords(elementOf(observation['code'])))
      : fact('Note', elementsOf(observation['note']).map(annotationText), 'note')),
    ...['basedOn', 'hasMember', 'derivedFrom'].flatMap((name) => countFact(name, observation[name])),
    ...fact('Attention', elementsOf(observation['modifierExtension']).length > 0 ? [MODIFIED] : []),
    ...fact('Version', [trimmedText(meta['versionId'])]),
    ...fact('Last updated', [trimmedText(meta['lastUpdated'])], 'time'),
  ];
}

const MODIFIED = 'carries a modifier that Longview does not know; read it in the chart';

function measured(observation: FhirElement): SourceFact[] {
  const period = elementOf(observation['effectivePeriod']);
  const timing = elementOf(observation['effectiveTiming']);
  const bounds = elementOf(elementOf(timing['repeat'])['boundsPeriod']);
  const events = Array.isArray(timing['event']) ? timing['event'].map(trimmedText) : [];
  const at = firstText(observation['effectiveDateTime'], observation['effectiveInstant']);
  const facts = [
    ...fact('Measured', [at, ...events], 'time'),
    ...fact('Begin', [firstText(period['start'], bounds['start'])], 'time'),
    ...fact('End', [firstText(period['end'], bounds['end'])], 'time'),
  ];
  return facts.length > 0 ? facts : fact('Measured', ['time not sent']);
}

const COUNTED: Readonly<Record<string, readonly [string, string]>> = {
  basedOn: ['Based on', 'order'],
  hasMember: ['Has members', 'result'],
  derivedFrom: ['Derived from', 'source'],
};

function countFact(name: string, value: unknown): SourceFact[] {
  const [label, thing] = COUNTED[name] ?? [name, 'entry'];
  const count = elementsOf(value).length;
  return count === 0 ? [] : fact(label, [`${count} ${thing}${count === 1 ? '' : 's'}`]);
}

/** "Potassium [Moles/volume] in Serum: 2823-3 http://loinc.org", one for each coding. */
const codingWords = (concept: FhirElement): string[] =>
  elementsOf(concept['coding']).map(({ display, code, system }) =>
    joinTexts([trimmedText(display), joinTexts([trimmedText(code), trimmedText(system)], ' ')], ': '),
  );

/** The text, and every coding. */
function conceptWords(value: unknown): string[] {
  const concept = elementOf(value);
  return [trimmedText(concept['text']), ...codingWords(concept)].filter(Boolean);
}

/** All of a range: limits, text, and whom it is for. */
function rangeWords(range: FhirElement): string {
  const limits = joinTexts(
    [
      range['low'] === undefined ? '' : `from ${quantityText(range['low'])}`,
      range['high'] === undefined ? '' : `to ${quantityText(range['high'])}`,
    ],
    ' ',
  );
  const text = trimmedText(range['text']);
  const { low, high } = elementOf(range['age']);
  const age = joinTexts([low, high].map(quantityText), '–');
  const whom = [
    conceptText(range['type']),
    ...elementsOf(range['appliesTo']).map(conceptText),
    age && `age ${age}`,
  ];
  return joinTexts([limits, text && `“${text}”`, ...whom.filter(Boolean).map((word) => `(${word})`)], ' ');
}

const TYPE = /(?:^|\/)([A-Z][A-Za-z]+)\/[^/]+(?:\/_history\/[^/]+)?$/;

/** The name sent with a reference, else what it leads to. An address tells a reader nothing and may hold an identifier. */
function referenceWords(value: unknown, { contained }: FhirElement): string {
  const { display, type, reference } = elementOf(value);
  const address = trimmedText(reference);
  const inside = elementsOf(contained).find(({ id }) => address === `#${trimmedText(id)}`) ?? {};
  const name = trimmedText(display) || conceptText(inside['type']) || trimmedText(inside['name']);
  if (name !== '') return name;
  const kind = trimmedText(type) || trimmedText(inside['resourceType']) || TYPE.exec(address)?.[1] || '';
  return kind && `${kind}, sent without a name`;
}
