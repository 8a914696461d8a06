/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Tells whether a note says of the tube of other tests that it clotted: "EDTA tube clotted, CBC not done" beside a potassium. */
import { targetOfId } from '../../catalog/catalog.ts';
import { ownTestOf, whoseName, type OwnTest } from './ownName.ts';
import { clausesOf, ITS_STATE, type Clause } from './refusalClause.ts';

/** The tests of one group are taken in one tube. Those of another group are not in it. Other tests may be in any. */
const GROUPS = [
  'na k cl co2 bun urea creat glucose ca alt ast alp ggt tbili alb tp chol ldl hdl nonhdl tg tsh ft4 ft3 crp',
  'hgb wbc plt hct rbc mcv mch mchc rdw',
  'inr pt aptt fib',
].map((ids) => ids.split(' '));

/** Serum clots as it should. "Clotted, CBC reported" beside an INR may be about its own tube. */
const [SERUM] = GROUPS;

/** These are the words of a clot. */
export const OF_CLOT = /clot|fibrin|geron|gerinn|[ck]o[aá]g|gestold|stols|caillot/i;
const CLOTTED =
  /\b(?:clot(?:s|ted)?|geronnen|gerinnsel|gestold|caillots?|[ck]oagul(?:a[dt](?!i)|e|o)\w*)\b/gi;
/** Serum and heparin have no cells, and blood for gases may be the specimen of many tests. */
const OF_ANY_TUBE = /\b(?:seru|suero|siero|plasm|hepar|ga[sz]|[av]?bga?\b)/i;

const isOfGroup = (name: string, ids: readonly string[]): boolean =>
  ids.some((id) => whoseName(name, ownTestOf([], targetOfId(id), false)) === 'own');

/** Returns whether a clause is of another tube, or of this test or one that nobody knows; '' where it names nothing. */
function tubeOf({ words, refusal }: Clause, own: OwnTest, group: readonly string[]): 'other' | 'own' | '' {
  const name = (refusal?.name || words).replaceAll(CLOTTED, ' ').replace(ITS_STATE, '');
  const whose = whoseName(name, own);
  if (whose === 'other' && GROUPS.some((ids) => ids !== group && isOfGroup(name, ids))) return 'other';
  if (whose === 'own' || whose === 'part') return 'own';
  // A few other words ("called to ward") say nothing of a tube, unless they say what clotted.
  return whose !== '' && OF_CLOT.test(words) ? 'own' : '';
}

/**
 * Returns whether all tests that a note names are of a tube in which this test is not. Where it names none, or one of the same tube, or
 * something that clotted and that nobody knows, it may be about this test. So it may where a sentence about a clot names nothing.
 */
export function isClottedElsewhere(text: string, own: OwnTest): boolean {
  const group = GROUPS.find((ids) => ids.includes(own.targetId));
  // Platelets that clump are counted again in citrate.
  const mayBeOwn = own.targetId === 'plt' && /citrat/i.test(text);
  if (group === undefined || mayBeOwn || OF_ANY_TUBE.test(text)) return false;
  // Each sentence that tells of a clot has to name another tube.
  const sentences: Clause[][] = [];
  for (const clause of clausesOf(text)) {
    if (clause.isFirst || sentences.length === 0) sentences.push([]);
    sentences.at(-1)?.push(clause);
  }
  return sentences.every((clauses) => {
    const tubes = clauses.map((clause) => tubeOf(clause, own, group));
    const clots = clauses.flatMap(({ words }, i) => (OF_CLOT.test(words) ? [i] : []));
    const isOfOther = (i: number): boolean =>
      tubes[i] === 'other' ||
      (group === SERUM
        ? tubes.includes('other')
        : tubes.slice(0, i).some((tube, k) => tube === 'other' && clauses[k]?.refusal !== undefined));
    return !tubes.includes('own') && clots.every(isOfOther);
  });
}
