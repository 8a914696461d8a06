import type { Translated } from '../../words/language.ts';
import type { patientErrorMessages } from './patientError.messages.ts';

export const patientErrorSpanish: Translated<typeof patientErrorMessages> = {
  theHealthSystem: 'El centro de salud',
  nothingRead: 'No se leyó nada de la historia clínica.',
  askHealthSystem: 'Si sigue pasando, pida ayuda a su centro de salud.',

  noRecord: 'Este enlace no abre ninguna historia clínica',
  noRecordText: 'Vaya a la página de inicio y entre desde ahí.',
  unknownPlace: 'Longview todavía no funciona con este centro de salud',
  unknownPlaceText: 'No se le envió nada. Vaya a la página de inicio y elija dónde le atienden.',
  notSetUp: 'Ahora no se puede entrar en {label}',
  notSetUpText: 'Allí falta algo por preparar. Usted no hizo nada mal.',

  noAnswer: '{label} no responde ahora',
  noAnswerText: 'Revise si tiene internet. Después intente de nuevo.',
  offline: 'Usted no tiene internet',
  offlineText: 'Revise su wifi o los datos de su teléfono. Después intente de nuevo.',
  busy: '{label} está muy ocupado',
  busyText: 'Espere un minuto. Después intente de nuevo.',
  trouble: '{label} tuvo un problema',
  troubleText: 'Longview no pudo leer el nombre en la historia clínica. Sin él no muestra nada.',

  declined: 'No se dio permiso para ver la historia clínica',
  declinedText:
    'Usted o la página de entrada dijo que no. Para ver los resultados, entre de nuevo y diga que sí.',
  signInBusy: '{label} está muy ocupado y no le dejó entrar',
  oldSignIn: 'Esta entrada ya no vale, o empezó en otro lugar',
  oldSignInText: 'Para cuidar la historia clínica, Longview no la usó. Por favor, empiece de nuevo.',
  newWindow: 'Para entrar hace falta otra ventana',
  newWindowText: 'Toque el botón para abrirla. Después vuelva aquí.',
  noPerson: 'No se eligió ninguna historia clínica',
  noPersonText:
    'Usted entró, pero no eligió a una persona, y no se muestra nada. Entre de nuevo y elija de quién es la historia clínica.',
  notAllowed:
    '{what, select, patient {No se dio permiso para ver el nombre} results {No se dio permiso para ver los resultados} other {No se dio permiso para ver la historia clínica}}',
  notAllowedText:
    'Sin ese permiso Longview no puede mostrar nada. Entre de nuevo y diga que sí. Si no le piden permiso, avise a su centro de salud.',

  otherPerson: 'Esta historia clínica es de otra persona',
  otherPersonText:
    'El centro de salud envió otra historia clínica. Para cuidar a los dos, no se muestra nada de ella. Cierre esta página y entre de nuevo. Si lo ve otra vez, avise a su centro de salud.',

  otherRecordOpened: 'En {label} se abrió la historia de otra persona',
  recordClosed: 'En {label} se cerró la historia clínica',
  recordClosedText:
    'Los resultados ya no están en la pantalla, para que nadie vea los de otra persona. Abra la historia de nuevo para verlos.',

  signedOut: 'Su sesión se cerró',
  signedOutAt: 'Su sesión se cerró a las {time}',
  signedOutText: 'Los resultados ya no están en la pantalla, para que nadie más los vea.',
  viewIsKept: 'Cuando entre de nuevo, vuelve al mismo lugar.',

  storageBlocked: 'Su navegador no deja guardar su entrada',
  storageBlockedText:
    'Longview guarda su entrada y nada sobre su salud. Deje que esta página guarde datos, o use otro navegador.',
  signInTooLate: 'Su entrada tardó mucho, o ya se usó antes',
  signInTooLateText: 'Por favor, entre de nuevo.',
  signInLeft: 'Usted no terminó de entrar',
  signInLeftText: 'La página se cerró muy pronto. Por favor, entre de nuevo.',

  tooLarge: 'Esta historia clínica es muy grande y no se muestra',
  tooLargeText: '{label} envió más de lo que Longview puede leer. Puede intentar de nuevo.',
  fault: 'Longview tuvo un problema',
  faultText: 'No pudo mostrar la historia clínica. Puede intentar de nuevo.',
  moved: 'Esta historia clínica se movió o se cerró',
  movedText: 'Tal vez ahora es parte de otra. Entre de nuevo para buscarla.',

  insidePage: 'Longview no se abre dentro de esta página',
  insidePageText: 'Abra Longview en su propia pestaña.',
};
