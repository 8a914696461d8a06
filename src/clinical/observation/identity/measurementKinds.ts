/* oxlint-disable longview/texts-in-catalogs -- the words of a kind are a part of the id of its series */
/**
 * These data say which words of an Observation move its number, so that its result needs a series of its own (rule 18).
 * The words are compared in lower case and without punctuation (`lowerCaseWords`).
 */
import { BEDSIDE_RULES } from './bedsideKinds.ts';
import { placesOfPressure } from './measurementPlaces.ts';
import type { MeasurementKind, MeasurementRule } from './measurementRule.ts';

export const HOW = ['method', 'device', 'codeWords'] as const;
export const EVERYTHING = ['specimen', 'bodySite', ...HOW] as const;

const posture = (of: RegExp, standing: string, lying: string): MeasurementRule => ({
  of,
  reads: ['position', 'method', 'codeWords'],
  kinds: [
    ['standing', /\bstand|\bupright\b/, standing],
    ['supine', /\bsupine|\blying|\brecumbent|\bprone\b/, lying],
  ],
});

const pressure = (of: RegExp, invasive: string, dayMean?: string, mean?: string): MeasurementRule => ({
  of,
  reads: ['bodySite', ...HOW],
  kinds: [
    [
      'invasive',
      /\buac\b|\bumbilical artery (?:line|cath)|\barterial (?:line|catheter|cannula)|\ba line\b|\bart (?:line|bp|sys|dia|mean)|\b(?:bp|map) art\b|(?<!\b(?:no[nt]?|nicht|niet|i[ck]ke) )\binvasi[fv]|\bintra ?arterial|\bibp\b/,
      invasive,
    ],
    ['24 h mean', /\b24 ?h\w* (?:.* )?(?:mean|average)|\b(?:mean|average)\b.* 24 ?h/, dayMean],
    ['ambulatory', /\bambulatory\b|\babpm\b|\b24 ?h/],
    // Monitors call the pressure of an arterial line so, and others an ambulatory one. A cuff measures neither.
    ['ABP', /\babp[sd]?\b/],
    [
      'average',
      /\baverage\b|\bmean (?:systolic|diastolic)\b|\b(?:systolic|diastolic) (?:blood )?(?:pressure )?mean\b/,
      mean,
    ],
    [
      'leg',
      /\bthigh|\bleg\b|\bankle|\bcalf\b|\bpoplit|\bfoot\b|\btoe\b|\bfemor|\btibial|\blower (?:limb|extremit)/,
    ],
    ['wrist', /\bwrist/],
    ['finger', /\bfinger/],
    ['gradient', /\bgradient/],
  ],
});

const AT_BIRTH: MeasurementKind = ['at birth', /\bbirth\b|\bgeburts|\bnac(?:er|im)|\bnaissance/];
/** "Measured, reported in kg" was measured. */
const STATED: MeasurementKind = [
  'stated',
  /(?<!not |(?<!(?:not|never|be|self) )(?:measured|scale) (?:and |by (?!pa|mo|fa)\w+ )?)\b(?:stated|reported)\b|\blaut\b|\bangabe|\banamnes|\breferid|\bd[eé]clar/,
];
const ESTIMATED_SIZE = /(?<!no[nt] |nicht )\b(?:e?stim|gesch[aä]tz)|\bknee height|\barm span/;
const AFTER_DIALYSIS = /\b(?:post|after|nach) ?(?:ha?emo ?)?dialys/;

/** In a test of hormones or sugar a time alone counts from its beginning. "6 h fasting" is no such time. */
export const TIME_IN_TEST =
  /^(?!.*\b(?:fast|every\b|q ?\d)).*\b(?:[1-9]\d{0,2} ?min(?:ute)?s?|[1-6](?: 5)? ?h(?:rs?|ours?|oras?)?)\b/;

/**
 * The rules say which method, device, site, position or time moves the number, by the id of the analyte. They are our own,
 * for clinical review before release.
 */
export const MEASUREMENT_RULES: readonly MeasurementRule[] = [
  {
    of: /^temp/,
    reads: ['bodySite', ...HOW],
    kinds: [
      ['axillary', /\baxil|\barmpit/],
      ['rectal', /\bre[ck]t(?:al|um)/],
      ['oral', /\boral(?:ly)?\b|\bmouth\b|\bsublingual|\bbuccal/],
      ['tympanic', /\bt[iy]mp[aá]n|\bear\b|\baural/],
      ['temporal', /\btemporal|\bforehead/],
      ['core', /\bcore\b|\bbladder|\bo?esophag|\bpulmonary art|\bnasopharyn/, '8329-5'],
      ['skin', /\bskin\b|\bhauttemp|\bpiel\b|\bflap\b|\bgraft\b|\bstump\b|\bmuñ[oó]n|stumpf|\bwound t/],
    ],
  },
  {
    // A guide asks for the code of a body temperature beside that of the place, and a joint is not as warm as the body.
    of: /^temp/,
    reads: ['bodySite', 'codeWords'],
    kinds: [
      ['heart muscle', /\bmyo[ck]ard/],
      ['brain', /\bbrain|hirntemp/],
      ['urine', /\burine temp/],
      ['joint', /\bjoint|\bgelenk|\barticula/],
      ['spine', /\b(?:cervical|thoracic|lumbar) (?:spine|vertebra)|\bwirbels|\bcolumna\b/],
      ['breast', /\bbreast\b(?! feed| milk)|\bmammary|\bbrust(?:dr\w+)?\b/],
      ['nose', /\bnasal (?!phar)|\bnose\b|\bnase\b|\bnariz\b/],
      [
        'limb',
        /\b(?:foot|toes?|fingers?|hand|limbs?|extremit(?:y|ies)|zehe|hände?|extremität\w*|pie|dedo|mano)\b(?! held)|\bfuß|\b(?:finger|zehen)temp/,
      ],
      [
        'surroundings',
        /\b(?:incubator|inkubator|incubadora|isolette)\b(?! set)|\b(?:ambient|room|air(?:way)?|gas|water|bath|warmer|in(?:fus|ject)ate|dialys(?:ate|is fluid)|blanket|heater|humidifier) temp|\bdialysattemp|\braumtemp|\btemp\S{0,9} ambi[ae]nt|\bomgevingst/,
      ],
    ],
  },
  pressure(/^bp-sys/, '76215-3', '8490-5', '96608-5'),
  pressure(/^bp-dia/, '76213-8', '8472-3', '96609-3'),
  pressure(/^map/, '76214-6'),
  posture(/^bp-sys/, '8460-8', '8461-6'),
  posture(/^bp-dia/, '8454-1', '8455-8'),
  // These come after the others: a catheter in the pulmonary artery is invasive too.
  placesOfPressure(/^bp-sys/, '8440-0'),
  placesOfPressure(/^bp-dia/, '8385-7'),
  placesOfPressure(/^map/, '8414-5'),
  posture(/^hr/, '69001-6', '68999-2'),
  {
    of: /^spo2/,
    // The name of the usual code has "arterial blood" in it, so the words of the code are not read here.
    reads: ['specimen', 'method'],
    kinds: [
      ['venous blood', /\bvenous/, '2711-0'],
      ['arterial blood gas', /\barteri|\bco ?oxim|\bgas\b/, '2708-6'],
    ],
  },
  {
    of: /^spo2/,
    reads: EVERYTHING,
    kinds: [
      ['venous blood', /\bs(?:c|v|cv)o2\b/, '2711-0'],
      ['arterial blood gas', /\bsao2\b|\bblood gas/, '2708-6'],
      // The difference between the two tells of a newborn's heart.
      ['pre-ductal', /\bpre ?ductal/],
      ['post-ductal', /\bpost ?ductal/],
      ['tissue', /\bcerebral|\btissue|\bnirs\b|\b(?:rs|st)o2\b/],
    ],
  },
  {
    of: /^sao2/,
    reads: HOW,
    kinds: [
      [
        'pulse oximetry',
        /\bpuls\w* ?o[xs]|(?<!\bco )\box[iy]m[eé]t|\bpouls\b|\bspo2\b|\bp[eé]ri(?:ph|f)[eé]r(?!\S* art)/,
        '59408-5',
      ],
      ['venous blood', /\bs(?:c|v|cv)o2\b|ven[oö]s/, '2711-0'],
    ],
  },
  {
    of: /^sao2/,
    // The profile of vital signs asks for this code for every saturation. One that says no specimen, no vessel and no way of
    // measuring is that of an oximeter. Two blanks stand where there is no specimen: https://hl7.org/fhir/R4/observation-vitalsigns.html
    reads: ['bodySite', 'specimen', 'method', 'codeWords'],
    kinds: [
      [
        'pulse oximetry',
        /^(?!.*\b(?:lab|sao2|abg|gas|co ?ox|(?<!sang[ru]e )arter(?!\w{0,9} bl)|vei?n|atri|cord\b|nabel)).*? {2}vital signs/,
        '59408-5',
      ],
    ],
  },
  {
    of: /^height$/,
    reads: ['method', 'codeWords'],
    kinds: [['at birth', /\bbirth\b/, '89269-5'], STATED, ['estimated', ESTIMATED_SIZE]],
  },
  {
    // A length has a code of its own, and so do the measures of a newborn: a word of them names how they were taken alone.
    of: /^(?:height~8306-3|hc|birth-(?:weight|length))$/,
    reads: ['method', 'codeWords'],
    kinds: [STATED, ['estimated', ESTIMATED_SIZE]],
  },
  {
    of: /^weight$/,
    reads: ['method', 'codeWords'],
    kinds: [
      ['material', /\b(?:dressing|diaper|wheel ?chair) w/],
      [
        'change',
        /\bweight (?:loss|gain|change|diff)|\bgewichts(?:verl|zun)|\b(?:p[eé]rdida|aumento) de peso/,
      ],
      ['for dosing', /\bdosing/],
      ['dry', /\bdry\b|\btrocken|\bsecc?o?\b/],
      ['ideal', /\bid[eé]al|\bpredicted/, '50064-5'],
      AT_BIRTH,
      // A usual weight is told, again and again, and measured on no day.
      ['usual', /\busual\b(?! scale)|\bhabitu|(?<!\p{L})üblich/u],
      ['target', /\bcible\b|\bsollg/],
      ['before pregnancy', /\bpre ?(?:pregnan|gravid)/, '8348-5'],
      STATED,
      ['estimated', ESTIMATED_SIZE, '8335-2'],
      ['adjusted', /\badjusted\b|\blean\b/],
      ['after dialysis', AFTER_DIALYSIS],
    ],
  },
  {
    of: /^(?:hr$|spo2)/,
    reads: ['codeWords'],
    kinds: [
      ['atrial', /\batrial rate/],
      ['after exercise', /\b(?:post|after) ?exer/],
      ['during exercise', /\bexercis/],
      ['resting', /\brest(?:ing)?\b/],
      ['average', /\b(?:average|mean)\b/],
    ],
  },
  {
    of: /^(?:bp-|hr|rr|map|temp|spo2)/,
    reads: ['codeWords'],
    kinds: [
      ['maximum', /\bt?m[aá]x(?!il)|\bhighest\b/],
      // The word "min" is a minute.
      ['minimum', /\bm[ií]nim|\blowest\b|\bnadir|\bspo2 min\b/],
      // A device is told these, and measures none of them.
      ['alarm', /\balarm/],
      [
        'setting',
        /(?<!signs |vitals )\bset (?:\w+ )?(?:rate|rr|temp)|\b(?:rate|rr|temp\w*) set|\b(?:vent(?:ilator)?|mandatory(?: breath)?|back ?up|pac\w+) rate|\bschrittmacherf|\bde marcapasos|\beingest|\bsoll|\bréglée|\bprogramad/,
      ],
      ['spontaneous', /\bspontan|\bespont/],
    ],
  },
  ...BEDSIDE_RULES,
  // A target was not measured. A name may also say beside the result what is aimed at ("goal: less than 100"), or what a
  // method looks for, so the word counts at an end of the name or before a measure alone.
  {
    of: /./,
    reads: ['codeWords'],
    kinds: [
      [
        'target',
        /^(?:target|goal|ziel(?!z|o)\p{L}*|objetivo)\b(?! (?:\d|amplif|cell|organ|gene|region|antigen|sequence|detect|specific|probe|range|for|is|less|below|in\b))|\b(?:target|goal|ziel|zielwert|objetivo)(?:$| (?:weight|inr|bp|blood pressure|heart rate|hr|glucose|hba1c|a1c|temp|spo2))/u,
      ],
    ],
  },
];

/** These times of a drug level hold for every result of a laboratory, whatever its code. */
export const SAMPLE_TIMES: readonly MeasurementKind[] = [
  // "PIC" is French for the pressure in the skull.
  [
    'peak',
    /\bpeak\b(?! \d)|\bspitzen?\b|\bspitzens|\bpico\b(?! (?:m\b|mono|\d))|(?:\bau|ine) pic\b|\bcmax\b|\bnivel m[aá]x/,
  ],
  [
    'trough',
    /\btrough\b|\bpre ?dos[ei]s?\b|\btal(?:spiegel|$)|\bvall[eé]e?\b|\br[eé]siduel|\bcmin\b|\bc0\b|\bnivel m[ií]n|\bvor gabe/,
  ],
];
/** "Random" is a time for a drug alone; elsewhere it means a spot sample. */
export const DRUG_SAMPLE_TIMES: readonly MeasurementKind[] = [
  ...SAMPLE_TIMES,
  // Lithium after twelve hours and digoxin after six are the ordinary samples.
  [
    'after the dose',
    /^(?!.*\b(?:[6-9]|[12]\d) ?(?:h|\d h)).*\b(?:post|after) ?(?:the )?dose\b|\bc2\b|\b[12] ?h(?:rs?|ours?)?\b/,
  ],
  ['random', /\brandom\b/],
];
/** After these the blood is another for some hours. */
export const EVENTS_BEFORE_SAMPLE: readonly MeasurementKind[] = [
  ['after dialysis', AFTER_DIALYSIS],
  [
    'after a stimulus',
    /^(?=.*\b(?:post|after)\b).*\b(?:(?<!viral )load|meal|challenge|\d+ g|acth|synacthen|cosyntropin|dexa\w*|[tl]h?rh|gnrh|glucagon|arginine|clonidine|secretin|pentagastrin)\b|\b(?:post|after) glucose\b|\b(?<!thyroid )stimulat(?:ed|ion)\b(?! hormone)|\bchallenge\b|\bsuppression test/,
  ],
];
/** The time of these counts from the stimulus. That of other results, such as troponin, counts from the first sample. */
export const EVENTS_BEFORE_HORMONE_SAMPLE: readonly MeasurementKind[] = [
  ...EVENTS_BEFORE_SAMPLE,
  ['after a stimulus', TIME_IN_TEST],
];
/** Returns the first kind that the words name. */
export const firstKind = (kinds: readonly MeasurementKind[], words: string): MeasurementKind | undefined =>
  kinds.find(([, pattern]) => pattern.test(words));
