import { useCallback, useMemo } from 'react';
import { PLAIN_OPTIONS, type TrendOptions } from '../../charts/trend/trendOptions.ts';
import { replaceFragment, useFragment, withParameter } from '../../parts/navigation/urlFragment.ts';

const NAME = 'look';
const WORDS = { isFit: 'fit', isLog: 'log', isWithoutLines: 'points', hasEveryPoint: 'every' } as const;

export type ChartOption = keyof TrendOptions;
const PARTS: readonly ChartOption[] = ['isFit', 'isLog', 'isWithoutLines', 'hasEveryPoint'];

const textIn = (fragment: string) => new URLSearchParams(fragment.slice(1)).get(NAME) ?? '';

/** "fit-log" */
function lookIn(text: string): TrendOptions {
  const words = new Set(text.split('-'));
  return PARTS.reduce((look, part) => ({ ...look, [part]: words.has(WORDS[part]) }), PLAIN_OPTIONS);
}

const textOf = (look: TrendOptions) =>
  PARTS.filter((part) => look[part])
    .map((part) => WORDS[part])
    .join('-');

/** How the chart on the screen is drawn. It belongs to this one result: the next one opens on its fixed scale. */
export function useChartOptions() {
  const text = textIn(useFragment());
  const look = useMemo(() => lookIn(text), [text]);
  const onTurn = useCallback((part: ChartOption) => {
    const now = lookIn(textIn(location.hash));
    replaceFragment(withParameter(location.hash, NAME, textOf({ ...now, [part]: !now[part] })));
  }, []);
  return { look, onTurn };
}
