import { expect, test } from 'vitest';
import { importByArguments } from '../commands/cohort.ts';
import { importArguments, seenRequests, testParts, useSandbox } from './cohortFixture.ts';

useSandbox();

test.each([
  [['--server', 'http://ehr.example/fhir'], /--server is on http/],
  [['--server', 'https://user:secret@ehr.example/fhir'], /user name or password/],
  [['--server', 'ftp://ehr.example'], /no address/],
  [['--group', '../Patient'], /no id of a Group/],
  [['--types', 'Observation,x y'], /no type of resource/],
  [['--since', 'yesterday'], /--since is "last", or a time/],
  [['--max-wait', 'long'], /number of minutes/],
  [['--open'], /knows no --client-id/],
])('the arguments %j are refused before anything is sent', async (more, message) => {
  const given = importArguments();
  // An option may stand once, so each one of these takes the place of the usual one.
  const usual = given.filter((_, index) => given[index - (index % 2)] !== more[0]);
  await expect(importByArguments([...usual, ...more], testParts())).rejects.toThrow(message);
  expect(await seenRequests()).toEqual({ token: [], bulk: [] });
});
