// The hospital measures these. The columns are: id, LOINC code, LOINC name, name in the chart, unit, UCUM
// code, and for the laboratory the specimen. The three eGFR formulas have three codes: 33914-3 is MDRD,
// 62238-1 is CKD-EPI 2009, and 98979-8 is CKD-EPI 2021.
import type { Category } from './codes.ts';
import { parseBarRows } from './tableParsing.ts';

export type Measure = {
  readonly id: string;
  readonly code: string;
  readonly display: string;
  readonly text: string;
  readonly unit: string;
  readonly ucum: string;
  readonly category: Category;
  readonly specimen: string;
};

const VITAL_SIGNS = `
hr | 8867-4 | Heart rate | Heart rate | /min | /min
rr | 9279-1 | Respiratory rate | Respiratory rate | /min | /min
temp | 8310-5 | Body temperature | Temperature | °C | Cel
spo2 | 59408-5 | Oxygen saturation in Arterial blood by Pulse oximetry | Oxygen saturation | % | %
weight | 29463-7 | Body weight | Body weight | kg | kg
weightG | 29463-7 | Body weight | Body weight | g | g
weightLb | 29463-7 | Body weight | Body weight | lb | [lb_av]
weight-pct | 8336-0 | Body weight [Percentile] Per age | Weight-for-age percentile | % | %
length-pct | 8303-0 | Body height [Percentile] | Length-for-age percentile | % | %
hc-pct | 8289-1 | Head Occipital-frontal circumference Percentile | Head circumference percentile | % | %
ga-birth | 76516-4 | Gestational age--at birth | Gestational age at birth | wk | wk
height | 8302-2 | Body height | Body height | cm | cm
length | 8306-3 | Body height --lying | Body length | cm | cm
bmi | 39156-5 | Body mass index (BMI) [Ratio] | Body mass index | kg/m² | kg/m2
fetal-hr | 55283-6 | Fetal Heart rate | Fetal heart rate | /min | /min
fundal-height | 11881-0 | Uterus Fundal height Tape measure | Fundal height | cm | cm
hc | 9843-4 | Head Occipital-frontal circumference | Head circumference | cm | cm
gcs | 9269-2 | Glasgow coma score total | Glasgow coma score | score | {score}
pain | 72514-3 | Pain severity - 0-10 verbal numeric rating [Score] - Reported | Pain severity | score | {score}
`;

const LABORATORY = `
creat | 2160-0 | Creatinine [Mass/volume] in Serum or Plasma | Creatinine | mg/dL | mg/dL | Serum
egfrMdrd | 33914-3 | Glomerular filtration rate [Volume Rate/Area] in Serum or Plasma by Creatinine-based formula (MDRD)/1.73 sq M | eGFR, creatinine | mL/min/1.73 m² | mL/min/{1.73_m2} | Serum
egfr2009 | 62238-1 | Glomerular filtration rate [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI)/1.73 sq M | eGFR, creatinine | mL/min/1.73 m² | mL/min/{1.73_m2} | Serum
egfr2021 | 98979-8 | Glomerular filtration rate [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI 2021)/1.73 sq M | eGFR, creatinine | mL/min/1.73 m² | mL/min/{1.73_m2} | Serum
k | 2823-3 | Potassium [Moles/volume] in Serum or Plasma | Potassium | mmol/L | mmol/L | Serum
na | 2951-2 | Sodium [Moles/volume] in Serum or Plasma | Sodium | mmol/L | mmol/L | Serum
cl | 2075-0 | Chloride [Moles/volume] in Serum or Plasma | Chloride | mmol/L | mmol/L | Serum
co2 | 2028-9 | Carbon dioxide, total [Moles/volume] in Serum or Plasma | Bicarbonate | mmol/L | mmol/L | Serum
bun | 3094-0 | Urea nitrogen [Mass/volume] in Serum or Plasma | Urea nitrogen | mg/dL | mg/dL | Serum
glucose | 2345-7 | Glucose [Mass/volume] in Serum or Plasma | Glucose | mg/dL | mg/dL | Plasma
glucose-50g | 1504-0 | Glucose [Mass/volume] in Serum or Plasma --1 hour post 50 g glucose PO | Glucose 1 h after 50 g | mg/dL | mg/dL | Plasma
glucose-100g-1h | 1501-6 | Glucose [Mass/volume] in Serum or Plasma --1 hour post 100 g glucose PO | Glucose 1 h after 100 g | mg/dL | mg/dL | Plasma
glucose-100g-2h | 1514-9 | Glucose [Mass/volume] in Serum or Plasma --2 hours post 100 g glucose PO | Glucose 2 h after 100 g | mg/dL | mg/dL | Plasma
glucose-100g-3h | 1530-5 | Glucose [Mass/volume] in Serum or Plasma --3 hours post 100 g glucose PO | Glucose 3 h after 100 g | mg/dL | mg/dL | Plasma
glucose-poc | 41653-7 | Glucose [Mass/volume] in Capillary blood by Glucometer | Glucose, capillary | mg/dL | mg/dL | Capillary blood
cgm | 99504-3 | Glucose [Mass/volume] in Interstitial fluid | Glucose, sensor | mg/dL | mg/dL
ca | 17861-6 | Calcium [Mass/volume] in Serum or Plasma | Calcium | mg/dL | mg/dL | Serum
ica | 1994-3 | Calcium.ionized [Moles/volume] in Blood | Calcium, ionized | mmol/L | mmol/L | Arterial blood
mg | 19123-9 | Magnesium [Mass/volume] in Serum or Plasma | Magnesium | mg/dL | mg/dL | Serum
phos | 2777-1 | Phosphate [Mass/volume] in Serum or Plasma | Phosphate | mg/dL | mg/dL | Serum
uric | 3084-1 | Urate [Mass/volume] in Serum or Plasma | Urate | mg/dL | mg/dL | Serum
alb | 1751-7 | Albumin [Mass/volume] in Serum or Plasma | Albumin | g/dL | g/dL | Serum
alt | 1742-6 | Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma | ALT | U/L | U/L | Serum
ast | 1920-8 | Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma | AST | U/L | U/L | Serum
alp | 6768-6 | Alkaline phosphatase [Enzymatic activity/volume] in Serum or Plasma | Alkaline phosphatase | U/L | U/L | Serum
ldh | 2532-0 | Lactate dehydrogenase [Enzymatic activity/volume] in Serum or Plasma | LDH | U/L | U/L | Serum
tbili | 1975-2 | Bilirubin.total [Mass/volume] in Serum or Plasma | Bilirubin, total | mg/dL | mg/dL | Serum
a1c | 4548-4 | Hemoglobin A1c/Hemoglobin.total in Blood | Hemoglobin A1c | % | % | Whole blood (EDTA)
ldl | 13457-7 | Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation | LDL cholesterol | mg/dL | mg/dL | Serum
hdl | 2085-9 | Cholesterol in HDL [Mass/volume] in Serum or Plasma | HDL cholesterol | mg/dL | mg/dL | Serum
tg | 2571-8 | Triglyceride [Mass/volume] in Serum or Plasma | Triglycerides | mg/dL | mg/dL | Serum
chol | 2093-3 | Cholesterol [Mass/volume] in Serum or Plasma | Total cholesterol | mg/dL | mg/dL | Serum
uacr | 9318-7 | Albumin/Creatinine [Mass Ratio] in Urine | Urine albumin/creatinine | mg/g | mg/g | Urine
upcr | 2890-2 | Protein/Creatinine [Mass Ratio] in Urine | Urine protein/creatinine | mg/g | mg/g | Urine
pth | 2731-8 | Parathyrin.intact [Mass/volume] in Serum or Plasma | Parathyroid hormone | pg/mL | pg/mL | Plasma (EDTA)
hgb | 718-7 | Hemoglobin [Mass/volume] in Blood | Hemoglobin | g/dL | g/dL | Whole blood (EDTA)
hct | 4544-3 | Hematocrit [Volume Fraction] of Blood by Automated count | Hematocrit | % | % | Whole blood (EDTA)
mcv | 787-2 | MCV [Entitic mean volume] in Red Blood Cells by Automated count | MCV | fL | fL | Whole blood (EDTA)
wbc | 6690-2 | Leukocytes [#/volume] in Blood by Automated count | White blood cells | 10*3/uL | 10*3/uL | Whole blood (EDTA)
neut-abs | 751-8 | Neutrophils [#/volume] in Blood by Automated count | Neutrophils | 10*3/uL | 10*3/uL | Whole blood (EDTA)
plt | 777-3 | Platelets [#/volume] in Blood by Automated count | Platelets | 10*3/uL | 10*3/uL | Whole blood (EDTA)
ferritin | 2276-4 | Ferritin [Mass/volume] in Serum or Plasma | Ferritin | ng/mL | ng/mL | Serum
crp | 1988-5 | C reactive protein [Mass/volume] in Serum or Plasma | C-reactive protein | mg/L | mg/L | Serum
pct | 33959-8 | Procalcitonin [Mass/volume] in Serum or Plasma | Procalcitonin | ng/mL | ng/mL | Serum
lactate | 2524-7 | Lactate [Moles/volume] in Serum or Plasma | Lactate | mmol/L | mmol/L | Plasma
ph-art | 2744-1 | pH of Arterial blood | pH, arterial | pH | [pH] | Arterial blood
pco2-art | 2019-8 | Carbon dioxide [Partial pressure] in Arterial blood | pCO2, arterial | mmHg | mm[Hg] | Arterial blood
po2-art | 2703-7 | Oxygen [Partial pressure] in Arterial blood | pO2, arterial | mmHg | mm[Hg] | Arterial blood
hco3-art | 1960-4 | Bicarbonate [Moles/volume] in Arterial blood | Bicarbonate, arterial | mmol/L | mmol/L | Arterial blood
inr | 6301-6 | INR in Platelet poor plasma by Coagulation assay | INR | INR | {INR} | Plasma (citrate)
tsh | 3016-3 | Thyrotropin [Units/volume] in Serum or Plasma | TSH | mIU/L | m[IU]/L | Serum
ft4 | 3024-7 | Thyroxine (T4) free [Mass/volume] in Serum or Plasma | Free T4 | ng/dL | ng/dL | Serum
tpo | 8099-4 | Thyroperoxidase Ab [Units/volume] in Serum or Plasma | TPO antibodies | IU/mL | [IU]/mL | Serum
vitd | 62292-8 | 25-Hydroxyvitamin D2+25-Hydroxyvitamin D3 [Mass/volume] in Serum or Plasma | 25-OH vitamin D | ng/mL | ng/mL | Serum
ntprobnp | 33762-6 | Natriuretic peptide.B prohormone N-Terminal [Mass/volume] in Serum or Plasma | NT-proBNP | pg/mL | pg/mL | Plasma
lead | 5671-3 | Lead [Mass/volume] in Blood | Lead | µg/dL | ug/dL | Capillary blood
`;

const SCORES: readonly string[] = ['gcs', 'pain'];

function parseMeasures(table: string, isLaboratory: boolean): readonly Measure[] {
  return parseBarRows(table).map(
    ([id = '', code = '', display = '', text = '', unit = '', ucum = '', specimen = '']) => {
      const category = isLaboratory ? 'laboratory' : SCORES.includes(id) ? 'survey' : 'vital-signs';
      return { id, code, display, text, unit, ucum, category, specimen };
    },
  );
}

const MEASURES: ReadonlyMap<string, Measure> = new Map(
  [...parseMeasures(VITAL_SIGNS, false), ...parseMeasures(LABORATORY, true)].map((measure) => [
    measure.id,
    measure,
  ]),
);

export function measureOf(id: string): Measure {
  const measure = MEASURES.get(id);
  if (!measure) throw new Error(`No measure "${id}".`);
  return measure;
}
