import { textsOf } from '../../words/catalog.ts';

export const chartReadingTexts = textsOf({
  // These texts are about the name of a test with its unit.
  title: '{name} ({unit})',
  noUnit: 'unit not given',

  // These texts are about a blood pressure of which the sides differ.
  ofSide: '{side, select, systolic {systolic {text}} other {diastolic {text}}}',

  // These texts are about flag, range and status.
  otherFlag: 'lab flag: {flag}',
  noRange: 'no reference range',
  noStatus: 'no status given',

  // These texts say why a result has no point, or its point is not on the line.
  words: '“{sent}”, not charted',
  listed: 'not charted: {reason}',
  limit: 'limit, not joined by the line',
  notOnLine: 'not joined by the line',
  dateNotExact: 'date not exact, not joined by the line',

  // These texts are said of a point.
  converted: 'converted from {original}',
  fromText: 'from the text result “{sent}”',
  outsideRange: 'outside its reference range, no lab flag',
  repeat: 'same result received again, not counted',
  sentTwice: 'received twice, counted once',
  sentTimes: 'received {times} times, counted once',

  // These texts are about its place among all.
  position: '{place} of {count}',

  // These texts are about the time as the server sent it.
  sentAs: 'server: {sent}',
  sentWithoutTime: 'no time from the server',
  offset: 'server offset {offset}',
  utc: '{utc}; {offset}',
  noOffset: 'no local offset',

  // These texts say what came with it.
  collected: 'specimen collected {when}',
  notes: '{count, plural, one {note: {notes}} other {notes: {notes}}}',
  note: '“{note}”',
  noteFrom: '“{note}” ({origin})',

  // These texts are about the account of a test.
  account:
    '{received} received: {drawn} charted, {listed} not charted, {withdrawn} retracted, {excluded} excluded, {duplicate} earlier versions.',
});
