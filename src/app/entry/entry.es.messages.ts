import type { Translated } from '../../words/language.ts';
import type { entryMessages } from './entry.messages.ts';

export const entrySpanish: Translated<typeof entryMessages> = {
  copyDetails: 'Copiar los detalles',
  launchInspector: 'Datos técnicos',
  signedIn: 'Usted ya entró',
  goesOnElsewhere: 'Longview sigue en la ventana de la que usted vino. Aquí no se guarda nada.',
  closeWindow: 'Cerrar esta ventana',

  withoutChartHelp:
    'Para ver los resultados, abra Longview desde la historia clínica. También puede entrar en {label} y elegir de quién son.',
};
