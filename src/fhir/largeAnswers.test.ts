import { once } from 'node:events';
import { expect, test } from 'vitest';
import {
  allPages,
  bundle,
  fhir,
  fhirJson,
  setUpFhirServer,
  signal,
  type FhirAnswer,
} from '../testing/fhirServerFixture.ts';

setUpFhirServer();

const MIB = 1_048_576;

/** Answers with a body that never ends, and counts what the network took of it. */
function endless(status: number, start: string): { answer: FhirAnswer; sent: () => number } {
  let bytes = 0;
  const part = ' '.repeat(MIB);
  return {
    sent: () => bytes,
    answer: async (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/fhir+json' });
      response.write(start);
      while (!response.destroyed) {
        bytes += part.length;
        // oxlint-disable-next-line no-await-in-loop -- one part after the other
        if (!response.write(part)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
      }
    },
  };
}

test('a page over 32 MiB is refused while it comes in, as more than is read at once', async () => {
  const { answer, sent } = endless(200, '{"resourceType":"Bundle","entry":[');
  fhir.answer = answer;
  await expect(allPages()).rejects.toMatchObject({ failure: 'limit', status: 200 });
  expect(sent()).toBeLessThan(64 * MIB);
  // It would be the same again, so it is not asked for again.
  expect(fhir.requests).toHaveLength(1);
});

test('a page after the first that is too large keeps those before it', async () => {
  const { answer } = endless(200, '{');
  fhir.answer = (request, response) =>
    request.url?.includes('page=2') === true
      ? answer(request, response)
      : fhirJson(bundle(['a', 'b'], 'Observation?page=2'))(request, response);
  const pages = fhir.reader.pages('Observation', 'patient=p1', signal);
  expect((await pages.next()).value?.entries).toHaveLength(2);
  await expect(pages.next()).rejects.toMatchObject({ failure: 'limit' });
});

test('a Patient over 32 MiB is refused', async () => {
  fhir.answer = endless(200, '{"resourceType":"Patient","id":"p1","name":[{"text":"').answer;
  await expect(fhir.reader.read('Patient', 'Patient/p1', signal)).rejects.toMatchObject({ failure: 'limit' });
});

test('an error with an endless body is told by its status', async () => {
  fhir.answer = endless(403, '{"resourceType":"OperationOutcome","issue":[').answer;
  await expect(allPages()).rejects.toMatchObject({ failure: 'not-allowed', status: 403 });
});

test.each([
  ['numbers', '1,'],
  ['empty lists', '[],'],
  ['empty entries', '{},'],
])('a page of a million %s is refused, and none of them is taken', async (_, element) => {
  fhir.answer = (_request, response) => {
    response.end(`{"resourceType":"Bundle","entry":[${element.repeat(1_000_000)}{}]}`);
  };
  await expect(allPages()).rejects.toMatchObject({ failure: 'limit' });
});

test('a page of ten thousand results is read', async () => {
  fhir.answer = fhirJson(bundle(Array.from({ length: 10_000 }, (_, i) => `o${i}`)));
  expect((await allPages())[0]?.entries).toHaveLength(10_000);
});
