import { expect, test } from 'vitest';
import { interventionKindOf } from './interventionWords.ts';

test.each([
  's/p CABG bypass x3',
  'S/P renal transplant',
  'Patient s/p left knee arthroplasty',
  'Status-post laparoscopic cholecystectomy',
  'h/o hysterectomy',
  'H/O: splenectomy',
  'Hx of gastric bypass',
  'Hx appendectomy',
  'Past surgical history: tonsillectomy, cesarean section',
  'PSH: mastectomy',
  'Family history of organ transplant',
  'Previous cesarean section',
  'Prior blood transfusion',
  'Vaginal birth after cesarean section',
  'Aftercare following joint replacement surgery',
  'Encounter for surgical aftercare following surgery',
  'Awaiting transplantation of kidney',
  'Consent for transfusion of blood product',
  'Preparation for peritoneal dialysis',
  'Scheduled for total colectomy',
  'Transfusion declined',
  'Hemodialysis not done',
  'Appendectomy, history of',
  'Kidney transplant (s/p)',
  'Transfusion history reviewed',
  'Day 3 after bone marrow transplant',
])('"%s" was done at another time, or not at all', (name) => {
  expect(interventionKindOf(name, [])).toBeUndefined();
});

test.each([
  'Dialysis clinic visit',
  'Transplant clinic',
  'Kidney transplant follow-up',
  'Kidney transplant - follow up visit',
  'Cardiac surgery clinic visit (outpatient)',
  'Follow-up exam after colectomy',
  'F/U thyroidectomy',
  'Clinic visit, hemodialysis',
  'Office visit: bariatric surgery',
  'Referral to transplant surgery service',
  'Referral for hemodialysis',
  'Transplant surgery referral',
  'Dialysis referral in 2 weeks',
  'Telephone call from dialysis unit',
  'Consult with cardiac surgery',
  'Surgical outpatient clinic appointment',
  'Post-transplant visit',
  'Postoperative check-up',
  'Post-dialysis weight',
  'Pre-transfusion vital signs',
  'Pretransplant workup',
  'Non-surgical management',
  'Hemodialysis access assessment',
  'Kidney transplant candidate education',
  'Counseling for bariatric surgery',
  'Transplant kidney ultrasound',
  'Ultrasound of transplanted kidney',
  'Kidney transplant status',
  'Biopsy of transplanted kidney',
])('"%s" is care around an intervention', (name) => {
  expect(interventionKindOf(name, [])).toBeUndefined();
});

test.each([
  ['Hemodialysis', 'dialysis'],
  ['Transfusion of packed red cells', 'transfusion'],
  ['Hemodialysis procedure with single evaluation by a physician', 'dialysis'],
  ['Hemodialysis, patient s/p kidney transplant 2019', 'dialysis'],
  ['Hemodialysis following kidney transplant failure', 'dialysis'],
  ['Hemodialysis with physician follow-up', 'dialysis'],
  ['After-hours hemodialysis', 'dialysis'],
  ['Transfusion of platelets in outpatient clinic', 'transfusion'],
  ['Clinic visit with transfusion of 2 units', 'transfusion'],
  ['Perioperative transfusion', 'transfusion'],
  ['Pre-emptive kidney transplant', 'transplant'],
  ['Appendectomy; follow-up in 2 weeks', 'operation'],
  ['Appendectomy, follow-up in 2 weeks', 'operation'],
  ['Laparoscopic cholecystectomy - referral to dietitian', 'operation'],
  ['s/p fall: total hip replacement', 'operation'],
  ['Hx of cirrhosis - liver transplant today', 'transplant'],
  ['Repeat cesarean section, history of previous cesarean section', 'operation'],
  ['Revision of previous hip arthroplasty', 'operation'],
  ['Biopsy of liver by laparotomy', 'operation'],
  ['Laparoscopic biopsy of ovary', 'operation'],
  ['Following informed consent, laparoscopic appendectomy', 'operation'],
  ['Postoperative hemorrhage, exploratory laparotomy', 'operation'],
  ['Colostomy', 'operation'],
] as const)('"%s" is %s', (name, kind) => {
  expect(interventionKindOf(name, [])).toBe(kind);
});

test('a code is believed where the name is in another language, not where it tells of another time', () => {
  expect(interventionKindOf('Nierentransplantation', ['70536003'])).toBe('transplant');
  expect(interventionKindOf('Dializa', ['302497006'])).toBe('dialysis');
  expect(interventionKindOf('s/p kidney transplant', ['70536003'])).toBeUndefined();
  expect(interventionKindOf('Hx', ['302497006'])).toBe('dialysis');
});
