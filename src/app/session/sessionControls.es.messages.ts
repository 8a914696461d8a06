import type { Translated } from '../../words/language.ts';
import type { sessionControlsMessages } from './sessionControls.messages.ts';

export const sessionControlsSpanish: Translated<typeof sessionControlsMessages> = {
  menu: 'Menú',
  warningsNotLoaded: 'No se pudieron cargar los avisos de esta sesión. Vuelva a cargar la página.',
  openedAt: 'Abierto a las {time}. No cambia cuando usted pasa a otro paciente',
};
