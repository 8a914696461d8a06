import { textsOf } from '../../words/catalog.ts';

/**
 * These texts are about another patient in another window, and the coming end of the session. Patients and clinicians read
 * these.
 */
export const sessionNoticesMessages = {
  otherPatient: 'Another patient is open in another window.',
  thisIsRight: 'This is the right patient',
  thisWindow: 'This window: {name}, born {born}.',
  unknownZone: 'This browser does not know the time zone of {server} ({zone}).',
  zoneOfDevice: 'All times are in the zone {zone}.',
  closesAt: 'Longview closes at {time},',
  closesUnused: '{left}, because of inactivity. The screen will then go blank.',
  keepOpen: 'Keep open',
  sessionEndsAt: 'This session ends at {time},',
  signInToReturn: '{left}. The screen will then go blank; sign in again to return to it.',
  openAgainToReturn:
    '{left}. The screen will then go blank. Open Longview again from the chart to return to this view.',
  signInAgain: 'Sign in again',
  lessThanAMinute: 'in less than a minute',
  inMinutes: '{count, plural, one {in {shown} minute} other {in {shown} minutes}}',
} as const;

export const sessionNoticesTexts = textsOf(sessionNoticesMessages, 'sessionNotices');
