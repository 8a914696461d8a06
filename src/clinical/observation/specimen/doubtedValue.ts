/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/**
 * Finds where a laboratory doubts its own number in words of its own: "Pseudohyperkalemia suspected", "Falsely elevated",
 * "Sample diluted with IV fluid". A state of the specimen in a known word is read in `attached/specimenCondition.ts`.
 */
import { trimmedText } from '../../fhirElements/fhirElement.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import { EARLIER, NONE, NOT, plainLetters } from '../attached/languages.ts';
import { HIGH } from './statesIn.ts';
import { isConfirmed } from './takenBack.ts';
import { whoseName, type OwnTest, type Whose } from '../attached/ownName.ts';

/** Nearly all notes have none of these letters. */
const MAY_DOUBT =
  /fals|fauss|spuri|artifa[ck]t|s?eudo|question|doubt|dubi|dudos|fraglich|douteu|inaccura|mismatch|discrepan|vertausch|verwechs|identity|dilu|verd[uü]nn|drip|interfer|qc|control|calib|failure|malfunc|void|unspun|old\b|alt\b|stabili|delay|tourniq|empli|transit|contamin|[aä]lter|m[oó]l[iy]s|lip[aäe]?e?mi|wrong blood|\bhil\b|\bh.?ind|\bh\W{0,2}[1-4+]\+/i;
/** A doubt is one short clause. */
const MAX_CLAUSE = 100;
/** A long note is searched no farther than this. */
const MAX_SEARCHED = 2000;

/** It was not so, or not of this specimen, or it was put right. */
const DENIED = new RegExp(
  `\\b(?:${NOT}|${NONE}|${EARLIER}|never|without|den(?:y|ies|ied)|negative|rul\\w+ out|exclu\\w+|aus(?:ge)?schl\\w+|descart\\w+|un(?:likely|wahrsch\\w+)|improb\\w+` +
    '|if|when|unless|wenn|falls|can|may (?!be\\b|(?:have )?affect\\w* th(?:is|ese)\\b)|less than \\d+(?= ?%)|could (?!be\\b)|might (?!be\\b)|cause[sd]?|first|erste\\w*|last|history' +
    '|(?:resolv|correct|clear|remov|eliminat|avoid|discard|pass)ed|acceptable|(?:result|value|identity) (?:verified|confirmed)' +
    // A laboratory dilutes what is too high to be measured.
    '|1 ?: ?\\d+|x ?\\d+|\\d+ ?x|fold|protocol|linear\\w*|due to high)\\b',
);
/** It holds for a kind of patients or specimens, of which this one may be none: "Results may be falsely low in patients taking biotin". */
const GENERAL =
  /\b(?:patient(?:s|en)|individuals|people|pa[cz]ient[ei]s?|samples|specimens|muestras|proben|echantillons|campioni|amostras|(?<!due to )biotin\w*|heterophil\w*|(?:have|has) been|occurs?|(?:is|are) (?:rare|common|seen)|(?:test|assay|method)s? (?:(?:is|are) )?affected|(?:elevat|increas|decreas|lower|rais|reduc)es|konnen|pueden|peuvent|possono|podem|e[mn] cas[eo]?|in caso)\b|^(?:bei|some|other|certain|many) |werte [^.]{0,40}\bbei\b/;
/** Advice for a case that may not be this one, and the reason why another test has no result. */
const IS_OF_OTHER =
  /^\W*(?:if|when|unless|in case|wenn|falls|si)\b|\b(?:not|unable to) (?:be )?(?:report|perform|done|measur|test)|\bcancel/i;
const LABEL =
  /^\W*(?:comments?|note|nb|n\.b\.|remark|result|interpretation|kommentar|befund|bemerkung|nota|comentario|observaciones|remarque|commentaire)\s*:/i;
/** A state that is not excluded may be there. */
const LEFT_OPEN =
  /\b(?:not|cannot|can not|can t) (?:be )?(?:completely |entirely )?(?:excluded|ruled out)\b|\bnicht aus(?:zu|ge)schl|\bno (?:se )?(?:puede )?descarta/;

const IS =
  '(?:(?:is|are|was|were|may be|might be|could be|appears?(?: to be)?|seems?|likely|probably|possibly|suspected|ist|es|est|e) )*';
const RESULT =
  '(?:results?|values?|numbers?|level|readings?|werte?|ergebnis|resultad[oi]s?|risultat[oi]|valores?|valor|resultats?|valeurs?)';
const UP_OR_DOWN =
  '(?:elevat|high|low|increas|decreas|rais|reduc|hoch|erhoht|niedrig|erniedrigt|elevad|alt[oaie]|baj[oa]|disminuid|eleve|haut|bas(?:se)?\\b|aumentat|ridott)';
const TUBE = '(?:sample|specimen|blood|tube|probe|muestra|echantillon|campione|prelievo)';

/** The state of a specimen may move a number: "elevated by hemolysis", "durch Hämolyse erhöht", "hemolysis affects this result". */
const BY_STATE =
  '(?:by|due to|durch|wegen|par|du fait de|por|per|da|dall|door|pela) (?:(?:the|l|la|slight|mild|moderate|leichte|starke) )?(?:(?:ha?e?|e)mol[iy](?!t|zed)|lipe?a?e?mi)[a-z]*';
const MOVED =
  '(?:affected|influenced|impacted|beeinflusst|influence|surestime|af(?:ec|e)tad[oa]|influenzat[oa]|beinvloed|verhoogd|augmente|aumentad[oa])';

/** A clause says one of these of its number; what may stand before it is a name. */
const DOUBTS: readonly RegExp[] = [
  new RegExp(
    `^(?<name>(?:[\\w-]+ ){0,3}?)(?:${RESULT} )?${IS}(?:false(?:ly)?|spurious(?:ly)?|artifactual(?:ly)?|falsch|falsamente|faussement|fausse) ${UP_OR_DOWN}`,
  ),
  new RegExp(`^(?<name>(?:[\\w-]+ ){0,3}?)(?:${RESULT} )?${IS}(?:${MOVED}|${UP_OR_DOWN}[a-z]*) ${BY_STATE}$`),
  new RegExp(`^(?<name>(?:(?!kann )[\\w-]+ ){0,3}?)(?:${RESULT} )?${IS}${BY_STATE} (?:${MOVED}|erhoht)`),
  /^(?<name>)(?:\w+ )?(?:ha?emolysis|lipa?emia|hamolyse|lipamie) (?:affects|(?:has|have|may|may have) affect(?:ed)?|interferes with|beeinflusst) (?:this|these|das|dieses) (?:results?|values?|ergebnis)/,
  // Pseudohypoaldosteronism is a disease, whose potassium is truly high.
  /^(?:[\w-]+ ){0,3}?p?seudo-?\s?h?[iy]p(?:er|o)-?(?<name>kal|calc?|natr|sod|pot(?=as)|[fp]h?os|gl[iuy]|c?h?lor|magn|ox)[a-z]{3,}/,
  new RegExp(
    `^(?<name>(?:[\\w-]+ ){0,2}?)(?:(?:${RESULT}|${TUBE}|identity) ${IS}(?:questionable|doubtful|dubious|inaccurate|spurious|artifactual|fraglich|dudos[oa]|douteu(?:x|se)|dubbi[oa])|(?:questionable|doubtful|dubious|inaccurate|spurious|artifactual) ${RESULT})\\b`,
  ),
  /^(?<name>)(?:patient |specimen |sample )?(?:id|identity|identification|label) (?:mismatch|discrepan\w+|error|(?:is )?(?:questionable|in doubt))/,
  /^(?<name>)(?:possible |suspected )?wrong blood in tube/,
  new RegExp(`^(?<name>)(?:${TUBE}n? )?${IS}(?:vertauscht|verwechselt)`),
  new RegExp(
    `^(?<name>)(?:[\\w-]+ ){0,2}?${TUBE} ${IS}(?:diluted|verdunnt|diluid[oa]|diluee?) (?:with|by|mit|con|avec|par) (?:an? )?(?:\\w* ?fluids?|i ?v\\b|saline|infus|nacl|tpn|d5|line|suero)`,
  ),
  new RegExp(
    `^(?<name>)${IS}(?:probable |possible )?(?:drip|iv fluid|i v fluid|iv) (?:arm|dilution|contamin)`,
  ),
  /^(?<name>)(?:probable |possible |suspected |hemolysis |haemolysis |lipemia |lipemic |hemolytic ){0,2}interference(?: (?:is |was )?(?:detected|present|noted|suspected|possible|likely|observed)| (?:from|by|due to) .*|)\W*$/,
  /^(?<name>)(?:qc|quality control|internal control|calibration|control) (?:has |have |was |is )?(?:failed|failure|error|out of (?:range|control|limits))/,
  /^(?<name>)(?:analy[sz]er|instrument|machine|device|meter) (?:failure|error|malfunction)/,
  // A bladder is voided too.
  new RegExp(`^(?<name>(?:[\\w-]+ ){0,2}?)(?:test|(?:test )?${RESULT}) ${IS}void(?:ed)?\\W*$`),
  /^(?<name>)void\W*$/,
  // A newborn is some days old.
  new RegExp(
    `^(?<name>)(?:(?:${TUBE} )?${IS}(?:too old|uberaltert|(?:received )?unspun)|${TUBE} ${IS}(?:> ?|more than |over )?(?:(?:[4-9]|\\d{2,}) ?(?:h|hours?|hrs?|stunden)|\\d+ ?(?:days?|tage?)) (?:old|alt)|(?:old|unspun) ${TUBE})\\b`,
  ),
  /^(?<name>)(?:(?:sample|specimen) )?(?:age )?(?:stability(?: limit| time)? (?:was |is |has been )?exceeded|exceed(?:s|ed) (?:the )?stability)/,
  /^(?<name>)(?:prolonged|delayed|delay in|long) (?:\w+ )?(?:tourniquet|transit|transport|processing|centrifugation)/,
  /^(?<name>)(?:tube |tubo )?(?:sous|under)-?\s?(?:rempli|filled)/,
  /^(?<name>)(?:lost|leaked|damaged) in transit/,
  /^(?<name>)(?:hil\W{1,3}h?\W{0,2}(?:[1-4]\+|\+)|h\W{0,2}(?:[1-4]\+|\+\+))/,
  new RegExp(`^(?<name>)h(?:.?index|il: ?h)${HIGH}`),
];

/** "Stability exceeded for LDH" */
const OBJECT = / for (?:the )?([\w ,/&-]{1,40})$/;
const OF_ANOTHER: ReadonlySet<Whose> = new Set(['other', 'part', 'aside'] as const);

/** Returns the words of a note in which the laboratory doubts this number, as they were sent. A clause that names another test is none. */
export function doubtsOfNote(sent: unknown, own: () => OwnTest): readonly string[] {
  const whole = trimmedText(sent);
  if (!MAY_DOUBT.test(whole)) return [];
  const sentences = whole
    .slice(0, MAX_SEARCHED)
    .normalize()
    .split(/[.;!?](?=\s|$)|\n/);
  const clauses = sentences.flatMap((one) =>
    IS_OF_OTHER.test(one) ? [] : one.replace(LABEL, '').split(/,(?=\s)|[()]/),
  );
  const doubts = clauses
    .map((one) => one.trim())
    .map((one) => (one.length <= MAX_CLAUSE ? doubtIn(one, own) : ''))
    .filter(Boolean);
  return doubts.some((one) => IN_QUESTION.test(one)) && isConfirmed(whole, own)
    ? doubts.filter((one) => !IN_QUESTION.test(one))
    : doubts;
}

/** A second measurement answers these. It would find the potassium of a hemolyzed specimen as high again. */
const IN_QUESTION = /question|doubt|dubi|dudos|fraglich|douteu/i;

/** The doubt stands in the room of a mark, so that it has only the words that it needs. */
const MAX_DOUBT = 40;
const LEAD = /^(?:(?:the|this|test|results?|values?|is|are|was) )+/i;

/** Returns the words of a clause that doubt the number, as they were sent; '' where none do. */
function doubtIn(clause: string, own: () => OwnTest): string {
  const plain = plainLetters(clause).toLowerCase();
  if (GENERAL.test(plain) || (DENIED.test(plain) && !LEFT_OPEN.test(plain))) return '';
  for (const pattern of DOUBTS) {
    const found = pattern.exec(plain);
    if (found === null) continue;
    const names = [found.groups!['name']!, OBJECT.exec(plain)?.[1] ?? ''];
    if (names.some((name) => OF_ANOTHER.has(whoseName(name.trim(), own())))) return '';
    const end = found.index + found[0].length;
    const restOfWord = /^\w*/.exec(plain.slice(end))![0];
    return shortText(clause.slice(0, end + restOfWord.length).replace(LEAD, ''), MAX_DOUBT);
  }
  return '';
}
