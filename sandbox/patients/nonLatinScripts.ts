/**
 * These two short records are outside the Latin script, as servers of other countries send them. One has a
 * Japanese name in three spellings (written, spoken, in Latin letters), and one has an Arabic name, which is
 * read from the right. The names of the tests and the notes are partly in that script; codes and units are
 * the same everywhere. The family names mean "imaginary" and "of a trial".
 */
import type { HumanName, Observation } from 'fhir/r4';
import { conditions } from './resources/condition.ts';
import { patientResource } from './resources/patient.ts';
import { observationsFromTable, visitsFromTable } from './resources/chartTables.ts';
import { observationBase } from './resources/observation.ts';
import type { PatientStory } from './story.ts';

/** Describes a record in the words of its country. */
type Country = Pick<PatientStory, 'id' | 'title' | 'purpose'> & {
  readonly patient: Omit<Parameters<typeof patientResource>[0], 'id'>;
  /** The columns are those of `visitsFromTable`. */
  readonly visits: string;
  /** The columns are: time, blood pressure, heart rate, weight. */
  readonly vitals: string;
  /** The columns are: time, haemoglobin, creatinine, potassium, HbA1c. */
  readonly blood: string;
  readonly ranges: Readonly<Record<string, string>>;
  /** The keys are LOINC codes and the values are the names of the tests. */
  readonly names: Readonly<Record<string, string>>;
  /** The note belongs to the haemoglobin of this time. */
  readonly note: { readonly at: string; readonly text: string };
  /** The row is one of the table of `conditions`, and the text is what the country calls it. */
  readonly condition: { readonly row: string; readonly text: string };
  /** This is the result of the hepatitis B antigen at the time of the note. */
  readonly virus: { readonly text: string; readonly answer: string };
};

const HEMOGLOBIN = '718-7';
const VIRUS = {
  code: '5196-1',
  display: 'Hepatitis B virus surface Ag [Presence] in Serum or Plasma by Immunoassay',
  category: 'laboratory',
} as const;

function storyOfCountry(country: Country): PatientStory {
  const { id, title, purpose, visits, vitals, blood, ranges, note, virus, condition } = country;
  return {
    id,
    title,
    purpose,
    resources: () => {
      const { encounters, encounterAt } = visitsFromTable(id, visits);
      const chart = { patient: id, encounterAt, ranges };
      const measured = [
        ...observationsFromTable(chart, ['bp', 'hr', 'weight'], vitals),
        ...observationsFromTable(chart, ['hgb', 'creat', 'k', 'a1c'], blood),
      ];
      const { at } = note;
      return [
        patientResource({ ...country.patient, id }),
        ...encounters,
        ...conditions(id, condition.row).map((one) => ({
          ...one,
          code: { ...one.code, text: condition.text },
        })),
        ...measured.map((observation) => inWords(observation, country)),
        {
          ...observationBase(
            { patient: id, measure: 'hbsag', at, encounter: encounterAt(at) },
            { ...VIRUS, ...virus },
          ),
          valueString: virus.answer,
        },
      ];
    },
  };
}

function inWords(observation: Observation, { names, note }: Country): Observation {
  const code = observation.code.coding?.[0]?.code ?? '';
  const isNoted = code === HEMOGLOBIN && observation.effectiveDateTime?.startsWith(note.at);
  return {
    ...observation,
    code: { ...observation.code, text: names[code] ?? '' },
    ...(isNoted && { note: [{ text: note.text }] }),
  };
}

/** IDE is written, SYL is spoken, and ABC is in Latin letters. */
const spelledName = (valueCode: 'IDE' | 'SYL' | 'ABC', family: string, given: string): HumanName => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation', valueCode }],
  use: 'official',
  text: `${family} ${given}`,
  family,
  given: [given],
});

export const japanese = storyOfCountry({
  id: 'japanese',
  title: '架空 花子 (Kakuu Hanako), 44: a Japanese name',
  purpose: 'A name in three spellings, names of tests and notes in Japanese.',
  patient: {
    family: '架空',
    given: ['花子'],
    names: [
      spelledName('IDE', '架空', '花子'),
      spelledName('SYL', 'カクウ', 'ハナコ'),
      spelledName('ABC', 'Kakuu', 'Hanako'),
    ],
    gender: 'female',
    birthDate: '1982-03-03',
    mrn: '019 411 27',
  },
  visits: '2025-11-11T09:00 | 60 | | 健康診断\n2026-11-10T09:00 | 60 | | 健康診断',
  vitals: '2025-11-11T09:10 118/72 66 52.4\n2026-11-10T09:10 122/74 68 53.1',
  blood: '2025-11-11T09:20 12.4 0.61 4.1 5.4\n2026-11-10T09:20 11.2L 0.63 4.2 5.5',
  ranges: { hgb: '11.6-14.8', creat: '0.46-0.79', k: '3.6-4.8', a1c: '4.9-6.0' },
  names: {
    '85354-9': '血圧',
    '8867-4': '脈拍',
    '29463-7': '体重',
    [HEMOGLOBIN]: 'ヘモグロビン',
    '2160-0': 'クレアチニン',
    '2823-3': 'カリウム',
    '4548-4': 'HbA1c (NGSP)',
  },
  note: { at: '2026-11-10T09:20', text: '軽度溶血あり。次回再検してください。(slightly hemolyzed)' },
  condition: { row: '2026-11-10 | | 2026-11-10 | problem | Iron deficiency anemia', text: '鉄欠乏性貧血' },
  virus: { text: 'HBs抗原', answer: '陰性' },
});

export const arabic = storyOfCountry({
  id: 'arabic',
  title: 'ليلى تجريبي (Layla Tajribi), 52: read from the right',
  purpose: 'A name and notes that are read from the right, beside numbers that are not.',
  patient: {
    family: 'تجريبي',
    given: ['ليلى'],
    names: [
      { use: 'official', text: 'ليلى تجريبي', family: 'تجريبي', given: ['ليلى'] },
      { use: 'usual', family: 'Tajribi', given: ['Layla'] },
    ],
    gender: 'female',
    birthDate: '1974-09-12',
    mrn: '020 157 38',
  },
  visits: '2026-02-17T11:00 | 40 | | زيارة العيادة\n2026-08-18T11:00 | 40 | | زيارة العيادة',
  vitals: '2026-02-17T11:10 134/82 76 71.5\n2026-08-18T11:10 128/78 74 70.2',
  blood: '2026-02-17T11:20 11.8L 0.70 4.4 6.4\n2026-08-18T11:20 12.6 0.72 4.3 6.0',
  ranges: { hgb: '12.0-15.5', creat: '0.59-1.04', k: '3.5-5.0', a1c: '<5.7' },
  names: {
    '85354-9': 'ضغط الدم',
    '8867-4': 'معدل ضربات القلب',
    '29463-7': 'وزن الجسم',
    [HEMOGLOBIN]: 'الهيموغلوبين (Hb)',
    '2160-0': 'الكرياتينين',
    '2823-3': 'البوتاسيوم',
    '4548-4': 'الهيموغلوبين السكري HbA1c',
  },
  note: { at: '2026-08-18T11:20', text: 'تمت مراجعة النتيجة 12.6 g/dL مع Dr. Raman.' },
  condition: { row: '2024-03 | | 2026-02-17 | problem | Type 2 diabetes', text: 'داء السكري من النوع 2' },
  virus: { text: 'المستضد السطحي لالتهاب الكبد ب', answer: 'سلبي (negative)' },
});
