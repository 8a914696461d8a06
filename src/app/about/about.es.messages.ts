import type { Translated } from '../../words/language.ts';
import type { aboutMessages } from './about.messages.ts';

export const aboutSpanish: Translated<typeof aboutMessages> = {
  heading: 'Acerca de Longview',
  close: 'Cerrar',
  use: 'Longview muestra cómo cambian con el tiempo los resultados de laboratorio y los signos vitales, tal como los envió su centro de salud.',
  limits: 'No hace diagnósticos, no da alarmas y no calcula dosis.',
  completeness:
    'Aquí pueden faltar resultados. Por eso, vea la historia clínica completa o pregunte a su equipo médico antes de cambiar un tratamiento.',
  version: 'Versión {version}',
  commit: 'Código de la versión: {commit}',
  commitUnknown: 'No se conoce el código de la versión',
  changed: 'Incluye cambios que no son de ninguna versión',
};
