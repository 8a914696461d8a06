import { catalogMatch, isPanelCode, isUnmappedCode, type CatalogMatch } from '../catalog/catalog.ts';
import { isMoreGeneral } from '../catalog/specialForms.ts';
import {
  cappedIdentity,
  cappedText,
  MAX_FACT_LENGTH,
  MAX_REFERENCE_LENGTH,
} from '../fhirElements/cappedText.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { lowerCaseWords } from './identity/specimenKind.ts';
import { namesMore } from './identity/secondLoinc.ts';
import { textContradicts } from './identity/textContradiction.ts';
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';
import type { RowKinds } from './rowKinds.ts';

/** The code says what was measured, for an Observation or a component. */
export type ObservationCode = {
  /** The catalog maps the code to this target; it is undefined for a code that the catalog does not know. */
  readonly target: AnalyteTarget | undefined;
  /** This is the series id without a suffix for a unit: `k`, `egfr~62238-1`, `system|code`, `text:…`. */
  readonly baseId: string;
  readonly system: string;
  readonly code: string;
  readonly text: string;
  /** These words tell the series of a code that the catalog does not know from others of its code; mostly ''. */
  readonly variant: string;
  /** It is true when the code names two measures, or only a set of them, so that it is not known which of them was measured. */
  readonly isAmbiguous: boolean;
  /** It is true for a material by which a laboratory checks itself (`identity/otherSubject.ts`). */
  readonly isQualityControl: boolean;
  /** This is the code of the catalog that was chosen; its mark tells it from other codes of its series. */
  readonly match: CatalogMatch | undefined;
};

const LOINC = 'http://loinc.org';
/** Servers write the address and the OID of LOINC in these ways, some with its version. https://terminology.hl7.org/LOINC.html */
const LOINC_SPELLING =
  /^(?:https?:\/\/(?:www\.)?loinc\.org\/?|(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.1)(?:\|.*)?$/i;

type ChosenCoding = {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly match: CatalogMatch | undefined;
  /** The lowest rank counts. */
  readonly rank: number;
  /** This LOINC of the result says more than the chosen one, and the catalog does not know what. */
  readonly beside?: ChosenCoding | undefined;
};

/**
 * Reads the `code` of an Observation or a component and chooses the coding that names its series: a LOINC of the
 * catalog, else another LOINC, else a code of another system that the catalog names, else the coding that the user
 * selected, else the first one, else the text. Of two codes of one measure the more special one counts. When they name
 * two measures, or two special forms of one, the series belongs to no analyte; nor does it when the words contradict the
 * code. Panel codes are never chosen, and a LOINC under another system is no LOINC (fixtures 1 to 9 and 35). With
 * the table of `kinds` of a record, each text of that record is compared once.
 */
export function readCode(value: unknown, kinds?: RowKinds): ObservationCode {
  const concept = elementOf(value);
  const text = conceptText(concept);
  const codings = elementsOf(concept['coding']);
  const choices = chooseCodings(codings);
  const [choice] = choices;
  if (choice === undefined) {
    const [panel] = codings;
    const code = identityText(panel?.['code']);
    // Nobody knows of which test of a panel or of "Chemistry studies (set)" a number is, unless a text of its own names it.
    // The number of a questionnaire is its total.
    const isOnlyGroup =
      (text === conceptText({ coding: codings }) || / studies/i.test(text)) && !/assess|disorder/i.test(text);
    return {
      target: undefined,
      match: undefined,
      baseId: `text:${cappedIdentity(text.toLowerCase(), MAX_FACT_LENGTH)}`,
      system: identityText(panel?.['system']),
      code,
      text: cappedText(text, MAX_FACT_LENGTH),
      variant: '',
      isAmbiguous: code !== '' && isOnlyGroup,
      isQualityControl: false,
    };
  }
  const { system, code } = choice;
  const words = nameOf(choice, trimmedText(concept['text'])) || text;
  const isAmbiguous = choices.some((other) => !isSameMeasure(other, choice));
  const { target, match } = isAmbiguous ? noMatch : agreeing(choice, words, kinds);
  return {
    target,
    match,
    baseId: target?.id ?? `${system}|${code}${suffixOf(choice, words, isAmbiguous)}`,
    system,
    code,
    isAmbiguous,
    isQualityControl: false,
    variant: '',
    text: cappedText(words, MAX_FACT_LENGTH),
  };
}

/** Words that contradict a code may name any measure, and those of two measures are never on one line. */
function suffixOf({ match, beside }: ChosenCoding, words: string, isAmbiguous: boolean): string {
  // oxlint-disable-next-line longview/texts-in-catalogs -- a part of an id
  if (isAmbiguous) return '~two measures';
  if (beside !== undefined) return `~${beside.code}`;
  return match === undefined ? '' : `~${lowerCaseWords(words)}`;
}

/** A result is called as its sender calls it, and by the code that says most: a pressure of the right atrium is no blood pressure. */
const nameOf = ({ display, beside }: ChosenCoding, text: string): string =>
  beside === undefined ? text || display : joinTexts([text, beside.display], ', ');

const identityText = (sent: unknown): string => cappedIdentity(trimmedText(sent), MAX_REFERENCE_LENGTH);

const noMatch = { target: undefined, match: undefined };

const isSameMeasure = (a: ChosenCoding, b: ChosenCoding): boolean =>
  a.match?.target === b.match?.target && a.match?.mark === b.match?.mark;

/** Returns what the catalog has for a code, unless the words of the result contradict it. */
const agreeing = (
  { match, beside }: ChosenCoding,
  words: string,
  kinds: RowKinds | undefined,
): Pick<ObservationCode, 'target' | 'match'> =>
  match === undefined || beside !== undefined || textContradicts(match.target, words, kinds)
    ? noMatch
    : { target: match.target, match };

/** Returns the coding that counts, first, and all others that the catalog knows and that are no less special. */
function chooseCodings(codings: readonly FhirElement[]): readonly ChosenCoding[] {
  const all = codings.map(chosenCoding).filter((one) => one !== undefined);
  if (all.length < 2) return all;
  const ranked = all.toSorted((a, b) => a.rank - b.rank);
  // One code may stand there any number of times: its first coding counts, and is compared with the others once.
  const seen = new Set<CatalogMatch>();
  const known = ranked.filter(({ match }) => match && !seen.has(match) && seen.add(match));
  const [first] = ranked;
  if (first === undefined || first.match === undefined) return ranked.slice(0, 1);
  const counting = known.filter(
    ({ match }) => !known.some((other) => match && other.match && isMoreGeneral(match, other.match)),
  );
  const beside = ranked.find(
    ({ system, match, display }) => system === LOINC && match === undefined && namesMore(display, counting),
  );
  return beside === undefined ? counting : counting.map((one) => ({ ...one, beside }));
}

const systemOf = (sent: string): string => (sent !== LOINC && LOINC_SPELLING.test(sent) ? LOINC : sent);

/** Returns a coding with its rank; undefined for a panel, and for one without a code. */
function chosenCoding(coding: FhirElement): ChosenCoding | undefined {
  const code = identityText(coding['code']);
  const system = systemOf(identityText(coding['system']));
  const isLoinc = system === LOINC;
  if (code === '' || (isLoinc && isPanelCode(code))) return undefined;
  const match = catalogMatch(isLoinc ? code : `${system}|${code}`);
  const isUnmapped = isLoinc && isUnmappedCode(code);
  const rank = match?.rank ?? rankOf(system, coding['userSelected'] === true);
  return {
    system,
    code,
    display: trimmedText(coding['display']),
    match,
    rank: isUnmapped ? -1 : rank,
  };
}

/** Between a LOINC that the catalog does not know and any other code stand those of other systems that it knows. */
const rankOf = (system: string, userSelected: boolean): number => {
  if (system === LOINC) return 1e6;
  return userSelected ? 1e6 + 2 : 1e6 + 3;
};
