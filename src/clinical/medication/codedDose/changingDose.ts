/** Tells whether an order has no single dose by its words: one that differs by the day, is raised or lowered, depends on a value, or is on hold. */
import { tellsDosesOfDays } from '../timing/dayWords.ts';
import { namesSomeDays, timingClauses } from '../timing/doseClauses.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const START = String.raw`(?<![\p{L}\d])`;
const EDGE = String.raw`(?![\p{L}\d])`;
const words = (...parts: readonly string[]): RegExp => new RegExp(`${START}(?:${parts.join('|')})`, 'u');

/** Two doses stand for two times then. */
const BY_TURNS = words(
  String.raw`altern\p{L}*(?! (?:sites?|nostril|side|leg|arm|ears?|eyes?|injection))|(?:im )?wechsel|abwechselnd|afwisselend|um den anderen`,
  String.raw`(?:week|woche|semana|semaine|settimana|month|monat|phase|step|schritt|paso) \d`,
);
const PART_OF_DAY =
  /(?<![\p{L}\d])(?:mornings?|a\.?m|noon|lunch|evenings?|nights?|bedtime|p\.?m|dinner|supper|breakfast|morgens|mittags|abends|nachts|früh|mañana|mediod[ií]a|tarde|noche|matin|midi|soir|coucher|mattin[oa]|pranzo|sera|notte|manh[ãa]|almoço|noite|ochtends?|middags?|avonds?)(?![\p{L}\d])/gu;
/** A dose that depends on a measured value, or on a plan of its own, is none that was ordered. */
const BY_SCALE = words(
  String.raw`(?<!with |and |plus )sliding[ -]?scale|per scale|correction scale|ssi${EDGE}(?! proph)|nach (?:schema|plan|bz|inr|blutzucker)|(?:laut|gem[äa]ß|lt\.?) schema|(?:bz|spritz|korrektur)-?schema`,
  String.raw`escala m[oó]vil|(?:seg[uú]n|por) (?:pauta|escala|inr|gluc\p{L}+)|pauta (?:m[oó]vil|descendente)|(?:selon|suivant) (?:sch[ée]ma|protocole|glyc[ée]mie|inr)`,
  String.raw`(?:secondo|come da) schema|volgens (?:schema|inr)|glijdende schaal|conforme (?:esquema|glicemia|inr)|according to (?:inr|glucose|blood sugar)`,
  String.raw`(?<!not |s\/p |after )taper(?:ing|ed)?${EDGE}(?! (?:is )?(?:complete|done|finish))|titrat(?:e|ing)${EDGE}|ausschleichen\p{L}*|einschleichen\p{L}*|auftitrier\p{L}*|afbouw\p{L}*|opbouw\p{L}*`,
);
/** "Reduce by 5 mg every week" and "um 10 mg reduzieren" change the dose. What may be raised is not raised yet. */
const BY_STEPS = words(
  String.raw`(?:increas|reduc|decreas|rais|lower|taper|advanc)\p{L}* (?:the )?(?:dose )?(?:by|to) \d`,
  String.raw`(?:um|auf) \d[\d.,]* ?\p{L}{1,8} (?:pro \p{L}+ |t[äa]glich )?(?:erh[öo]h|reduzier|steiger|senk|verringer)`,
  String.raw`(?:reducir|disminuir|bajar|aumentar|subir|incrementar)(?: la dosis)? (?:(?:de|en|a) )?\d`,
  String.raw`(?:diminuer|r[ée]duire|augmenter)(?: la dose)? (?:de|[àa]) \d|(?:ridurre|diminuire|aumentare)(?: la dose)? (?:di|a) \d`,
  String.raw`(?:verhogen|verlagen) met \d|met \d[\d.,]* ?\p{L}{1,8} (?:verhogen|verlagen)|(?:reduzir|diminuir)(?: a dose)? (?:em|para) \d`,
);
const MAY = words(
  String.raw`(?:may|can|could|kann|puede|peut|pu[oò]|kan|pode|if|wenn|falls|si|se|als)${EDGE}`,
);

const HELD = words(
  String.raw`on hold${EDGE}|hold (?:until|till) (?:after|further|next|surg|procedur|review|seen|told|notif|clear|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[/-]\d)`,
  String.raw`(?<!not |n['’]t |never )(?:do not|don['’]t|stop|discontinue|cease) (?:take|taking|use|using|give|giving)(?: (?:this|the|your) (?:med\p{L}*|drug|pills?|tablets?))?(?= ?(?:$|[.,;]|until|any ?more|for now))`,
  String.raw`(?<!breath )(?:held|paused|withheld|suspended) (?:for (?:an? |the |his |her )?(?:(?:upcoming |elective |planned )?(?:surg|procedur|operation|cath|biops|endoscop|colonoscop|dialysis|contrast|imaging|mri|ct${EDGE}|or${EDGE}))|until|till|pending|since)`,
  String.raw`(?<!(?:if|when|once|after|unless|and|while) (?:the )?)(?:infusion|drip|gtt|pump) (?:is |was |has been )?(?:currently |temporarily )?(?:stopped|paused|held|discontinued|suspended|off${EDGE})`,
  String.raw`pausier(?:t|en)${EDGE}|(?<!nicht )abgesetzt${EDGE}|(?:nicht(?: mehr)?) (?:ein)?nehmen(?= ?(?:$|[.,;]|bis))`,
  String.raw`no (?:tomar|tome|usar|use)(?: est[ae] (?:med|f[aá]rm|past)\p{L}*)?(?= ?(?:$|[.,;]|hasta|m[aá]s|por ahora))|suspend(?:er|id[oa])${EDGE}(?! (?:si|en|\d|antes|ante))|en pausa`,
  String.raw`ne (?:pas|plus) prendre(?: ce (?:m[ée]d|comp|trait)\p{L}*)?(?= ?(?:$|[.,;]|jusqu))|suspendue?${EDGE}(?! (?:si|en))|sospe(?:s[oa]|ndere)${EDGE}(?! (?:se|in|\d))|non (?:assumere|prendere)(?= ?(?:$|[.,;]|fino))`,
  String.raw`gestopt${EDGE}|gepauzeerd|niet (?:meer )?(?:innemen|gebruiken)(?= ?(?:$|[.,;]|tot))|suspenso|n[aã]o tomar(?= ?(?:$|[.,;]|at[eé]))`,
);
/** An order that opens so is not taken now, unless it says for which value: "withhold if the pulse is low". */
const OPENS_HELD =
  /^\W*(?:(?:patient|pt) )?(?:is )?(?:not (?:currently )?taking|discontinued|stopped|(?:temporarily )?(?:paused|held|withh[eo]ld|suspended)|temporarily (?:stopped|discontinued|off)|arr[êe]t[ée]e?|suspendre)(?!\p{L})(?! (?:if|when|si|for (?:hr|sbp|dbp|bp|map|pulse|heart|systolic|blood|low|glucose)))/u;
/** "Hold if the pressure is low" and "hold under the tongue" leave the dose as it is. */
const HOLD =
  /^(?:\W*please )?\W*hold(?!\p{L})(?! (?:if|for|when|in|under|breath|upright|and|your|the|tablet|spray))|[-–(;,.] ?(?:on )?hold(?:ing)?\W*$|[-–(;,.] ?(?:(?:was|is|has been|temporarily|order) )?(?:discontinued|stopped|held|d\/c['’]?d)(?= {0,2}(?:$|[.,;)]|(?:on )?\d|by |since |due ))/u;

/** An amount before these is how much one piece holds, and behind them no dose of its own. */
const STRENGTH =
  /(?<![\d.,])\d[\d.,]{0,8}[ -]?(?:mg|mcg|[µμu]g|g|iu|units?)(?= ?(?:(?:tab|cap|pill|tbl|kps|compr|cpr|past|each|strength|jeweils)|=))|(?:\(|of |à |a |zu |de )\d[\d.,]{0,8} ?(?:mg|mcg|[µμu]g) ?(?=\)| tab| each)/gu;
const OTHER_CLAUSE =
  /(?<!\p{L})(?:total|max|gesamt|insgesamt|exceed|d[ée]passer|superar|exceder|superare|overschrijd|up to|bis zu|hasta|flush|sp[üu]l|f[oó]li[cqk]|fols[aä]ur|dispense|qty)/u;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns the parts of an order that tell doses, without what one piece holds, limits, sums and other drugs. */
export const dosesIn = (text: string): string =>
  text
    .split(/[;\n]|[.,] /)
    .filter((part) => !OTHER_CLAUSE.test(part))
    .join(', ')
    .replaceAll(STRENGTH, ' ');

/** Returns whether two amounts of an order in small letters are those of two times. */
export const areOfTwoTimes = (text: string): boolean =>
  BY_TURNS.test(text) ||
  namesSomeDays(text) ||
  tellsDosesOfDays(text) ||
  new Set(Array.from(text.matchAll(PART_OF_DAY), ([found]) => found)).size > 1;

/** Returns whether the words of an order in small letters say that it is not taken now. */
export const isOnHold = (text: string): boolean =>
  [HOLD, OPENS_HELD, HELD].some((pattern) => pattern.test(text));

/** Returns whether the words of an order in small letters say that it has no dose of its own, or that it is not taken now. */
export function hasNoSingleDose(text: string): boolean {
  if (isOnHold(text) || BY_SCALE.test(text)) return true;
  return timingClauses(text).some((clause) => BY_STEPS.test(clause) && !MAY.test(clause));
}
