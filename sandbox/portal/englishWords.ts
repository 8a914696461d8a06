// These are the words of the patient portal. They are for people who ask for nothing but their results, so they are those of
// grade 6 (build/patientView/portalReading.test.ts). Like the words of the app they wait for a clinical review.
import { html, type Html } from '../pages/html.ts';

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

export const ENGLISH_WORDS = {
  /** A button that changes to the other language says so in that language. */
  languageName: 'English',
  portal: 'Patient portal',
  errorTitle: 'Error:',

  signInHeading: 'Allow Longview to see a health record?',
  signInLead: html`The app <strong>Longview</strong> asks to see a record. First sign in. Nothing is shared
    until you approve.`,
  signInAs: 'Sign in as',
  asksFor: 'What Longview asks for',
  atOnce: 'Or answer at once, for your own record and all that Longview asks for:',
  opensOthers: (count: number): string =>
    `Can also open ${many(count, 'other record', 'other records')} of the family`,
  proxyOfEveryone: 'One of the family, who may open each record',
  proxyOfFather: 'A daughter who opens the record of her father',
  clinician: 'A health worker who opens any record',
  chooseRecord: 'Choose whose record Longview may see.',

  recordHeading: 'Whose record do you want to open?',
  signedIn: (name: Html): Html => html`You are signed in as ${name}.`,
  patient: 'Patient',
  recordOf: 'Record of',
  me: (name: Html): Html => html`Me, ${name}`,

  /** The title of a window names nobody. */
  consentTitle: 'Allow Longview to see this record?',
  consentNobody: 'Allow Longview to know who you are?',
  consentOwn: 'Allow Longview to see your record?',
  consentOf: (name: Html): Html => html`Allow Longview to see the record of ${name}?`,
  change: 'What Longview can change',
  changesNothing: 'Nothing. It can read, but it cannot add, change or delete anything in the record.',
  changesParts: 'Longview asks to change parts of the record. Clear those boxes if you do not want that.',
  howLong: 'For how long',
  life: (time: string): string => `For ${time} at most. It ends sooner when you sign out of Longview.`,
  sees: 'What Longview will see',
  clearABox: 'Clear a box to keep that part to yourself.',
  replaced:
    'This is an older record. It was joined to another one of the same person. Nothing new is added to it.',
  deceased: 'This is the record of a person who has died.',

  continue: 'Continue',
  approve: 'Approve',
  decline: 'Decline',
  back: 'Back',
  technicalNames: 'Technical names',

  /** The codes are those of relationships in people.ts. */
  relations: {
    MTH: 'You are the mother',
    DAUC: 'You are the daughter',
    FAMMEMB: 'You are a family member',
  },
  relationTo: (relation: string, name: Html): Html => html`${relation} of ${name}.`,

  genders: { female: 'female', male: 'male', other: 'other gender', unknown: 'gender not known' },
  /** The months stand here, because a short name of a month is not the same in each version of Intl. */
  months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  born: (date: string): string => `born ${date}`,
  hasDied: 'deceased',
  years: (years: number): string => many(years, 'year', 'years'),
  oneOfYears: (lower: number): string => `${lower} or ${lower + 1} years`,
  ageMonths: (months: number): string =>
    months === 0 ? 'less than 1 month' : many(months, 'month', 'months'),

  units: {
    day: (count: number): string => many(count, 'day', 'days'),
    hour: (count: number): string => many(count, 'hour', 'hours'),
    minute: (count: number): string => many(count, 'minute', 'minutes'),
    second: (count: number): string => many(count, 'second', 'seconds'),
  },

  verbs: { read: 'Read', change: 'change', delete: 'delete' },
  and: ' and ',
  identityScopes: {
    openid: 'Know who is signed in',
    fhirUser: 'Know how you are listed in this hospital',
    profile: 'Know your name',
    offline_access: 'Stay connected while you are away',
    online_access: 'Stay connected while you are signed in',
    launch: 'Know which patient is open',
    'launch/patient': 'Know whose record you choose',
  },
  otherScope: (scope: string): string => `Something else: ${scope}`,
  resources: {
    '*': 'the whole record',
    Patient: 'name, birth date and contact details',
    Observation: 'test results and measurements',
    Encounter: 'visits and hospital stays',
    MedicationRequest: 'prescribed medicines',
    MedicationStatement: 'medicines that you say you take',
    MedicationAdministration: 'medicines that were given',
    MedicationDispense: 'medicines that were handed out',
    Condition: 'health problems',
    Procedure: 'operations and what else was done',
    Immunization: 'vaccinations',
    AllergyIntolerance: 'allergies and bad reactions',
    DiagnosticReport: 'reports of tests and scans',
    Medication: 'the names of medicines',
  },
  otherResource: (type: string): string => `other data, of the kind “${type}”`,
  categories: { laboratory: 'lab tests', 'vital-signs': 'blood pressure and the like' },
  only: (what: string): string => `, only ${what}`,
  onlyWhere: (query: string): string => `, only where ${query}`,

  refused: 'This did not work',
  answered:
    'You have answered this already, or too much time has passed. Go back to the app and start again.',
  cannotGoOn: 'We cannot go on from here. Go back to the app and start again.',
  details: 'For the people who run the app:',
  toStart: 'Back to the sandbox',
};

/** Both languages have the same words. */
export type PortalWords = typeof ENGLISH_WORDS;
