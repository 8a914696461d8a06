/* oxlint-disable longview/texts-in-catalogs -- parts of patterns that read the words of a server */
/**
 * The words that notes of laboratories share in English, German, Spanish, French, Italian, Dutch, Portuguese, Danish, Swedish
 * and Norwegian. Patterns are composed of them and meet a text in plain letters, so that no word stands here with an accent.
 */
const LETTERS: Readonly<Record<string, string>> = { "'": ' ', '’': ' ', æ: 'a', ø: 'o', ß: 's' };

/** Returns a text of the same length in letters without accents, and with a blank for an apostrophe. The text is one in NFC. */
export const plainLetters = (text: string): string =>
  text.replaceAll(/[^ -&(-~]/g, (one) => LETTERS[one.toLowerCase()] ?? one.normalize('NFD').charAt(0));

export const NOT = '(?:not|nicht|non?|nao|pas|niet|ej|inte|ikke)';
/** There is none of it. The first of the second line is "absence", "assenza" and "ausencia". */
export const NONE =
  '(?:keine?|sin|sans|pas|aucune?|nessuna?|senza|geen|zonder|sem|ing[ae]n?|in[gt]et|u[dt][ae]n' +
  '|a[bsu]+en[cz]i?[ae])';

/** Words such as "has been" stand between what is told and what became of it. */
export const BE =
  '(?:(?:is|wa[rs]|were|has|be(?:en)?|can|could|to|do|should|must|ist|wurde|konnte|werden|bitte' +
  '|fue|ha|sido|es|se|pudo|puede|a|ete|est|foi|possi\\w+|er|kann?)\\s{1,3}){0,4}';

// These words may name the thing that is missing. "Testosterone" is no test in this sense.
export const TEST =
  '(?:(?:the|this|these|all|above|following|das|die|der|diese[mnrs]?|la|el|l|il|le|de|o|est[ae]|ce|cet?te|quest[ao]|deze|dit|dett[ae]) ){0,2}' +
  '(?:test(?:s|ing)?|result\\w*|risultato|assay|anal[iy]s\\w*|val(?:ues?|ore?|eur)|werte?|determina\\w+|measurement|messung|untersuchung|bestimmung' +
  '|ergebnis|befund|prueba|e[xs]am\\w*|dosag\\w+|bepaling|meting|uitslag|svar(?:et)?)';

export const SPECIMEN =
  '(?:specimen|sample|(?:untersuchungs)?materia\\w+|proben?(?:material)?|muestra|echantillon|prelevement|tub[eo]s?\\b|rohrchen|provetta|prelievo|col(?:hei|e)ta|buis\\b' +
  '|campione|monster|amostra|prov(?:en?|et|e?m\\w+)?)';
const AMOUNT = '(?:quanti\\w+|volum\\w*|amount|(?:proben)?menge|cantidad)';
const MATERIAL = `(?:${SPECIMEN}(?: ${AMOUNT})?|${AMOUNT})`;
export const LITTLE =
  '(?:insuf\\w+|not suf\\w+|escas[ao]|(?:zu|te) we\\w+g|(?:ungenue?gend|unzureichend)\\w*' +
  '|[ou]til+(?:r..?ck|str..?kk?)\\w+|zu gering|nicht ausreichend|reichte? nicht aus|onvoldoende|for li(?:te[nt]?|dt|lle)\\b)';
export const FLUID = '(?:serum|plasma|blood|suero|siero|soro|blut|bloed|sang(?:re|ue)?)';
export const TOO_LITTLE = `(?:(?:${MATERIAL}|${FLUID}) ${BE}${LITTLE}|${LITTLE} (?:${MATERIAL}|${FLUID}|urine)|(?:${MATERIAL} )?qns)`;

const MOL = '(?:he?a?e?|e)mol[iy]';
const LIP = 'lipe?a?e?mi';
/** A machine counts platelets that clumped too low. A test of their aggregation says nothing of a specimen. */
export const CLUMPS =
  '(?:(?:platelets?|plt|(?:th?rombo[ckz][iy]t|plattchen|bloedplaat|blodpla)\\w{0,5})[ -]?(?:are )?' +
  '(?:clump(?:s|ed|ing)?|(?:ge)?ag+reg(?:at(?:e?[nrs]?|ed)|iert?|eerd)|(?:samen|ver)?(?:ge)?kl(?:ump|onter)\\w{0,4})' +
  '|(?:ag+regat[is]?|agregados?|amas|grumos?|cumulos?) (?:d[ei] )?(?:plaquet|piastrin)\\w{1,7}' +
  '|(?:plaquet|piastrin)\\w{1,4} ag+reg(?:a[dt]|e)\\w{0,2}|pseudo(?:th?rombo|piastr)\\w{4,12}|satel+iti[sz]\\w{0,4})' +
  '\\b(?! (?:may|can|could|might|normal|with|in resp))';
// A state ("hemolyzed") says so by itself, and clotted blood is a kind of specimen. A noun ("hemolysis") may stand in
// advice or in the name of an index, so it counts only as a cause, with a degree before it, or with a finding behind it.
export const STATE_OF_SPECIMEN =
  `(?:${MOL}(?:[sz][ae][der]\\w*|zz\\w+|tisch(?!-)|se ?bedingt\\w*)\\b` +
  // In French, "hémolysé" and "hémolyse" are one word without their accents.
  `|(?=h)(?<=(?:${SPECIMEN}|serum|plasma|tres|est)\\s)${MOL}se\\b` +
  `|(?:${LIP}|i[ckt]+teri)(?:c[ao]?|que|s(?:ch|kt?))\\b` +
  '|(?:clotted|gestold)(?! (?:whole )?blo)|(?<!sang(?:re|ue)? )[ck]oagul(?:a[dt](?!i)|e)\\w*|geronnen' +
  `|${CLUMPS}|la[ct]tescen\\w+|levret` +
  '|(?:ge)?[ck]ontamin(?:ated|iert\\w*|a[dt][aio]s?|ee?s?|eerd|er[ae]?[dt])\\b|ver(?:ontreinig|unreinig)[dt]\\w*' +
  '|autoly[sz]ed|clumped|(?:mis|un)labell?ed|(?<!bladder )(?:under|over|unter|uber) ?(?:filled|fullt)(?! bladder)|qns' +
  '|(?<!(?:rrhagi\\w|eding|uri[ae]|rin[ea]) )(?:with|mit|con|com|avec) (?:clots|gerinnsel\\w*|coagul[oi]s?|caillots?)' +
  `|(?:mal|${LITTLE}) (?:gevuld|gefullt|rempli|llenad|f[uy]l[ld]t)\\w*|(?:llenado|remplissage|riempimento) ${LITTLE}` +
  '|(?:edta|iv(?: fluid)?)[ -][ck]ontamination|contamination par|drip arm|(?:mal|mis) ?(?:identif|rotul|eti?q)\\w+|falsch beschr\\w+|drawn above (?:(?:an?|the|running) )?iv' +
  '|(?:delayed|late|prolonged|verzogerte|verspatete|retraso en la) (?:(?:serum|cell|de) )?(?:[sc]epara|[cz]entrif)\\w+|unseparated|not separated)';
/** A sensor at the bedside has states too, and no laboratory refuses a test for them. */
export const STATE =
  `(?:${STATE_OF_SPECIMEN}` +
  '|(?:probe|sensor|leads?) (?:is |was )?(?:off|dis(?:connect|lodg)ed)|(?:motion|movement) art[ei]fa[ck]ts?' +
  '|poor (?:signal|waveform|trace)|damp(?:en)?ed (?:waveform|trace))';
export const HEMOLYSIS = `${MOL}s(?:is|[ei])?`;
export const NOUN =
  `(?:${HEMOLYSIS}|${LIP}[ae]?|i[ckt]+ter(?:us|icia|[eo])` +
  '|(?:fibrin )?clots?(?!ting (?:f|p|s|te|ti))|(?:fibrin)?gerinnsel|coagul[oi]s?|koag(?:el|ler)|caillots?|stolsels?|[ck]ontamination|clump(?:s|ing)|fibrin(?!o)(?: strands?)?|art[ei]fa[ck]t[os]*)';

/** Words about an earlier specimen say nothing of this one. */
export const EARLIER =
  '(?<!and )(?:previous(?!ly)|prior(?! to)|earlier|initial|original|vor(?:her)?ig|anterior|precedent)\\w*';

export const COMMENT = '(?:comm?ent|not[ae]|kommentar|bemerkung|opmerking)\\w*';

/** These are names of a second look. */
export const AGAIN = '(?:dilu|r[ei]pe|re(?:run|check|test)|confirm|verdun|wiederh|herha)\\w*';

/** The patient fasted. This meets a text with its accents. */
export const FASTING =
  '(?:(?:[aà]|e[nm]) )?(?:fast(?:ing|ed|[ea]nde)\\b|n[uü]e?chter\\w*|ayun\\w*|jeun\\b|digiuno|jejum)';
export const NOT_FASTING = `(?:${NOT}|não|icke|sin|sem)[- ]?${FASTING}`;
