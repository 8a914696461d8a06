import { useSite } from '../../../parts/openRecord/openRecordContexts.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import { CallLinks } from './CallLinks.tsx';
import { callSentence } from './cardSentences.ts';

/** Says whom to call now, and calls the number of the site with one press. Nobody calls about somebody who has died. */
export function CallNow() {
  const { isDeceased } = useWhoseRecord();
  const { call } = useSite();
  if (isDeceased) return null;
  return (
    <>
      {callSentence(call)}
      <CallLinks call={call} />
    </>
  );
}
