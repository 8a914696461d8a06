// These are fixtures 67 to 71 and further oddities: whom a result is about, what was sent with it, and what
// overrides its meaning.
import type { Observation } from 'fhir/r4';
import { fixtureObservations, ODD_ID, oddityObservations } from './oddBuilders.ts';
import { HEART_RATE, loincConcept, POTASSIUM, SODIUM, ucumQuantity } from './oddElements.ts';

export function oddSubjects(fhirBase: string): readonly Observation[] {
  return [
    ...subjectObservations(fhirBase),
    ...modifiedObservations(),
    ...otherFocusObservations(),
    ...cyclicPanels(),
  ];
}

function subjectObservations(fhirBase: string): readonly Observation[] {
  const sodium = (value: number) => ({ valueQuantity: ucumQuantity(value, 'mmol/L') });
  return [
    // A fault of the pages makes page 1 send version 1 of it and page 2 this version.
    ...fixtureObservations('67', 'laboratory', SODIUM, {
      'second-version': { ...sodium(142), meta: { versionId: '2' } },
    }),
    // A fault of the pages names the patient by an identifier alone.
    ...fixtureObservations('69', 'laboratory', SODIUM, {
      'subject-absolute': { ...sodium(137), subject: { reference: `${fhirBase}/Patient/${ODD_ID}` } },
      'subject-versioned': { ...sodium(138), subject: { reference: `Patient/${ODD_ID}/_history/3` } },
    }),
  ];
}

function modifiedObservations(): readonly Observation[] {
  const potassium = (value: number) => ({ valueQuantity: ucumQuantity(value, 'mmol/L') });
  const unknown = { url: 'https://sandbox-hospital.example/StructureDefinition/unknown', valueBoolean: true };
  const specimen = { resourceType: 'Specimen', id: 'specimen', type: { text: 'Plasma (heparin)' } };
  return fixtureObservations('71', 'laboratory', POTASSIUM, {
    contained: { ...potassium(4.2), contained: [specimen], specimen: { reference: '#specimen' } },
    extension: { ...potassium(4.3), extension: [unknown] },
    'modifier-extension': {
      ...potassium(9.3),
      modifierExtension: [
        { url: 'https://sandbox-hospital.example/StructureDefinition/not-to-be-used', valueBoolean: true },
      ],
    },
  });
}

function otherFocusObservations(): readonly Observation[] {
  const rate = { valueQuantity: ucumQuantity(148, '/min') };
  return oddityObservations('focus', 1, 'vital-signs', HEART_RATE, {
    fetus: { ...rate, focus: [{ display: 'Fetus' }] },
    'fetus-with-own-code': {
      ...rate,
      code: loincConcept('55283-6', 'Fetal Heart rate'),
      focus: [{ display: 'Fetus' }],
    },
  });
}

// A member that refers to its own panel must not keep a reader in a loop.
function cyclicPanels(): readonly Observation[] {
  const panel = loincConcept('24326-1', 'Electrolytes 1998 panel - Serum or Plasma', 'Electrolytes');
  const refer = (suffix: string) => [{ reference: `Observation/oddity-member-cycle-${suffix}` }];
  return [
    ...oddityObservations('member-cycle', 2, 'laboratory', panel, {
      first: { hasMember: refer('second') },
      second: { hasMember: refer('third') },
      itself: { hasMember: refer('itself') },
    }),
    ...oddityObservations('member-cycle', 3, 'laboratory', SODIUM, {
      third: { valueQuantity: ucumQuantity(136, 'mmol/L'), hasMember: refer('first') },
    }),
  ];
}
