import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Notice } from '../../ui/Notice.tsx';
import { isStale } from '../recordStatus/recordStatusText.ts';
import { useNowMs, useSession } from '../openRecord/openRecordContexts.ts';

const ageText = (minutes: number) => (minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`);

/** Rule 40: how old the record on the screen is. Not announced each minute: the notice was, when it came. */
export function StaleNotice({ record }: { readonly record: RecordSnapshot }) {
  const { refresh } = useSession();
  const nowMs = useNowMs();
  if (!isStale(record, nowMs)) return null;
  return (
    <Notice kind="stale" title="Loaded" action={{ label: 'Refresh', onPress: refresh }}>
      <span aria-live="off">{ageText(Math.floor((nowMs - record.readAtMs) / 60_000))} ago.</span> What was
      filed since then is not on this screen.
    </Notice>
  );
}
