import { useCallback, useMemo } from 'react';
import { PLAIN_OPTIONS, type TrendOptions } from '../../charts/trend/trendOptions.ts';
import { replaceFragment, useInFragment, withParameter } from '../../parts/navigation/urlFragment.ts';

const PARAMETER = 'look';
const OPTION_WORDS = {
  isFit: 'fit',
  isLog: 'log',
  isWithoutLines: 'points',
  hasEveryPoint: 'every',
} as const;

export type ChartOption = keyof TrendOptions;
const CHART_OPTIONS: readonly ChartOption[] = ['isFit', 'isLog', 'isWithoutLines', 'hasEveryPoint'];

const optionsTextIn = (fragment: string) => new URLSearchParams(fragment.slice(1)).get(PARAMETER) ?? '';

/** Reads a text such as "fit-log". */
function parseOptions(text: string): TrendOptions {
  const words = new Set(text.split('-'));
  return CHART_OPTIONS.reduce(
    (options, option) => ({ ...options, [option]: words.has(OPTION_WORDS[option]) }),
    PLAIN_OPTIONS,
  );
}

const formatOptions = (options: TrendOptions) =>
  CHART_OPTIONS.filter((option) => options[option])
    .map((option) => OPTION_WORDS[option])
    .join('-');

/** Returns the options of the chart, in the address. They belong to this result alone: the next one opens on its fixed scale. */
export function useChartOptions() {
  const text = useInFragment(optionsTextIn);
  const options = useMemo(() => parseOptions(text), [text]);
  const onToggle = useCallback((option: ChartOption) => {
    const current = parseOptions(optionsTextIn(location.hash));
    replaceFragment(
      withParameter(location.hash, PARAMETER, formatOptions({ ...current, [option]: !current[option] })),
    );
  }, []);
  return { options, onToggle };
}
