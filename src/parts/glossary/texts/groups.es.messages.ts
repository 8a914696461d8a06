import type { groupWords } from './groups.messages.ts';

/** This is the Spanish of `groups.messages.ts`, for clinical review. */
export const groupWordsInSpanish = {
  'Kidney and electrolytes': 'Riñones y sales del cuerpo',
  'Circulation and body': 'Signos vitales y medidas del cuerpo',
  'Blood count and iron': 'Células de la sangre y hierro',
  Diabetes: 'Azúcar en la sangre',
  Lipids: 'Colesterol y grasas de la sangre',
  'Liver and nutrition': 'Hígado, proteínas y vitaminas',
  'Blood gas': 'Oxígeno y ácidos en la sangre',
  Inflammation: 'Señales de inflamación',
  Heart: 'Corazón',
  'Lung function': 'Pruebas de respiración',
  'Intensive care': 'Cuidados intensivos',
  Coagulation: 'Coagulación de la sangre',
  'Thyroid and hormones': 'Tiroides y otras hormonas',
  Urine: 'Orina',
  'Drug levels': 'Medicinas y otras sustancias en la sangre',
  'Infection and immunity': 'Infecciones y defensas del cuerpo',
  'Tumor markers': 'Proteínas marcadoras',
  'Cerebrospinal and other fluids': 'Líquido de la columna y otros líquidos',
  'Pregnancy and newborn': 'Embarazo y recién nacido',
  'Scores and questionnaires': 'Preguntas y puntajes',
  'Other results': 'Otros resultados',
} satisfies Record<keyof typeof groupWords, string>;
