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
import { useBeforeAfterMoment } from './useBeforeAfterMoment.ts';
import { replaceFragment } from '../../parts/navigation/urlFragment.ts';

/** Returns the options of the address as the strips take them. */
function stripOptionsOf({ options }: CompareView): StripOptions {
  const hasOption = (option: CompareOption) => options.includes(option);
  return {
    isRelative: hasOption('relative'),
    hasLines: !hasOption('points'),
    hasEveryPoint: hasOption('every'),
  };
}

/** Reads the state of the screen from the address and changes it there. `ids` are the strips shown, named there or not. */
export function useCompareUrlState(
  urlState: ReturnType<typeof compareIn>,
  ids: readonly string[],
  newest: { readonly newestMs: number; readonly isEnded: boolean },
) {
  // While pages arrive, the strips shown are provisional and not written to the address.
  const idsToWrite = newest.isEnded ? ids : urlState.ids;
  // The address is replaced, because Back should not undo a change of strips.
  const update = useCallback(
    (next: Partial<CompareView>) =>
      replaceFragment(compareFragment({ ...urlState, ids: idsToWrite, ...next }, location.hash)),
    [urlState, idsToWrite],
  );
  const onDays = useCallback((momentDays: number | undefined) => update({ momentDays }), [update]);
  const moment = useBeforeAfterMoment(urlState.momentDays, newest.newestMs, newest.isEnded, onDays);
  return {
    options: useMemo(() => stripOptionsOf(urlState), [urlState]),
    hasTable: urlState.options.includes('table'),
    hasBeforeAfter: urlState.momentDays !== undefined,
    moment,
    update,
    /** This is the value of the comparison choice: `before` for the period directly before, '' for none. */
    comparisonValue:
      urlState.earlier === undefined
        ? urlState.options.includes('before')
          ? 'before'
          : ''
        : earlierParameter(urlState.earlier),
    setComparison: (value: string) =>
      update({
        options: COMPARE_OPTIONS.filter((option) =>
          option === 'before' ? value === option : urlState.options.includes(option),
        ),
        earlier: earlierIn(value),
      }),
    toggle: (option: CompareOption) => () => update({ options: withOptionToggled(urlState.options, option) }),
  };
}
