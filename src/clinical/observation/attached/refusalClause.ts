/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Reads the clauses of a text, of which one may say that there is no result, and may name a test. */
import {
  AGAIN,
  BE,
  COMMENT,
  EARLIER,
  LITTLE,
  NONE,
  NOT,
  FLUID,
  NOUN,
  plainLetters,
  SPECIMEN,
  STATE_OF_SPECIMEN,
  TEST,
  TOO_LITTLE,
} from './languages.ts';
import { isOfUnmeasuredIndex, mayBeUnavailableIndex } from '../specimen/indexOfSpecimen.ts';

const SUBJECT = `(?:${TEST}|${SPECIMEN})`;
const ORDER = '(?:order|request|auftrag|anforderung|aanvraag|demande|peticion|estudio|pedido|richiesta)';
const DONE =
  '(?:done|run|tested|resulte?d?|obtain(?:ed)?|(?<=be )used|available|measured?' +
  '|(?:perform|report|proces|reali[sz]|anal[iy][sz]|assay|complet|determin|calcula(?!b)|ef+e[ct]+u|esegui|dispon|refert|exploit)\\w*' +
  '|inform(?:ad)?[ao]r?|valid[aeo]?|valorables?|(?:rec[eiu]|p[ae]rven|conform|idone)\\w*|rendue?s?|faite?s?' +
  '|(?:mesur|misur)(?!ab)\\w+|medid[ao]|(?<!no )dos(?:ee?s?|a[dt][ao])|apt[ao]|(?:suit|reli|(?:con)?fi)a[bv]\\w+|(?:ad)?att(?:[aeo]|endibil[ei])|(?:ge)?eignet|(?:berucksichtig|freigeg)\\w+|(?:envia|remiti|libera)d[ao]' +
  '|(?:interpr[ei]t(?:a[bv]|ierb)|e?valu(?:a|ta)b|beurteilb|beoordeelb|verwend|br(?:au|ui)[ck]h?b|besvar[ae]|bestam)\\w*' +
  '|durch\\w*fue?hr\\w+|bestim+(?:bar|t)|(?:aus|ver)wert(?:bar|en)|utili[sz]+(?:er|are?)\\b|usare?\\b|gebruik(?:en|baar)|bruk(?:es?)?\\b|mo(?:e?g[el]|[dt]ta)\\w+|mulig|berichtet|mitgeteilt' +
  '|ein(?:gegangen|getroffen)|erhalten|erfolgt|untersucht|gemes+en|verfugbar' +
  '|(?:te )?bepa(?:ald|len)|uitgevoerd|ontvangen|gemeten|beschikbaar|verricht|u[dt]for\\w+|ma[lt]t|til+g\\w+)';
export const NOT_DONE = `(?:(?:ne )?${NOT}|can ?not|unable) ${BE}${DONE}`;
/** These say so alone. */
export const CANCELLED =
  '(?:(?:(?:ge)?an+ul(?!ar)|(?:un|in)(?:avail|dispon)|(?:un|im)plaus|cancel|storn|makuli?er|credited|reje(?!ction)|recha|rifiut|respint|refus|un(?:report|reli|suit)|[ui]ninterp|inv[aá]lid|(?:un|on)g..?l[td]i|ugyldi|ogilti|afgekeurd|kass(?:er|at)|verworfen|impossible|erron|errat[oa]' +
  '|av(?:best|brut)|suspendid|suspens[oa]\\b|sospes|fehlmess|mislukt|prejudic|vervallen)\\w*|entf.{1,2}llt|u[dt]g.{1,2}r)';
/** These say so of a test or a specimen. The dots are letters with accents. */
const INVALID =
  '(?:not available|missing|broken|leaked|withheld|withdrawn|suppressed|impossible|too old|zu alt' +
  '|lost|deleted|retracted|discarded|spil+ed|empty|aborted|cass(?:e[es]?)?\\b|rot(?:ta|[ao])\\b(?! test)' +
  '|(?:fail|abgebr|un(?:us(?:able|ed)|suit|satis|acceptab|brauch|geeign)|in(?:exploit|adap|ade[cgq]|dispon)' +
  '|verloren|zur..?ck|gel..?scht|fehl|leer|perd[iu]|extravi|derram|smarr|impr..?pr' +
  '|zoek|on(?:geschi|bruik|tbre)|man(?:c(?!ini)|g[le]|qu)|falta|vertausch|verwechsel|sakn|bortko|mis+ly|uegn|ol..?mpl|knus)\\w*(?: gegangen)?)';
export const DISREGARD =
  '(?:(?:disreg|ignor(?!ad[ao])|descons|negeer)\\w*|do not use|non considerare|(?:a )?(?:ne pas|non?) (?:ten(?:ir|ere?)|prend(?:re|ere)|tomar) (?:(?:en|in) )?(?:compte|cont[oa]|cuenta)(?: d[eiu])?' +
  `|(?:se bort|bortse) fr\\S+|anvand (?:ej|inte))(?: (?:th\\w+|est[ae]|cet?t?e?|ques\\w+|dit|deze|dieses|dett[ae]))?`;
/** The number may be of another patient. */
const WRONG = '(?:wrong|incorrect|falsche?[rns]?|mauvais|verkeerde?|fei?l|forkert)';
const OF_ANOTHER =
  '(?:(?:suspected|possible|sospecha de|verdacht auf) )?(?:(?:(?:(?:specimen|sample|results?|values?|blood|drawn|collected|taken|posted|charted|recorded|filed|is|was|were) ){0,4}' +
  `(?:from|of|on|for|to) (?:the |a )?)?${WRONG} (?:pa[st]ient|blood|container|${SPECIMEN})(?: in tube| received| [st]\\w+)?` +
  '|wbit|(?!unv)\\w*verwechs\\w+(?<!gefahr)(?: der pro\\w+)?' +
  `|(?:${SUBJECT} )?${BE}(?:belongs? to|from|of) (?:another|a different) patient` +
  `|(?:scambio|troca|erro(?:re?)?|erreur) d[ei]? (?:identi\\w+(?: d[eiu] (?:l )?(?:pa|${SPECIMEN})\\w*)?|pa[cz]?t?iente?|campion[ei]|amostras?)` +
  `|(?:pa[cz]iente|${SPECIMEN}) (?:equivoc|err[ao]|sbagli|incorre|trocad)\\w*)`;
/** The number is of no patient. "QC" alone may head what is said of it. */
const NO_PATIENT =
  '(?:(?:this|is|was|device|in|from|an?) ){0,4}(?:(?:demo\\w*|simula\\w+|test) ?(?:mod(?:e|us|o)|patient|daten)|(?:qc|quality control) (?:sample|specimen|material)' +
  '|simulat(?:ion|ed|or)(?: (?:value|data)s?)?|modo? demo\\w*|paciente de prueba|not (?:a real )?patient(?: data)?)(?: active)?';
const NO_RESULT = `(?:no|${NONE}) (?:d[ei] )?${SUBJECT}`;
const BAD = `${STATE_OF_SPECIMEN}|${NOUN}|${LITTLE}|label`;
const WHY = `${BAD}|duplic|error|interf|wrong|falsch`;
// "Not done by the patient" and "not measured by nephelometry" give no reason.
const REASON =
  '(?: (?:due|because|wegens?|aufgrund|debido|en raison|suite|pga|ivm)\\b.*' +
  `| ?:.*(?:${BAD}|${SPECIMEN}|comment|interf|${WRONG} pa).*| (?:(?:by|in) lab\\w*|as|since|durch|da|p[oea]r|door)\\b(?! crit| \\d|.*(?:pa[czt]i|this|our|metr|equa|${AGAIN})).*` +
  `| (?:for|to(?: perform| complete| run)?|fur|para|pour|per|voor) (?:testing|clinical use|${TEST})| i\\.v\\S*)?`; // The last is left of "i.v.m.".
/** "Not determined", "nicht bestimmt", "niet bepaald", "not analyzed": without a stop, "Na" and "ne" are words. */
const IN_LETTERS = '(?:n[./]? ?d|n[./] ?[abemptuv]|k\\. ?a)';
/** The first group has what was not done, which no other clause takes back. */
const CLAUSE = new RegExp(
  // "Differential not performed" is said of another test, so a clause says so of this one only where it names no other.
  `^(?:(tnp|(?:(?:aus )?techni\\w+ (?:grunden )?)?(?:${SUBJECT} )?${BE}${NOT_DONE}(?: werden)?(?: ${SUBJECT})?)` +
    `|(?:no|${NONE}) ${FLUID} ${BE}${DONE}|${FLUID}(?: ${SPECIMEN})? ${BE}${NOT_DONE}|${NO_RESULT}(?: (?:available|possible|${DONE}))?|${INVALID} (?:d[ei] )?${SUBJECT}(?: ${DONE})?|${TOO_LITTLE}` +
    `|${ORDER} ${BE}(?:deleted|withdrawn|gel.scht)|${SUBJECT} ${BE}${INVALID}(?: (?:in|during|im|en)(?: \\w+){1,5})?` +
    `|(?:(?:${SUBJECT}|${ORDER}) )?${BE}${CANCELLED}(?: (?:${SUBJECT}|(?:by|durch|p[oea]r|door|da)\\b.*$))?` +
    `|${TEST} ${BE}(?:void(?:ed)?|removed)|${IN_LETTERS}|${OF_ANOTHER}|(?:${TEST} )?${BE}${DISREGARD}(?: ${TEST}){0,2}` +
    `|${NO_PATIENT}|(?:${TEST} )?${BE}(?:enter|report|result|post|releas|chart|record|fil)\\w* in error)${REASON}$`,
  'i',
);
/** It holds for all parts of a panel. */
export const IS_OF_NO_PATIENT = new RegExp(`^${NO_PATIENT}$`, 'i');
/** A control that was in order, or a mode that was left, says nothing against the number. */
export const IS_IN_ORDER = /^(?:(?:off|aus|ok|no)\b|pass|accept|valid|within|in (?:range|control)|inactive)/i;
/** Such a clause says of what stands before it that it was not done ("LDL, not calculated"), unless that says why. */
export const SAYS_NOT_WHAT = new RegExp(
  `^(?!${NO_RESULT})${BE}(?:${NOT}|can ?not|unable|${CANCELLED})\\b`,
  'i',
);
/** These words say of what is named before them only that its specimen was bad. */
export const ITS_STATE = new RegExp(` ${BE}(?:${BAD}).*$`, 'i');
const SAYS_WHY = new RegExp(`${WHY}|(?:${SPECIMEN}|\\b(?:test|result|comment)s?\\b)`, 'i');
const WAS_BEFORE = new RegExp(`${EARLIER}|reported as|source|date|time|type`, 'i');
/** A dot within letters ("i. S.", "C.R.P.") ends nothing, nor does one before a colon. */
const CLAUSE_END =
  /((?:[;!\n()]|[.,](?!\d| ?:|(?<=\b[A-Za-z]\.) ?[A-Za-z]l?(?![\w\u00c0-\u017f])|(?<=\b(?!N)[A-Za-z]\. ?[A-Z]l?\.) [a-z]))+|\s[-–/]\s(?![nN](?:\W{0,2}[bdemptuvBDEMPTUV]|\W{1,2}[aA])\b\W*(?:$|\n)))/;
/** This may stand before a colon: a heading, or why there is no result. The name of another test does not. */
const LEAD = new RegExp(
  `^(?:lab )?(?:${COMMENT}|reason|result|remark|status) ?:|^(?!.*ind).*(?:${WHY})`,
  'i',
);
const OF_EARLIER = new RegExp(`${EARLIER}|(?:previous|initial|former)ly|reported as`, 'i');
/** It is of another patient, in another tube than it should be, or there in error. */
export const IS_WRONG = new RegExp(`^(?:${OF_ANOTHER}|${BE}${DISREGARD}$|${BE}\\w+ in error)`, 'i');
/** A comment was not told. */
const NO_COMMENT = new RegExp(
  `^(?:lab )?(?:${COMMENT}|remark\\w*|label\\w*|status) ?: ?(?:unavail|indispon|${NOT} (?:avail|dispon|verf|besch|report|record|til+g))\\w*$`,
  'i',
);
/** The number stands: it was reported already, or it did not suffice for a second look. */
const STANDS = new RegExp(
  '\\b(?:already|previously|bereits|schon|deja|ya|gia|reeds|allerede|redan)(?: \\w+){0,2} ' +
    '(?:report|releas|ubermit|mitget|rend|inform|comuni|refert|gerapp|rapp|(?:be)?svar)\\w*(?= ?(?:[^ \\w]|$)| (?:on|at|to|by)\\b)' +
    `|\\b${FLUID} (?:is |was |has been )?(?:used|tested|analy[sz]ed|measured)|(?<!not )\\bperform\\w* (?:on|in|with|from) ${FLUID}|\\brepeated and |(?<!not )\\b(?:confirm|verifi)ed correct|\\b${AGAIN} ${BE}${NOT_DONE}|\\b(?:${NOT}|unable to) ${BE}${AGAIN}`,
  'i',
);
/** "Potassium: specimen lost", and without a colon "Potassium not done", may name the test. */
const NAME_AND_COLON = /^([^:]{0,60}?) ?: ?(.+)$/;
const NAME_FIRST = new RegExp(
  `^(.{1,60}?) (${BE}(?:${NOT}|can ?not|unable|${CANCELLED}|qns|tnp|${IN_LETTERS}|${DISREGARD}|\\w+ in error|(?:result|value|test)s? (?:not available|void(?:ed)?|removed|retracted|withdrawn|deleted))\\b.*)$`,
  'i',
);
/** "Not done: potassium" and "Sample rejected for potassium" name it behind the words. */
const NAME_LAST = /^(.{3,60}?)(?: ?: ?| (?:for|fur|para|pour|per|voor) )(.{1,60})$/i;
/** "Disregard potassium", "Unable to report potassium" and "No citrate tube received" name what the verb is about. */
const NAME_OF_VERB = new RegExp(
  `^(?:(?:${DISREGARD}|an+ul+[ae]re?|cancel[ae]?r?|void|delete|credit|(?:do not|no se|unable|c(?:an|ould) ?not) ${BE}${DONE}) (?!(?:at|by|for|in|on|to|from|due|because|as|since|volume)\\b)(.{1,60}?)(?: (?:due|because|wegen|por|per|par)\\b.*)?|(?:no|${NONE}) (.{1,40}) ${BE}${DONE})$`,
  'i',
);
/** These are no products, and nobody knows of which test. */
export const TUBE_OR_DATA = /tube|^da[dt]\w{1,3}$|^donnees?$/i;
/** German tells the cause before what was not done: "Kalium konnte wegen Hämolyse nicht bestimmt werden". */
const CAUSE = / (?:(?:konnte|was) )?(?:due|because|wegen|aufgrund|debido)\b/i;
/** Without a colon, what was not received or available may be a product of that name, and an LDL that was not calculated was measured. */
const MAY_BE_PRODUCT = /^(?:was |were )?not (?:rec|avail|calc)/i;
/** A heading may stand above its letters, and "not performed" above names. Other headings are no part of the line below them. */
const HEADING_ABOVE = /^([^:\n]{1,60}?) ?:\s+(?=([nk]\W{0,2}[abdemptuv]\b\W?$)?)/gim;
/** "N.B." is a nota bene where a remark follows. A list of results is none, nor is what asks for a new specimen. */
const NOTA_BENE = /\bN\.? ?B[.:! -]{1,4}(?=(?![Bb]itte|[Nn]eu|wird|[Ss]iehe)[^\W\d][^:\n\d]{0,200}$)/gm;
/** Behind a heading they need no stop, but "Na" is sodium. */
const IN_LETTERS_BEHIND = /^(.{0,60}?) ?: ?(n\W{0,2}[abdemptuv]|k\W{1,2}a)$/i;
/** Nobody knows whether it is "not done" or "not detected", and among other words it may be the end of an address. */
export const ARE_LETTERS = /^(?:n\W*[abdemptuv]|k\W+a)$/i;
/** A note of them alone is one of the result, while "N/A" says that there is no note, and "NB" that there will be one. */
export const ARE_LETTERS_ALONE = /^\W*(?:[nN]\W*[dD]|n\W{1,2}[bm])\W*$/;
/** It is a heading of the result, and not of a comment. */
export const HEADS_RESULT = new RegExp(`^(?:(?:lab|test|final) )?${TEST}\\W*$`, 'i');
/** A number that is not plausible may be true, and one that is possibly not reliable may be so. */
const IS_DOUBTFUL = /plaus|possi\w{1,7}(?:ly|ment)/i;
const PLEASE = /^(?:please|bitte|(?:por |de )?favor(?: de)?|si prega di|prie?re de|s il vous plait) /i;
/** "No tests were cancelled" refuses nothing. */
export const NOTHING_REFUSED = new RegExp(
  `\\bno(?:ne of the)? (?:test|result|value|specimen|sample)s? ${BE}${CANCELLED}`,
  'i',
);
/** Such a word may refuse by itself. */
const REFUSING = `${NO_PATIENT}|${CANCELLED}|${LITTLE}|${INVALID}|${DISREGARD}|qns|tnp|n[./]? ?[abdemptuv]\\b|k\\. ?a\\b|an+ular|void|delete|credit|removed|wbit|troca|scambio|(?:another|different) patient|${WRONG}|err|equivoc|sbagl`;
/** Nearly all texts have none of these words, and there are hundreds of thousands of them. */
export const MAY_SAY = new RegExp(
  `\\b(?:(?:can)?${NOT}|nã|${NONE}|unable|${REFUSING})|fö|zureich|genü|verwechs`,
  'i',
);
/** "No growth" and "non-fasting" refuse nothing. The long patterns, which a browser compiles for a tenth of a second, need such a word too. */
const MAY_REFUSE = new RegExp(`\\b(?:${REFUSING}|${DONE}|${SUBJECT}|${FLUID})|verwechs`, 'i');
/** Laboratories put such words between stars, lines and brackets. */
const AROUND = /^[\s*[\]"'-]{1,8}|[\s*[\]"'-]{1,8}$/g;
/** Such words are short. */
const MAX_CLAUSE = 120;

/** These words say that there is no result. */
export type Refusal = {
  readonly words: string;
  /** This is what they say it of; it is '' where they name nothing. */
  readonly name: string;
  readonly isNameLast: boolean;
  /** No other clause takes it back. */
  readonly isSure: boolean;
  /** They may mean something else, so that they only stand beside the number. */
  readonly isDoubtful: boolean;
};

const refusedIn = (
  words: string,
  { name = '', isSure = true, isNameLast = false, isProduct = false },
): Refusal => ({
  words,
  name,
  isSure,
  isNameLast,
  isDoubtful: isProduct || ARE_LETTERS.test(words) || IS_DOUBTFUL.test(words),
});

export type Clause = {
  /** These are the words as they were sent, without a lead. */
  readonly told: string;
  readonly words: string;
  readonly refusal: Refusal | undefined;
  /** A sentence begins with it. */
  readonly isFirst: boolean;
};

function refusalBehindName(words: string, pattern: RegExp): Refusal | undefined {
  const [, sentName = '', refused = ''] = pattern.exec(words) ?? [];
  const [name = ''] = sentName.split(CAUSE, 1);
  const isProduct = pattern === NAME_FIRST && MAY_BE_PRODUCT.test(refused) && !TUBE_OR_DATA.test(name);
  const found = isProduct && /not calc/i.test(refused) ? null : CLAUSE.exec(refused);
  return found ? refusedIn(refused, { name, isSure: found[1] !== undefined, isProduct }) : undefined;
}

function refusalBeforeName(words: string): Refusal | undefined {
  const [, head = '', last = ''] = NAME_LAST.exec(words) ?? [];
  if (IS_OF_NO_PATIENT.test(head) && IS_IN_ORDER.test(last)) return undefined;
  const [, object, none] = NAME_OF_VERB.exec(words) ?? [];
  const name = CLAUSE.test(head) ? last : (object ?? (none === undefined ? '' : `no ${none}`));
  return name === '' ? undefined : refusedIn(words, { name, isNameLast: true });
}

/** Reads words without a lead. Nearly none refuse, so that the ways to name a test are looked at last. */
function refusalOf(words: string): Refusal | undefined {
  const whole = CLAUSE.exec(words);
  return whole
    ? refusedIn(words, { isSure: whole[1] !== undefined })
    : (refusalBehindName(words, NAME_AND_COLON) ??
        refusalBehindName(words, NAME_FIRST) ??
        refusalBeforeName(words) ??
        // Any cause may follow where the test is named: "A1c not reported: variant".
        refusalBehindName(words.split(':', 1).join('').trimEnd(), NAME_FIRST));
}

function readClause(part: string, isFirst: boolean): Clause {
  const sent = part.replaceAll(AROUND, '');
  const plain = plainLetters(sent).replaceAll('-', ' ');
  const [, name, letters] = IN_LETTERS_BEHIND.exec(plain) ?? [];
  return letters === undefined || letters === 'Na'
    ? readWords(sent, plain, isFirst)
    : { told: sent, words: plain, refusal: refusedIn(letters, { name }), isFirst };
}

/** Returns whether a text in plain letters says alone that there is no result. */
const refuses = (plain: string): boolean => MAY_REFUSE.test(plain) && CLAUSE.test(plain);

function refusalIn(sent: string, plain: string, words: string): Refusal | undefined {
  const mayRefuse =
    sent.length <= MAX_CLAUSE &&
    MAY_SAY.test(words) &&
    MAY_REFUSE.test(words) &&
    !NOTHING_REFUSED.test(words) &&
    !isOfUnmeasuredIndex(plain) &&
    !NO_COMMENT.test(plain);
  const refusal = mayRefuse ? refusalOf(words) : undefined;
  return refusal && mayBeUnavailableIndex(plain) ? { ...refusal, isDoubtful: true } : refusal;
}

function readWords(sent: string, plain: string, isFirst: boolean): Clause {
  const ofResult = withoutLead(plain);
  const words = ofResult.replace(PLEASE, '');
  const told = mayBeUnavailableIndex(plain) ? sent : sent.slice(sent.length - ofResult.length);
  const refusal = refusalIn(sent, plain, words);
  // "Not performed due to hemolysis: potassium" refuses before the colon. A duplicate leaves the first result.
  const lead = plain.slice(0, plain.length - ofResult.length).replace(/ ?: ?$/, '');
  if (
    lead === '' ||
    lead.length > MAX_CLAUSE ||
    refusal !== undefined ||
    !refuses(lead) ||
    /duplic/i.test(lead)
  )
    return { told, words, refusal, isFirst };
  return {
    told: sent,
    words,
    refusal: refusedIn(lead, { name: words, isNameLast: true }),
    isFirst,
  };
}

function withoutLead(clause: string): string {
  const lead = clause.slice(0, clause.indexOf(':') + 1);
  return lead !== '' && LEAD.test(lead) ? clause.slice(lead.length).trimStart() : clause;
}

/** Returns the clauses of a text. Every second part of it is what stands between two. */
export const clausesOf = (text: string): readonly Clause[] =>
  text
    .replaceAll(NOTA_BENE, '')
    .replaceAll(HEADING_ABOVE, (sent, heading: string, letters: string | undefined) =>
      letters !== undefined || refuses(plainLetters(heading)) ? `${heading}: ` : sent,
    )
    .split(CLAUSE_END)
    .flatMap((part, i, parts) => (i % 2 === 0 ? [readClause(part, /[.!\n]/.test(parts[i - 1] ?? ''))] : []));

/** Returns whether a clause is about an earlier result, or about what the clause before it names. */
export const isOfOther = (words: string, before: string): boolean =>
  (OF_EARLIER.test(before) && IS_WRONG.test(words)) ||
  (before !== '' && (!SAYS_WHY.test(before) || WAS_BEFORE.test(before)) && SAYS_NOT_WHAT.test(words));

/** Returns whether a text says that the number stands, whatever was cancelled or not done. */
export const saysThatItStands = (text: string): boolean => STANDS.test(plainLetters(text));
