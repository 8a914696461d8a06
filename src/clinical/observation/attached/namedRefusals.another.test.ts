import { describe, expect, test } from 'vitest';
import { kindWithNote } from './namedRefusalFixture.ts';
import { textsInLanguages } from './textLinesFixture.ts';

/** Another test, or something that is no test, was not done. */
const OF_ANOTHER = textsInLanguages({
  k: [
    'Tests not performed: sodium, chloride | Sodium: not performed | Not performed: sodium',
    'Na+: not performed | Sodium not performed | CBC: not performed | Lipid panel: not performed',
    'Disregard CBC | Disregard sodium | Disregard sodium result | Please disregard the glucose',
    'Differential: not performed | Manual differential not performed',
    'Smear review: not performed | Reflex culture not performed | Urine microscopy not performed',
    'Hemolysis index: not performed | Repeat analysis not performed | Repeat: not performed',
    'Delta check not performed | Confirmatory testing: not performed | Dilution not performed',
    'Gram stain: not performed | Add-on magnesium: not performed | No citrate tube received',
    'Citrate tube not received | EDTA tube not received | No urine received | Urine not received',
    'Urine specimen not received | CSF not received | Second specimen not received',
    'Repeat specimen not received | 24h urine collection not received | Do not report sodium',
    'Do not report to patient | Do not report to health department',
    'Do not report eGFR for inpatients | Sample not suitable for coagulation tests',
    'Specimen unsuitable for coagulation | Specimen unsuitable for lipid testing',
    'Disregard previous result | Disregard previous report; this is corrected',
    'Disregard earlier comment | Ignore previous value | Canceled: duplicate order',
    'Hemoglobin: not performed | Hb: not performed | Urine potassium: not performed',
    'Whole blood potassium not performed | Natrium: nicht durchgeführt',
    'Kein Citratröhrchen erhalten | Citratblut nicht eingegangen | Urin nicht eingegangen',
    'Differentialblutbild: nicht durchgeführt | Vorbefund bitte nicht berücksichtigen',
    'Sodio: no realizado | No se recibió tubo de citrato | Orina no recibida',
    'Ignorar resultado anterior | Diferencial: no realizado | Muestra no apta para coagulación',
    'Sodium : non réalisé | Natrémie : non réalisée | Ne pas tenir compte du résultat précédent',
    'Tube citraté non reçu | Urines non reçues | NFS : non réalisée',
    'Formule leucocytaire : non réalisée | Sodio: non eseguito',
    'Non tenere conto del risultato precedente | Provetta citrato non pervenuta',
    'Urine non pervenute | Emocromo: non eseguito | Formula leucocitaria: non eseguita',
    'Result not affected by hemolysis | Reference range not established',
    'Not performed at this laboratory; sent to reference lab | Test not performed on weekends',
    'Requisition not received | Clinical information not received | Collection time not received',
    'Collection time: not provided | Fasting: not stated | Ethnicity not reported',
    'Pregnancy status: not reported | Smear not reviewed',
    'Specimen rejected for coagulation studies; chemistry reported',
    'Recollect: previous specimen unsuitable | Potassium performed on plasma; serum not received',
    'Potassium 4.2 verified by repeat. Sodium not performed.',
    'Sodium not performed due to insufficient sample; potassium reported',
    'Unable to perform sodium | LDH cannot be reported | Not fasting | No hemolysis',
    'No visible hemolysis; result confirmed | Results not to be used for legal purposes',
    'This test has not been cleared or approved by the FDA',
    'This test was developed and its performance characteristics determined by the laboratory. It has not been cleared or approved by the FDA.',
    'Physician not notified | Critical value not called per protocol',
    'Result called, no read-back performed | Patient did not fast',
    'Reference interval not established for this age | No reference range available',
    'Not applicable | Results do not exclude disease | Tourniquet not released before draw',
    'Sample not on ice | No previous results available | No prior results for comparison',
    'Delta check failed; result verified by repeat | Collection time not provided by ward',
    'Clinical history not provided | Ordering provider not available',
    'Previous results unavailable | Reference range unavailable | Clinical information unavailable',
    'Comment: unavailable | Status: unavailable | Label: unavailable | Interpretation unavailable',
    'Fasting status unavailable | Delta check unavailable | Urine unavailable | Weight: unavailable',
    'Ordering provider unavailable | Nurse unavailable, called ward clerk | Sodium unavailable',
    'Collection time unavailable | Hemolysis index unavailable | Dedo anular | Fractura del anular',
    'Commentaire indisponible | Commentaire : indisponible | Valeurs de référence indisponibles',
    'Renseignements cliniques indisponibles | Médecin indisponible | Sodium indisponible',
    'Résultat antérieur indisponible | Poids : indisponible | Void volume 300 mL | First void specimen',
    'No further testing performed | No additional testing required | No interference detected',
    'No slide review performed | No manual differential performed | ICD-10 code not provided',
    'Consent form not received | Patient ID not verified by second person | Label not readable',
    'Repeat in 2 weeks if not improved | Not detected on previous sample | Nicht nüchtern',
    'Keine Hämolyse | Kein Vorbefund | Klinische Angaben nicht mitgeteilt | Arzt nicht erreicht',
    'Bitte Kontrolle, falls nicht bekannt | No se observa hemólisis | Paciente no ayunó',
    "Médico no localizado | Sin hemólisis | Pas d'hémolyse | Patient non à jeun",
    'Médecin non joignable | Non emolizzato | Paziente non a digiuno | Medico non reperibile',
    'Trough level not drawn | Peak: not collected | Time of last dose: not given',
    'Blood culture not collected | Troponin not ordered | Lithium: not performed',
    'Not done because of clotting: CBC',
    'Not performed due to insufficient sample: magnesium, phosphate',
    'LDH not reported: interference | Sodium not performed: no sample | eGFR not reported: age',
    'Potassium repeat not performed: stable | Previous potassium erroneous',
    'Erroneous reference range corrected | Sodium result removed | Previous potassium result removed',
    'Appel impossible | Impossible de joindre le médecin | Dosage du sodium impossible',
    'Reference range not reliable | Could not reach ward | Could not measure sodium',
    'Prothrombin time: not performed',
    'Natriumwert nicht verwertbar | Vorwert nicht verwertbar | Grenzwerte nicht verfügbar',
    'Troca de tubo | Erreur de date de prélèvement | Previous result belongs to another patient',
    'The following tests were not performed: sodium, chloride | Canceled: wrong test ordered',
    'Cancelled due to duplicate order: potassium | Cancelled because of duplicate: K',
  ],
  hb: [
    'Disregard hematocrit | Hematocrit: not performed | Hemoglobin A1c: not performed',
    'HbA1c: not performed | Platelet count not performed | Differential: not performed',
    'Retic count not performed | Platelets: not reported due to clumping',
    'CBC differential not performed | CBC diff: not done | CBC smear not done',
    'CBC manual diff cancelled | Hemoglobin S: not performed',
  ],
  a1c: ['Hemoglobin: not performed'],
  glu: [
    'A1c not performed | Urine glucose: not performed | Insulin not performed',
    'C-peptide: not performed',
  ],
  ca: ['Ionized calcium: not performed | PTH not performed | Corrected calcium not calculated'],
  bili: ['Direct bilirubin: not performed | Albumin not performed'],
  tsh: [
    'Free T4: not performed | Free T4 not indicated | FT4: not performed as TSH normal',
    'Reflex FT4 not performed',
  ],
  inr: ['aPTT: not performed'],
  crea: [
    'eGFR not performed | eGFR not calculated | eGFR: not reported',
    'Creatinine verified by repeat analysis. Urea not performed. | Urea: not performed',
    'BUN not done | Cystatin C not performed',
    'Cockcroft-Gault not calculated, weight not available | eGFR not calculated; age < 18',
    'GFR not reported for patients under 18 years',
  ],
  alt: ['AST: not performed | Do not report AST'],
  crp: ['hs-CRP: not performed | ESR: not performed | Procalcitonin: not performed'],
  wbc: [
    'Differential: not performed | Manual differential cancelled',
    'Differential to follow, not performed today',
  ],
  plt: [
    'Manual diff not performed | MPV not reported | MPV: not performed',
    'WBC differential not performed | CBC smear review not performed',
  ],
  na: [
    'Potassium: not performed | Potassium not reported due to hemolysis',
    'K+ not reported due to haemolysis | Kalium nicht bestimmbar wegen Hämolyse',
    'Potasio no informado por hemólisis',
    'Potassio non refertato per emolisi',
  ],
  trop: ['CK-MB: not performed | BNP not done'],
});

/** Nobody can tell whether these name the test, or the specimen was bad. */
const UNCERTAIN = textsInLanguages({
  k: [
    'Disregard chemistry results | Magnesium not performed, quantity not sufficient | Mg: QNS',
    'Mislabeled specimen | Potassium, urine: not performed | XQ-17: not performed',
    'Zentralwert 4: nicht durchgeführt | Galectin-3: not performed | Do not use for diagnosis',
    'If specimen was not received within 2 hours, disregard result',
    'First specimen hemolyzed and rejected; this is the redraw',
    'Unable to report LDH due to hemolysis | Crossmatch not performed',
    'Type and screen not performed | Consult not performed | Echocardiogram not performed',
    'Dialysis not performed | Physical exam not done | Hemodialysis: not performed',
    'Allen test: not performed | Allen test not performed',
    'Sodium hemolyzed, not reported | Platelets clumped, not performed',
  ],
  glu: ['Glucose, fasting: not performed'],
  ca: ['Calcium, ionized: not performed | Phosphorus: not performed'],
  bili: ['Bilirubin, direct: not performed'],
  crea: [
    'Creatinine clearance: not performed | BUN/Creatinine ratio: not performed',
    'Albumin/creatinine ratio not performed',
  ],
  na: ['Disregard potassium, hemolyzed'],
  hb: [
    'ESR: not done, QNS | Sed rate not performed | Platelets: QNS',
    'Platelet count could not be performed due to clumping',
  ],
  wbc: ['Platelets clumped, count not reported'],
  plt: ['Platelet function: not performed | Platelet function test not performed'],
  tsh: ['Anti-TPO not performed'],
  inr: ['Serum separator tube not received'],
  crp: ['BSG nicht durchgeführt'],
});

describe('words about something else than the result', () => {
  test.each(OF_ANOTHER)('leave %s without a mark: "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'line', condition: '', absentReason: '' });
  });

  test.each(UNCERTAIN)('that may be about %s stand beside its number: "%s"', (id, text) => {
    const { drawing, condition } = kindWithNote(id, text);
    expect(drawing).toBe('line');
    expect(condition).not.toBe('');
  });

  test.each([
    ['XQ-17: not performed', 'XQ-17: not performed'],
    ['Note: XQ-17 not performed', 'XQ-17 not performed'],
    ['Hemolyzed. XQ-17: not performed', 'Hemolyzed, XQ-17: not performed'],
    ['If older than 2 hours, disregard result', 'disregard result'],
  ])('are shown as they were sent: "%s"', (text, shown) => {
    expect(kindWithNote('k', text).condition).toBe(shown);
  });
});
