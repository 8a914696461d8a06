// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';

const asked = () =>
  [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]')].map(({ href }) => href);

function nameLaterFile(name: string): void {
  const link = document.createElement('link');
  link.dataset['later'] = '';
  link.href = `https://app.example/${name}`;
  document.head.append(link);
}

beforeEach(() => {
  vi.resetModules();
  document.head.replaceChildren();
  for (const name of ['a.js', 'b.js', 'c.js']) nameLaterFile(name);
});

test('every later file is asked for at once, when it is due and not before', async () => {
  const { usePrefetchedFiles } = await import('./prefetchedFiles.ts');
  const { rerender } = renderHook(({ isDue }) => usePrefetchedFiles(isDue), {
    initialProps: { isDue: false },
  });
  expect(asked()).toEqual([]);
  rerender({ isDue: true });
  expect(asked()).toEqual(['a', 'b', 'c'].map((name) => `https://app.example/${name}.js`));
});

test('no file is asked for twice, whatever is drawn again', async () => {
  const { usePrefetchedFiles } = await import('./prefetchedFiles.ts');
  const { rerender, unmount } = renderHook(({ isDue }) => usePrefetchedFiles(isDue), {
    initialProps: { isDue: true },
  });
  rerender({ isDue: false });
  rerender({ isDue: true });
  unmount();
  renderHook(() => usePrefetchedFiles(true));
  expect(asked()).toHaveLength(3);
});

test('a page without later files, as in development, asks for nothing', async () => {
  document.head.replaceChildren();
  const { usePrefetchedFiles } = await import('./prefetchedFiles.ts');
  renderHook(() => usePrefetchedFiles(true));
  expect(asked()).toEqual([]);
});

test('a style sheet is fetched as what imports it asks for it, and is not laid over the page yet', async () => {
  nameLaterFile('a.css');
  const { prefetchFiles } = await import('./prefetchedFiles.ts');
  prefetchFiles();
  const [style, ...more] = document.querySelectorAll<HTMLLinkElement>('link[rel="preload"]');
  expect(more).toEqual([]);
  expect(style?.href).toBe('https://app.example/a.css');
  expect(style?.getAttribute('as')).toBe('style');
  expect(style?.getAttribute('crossorigin')).toBe('');
  expect(document.querySelectorAll('link[rel="stylesheet"]')).toHaveLength(0);
  expect(asked()).toHaveLength(3);
});
