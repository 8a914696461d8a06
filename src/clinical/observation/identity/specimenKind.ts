/* oxlint-disable longview/texts-in-catalogs -- the words of a kind are a part of the id of its series */
/**
 * This file says which kind of specimen the words of a server name, in a conservative way: serum, plasma and venous
 * blood are one kind, because ordinary laboratories send any of them for one and the same test. Words that it does not
 * know are no kind; the line breaks where they change (docs/decisions/0033-what-joins-one-line.md).
 */

/** A longer text names no specimen and no method. */
const MAX_LENGTH = 240;

/** Returns a text in lower case with one blank between its words, and no more of it than a fact needs. */
export const lowerCaseWords = (text: string): string =>
  text
    .slice(0, MAX_LENGTH)
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();

const EMPTY_WORDS =
  /^(?:by|the|of|and|or|with|from|method|methodology|assay|test|technique|analysis|count|equation|specimen|sample|container|tube|vial|accession|barcode|no|nr|id|none|unknown|unspecified|not|given|stated|other)$/;

/**
 * Returns the words of a method, a specimen or a device in a form that spelling variants share. A number names one tube
 * and no kind of specimen, so it can be left out.
 */
export const plainWords = (text: string, isWithoutNumbers = false): string =>
  lowerCaseWords(text)
    .split(' ')
    .filter((word) => !EMPTY_WORDS.test(word) && !(isWithoutNumbers && /\d/.test(word)))
    .join(' ');

/** This is any specimen of blood that a laboratory takes for the ordinary one of a test. */
export const ORDINARY_BLOOD = 'blood';

// The numbers are the SNOMED CT codes of the specimens, for a concept that has no words. What is more special comes
// first. The first list is clear enough to be believed in the words of a code too.
const NAMED: readonly (readonly [kind: string, words: RegExp])[] = [
  [
    'catheter tip',
    /\btip\b.{0,40} [ck]ath|[ck]at[hé]\w* tip\b|katheterspitze|(?:punta|extrémité|bout) de cat/,
  ],
  ['24 h urine', /\b24 ?h\w* (?:.* )?urin|\burin\w* (?:.* )?24 ?h|\bur24|\b276833005\b/],
  ['urine', /(?:\b|[ln])urin|^d?u (?![il] )|\bi u$|harn\b|\borina\b|\bmsu\b|\bur\b|\b122575003\b/],
  ['CSF', /\bcsf\b|\bl[ií]quor\b|\blcr\b|cerebro? ?spinal|cerebral spinal|\b258450006\b/],
  ['pleural fluid', /pleura|\b418564007\b/],
  ['peritoneal fluid', /peritone|as[cz]it/],
  ['synovial fluid', /s[ií]novi|\bjoint fl|\bgelenk|gelenks?(?:pu|fl|er)/],
  ['pericardial fluid', /peri[ck]ardi?/],
  ['amniotic fluid', /amnio/],
  ['dialysate', /dialysate|dialysis fluid/],
  ['bone marrow', /marrow|knochenmark|\bm[eé]dula [oó]sea/],
  ['body fluid', /\b(?:body|gastric|cyst|wound) fluid|\bdrain|punktat/],
  ['dried blood spot', /blood ?spot|\bdbs\b|filter ?paper/],
  ['needle washout', /\bwash ?out\b/],
  ['adrenal vein', /\badrenal v/],
  ['stool', /\bstool|\bfa?eces|\bfa?ecal\b|\b119339001\b/],
  ['saliva', /\bsaliva\b|\boral fluid/],
  ['sweat', /\bsweat\b/],
  ['mixed venous blood', /mixed venous|gemischtven|\bbldmv\b/],
  [
    'arterial blood',
    // "ART" is a therapy as well, and "Art" is German for "kind".
    /\barteri(?:al|ell|el)\b|^art(?:$| (?:p(?:h|c?o2)|k|na|blood|bld|line|gas|lact|o2|sat))|(?<!^|\b(?:hiv|rna|load|cd4|cd8|on|under|the|before|after|since)(?: \d| count| rna){0,2} )\bart\b(?! (?:d[eir]|von|ven|serum|plasma|urin|blut|voll|kapill|therap|regim))|\bblda\b|\babg\b|\b122552005\b/,
  ],
  [
    'capillary blood',
    /[ck]apill?[aä]|\bp(?:h|c?o2) cap\b|finger ?(?:stick|prick|tip)|heel ?(?:stick|prick)|ear ?lobe|\bbldc\b|\b122554006\b/,
  ],
  ['venous blood', /\bven(?:ous|\b)|(?<!ra)ven[oö]s|\bvein|\bbldv\b|\bvbg\b|\b122555007\b/],
  ['whole blood', /whole ?blood|vollblut|\bwbl?d?\b|\b258580003\b/],
];
const SENT_ONLY: readonly (readonly [kind: string, words: RegExp])[] = [
  ['arterial blood', /\barter/],
  ['capillary blood', /\bfinger\b|\bheel\b/],
  ['synovial fluid', /\bjoint\b/],
  ['sputum', /sputum|bronc|trache|\b(?:bal|lba)\b/],
  ['tissue', /tissue|biops/],
  ['hair', /\bhair\b/],
  ['breast milk', /\bmilk\b/],
  ['semen', /\bsemen|seminal/],
  ['bile', /\bbile\b/],
  ['body fluid', /\bfluid|\bdrain|\baspirate|\bfld\b/],
  ['wound or stump', /\bwound|\bwund|\bherida|\bplaie|\bstump|stumpf\b|\bmuñ[oó]n/],
  ['swab', /swab/],
];
const ORDINARY =
  /blood|\bblut\b|\bsang|serum|plasma|suero|serpl|\b(?:ser|plas|bld|sst|pst|ppp|edta)\b|heparin|citrat|fluorid|\b(?:red|gold|lavender|purple|green|gr[ae]y|blue|yellow) top|\b119(?:364003|361006|297000)\b/;

/** These are the names of all kinds of specimen. */
export const SPECIMEN_NAMES = [...NAMED, ...SENT_ONLY].map(([kind]) => kind);

const firstKind = (kinds: typeof NAMED, words: string): string =>
  kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? '';

/** Returns the kind of specimen that the words of a code name; '' when they name none that tells results apart. */
export const namedSpecimen = (text: string): string => firstKind(NAMED, lowerCaseWords(text));

/**
 * Returns the kind of the specimen that was sent: `blood` for serum, plasma and blood without a site, and '' for words
 * that are not known, and for none.
 */
export function specimenKind(text: string): string {
  const words = lowerCaseWords(text);
  if (words === '') return '';
  return (
    firstKind(NAMED, words) || firstKind(SENT_ONLY, words) || (ORDINARY.test(words) ? ORDINARY_BLOOD : '')
  );
}
