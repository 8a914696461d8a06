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
import { sourceTexts } from './source.messages.ts';

/**
 * A fact is one line of a source: "Status", "final". A time is given as it was sent; the screen puts it into its time
 * zone.
 */
export type SourceFact = {
  readonly name: string;
  readonly values: readonly string[];
  readonly kind: 'text' | 'time' | 'note';
  /** Codes, addresses, ids and what is kept as it was sent serve those who look after a system, and no reader of a result. */
  readonly isTechnical: boolean;
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
  isTechnical = false,
): SourceFact[] => {
  const present = values.filter(Boolean);
  return present.length === 0 ? [] : [{ name, values: present, kind, isTechnical }];
};

const technicalIfAny = (
  name: string,
  values: readonly string[],
  kind: SourceFact['kind'] = 'text',
): SourceFact[] => factIfAny(name, values, kind, true);

/** Returns a concept in its words, and its codings for the technical part. */
function conceptFacts(name: string, values: readonly unknown[]): SourceFact[] {
  const codings = values.flatMap((value) => codingTexts(elementOf(value)));
  return [
    ...factIfAny(name, values.map(conceptText)),
    ...technicalIfAny(sourceTexts('codeOf', { name }), codings),
  ];
}

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
    title: conceptText(source['code']) || sourceTexts('resultWithoutName'),
    value,
    facts: [
      ...factIfAny(sourceTexts('noValueReason'), [absentValueText(source)]),
      ...factIfAny(sourceTexts('flag'), elementsOf(source['interpretation']).map(flagWords)),
      ...factIfAny(sourceTexts('range'), ranges),
      ...technicalIfAny(sourceTexts('valueAsSent'), [value, ...codingTexts(concept)]),
      ...technicalIfAny(sourceTexts('unitCode'), [joinTexts([unitCode, unitSystem], ' ')]),
      ...technicalIfAny(
        sourceTexts('flagAsSent'),
        elementsOf(source['interpretation']).flatMap(conceptAndCodings),
      ),
      ...technicalIfAny(sourceTexts('code'), codingTexts(elementOf(source['code']))),
    ],
  };
}

/** Returns "High (H)", or the code alone where no words were sent. */
function flagWords(interpretation: FhirElement): string {
  const words = conceptText(interpretation);
  const code = elementsOf(interpretation['coding'])
    .map((coding) => trimmedText(coding['code']))
    .find(Boolean);
  return code === undefined || code === words ? words : `${words} (${code})`;
}

/** Says when a specimen was taken, or when something was measured: a laboratory's time is that of the specimen. */
function takenName(observation: FhirElement): string {
  const isLaboratory = elementsOf(observation['category']).some((category) =>
    elementsOf(category['coding']).some(({ code }) => trimmedText(code) === 'laboratory'),
  );
  return sourceTexts(isLaboratory || observation['specimen'] !== undefined ? 'collected' : 'measured');
}

/**
 * Returns everything about the result that is not its value, what a clinician asks first. When the value must not be shown, what
 * could reveal it is left out (rules 34 and 36).
 */
export function sourceFacts(observation: FhirElement, isHidden: boolean): readonly SourceFact[] {
  const named = (name: string) => referenceText(observation[name], observation);
  const namesOf = (name: string) =>
    elementsOf(observation[name]).map((one) => referenceText(one, observation));
  return [
    ...factIfAny(
      sourceTexts('attention'),
      elementsOf(observation['modifierExtension']).length > 0 ? [MODIFIER_FACT] : [],
    ),
    ...timeFacts(observation),
    ...factIfAny(sourceTexts('reported'), [trimmedText(observation['issued'])], 'time'),
    ...factIfAny(sourceTexts('status'), [trimmedText(observation['status']) || sourceTexts('noStatus')]),
    ...factIfAny(sourceTexts('by'), namesOf('performer')),
    ...conceptFacts(sourceTexts('method'), [observation['method']]),
    ...factIfAny(sourceTexts('specimen'), [named('specimen')]),
    ...specimenFacts(containedOf(observation, observation['specimen']), isHidden),
    ...(isHidden ? [] : noteFacts(NOTE, observation['note'])),
    ...conceptFacts(sourceTexts('bodySite'), [observation['bodySite']]),
    ...conceptFacts(sourceTexts('position'), [bodyPositionOf(observation)]),
    ...factIfAny(sourceTexts('circumstances'), circumstancesOf(observation)),
    ...factIfAny(sourceTexts('device'), [named('device')]),
    ...factIfAny(sourceTexts('about'), namesOf('focus')),
    ...(['hasMember', 'derivedFrom'] as const).flatMap((name) => countFact(name, observation[name], false)),
    ...technicalFacts(observation, isHidden),
  ];
}

function technicalFacts(observation: FhirElement, isHidden: boolean): SourceFact[] {
  const meta = elementOf(observation['meta']);
  return [
    ...(isHidden ? technicalIfAny(sourceTexts('code'), codingTexts(elementOf(observation['code']))) : []),
    ...technicalIfAny(sourceTexts('category'), elementsOf(observation['category']).map(conceptText)),
    ...countFact('basedOn', observation['basedOn'], true),
    ...technicalIfAny(sourceTexts('id'), [trimmedText(observation['id'])]),
    ...technicalIfAny(sourceTexts('versionName'), [trimmedText(meta['versionId'])]),
    ...technicalIfAny(sourceTexts('lastUpdated'), [trimmedText(meta['lastUpdated'])], 'time'),
  ];
}

/** This is the name of the only note, and of each one of several. */
type NoteNames = { readonly only: string; readonly numbered: (number: string) => string };

const NOTE: NoteNames = {
  only: sourceTexts('note'),
  numbered: (number) => sourceTexts('noteNumber', { number }),
};
const SPECIMEN_NOTE: NoteNames = {
  only: sourceTexts('specimenNote'),
  numbered: (number) => sourceTexts('specimenNoteNumber', { number }),
};

/** Returns each note with its author and its time. Several notes are numbered. */
function noteFacts(names: NoteNames, notes: unknown): SourceFact[] {
  const withText = elementsOf(notes).filter((note) => annotationText(note) !== '');
  return withText.flatMap((note, i) => {
    const title = withText.length > 1 ? names.numbered(String(i + 1)) : names.only;
    return [
      ...factIfAny(title, [annotationText(note)], 'note'),
      ...factIfAny(sourceTexts('noteAuthor', { note: title }), [
        trimmedText(note['authorString']) || trimmedText(elementOf(note['authorReference'])['display']),
      ]),
      ...factIfAny(sourceTexts('noteTime', { note: title }), [trimmedText(note['time'])], 'time'),
    ];
  });
}

/** Returns what a contained specimen says of itself. */
function specimenFacts(specimen: FhirElement, isHidden: boolean): SourceFact[] {
  const collection = elementOf(specimen['collection']);
  const { start, end } = elementOf(collection['collectedPeriod']);
  const times = [collection['collectedDateTime'], start, end].map(trimmedText);
  return [
    ...conceptFacts(sourceTexts('specimenCondition'), elementsOf(specimen['condition'])),
    ...factIfAny(sourceTexts('specimenCollected'), times, 'time'),
    ...factIfAny(sourceTexts('collection'), collectionWords(specimen)),
    ...factIfAny(sourceTexts('specimenReceived'), [trimmedText(specimen['receivedTime'])], 'time'),
    ...(isHidden ? [] : noteFacts(SPECIMEN_NOTE, specimen['note'])),
  ];
}

const MODIFIER_FACT = sourceTexts('modifier');

function timeFacts(observation: FhirElement): SourceFact[] {
  const period = elementOf(observation['effectivePeriod']);
  const timing = elementOf(observation['effectiveTiming']);
  const bounds = elementOf(elementOf(timing['repeat'])['boundsPeriod']);
  const events = Array.isArray(timing['event']) ? timing['event'].map(trimmedText) : [];
  const moments = [observation['effectiveDateTime'], observation['effectiveInstant']].map(trimmedText);
  const facts = [
    ...factIfAny(takenName(observation), [...new Set([...moments, ...events])], 'time'),
    ...factIfAny(sourceTexts('begin'), [firstText(period['start'], bounds['start'])], 'time'),
    ...factIfAny(sourceTexts('end'), [firstText(period['end'], bounds['end'])], 'time'),
  ];
  return facts.length > 0 ? facts : factIfAny(takenName(observation), [sourceTexts('timeNotSent')]);
}

const COUNTED_REFERENCES = { basedOn: 'orders', hasMember: 'results', derivedFrom: 'sources' } as const;

function countFact(
  name: keyof typeof COUNTED_REFERENCES,
  value: unknown,
  isTechnical: boolean,
): SourceFact[] {
  const count = elementsOf(value).length;
  const words = { count, shown: String(count) };
  const texts = count === 0 ? [] : [sourceTexts(COUNTED_REFERENCES[name], words)];
  return factIfAny(sourceTexts(name), texts, 'text', isTechnical);
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

/** Returns "3.5–5.1 mmol/L" for two limits in one unit; '' for others, which are written out. */
function spanText(from: string, to: string): string {
  const unitOf = (text: string): string => text.replace(/^[^ ]* ?/, '');
  const isPlain = /^[\d.,]+(?: |$)/.test(from) && /^[\d.,]+(?: |$)/.test(to);
  return isPlain && unitOf(from) === unitOf(to) ? `${from.split(' ')[0]}–${to}` : '';
}

/** Returns all of a range: its limits, its text, and whom it is for. */
function rangeText(range: FhirElement): string {
  const { low: lowest, high: highest } = range;
  const [from, to] = [quantityText(lowest), quantityText(highest)];
  const limits =
    spanText(from, to) ||
    joinTexts(
      [
        range['low'] === undefined ? '' : sourceTexts('from', { limit: from }),
        range['high'] === undefined ? '' : sourceTexts('to', { limit: to }),
      ],
      ' ',
    );
  const text = trimmedText(range['text']);
  const { low, high } = elementOf(range['age']);
  const age = joinTexts([low, high].map(quantityText), '–');
  const applicability = [
    conceptText(range['type']),
    ...elementsOf(range['appliesTo']).map(conceptText),
    age && sourceTexts('age', { range: age }),
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
  return kind && sourceTexts('withoutName', { type: kind });
}
