import type { Translated } from '../../words/language.ts';
import type { slowSignInMessages } from './slowSignIn.messages.ts';

export const slowSignInSpanish: Translated<typeof slowSignInMessages> = {
  notAnswered: 'Después de 10 segundos no hay respuesta a su entrada.',
  waitsOn: 'Longview espera hasta 30 segundos. No se leyó nada de la historia clínica.',
};
