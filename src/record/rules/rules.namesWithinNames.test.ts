import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';

// Each line has a code, its unit, the plain name of what it is, and other names that arrive under the same code.

const OTHERS = `
76222-9 mL Tidal volume | Tidal volume set | Set tidal volume | Vt (set) | Inspired tidal volume | Tidal volume spontaneous | Spontantidalvolumen
76222-9 mL Tidalvolumen | Tidalvolumen eingestellt | Tidalvolumen inspiratorisch
76222-9 mL Volumen tidal | Volumen tidal programado | Volumen tidal espontáneo
76222-9 mL Volume courant | Volume courant réglé
76222-9 mL Tidal volume exhaled | Tidal volume inspired
20112-9 mL Tidal volume set | Tidal volume exhaled
76009-0 L/min Minute volume | Minute volume, spontaneous | Minute volume set
76248-4 cm[H2O] PEEP | PEEP set | PEEP eingestellt | PEEP programada | PEEP réglée | PEEP total | Gesamt-PEEP | Auto-PEEP | Intrinsic PEEP
76248-4 cm[H2O] PEEP | PEEP intrínseca | Intrinsischer PEEP | PEEPi | PEEP intrinsèque
20077-4 cm[H2O] PEEP set | PEEP total | Auto-PEEP
76531-3 cm[H2O] Peak pressure | Plateau pressure
3150-0 % FiO2 | FiO2 set | FiO2 eingestellt | FiO2 programada | FiO2 measured | FiO2 gemessen | FiO2 medida | FiO2 mesurée | Expired O2 concentration
19994-3 % FiO2 set | FiO2 measured
9279-1 /min Respiratory rate | Respiratory rate spontaneous
9279-1 /min FR | FR espontánea
9279-1 /min RR | Set rate
72514-3 {score} Pain | Pain at rest | Pain with movement | Pain on movement | Pain with activity | Pain on coughing | Worst pain
72514-3 {score} Pain | Pain, worst in last 24 h | Average pain | Least pain | Acceptable pain level | Pain goal
72514-3 {score} Schmerz | Ruheschmerz | Schmerz in Ruhe | Belastungsschmerz | Schmerz bei Bewegung | Stärkster Schmerz | Durchschnittlicher Schmerz
72514-3 {score} Schmerz | Maximalschmerz
72514-3 {score} Dolor | Dolor en reposo | Dolor al movimiento | Peor dolor | Dolor medio | Dolor promedio | Dolor máximo
72514-3 {score} Douleur | Douleur au repos | Douleur à la mobilisation | Douleur maximale | Douleur moyenne | Pire douleur
38208-5 {score} Pain | Pain at rest | Worst pain
1751-7 g/dL Albumin | Prealbumin | Pre-albumin | Präalbumin | Prealbúmina | Préalbumine | Transthyretin | Transthyretin (TTR) | Microalbumin
1751-7 g/dL Albumin | Mikroalbumin | Microalbúmina | Microalbumine | Glycated albumin | Glykiertes Albumin | Albúmina glicada | Albúmina glucosilada
1751-7 g/dL Albumin | Albumine glyquée | Ischemia modified albumin | Ischaemia-modified albumin (IMA) | Ischämie-modifiziertes Albumin
1751-7 g/dL Albumin | Albúmina modificada por isquemia | Albumine modifiée par l'ischémie | Albumin, urine | Albumin im Urin | Albúmina en orina
1751-7 g/dL Albumin | Albumine urinaire | Albuminuria | Albuminurie | Albumin/Creatinine ratio | Albumin/Globulin ratio | Albumin-Quotient
13457-7 mg/dL LDL | Lp(a) | Lipoprotein (a) | Lipoprotein a | Lipoproteína (a) | Lipoprotéine(a) | LDL/HDL ratio | LDL-HDL-Quotient | Small dense LDL
13457-7 mg/dL LDL | sdLDL | Oxidized LDL | oxLDL | LDL particle number | LDL-P | VLDL cholesterol | Apolipoprotein B
30934-4 pg/mL BNP | NT-proBNP | pro-BNP | proBNP | NT pro BNP | N-terminal pro-BNP | N-terminales pro-BNP
33762-6 pg/mL NT-proBNP | BNP | B-type natriuretic peptide
2857-1 ng/mL PSA | PSA, free | freies PSA | PSA libre | % free PSA | PSA free % | PSA-Quotient (frei/gesamt) | PSA ratio | Complexed PSA
2857-1 ng/mL PSA | PSA velocity | PSA density | [-2]proPSA
3016-3 m[IU]/L TSH | TSH receptor antibody | TSH-Rezeptor-Antikörper | TSH-Rezeptor-AK | TRAK | TRAb | Anticuerpos anti receptor de TSH
3016-3 m[IU]/L TSH | Anticorps anti-récepteur de la TSH | Thyroid stimulating immunoglobulin | TSI
1988-5 mg/L CRP | C-peptide | C-Peptid | Péptido C | Peptide C | Protein C | Protein C activity
1986-9 ng/mL C-peptide | CRP | C-reactive protein
1992-7 pg/mL Calcitonin | Procalcitonin | Prokalzitonin | Procalcitonina | PCT
33959-8 ng/mL Procalcitonin | Calcitonin | Kalzitonin
89579-7 ng/L Troponin I hs | Troponin T hs
89579-7 ng/L Troponina I | Troponina T
67151-1 ng/L Troponine T | Troponine I
6598-7 ng/mL Troponin T | Troponin I
17861-6 mg/dL Calcium | Ionised calcium | Calcium ionisé | Calcium, free
17861-6 mg/dL Calcio | Calcio ionizado
19123-9 mg/dL Magnesium | Ionized magnesium | Ionisiertes Magnesium | iMg | Magnesium, RBC | Magnesium im Erythrozyten | Magnésium érythrocytaire
19123-9 mg/dL Magnesio | Magnesio iónico
19123-9 mg/dL Magnésium | Magnésium ionisé
2284-8 ng/mL Folate | RBC folate
2284-8 ng/mL Folsäure | Folsäure in Erythrozyten
20448-7 m[IU]/L Insulin | Proinsulin | Insulin antibodies | Insulin-Antikörper
3013-0 ng/mL Thyroglobulin | Thyroglobulin antibodies | Anti-Tg
3013-0 ng/mL Thyreoglobulin | Thyreoglobulin-Antikörper
2731-8 pg/mL PTH | PTH-related peptide | PTHrP
3034-6 mg/dL Transferrin | Transferrin saturation | Soluble transferrin receptor | Carbohydrate-deficient transferrin | Transferrinsättigung
2132-9 pg/mL Vitamin B12 | Holotranscobalamin | Active B12 | Vitamin B12 aktiv
3053-6 ng/dL T3 | Reverse T3 | T3 uptake
1798-8 U/L Amylase | Pancreatic amylase | Pankreasamylase | AMYLASE I.U.
6768-6 U/L ALP | Bone alkaline phosphatase
6768-6 U/L Alkalische Phosphatase | Knochen-AP
2157-6 U/L CK | CK-MB
2160-0 mg/dL Creatinine | Creatinine clearance
2160-0 mg/dL Kreatinin | Kreatinin-Clearance | Kreatinin I.U.
2160-0 mg/dL Creatinina | Aclaramiento de creatinina
2986-8 ng/dL Testosterone | Dihydrotestosterone
2498-4 ug/dL Iron | Iron saturation | Iron binding capacity
2143-6 ug/dL Cortisol | Cortisone
2093-3 mg/dL Cholesterol | HDL cholesterol
2093-3 mg/dL Cholesterin | HDL-Cholesterin
2093-3 mg/dL Colesterol | Colesterol no HDL
29463-7 kg Weight | Usual weight | Usual body weight | Dry weight | Target weight | Birth weight | Ideal body weight | Predicted body weight
29463-7 kg Weight | Stated weight
29463-7 kg Gewicht | Übliches Gewicht | Sollgewicht | Idealgewicht | Gewicht laut Patient | Gewicht (Angabe des Patienten) | Gewicht anamnestisch
29463-7 kg Peso | Peso habitual | Peso objetivo | Peso al nacer | Peso referido | Peso declarado por el paciente
29463-7 kg Poids | Poids habituel | Poids cible | Poids de naissance | Poids idéal | Poids déclaré
8302-2 cm Height | Height stated | Height, reported by patient | Height, estimated
8302-2 cm Größe | Größe laut Patient
8302-2 cm Talla | Talla referida
8302-2 cm Taille | Taille déclarée
8478-0 mm[Hg] MAP | Cerebral perfusion pressure | CPP | Abdominal perfusion pressure | Assisted mean pressure
8478-0 mm[Hg] MAD | Zerebraler Perfusionsdruck
8478-0 mm[Hg] PAM | Presión de perfusión cerebral | Pression de perfusion cérébrale
8480-6 mm[Hg] Systolic | Assisted systolic pressure | Systolic, IABP assisted | Unassisted systolic
8480-6 mm[Hg] Systolic, IABP assisted | Systolic, IABP unassisted
8462-4 mm[Hg] Diastolic | Augmented diastolic pressure | Diastolic augmentation | IABP augmented diastolic
8462-4 mm[Hg] IABP augmented diastolic | IABP assisted diastolic
718-7 g/dL Hemoglobin | SpHb | Noninvasive hemoglobin | Hemoglobin by pulse co-oximetry
718-7 g/dL Hämoglobin | Hämoglobin nichtinvasiv
718-7 g/dL Hemoglobina | Hemoglobina no invasiva
718-7 g/dL Hémoglobine | Hémoglobine non invasive
718-7 g/dL Hemoglobin (Co-ox) | Hemoglobin pulse co-ox
20563-3 % COHb | SpCO
98979-8 mL/min/{1.73_m2} eGFR | Measured GFR | GFR, measured (iohexol) | Inulin-Clearance | GFR gemessen | Creatinine clearance | Kreatinin-Clearance
98979-8 mL/min/{1.73_m2} TFG | TFG medida | Aclaramiento de creatinina
98979-8 mL/min/{1.73_m2} DFG | DFG mesuré | Clairance de la créatinine
20578-1 ug/mL Vancomycin | Vancomycin Talspiegel | Vancomycin Spitze | Vancomycin Spitzenspiegel | Vancomycin vor Gabe | Vancomycin Cmin
20578-1 ug/mL Vancomycin | Vancomycin Cmax
20578-1 ug/mL Vancomicina | Vancomicina valle | Vancomicina pico | Vancomicina predosis | Vancomicina nivel mínimo | Vancomicina nivel máximo
20578-1 ug/mL Vancomycine | Vancomycine taux résiduel | Vancomycine résiduelle | Vancomycine pic | Vancomycine au pic | Vancomycine vallée
11253-2 ng/mL Tacrolimus | Tacrolimus C0
8310-5 Cel Temperature | Stump temperature | Wound temperature
21198-7 m[IU]/mL hCG | hCG i.U.
`;

const SAME = `
2143-6 ug/dL Cortisol | Hydrocortisone (cortisol) | Hydrocortison
76222-9 mL Tidalvolumen | Tidalvolumen exspiratorisch
76222-9 mL Tidal volume | Tidal volume (measured)
20112-9 mL Tidal volume set | Tidal volume setting ventilator | Tidal volume
76248-4 cm[H2O] PEEP | PEEP measured | PEEP (cmH2O)
20077-4 cm[H2O] PEEP set | PEEP eingestellt | PEEP
3150-0 % FiO2 | Inspired oxygen | FiO2 (%) | Inhaled oxygen concentration
71835-3 % FiO2 measured | FiO2 gemessen
9279-1 /min Respiratory rate | Atemfrequenz | RR (breaths/min) | Respirations total minute count
72514-3 {score} Pain | Pain score now | Current pain | Pain (0 = no pain, 10 = worst pain) | Pain 0-10, 10 is the worst imaginable
72514-3 {score} Pain | Pain 0-10 (worst possible pain = 10) | Pain severity - 0-10 verbal numeric rating [Score] - Reported | Pain after medication
72514-3 {score} Pain | Pain, restless patient | Pain at rest and with movement
72514-3 {score} Schmerz | Aktueller Schmerz | Schmerz (10 = stärkster vorstellbarer Schmerz)
72514-3 {score} Dolor | Dolor actual | Dolor (10 = el peor dolor imaginable)
72514-3 {score} Douleur | Douleur actuelle
1751-7 g/dL Albumin | Albumin i.S. | Serumalbumin | Albumin BCG | Albúmina sérica | Albumine sérique | Human serum albumin | ALB | Albumin (g/dL)
13457-7 mg/dL LDL | LDL-Cholesterin | Colesterol LDL | LDL cholesterol calc | Low density lipoprotein | Low density lipoprotein cholesterol
13457-7 mg/dL LDL | Lipoprotein, low density | Lipoproteínas de baja densidad
30934-4 pg/mL BNP | B-type natriuretic peptide | Brain natriuretic peptide | Natriuretic peptide B | Péptido natriurético cerebral
30934-4 pg/mL BNP | BNP (not NT-proBNP)
33762-6 pg/mL NT-proBNP | Pro-BNP | N-terminal pro-BNP | NT-pro-BNP | Natriuretic peptide.B prohormone N-Terminal
2857-1 ng/mL PSA | PSA total | PSA, screening | Prostate specific antigen | Prostataspezifisches Antigen
3016-3 m[IU]/L TSH | TSH basal | TSH 3rd generation | Thyrotropin | Thyroid stimulating hormone | TSH with reflex to FT4 | TSH I.U. | TSH (m.I.U.)
3016-3 m[IU]/L TSH | U.I. TSH
1988-5 mg/L CRP | C-reaktives Protein | Proteína C reactiva | Protéine C réactive | PCR
1986-9 ng/mL C-peptide | C-Peptid | Péptido C
1992-7 pg/mL Calcitonin | Kalzitonin | Calcitonina
33959-8 ng/mL Procalcitonin | PCT | Prokalzitonin | Procalcitonina
89579-7 ng/L Troponin I hs | hs-cTnI
17861-6 mg/dL Calcium | Calcium total
19123-9 mg/dL Magnesium | Magnesium total | Magnesium i.S. | Magnesium (Mg++)
20448-7 m[IU]/L Insulin | Insulin I.U. | Immunoreactive insulin
3013-0 ng/mL Thyroglobulin | Thyroglobulin (ng/mL) | Thyroglobulin, antibody negative
2731-8 pg/mL PTH | PTH intact
3034-6 mg/dL Transferrin | Transferrin i.S.
3053-6 ng/dL T3 | T3 total
1798-8 U/L Amylase | Amylase total
6768-6 U/L ALP | Alkaline phosphatase
2160-0 mg/dL Creatinine | Creatinine (for clearance)
2276-4 ng/mL Ferritin | Ferritin
29463-7 kg Weight | Weight measured | Actual weight | Discharge weight | Current weight | Weight (before dialysis) | Weight, usual scale
29463-7 kg Weight | Weight (standing scale) | Weight - Admission Unit
29463-7 kg Gewicht | Aktuelles Gewicht
8302-2 cm Height | Height measured | Height, measured not stated
8302-2 cm Größe | Körpergröße
8302-2 cm Talla | Talla
8302-2 cm Taille | Taille debout
8478-0 mm[Hg] MAP | Mean arterial pressure | MAP, tissue perfusion adequate
8480-6 mm[Hg] Systolic | Systolic BP taken by medical assistant | Systolic (assisted self measurement)
718-7 g/dL Hemoglobin | Hgb | Hämoglobin | Hemoglobina
98979-8 mL/min/{1.73_m2} eGFR | eGFR (CKD-EPI) | GFR calculated from measured creatinine | GFR geschätzt | Filtrado glomerular estimado
98979-8 mL/min/{1.73_m2} eGFR | eGFR creatinine
20578-1 ug/mL Vancomycin | Vancomycin
11253-2 ng/mL Tacrolimus | Tacrolimus (FK506)
8310-5 Cel Temperature | Temperature, wound clean
1742-6 U/L ALT | ALT I.U.
21198-7 m[IU]/mL hCG | HCG I.U. | hCG I.U.
10535-3 ng/mL Digoxin | Digoxin residual
6690-2 10*3/uL Leukozyten | Leukozyten I.U.x
`;

/** The name is the same here, and this is the specimen. */
const OTHER_SPECIMEN = `
6690-2 10*3/uL WBC | BAL | Bronchoalveolar lavage | Wound | Wundsekret | Catheter tip | Katheterspitze | Punta de catéter | Extrémité de cathéter
6690-2 10*3/uL WBC | Amputation stump
6690-2 10*3/uL Leukozyten | Bronchiallavage
6690-2 10*3/uL Leucocitos | Lavado broncoalveolar | Herida
6690-2 10*3/uL Leucocytes | LBA | Plaie
`;

/** The name is the same here, and this is the specimen. */
const SAME_SPECIMEN = `
6690-2 10*3/uL WBC | Blood from central venous catheter | Catheter blood
`;

/** The name is the same here, and this is the place. */
const OTHER_BODYSITE = `
6690-2 10*3/uL WBC | Wound | Catheter tip | Amputationsstumpf
2823-3 mmol/L Potassium | BAL
8310-5 Cel Temperature | Amputation stump
`;

/** The name is the same here, and this is the method. */
const OTHER_METHOD = `
29463-7 kg Weight | Stated
718-7 g/dL Hemoglobin | Pulse co-oximetry
98979-8 mL/min/{1.73_m2} eGFR | Iohexol clearance
`;

/** The name is the same here, and this is the method. */
const SAME_METHOD = `
6690-2 10*3/uL WBC | Whole blood, finger tip not used
2823-3 mmol/L Potassium | Blood via arterial catheter
`;

type Case = readonly [code: string, unit: string, name: string, other: string];

const casesOf = (table: string): readonly Case[] =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, code = '', unit = '', names = ''] = /^(\S+) (\S+) (.*)$/.exec(line) ?? [];
      const [name = '', ...others] = names.split(' | ');
      return others.map((other): Case => [code, unit, name, other]);
    });

/** Returns the lines of two results, of which the second has another name or more words. */
const linesOf = ([code, unit, name]: Case, other: string, more: object = {}): readonly string[] =>
  readRecord(
    [name, other].map((text, i) =>
      observation({
        id: `o${i}`,
        effectiveDateTime: `2026-01-0${i + 1}T08:00:00Z`,
        code: { ...loinc(code), text },
        valueQuantity: ucum(5, unit),
        ...(i === 1 && more),
      }),
    ),
  ).series.map(({ id }) => id);

describe('rule 18: a name with that of the code in it may be that of another measure', () => {
  test.each(casesOf(OTHERS))('%s (%s) %s: %s is on no line with it', (...one) => {
    expect(linesOf(one, one[3])).toHaveLength(2);
  });

  test.each(casesOf(SAME))('%s (%s) %s: %s is the same measure', (...one) => {
    expect(linesOf(one, one[3])).toHaveLength(1);
  });
});

describe('rule 18: the specimen, the place and the method count as well', () => {
  test.each(casesOf(OTHER_SPECIMEN))('%s (%s) %s: %s is on no line with it', (...one) => {
    expect(linesOf(one, one[2], { specimen: { display: one[3] } })).toHaveLength(2);
  });

  test.each(casesOf(SAME_SPECIMEN))('%s (%s) %s: %s is on its line', (...one) => {
    expect(linesOf(one, one[2], { specimen: { display: one[3] } })).toHaveLength(1);
  });

  test.each(casesOf(OTHER_BODYSITE))('%s (%s) %s: %s is on no line with it', (...one) => {
    expect(linesOf(one, one[2], { bodySite: { text: one[3] } })).toHaveLength(2);
  });

  test.each(casesOf(OTHER_METHOD))('%s (%s) %s: %s is on no line with it', (...one) => {
    expect(linesOf(one, one[2], { method: { text: one[3] } })).toHaveLength(2);
  });

  test.each(casesOf(SAME_METHOD))('%s (%s) %s: %s is on its line', (...one) => {
    expect(linesOf(one, one[2], { method: { text: one[3] } })).toHaveLength(1);
  });
});
