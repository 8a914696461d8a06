import { expect, test } from 'vitest';
import { meansNotDone } from './notDoneWords.ts';

test.each([
  'Refus familial',
  'Refus de soins',
  'Refus de soins par le patient',
  'Refus du soin',
  'Refus de l’acte',
  'Reporté à la semaine prochaine',
  'Rechazo de los padres',
  'Rechazo familiar',
  'Negativa del paciente',
  'Negativa de la familia',
  'Aplazada hasta mañana',
  'Ablehnung der Behandlung',
  'Ablehnung der Eltern',
  'Verweigert von der Patientin',
  'Verschoben auf Montag',
  'Rifiuto dei genitori',
  'Rinviato a lunedì',
  'Recusa dos pais',
  'Weigering ouders',
  'Parental refusal',
  'Family declined',
])('"%s" says that the act itself was not done', (text) => {
  expect(meansNotDone({ text }, true)).toBe(true);
});

test.each([
  'Refused parenteral nutrition',
  'Declined family planning',
  'Family refused blood products',
  'Refus de soins palliatifs',
  'Serología negativa de hepatitis',
  'Negativa de malignidad',
  'Negativa',
  'Ablehnung der Narkose',
  'Ablehnung der Patientenverfügung',
  'Rechazo de los injertos',
  'Rifiuto del sangue',
  'Rinviato a domicilio',
  'Weigering oudere medicatie',
])('"%s" says nothing of the act', (text) => {
  expect(meansNotDone({ text }, true)).toBe(false);
});
