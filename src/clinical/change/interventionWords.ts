/**
 * This file tells from the name of a procedure whether an intervention was done that day. Names also speak of interventions
 * of another time (history, plans) and of care around them (visits, referrals, teaching).
 */
import { DECLINED, saysNotDone } from '../events/notDoneWords.ts';

/** These interventions begin a new steady state. */
export type InterventionKind = 'operation' | 'transfusion' | 'dialysis' | 'transplant';

/**
 * The words are English; the codes are SNOMED CT, CPT and ICD-10-PCS, and hold in every language. A phlebotomy is the drawing of
 * blood, which every laboratory result follows.
 */
const INTERVENTIONS: readonly (readonly [InterventionKind, words: RegExp, codes: RegExp])[] = [
  ['transplant', /transplant/i, /^(?:77465005|70536003|18027006)$/],
  ['transfusion', /transfus/i, /^(?:5447007|116859006|180207008|71493000|36430|302[34][0-9a-z]{3})$/],
  [
    'dialysis',
    /dialys|hemofiltration|haemofiltration|renal replacement/i,
    /^(?:108241001|265764009|302497006|71192002|233575001|9093[57]|9094[57]|5a1d[0-9a-z]{3})$/,
  ],
  [
    'operation',
    /surg(?:ery|ical)|(?<!co-?|in)operati(?:on|ve)|ectomy\b|(?<!phleb|ven)otomy\b|ostomy\b|plasty\b|bypass|resection|amputation|arthroscop|laparoscop|c(?:ae|e)sarean|hernia repair|valve repl|hip repl|knee repl|graft/i,
    /^(?:387713003|83578000|11466000|232717009)$/,
  ],
];

/** A longer name is read up to here. */
const MAX_LETTERS = 200;
/** Each of these parts of a name stands for itself. */
const CLAUSE_END = /;|\n|\.(?=\s|$)/;

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in names that were sent */
/** This is a word that names an intervention, with what is written together with it. */
const ACT =
  '\\w*(?:transplant|transfus|dialys|ha?emofiltration|surg(?:ery|ical)|operati(?:on|ve)|ectom|otom|ostom|plasty|bypass|resection|amputation|arthroscop|laparoscop|caesarean|cesarean|graft|replacement|repair)\\w*';
/** These words begin a part of a name that says what was done besides. */
const BESIDES = /\b(?:with|without|requiring|including|plus|followed by)\b/i;
/** These words begin a part of a name that says how something was done. */
const HOW = '(?:with|requiring|including|plus|followed by|by|via|during|through|using)';
/** These words may stand between "no" and an intervention. Any other word is what there was none of. */
const BETWEEN =
  'need for|necesidad de|besoin de|indications? for|plans? for|evidence of|history of|se realiz\\S{1,4}|blood|red cell|platelets?|renal|kidney|organ|surgical|prior|previous|recent|further|more|other|additional|urgent|emergen\\w{1,4}|major|acute|any';
const CARE_NOUN =
  '(?:evaluation|assessment|clearance|education|teaching|training|counsel\\w*|planning|discussion|candida\\w+|eligibility|monitoring|review|work-? ?up|surveillance|aftercare|status(?! post)|ultraso\\w+|duplex|scan|x-?ray)';

/** The words after these name something done at another time, or yet to be done. */
const AT_ANOTHER_TIME =
  /(?<!\w)(?:(?:family |past |surgical |medical )*history|h\/o|f\/h|hx|p[ms]h|s\/p|status[- ]post|after(?!-| ?hours)|following|since|awaiting|waiting list|(?:surgical )?aftercare|(?:scheduled|planned|listed|consent|candidate|preparation|prep|planning|education|evaluation|assessment|consult\w*|visit) (?:for|of)|(?:recovery|rehabilitation) (?:from|after))(?!\w)|^\s*(?:previous|prior|past|old)\b/i;
/** An illness or an accident ends here, and what was done for it follows. */
const WHAT_FOLLOWS = /[:→]\s+|\s[-–—]+\s|\b(?:now|today|currently)\b/i;
const AFTER = /after|following/i;
const WHAT_FOLLOWS_AFTER = /,|[:→]\s+|\s[-–—]+\s/;
/** Each part of a clause may say of itself that it was not done. */
const PART_END = /,|\(|\s[-–—]+\s/;
/** This is a visit, a call or a letter around an intervention. "In the clinic" only says where it was done. */
const VISIT =
  /\bvisit\b|(?<!\b(?:in|at|by|from|to) (?:\w+ ){0,4})\bclinic\b|\bfollow-? ?up\b|(?<!\w)f\/u(?!\w)|\breferral\b|\bconsult\w*|\bappointment\b|\btele(?:phone|health|medicine)\b|\bcheck-? ?up\b|\brecheck\b/gi;
/** "Clinic visit with transfusion of platelets": this was done at the visit. */
const DONE_AT_VISIT =
  /\bwith (?=(?:\w+ ){0,3}(?:transfusion of|transfusion$|\w*dialysis (?:session|treatment)|\w*dialysis$))/i;

/** These words name care before or after an intervention, or of what was taken out or put in. They name no intervention. */
const AROUND_AN_INTERVENTION: readonly RegExp[] = [
  new RegExp(`(?<!status[- ])\\b(?:pre|post|peri|non)[- ]?${ACT}`, 'gi'),
  new RegExp(
    `\\b(?:no|without|den(?:ies|ied)|kein\\w{0,2}|ohne|sin|sans|aucune?|pas de|refus(?:al)? (?:de|of))(?: (?:${BETWEEN})){0,3} ${ACT}`,
    'gi',
  ),
  /\bsurgical (?:pathology|dressing|wound care|site|specimen|drain|staple|suture|clip|instrument|consent|mask|packing)/gi,
  /\b\w+os?tomy (?:tube )?(?:care|bag|feeding|education|management|removal|exchange|chang(?:e|ing)|replacement|check|flush|irrigation)/gi,
  /\b(?:removal|exchange|chang(?:e|ing)|replacement|check|irrigation) of (?:\w{1,20} ){0,2}\w{1,20}os?tomy (?:tube|bag)/gi,
  /dialys\w{0,6} (?:vascular )?(?:access|catheter|cath|line|fistula|shunt|circuit|port|cannula)\b/gi,
  /\b(?:access|catheter|line|fistula|shunt|port)(?: \w{1,20}){0,2} for (?:\w{1,20} )?\w{0,8}dialys/gi,
  new RegExp(`\\b${ACT}(?: (?!${HOW}\\b)\\w+){0,2} (?:${CARE_NOUN}|history|hx)\\b(?! of)`, 'gi'),
  /\btransplant\w*(?: \w+){0,2} biopsy\b|\bbiopsy of (?:\w+ ){0,2}transplant\w*/gi,
  new RegExp(`\\b${CARE_NOUN} (?:for|of|about|regarding|before|prior to)\\b(?:(?!\\b${HOW}\\b)[^:,])*`, 'gi'),
];
/* oxlint-enable longview/texts-in-catalogs */

const namesAct = (words: string): boolean => INTERVENTIONS.some(([, pattern]) => pattern.test(words));

/** Returns the clause without what was done at another time. */
function doneNow(clause: string): string {
  const found = AT_ANOTHER_TIME.exec(clause);
  if (!found) return clause;
  const before = clause.slice(0, found.index);
  const after = clause.slice(found.index + found[0].length).replace(/^[\s:–—-]*(?:of\b\s*)?/, '');
  // "Appendectomy, history of" and "Kidney transplant (s/p)" put the word last.
  if (!/\w/.test(after)) return '';
  const next = (AFTER.test(found[0]) ? WHAT_FOLLOWS_AFTER : WHAT_FOLLOWS).exec(after);
  // "s/p fall: hip replacement" was a fall. "s/p bypass - three vessels" was a bypass.
  const isOfIllness = next !== null && !namesAct(after.slice(0, next.index));
  return isOfIllness ? `${before} ${doneNow(after.slice(next.index + next[0].length))}` : before;
}

/** Returns the clause without a visit and what the visit is about; '' where all of it names a visit. */
function besidesVisit(clause: string): string {
  const [mark] = clause.matchAll(VISIT);
  if (!mark) return clause;
  const before = clause.slice(0, mark.index);
  const after = clause.slice(mark.index + mark[0].length);
  const besides = BESIDES.exec(before);
  // "Hemodialysis with follow-up" and "Appendectomy, follow-up in two weeks" were done.
  const isNote = /[,:(]|\s[-–—]+\s/.test(before) && /^\W*(?!visit|clinic|appointment|note)\w/i.test(after);
  if (namesAct(before) && (besides !== null || isNote)) return before.slice(0, besides?.index);
  const atVisit = DONE_AT_VISIT.exec(after);
  return atVisit ? after.slice(atVisit.index) : '';
}

/** Returns the clause without the parts that say that they were not done, and without what stands before one that says it of that. */
function withoutDeclined(clause: string): string {
  if (!DECLINED.test(clause)) return clause;
  const parts = clause.split(PART_END);
  const after = parts.slice(parts.findLastIndex(isOfThePartBefore) + 1);
  return after.filter((part) => !(namesAct(part) && DECLINED.test(part))).join(', ');
}

/** Returns whether a part of a clause says that what stands before it was not done. */
const isOfThePartBefore = (part: string): boolean => !namesAct(part) && saysNotDone(part);

/** Returns whether a name without an English word for an intervention says that what it names first was not done. */
function isDeclinedElsewhere(name: string): boolean {
  const [first = '', ...more] = name.split(PART_END);
  return DECLINED.test(first) || more.some(isOfThePartBefore);
}

/** Returns the words that name what was done that day. */
function wordsDone(name: string): string {
  return name
    .split(CLAUSE_END)
    .map(withoutDeclined)
    .map((clause) =>
      besidesVisit(
        doneNow(AROUND_AN_INTERVENTION.reduce((words, around) => words.replaceAll(around, ' '), clause)),
      ),
    )
    .join(' ; ');
}

/**
 * Returns the intervention that a procedure is, by its name or else by its codes; undefined where it is none. A name that puts an
 * intervention at another time is believed before the code.
 */
export function interventionKindOf(name: string, codes: readonly string[]): InterventionKind | undefined {
  const words = name.slice(0, MAX_LETTERS);
  const done = wordsDone(words);
  const isOtherwise = namesAct(words) ? !namesAct(done) : isDeclinedElsewhere(words);
  return INTERVENTIONS.find(
    ([, pattern, code]) => pattern.test(done) || (!isOtherwise && codes.some((one) => code.test(one))),
  )?.[0];
}
