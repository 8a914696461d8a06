import { useSite } from '../../../parts/openRecord/openRecordContexts.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import { CallLinks } from './CallLinks.tsx';
import { callSentence } from './cardSentences.ts';
import { isCriticalOfLiving } from './cardStanding.ts';
import type { PatientCard } from './cards.ts';

/** Says whom to call now, and calls the number of the site with one press. */
export function CallNow() {
  const { call } = useSite();
  return (
    <>
      {callSentence(call)}
      <CallLinks call={call} />
    </>
  );
}

/** Says so about critical results. Nobody calls about somebody who has died, unless one of the results itself makes one doubt it. */
export function CallAbout({ cards }: { readonly cards: readonly PatientCard[] }) {
  const { isDeceased } = useWhoseRecord();
  if (isDeceased && !cards.some(isCriticalOfLiving)) return null;
  return (
    <p>
      <CallNow />
    </p>
  );
}
