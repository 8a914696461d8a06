import { textsOf } from '../../words/catalog.ts';

/** These are the rules that list a change, as their sources put them. */
export const changeTexts = textsOf({
  creatinineInTwoDays: 'KDIGO lists {rise} in 48 h',
  creatinineInAWeek: 'KDIGO lists 1.5 times in 7 days',
  egfr: 'KDIGO lists a change of more than 20 %',
  albumin: 'KDIGO lists a doubling',
  troponin: 'ESC lists more than 20 % from a raised value',
  platelets: 'the 4Ts score lists falls of 30 % and of 50 %',
  hemoglobin: 'ISTH lists a fall of {fall}',
  weight: 'ESC lists more than 2 kg in 3 days in heart failure',
});
