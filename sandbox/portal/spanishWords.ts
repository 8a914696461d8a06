import { html } from '../pages/html.ts';
import type { PortalWords } from './englishWords.ts';

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** These are the words of the portal in Spanish, for readers who are addressed as "usted". */
export const SPANISH_WORDS: PortalWords = {
  languageName: 'Español',
  portal: 'Portal de pacientes',
  errorTitle: 'Error:',

  signInHeading: '¿Permite que Longview vea una historia clínica?',
  signInLead: html`La aplicación <strong>Longview</strong> pide ver una historia clínica. Primero entre. Nada
    se comparte hasta que usted dé permiso.`,
  signInAs: 'Entrar como',
  asksFor: 'Qué pide Longview',
  atOnce: 'O responda ya, para su propia historia clínica y todo lo que pide Longview:',
  opensOthers: (count) =>
    `También puede abrir ${many(count, 'otra historia', 'otras historias')} de la familia`,
  proxyOfEveryone: 'Una persona de la familia, que puede abrir la historia de cualquier otra',
  proxyOfFather: 'Una hija que abre la historia clínica de su padre',
  clinician: 'Personal de salud, que abre cualquier historia',
  chooseRecord: 'Elija de quién es la historia clínica que Longview puede ver.',

  recordHeading: '¿De quién es la historia clínica que quiere abrir?',
  signedIn: (name) => html`Usted entró como ${name}.`,
  patient: 'Paciente',
  recordOf: 'Historia clínica de',
  me: (name) => html`Yo, ${name}`,

  consentTitle: '¿Permite que Longview vea esta historia clínica?',
  consentNobody: '¿Permite que Longview sepa quién es usted?',
  consentOwn: '¿Permite que Longview vea su historia clínica?',
  consentOf: (name) => html`¿Permite que Longview vea la historia clínica de ${name}?`,
  change: 'Qué puede cambiar Longview',
  changesNothing: 'Nada. Puede leer, pero no puede agregar, cambiar ni borrar nada en la historia clínica.',
  changesParts:
    'Longview pide cambiar partes de la historia clínica. Si usted no quiere eso, quite la marca de esas casillas.',
  howLong: 'Por cuánto tiempo',
  life: (time) => `Por ${time} como máximo. Termina antes si usted sale de Longview.`,
  sees: 'Qué verá Longview',
  clearABox: 'Quite la marca de lo que no quiera mostrar.',
  replaced:
    'Esta historia clínica es antigua. Se unió a otra de la misma persona. Ya no se le agrega nada nuevo.',
  deceased: 'Esta es la historia clínica de una persona que falleció.',

  continue: 'Continuar',
  approve: 'Permitir',
  decline: 'No permitir',
  back: 'Volver',
  technicalNames: 'Nombres técnicos',

  relations: {
    MTH: 'Usted es la madre',
    DAUC: 'Usted es la hija',
    FAMMEMB: 'Usted es de la familia',
  },
  relationTo: (relation, name) => html`${relation} de ${name}.`,

  genders: {
    female: 'sexo femenino',
    male: 'sexo masculino',
    other: 'otro sexo',
    unknown: 'no se sabe el sexo',
  },
  months: 'ene feb mar abr may jun jul ago sep oct nov dic'.split(' '),
  born: (date) => `nació: ${date}`,
  hasDied: 'falleció',
  years: (years) => many(years, 'año', 'años'),
  oneOfYears: (lower) => `${lower} o ${lower + 1} años`,
  ageMonths: (months) => (months === 0 ? 'menos de 1 mes' : many(months, 'mes', 'meses')),

  units: {
    day: (count) => many(count, 'día', 'días'),
    hour: (count) => many(count, 'hora', 'horas'),
    minute: (count) => many(count, 'minuto', 'minutos'),
    second: (count) => many(count, 'segundo', 'segundos'),
  },

  verbs: { read: 'Leer', change: 'cambiar', delete: 'borrar' },
  and: ' y ',
  identityScopes: {
    openid: 'Saber quién entró',
    fhirUser: 'Saber con qué nombre está usted en este hospital',
    profile: 'Saber su nombre',
    offline_access: 'Seguir en contacto cuando usted no está',
    online_access: 'Seguir en contacto hasta que usted salga',
    launch: 'Saber qué paciente está abierto',
    'launch/patient': 'Saber de quién es la historia que usted elige',
  },
  otherScope: (scope) => `Otra cosa: ${scope}`,
  resources: {
    '*': 'toda la historia clínica',
    Patient: 'nombre, fecha de nacimiento y datos de contacto',
    Observation: 'resultados de pruebas y medidas',
    Encounter: 'visitas y estadías en el hospital',
    MedicationRequest: 'medicinas recetadas',
    MedicationStatement: 'medicinas que usted dice que toma',
    MedicationAdministration: 'medicinas que le dieron',
    MedicationDispense: 'medicinas que le entregaron',
    Condition: 'problemas de salud',
    Procedure: 'cirugías y qué más se hizo',
    Immunization: 'vacunas',
    AllergyIntolerance: 'alergias y lo que le hace daño',
    DiagnosticReport: 'informes de pruebas y de imágenes',
    Medication: 'los nombres de las medicinas',
  },
  otherResource: (type) => `otros datos, del tipo “${type}”`,
  categories: { laboratory: 'pruebas de laboratorio', 'vital-signs': 'la presión y otros signos' },
  only: (what) => `, solo ${what}`,
  onlyWhere: (query) => `, solo donde ${query}`,

  refused: 'Esto no funcionó',
  answered: 'Usted ya respondió esto, o pasó mucho tiempo. Vuelva a la aplicación y empiece otra vez.',
  cannotGoOn: 'No podemos seguir desde aquí. Vuelva a la aplicación y empiece otra vez.',
  details: 'Para quienes manejan la aplicación:',
  toStart: 'Volver al inicio',
};
