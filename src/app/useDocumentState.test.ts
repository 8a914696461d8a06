// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useDocumentAudience, useDocumentState } from './useDocumentState.ts';

afterEach(cleanup);

const shownFor = (): string | undefined => document.documentElement.dataset['audience'];

test('the document says for whom the open record is shown, follows a change, and says nothing after the record', () => {
  const { rerender, unmount } = renderHook((audience: string | undefined) => useDocumentAudience(audience));
  expect(shownFor()).toBeUndefined();
  rerender('patient');
  expect(shownFor()).toBe('patient');
  rerender('clinician');
  expect(shownFor()).toBe('clinician');
  unmount();
  expect(document.documentElement.hasAttribute('data-audience')).toBe(false);
});

test('the state of the page changes before the drawing to which it belongs is painted, because a warning has its place by it', () => {
  const atPaint: (string | undefined)[] = [];
  const { rerender } = renderHook(
    (state: string) => {
      useDocumentState(state);
      useLayoutEffect(() => void atPaint.push(document.documentElement.dataset['state']));
    },
    { initialProps: 'loading' },
  );
  rerender('partial');
  expect(atPaint).toEqual(['loading', 'partial']);
});
