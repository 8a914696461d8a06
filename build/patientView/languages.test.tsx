// @vitest-environment happy-dom
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { stories } from '../../sandbox/patients/stories.ts';
import { SPANISH } from '../../src/app/language/spanish.ts';
import { LanguageProvider } from '../../src/parts/language/languageContext.ts';
import { completenessOf } from '../../src/parts/recordStatus/recordCompleteness.ts';
import { MyResults } from '../../src/screens/myResults/MyResults.tsx';
import { glossaryIn } from '../../src/screens/myResults/plainNames.ts';
import { InOpenRecord } from '../../src/testing/InOpenRecord.tsx';
import { speakPseudoLocale } from '../../src/testing/pseudoLocale.ts';
import { recordOfSeries } from '../../src/testing/recordFixture.ts';
import { seriesFromResources } from '../../src/testing/twoViewsFixture.tsx';
import { speak, speakEnglish } from '../../src/words/language.ts';
import { filledTexts, isGlossary, patientCatalogs } from './patientCatalogs.ts';

beforeAll(() => glossaryIn('es'));
afterEach(() => {
  cleanup();
  speakEnglish();
});

const nothing = (): void => undefined;

/** Draws "My results" of a story and returns the page. */
async function shown(id: string, language: string): Promise<HTMLElement> {
  const story = stories.find((one) => one.id === id)!;
  const observations = story.resources().filter(({ resourceType }) => resourceType === 'Observation');
  const record = recordOfSeries(seriesFromResources(observations, id));
  expect(completenessOf(record)).toBe('complete');
  const { container } = await act(async () =>
    render(
      <LanguageProvider value={{ language, onChoose: nothing }}>
        <InOpenRecord record={record}>
          <Suspense>
            <MyResults />
          </Suspense>
        </InOpenRecord>
      </LanguageProvider>,
    ),
  );
  await waitFor(() => expect(container.querySelector('main h2')).not.toBeNull(), { timeout: 30_000 });
  return container;
}

/** Sentences and labels of at least two words from the English catalogs, cut where a value stands. */
const ENGLISH = patientCatalogs()
  .filter((catalog) => !isGlossary(catalog))
  .flatMap(({ texts }) => [...texts.values()])
  .flatMap((text) => filledTexts(text, () => '\n'))
  .flatMap((text) => text.split('\n'))
  .map((piece) => piece.trim())
  .filter((piece) => /\p{L}{2,}\s+\p{L}{2,}/u.test(piece));

const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Between the quotation marks of a sentence stands what was sent: in the text itself, or in the element that follows. */
function isQuotedUnmarked(node: ChildNode): boolean {
  const text = node.textContent ?? '';
  if (/“[^”]*\p{L}{2}[^”]*”/u.test(text)) return true;
  const next = node.nextSibling;
  if (!text.endsWith('“') || !hasWords(next?.textContent ?? '')) return false;
  return !(next instanceof HTMLElement) || next.lang === '';
}

describe.each(['kidney', 'child', 'chemo', 'odd', 'arabic', 'laboratories', 'empty'])(
  'the record of %s',
  (id) => {
    test('in Spanish no text of an English catalog stands on the page', async () => {
      speak('es', 'es-MX', SPANISH);
      const page = await shown(id, 'es');
      const text = page.textContent ?? '';
      expect(text).toContain('Mis resultados');
      expect([...new Set(ENGLISH.filter((piece) => text.includes(piece)))]).toEqual([]);
      for (const label of page.querySelectorAll('[aria-label]'))
        expect(ENGLISH.some((piece) => label.getAttribute('aria-label')?.includes(piece))).toBe(false);
    });

    test('words as sent are marked as of a language that is not the page’s, and that they stand as sent is said once', async () => {
      speak('es', 'es-MX', SPANISH);
      const page = await shown(id, 'es');
      expect(page.querySelectorAll('[data-sent-words]')).toHaveLength(1);
      const unmarked = [...page.querySelectorAll('*')]
        .flatMap((element) => [...element.childNodes])
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .filter((node) => isQuotedUnmarked(node))
        .map(({ parentElement }) => parentElement?.textContent);
      expect(unmarked).toEqual([]);
    });

    test('the name of a test in a link has the language that it has in its heading', async () => {
      speak('es', 'es-MX', SPANISH);
      const page = await shown(id, 'es');
      const differing = [...page.querySelectorAll('article')].flatMap((article) => {
        const heading = article.querySelector<HTMLElement>('h4');
        const named = [...article.querySelectorAll<HTMLElement>('a span span')].at(-1);
        return named?.textContent === heading?.textContent && named?.lang === heading?.lang
          ? []
          : [heading?.textContent];
      });
      expect(differing).toEqual([]);
    });

    test('from right to left every text of ours is translated, and a text as sent has its own direction', async () => {
      speakPseudoLocale(SPANISH);
      const page = await shown(id, 'es');
      const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
      const bare: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        const isOurs = text.includes('⟦') || !/\p{Script=Latin}{2,}/u.test(text);
        const element = node.parentElement;
        if (!isOurs && !element?.closest('[dir], bdi, svg, [lang], header > nav')) bare.push(text);
      }
      expect(bare.filter((text) => !/\d{4}/.test(text))).toEqual([]);
    });
  },
);

test('a pseudo-locale keeps values, choices and elements', async () => {
  speakPseudoLocale(SPANISH);
  const text = (await shown('kidney', 'es')).textContent ?? '';
  expect(text).toContain('⟦');
  expect(text).toContain('5.8');
  expect(text).not.toContain('Mis resultados');
});

test('a number stands before its unit from right to left, and words that were sent run in their own direction', async () => {
  speakPseudoLocale(SPANISH);
  const page = await shown('arabic', 'es');
  // A sentence runs as its first letter says, and the notes in it do the same by themselves.
  const values = [...page.querySelectorAll('article p:not([dir="auto"]) > bdi')];
  expect(values.length).toBeGreaterThan(3);
  for (const value of values)
    expect(value.getAttribute('dir')).toBe(/^[⟦“]/.test(value.textContent ?? '') ? 'auto' : 'ltr');
});
