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
import { circumstancesOf, collectionWords } from '../observation/attached/circumstances.ts';
import { bodyPositionOf, containedOf } from '../observation/measurementContext.ts';
import { quantityText, readValue, valueTextOf } from '../observation/value.ts';

/**
 * A fact is one line of a source: "Status", "final". A time is given as it was sent; the screen puts it into its time
 * zone.
 */
export type SourceFact = {
  readonly name: string;
  readonly values: readonly string[];
  readonly kind: 'text' | 'time' | 'note';
};

/** This is a value with all that belongs to it: the result itself, or one of its components. */
export type SourcePart = {
  readonly title: string;
  /** This is the value as it was sent, "<0.01 ng/mL"; it is '' when there is none. */
  readonly value: string;
  readonly facts: readonly SourceFact[];
};

const factIfAny = (
  name: string,
  values: readonly string[],
  kind: SourceFact['kind'] = 'text',
): SourceFact[] => {
  const present = values.filter(Boolean);
  return present.length === 0 ? [] : [{ name, values: present, kind }];
};

/** Returns the components of an Observation, each as it was sent. */
export const sourceParts = (observation: FhirElement): readonly SourcePart[] =>
  elementsOf(observation['component']).map(sourcePart);

/** Returns value, flag and ranges of an Observation or of one component. */
export function sourcePart(source: FhirElement): SourcePart {
  const { unitCode, unitSystem } = readValue(source, undefined);
  const value = valueTextOf(source);
  const concept = elementOf(source['valueCodeableConcept']);
  const ranges = elementsOf(source['referenceRange']).map(rangeText);
  return {
    title: conceptText(source['code']) || 'Result without a name',
    value,
    facts: [
      ...factIfAny('Value as sent', [value, ...codingTexts(concept)]),
      ...factIfAny('Unit code', [joinTexts([unitCode, unitSystem], ' ')]),
      ...factIfAny('Why there is no value', [absentValueText(source)]),
      ...factIfAny('Flag as sent', elementsOf(source['interpretation']).flatMap(conceptAndCodings)),
      ...factIfAny('Range as sent', ranges),
      ...factIfAny('Code', codingTexts(elementOf(source['code']))),
    ],
  };
}

/**
 * Returns everything about the result that is not its value. When the value must not be shown, what could reveal it
 * is left out (rules 34 and 36).
 */
export function sourceFacts(observation: FhirElement, isHidden: boolean): readonly SourceFact[] {
  const meta = elementOf(observation['meta']);
  const named = (name: string) => referenceText(observation[name], observation);
  return [
    ...timeFacts(observation),
    ...factIfAny('Issued', [trimmedText(observation['issued'])], 'time'),
    ...factIfAny('Status', [trimmedText(observation['status']) || 'no status sent']),
    ...factIfAny(
      'By',
      elementsOf(observation['performer']).map((one) => referenceText(one, observation)),
    ),
    ...factIfAny(
      'About',
      elementsOf(observation['focus']).map((one) => referenceText(one, observation)),
    ),
    ...factIfAny('Specimen', [named('specimen')]),
    ...specimenFacts(containedOf(observation, observation['specimen']), isHidden),
    ...factIfAny('Method', conceptAndCodings(observation['method'])),
    ...factIfAny('Device', [named('device')]),
    ...factIfAny('Body site', conceptAndCodings(observation['bodySite'])),
    ...factIfAny('Position', conceptAndCodings(bodyPositionOf(observation))),
    ...factIfAny('Circumstances', circumstancesOf(observation)),
    ...factIfAny('Category', elementsOf(observation['category']).map(conceptText)),
    ...(isHidden
      ? factIfAny('Code', codingTexts(elementOf(observation['code'])))
      : noteFacts('Note', observation['note'])),
    ...['basedOn', 'hasMember', 'derivedFrom'].flatMap((name) => countFact(name, observation[name])),
    ...factIfAny('Attention', elementsOf(observation['modifierExtension']).length > 0 ? [MODIFIER_FACT] : []),
    ...factIfAny('Version', [trimmedText(meta['versionId'])]),
    ...factIfAny('Last updated', [trimmedText(meta['lastUpdated'])], 'time'),
  ];
}

/** Returns each note with its author and its time. Several notes are numbered. */
function noteFacts(name: string, notes: unknown): SourceFact[] {
  const withText = elementsOf(notes).filter((note) => annotationText(note) !== '');
  return withText.flatMap((note, i) => {
    const title = withText.length > 1 ? `${name} ${i + 1}` : name;
    return [
      ...factIfAny(title, [annotationText(note)], 'note'),
      ...factIfAny(`${title}, by`, [
        trimmedText(note['authorString']) || trimmedText(elementOf(note['authorReference'])['display']),
      ]),
      ...factIfAny(`${title}, written`, [trimmedText(note['time'])], 'time'),
    ];
  });
}

/** Returns what a contained specimen says of itself. */
function specimenFacts(specimen: FhirElement, isHidden: boolean): SourceFact[] {
  const collection = elementOf(specimen['collection']);
  const { start, end } = elementOf(collection['collectedPeriod']);
  const times = [collection['collectedDateTime'], start, end].map(trimmedText);
  return [
    ...factIfAny('Specimen condition', elementsOf(specimen['condition']).flatMap(conceptAndCodings)),
    ...factIfAny('Collected', times, 'time'),
    ...factIfAny('Collection', collectionWords(specimen)),
    ...factIfAny('Specimen received', [trimmedText(specimen['receivedTime'])], 'time'),
    ...(isHidden ? [] : noteFacts('Specimen note', specimen['note'])),
  ];
}

const MODIFIER_FACT = 'carries a modifier that Longview does not know; read it in the chart';

function timeFacts(observation: FhirElement): SourceFact[] {
  const period = elementOf(observation['effectivePeriod']);
  const timing = elementOf(observation['effectiveTiming']);
  const bounds = elementOf(elementOf(timing['repeat'])['boundsPeriod']);
  const events = Array.isArray(timing['event']) ? timing['event'].map(trimmedText) : [];
  const at = firstText(observation['effectiveDateTime'], observation['effectiveInstant']);
  const facts = [
    ...factIfAny('Measured', [at, ...events], 'time'),
    ...factIfAny('Begin', [firstText(period['start'], bounds['start'])], 'time'),
    ...factIfAny('End', [firstText(period['end'], bounds['end'])], 'time'),
  ];
  return facts.length > 0 ? facts : factIfAny('Measured', ['time not sent']);
}

const COUNTED_REFERENCES: Readonly<Record<string, readonly [string, string]>> = {
  basedOn: ['Based on', 'order'],
  hasMember: ['Has members', 'result'],
  derivedFrom: ['Derived from', 'source'],
};

function countFact(name: string, value: unknown): SourceFact[] {
  const [label, noun] = COUNTED_REFERENCES[name] ?? [name, 'entry'];
  const count = elementsOf(value).length;
  return count === 0 ? [] : factIfAny(label, [`${count} ${noun}${count === 1 ? '' : 's'}`]);
}

/** Returns "Potassium [Moles/volume] in Serum: 2823-3 http://loinc.org" for each coding. */
const codingTexts = (concept: FhirElement): string[] =>
  elementsOf(concept['coding']).map(({ display, code, system }) =>
    joinTexts([trimmedText(display), joinTexts([trimmedText(code), trimmedText(system)], ' ')], ': '),
  );

/** Returns the text and every coding of a CodeableConcept. */
function conceptAndCodings(value: unknown): string[] {
  const concept = elementOf(value);
  return [trimmedText(concept['text']), ...codingTexts(concept)].filter(Boolean);
}

/** Returns all of a range: its limits, its text, and whom it is for. */
function rangeText(range: FhirElement): string {
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
  const applicability = [
    conceptText(range['type']),
    ...elementsOf(range['appliesTo']).map(conceptText),
    age && `age ${age}`,
  ];
  return joinTexts(
    [limits, text && `“${text}”`, ...applicability.filter(Boolean).map((word) => `(${word})`)],
    ' ',
  );
}

const REFERENCE_TYPE = /(?:^|\/)([A-Z][A-Za-z]+)\/[^/]+(?:\/_history\/[^/]+)?$/;

/**
 * Returns the name sent with a reference, else the type that it leads to. An address tells a reader nothing and may
 * hold an identifier.
 */
function referenceText(value: unknown, { contained }: FhirElement): string {
  const { display, type, reference } = elementOf(value);
  const address = trimmedText(reference);
  const containedResource = elementsOf(contained).find(({ id }) => address === `#${trimmedText(id)}`) ?? {};
  const name =
    trimmedText(display) || conceptText(containedResource['type']) || trimmedText(containedResource['name']);
  if (name !== '') return name;
  const kind =
    trimmedText(type) ||
    trimmedText(containedResource['resourceType']) ||
    REFERENCE_TYPE.exec(address)?.[1] ||
    '';
  return kind && `${kind}, sent without a name`;
}
