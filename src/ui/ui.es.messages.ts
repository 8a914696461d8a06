import type { Translated } from '../words/language.ts';
import type { uiMessages } from './ui.messages.ts';

export const uiSpanish: Translated<typeof uiMessages> = {
  detailsForSupport: 'Datos para la ayuda técnica',
  detailsForSupportOf: 'Datos para la ayuda técnica: {code}',
  close: 'Cerrar',
  copied: 'Copiado.',
  notCopied: 'El navegador no permitió copiar. Marque el texto y cópielo.',
  copyByHand: 'Longview no puede copiar en esta ventana. Marque el texto y cópielo aquí.',
};
