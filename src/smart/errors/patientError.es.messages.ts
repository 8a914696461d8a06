import type { Translated } from '../../words/language.ts';
import type { patientErrorMessages } from './patientError.messages.ts';

export const patientErrorSpanish: Translated<typeof patientErrorMessages> = {
  theHealthSystem: 'El centro de salud',
  nothingRead: 'No se leyó nada de la historia clínica.',
  nextStep:
    '{act, select, signIn {Entre de nuevo.} retry {Intente de nuevo.} start {Vaya a la página de inicio y entre desde ahí.} startElsewhere {Vaya a la página de inicio para elegir otro lugar.} close {Cierre esta vista. Después entre de nuevo.} newWindow {Abra la ventana de entrada. Después vuelva aquí.} ownTab {Abra Longview en su propia pestaña.} other {Vuelva a la página de la que vino. Después abra Longview de nuevo.}}',
  askHealthSystem: 'Si sigue pasando, pida ayuda a su centro de salud.',

  noRecord: 'Este enlace no abre ninguna historia clínica',
  noRecordText: 'No dice de quién es la historia clínica.',
  unknownPlace: 'Longview todavía no funciona con este centro de salud',
  unknownPlaceText: 'No se le envió nada. Longview funciona con otros lugares.',
  notSetUp: 'Ahora no se puede entrar en {label}',
  notSetUpText: 'Allí falta algo por preparar. Usted no hizo nada mal.',

  noAnswer: '{label} no responde ahora',
  noAnswerText: 'Revise si tiene internet.',
  offline: 'Usted no tiene internet',
  offlineText: 'Revise su wifi o los datos de su teléfono.',
  busy: '{label} está muy ocupado',
  busyText: 'Espere un minuto.',
  trouble: '{label} tuvo un problema',
  troubleText: 'Longview no pudo leer el nombre en la historia clínica. Sin él no muestra nada.',

  declined: 'No se dio permiso para ver la historia clínica',
  declinedText:
    'Usted o la página de entrada dijo que no. Longview puede mostrar los resultados si usted dice que sí.',
  signInBusy: '{label} está muy ocupado y no le dejó entrar',
  signInNeeded: 'Primero tiene que entrar en {label}',
  signInNeededText: 'Debe pedirle su contraseña o su permiso.',
  signInFaultText: 'No pudo dejarle entrar.',
  oldSignIn: 'Esta entrada ya no vale, o empezó en otro lugar',
  oldSignInText: 'Para cuidar la historia clínica, Longview no la usó.',
  newWindow: 'Para entrar hace falta otra ventana',
  newWindowText: 'No se puede abrir en esta página.',
  noPerson: 'No se eligió ninguna historia clínica',
  noPersonText:
    'Usted entró, pero no eligió a una persona, y no se muestra nada. Tiene que elegir de quién es la historia clínica.',
  notAllowed:
    '{what, select, patient {No se dio permiso para ver el nombre} results {No se dio permiso para ver los resultados} other {No se dio permiso para ver la historia clínica}}',
  notAllowedText: 'Sin ese permiso Longview no puede mostrar nada. Usted tiene que decir que sí.',

  otherPerson: 'Esta historia clínica es de otra persona',
  otherPersonText:
    'El centro de salud envió otra historia clínica. Para cuidar a los dos, no se muestra nada de ella.',

  otherRecordOpened: 'En {label} se abrió la historia de otra persona',
  recordClosed: 'En {label} se cerró la historia clínica',
  recordClosedText: 'Los resultados ya no están en la pantalla, para que nadie vea los de otra persona.',

  signedOut: 'Su sesión se cerró',
  signedOutAt: 'Su sesión se cerró a las {time}',
  signedOutText: 'Los resultados ya no están en la pantalla, para que nadie más los vea.',
  viewIsKept: 'Cuando entre de nuevo, vuelve al mismo lugar.',

  storageBlocked: 'Su navegador no deja guardar su entrada',
  storageBlockedText:
    'Longview guarda su entrada y nada sobre su salud. Deje que esta página guarde datos, o use otro navegador.',
  signInTooLate: 'Su entrada tardó mucho, o ya se usó antes',
  signInTooLateText: 'Por eso no abre la historia clínica.',
  signInLeft: 'Usted no terminó de entrar',
  signInLeftText: 'La página se cerró muy pronto.',

  tooLarge: 'Esta historia clínica es muy grande',
  tooLargeText: '{label} envió más de lo que Longview puede leer, y no se muestra nada.',
  fault: 'Longview tuvo un problema',
  faultText: 'No pudo mostrar la historia clínica, y no se muestra nada.',
  placeUnlisted: 'Este lugar ya no está en nuestra lista',
  placeUnlistedText:
    'Longview ya no abre historias clínicas de ahí, y no se muestra nada. Pregunte allí cómo ver estos resultados.',
  moved: 'Esta historia clínica se movió o se cerró',
  movedText: 'Tal vez ahora es parte de otra.',

  insidePage: 'Longview no se abre dentro de esta página',
  insidePageText: 'Así otras páginas no ven la historia clínica.',
};
