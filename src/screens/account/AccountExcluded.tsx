import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import { EXCLUSION_TEXT } from './accountText.ts';

/** Shows reasons and counts. Longview keeps nothing else of a result of another patient, not even an id (rule 48). */
export const AccountExcluded = ({ excluded }: Pick<RecordSnapshot, 'excluded'>) => (
  <section>
    <h3>Excluded</h3>
    {excluded.length === 0 && <p>{resultsText(0)}.</p>}
    <ul>
      {excluded.map(({ reason, count }) => (
        <li key={reason}>
          {resultsText(count)}. {EXCLUSION_TEXT[reason]}
        </li>
      ))}
    </ul>
  </section>
);
