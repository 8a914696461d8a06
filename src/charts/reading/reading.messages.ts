import { textsOf } from '../../words/catalog.ts';

export const chartReadingTexts = textsOf({
  // The name of a test with its unit
  title: '{name} ({unit})',
  noUnit: 'no unit sent',

  // A blood pressure of which the sides differ
  ofSide: '{side, select, systolic {systolic {text}} other {diastolic {text}}}',

  // Flag, range and status
  otherFlag: 'flag sent: {flag}',
  noRange: 'no range sent',
  noStatus: 'no status sent',

  // Why a result has no point, or its point is not on the line
  words: '“{sent}”, listed, not drawn',
  listed: 'listed, not drawn: {reason}',
  limit: 'limit, not on the line',
  notOnLine: 'not on the line',
  dateNotExact: 'date not exact, not on the line',

  // What is said of a point
  converted: 'converted from {original}',
  fromText: 'read from the text “{sent}”',
  outsideRange: 'no flag sent, outside the range sent',
  repeat: 'the same result sent again, not counted',
  sentTwice: 'sent twice, counted once',
  sentTimes: 'sent {times} times, counted once',

  // Its place among all
  position: '{place} of {count}',

  // The time as the server sent it
  sentAs: 'sent as {sent}',
  sentWithoutTime: 'sent as nothing',
  offset: 'sent with the offset {offset}',
  utc: '{utc}; {offset}',
  noOffset: 'local offset not sent',

  // What came with it
  collected: 'specimen collected {when}',
  notes: '{count, plural, one {note: {notes}} other {notes: {notes}}}',
  note: '“{note}”',
  noteFrom: '“{note}” ({origin})',

  // The account of a test
  account:
    '{received} received: {drawn} drawn, {listed} listed, {withdrawn} withdrawn, {excluded} excluded, {duplicate} older versions.',
});
