import { describe, expect, test } from 'vitest';
import { kindWithNote } from './namedRefusalFixture.ts';
import { textsInLanguages } from './textLinesFixture.ts';

/** The laboratory disowns the number, by the name of the test in any language, its panel, its tube, or without a name. */
const DISOWNED = textsInLanguages({
  k: [
    'Potassium: not performed | Potassium not performed | Potassium was not performed.',
    'K: not performed | K+: not performed | K+ not done | Disregard K+ | Please disregard K',
    'Serum potassium: not performed | Potassium (serum): not performed',
    'Potassium, serum: not performed | Potassium, Plasma - Not performed',
    'Plasma potassium not performed | Potassium level not performed',
    'Potassium result: not performed | Not performed: potassium | Not done: K+',
    'Test not performed: Potassium | Tests not performed: sodium, potassium',
    'Sodium and potassium: not performed | Sodium, potassium, chloride not performed.',
    'BMP: not performed | CMP not performed | Basic metabolic panel: not performed',
    'Electrolytes: not performed | Disregard electrolytes | Disregard electrolyte results',
    'Please disregard the BMP results | Serum not received | No serum received',
    'Serum sample not received | Blood not received | Specimen not received',
    'Sample not received in lab | No specimen received | Do not report | Do not report.',
    'DO NOT REPORT - hemolyzed | Do not report result | Do not report this result',
    'Do not report potassium | Not reportable | Result not reportable',
    'Result should not be reported | Unreportable | Sample not suitable',
    'Specimen not suitable for analysis | Sample unsuitable | Specimen unsuitable for testing',
    'Sample is not suitable for potassium | Result not suitable for clinical use | Disregard',
    'Disregard result | Disregard this value | Please ignore | Please ignore this result',
    'Result invalid | Invalid result | Result in error | Reported in error',
    'Value reported in error, see corrected report | Result cancelled | Test cancelled by lab',
    'Wrong patient | Kalium: nicht durchgeführt | Kalium nicht durchgeführt',
    'Kalium i. S.: nicht durchgeführt | Kalium im Serum: nicht bestimmt',
    'Serum-Kalium: nicht durchgeführt | Kalium (Serum): nicht bestimmbar',
    'Nicht durchgeführt: Kalium | Bitte Kalium nicht verwerten | Kalium nicht verwertbar',
    'Bitte nicht verwerten | Probe ungeeignet | Probe nicht geeignet | Material nicht geeignet',
    'Serum nicht erhalten | Kein Material erhalten | Elektrolyte: nicht durchgeführt',
    'Befund bitte ignorieren | Bitte diesen Befund nicht berücksichtigen | Wert nicht freigegeben',
    'Keine Probe erhalten | Potasio: no realizado | Potasio no realizado',
    'Potasio en suero: no realizado | Potasio sérico: no realizado | No realizado: potasio',
    'Favor de ignorar este resultado | Por favor ignorar este resultado',
    'Favor de no tomar en cuenta este resultado | No informar | Muestra no apta',
    'Muestra inadecuada | Muestra no recibida | Suero no recibido | No se recibió muestra',
    'Electrolitos: no realizados | Potassium : non réalisé | Non réalisé : potassium',
    'Kaliémie : non réalisée | Potassium sérique non réalisé | Ne pas tenir compte de ce résultat',
    'Prélèvement non conforme | Échantillon inadapté | Échantillon non reçu',
    'Ionogramme : non réalisé | Potassio: non eseguito | Non eseguito: potassio',
    'Potassio sierico: non eseguito | Non tenere conto di questo risultato | Campione non idoneo',
    'Campione non pervenuto | Siero non pervenuto | Non refertare',
    'Si prega di ignorare questo risultato | Elettroliti: non eseguiti | Rejected: hemolyzed',
    'Specimen rejected | Redraw requested, specimen unsuitable',
    'Sodium reported; potassium not performed due to insufficient sample',
    'Potassium not performed due to hemolysis | Unable to perform potassium',
    'Unable to report potassium due to hemolysis | Potassium cannot be reported',
  ],
  inr: [
    'No citrate tube received | Citrate tube not received | Specimen unsuitable for coagulation',
    'PT/INR: not performed | PT not performed | INR: not performed | Disregard PT/INR',
    'Quick: nicht durchgeführt | INR not reported: tube underfilled | Blue top tube not received',
  ],
  hb: [
    'EDTA tube not received | No EDTA tube received | Lavender top tube not received',
    'Hb: not performed | Disregard Hb | Disregard Hgb | H&H not performed | CBC: not performed',
    'Disregard CBC | Full blood count not performed | FBC: not done | Haemoglobin: not performed',
    'Disregard hemoglobin | Hämoglobin nicht durchgeführt | Blutbild: nicht durchgeführt',
    'Hemoglobina: no realizada | Hémoglobine : non réalisée | NFS : non réalisée',
    'Emoglobina: non eseguita | Emocromo: non eseguito | Hgb not reported | HGB: TNP',
    'Hemoglobin: QNS',
  ],
  a1c: [
    'A1c: not performed | Disregard A1c | HbA1c not performed | Hemoglobin A1c: not performed',
    'Glycated hemoglobin not performed',
  ],
  glu: [
    'Disregard glucose | Blutzucker: nicht durchgeführt | Glucosa: no procesada',
    'Glucosa: no realizada | Glycémie non réalisée | Glicemia: non eseguita',
    'Glucose cancelled, specimen unspun | Blood glucose not performed | Plasma glucose: not done',
    'Glucose level not measured',
  ],
  ca: ['Calcium: not performed | Calcio: no realizado | Kalzium: nicht durchgeführt'],
  bili: [
    'Total bilirubin: not performed | Bilirubin, total not performed | Bilirubin: not performed',
    'Disregard bilirubin | Bilirrubina: no realizada',
  ],
  tsh: [
    'TSH: not performed | Disregard TSH | Thyroid stimulating hormone: not performed',
    'TSH cancelled per physician request',
  ],
  plt: [
    'Platelet count: not performed | Platelets not reported due to clumping | PLT: not performed',
    'Thrombozyten nicht bestimmbar | Plaquetas: no realizado | Plaquettes non réalisées',
    'Piastrine: non eseguite | Platelet count not reported, clumps present',
    'PLT count unreliable - not reported | Thrombocytes: niet bepaald',
  ],
  crea: [
    'Creatinine: not performed | Creat not done | Kreatinin: nicht bestimmt',
    'Creatinina: no realizada | Créatinine : non réalisée | Creatinina: non eseguita',
    'Creatinine, serum - not performed, specimen hemolyzed',
    'Unable to perform creatinine due to interference',
    'Creatinine not reported: interference by bilirubin | CREATININE: TEST NOT PERFORMED',
  ],
  alt: [
    'ALT: not performed | SGPT not performed | LFTs: not performed | Liver panel not performed',
    'Disregard LFTs | Hepatic function panel: not performed | Disregard ALT',
    'GPT: nicht durchgeführt | ALAT non réalisée | Do not report ALT result',
  ],
  trop: [
    'Troponin: not performed | hs-Troponin I: not performed | Troponin I: not performed',
    'Troponina: no realizada',
  ],
  crp: [
    'CRP not performed | CRP: nicht durchgeführt | C-reactive protein: not performed',
    'Proteína C reactiva: no realizada',
  ],
  wbc: ['WBC: not performed | Disregard WBC | Leukozyten: nicht durchgeführt', 'Leucocitos: no realizado'],
  na: ['Sodium: not performed | Na not done | Disregard Na+ | Natrium nicht bestimmt', 'Sodio: non eseguito'],
});

describe('a number that its laboratory disowns', () => {
  test.each(DISOWNED)('of %s is listed: "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'listed', reason: 'not-measured' });
  });
});
