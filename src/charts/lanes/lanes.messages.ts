import { textsOf } from '../../words/catalog.ts';

export const lanesTexts = textsOf({
  events: 'Events',

  // These texts are about the kinds of lanes.
  medications: 'Medications',
  encounters: 'Encounters',
  procedures: 'Procedures',
  conditions: 'Conditions',
  immunizations: 'Immunizations',
  reports: 'Reports',
  noun: '{lane, select, medication {{count, plural, one {change} other {changes}}} encounter {{count, plural, one {encounter} other {encounters}}} procedure {{count, plural, one {procedure} other {procedures}}} condition {{count, plural, one {condition} other {conditions}}} immunization {{count, plural, one {immunization} other {immunizations}}} other {{count, plural, one {report} other {reports}}}}',
  counted: '{shown} {noun}',

  // These texts say what a lane does not show.
  noneInWindow: 'none in this period',
  lanesEmpty: '{lanes}: none in this period.',
  earlierOutside: '{earlier} earlier {noun}',
  laterOutside: '{later} later {noun}',
  earlierAndLaterOutside: '{earlier} earlier and {later} later {noun}',
  undated: '{count} without a date',
  withoutLabel: '{events} unlabelled',
  fromBefore: '{shown} more {noun} from before this period: {names}',
  shownOf: '{shown} of {total} medications in this period shown.',
  showMore: 'Show {count} more',
  titled: '{title}:',
  unchanged: '{count} unchanged:',
  showUnchanged: 'Show them on the axis',
  hideUnchanged: 'Hide them from the axis',

  // These texts stand beside a lane of events.
  noneThisDay: 'none on this day',
  andMore: 'and {count} more',
  noName: 'no name',
  eventWithStatus: '{event}, {status}',
  atOnePlace: '{label} ({place} of {count} here)',

  // These texts stand beside a lane of a medication.
  noDose: 'no dose',
  none: 'none',
  since: 'since {start}',
  sinceDay: 'since {start} (day {day})',
  until: 'until {end}',
  runningAtLastReading: 'running at last reading, {end}',
  doseRunning: '{dose}, {running}',
  lastSupply: '{supply} {dose}, {start}',
  begun:
    '{type, select, MedicationRequest {ordered from {start}} MedicationStatement {taken from {start}} MedicationAdministration {given from {start}} other {started {start}}}, end not known',
  endedWithoutDate:
    '{type, select, MedicationRequest {ordered from {start}} other {taken from {start}}}, {status}, date not known',
  leftOpen:
    '{type, select, MedicationRequest {ordered} other {taken}} from {start} to {end}, still marked active',
  doseLeftOpen: '{dose} {leftOpen}',
  reported: 'reported as {status}, {when}',
  newerOrder: 'newer order: {status}, {when}',
  otherOrder: 'another order: {status}, {when}',
  stoppedOrder: 'newer order of {start}: {status}',
  seeAlso: 'see also {names}',
  undatedDose: '{dose}, start not known',
  notGiven: '{status}: {dose}',
  asOf: 'as of {when}',

  // These texts are about a change of a medication.
  oneDose: 'one dose',
  oneDoseEnded: '{change}, {dose} ended',
  lastDispensed: 'last dispensed',
  lastGiven: 'last given',
  planned: 'planned {when}',
  changeAt: '{change}, {when}',
});
