// Beyond the fixtures: names, codes and texts.
import type { Observation } from 'fhir/r4';
import { concept, LOINC, SNOMED } from '../resources/codes.ts';
import { oddity } from './oddBuilders.ts';
import { ALBUMIN, CALCIUM, categories, loinc, POTASSIUM, SODIUM, ucum } from './oddElements.ts';

export function oddTexts(): readonly Observation[] {
  return [...names(), ...codes(), ...words()];
}

function names(): readonly Observation[] {
  const named = (text: string) => ({ code: { text }, valueQuantity: ucum(1, '{index}', 'index') });
  return oddity(
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
      none: { code: {}, valueQuantity: ucum(1, '{index}', 'index') },
      'formula-of-a-sheet': named('=HYPERLINK("https://evil.example","index")'),
    },
  );
}

function codes(): readonly Observation[] {
  const valueQuantity = ucum(4.4, 'mmol/L');
  const coded = (system: string, code: string) => ({
    code: { coding: [{ system, code }], text: 'Potassium' },
    valueQuantity,
  });
  return [
    ...oddity('code', 31, 'laboratory', POTASSIUM, {
      'loinc-by-oid': coded('urn:oid:2.16.840.1.113883.6.1', '2823-3'),
      'loinc-by-https': coded('https://loinc.org', '2823-3'),
      'loinc-number-of-another-system': coded('https://sandbox-hospital.example/tests', '2823-3'),
      'two-analytes': {
        code: { coding: [...(SODIUM.coding ?? []), ...(POTASSIUM.coding ?? [])], text: 'Na/K' },
        valueQuantity,
      },
      'no-codings': { code: { coding: [], text: 'Potassium' }, valueQuantity },
    }),
    ...oddity('code', 32, 'vital-signs', concept(SNOMED, '364075005', 'Heart rate'), {
      'snomed-only': { valueQuantity: ucum(75, '/min') },
    }),
    ...oddity(
      'code',
      33,
      'laboratory',
      { coding: [{ system: LOINC, code: '99999-9' }] },
      {
        'no-such-loinc': { valueQuantity: ucum(3, 'mg/dL') },
      },
    ),
    ...oddity('category', 34, 'laboratory', ALBUMIN, {
      'two-standard-ones': { category: categories('laboratory', 'exam'), valueQuantity: ucum(4, 'g/dL') },
      'text-only': { category: [{ text: 'Lab' }], valueQuantity: ucum(4.1, 'g/dL') },
    }),
  ];
}

function words(): readonly Observation[] {
  const says = (valueString: string) => ({ valueString });
  const longNote = `${'A very long comment of the laboratory. '.repeat(250)}End of the comment.`;
  return [
    ...oddity('text', 36, 'laboratory', POTASSIUM, {
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
    ...oddity('note', 37, 'laboratory', CALCIUM, {
      long: { valueQuantity: ucum(9.2, 'mg/dL'), note: [{ text: longNote }] },
      'no-array': { valueQuantity: ucum(9.3, 'mg/dL'), note: { text: 'Sent without its brackets' } },
    }),
    ...oddity('concept', 38, 'laboratory', loinc('5778-6', 'Color of Urine', 'Urine color'), {
      text: { valueCodeableConcept: { text: 'Straw' } },
      'code-only': { valueCodeableConcept: { coding: [{ system: SNOMED, code: '371254008' }] } },
      empty: { valueCodeableConcept: {} },
    }),
  ];
}
