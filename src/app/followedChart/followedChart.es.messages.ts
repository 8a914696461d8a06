import type { Translated } from '../../words/language.ts';
import type { followedChartMessages } from './followedChart.messages.ts';

export const followedChartSpanish: Translated<typeof followedChartMessages> = {
  follows: 'Abierto a las {opened}. Se cierra cuando usted pasa a otro paciente',
  lost: 'Abierto a las {opened}. Sin contacto desde las {since}: no cambia cuando usted pasa a otro paciente. Se intenta de nuevo',
  gone: 'Abierto a las {opened}. Sin contacto desde las {since}: no cambia cuando usted pasa a otro paciente',
  denied: 'Abierto a las {opened}. No se dio permiso: no cambia cuando usted pasa a otro paciente',
};
