/**
 * Says in everyday words, in the language of the page, what the reading adds to a name where two tests share it: "lying" of "Height,
 * lying". The name of a formula, such as "CKD-EPI 2009", is the same in every language, and is called a formula.
 */
import { pressureSeriesPairOf } from '../../../clinical/series/pairs/pressureSeriesPairs.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { namesTexts, type namesMessages } from './names.messages.ts';

type PlainKey = Exclude<
  keyof typeof namesMessages,
  'bloodPressureOf' | 'afterDrinkHours' | 'byFormula' | 'numbered' | 'tubeNumber'
>;

/* oxlint-disable longview/texts-in-catalogs -- the words of a kind are a part of the name of its series */
const PLAIN: ReadonlyMap<string, PlainKey> = new Map<string, PlainKey>([
  ['standing', 'standing'],
  ['supine', 'lying'],
  ['lying', 'lying'],
  ['average', 'average'],
  ['24 h mean', 'dayAverage'],
  ['ambulatory', 'wholeDay'],
  ['24 h', 'hours24'],
  ['morning', 'morning'],
  ['evening', 'evening'],
  ['invasive', 'inArtery'],
  ['leg', 'leg'],
  ['wrist', 'wrist'],
  ['finger', 'finger'],
  ['axillary', 'armpit'],
  ['rectal', 'rectum'],
  ['oral', 'mouth'],
  ['tympanic', 'ear'],
  ['temporal', 'forehead'],
  ['core', 'insideBody'],
  ['blood stream', 'insideBody'],
  ['skin', 'skin'],
  ['urinary bladder', 'bladder'],
  ['esophageal', 'esophagus'],
  ['arterial', 'arterialBlood'],
  ['arterial blood', 'arterialBlood'],
  ['arterial blood gas', 'arterialBlood'],
  ['venous', 'venousBlood'],
  ['venous blood', 'venousBlood'],
  ['capillary', 'capillaryBlood'],
  ['capillary blood', 'capillaryBlood'],
  ['whole blood', 'wholeBlood'],
  ['serum', 'bloodSerum'],
  ['urine', 'urine'],
  ['24 h urine', 'dayUrine'],
  ['pleural', 'lungFluid'],
  ['pleural fluid', 'lungFluid'],
  ['peritoneal', 'bellyFluid'],
  ['peritoneal fluid', 'bellyFluid'],
  ['synovial fluid', 'jointFluid'],
  ['body fluid', 'bodyFluid'],
  ['stool', 'stool'],
  ['saliva', 'saliva'],
  ['sputum', 'sputum'],
  ['CSF', 'spinalFluid'],
  ['pericardial fluid', 'heartFluid'],
  ['amniotic fluid', 'wombFluid'],
  ['dialysate', 'dialysisFluid'],
  ['sweat', 'sweat'],
  ['mixed venous blood', 'mixedBlood'],
  ['bone marrow', 'marrow'],
  ['tissue', 'tissue'],
  ['hair', 'hair'],
  ['breast milk', 'milk'],
  ['semen', 'semen'],
  ['bile', 'bile'],
  ['swab', 'swab'],
  ['test strip', 'testStrip'],
  ['meter', 'meter'],
  ['glucometer', 'meter'],
  ['sensor', 'sensor'],
  ['pulse oximetry', 'clip'],
  ['point of care', 'atBedside'],
  ['palpation', 'byTouch'],
  ['calculated', 'calculated'],
  ['share of protein', 'shareOfProtein'],
  ['direct', 'direct'],
  ['high sensitivity', 'sensitive'],
  ['after a load', 'afterDrink'],
  ['stimulated', 'afterTestDose'],
  ['after a stimulus', 'afterTestDose'],
  ['after dexamethasone', 'afterSteroid'],
  ['after the dose', 'afterDose'],
  ['after dialysis', 'afterDialysis'],
  ['before dialysis', 'beforeDialysis'],
  ['after exercise', 'afterExercise'],
  ['during exercise', 'duringExercise'],
  ['resting', 'atRest'],
  ['at birth', 'atBirth'],
  ['before pregnancy', 'beforePregnancy'],
  ['dry', 'withoutFluid'],
  ['ideal', 'fromHeight'],
  ['target', 'goal'],
  ['ABP', 'notByCuff'],
  ['alarm', 'alarm'],
  ['setting', 'setting'],
  ['spontaneous', 'ownBreaths'],
  ['pre-ductal', 'preDuctal'],
  ['post-ductal', 'postDuctal'],
  ['maximum', 'highestValue'],
  ['minimum', 'lowestValue'],
  ['corrected', 'corrected'],
  ['at pH 7.4', 'atOneAcidity'],
  ['at patient temperature', 'atBodyTemperature'],
  ['left', 'leftSide'],
  ['right', 'rightSide'],
  ['peak', 'highestLevel'],
  ['trough', 'lowestLevel'],
  ['before bronchodilator', 'beforeInhaler'],
  ['after bronchodilator', 'afterInhaler'],
  ['stated', 'ownWords'],
  ['fetal', 'ofUnborn'],
  ['placenta', 'ofPlacenta'],
  ['cord', 'ofCord'],
  ['cord artery', 'ofCordArtery'],
  ['cord vein', 'ofCordVein'],
  ['newborn', 'ofNewborn'],
  ['donor', 'ofDonor'],
  ['recipient', 'ofRecipient'],
  ['maternal', 'ofMother'],
  ['paternal', 'ofFather'],
  ['sibling', 'ofSibling'],
  ['control', 'perhapsCheck'],
  ['plasma or blood', 'plasmaOrBlood'],
  ['any specimen', 'anySample'],
  ['black', 'blackPeople'],
  ['non-black', 'notBlackPeople'],
  ['formula not given', 'formulaUnnamed'],
  ['2012 formula', 'formulaOf2012'],
  ['per 1.73 m²', 'usualBodySize'],
  ['microalbumin', 'smallAmounts'],
  ['molar ratio', 'ratioInMoles'],
  ['adjusted to pH 7.4', 'atOneAcidity'],
  ['adjusted', 'corrected'],
  ['with potassium', 'oneMoreSalt'],
  ['estimated', 'estimated'],
  ['SD', 'spread'],
  ['mass per volume', 'weightInVolume'],
  ['mass', 'byWeight'],
  ['molar', 'inMoles'],
  ['units', 'inUnits'],
  ['presence', 'foundOrNot'],
  ['copies', 'inCopies'],
  ['log copies', 'powerOfCopies'],
  ['log IU', 'powerOfUnits'],
  ['device not given', 'deviceUnnamed'],
  ['electrophoresis', 'byCurrent'],
  ['immunoassay', 'byProteins'],
  ['mass spectrometry', 'byParticleWeight'],
  ['clotting assay', 'byClotting'],
  ['with pyridoxal phosphate', 'withVitamin'],
  ['without pyridoxal phosphate', 'withoutVitamin'],
  ['pyruvate to lactate', 'otherWay'],
  ['D3 only', 'onlyD3'],
  ['calculated from pO2', 'fromOxygen'],
  ['ultrasound', 'byUltrasound'],
  ['indicator dilution', 'byMarker'],
  ['expired', 'breathedOut'],
  ['spontaneous and mechanical', 'allBreaths'],
  ['synchronized mode', 'timedBreaths'],
  ['sediment', 'settled'],
  ['24 h pool', 'dayPool'],
  ['2 h after dose', 'twoHoursAfterDose'],
  ['neutrophils', 'neutrophils'],
  ['by last period', 'byLastPeriod'],
  ['history', 'asTold'],
  ['food did not last', 'foodDidNotLast'],
  ['change', 'changeBetween'],
  ['troponin T', 'troponinT'],
  ['troponin I', 'troponinI'],
  ['uncorrected', 'notCorrected'],
  ['standard', 'usualSettings'],
  ['extracellular fluid', 'outsideCells'],
  ['transcutaneous', 'throughSkin'],
  ['conjugated', 'directPart'],
  ['citrate', 'otherTube'],
  ['fluorescence', 'byLight'],
  ['spun', 'spun'],
  ['bands', 'youngCells'],
  ['segmented', 'grownCells'],
  ['atypical', 'changedLook'],
  ['immature', 'youngOnes'],
  ['production index', 'newCells'],
  ['low molecular weight heparin', 'lightHeparin'],
  ['unfractionated heparin', 'plainHeparin'],
  ['equilibrium dialysis', 'slowFilter'],
  ['after PEG', 'withoutClumps'],
  ['ultrasensitive', 'verySmall'],
  ['derived', 'workedOut'],
  ['chromogenic', 'byColor'],
  ['isoenzyme', 'onePart'],
  ['bioavailable', 'freeForUse'],
  ['dried blood spot', 'driedDrop'],
  ['needle washout', 'fromNeedle'],
  ['adrenal vein', 'veinNearKidney'],
  ['susceptibility', 'againstGerm'],
  ['twin', 'ofTwin'],
  ['partner', 'ofPartner'],
  ['blood gas analyser', 'byGasMachine'],
  ['random', 'atAnyTime'],
  ['unlike its code', 'unlikeCode'],
]);
/** These are names of equations, which people or groups gave them. */
const FORMULA = /^(?:CKD-EPI \d+|MDRD|Martin-Hopkins|Sampson|Schwartz|Cockcroft-Gault)$/;
const NUMBERED = /^(number|tube) (\d)$/;
const AFTER_LOAD = /^(\d+) h after a load$/;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns the everyday words for one kind; its own words where none are known. */
function kindWord(kind: string): string {
  // The reading names a specimen that the code does not have by this word.
  const named = kind.replace(/^specimen /, '');
  const [, hours] = AFTER_LOAD.exec(kind) ?? [];
  if (hours !== undefined) return namesTexts('afterDrinkHours', { count: Number(hours), shown: hours });
  const [, what, number] = NUMBERED.exec(named) ?? [];
  if (number !== undefined) return namesTexts(what === 'tube' ? 'tubeNumber' : 'numbered', { label: number });
  if (FORMULA.test(named)) return namesTexts('byFormula', { label: named });
  const key = PLAIN.get(named);
  return key === undefined ? named : namesTexts(key);
}

/** Returns everyday words for kinds as a name of the catalog has them: "supine, average". */
export const kindWords = (kinds: string): string => kinds.split(', ').map(kindWord).join(', ');

/* oxlint-disable longview/texts-in-catalogs -- these are looked up, not shown */
const BY_CUFF = 'Blood pressure';
const BY_CATHETER = 'invasive';
/* oxlint-enable longview/texts-in-catalogs */

/**
 * Returns the everyday name of a blood pressure, which both of its numbers share. One that a catheter measured stands beside that of a
 * cuff, and neither is the other.
 */
export function bloodPressureName({ id }: Pick<Series, 'id'>): string {
  const [base = BY_CUFF, ...kinds] = pressureSeriesPairOf(id)?.name.split(', ') ?? [];
  const more = base === BY_CUFF ? kinds.join(', ') : BY_CATHETER;
  return more === '' ? namesTexts('bloodPressure') : namesTexts('bloodPressureOf', { more: kindWords(more) });
}
