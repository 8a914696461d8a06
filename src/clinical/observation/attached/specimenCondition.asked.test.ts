import { describe, expect, test } from 'vitest';
import { conditionWords } from './specimenCondition.ts';
import { kindWithNote } from './namedRefusalFixture.ts';
import { textsInLanguages } from './textLinesFixture.ts';

const BAD = [
  'Needs to be recollected due to hemolysis',
  'Must be redrawn due to hemolysis',
  'Recommend redraw of hemolyzed specimen',
  'Request recollection of hemolyzed specimen',
  'Kindly arrange recollection of hemolyzed specimen',
  'Sample should be replaced - hemolyzed',
  'Screened for hemolysis: 2+',
  'Smear reviewed for platelet clumps: present',
  'Checked for platelet clumps: positive',
  'Verbally reported as hemolyzed',
  'Currently reported as hemolyzed',
];

const NOT_BAD = [
  'Redraw of hemolyzed specimen',
  'Previously reported as hemolyzed',
  'Checked for platelet clumps',
  'Screened for hemolysis: negative',
  'Platelet clumps not found',
  'Platelet clumps not identified',
  'Agrégats plaquettaires non vus',
  'Thrombozytenaggregate nicht gefunden',
  'Trombocytaggregater ikke set',
  'Trombocytaggregat ej sett',
  'Trombocytenaggregaten niet gezien',
  'Agregados plaquetarios no observados',
  'Aggregati piastrinici non rilevati',
  'Pseudothrombozytopenie nicht bestätigt',
  'Hemolysis in sample may increase potassium',
  'Hämolyse in der Probe kann Kalium erhöhen',
];

describe('the state of a specimen', () => {
  test.each(BAD)('is told by "%s"', (text) => expect(conditionWords(text)).not.toEqual([]));
  test.each(NOT_BAD)('is not told by "%s"', (text) => expect(conditionWords(text)).toEqual([]));
});

/** Another test was refused, and why that was is said of the tube in which this one is too. */
const MARKED = textsInLanguages({
  k: [
    'LDH not reported due to hemolysis | LDH not reported: hemolysis | LDH not reported, hemolysis | LDH not reported (hemolysis)',
    'LDH not reported - hemolysis | LDH not performed, hemolyzed | LDH cannot be reported due to gross hemolysis',
    'LDH not done. Hemolysis. | Hemolysis: LDH not reported | Hemolysis - LDH not reported',
    'AST not reported secondary to hemolysis',
    'Iron not performed as sample hemolyzed | LDH TNP - HEMOLYSIS',
    'Not performed due to hemolysis: LDH | LDH not reported due to lipemia',
    'Sodium, LDH and AST not performed due to hemolysis | AST not reported due to icterus | LDH: *** hemolysis ***',
    'LDH cancelled, contamination | LDH not for clinical use: hemolysis | LDH not reported due to interference: hemolysis',
    'LDH not reported. Cause: hemolysis',
    'LDH nicht bestimmbar wegen Hämolyse | LDH nicht bestimmt aufgrund von Hämolyse | LDH aufgrund Hämolyse nicht messbar',
    'LDH: nicht bestimmbar (Hämolyse) | LDH hämolysebedingt nicht beurteilbar | LDH: hämolysebedingt nicht messbar',
    'LDH nicht messbar wegen Hämolyse | Nicht messbar wegen Lipämie | LDH non dosabile per emolisi',
    'LDH infolge Hämolyse nicht verwertbar | LDH: Hämolyse | Magnesium: n.b. (Hämolyse) | CK-MB nicht bestimmbar, Probe lipämisch',
    "LDH non rendue en raison de l'hémolyse | LDH non réalisée pour cause d'hémolyse | LDH non rendu : hémolyse",
    "Hémolyse : LDH non rendue | LDH non rendue car sérum hémolysé | LDH non dosée à cause de l'hémolyse",
    'LDH no informada por hemólisis | LDH no realizada debido a hemólisis | LDH: no procesada, hemólisis',
    'No se puede informar LDH debido a hemólisis',
    'LDH non eseguita per emolisi | LDH non refertata a causa di emolisi | LDH non valutabile (emolisi)',
    'LDH não realizada por hemólise | LDH não liberada devido à hemólise da amostra',
  ],
  alt: ['AST not reported due to hemolysis'],
  na: ['Potassium not reported due to lipemia | Hemolyzed. LDH not reported | Comment: Hemolysis'],
});

const GOOD = textsInLanguages({
  k: [
    'Elevated potassium not due to hemolysis | Potassium elevation is not because of hemolysis | No interference due to hemolysis',
    'LDH not reported. No hemolysis. | LDH not reported, no hemolysis seen | LDH not reported due to assay change',
    'Previous LDH not reported due to hemolysis | LDH not reported on previous sample due to hemolysis',
    'If LDH not reported due to hemolysis, redraw | LDH is not reported when hemolysis is present',
    'LDH not reported if hemolysis index >50 | Hemolysis index not reported | Hemolysis, icterus, lipemia not tested',
    'Not tested for hemolysis | Sample not analyzed for hemolysis',
    'LDH not reported, repeat if hemolysis suspected | LDH not reported; hemolysis may interfere | Hemolysis check not performed',
    'Anstieg nicht wegen Hämolyse | Elevación no debida a hemólisis | LDH no hemolizada | LDH not affected by hemolysis',
    'Nicht sichtbar hämolytisch | No results were rejected due to hemolysis | No tests cancelled because of hemolysis',
    'Results may be falsely elevated in hemolyzed samples | Potassium is increased in hemolyzed specimens | Not validated for lipemic samples',
    'CBC not performed: clot | Hemolysis: none. LDH not reported.',
    'Hemolysis: sample not hemolyzed | Hemolysis: potassium not affected | Hemolysis: results not affected | Hemolysis: clearly not present',
    'Hemolysis: visual not seen | Lipemia: visual not present | Hämolyse: wurde nicht beurteilt | Hämolyse: Werte nicht beeinflusst',
    'Diagnosis: hemolysis | Indication: hemolysis | Clinical info: hemolysis | Reason for order: hemolysis | Fragestellung: Hämolyse',
    'Diagnóstico: hemólisis | Diagnosi: emolisi | Renseignements cliniques : hémolyse | Diagnose: Hämolyse',
    'Causes of hyperkalemia: acidosis, hemolysis. | Elevated values may be seen in renal failure, hemolysis.',
    'Rejection criteria: hemolysis | Interfering substances: icterus, hemolysis. | Störfaktoren: Hämolyse',
    'Urine culture: contamination | Urine culture cancelled: contamination',
    "Cause d'hémolyse à rechercher",
  ],
  // Hemolysis moves these by little, or they are not in that tube.
  na: ['LDH not reported due to hemolysis | Kalium nicht bestimmbar wegen Hämolyse'],
  hb: ['LDH not reported due to hemolysis | LDH not reported: hemolysis | LDH no informada. Hemólisis.'],
  crea: ['CSF cell count not performed: hemolysis | Urine LDH not reported due to hemolysis'],
});

describe('the cause why another test was refused', () => {
  test.each(MARKED)('stands beside %s: "%s"', (id, text) => {
    const { drawing, condition } = kindWithNote(id, text);
    expect(drawing).toBe('line');
    expect(condition).not.toBe('');
  });

  test.each(GOOD)('is none that moves %s in "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'line', condition: '', absentReason: '' });
  });

  test('is told as it was sent', () => {
    expect(kindWithNote('k', 'LDH not reported due to gross hemolysis').condition).toBe('gross hemolysis');
  });
});
