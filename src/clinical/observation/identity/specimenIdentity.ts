/* oxlint-disable longview/texts-in-catalogs -- the words of a kind are a part of the id of its series */
/** This file says what the specimen of a result means for the series of its code (rule 18). */
import type { AnalyteTarget } from '../../catalog/analyteTarget.ts';
import { targetOfId } from '../../catalog/catalog.ts';
import { specialFormOf } from '../../catalog/specialForms.ts';
import type { MeasurementFacts } from './measurementRule.ts';
import { namedSpecimen, ORDINARY_BLOOD, specimenKind } from './specimenKind.ts';

/**
 * Returns `decide` so that it is decided once for each code of the catalog. Many results of a record have one code, and their
 * words are looked at one by one.
 */
export function oncePerTarget<T>(decide: (target: AnalyteTarget) => T): (target: AnalyteTarget) => T {
  const decided = new WeakMap<AnalyteTarget, T>();
  return (target) => {
    let answer = decided.get(target);
    if (answer === undefined) decided.set(target, (answer = decide(target)));
    return answer;
  };
}

/** Words in brackets explain a name and do not say what was measured: "(not a home meter)". */
export const nameWithoutBrackets = ({ analyte, variant }: AnalyteTarget): string =>
  `${analyte.name} ${analyte.longName} ${variant}`.replaceAll(/\([^()]*\)/g, '');

const ownSpecimenOf = oncePerTarget(
  (target) =>
    namedSpecimen(nameWithoutBrackets(target)) || (target.analyte.group.startsWith('Urine') ? 'urine' : ''),
);

/** A distinction names what tells a result from the others of its code, in the words of a reader. */
export type Distinction = { readonly target?: AnalyteTarget | undefined; readonly words: readonly string[] };

const SIBLINGS: Readonly<Record<string, string>> = {
  'arterial blood': 'art',
  'venous blood': 'ven',
  'capillary blood': 'cap',
  'mixed venous blood': 'mv',
  'whole blood': 'bld',
};

const isOfBlood = (kind: string): boolean => kind === '' || kind.endsWith('blood');

/** Applies the specimen to a code of the catalog. The name of a series says what its code was measured in. */
export function bySpecimen(
  target: AnalyteTarget,
  { specimen, bodySite, codeWords }: MeasurementFacts,
): Distinction | undefined {
  const sent = specimenKind(`${specimen} ${bodySite}`);
  const kind = (sent === ORDINARY_BLOOD ? '' : sent) || namedSpecimen(codeWords) || sent;
  const own = ownSpecimenOf(target);
  if (kind === '' || kind === own) return undefined;
  return isOfBlood(kind) && isOfBlood(own) ? byBlood(target, kind, own) : byOtherFluid(target, kind, own);
}

const contradiction = (kind: string): Distinction => ({ words: [`specimen ${kind}, unlike its code`] });

function byOtherFluid(target: AnalyteTarget, kind: string, own: string): Distinction | undefined {
  if (own === 'body fluid' && /fluid$|CSF|bile/.test(kind)) return { words: [kind] };
  if (own === `24 h ${kind}` || (kind === 'body fluid' && own.endsWith('fluid'))) return undefined;
  // A clearance needs blood and urine, and a test that is answered in words may be of any specimen.
  const isOpen =
    target.unit === '' || /clearance|excret|output|ratio|fraction/i.test(nameWithoutBrackets(target));
  return own === '' && isOpen ? undefined : contradiction(kind);
}

function byBlood(target: AnalyteTarget, kind: string, own: string): Distinction | undefined {
  if (kind === ORDINARY_BLOOD) return undefined;
  if (own !== '' && own !== 'whole blood') return kind === 'whole blood' ? undefined : contradiction(kind);
  // Laboratories call an ordinary sample venous. Where the code itself says blood, it is the site of a gas.
  if (kind === 'venous blood' && !/blood/i.test(target.analyte.name)) return undefined;
  const [site] = kind.split(' ');
  const moved =
    targetOfId(`${target.analyte.id.replace(/-bld$/, '')}-${SIBLINGS[kind]}`) ??
    specialFormOf(target, new RegExp(`^${site}\\b`, 'i'));
  if (moved !== undefined) return { target: moved, words: [] };
  return kind === 'venous blood' || kind === 'whole blood' ? undefined : { words: [kind] };
}
