import type { panelWords } from './panels.messages.ts';

/** This is the Spanish of `panels.messages.ts`, for clinical review. */
export const panelWordsInSpanish = {
  bp: 'Presión arterial',
  vitals: 'Signos vitales y medidas del cuerpo',
  bmp: 'Sales del cuerpo, azúcar y pruebas del riñón',
  'bmp-b': 'Sales del cuerpo, azúcar y pruebas del riñón (sangre entera)',
  cmp: 'Sales del cuerpo, azúcar y pruebas del riñón y del hígado',
  renal: 'Pruebas del riñón',
  liver: 'Pruebas del hígado',
  cbc: 'Conteo de células de la sangre',
  cbcdiff: 'Conteo de células de la sangre con tipos de glóbulos blancos',
  lipid: 'Colesterol y grasas de la sangre',
  lipid96: 'Colesterol y grasas de la sangre, lista corta',
  diabetes: 'Azúcar en la sangre y control de la diabetes',
  thyroid: 'Pruebas de la tiroides',
  coag: 'Pruebas de coagulación de la sangre',
  iron: 'Hierro y vitaminas',
  cardiac: 'Pruebas del corazón en la sangre',
  inflam: 'Señales de inflamación e infección',
  ua: 'Prueba completa de orina',
  uastrip: 'Tira reactiva de orina',
  abg: 'Oxígeno y ácidos en sangre de arteria',
} satisfies Record<keyof typeof panelWords, string>;
