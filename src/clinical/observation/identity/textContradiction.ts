import { isOtherSubstance } from './otherSubstances.ts';
import { analyteOfName, analyteOfShortName, nameWords } from '../../catalog/catalog.ts';
import { areForms } from '../../catalog/specialForms.ts';
import type { RowKinds } from '../rowKinds.ts';
import { memoizePerRecord } from './memoizePerRecord.ts';
import { namedSpecimen } from './specimenKind.ts';
import type { Analyte, AnalyteTarget } from '../../catalog/analyteTarget.ts';

const MAX_TEXT_LENGTH = 200;
const COUNT_UNIT = /^(?:10\*[369]\/u?L|\/uL)$/;

/** Returns whether the text speaks of a share and the code of a count, or the other way. */
function isOtherQuantity({ unit, analyte }: AnalyteTarget, text: string): boolean {
  if (COUNT_UNIT.test(unit)) return /%|\bpercent/.test(text);
  return analyte.id.endsWith('-pct') && unit === '%' && /#|\babs(?:olute)?\b/.test(text);
}

/** Urea is 2.14 times urea nitrogen by mass, and laboratories mix up the two words and the two codes. */
function isOtherUrea({ analyte: { id } }: AnalyteTarget, text: string): boolean {
  const isNitrogen = /nitrogen|stickstoff|\bb?un\b|urea[ -]?n\b/.test(text);
  if (id === 'bun' || id === 'bun-bld') return /\burea\b|\bharnstoff/.test(text) && !isNitrogen;
  return (id === 'urea' || id === 'urea-bld') && isNitrogen;
}

/** Laboratories write these around the name of a test: "Sodium Level", "Serum HDL cholesterol". */
const AROUND_NAME = /\b(?:serum|plasma|blood|levels?|lvl|counts?|tests?|results?)\b/g;

/**
 * Returns the analyte of a short name such as "Hgb". It counts for a test of another group only, because those of one group are
 * called by each other's short names (CO2 and HCO3), and never for one with a name in common (HDL and the ratio to HDL). What a
 * blood gas says of CO2 is called CO2 too.
 */
function analyteOfOtherGroup(text: string, { id, group, name, longName }: Analyte): Analyte | undefined {
  const other = analyteOfShortName(text);
  if (other?.id === 'co2' && /co[23]/.test(id)) return undefined;
  const own = new Set(nameWords(`${name} ${longName}`));
  return other?.group === group || nameWords(other?.name ?? '').some((word) => own.has(word))
    ? undefined
    : other;
}

/**
 * Returns whether the text is the whole name of another analyte, with a word that this one does not have: "Direct bilirubin" for
 * the total. A special form of the same analyte and another specimen are told apart by `seriesIdentity.ts`.
 */
function isOtherName({ analyte, variant }: AnalyteTarget, text: string): boolean {
  const plain = text.replaceAll(AROUND_NAME, ' ').trim();
  const other =
    analyteOfName(text) ??
    analyteOfName(plain) ??
    analyteOfName(`${plain}s`) ??
    analyteOfOtherGroup(plain, analyte);
  if (other === undefined || areForms(other, analyte)) return false;
  const own = new Set(nameWords(`${analyte.name} ${analyte.longName} ${analyte.shortName} ${variant}`));
  const words = nameWords(text);
  const further = words.filter((word) => !own.has(word) && !own.has(`${word}s`));
  if (further.length === words.length) return true;
  // "Total protein" is what a laboratory calls the protein of urine too, which the specimen tells apart.
  if (HAS_RULES.test(analyte.id)) return false;
  const isOfSpecimen = namedSpecimen(analyte.name.toLowerCase()) !== '';
  const counts = further.filter((word) => !(word === 'total' && isOfSpecimen));
  return counts.some((word) => !SAYS_NOTHING.test(word) && namedSpecimen(word) === '');
}

/** The words of these lead to other series by rules of their own (`measurementKinds.ts`). */
const HAS_RULES = /^(?:weight|egfr|inr|glucose)/;
/** Names have or lack these words without meaning another measure, and a correction leads to another series by a rule. */
const SAYS_NOTHING =
  /^(?:blood|serum|plasma|whole|level|count|absolute|measured|test|value|corrected|adjusted|for|albumin)$/;

/** No more of a text than this is looked at, in lower case. */
const lookedAt = (sent: string): string => sent.slice(0, MAX_TEXT_LENGTH).toLowerCase();

const decidedContradiction = memoizePerRecord(
  ({ id, unit }: AnalyteTarget, text: string) => `${id}\n${unit}\n${text}`,
  (target: AnalyteTarget, text: string) =>
    isOtherSubstance(target.analyte.id, text) ||
    isOtherQuantity(target, text) ||
    isOtherUrea(target, text) ||
    isOtherName(target, text),
);

/**
 * Returns whether the words of a result name something else than its code: "Lymphocytes (%)" for a count, "Urea" for
 * urea nitrogen, "Sodium" for potassium. Which of the two is meant cannot be known, so the code then maps to nothing and
 * the result stands under the words of the sender (rule 17). `kinds` is the table of the record, in which each text is
 * decided once.
 */
export const textContradicts = (target: AnalyteTarget, sent: string, kinds?: RowKinds): boolean =>
  decidedContradiction(kinds, target, lookedAt(sent));
