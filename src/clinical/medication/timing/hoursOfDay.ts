/**
 * Tells whether an order names more than one hour of a day. One hour says nothing of the days: weekly methotrexate is taken at bedtime too.
 * Two of them, "with meals" and "qhs" are those of each day.
 */

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const HOUR =
  /(?<!\p{L})(?:(mornings?|breakfast|a\.?m\.?|morgens|fr[üu]h|ma[ñn]ana|desayuno|matin|petit[- ]d[ée]jeuner|mattin[oa]|colazione|ochtends|ontbijt|manh[ãa])|noon|lunch|evenings?|nights?|bedtime|dinner|supper|p\.?m\.?|mittags|abends|nachts|abendessen|mediod[ií]a|tarde|noche|acostarse|cena|midi|soir|coucher|d[iî]ner|pranzo|sera|notte|middags|avonds|noite)(?!\p{L})/gu;
const JOINED = /[,&+/]|(?<!\p{L})(?:and|und|y|et|e|en)(?!\p{L})/u;
const APART = /[.;\n]|(?<!\p{L})(?:or|not|never|avoid|oder|nicht|o|no|ou|pas|non|of|niet|n[aã]o)(?!\p{L})/u;
const EACH_MEAL =
  /(?<!\p{L})(?:(?:with|before|after|between|at) (?:(?:each|every|all|your|the) )*meals|(?:each|every) meal|(?:zu|vor|nach) (?:den|jeder) (?:haupt)?mahlzeit(?:en)?|(?:con|antes de|despu[eé]s de) (?:las|cada) comidas?|(?:aux|avant les|apr[eè]s les|[àa] chaque|avant chaque) repas|ai pasti|prima dei pasti|dopo i pasti|bij (?:de|elke) maaltijd(?:en)?|[àa]s refei[çc][õo]es)(?!\p{L})/u;
const EACH_HOUR = /(?<!\p{L})q\.? ?(?:h\.?s|a\.?m|p\.?m|noc(?:te)?)(?!\p{L})/u;
/* oxlint-enable longview/texts-in-catalogs */

/** Farther apart, two hours tell of two things. */
const MAX_BETWEEN = 30;

function namesTwoHours(text: string): boolean {
  const hours = [...text.matchAll(HOUR)];
  return hours.some((hour, i) => {
    const next = hours[i + 1];
    if (next === undefined || (hour[1] === undefined) === (next[1] === undefined)) return false;
    const between = text.slice(hour.index + hour[0].length, next.index);
    return between.length <= MAX_BETWEEN && JOINED.test(between) && !APART.test(between);
  });
}

/** Returns whether an instruction in small letters names hours that come on each day, unless it tells the days. */
export const namesHoursOfEachDay = (text: string): boolean =>
  namesTwoHours(text) || EACH_MEAL.test(text) || EACH_HOUR.test(text);
