import { useCallback, useMemo, useState } from 'react';
import type { ChartEntries, ChartEntry } from '../../charts/reading/chartEntries.ts';

/** `index` says where the result stood among the drawn ones when it was chosen. */
type SelectedKey = { readonly key: string; readonly index: number; readonly isAnnounced: boolean };

/** A pointer chooses one result after another of many thousands, so the whole list is searched only where the place has changed. */
function entryOf({ drawn, all }: ChartEntries, chosen: SelectedKey | undefined): ChartEntry | undefined {
  if (chosen === undefined) return undefined;
  const atPlace = drawn[chosen.index];
  return atPlace?.key === chosen.key ? atPlace : all.find(({ key }) => key === chosen.key);
}

/** Holds the result that is read out, selected in the chart or in the table. */
export function useSelectedEntry(entries: ChartEntries) {
  const { drawn } = entries;
  const [selectedKey, setSelectedKey] = useState<SelectedKey>();
  const selected = useMemo(() => entryOf(entries, selectedKey), [entries, selectedKey]);
  const onFocus = useCallback(
    (index: number, isAnnounced: boolean) => {
      // While a source stands beside the chart, a passing pointer leaves the result that it is about.
      if (!isAnnounced && document.querySelector('dialog[data-beside]')) return;
      const key = drawn[index]?.key;
      if (key !== undefined)
        setSelectedKey((current) =>
          current?.key === key && !isAnnounced ? current : { key, index, isAnnounced },
        );
    },
    [drawn],
  );
  const onSelect = useCallback(
    ({ key, index }: ChartEntry) => setSelectedKey({ key, index, isAnnounced: true }),
    [],
  );
  return { selected, isAnnounced: selectedKey?.isAnnounced ?? false, onFocus, onSelect };
}
