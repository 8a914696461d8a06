import type { Translated } from '../../words/language.ts';
import type { patientMenuMessages } from './patientMenu.messages.ts';

export const patientMenuSpanish: Translated<typeof patientMenuMessages> = {
  menu: 'Menú',
  signedIn: 'Usted entró a las {time} en {server}.',
  endsWhenIdle: 'La sesión termina después de {minutes} minutos sin uso, o a las {time} a más tardar.',
  manageAccess: 'Elegir qué aplicaciones pueden ver su historia clínica',
  print: 'Imprimir para su cita',
  clinicianView: 'Ver las pantallas del equipo médico',
  launchInspector: 'Datos técnicos',
  about: 'Acerca de Longview',
  signOut: 'Salir',
};
