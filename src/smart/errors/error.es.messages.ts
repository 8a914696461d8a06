import type { Translated } from '../../words/language.ts';
import type { errorMessages } from './error.messages.ts';

export const errorSpanish: Translated<typeof errorMessages> = {
  wrongPage: 'Longview se abrió por la página que no es',
  launchUrlToRegister: 'Dirección de apertura',

  serverBusy: '{label} está muy ocupado',
  serverFault: '{label} tuvo un error',
  answerUnreadable: '{label} envió algo que Longview no puede leer',
  patientRefused: '{label} no dejó leer la historia clínica',
  patientNotReadText: 'Longview no pudo leer el nombre del paciente. Sin él no muestra nada.',
  declined: 'No se dio el permiso',
  declinedText: 'Usted o la página de entrada no dio permiso para ver la historia clínica.',

  registrationRefused: '{label} no acepta el registro de Longview',
  registrationRefusedText: 'El centro de salud no aceptó la entrada.',
  detailsForIntegrationTeam: 'Los detalles dicen a su equipo técnico qué debe cambiar.',

  launchRefused: '{label} no aceptó esta apertura desde la historia clínica',
  launchRefusedText: 'Cada apertura vale una sola vez, y por poco tiempo.',
  ifItKeepsHappening: 'Si sigue pasando, los detalles ayudan a su equipo técnico.',

  signInBusy: '{label} está muy ocupado y usted no pudo entrar',
  signInBusyText: 'Ahora no pudo responder.',
  usuallyOverInAMinute: 'Suele pasar en un minuto.',
  signInNeeded: 'Primero tiene que entrar en {label}',
  signInNeededText: 'Debe pedirle su contraseña o su permiso, y aquí no pudo.',
  signInFaultText: 'No pudo dejarle entrar.',

  noPatient: 'No se eligió a ningún paciente',
  noPatientFromChart:
    '{label} le dejó entrar sin un paciente, y no se muestra nada. Abra primero una historia clínica, y desde ahí Longview.',
  noPatientAlone:
    '{label} le dejó entrar sin un paciente, y no se muestra nada. Entre de nuevo y elija a un paciente.',

  notAllowed:
    '{what, select, patient {{label} no dio permiso para leer los datos del paciente} results {{label} no dio permiso para leer resultados} other {{label} no dio permiso para leer esta historia clínica}}',
  notAllowedText: 'Sin ese permiso Longview no puede mostrar nada. No se leyó ningún resultado.',
  notAllowedFromChart:
    'Pregunte a su equipo técnico. Los detalles dicen qué pidió Longview y qué se permitió.',
  notAllowedAlone: 'Entre de nuevo y dé el permiso.',

  patientChanged: 'Llegó otro paciente. Esta vista se cerró',
  patientChangedText:
    'El centro de salud envió la historia clínica de otra persona. Por seguridad no se muestra nada. Cierre esta ventana y abra Longview de nuevo.',
  closeThisView: 'Cerrar esta vista',

  otherChart: 'En {label} se abrió otro paciente',
  unknownChart: 'En {label} se abrió un paciente, y Longview no sabe quién es',
  closedChart: 'En {label} se cerró la historia clínica',
  chartClearedText:
    'Longview borró los resultados, para que nadie piense que son de otro paciente. Abra Longview de nuevo desde la historia clínica que ve ahora.',
  closedChartText: 'Longview borró los resultados. Abra una historia clínica, y desde ahí Longview de nuevo.',
  signedOut: 'Se cerró su sesión en {label}',
  signedOutText:
    'Longview borró los resultados. Inicie sesión ahí otra vez, y abra Longview desde la historia clínica que necesita.',

  sessionEnded: 'Su sesión terminó',
  sessionEndedAt: 'Su sesión terminó a las {time}',
  sessionEndedText: 'Longview borró los resultados de la pantalla, para que nadie vea datos viejos.',
  viewIsKept: 'Al volver, Longview abre la misma vista.',

  idleMinutes: 'Longview no se usó durante {count, plural, one {{shown} minuto} other {{shown} minutos}}.',
  idleHours: 'Longview no se usó durante {count, plural, one {{shown} hora} other {{shown} horas}}.',
  idleTooLong: 'Longview no se usó durante mucho tiempo.',
  limitMinutes:
    'Aquí una sesión dura como mucho {count, plural, one {{shown} minuto} other {{shown} minutos}}.',
  limitHours: 'Aquí una sesión dura como mucho {count, plural, one {{shown} hora} other {{shown} horas}}.',
  limitReached: 'La sesión llegó a su límite de tiempo.',
  clockJumped: 'El aparato estuvo dormido, o su reloj se adelantó.',
  endedElsewhere: 'Se cerró en otra ventana.',
  accessNarrowed: 'El centro de salud ahora deja a Longview leer menos de esta historia clínica.',
  openedAgainHere: 'Longview se abrió de nuevo en esta ventana.',
  endedByReader: 'Usted salió.',

  signInTooLate: 'No se aceptó el código de entrada',
  signInTooLateText: 'Tal vez ya venció, o ya se usó antes.',

  signInLeft: 'La entrada quedó a medias',
  signInLeftText: 'La página se cerró antes de terminar la entrada.',

  patientTooLarge: 'Longview no pudo leer esta historia clínica',
  patientTooLargeText:
    '{label} envió más de lo que Longview puede leer, y no se muestra nada. Intente de nuevo. Si sigue pasando, los detalles ayudan a su equipo técnico.',

  fault: 'Longview no pudo mostrar esta historia clínica',
  faultText:
    'Un error de Longview cerró la vista, y no se muestra nada. Intente de nuevo. Si sigue pasando, los detalles ayudan a su equipo técnico.',

  placeUnlisted: 'El lugar donde entró ya no está en esta lista',
  placeUnlistedText:
    'Longview ya no abre historias clínicas de ese lugar, y no se muestra nada. Pregunte allí cómo ver los resultados.',

  patientUnavailable: 'Esta historia clínica no está disponible',
  patientUnavailableText: 'Tal vez se unió a otra o se cerró.',
};
