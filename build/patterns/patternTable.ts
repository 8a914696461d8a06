import type { Pattern } from './program.ts';

/** The text that a pattern meets has at most this many characters, because this part of its file cuts or refuses it. */
export type CappedPattern = {
  readonly path: string;
  /** The source of the pattern begins like this. */
  readonly begins: string;
  readonly characters: number;
  readonly cappedBy: string;
};

const OBSERVATION = 'src/clinical/observation';

/**
 * These patterns may take more steps than their text has characters, so they must not meet a long text. Every other
 * pattern of the product must be linear.
 */
export const CAPPED_PATTERNS: readonly CappedPattern[] = [
  {
    path: 'src/charts/format/numberText.ts',
    begins: String.raw`\B(?=(\d{3})+$)`,
    characters: 64,
    cappedBy: 'numberText: MAX_GROUPED_LENGTH',
  },
  {
    path: 'src/clinical/catalog/catalog.ts',
    begins: String.raw`^(!?)(\S*) ?(.*)$`,
    characters: 512,
    cappedBy: 'a cell of the catalog, which the build writes',
  },
  {
    path: 'src/clinical/catalog/catalog.ts',
    begins: String.raw`^(\w+)(?: ([^@!]+))?`,
    characters: 512,
    cappedBy: 'a cell of the catalog, which the build writes',
  },
  {
    path: 'src/clinical/change/interventionWords.ts',
    begins: String.raw`\b\w*(?:transplant`,
    characters: 200,
    cappedBy: 'interventionKindOf: MAX_LETTERS',
  },
  {
    path: `${OBSERVATION}/attached/circumstances.ts`,
    begins: '(?:body-?position|posture',
    characters: 80,
    cappedBy: 'extensionWords: the end of the URL',
  },
  {
    path: 'src/clinical/change/comparableConditions.ts',
    begins: String.raw`\b(?:(?:not|nicht|non?|nao|pas|niet|ej|inte|ikke)|n[oã]o?`,
    characters: 300,
    cappedBy: 'isKnownFasting: MAX_WORDS',
  },
  {
    path: `${OBSERVATION}/attached/refusalClause.ts`,
    begins: '^(?:(tnp|',
    characters: 120,
    cappedBy: 'readClause: MAX_CLAUSE',
  },
  {
    path: `${OBSERVATION}/attached/refusalClause.ts`,
    begins: '^(?:(?:(?:(?:disreg|',
    characters: 120,
    cappedBy: 'readClause: MAX_CLAUSE',
  },
  {
    path: `${OBSERVATION}/attached/specimenCondition.ts`,
    begins: String.raw`\b(?:(?:(?:not|nicht|non?|nao|pas|niet|ej|inte|ikke)|can`,
    characters: 80,
    cappedBy: 'conditionWords: the clause before the word',
  },
  {
    path: `${OBSERVATION}/attached/specimenCondition.ts`,
    begins: String.raw`\b(?:(?:(?:ne )?(?:not|nicht`,
    characters: 80,
    cappedBy: 'conditionWords: the text before the word',
  },
  {
    path: `${OBSERVATION}/identity/measurementKinds.ts`,
    begins: String.raw`\b24 ?h\w* (?:.* )?(?:mean|average)`,
    characters: 1300,
    cappedBy: 'lowerCaseWords: MAX_LENGTH of each of the facts that a rule reads',
  },
  {
    path: `${OBSERVATION}/identity/specimenKind.ts`,
    begins: String.raw`\b24 ?h\w* (?:.* )?urin`,
    characters: 500,
    cappedBy: 'lowerCaseWords: MAX_LENGTH, of the specimen and the site',
  },
  {
    path: `${OBSERVATION}/range.ts`,
    begins: String.raw`^(-?\d+(?:\.\d+)?)\s*-\s*(-?\d+(?:\.\d+)?)\s*(\D.*)?$`,
    characters: 64,
    cappedBy: 'limitsFromText: MAX_NUMBER_LENGTH',
  },
  {
    path: `${OBSERVATION}/range.ts`,
    begins: '^([<>]=?)\\s',
    characters: 64,
    cappedBy: 'limitsFromText: MAX_NUMBER_LENGTH',
  },
  {
    path: `${OBSERVATION}/usableRanges.ts`,
    begins: String.raw`^(-?\d+(?:\.\d+)?)\s*-\s*(-?\d+(?:\.\d+)?)\s*(?:`,
    characters: 60,
    cappedBy: 'meaningfulText: MAX_EMPTY_LENGTH',
  },
  {
    path: `${OBSERVATION}/value.ts`,
    begins: '^([<>]=?)?',
    characters: 64,
    cappedBy: 'parseNumberAndUnit: MAX_NUMBER_LENGTH',
  },
  {
    path: 'src/clinical/unitChoice/rangeWords.ts',
    begins: '^([A-Za-z][A-Za-z ]*: ?)?',
    characters: 500,
    cappedBy: 'textIn: MAX_RANGE_LENGTH',
  },
  {
    path: 'src/clinical/units/canonicalUnit.ts',
    begins: '^(.*?) ?[({]?',
    characters: 64,
    cappedBy: 'read: MAX_UNIT_LENGTH',
  },
  {
    path: 'src/parts/screenUrls/compareUrl.ts',
    begins: String.raw`\.?0+$`,
    characters: 40,
    cappedBy: 'toFixed, which writes no more',
  },
  {
    path: 'src/screens/myResults/card/phoneNumbers.ts',
    begins: String.raw`(?<![\p{L}\d/])`,
    characters: 200,
    cappedBy: 'siteSchema: the visible text of `call`',
  },
];

/**
 * These files make patterns of texts. Those of `whenLoaded` are made when the file is loaded, which the test does. The
 * others are made in a function, so examples of them stand here.
 */
export const MADE_PATTERNS: Readonly<
  Record<string, { readonly whenLoaded?: true; readonly examples?: readonly Pattern[] }>
> = {
  'src/charts/image/chartImage.ts': { examples: [{ source: '.{1,40}', flags: 'gu' }] },
  'src/clinical/change/comparableConditions.ts': { whenLoaded: true },
  'src/clinical/events/notDoneWords.ts': { whenLoaded: true },
  'src/clinical/change/interventionWords.ts': { whenLoaded: true },
  // It copies the pattern of RTF that stands in the same file as a literal.
  'src/clinical/events/annotation.ts': {},
  'src/clinical/fhirElements/plainLine.ts': { whenLoaded: true },
  'src/clinical/medication/codedDose/contradictedDose.ts': { whenLoaded: true },
  'src/clinical/medication/codedDose/namedAmounts.ts': { whenLoaded: true },
  'src/clinical/medication/codedDose/changingDose.ts': { whenLoaded: true },
  'src/clinical/medication/reasonNotGiven.ts': { whenLoaded: true },
  'src/clinical/medication/timing/dayWords.ts': { whenLoaded: true },
  'src/clinical/medication/timing/dayScheme.ts': { whenLoaded: true },
  'src/clinical/medication/timing/doseClauses.ts': { whenLoaded: true },
  'src/clinical/medication/timing/frequencyWords.ts': { whenLoaded: true },
  'src/clinical/medication/timing/sparseWords.ts': { whenLoaded: true },
  'src/clinical/medication/codedDose/namedDose.ts': { whenLoaded: true },
  'src/clinical/medication/codedDose/releaseForms.ts': { whenLoaded: true },
  [`${OBSERVATION}/attached/circumstances.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/attached/notMeasured.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/attached/ownName.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/attached/refusal.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/attached/refusalClause.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/attached/specimenCondition.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/specimen/doubtedValue.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/specimen/indexOfSpecimen.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/specimen/statesIn.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/specimen/takenBack.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/measurement/estimates.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/identity/laboratoryKinds.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/identity/wordMark.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/measurementContext.ts`]: { whenLoaded: true },
  [`${OBSERVATION}/identity/specimenIdentity.ts`]: {
    examples: [{ source: String.raw`^arterial\b`, flags: 'i' }],
  },
  [`${OBSERVATION}/range.ts`]: { whenLoaded: true },
  'src/clinical/unitChoice/rangeWords.ts': { whenLoaded: true },
  // It makes the rules of unit-spellings.json, which the test reads from there.
  'src/clinical/units/canonicalUnit.ts': {},
  'src/record/export/injectionSafeText.ts': { whenLoaded: true },
  'src/screens/myResults/card/phoneNumbers.ts': { whenLoaded: true },
  'src/smart/site/siteSchema.ts': { whenLoaded: true },
};
