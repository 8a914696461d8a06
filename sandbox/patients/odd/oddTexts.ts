// These oddities go beyond the fixtures: names, codes and texts.
import type { Observation } from 'fhir/r4';
import { codeableConcept, LOINC, SNOMED } from '../resources/codes.ts';
import { oddityObservations } from './oddBuilders.ts';
import {
  ALBUMIN,
  CALCIUM,
  categoryConcepts,
  loincConcept,
  POTASSIUM,
  SODIUM,
  ucumQuantity,
} from './oddElements.ts';

export function oddTexts(): readonly Observation[] {
  return [...nameObservations(), ...codeObservations(), ...textObservations()];
}

function nameObservations(): readonly Observation[] {
  const named = (text: string) => ({ code: { text }, valueQuantity: ucumQuantity(1, '{index}', 'index') });
  return oddityObservations(
    'name',
    30,
    'laboratory',
    { text: '' },
    {
      arabic: named('مؤشر الاختبار'),
      hebrew: named('מדד בדיקה (Test index 2)'),
      japanese: named('検査指数'),
      emoji: named('Test index \u{1F9EA}\u{1F469}\u200D\u{1F52C}'),
      'right-to-left-override': named('Test \u202Exedni\u202C index'),
      'zero-width': named('Test\u200B\u2060 index'),
      combining: named('Te\u0301st inde\u0308x Z\u0335\u0316\u0308a'),
      html: named('<b>Test</b> <script>document.title="taken"</script>index'),
      long: named('Test index, of a very long name '.repeat(16).trim()),
      'line-breaks': named('Test\r\nindex\twith breaks'),
      none: { code: {}, valueQuantity: ucumQuantity(1, '{index}', 'index') },
      'formula-of-a-sheet': named('=HYPERLINK("https://evil.example","index")'),
    },
  );
}

function codeObservations(): readonly Observation[] {
  const valueQuantity = ucumQuantity(4.4, 'mmol/L');
  const coded = (system: string, code: string) => ({
    code: { coding: [{ system, code }], text: 'Potassium' },
    valueQuantity,
  });
  return [
    ...oddityObservations('code', 31, 'laboratory', POTASSIUM, {
      'loinc-by-oid': coded('urn:oid:2.16.840.1.113883.6.1', '2823-3'),
      'loinc-by-https': coded('https://loinc.org', '2823-3'),
      'loinc-number-of-another-system': coded('https://sandbox-hospital.example/tests', '2823-3'),
      'two-analytes': {
        code: { coding: [...(SODIUM.coding ?? []), ...(POTASSIUM.coding ?? [])], text: 'Na/K' },
        valueQuantity,
      },
      'no-codings': { code: { coding: [], text: 'Potassium' }, valueQuantity },
    }),
    ...oddityObservations('code', 32, 'vital-signs', codeableConcept(SNOMED, '364075005', 'Heart rate'), {
      'snomed-only': { valueQuantity: ucumQuantity(75, '/min') },
    }),
    ...oddityObservations(
      'code',
      33,
      'laboratory',
      { coding: [{ system: LOINC, code: '99999-9' }] },
      {
        'no-such-loinc': { valueQuantity: ucumQuantity(3, 'mg/dL') },
      },
    ),
    ...oddityObservations('category', 34, 'laboratory', ALBUMIN, {
      'two-standard-ones': {
        category: categoryConcepts('laboratory', 'exam'),
        valueQuantity: ucumQuantity(4, 'g/dL'),
      },
      'text-only': { category: [{ text: 'Lab' }], valueQuantity: ucumQuantity(4.1, 'g/dL') },
    }),
  ];
}

function textObservations(): readonly Observation[] {
  const says = (valueString: string) => ({ valueString });
  const longNote = `${'A very long comment of the laboratory. '.repeat(250)}End of the comment.`;
  return [
    ...oddityObservations('text', 36, 'laboratory', POTASSIUM, {
      'decimal-comma': says('4,4 mmol/L'),
      'thousands-comma': says('1,234 mmol/L'),
      'two-numbers': says('4.1-4.3 mmol/L'),
      'three-parts': says('1.2.3'),
      'space-in-comparator': says('> 6.0 mmol/L'),
      exact: says('4.4 mmol/L'),
      empty: says(''),
      html: says('<script>document.title="taken"</script>4.4'),
      arabic: says('عينة غير كافية'),
    }),
    ...oddityObservations('note', 37, 'laboratory', CALCIUM, {
      long: { valueQuantity: ucumQuantity(9.2, 'mg/dL'), note: [{ text: longNote }] },
      'no-array': { valueQuantity: ucumQuantity(9.3, 'mg/dL'), note: { text: 'Sent without its brackets' } },
    }),
    ...oddityObservations(
      'concept',
      38,
      'laboratory',
      loincConcept('5778-6', 'Color of Urine', 'Urine color'),
      {
        text: { valueCodeableConcept: { text: 'Straw' } },
        'code-only': { valueCodeableConcept: { coding: [{ system: SNOMED, code: '371254008' }] } },
        empty: { valueCodeableConcept: {} },
      },
    ),
  ];
}
