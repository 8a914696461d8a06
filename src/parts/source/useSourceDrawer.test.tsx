// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { isValidElement, type ReactElement } from 'react';
import { expect, test } from 'vitest';
import { useSourceDrawer } from './useSourceDrawer.tsx';

type Drawn = { readonly children: ReactElement<{ readonly id: string }> };

function showDrawer() {
  const { result } = renderHook(useSourceDrawer);
  const shownId = (): string | undefined => {
    const { drawer } = result.current;
    return isValidElement<Drawn>(drawer) ? drawer.props.children.props.id : undefined;
  };
  return { result, shownId };
}

test('what is chosen takes the open drawer along, and opens none', () => {
  const { result, shownId } = showDrawer();
  act(() => result.current.followSource(['glucose-1']));
  expect(shownId()).toBeUndefined();
  act(() => result.current.openSource('glucose-1'));
  act(() => result.current.followSource(['glucose-2']));
  expect(shownId()).toBe('glucose-2');
});

test('rule 7: the source of either side of a blood pressure stays open for the bar of both', () => {
  const { result, shownId } = showDrawer();
  act(() => result.current.openSource('diastolic-1'));
  act(() => result.current.followSource(['systolic-1', 'diastolic-1']));
  expect(shownId()).toBe('diastolic-1');
  act(() => result.current.followSource(['systolic-2', 'diastolic-2']));
  expect(shownId()).toBe('systolic-2');
});
