import { growthMeasureOf } from '../../clinical/growth/growthMeasurement.ts';
import type { Series } from '../../clinical/series/series.ts';
import { useHasGrowth } from '../../parts/growth/useChildGrowth.ts';
import { replaceFragment, useInFragment, withParameter } from '../../parts/navigation/urlFragment.ts';
import { lazyScreen } from '../../ui/loading/lazyScreen.ts';
import styles from './ChartOptionToggles.module.css';
import { detailTexts } from './detail.messages.ts';

export const LazyGrowthPanel = lazyScreen(
  async () => (await import('../../parts/growth/clinician/GrowthPanel.tsx')).GrowthPanel,
);
export const LazyGrowthTable = lazyScreen(
  async () => (await import('../../parts/growth/clinician/GrowthTable.tsx')).GrowthTable,
);

const PARAMETER = 'chart';
const GROWTH = 'growth';

type SeriesProps = { readonly series: Series };

const isGrowthIn = (fragment: string): boolean =>
  new URLSearchParams(fragment.slice(1)).get(PARAMETER) === GROWTH;

/** Returns whether a child's result is one of growth, and whether the reader chose its curves. The address keeps it. */
export function useGrowthChoice({ series }: SeriesProps) {
  const isOffered = useHasGrowth() && growthMeasureOf(series) !== undefined;
  const isChosen = useInFragment(isGrowthIn);
  return { isOffered, isGrowth: isOffered && isChosen };
}

const choose = (value: string): void => replaceFragment(withParameter(location.hash, PARAMETER, value));

/** Changes between the trend over time and the percentile curves by age. */
export function GrowthSwitch(props: SeriesProps) {
  const { isOffered, isGrowth } = useGrowthChoice(props);
  if (!isOffered) return null;
  return (
    <fieldset className={styles.tools} aria-label={detailTexts('chart')}>
      <button type="button" aria-pressed={!isGrowth} onClick={() => choose('')}>
        {detailTexts('trend')}
      </button>
      <button type="button" aria-pressed={isGrowth} onClick={() => choose(GROWTH)}>
        {detailTexts('growth')}
      </button>
    </fieldset>
  );
}
