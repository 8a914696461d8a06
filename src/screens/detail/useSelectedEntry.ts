import { useCallback, useMemo, useState } from 'react';
import type { ChartEntries, ChartEntry } from '../../charts/reading/chartEntries.ts';

type SelectedKey = { readonly key: string; readonly isAnnounced: boolean };

/** Holds the result that is read out, selected in the chart or in the table. */
export function useSelectedEntry({ drawn, all }: ChartEntries) {
  const [selectedKey, setSelectedKey] = useState<SelectedKey>();
  const selected = useMemo(() => all.find(({ key }) => key === selectedKey?.key), [all, selectedKey]);
  const onFocus = useCallback(
    (index: number, isAnnounced: boolean) => {
      const key = drawn[index]?.key;
      if (key !== undefined)
        setSelectedKey((current) => (current?.key === key && !isAnnounced ? current : { key, isAnnounced }));
    },
    [drawn],
  );
  const onSelect = useCallback(({ key }: ChartEntry) => setSelectedKey({ key, isAnnounced: true }), []);
  return { selected, isAnnounced: selectedKey?.isAnnounced ?? false, onFocus, onSelect };
}
