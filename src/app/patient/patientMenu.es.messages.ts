import type { Translated } from '../../words/language.ts';
import type { patientMenuMessages } from './patientMenu.messages.ts';

export const patientMenuSpanish: Translated<typeof patientMenuMessages> = {
  menu: 'Menú',
  signedIn: 'Usted entró a las {time} en {server}.',
  endsWhenIdle: 'La sesión termina después de {minutes} minutos sin uso, o a las {time} a más tardar.',
  manageAccess: 'Elegir qué aplicaciones pueden ver su historia clínica',
  print: 'Imprimir para una consulta',
  clinicianView: 'Mostrar las pantallas para profesionales',
  launchInspector: 'Datos técnicos',
  signOut: 'Salir',
  endedByReader: 'Usted salió',

  whoLooks: '¿Quién está viendo esta historia clínica?',
  whoLooksWhy: 'Longview muestra los mismos resultados de dos maneras.',
  iAmPatient: 'Es mi historia clínica, o cuido a esta persona',
  iAmClinician: 'Trabajo en el área de la salud',
};
