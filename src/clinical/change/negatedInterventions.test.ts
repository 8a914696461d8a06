import { expect, test } from 'vitest';
import { interventionKindOf } from './interventionWords.ts';

test.each([
  'No surgery performed',
  'No surgery',
  'No surgical intervention required',
  'No blood transfusion given',
  'No dialysis today',
  'No need for dialysis',
  'Surgery was not performed',
  "Surgery wasn't done",
  'Surgery not required',
  'Dialysis not needed today',
  'Transfusion not necessary',
  'Operation not carried out',
  'Hysterectomy never performed',
  'Did not undergo surgery',
  "Patient didn't have dialysis",
  'Dialysis held',
  'Dialysis withheld today',
  'Missed dialysis',
  'Dialysis session missed',
  'Patient skipped dialysis',
  'No show for hemodialysis',
  'Denies prior surgery',
  'Dialysis on hold',
  'Managed without surgery',
  'Treated without transfusion',
  'Unable to perform dialysis',
  'Surgery aborted before incision',
  'Transfusion omitted',
  'Surgery: no',
  'Transfusion: none',
  'Hämodialyse nicht durchgeführt',
  'Keine Dialyse, keine Transfusion',
  'Transfusión no realizada',
  'No se realizó transfusión',
  'Transfusion abgelehnt',
  'Dialyse abgesagt',
  'Dialyse nicht erforderlich',
  'Hämodialyse entfällt',
  'Patient lehnt Dialyse ab',
  'Hämodialyse verschoben',
  'Bluttransfusion verweigert',
  'Transfusión rechazada',
  'Transfusión no indicada',
  'Paciente rechaza transfusión',
  'Sin necesidad de transfusión',
  'Transfusión suspendida',
  'No requiere transfusión',
  'Hémodialyse annulée',
  'Transfusion refusée',
  'Pas de transfusion',
  'Transfusion reportée',
  'Sans transfusion',
  'Aucune transfusion',
  'Refus de transfusion',
  'Hemodialysis, not possible, access clotted',
  'Appendectomy, unable to perform',
  'Dialysis, held due to hypotension',
])('"%s" was not done', (name) => {
  expect(interventionKindOf(name, [])).toBeUndefined();
  expect(interventionKindOf(name, ['265764009'])).toBeUndefined();
});

test('a name in another language that says "not done" is believed before the code', () => {
  for (const name of ['Not done', 'Cirugía no realizada', 'Eingriff nicht durchgeführt', 'Declined'])
    expect(interventionKindOf(name, ['387713003'])).toBeUndefined();
  for (const name of ['Cirugía, rechazada por el paciente', 'Hemodiálisis suspendida', 'Eingriff (abgesagt)'])
    expect(interventionKindOf(name, ['387713003'])).toBeUndefined();
});

test('the code is believed where a name in another language says that something else was not done', () => {
  for (const name of ['Cirugía de cadera, no requiere drenaje', 'Hüft-TEP, Drainage abgelehnt'])
    expect(interventionKindOf(name, ['387713003'])).toBe('operation');
});

test.each([
  'Dialysis catheter removal',
  'Removal of tunneled dialysis catheter',
  'Removal of peritoneal dialysis catheter',
  'Hemodialysis catheter placement',
  'Insertion of hemodialysis catheter',
  'Dialysis access ultrasound',
  'Dialysis fistula angiogram',
  'Dialysis circuit thrombolysis',
  'Hemodialysis line flush',
  'Removal of surgical drain',
  'Surgical drain removal',
  'Surgical staple removal',
  'Removal of surgical sutures',
  'Gastrostomy tube removal',
  'Gastrostomy tube exchange',
  'Tracheostomy tube change',
  'Nephrostomy tube exchange',
  'Changing of tracheostomy tube',
  'Tracheotomy tube change',
  'Transfusion reaction workup',
  'Surgical instrument count',
])('"%s" is care around an intervention', (name) => {
  expect(interventionKindOf(name, [])).toBeUndefined();
});

test.each([
  ['Appendectomy, no complications', 'operation'],
  ['Appendectomy without complications', 'operation'],
  ['Surgery with no complications', 'operation'],
  ['No complications; appendectomy', 'operation'],
  ['Hysterectomy, no transfusion required', 'operation'],
  ['Hysterectomy, transfusion not required', 'operation'],
  ['Hysterectomy without transfusion', 'operation'],
  ['Hemodialysis, no heparin', 'dialysis'],
  ['Hemodialysis not complicated', 'dialysis'],
  ['Hemodialysis via tunneled catheter', 'dialysis'],
  ['Hemodialysis with catheter', 'dialysis'],
  ['Catheter hemodialysis', 'dialysis'],
  ['Coronary artery bypass graft', 'operation'],
  ['Gastrostomy', 'operation'],
  ['Insertion of gastrostomy tube by laparoscopy', 'operation'],
  ['Surgical removal of tumor', 'operation'],
  ['Cholecystectomy, drain left', 'operation'],
  ['Transfusion of platelets, no reaction', 'transfusion'],
  ['Previously declined; hemodialysis', 'dialysis'],
  ['Hemodialysis, heparin held', 'dialysis'],
  ['Hemodialysis, held antihypertensives', 'dialysis'],
  ['Cesarean section, unable to attempt vaginal birth', 'operation'],
  ['Laparoscopic cholecystectomy, not possible, converted to open cholecystectomy', 'operation'],
  ['Hämodialyse ohne Komplikationen', 'dialysis'],
  ['Hémodialyse sans complication', 'dialysis'],
  ['Transfusión sin reacciones', 'transfusion'],
  ['Transfusion, pas de réaction', 'transfusion'],
  ['Hemodialysis - heparin not given', 'dialysis'],
  ['Patient denies pain, hemodialysis', 'dialysis'],
  ['No heparin hemodialysis', 'dialysis'],
  ['Missed dialysis, hemodialysis today', 'dialysis'],
  ['Dialysis discontinued after 2 hours', 'dialysis'],
  ['Laparotomy, aborted', 'operation'],
  ['Hemodialysis graft creation', 'dialysis'],
] as const)('"%s" is %s', (name, kind) => {
  expect(interventionKindOf(name, [])).toBe(kind);
});
