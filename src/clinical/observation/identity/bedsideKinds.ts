/* oxlint-disable longview/texts-in-catalogs -- the words of a kind are a part of the id of its series */
/**
 * A ventilator, a pump in the aorta and a nurse who asks for pain send several numbers under one code. These data say which words tell them
 * apart (rule 18), in English, German, Spanish and French.
 */
import type { MeasurementKind, MeasurementRule } from './measurementRule.ts';

const SETTING = /\bset\b|\bsetting|\beingest|\bprogramad|\bréglé|\bsoll/;
/** A ventilator measures most volumes as they are breathed out, and the line of the analyte is of these. */
const EXPIRED = /\bexp|\bexh|\bausgeat/;
const MEASURED = /\bmeasur|\bgemess|\bmedid|\bmesur/;

/** A ventilator sends what it was told, what it measured, and what the patient adds. */
const ventilation = (of: RegExp, setting?: string): MeasurementRule => ({
  of,
  reads: ['codeWords'],
  kinds: [
    ['setting', SETTING, setting],
    ['spontaneous', /\be?spont/],
    ['intrinsic', /\bauto ?peep|\bintr[ií]n|peep ?i\b/],
    ['total', /\bpeep tot|\b(?:total|gesamt) ?peep/],
    ['inspired', /\binsp|\binh/],
    ['expired', EXPIRED, undefined, true],
  ],
});

/** The ends of a scale are named so too: "10 = worst pain". */
const WORST_PAIN: MeasurementKind = [
  'maximum',
  /(?<!(?<!\b0 )10 (?:\w+ ){0,2})\b(?:worst|stärkst|peor|pire|m[aá]x|highest)(?!\S* (?:\w+ )?(?:10|imag|poss|vorst))/,
];

export const BEDSIDE_RULES: readonly MeasurementRule[] = [
  ventilation(/^tv/, '20112-9'),
  ventilation(/^mv/),
  ventilation(/^peep/, '20077-4'),
  {
    of: /^fio2/,
    reads: ['codeWords'],
    kinds: [
      ['setting', SETTING],
      ['measured', MEASURED],
      ['expired', EXPIRED],
    ],
  },
  {
    // A balloon in the aorta lifts one pressure and lowers another.
    of: /^(?:bp-|map)/,
    reads: ['codeWords'],
    kinds: [
      ['augmented', /\baugment/],
      ['unassisted', /\bun ?assist/],
      ['assisted', /\bassist(?!an)\w+\b(?! self)/],
    ],
  },
  {
    of: /^pain/,
    reads: ['codeWords'],
    kinds: [
      WORST_PAIN,
      ['average', /\baverage|\bmean\b|\bdurchschn|\bmedi[oa]\b|\bpromedio|\bmoyen/],
      ['minimum', /\bleast\b|\blowest|\bschwächst|\bm[ií]nim/],
      ['target', /\ba[ck]{1,2}?[ck]?ept|\btol[eé]r/],
      ['rest and movement', /\bre(?:st|po\w+) (?:and|y|et)|\bruhe und/, undefined, true],
      ['resting', /\brest\b|\bruhe|\brepos/],
      ['on movement', /\bmov|\bmouv|\bmobil|\bbewegung|\bbelastung|\bactivit|\bcough|\bhusten|\be(?:sf|ff)/],
    ],
  },
];
