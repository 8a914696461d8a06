import type { Translated } from '../../words/language.ts';
import type { sessionNoticesMessages } from './sessionNotices.messages.ts';

export const sessionNoticesSpanish: Translated<typeof sessionNoticesMessages> = {
  otherPatient: 'En otra ventana está abierta la historia clínica de otra persona.',
  thisIsRight: 'Esta es la persona correcta',
  thisWindow: 'En esta ventana: {name}, fecha de nacimiento {born}.',
  unknownZone: 'Este navegador no conoce la zona horaria de {server} ({zone}).',
  zoneOfDevice: 'Todas las horas son de la zona {zone}.',
  closesAt: 'Longview se cierra a las {time},',
  closesUnused: '{left}, porque no se usa. Después la pantalla queda en blanco.',
  keepOpen: 'Dejar abierto',
  sessionEndsAt: 'Esta sesión termina a las {time},',
  signInToReturn: '{left}. Después la pantalla queda en blanco. Para volver, entre de nuevo.',
  openAgainToReturn:
    '{left}. Después la pantalla queda en blanco. Para volver, abra Longview de nuevo desde la historia clínica.',
  signInAgain: 'Entrar de nuevo',
  lessThanAMinute: 'en menos de un minuto',
  inMinutes: '{count, plural, one {en {shown} minuto} other {en {shown} minutos}}',
};
