import type { Translated } from '../../words/language.ts';
import type { loadingMessages } from './loading.messages.ts';

export const loadingSpanish: Translated<typeof loadingMessages> = {
  screenNotLoaded: 'No se pudo cargar esta pantalla',
  checkNetwork: 'Revise la conexión a la red y vuelva a cargar la página.',
  updated: 'Longview se actualizó',
  goOn: 'Vuelva a cargar la página para seguir donde estaba.',
  reload: 'Volver a cargar',
};
