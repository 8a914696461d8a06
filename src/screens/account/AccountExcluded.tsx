import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import { accountTexts } from './account.messages.ts';
import { exclusionText } from './accountText.ts';

/** Shows reasons and counts. Longview keeps nothing else of a result of another patient, not even an id (rule 48). */
export const AccountExcluded = ({ excluded }: Pick<RecordSnapshot, 'excluded'>) => (
  <section>
    <h3>{accountTexts('excluded')}</h3>
    {excluded.length === 0 && <p>{accountTexts('excludedNone', { results: resultsText(0) })}</p>}
    <ul>
      {excluded.map(({ reason, count }) => (
        <li key={reason}>{exclusionText(reason, resultsText(count))}</li>
      ))}
    </ul>
  </section>
);
