import { useCallback, useMemo } from 'react';
import type { StripOptions } from '../../charts/strip/stripDrawing.ts';
import {
  compareFragment,
  earlierIn,
  earlierParameter,
  COMPARE_OPTIONS,
  withOptionToggled,
  type CompareOption,
  type CompareView,
  type compareIn,
} from '../../parts/screenUrls/compareUrl.ts';
import { useCompareMoment } from './useMoment.ts';
import { replaceFragment } from '../../parts/navigation/urlFragment.ts';

/** As the curves take it. */
function lookOf({ options }: CompareView): StripOptions {
  const has = (part: CompareOption) => options.includes(part);
  return {
    isRelative: has('relative'),
    hasLines: !has('points'),
    hasEveryPoint: has('every'),
  };
}

/** What the address says of the screen, and what changes it. `ids` are those shown, named or not. */
export function useCompareView(
  view: ReturnType<typeof compareIn>,
  ids: readonly string[],
  newest: { readonly newestMs: number; readonly isEnded: boolean },
) {
  // While pages arrive nobody chose the strips that stand there for now.
  const named = newest.isEnded ? ids : view.ids;
  // In the place of the address before: a strip more or less is no step that Back should undo.
  const show = useCallback(
    (next: Partial<CompareView>) =>
      replaceFragment(compareFragment({ ...view, ids: named, ...next }, location.hash)),
    [view, named],
  );
  const onDays = useCallback((momentDays: number | undefined) => show({ momentDays }), [show]);
  const moment = useCompareMoment(view.momentDays, newest.newestMs, newest.isEnded, onDays);
  return {
    look: useMemo(() => lookOf(view), [view]),
    isTable: view.options.includes('table'),
    isAligned: view.momentDays !== undefined,
    moment,
    show,
    /** As a choice of second periods has it: `before` for the one directly before, '' for none. */
    second:
      view.earlier === undefined
        ? view.options.includes('before')
          ? 'before'
          : ''
        : earlierParameter(view.earlier),
    setSecond: (value: string) =>
      show({
        options: COMPARE_OPTIONS.filter((part) =>
          part === 'before' ? value === part : view.options.includes(part),
        ),
        earlier: earlierIn(value),
      }),
    turn: (part: CompareOption) => () => show({ options: withOptionToggled(view.options, part) }),
  };
}
