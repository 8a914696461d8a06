import { textsOf } from '../../../words/catalog.ts';

/** Everyday words for what tells two tests of one name apart: how, where and in what something was measured. */
export const namesMessages = {
  bloodPressure: 'Blood pressure',
  bloodPressureOf: 'Blood pressure – {more}',

  // These say how somebody stood or lay, and over which time it was measured.
  standing: 'standing',
  lying: 'lying down',
  average: 'average',
  dayAverage: 'average of 24 hours',
  wholeDay: 'over a whole day',
  hours24: 'over 24 hours',
  morning: 'morning',
  evening: 'evening',

  // These say where on the body.
  inArtery: 'inside an artery',
  leg: 'on the leg',
  wrist: 'at the wrist',
  finger: 'at the finger',
  armpit: 'in the armpit',
  rectum: 'in the rectum',
  mouth: 'in the mouth',
  ear: 'in the ear',
  forehead: 'on the forehead',
  insideBody: 'inside the body',
  skin: 'on the skin',
  bladder: 'in the bladder',
  esophagus: 'in the food pipe',

  // These say in what it was measured.
  arterialBlood: 'blood from an artery',
  venousBlood: 'blood from a vein',
  capillaryBlood: 'blood from a finger or heel',
  wholeBlood: 'whole blood',
  bloodSerum: 'clear part of the blood',
  urine: 'urine',
  dayUrine: 'urine of 24 hours',
  lungFluid: 'fluid around the lungs',
  bellyFluid: 'fluid in the belly',
  jointFluid: 'fluid of a joint',
  bodyFluid: 'body fluid',
  stool: 'stool',
  saliva: 'saliva',
  sputum: 'mucus from the lungs',
  spinalFluid: 'fluid around the brain and spine',
  heartFluid: 'fluid around the heart',
  wombFluid: 'fluid around an unborn baby',
  dialysisFluid: 'fluid of a dialysis',
  sweat: 'sweat',
  mixedBlood: 'blood from near the heart',
  marrow: 'bone marrow',
  tissue: 'a piece of tissue',
  hair: 'hair',
  milk: 'breast milk',
  semen: 'semen',
  bile: 'bile',
  swab: 'a swab',

  // These say with what.
  testStrip: 'test strip',
  meter: 'with a meter',
  sensor: 'with a sensor',
  clip: 'with a clip on the finger',
  atBedside: 'measured beside the person',
  calculated: 'worked out from other tests',
  direct: 'measured, not worked out',
  sensitive: 'finds small amounts',

  // These are times around a drink of sugar, a dose or a breathing medicine.
  afterDrink: 'after a sweet drink',
  afterDrinkHours: '{count, plural, one {1 hour} other {{shown} hours}} after a sweet drink',
  highestLevel: 'at its highest',
  lowestLevel: 'just before a dose',
  beforeInhaler: 'before the inhaler',
  afterInhaler: 'after the inhaler',
  afterTestDose: 'after a test dose',
  ownWords: 'told by the person',

  // These say on whom else it may have been measured.
  ofUnborn: 'of a baby before birth',
  ofPlacenta: 'from the placenta',
  ofCord: 'from the cord of a newborn',
  ofNewborn: 'of a newborn baby',
  ofDonor: 'of a donor',
  ofRecipient: 'of the person who got the donation',
  ofMother: 'of the mother',
  ofFather: 'of the father',
  ofSibling: 'of a brother or sister',
  perhapsCheck: 'perhaps a check by the lab',
  unlikeCode: 'does not fit the code of the test',
} as const;

export const namesTexts = textsOf(namesMessages, 'names');
