import { expect, test } from 'vitest';
import { currentSpeech } from './language.ts';

// Words of others stand in our sentences, and many of them end with a stop of their own.
test.each([
  ['The laboratory noted: “Sample hemolyzed.”.', 'The laboratory noted: “Sample hemolyzed.”'],
  ['The laboratory noted: “Repeat?”.', 'The laboratory noted: “Repeat?”'],
  ['The laboratory noted: “Called!”.', 'The laboratory noted: “Called!”'],
  ['The laboratory noted: “See comment…”.', 'The laboratory noted: “See comment…”'],
  ['It was “No growth.”. That was usual.', 'It was “No growth.” That was usual.'],
  ['The laboratory noted: “Hemolyzed”.', 'The laboratory noted: “Hemolyzed”.'],
  ['Noted: “Reported as “high”.”.', 'Noted: “Reported as “high”.”'],
  ['Noted: “See below.. then this”.', 'Noted: “See below.. then this”.'],
  ['Reading the results from St. Mary Hosp..', 'Reading the results from St. Mary Hosp.'],
  ['From General Hospital, read at 2:05 p.m..', 'From General Hospital, read at 2:05 p.m.'],
  ['Ferritin...', 'Ferritin...'],
])('%s', (text, said) => expect(currentSpeech().agree(text)).toBe(said));
