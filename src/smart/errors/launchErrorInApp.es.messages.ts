import type { Translated } from '../../words/language.ts';
import type { launchErrorInAppMessages } from './launchErrorInApp.messages.ts';

export const launchErrorInAppSpanish: Translated<typeof launchErrorInAppMessages> = {
  theHealthSystem: 'El centro de salud',
  nothingRead: 'No se leyó ningún dato del paciente.',
  openFromChartAgain: 'Vuelva a la historia clínica del paciente y abra Longview de nuevo.',
  retryOrDetails: 'Intente de nuevo. Si sigue pasando, los detalles ayudan a su equipo técnico.',
  tryAgain: 'Intentar de nuevo',
  signInAgain: 'Entrar de nuevo',
  goToStartPage: 'Ir a la página de inicio',
  openSignInWindow: 'Abrir la ventana de entrada',
  openInOwnTab: 'Abrir Longview en su propia pestaña',
  withoutChart: 'Longview se abrió sin una historia clínica',
  withoutChartText:
    'El enlace no dice qué paciente es. Abra Longview desde la historia clínica, o entre desde la página de inicio.',
  unknownHealthSystem: 'Longview no está listo para este centro de salud',
  unknownHealthSystemText:
    'Longview no se puede abrir desde ahí, y no envió nada. Los detalles ayudan a su equipo técnico.',
  settingsUnusable: 'Longview no puede usar la página de entrada de {label}',
  settingsUnusableText: 'Sin ella Longview no puede dejarle entrar de forma segura.',
  noAnswer: '{label} no respondió',
  noAnswerText:
    'Revise su conexión a la red. Si otras páginas se abren, los detalles ayudan a su equipo técnico.',
  offline: 'No hay conexión a la red',
  offlineText: 'Longview necesita la red para llegar al centro de salud.',
  oldSignIn: 'Esta entrada ya venció o no empezó aquí',
  oldSignInText: 'Por seguridad, Longview no la usó.',
  startAgain: 'Empiece de nuevo desde la historia clínica, o desde la página de inicio de Longview.',
  framesRefused: 'La página de entrada no se puede abrir dentro de esta ventana',
  framesRefusedText: 'Entre en una ventana nueva. Después Longview sigue aquí.',
  storageBlocked: 'El navegador no deja guardar lo que Longview necesita',
  storageBlockedText:
    'Longview guarda solo su entrada, y nada sobre el paciente. Permita guardar datos para esta página, o abra Longview en su propia ventana.',
  foreignFrame: 'Longview no se abre dentro de esta página',
  foreignFrameText: 'La página que lo rodea no está en la lista de las que pueden mostrar Longview.',
  foreignFrameNext: 'Abra Longview en su propia pestaña. Los detalles ayudan a su equipo técnico.',
};
