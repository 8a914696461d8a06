/** Tells whether the words beside an act say that it was not done. */
import { elementOf, elementsOf, trimmedText } from '../fhirElements/fhirElement.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in texts that were sent */
/* These words say in each language that something was not done. */
const ENGLISH =
  'declined|refus(?:ed|es|al)|cancell?ed|cancelad[oa]|postponed|deferred|contraindicated|omitted' +
  '|missed|skipped|held(?= (?:due|because|secondary|until|pending|back(?! to)))|not held' +
  '|(?<!\\bsessions? (?:was |were )?)held|withheld|on hold|unable to|no[- ]?show|aborted before' +
  '|never (?:done|performed|given|started)' +
  "|did(?: not|n['’]t) (?:have|undergo|receive|get|need|require|attend)" +
  "|(?:not|\\w{2,5}n['’]t) (?:yet )?(?:done|performed|given|administered|taken|indicated|started|wanted|required|needed|necessary|attended(?! by (?!(?:the )?p(?:atien)?t(?!\\p{L})))|carried out|undertaken|attempted|possible)";
const GERMAN =
  'nicht (?:durchgeführt|erfolgt|verabreicht|(?:ein)?genommen|gegeben|erschienen|nötig|notwendig|erforderlich|indiziert|möglich)' +
  '|ausgelassen|vergessen|zurückgestellt|abgelehnt|ablehnung|lehnt|abgesagt|entf[aä]ll(?:t|en)|verschoben|verweiger(?:t|ung)';
const SPANISH =
  'no (?:se )?(?:(?:la |lo )?(?:realiz|hizo|efectu|administr|tom[oó](?!\\p{L})|tomad)|dio(?!\\p{L})|acud|asisti[oó]|present[oó](?!\\p{L})|indicad|requ[ie]{1,2}r|necesit|precis)\\w*' +
  '|rechaz\\w*|rehus[aoó]\\w*|negativa(?= de(?:l| la| los) (?:pacient|famil|padre))|se niega' +
  '|omitid[oa]|olvidad[oa]|aplazad[oa]|suspendid[oa]|pospuest[oa]';
const FRENCH =
  '(?:non|pas) (?:été )?(?:effectu|réalis|administr|donn[ée]|pris(?!\\p{L})|fait|nécessaire)\\w*|pas indiqu\\w*|(?:acte|soin) non indiqu\\w*' +
  '|omise?s?(?!\\p{L})|oubliée?s?|refus(?!\\p{L})|annulée?s?|refusée?s?|refuse|reportée?s?|pas présentée?s?';
const ITALIAN =
  'non (?:eseguit|effettuat|somministrat|dat[oa](?!\\p{L})|assunt|praticat|necessari|possibil|presentat)\\w*|procedura non indicat\\w*' +
  '|omess[oa]|saltat[oa]|dimenticat[oa]|rifiut(?:[ao]|at[oa])|annullat[oa]' +
  '|rinviat[oa](?! per (?:il |la )?(?:controll|visit|follow|rivalut|accert))|sospes[oa]';
const PORTUGUESE =
  'n[aã]o (?:realizad|efetuad|administrad|dad[oa](?!\\p{L})|tom[oa]|feit|necess[aá]ri|compareceu)\\w*|(?:procedi|trata)mento não indicad\\w*|recus(?:a|ou|ad[oa])' +
  '|omitid[oa]|esquecid[oa]|adiad[oa]|suspens[oa]';
const DUTCH =
  'niet (?:uitgevoerd|verricht|toegediend|(?:in)?genomen|gegeven|nodig|geïndiceerd|mogelijk|verschenen)|ge?weigerd' +
  '|overgeslagen|vergeten|weiger(?:t|ing)|geannuleerd|afgezegd|uitgesteld(?!\\p{L})';
/** What is to be done later was not done. */
const LATER_ON =
  '(?:to|will) be (?:given|administered) (?:later|tomorrow)|wird (?:später|morgen) (?:gegeben|verabreicht)' +
  '|se (?:dará|administrará) (?:más tarde|mañana)|sera (?:donnée?|administrée?) (?:plus tard|demain)' +
  '|wordt (?:later|morgen) (?:gegeven|toegediend)|sarà (?:dat|somministrat)[oa] (?:più tardi|domani)' +
  '|será (?:dad|administrad)[oa] (?:mais tarde|más tarde|amanhã|mañana)';
/** These words say that something was not done, wherever they stand. */
export const DECLINED = new RegExp(
  `\\b(?:${ENGLISH}|${GERMAN}|${SPANISH}|${FRENCH}|${ITALIAN}|${PORTUGUESE}|${DUTCH}|${LATER_ON})|:\\s*(?:no|none|nil|not)\\s*$`,
  'iu',
);
/** A refusal behind these words is of the act itself: "Appendectomy, patient declined". */
const OF_THE_ACT =
  /^[^\p{L}\d]*(?:(?:patiente?|parental|family|familial|pt|was|were|but|an?|hat|procedure|sessions?(?! (?:was |were )?held(?! (?:due|because|secondary|until|pending|back(?! (?:to|in|at)(?!\p{L})))))|treatment|dose|drug|medication|medicine|vaccine|gabe|dosis|medikament|arzneimittel|medicamento|el|la|paciente|procedimiento|tratamiento|dosis|le|est|(?:acte|soin|procedura|procedimento|tratamento)(?! n(?:on|ão) indi)|il|lo|paziente|ha|è|o|os|doente|foi|de|het|patiënt|heeft|behandeling|ingreep|is|ne|n|s|été)(?!\p{L})[^\p{L}\d]*)*/iu;
/** These words name another act, which follows from the finding of a procedure: "Normal. Treatment not required." */
const WHAT_FOLLOWS =
  /^\W*(?:el |la |de |o |le )?(?:treatment|dose|drug|medication|medicine|vaccine|tratamiento|dosis|tratamento|behandeling|soin)\b(?!.*(?:cancel|abort|perform|suspend|an+ul|afgezegd|geweigerd|uitgevoerd|r[eé]ali[sz]))/i;

/** "Unable to attempt vaginal birth" and "held antihypertensives" say it of something else. */
const OF_NOTHING_ELSE =
  /^\p{L}{0,5}[^\p{L}\d]*(?:$|(?:perform|wie|zoals|comme|como|come|conforme|do|complete|start|tolerate|proceed|today|tonight|this|back(?! to)|due|secondary|for|because|by|per|until|as|on|at|in|since|again|later|yet|(?:of )?(?:the )?(?:procedure|treatment|dose|drug|medication|medicine)|el procedimiento|el tratamiento|heute|wegen|hoy|hasta|por|debido|tot|al? (?:la )?(?:cita|procedimiento|sesión)|à demain|à la semaine|a (?:luned|marted|mercoled|gioved|venerd)[iì]|(?:de soins?|du soin|de l['’]acte|der behandlung)(?=[^\p{L}\d]*$| (?:par|durch) )|der (?:eltern|mutter|patient(?:in|en)?)|vo[nm] (?:de[rmn] )?(?:patient|elter|mutter|vater|famil)\p{L}*|auf|para|durch|pour|par|d(?:e l(?:a|os)|u|es?|ei|el|ell?[ao]|os?|a) (?:patient|pacient|pazient|doent|malad|famil|parent|padre|pais|genitor)\p{L}*|parent(?:s|ale?s?|aux)?|famil(?:iale?|iar)|ouders|patient|patiënt|van (?:de )?patiënt|ab|oggi|per|da|dal|dalla|a domani|hoje|pel[oa]|devido|vandaag|door|wegens|vanwege)(?!\p{L}))/iu;
/** An act that was broken off was not done as its name says. */
const BROKEN_OFF = /(?:aborted|abandoned|abortad[oa]|abandonad[oa]|abgebrochen|abandonnée?)/i;
/** No dose is given of a medication that is not there. The outcome of a procedure that is not available was not written down. */
const NOT_THERE =
  /(?:not available|unavailable|out of stock|nicht (?:vorrätig|verfügbar|vorhanden)|no disponible|non disponible|non disponibile|niet beschikbaar|n[aã]o dispon[ií]vel)/i;
const PART_END = /[,;:(\n]|\.(?=\s|$)|\s[-–—]+\s/;
/** "Until later" and "a later date" tell when something is to be done. */
const LATER =
  '(?<!\\b(?:until|till|to|for|tot|a) )(?:then|later|subsequently|finally|dann|später|luego|después|puis|ensuite|poi|dopo|depois|alsnog)(?!\\p{L})' +
  '|(?:at first|initially)(?!\\p{L})[,;:]?';
/** No other word may stand between, such as "never" or the name of what was given instead. */
const WAS =
  '(?: (?:wie geplant|as planned|zoals gepland|comme prévu|come previsto|como previsto|but|and|was|were|is|it|again|doch|noch|wurde|fue|a été|est|è stat[oa]|foi|werd|alsnog|toch))';
const DONE =
  '(?:given|taken(?! (?:by|in|on|via))|done|performed|administered|accepted|gegeben|gegeven|verabreicht|durchgeführt|erfolgt' +
  '|(?:administrad|realizad|feit|somministrat|eseguit)[oa]|(?:donn|administr|réalis)ée?|toegediend|uitgevoerd)';
/** "Given education" and "taken to theatre" are of something else. */
const AND_NOTHING_ELSE =
  '(?=\\s*(?:$|[^\\p{L}\\s]|\\d|(?:at|on|in|with|by|via|per|iv|im|po|sc|as|after|without|and|today|wie geplant|zoals gepland|comme prévu|come (?:previsto|programmato)|como (?:estaba )?(?:previsto|planeado|planejado)|según lo previsto|conforme (?:planejado|previsto)|um|am|auf|mit|a las|con|en|avec|à|alle|com|às|om|met)(?!\\p{L})))';
/** These may stand behind the act as well: "given later". */
const AFTERWARDS =
  ' (?:later|subsequently|afterwards|später|danach|más tarde|después|plus tard|ensuite|in seguito|più tardi|mais tarde|depois)(?!\\p{L})';
/** An act that was refused at first may have been done in the end: "Refused at first, then given". */
const THEN_DONE = new RegExp(
  `(?:\\b(?:${LATER})${WAS}* ${DONE}|(?:[,;:.]|\\bbut)${WAS}{0,4} ${DONE}${AFTERWARDS})${AND_NOTHING_ELSE}`,
  'iu',
);
/** "Given as planned" was given, and so was "given, next dose planned". */
const IS_TO_COME =
  /\b(?:be|will|should|must|(?<!\b(?:as|per|wie|zoals|conforme|como estaba|seg[uú]n lo|como|comme|come|dose|repeat|follow[ -]up) )(?:plan(?:n?ed|s)?|planifi\p{L}*|geplant|previst[oa]|prévue?)|wird|soll|muss|werden|wordt|sera|sarà|será|dará|doit|debe|deve|zal|moet|verrà)(?!\p{L})/iu;
/* oxlint-enable longview/texts-in-catalogs */

/** No outcome and no reason is longer than this. */
const MAX_LETTERS = 200;

/**
 * These codes of SNOMED CT mean: not done, not performed, procedure refused, refusal of treatment, contraindicated, not indicated, drug
 * declined.
 */
const NOT_DONE_CODES: ReadonlySet<string> = new Set([
  '385660001',
  '262008008',
  '183944003',
  '105480006',
  '183932001',
  '410534003',
  '182895007',
]);

const isWholly = (words: string, pattern: RegExp): boolean => {
  const found = pattern.exec(words);
  return found?.index === 0 && OF_NOTHING_ELSE.test(words.slice(found[0].length));
};

/** Returns whether a part of a text says that the act was not done. "Biopsy not performed" says it of another one. */
export const saysNotDone = (part: string): boolean => isWholly(part.replace(OF_THE_ACT, ''), DECLINED);

/** Returns whether a text says that the act was done in the end, and neither refused again nor only planned. */
function saysThenDone(text: string): boolean {
  const found = THEN_DONE.exec(text);
  return found !== null && !DECLINED.test(text.slice(found.index)) && !IS_TO_COME.test(text);
}

/**
 * Returns whether an outcome, or the reason of a status, says that the act was not done, or was broken off. "Asleep, dose held" says it
 * of a dose, and of a procedure nothing.
 */
export function meansNotDone(concept: unknown, isOfProcedure: boolean): boolean {
  const codes = elementsOf(elementOf(concept)['coding']).map(({ code }) => trimmedText(code));
  if (codes.some((code) => NOT_DONE_CODES.has(code))) return true;
  const text = conceptText(concept).slice(0, MAX_LETTERS);
  if (saysThenDone(text)) return false;
  const parts = text.split(PART_END);
  const ofTheAct = parts.filter((part, i) => i === 0 || !isOfProcedure || !WHAT_FOLLOWS.test(part));
  const patterns = [DECLINED, BROKEN_OFF, ...(isOfProcedure ? [] : [NOT_THERE])];
  return ofTheAct.some((part) => patterns.some((pattern) => isWholly(part.replace(OF_THE_ACT, ''), pattern)));
}
