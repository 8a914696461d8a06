/** This file says in words why a result has no distance from its baseline. */
import type { NoDistanceReason } from '../../clinical/change/seriesChange.ts';
import { changesTexts } from './changes.messages.ts';

/* oxlint-disable longview/texts-in-catalogs -- these are the codes of the reasons, and no words for a reader */
export const TOO_FEW = 'too few' satisfies NoDistanceReason;

/** These are the words for why a result has no distance. */
export const REASON_TEXT: Readonly<Record<NoDistanceReason, string>> = {
  'no variation': changesTexts('noVariation'),
  limit: changesTexts('limit'),
  'not positive': changesTexts('notPositive'),
  'fasting not known': changesTexts('fastingNotKnown'),
  monitor: changesTexts('monitor'),
  'too few': changesTexts('tooFew'),
  method: changesTexts('method'),
  specimen: changesTexts('specimen'),
  conditions: changesTexts('conditions'),
  unit: changesTexts('unit'),
  fasting: changesTexts('fasting'),
  posture: changesTexts('posture'),
  site: changesTexts('site'),
  growth: changesTexts('growth'),
  birthday: changesTexts('birthday'),
  pregnancy: changesTexts('pregnancy'),
  'hospital stay': changesTexts('hospitalStay'),
  operation: changesTexts('operation'),
  transfusion: changesTexts('transfusion'),
  dialysis: changesTexts('dialysis'),
  transplant: changesTexts('transplant'),
  'too old': changesTexts('tooOld'),
  'near admission': changesTexts('nearAdmission'),
  zValue: changesTexts('noZValue'),
  zBirth: changesTexts('noZBirth'),
  zTime: changesTexts('noZTime'),
  zSex: changesTexts('noZSex'),
  zTable: changesTexts('noZTable'),
  zBeforeTerm: changesTexts('noZBeforeTerm'),
  zGestation: changesTexts('noZGestation'),
  zPosition: changesTexts('noZPosition'),
  zScale: changesTexts('zScale'),
  zMistake: changesTexts('zMistake'),
};
/* oxlint-enable longview/texts-in-catalogs */
