/**
 * This file names the tests that are commonly followed with a medication, so that Compare can open with them. It orders what
 * is shown and says nothing about cause, dose or risk (rule 25). The tests are those of the sections on warnings and
 * monitoring in the US prescribing information (https://dailymed.nlm.nih.gov/dailymed/) and in the British National Formulary
 * (https://bnf.nice.org.uk/drugs/).
 */

type Monitoring = { readonly drugs: RegExp; readonly analytes: readonly string[] };

const KIDNEY_AND_POTASSIUM = ['k', 'creat', 'egfr', 'bp-sys', 'na'];
const BLOOD_COUNT = ['neut-abs', 'wbc', 'plt', 'hgb'];
const GLUCOSE = ['glucose', 'a1c', 'glucose-poc'];

/** The generic names are matched as whole words, or by the stem that a class of them shares. */
const MONITORING: readonly Monitoring[] = [
  {
    drugs: /\b(?:spironolactone|eplerenone|finerenone|amiloride|triamterene)\b/,
    analytes: KIDNEY_AND_POTASSIUM,
  },
  { drugs: /\b\w+(?:pril|prilat|sartan)\b|\bsacubitril\b|\baliskiren\b/, analytes: KIDNEY_AND_POTASSIUM },
  {
    drugs: /\b(?:potassium (?:chloride|citrate|bicarbonate)|patiromer|sodium zirconium|polystyrene)\b/,
    analytes: ['k', 'creat', 'egfr'],
  },
  {
    drugs:
      /\b(?:furosemide|torsemide|bumetanide|chlorthalidone|chlortalidone|indapamide|metolazone|\w*thiazide)\b/,
    analytes: ['k', 'na', 'creat', 'bp-sys', 'egfr', 'mg', 'weight'],
  },
  { drugs: /\b\w+gliflozin\b/, analytes: ['egfr', 'creat', 'a1c', 'glucose', 'bp-sys'] },
  { drugs: /\bmetformin\b/, analytes: ['a1c', 'glucose', 'egfr', 'creat', 'b12'] },
  { drugs: /\binsulin\b/, analytes: [...GLUCOSE, 'k'] },
  {
    drugs:
      /\b(?:\w+glutide|\w+gliptin|glipizide|glimepiride|gliclazide|glyburide|pioglitazone|tirzepatide|exenatide)\b/,
    analytes: [...GLUCOSE, 'weight'],
  },
  {
    drugs: /\b(?:atorva|rosuva|simva|prava|lova|fluva|pitava)statin\b|\bezetimibe\b|\b\w+ocumab\b/,
    analytes: ['ldl', 'chol', 'alt', 'ck', 'tg', 'hdl'],
  },
  { drugs: /\b(?:warfarin|acenocoumarol|phenprocoumon)\b/, analytes: ['inr', 'hgb', 'plt'] },
  {
    drugs: /\b(?:heparin|enoxaparin|dalteparin|tinzaparin|fondaparinux)\b/,
    analytes: ['aptt', 'anti-xa-ufh', 'anti-xa-lmwh', 'plt', 'hgb'],
  },
  { drugs: /\b(?:apixaban|rivaroxaban|edoxaban|dabigatran)\b/, analytes: ['hgb', 'creat', 'egfr', 'plt'] },
  {
    drugs: /\b(?:levothyroxine|liothyronine|methimazole|carbimazole|propylthiouracil)\b/,
    analytes: ['tsh', 'ft4', 'ft3'],
  },
  { drugs: /\bamiodarone\b/, analytes: ['hr', 'qtc', 'tsh', 'alt', 'ft4', 'ast'] },
  { drugs: /\bdigoxin\b/, analytes: ['digoxin', 'k', 'creat', 'hr', 'mg'] },
  { drugs: /\blithium\b/, analytes: ['lithium', 'creat', 'tsh', 'na', 'egfr', 'ca'] },
  {
    drugs: /\b(?:methotrexate|azathioprine|mercaptopurine|leflunomide|sulfasalazine)\b/,
    analytes: ['wbc', 'alt', 'plt', 'creat', 'hgb', 'neut-abs'],
  },
  { drugs: /\bclozapine\b/, analytes: ['neut-abs', 'wbc'] },
  {
    drugs: /\b(?:predniso\w+|methylprednisolone|dexamethasone|hydrocortisone)\b/,
    analytes: ['glucose', 'wbc', 'k', 'bp-sys', 'a1c'],
  },
  { drugs: /\b\w+(?:olol|alol|ilol)\b|\b(?:diltiazem|verapamil|ivabradine)\b/, analytes: ['hr', 'bp-sys'] },
  { drugs: /\b\w+dipine\b|\b(?:hydralazine|clonidine|doxazosin|minoxidil)\b/, analytes: ['bp-sys', 'hr'] },
  {
    drugs:
      /\b(?:(?:nor)?epinephrine|(?:nor)?adrenaline|vasopressin|phenylephrine|dopamine|dobutamine|milrinone)\b/,
    analytes: ['map', 'bp-sys', 'hr', 'lactate', 'lactate-art'],
  },
  { drugs: /\bvancomycin\b/, analytes: ['vanc', 'creat', 'egfr', 'wbc'] },
  { drugs: /\bgentamicin\b/, analytes: ['genta-trough', 'creat', 'egfr'] },
  { drugs: /\btobramycin\b/, analytes: ['tobra-trough', 'creat', 'egfr'] },
  { drugs: /\bamikacin\b/, analytes: ['amika-trough', 'creat', 'egfr'] },
  { drugs: /\btacrolimus\b/, analytes: ['tacro', 'creat', 'k', 'glucose', 'mg', 'egfr'] },
  { drugs: /\bc[iy]closporine?\b/, analytes: ['csa', 'creat', 'k', 'bp-sys', 'mg', 'egfr'] },
  { drugs: /\b(?:fos)?phenytoin\b/, analytes: ['phenytoin', 'alb', 'alt'] },
  { drugs: /\bvalpro\w+|\bdivalproex\b/, analytes: ['valproate', 'plt', 'alt', 'nh3'] },
  { drugs: /\bcarbamazepine\b/, analytes: ['carbamazepine', 'na', 'wbc', 'alt'] },
  // The level of carbamazepine does not measure these two, which lower sodium more often.
  { drugs: /\b(?:oxcarbazepine|eslicarbazepine)\b/, analytes: ['na', 'alt'] },
  { drugs: /\b(?:allopurinol|febuxostat)\b/, analytes: ['uric', 'creat', 'alt'] },
  { drugs: /\b(?:ferrous|ferric|iron)\b/, analytes: ['hgb', 'ferritin', 'tsat', 'mcv'] },
  { drugs: /\b(?:epoetin|darbepoetin)\b/, analytes: ['hgb', 'ferritin', 'tsat', 'bp-sys'] },
  { drugs: /\b(?:peg)?filgrastim\b/, analytes: BLOOD_COUNT },
  {
    drugs:
      /\b(?:\w+platin|\w+taxel|\w+rubicin|cyclophosphamide|ifosfamide|fluorouracil|capecitabine|gemcitabine|cytarabine|etoposide|vincristine|irinotecan)\b/,
    analytes: [...BLOOD_COUNT, 'creat', 'alt'],
  },
];

/** Returns the ids of the analytes that are commonly followed with a medication of this name, the first ones first. */
export function monitoredAnalytes(drugName: string): readonly string[] {
  const name = drugName.normalize('NFKC').toLowerCase();
  return [...new Set(MONITORING.flatMap(({ drugs, analytes }) => (drugs.test(name) ? analytes : [])))];
}

/** These are all analytes that this file names. */
export const MONITORED_ANALYTES: readonly string[] = [
  ...new Set(MONITORING.flatMap(({ analytes }) => analytes)),
];
