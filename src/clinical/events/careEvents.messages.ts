import { textsOf } from '../../words/catalog.ts';

export const careEventsTexts = textsOf({
  withoutName:
    '{type, select, Encounter {Unnamed encounter} Procedure {Unnamed procedure} Condition {Unnamed condition} Immunization {Unnamed immunization} other {Unnamed report}}',
  codeAlone:
    '{system, select, rxnorm {RxNorm} snomed {SNOMED CT} ndc {NDC} atc {ATC} cvx {CVX} loinc {LOINC} cpt {CPT} icd10cm {ICD-10-CM} icd10pcs {ICD-10-PCS} icd10 {ICD-10} other {Code}} {code}',
  modifier: 'Part of this entry may change its meaning, and Longview cannot read it: see the EHR',
  notCountedAsGiven: 'not counted as given',
  notCountedAsDone: 'not counted as done',

  // These texts are about notes: what was sent besides the name and the time.
  reason: 'Reason: {text}',
  reasonForStatus: 'Reason for status: {text}',
  performed: 'Performed: {text}',
  given: 'Given: {text}',
  site: 'Site: {text}',
  dose: 'Dose: {text}',
  outcome: 'Outcome: {text}',
  verification: 'Verification: {text}',
  onset: 'Onset: {text}',
  abated: 'Resolved: {text}',
  severity: 'Severity: {text}',
  dispensed: 'Dispensed: {text}',
  supply: 'Supply: {text}',
  intent: 'Intent: {text}',
  partOf: 'Part of: {text}',
  partOfAnother: 'Part of another encounter',
  secondHand: 'Reported, not recorded where it was given',
  reportedBy: 'Reported by: {text}',
  thePatient: 'the patient',
  relatedPerson: 'a related person',
  notDone: 'Not done',
  subpotent: 'Given with reduced potency (subpotent dose)',
  refuted: 'Refuted',
  dateOfRecording: 'Date recorded; date of onset not known',
  dateOfOnset: 'Date of onset',
  abatedNotDated: 'yes, date not known',
  atAge: 'at age {age}',
  orOlder: '{age} or older',
  orYounger: '{age} or younger',
  years: 'years',
  months: 'months',
  weeks: 'weeks',
  days: 'days',
  hours: 'hours',
  minutes: 'minutes',

  // These texts are about notes on the time.
  dateAhead: 'Date is in the future',
  endNotKnown: 'End not known',
  endBeforeStart: 'End date is before the start: {end}',
  plannedUntil: 'Planned until {date}',
  wasPlannedUntil: 'End not known; was planned until {date}',
  dateNotUsable: 'Date looks wrong: {text}',
  twoTimes: 'Two different times sent: {times}',

  // Reports.
  preliminaryReport: 'Preliminary report, see the EHR',
  documentCut: '{text}…\n(Cut here: the document continues in the EHR.)',
  reportCut: '{text}…\n(Cut here: the report continues in the EHR.)',
  document: 'Document in the EHR: {title}',
  documentOfUnknownKind: 'Document in the EHR, type not known',
});
