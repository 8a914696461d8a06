// The chart's terms are coded here. A term that is not in a table is sent as text alone, because no code is
// better than a wrong one.
import type { CodeableConcept } from 'fhir/r4';
import { codeableConcept, SNOMED } from './codes.ts';
import { parseBarRows } from './tableParsing.ts';

const CVX = 'http://hl7.org/fhir/sid/cvx';

/** The columns are: term of the chart, SNOMED CT code, and the name in SNOMED CT where it differs. */
const CLINICAL = `
Acute kidney injury | 14669001 | Acute renal failure syndrome
Acute respiratory failure | 65710008
Anemia | 271737000
Arterial line | 392247006 | Insertion of catheter into artery
Atrial fibrillation | 49436004
CT chest | 169069000 | Computed tomography of chest
Central venous line | 233527006 | Central venous cannula insertion
Chemotherapy | 367336001
Chest X-ray | 399208008 | Plain X-ray of chest
Chronic kidney disease | 709044004
Diabetic retinopathy | 4855003 | Retinopathy due to diabetes mellitus
Echocardiogram | 40701008 | Echocardiography
Extubated | 271280005 | Removal of endotracheal tube
Febrile neutropenia | 409089005
Hashimoto thyroiditis | 21983002
Heart failure | 84114007
Hives | 126485001 | Urticaria
Hyperkalemia | 14140009
Hyperlipidemia | 55822004
Hypertension | 38341003 | Hypertensive disorder, systemic arterial
Hypokalemia | 43339004
Hypothyroidism | 40930008
Influenza | 6142004
Intubated | 112798008 | Insertion of endotracheal tube
Iron deficiency anemia | 87522002
Mechanical ventilation | 40617009 | Artificial respiration
No known allergy | 716186003
Otitis media | 65363002
Penicillin | 91936005 | Allergy to penicillin
Pneumonia | 233604007
Pregnancy | 77386006 | Pregnant
Renal ultrasound | 306005 | Ultrasonography of kidney
Septic shock | 76571007
Type 2 diabetes | 44054006 | Diabetes mellitus type 2
`;

/** The columns are: term of the chart, CVX code, name in CVX. */
const VACCINES = `
DTaP | 20 | DTaP
DTaP-IPV | 130 | DTaP-IPV
DTaP-IPV-Hib | 120 | DTaP-Hib-IPV
DTaP-IPV-Hib-HepB | 146 | DTaP,IPV,Hib,HepB
Hib | 17 | Hib, unspecified formulation
MMR | 03 | MMR
Tdap | 115 | Tdap
hepatitis A | 83 | Hep A, ped/adol, 2 dose
influenza | 88 | influenza, unspecified formulation
pneumococcal | 109 | pneumococcal, unspecified formulation
pneumococcal, 20-valent conjugate | 216 | Pneumococcal conjugate PCV20, polysaccharide CRM197 conjugate, adjuvant, PF
pneumococcal, 23-valent polysaccharide | 33 | pneumococcal polysaccharide PPV23
rotavirus | 122 | rotavirus, unspecified formulation
varicella | 21 | varicella
`;

const termsOf = (table: string): ReadonlyMap<string, readonly [code: string, display: string]> =>
  new Map(parseBarRows(table).map(([word = '', code = '', display = word]) => [word, [code, display]]));

const CLINICAL_TERMS = termsOf(CLINICAL);
const VACCINE_TERMS = termsOf(VACCINES);

export const clinicalTerm = (word: string, text = word): CodeableConcept =>
  term(CLINICAL_TERMS, SNOMED, word, text);

export const vaccineTerm = (word: string): CodeableConcept => term(VACCINE_TERMS, CVX, word, word);

function term(terms: typeof CLINICAL_TERMS, system: string, word: string, text: string): CodeableConcept {
  const known = terms.get(word);
  return known ? codeableConcept(system, ...known, text) : { text };
}
