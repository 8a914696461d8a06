import type { Translated } from '../../words/language.ts';
import type { askAudienceMessages } from './askAudience.messages.ts';

export const askAudienceSpanish: Translated<typeof askAudienceMessages> = {
  whoLooks: '¿Quién está viendo esta historia clínica?',
  whoLooksWhy: 'Longview muestra los mismos resultados de dos maneras.',
  iAmPatient: 'Es mi historia clínica, o la de un familiar o amigo',
  iAmClinician: 'La veo por mi trabajo en salud',
};
