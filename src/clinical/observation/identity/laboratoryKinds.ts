/* oxlint-disable longview/texts-in-catalogs -- the words of a kind are a part of the id of its series */
/** These data say which words move the number of a laboratory's result, so that it needs a series of its own (rule 18). */
import { EVERYTHING, HOW, TIME_IN_TEST } from './measurementKinds.ts';
import type { MeasurementKind, MeasurementRule } from './measurementRule.ts';

/** "Uncorrected", "not albumin corrected" and "nicht korrigiert" are the opposite. */
const CORRECTED =
  /(?<!\b(?:not|non?|nicht|sin) (?:\p{L}{1,15} )?)\b(?:(?:corr|adj)(?:ected|usted)?\b|\p{L}*korrigier|corregi|corrig|corrett)/u;
const HIGH_SENSITIVITY_CRP = /(?<!\b(?:not|non?|nicht) )(?:\bhigh ?sens|\bhs ?(?:crp)?\b|\bcardiac\b)/;

/** A load of glucose is told by its hour, when the words say so. */
const afterLoad = (hours: number): MeasurementKind => [
  `${hours} h after a load`,
  new RegExp(
    `^(?=.*\\b(?:ogtt|tolerance|post|after|load|pp|pc|pos ?carga)\\b).*\\b(?:${hours} ?h|${hours * 60} ?min)`,
  ),
];

const MASS_SPECTROMETRY: MeasurementKind = ['mass spectrometry', /\bmass spec|\blc ?ms|\btandem/];

const NAME = ['ownWords'] as const;
const OWN_HOW = ['method', 'device', ...NAME] as const;
const OWN_EVERYTHING = ['specimen', 'bodySite', ...OWN_HOW] as const;

const rule = (
  of: RegExp,
  reads: MeasurementRule['reads'],
  ...kinds: readonly MeasurementKind[]
): MeasurementRule => ({ of, reads, kinds });

const troponin = (of: RegExp, other: MeasurementKind, highSensitivity: MeasurementKind): MeasurementRule =>
  rule(
    of,
    OWN_HOW,
    ['change', /(?<!\b(?:with|w|incl\w*) )\bdelta\b|\bchange\b|\bdifference\b/],
    other,
    highSensitivity,
  );

/**
 * The rules say which method, device, time or correction moves the number, by the id of the analyte. They are our own, for
 * clinical review before release.
 */
export const LABORATORY_RULES: readonly MeasurementRule[] = [
  rule(
    /^glucose/,
    EVERYTHING,
    ['sensor', /\bcgms?\b|\bcontinuous|\binterst|\bsensor|\bdexcom|\blibre\b/, '99504-3'],
    [
      'glucometer',
      /\bglucomet|\bmeter\b|\bpoct?\b|\bpoint of care|\bfinger(?!nail)|\b(?:cbg|grbs|hgt|dextrostix|hemoglucotest)\b|^(?!.*(?:\bpost\b|\btoler|\bogtt|\d ?(?:g|min|h)\b)).*\bdextro\b|[ck]apill?[aä]|\bbedside|\baccu ?chek|\bone ?touch|\bstat ?strip|\bcontour\b|\bhome (?:gluc|meter|monitor)|\bself\b|\bpatient (?:reported|entered)/,
      '41653-7',
    ],
    ...[1, 2, 3].map(afterLoad),
    ['after a load', /\bogtt\b|\btolerance|\bpost? ?(?:load|prandial|glucose|challenge|carga)|\bpc\b/],
    ['after a load', TIME_IN_TEST],
  ),
  rule(/^inr/, EVERYTHING, [
    'meter',
    /\bcoagu ?chek|\bmeter\b|\bpoct?\b|\bpoint of care|\bfinger|[ck]apill?[aä]|\bwhole blood|\bbedside|\bhemochron|\binratio|\bi ?stat\b/,
    '34714-6',
  ]),
  rule(
    /^ldl/,
    HOW,
    ['Martin-Hopkins', /\bmartin\b|\bhopkins\b/],
    ['Sampson', /\bsampson\b/],
    ['direct', /\bdire[ck]t|\bhomogen/, '18262-6'],
    ['calculated', /\bcalc|\bfriedewald|\bcomput|\bestimat|\bberechn/, '13457-7', true],
  ),
  rule(
    /^egfr(?:~|$)/,
    HOW,
    [
      'measured',
      /\biohex|\biothal|\binulin|\bedta\b|\bdtpa\b|\bgemess|\bmedid|\bmesur|\bmeasured\b(?! \w* ?[ck]reat)/,
    ],
    ['cystatin C', /\bcystatin/],
    ['MDRD', /\bmdrd/, '33914-3'],
    ['Schwartz', /\bschwartz/, '50384-7'],
    ['Cockcroft-Gault', /\bcockcroft/],
    ['CKD-EPI 2021', /\b2021\b/, '98979-8'],
    ['CKD-EPI 2009', /\b2009\b/, '62238-1'],
    ['clearance', /\bclearance|\ba[ck]lara|\bclairance|\bdepura/],
  ),
  // Laboratories call both troponins by one word, and the rise from one sample to the next by the name of the test.
  troponin(
    /^tni/,
    ['troponin T', /\b(?:troponin[ae]?|tn) t\b|\bc?tnt\b/],
    ['high sensitivity', /\bhigh ?sens|\bhs\b|\bhs ?(?:tni|troponin|c?tn)/, '89579-7'],
  ),
  troponin(
    /^tnt/,
    ['troponin I', /\b(?:troponin[ae]?|tn) i\b|\bc?tni\b/],
    ['high sensitivity', /\bhigh ?sens|\bhs\b|\bhs ?(?:tnt|troponin|c?tn)/, '67151-1'],
  ),
  rule(/^(?:tacro|csa|siro|evero)/, HOW, MASS_SPECTROMETRY, [
    'immunoassay',
    /\bimmuno|\bcmia\b|\beclia?\b|\bemit\b/,
  ]),
  rule(
    /^(?:alt|ast)(?:-|~|$)/,
    HOW,
    ['without pyridoxal phosphate', /\bwithout (?:p5p|p 5 p|pyridoxal)/],
    ['with pyridoxal phosphate', /\bp5p|\bp 5 p\b|\bpyridoxal/],
  ),
  rule(
    /^cortisol/,
    ['codeWords', 'specimen', 'method'],
    ['after dexamethasone', /\bdexa/],
    ['stimulated', /\bpost\b|\bafter\b|\bnach\b|\bstimul|\b\d{2,3} ?min/],
    ['morning', /\ba ?m\b|\bmorning|\bmorgen|\bmatutin/],
    ['evening', /\bp ?m\b|\bevening|\bmidnight|\babend|\bmitternacht|\bvespertin/],
  ),
  rule(/^ca$/, NAME, ['corrected', CORRECTED, '46099-8']),
  rule(/^wbc$/, NAME, ['uncorrected', /\bun ?corrected/], ['corrected', CORRECTED, '33256-9']),
  rule(/^(?:na|retic-pct)$/, NAME, ['corrected', CORRECTED]),
  rule(/^ica/, NAME, ['at pH 7.4', /\b(?:normal|standard)i[sz]ed|\b7 40?\b|\bph (?:corr|adj)|\bnca\b/]),
  rule(/^p(?:h|co2|o2)-/, NAME, [
    'at patient temperature',
    /\btemp\w* ?(?:corr|adj|korr)|\b(?:corr|adj)\w* (?:\w+ ){0,4}temp|\b(?:patient|body) temp|\bp(?:h|c?o2) t\b/,
  ]),
  rule(/^hco3/, NAME, ['standard', /\bstd\b|\bstandard/]),
  rule(/^be-/, NAME, ['extracellular fluid', /\becf\b|\bextracell|\bstandard|\bsbe\b/]),
  rule(
    /^tbili/,
    OWN_EVERYTHING,
    // A reading through the skin decides that blood is taken, and is not compared with it.
    ['transcutaneous', /\btrans?[ck]ut[aá]n|\btcb\b|\bskin\b/, '58941-6'],
    ['conjugated', /^(?!.*\b(?:total|gesamt|un ?[ck]on[jy]ug)).*\b[ck]on[jy]ug/],
  ),
  rule(/^(?:hgb|cohb|methb)/, OWN_HOW, [
    'transcutaneous',
    /\bsp(?:hb|co|met)\b|\bpuls\w* co|(?<!\w)n(?:on|icht|o) ?invasiv/,
  ]),
  // Platelets that clump in EDTA are counted again in another tube or by another channel.
  rule(/^plt/, OWN_EVERYTHING, ['citrate', /\b[cz]itrat/], ['fluorescence', /\bfluor|\bplt ?f\b/]),
  rule(/^hct/, OWN_HOW, ['spun', /\bspun\b|\bcentrifug/]),
  // "Segs and bands" are all neutrophils, and so are "polys and bands".
  rule(
    /^neut/,
    NAME,
    [
      'bands',
      /^(?!.*\b(?:seg|poly|anc\b|(?:and|w|with|plus|und|mit|y|con) (?:bands?|stab|cayados|bandas)|incl|no\b)).*\b(?:bandas?|bands?|stab(?:kern\w*)?|cayados?|abastonados?)\b/,
    ],
    ['segmented', /^(?!.*\bband).*\bseg(?:s|ment\w*)?\b/],
  ),
  rule(/^lym/, NAME, ['atypical', /\batyp|\breactive\b|\bvariant\b/]),
  rule(/^retic-pct/, NAME, ['immature', /\bimmature\b|\birf\b/], ['production index', /\bindex\b|\brpi\b/]),
  // Two clones are followed apart.
  rule(
    /^m-spike/,
    NAME,
    ...[2, 3].map((number): MeasurementKind => [
      `number ${number}`,
      new RegExp(`\\b(?:spike|protein|gradient|peak|component|band|clone) ?(?:no |nr )?${number}\\b`),
    ]),
  ),
  rule(
    /^m-spike/,
    NAME,
    ...['IgA', 'IgM', 'IgD'].map((name): MeasurementKind => [
      name,
      new RegExp(`\\big ?${name.slice(2).toLowerCase()}\\b`),
    ]),
  ),
  rule(
    /^anti-xa/,
    OWN_HOW,
    [
      'low molecular weight heparin',
      /^(?!.*\b(?:ufh|unfrac)).*\b(?:lmwh?\b|low mol|nmh\b|(?:enoxa|dalte|tinza)parin)/,
    ],
    ['unfractionated heparin', /^(?!.*\b(?:lmwh?|low mol|nmh)\b).*\b(?:ufh\b|unfrac)/],
    ['apixaban', /\bapixaban/],
    ['rivaroxaban', /\brivaroxaban/],
  ),
  rule(/^crp/, OWN_HOW, ['high sensitivity', HIGH_SENSITIVITY_CRP, '30522-7']),
  rule(
    /^egfr/,
    NAME,
    ['non-black', /\b(?:non|not) ?(?:afr|black|aa\b)/],
    ['black', /\bafr|\bblack\b|\baa\b/],
  ),
  rule(/^ft[34]/, OWN_HOW, ['equilibrium dialysis', /\bdialysis\b/]),
  rule(/^(?:testo|e2|thyroglobulin|cortisol)/, OWN_HOW, MASS_SPECTROMETRY),
  rule(/^prl/, OWN_HOW, ['after PEG', /\bpeg\b|\bmonomer|\bmacro/]),
  rule(/^psa/, OWN_HOW, ['ultrasensitive', /\bultra ?sens|\bus ?psa\b/, '35741-8']),
  rule(/^fib/, OWN_HOW, ['derived', /\bderived\b/]),
  rule(/^fviii/, OWN_HOW, ['chromogenic', /\bchromogen/]),
  rule(/^(?:kappa|lambda)-flc/, NAME, ['total', /^(?!.*\b(?:free|flc)\b).*\btotal\b/]),
  rule(/^(?:ldh|alp)/, NAME, ['isoenzyme', /\bisoen/]),
  rule(/^testo/, NAME, ['bioavailable', /^(?!.*\btotal\b).*\bbioavail/]),
  rule(/^alb$/, OWN_HOW, ['electrophoresis', /\bele[ck]tropho|\bspep?\b/]),
  // Laboratories use one code for a substance and for a part of it. "With reflex to free" is an order for the whole, and "free and total" may be either.
  rule(
    /^(?:ca$|ica|psa|f?t[34]$|testo|[tdi]bili|hgb$)/,
    NAME,
    ['total', /^(?!.*\bfre[ei]).*(?:\btotal|gesamt)/, undefined, true],
    ['indirect', /\bindir/],
    ['conjugated', /\bbil\w{0,9} dire|\bdire\w{0,4} bil/],
    ['ionized', /^(?!.*reflex).*\bi[oóô]ni/, '1994-3'],
    ['free', /^(?!.*(?:reflex|total)).*(?:\bfre[ei]|\blibr|\bf(?:t4|psa))/],
  ),
  rule(
    /^(?:fev1|fvc)/,
    NAME,
    ['predicted', /\bpred|\bsoll/],
    ['after bronchodilator', /\bpost|\bafter|\bnach\b/],
  ),
];
