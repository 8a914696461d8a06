import { textsOf } from '../../words/catalog.ts';

export const lanesTexts = textsOf({
  events: 'Events',

  // The kinds of lanes
  medications: 'Medications',
  encounters: 'Encounters',
  procedures: 'Procedures',
  conditions: 'Conditions',
  immunizations: 'Immunizations',
  reports: 'Reports',
  noun: '{lane, select, medication {{count, plural, one {change} other {changes}}} encounter {{count, plural, one {encounter} other {encounters}}} procedure {{count, plural, one {procedure} other {procedures}}} condition {{count, plural, one {condition} other {conditions}}} immunization {{count, plural, one {immunization} other {immunizations}}} other {{count, plural, one {report} other {reports}}}}',
  counted: '{shown} {noun}',

  // What a lane does not show
  noneInWindow: 'none in this window',
  lanesEmpty: '{lanes}: none in this window.',
  earlierNotShown: '{earlier} earlier {noun} not shown',
  laterNotShown: '{later} later {noun} not shown',
  earlierAndLaterNotShown: '{earlier} earlier and {later} later {noun} not shown',
  undated: '{count} without a date',
  withoutLabel: '{events} without room for a name',
  shownOf: '{shown} of {total} medications of this window shown.',
  showMore: 'Show {count} more',
  titled: '{title}:',

  // Beside a lane of events
  noneThisDay: 'none this day',
  andMore: 'and {count} more',
  noName: 'no name sent',
  eventWithStatus: '{event}, {status}',
  atOnePlace: '{label} ({place} of {count} here)',

  // Beside a lane of a medication
  noDose: 'no dose sent',
  none: 'none',
  day: 'day {day}',
  until: 'until {end}',
  lastSupply: '{supply} {dose}, {start}',
  begun:
    '{type, select, MedicationRequest {ordered from {start}} MedicationStatement {taken from {start}} MedicationAdministration {given from {start}} other {begun {start}}}, end not known',
  notGiven: '{status}: {dose}',
  asOf: 'as of {when}',

  // A change of a medication
  oneDose: 'one dose',
  oneDoseEnded: '{change}, {dose} ended',
  lastDispensed: 'last dispensed',
  lastGiven: 'last given',
  planned: 'planned {when}',
  changeAt: '{change}, {when}',
});
