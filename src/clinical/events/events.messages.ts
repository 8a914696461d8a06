import { textsOf } from '../../words/catalog.ts';

export const eventsTexts = textsOf({
  withoutName: '{type} without a name',
  modifier: 'Sent with a modifier that Longview cannot read: see the source',
  notCountedAsGiven: 'not counted as given',
  notCountedAsDone: 'not counted as done',

  // Notes: what was sent besides the name and the time.
  reason: 'Reason: {text}',
  reasonForStatus: 'Reason for the status: {text}',
  performed: 'Performed: {text}',
  given: 'Given: {text}',
  site: 'Site: {text}',
  dose: 'Dose: {text}',
  outcome: 'Outcome: {text}',
  verification: 'Verification: {text}',
  onset: 'Onset: {text}',
  abated: 'Abated: {text}',
  severity: 'Severity: {text}',
  dispensed: 'Dispensed: {text}',
  supply: 'Supply: {text}',
  intent: 'Intent: {text}',
  notDone: 'Not done',
  refuted: 'Refuted',
  dateOfRecording: 'Date: when it was recorded; onset not dated',
  dateOfOnset: 'Date: onset',
  abatedNotDated: 'yes, not dated',
  atAge: 'at age {age}',

  // Notes on the time.
  endNotKnown: 'End not known',
  endBeforeStart: 'The end sent is before the start: {end}',
  plannedUntil: 'Planned until {date}',
  wasPlannedUntil: 'End not known; was planned until {date}',
  dateNotUsable: 'Date cannot be used: {text}',

  // Reports.
  preliminaryReport: 'Preliminary report exists, see the chart',
  documentCut: '{text}…\n(Cut here: the document is longer.)',
  reportCut: '{text}…\n(Cut here: the report is longer.)',
  document: 'Document in the chart: {title}',
  documentOfUnknownKind: 'Document in the chart: of unknown kind',
});
