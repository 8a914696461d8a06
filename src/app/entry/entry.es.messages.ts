import type { Translated } from '../../words/language.ts';
import type { entryMessages } from './entry.messages.ts';

export const entrySpanish: Translated<typeof entryMessages> = {
  name: 'Longview',
  purpose: 'Vea cómo cambian con el tiempo sus signos vitales y sus resultados de laboratorio.',
  signInWhereKept: 'Entre donde está su historia clínica. Longview la lee, no guarda nada y no cambia nada.',
  openFromChart:
    'Aquí ningún centro de salud permite entrar por su cuenta. Longview se abre desde la historia clínica de un paciente.',
  signInTo: 'Entrar en {server}',

  copyDetails: 'Copiar los detalles',
  launchInspector: 'Datos técnicos',
  signedIn: 'Usted ya entró',
  goesOnElsewhere: 'Longview sigue en la ventana de la que usted vino. Aquí no se guarda nada.',
  closeWindow: 'Cerrar esta ventana',
};
