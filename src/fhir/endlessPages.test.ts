import { expect, test } from 'vitest';
import { allPages, bundle, fhir, fhirJson, setUpFhirServer, signal } from '../testing/fhirServerFixture.ts';

setUpFhirServer();

/** Answers each page with these ids and with a link to a page that was never asked for before. */
function endless(idsOf: (page: number) => string[], last = Infinity): void {
  let page = 0;
  fhir.answer = (request, response) => {
    page += 1;
    fhirJson(bundle(idsOf(page), page < last ? `Observation?page=${page}` : undefined))(request, response);
  };
}

/** The server of the fixture is read like this. The product takes 50. */
const PAGES_IN_VAIN = 3;

test.each<[string, number, (page: number) => string[]]>([
  ['the same results', 1, () => ['a', 'b']],
  ['nothing', 0, () => []],
  ['two pages in turn', 2, (page) => [`a${page % 2}`, 'b']],
])(
  'a server that sends %s under ever new links is asked a bounded number of times',
  async (_, held, idsOf) => {
    endless(idsOf);
    await expect(allPages()).rejects.toMatchObject({ failure: 'limit' });
    expect(fhir.requests).toHaveLength(held + PAGES_IN_VAIN);
  },
);

test('a server that hides results may send empty pages between others, and is read to its end', async () => {
  endless((page) => (page === PAGES_IN_VAIN ? ['a'] : []), 2 * PAGES_IN_VAIN - 1);
  expect((await allPages()).map(({ entries }) => entries.length)).toEqual([0, 0, 1, 0, 0]);
});

test('pages that begin and end alike but hold more between are no repetition', async () => {
  const between = (page: number): string[] => Array.from({ length: page }, (_, i) => `b${i}`);
  endless((page) => ['a', ...between(page), 'z'], PAGES_IN_VAIN + 2);
  expect(await allPages()).toHaveLength(PAGES_IN_VAIN + 2);
});

test('results without an id are never taken for those of an earlier page', async () => {
  let page = 0;
  fhir.answer = (request, response) => {
    page += 1;
    const next = page < 2 * PAGES_IN_VAIN - 1 ? `Observation?page=${page}` : undefined;
    fhirJson({ ...bundle([], next), entry: [{ resource: { resourceType: 'Observation' } }] })(
      request,
      response,
    );
  };
  expect(await allPages()).toHaveLength(2 * PAGES_IN_VAIN - 1);
});

test('pages that overlap, and versions of one result, are no repetition', async () => {
  let page = 0;
  fhir.answer = (request, response) => {
    page += 1;
    const entry = [{ resource: { resourceType: 'Observation', id: 'a', meta: { versionId: String(page) } } }];
    const link = page < PAGES_IN_VAIN + 2 ? [{ relation: 'next', url: `Observation?page=${page}` }] : [];
    fhirJson({ resourceType: 'Bundle', entry, link })(request, response);
  };
  expect(await allPages()).toHaveLength(PAGES_IN_VAIN + 2);
});

test('pages that are each as long as a page may be end before they fill the memory, and what came stays', async () => {
  endless((page) => Array.from({ length: 40_000 }, (_, i) => `${page}-${i}`));
  const pages = fhir.reader.pages('Observation', 'patient=p1', signal);
  let received = 0;
  const readAll = async (): Promise<void> => {
    for await (const { entries } of pages) received += entries.length;
  };
  await expect(readAll()).rejects.toMatchObject({ failure: 'limit' });
  expect([received, fhir.requests.length]).toEqual([120_000, 3]);
});

test('whoever asks for more after that goes on where the reading stopped', async () => {
  endless((page) => (page > PAGES_IN_VAIN + 2 ? ['b'] : []), PAGES_IN_VAIN + 3);
  await expect(allPages()).rejects.toMatchObject({ failure: 'limit' });
  const from = { address: 'Observation?page=3', page: 4 };
  const rest: unknown[] = [];
  for await (const { entries } of fhir.reader.pages('Observation', 'patient=p1', signal, from))
    rest.push(...entries);
  expect(rest).toHaveLength(1);
});

test.each(['Next', ' next', 'NEXT'])('a link called %j leads on as well (RFC 8288)', async (relation) => {
  fhir.answer = (request, response) =>
    fhirJson(
      request.url?.includes('page=2')
        ? bundle(['b'])
        : { ...bundle(['a']), link: [{ relation, url: 'Observation?page=2' }] },
    )(request, response);
  expect(await allPages()).toHaveLength(2);
});

test.each(['nextish', 'next-archive', 'prev', 'self', 'last', 'https://ehr.example/next/prev', 'annext'])(
  'and one called %j does not',
  async (relation) => {
    fhir.answer = fhirJson({ ...bundle(['a']), link: [{ relation, url: 'Observation?page=2' }] });
    expect(await allPages()).toHaveLength(1);
  },
);

/** Reads a search whose first page has these next links, and returns how many pages came and what is said to be missing. */
async function readWithLinks(...urls: readonly unknown[]) {
  const link = urls.map((url) => ({ relation: 'next', ...(url !== undefined && { url }) }));
  fhir.answer = (request, response) =>
    fhirJson(request.url?.includes('page=') ? bundle(['b']) : { ...bundle(['a']), link })(request, response);
  const pages = await allPages();
  return [pages.length, pages.flatMap(({ outcome }) => outcome.shortfalls)];
}

const [TWO, THREE] = ['Observation?page=2', 'Observation?page=3'];

test.each([
  ['lead to two pages', [TWO, THREE]],
  ['lead to two pages, one of them twice', [TWO, TWO, THREE]],
  ['lead to one page and nowhere', [TWO, undefined]],
  ['lead nowhere and to one page', [undefined, THREE]],
  ['lead to one page and to what is no address', [TWO, 7]],
])('of next links that %s one is followed, and the other is said to be missing', async (_, urls) => {
  expect(await readWithLinks(...urls)).toEqual([2, ['unreadable']]);
});

test('one next link that was written twice is one, and nothing is missing', async () => {
  expect(await readWithLinks(TWO, ` ${TWO} `)).toEqual([2, []]);
});

test.each([[[undefined]], [['']], [[7]], [[undefined, '']]])(
  'next links without an address, %j, are no end of a search',
  async (urls) => {
    await expect(readWithLinks(...urls)).rejects.toMatchObject({ failure: 'unreadable' });
  },
);
