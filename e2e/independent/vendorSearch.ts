/** This file knows which Observations a vendor's system returns for the searches of the app. */
import { asObjects, asText, type Json } from './rawJson.ts';

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
/** These vendors require a category in each search and are known to answer for these. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  // This one is asked for more, and knows of HL7's list only surveys beside the first three.
  epic: ['vital-signs', 'laboratory', 'social-history', 'survey'],
  meditech: [
    'vital-signs',
    'laboratory',
    'social-history',
    'survey',
    'exam',
    'procedure',
    'therapy',
    'activity',
    'imaging',
  ],
};

/** The other vendors answer a search for everything of the patient. */
export function isReachable({ category }: Json, vendor: string): boolean {
  const known = CATEGORIES[vendor];
  const codings = asObjects(category).flatMap(({ coding }) => asObjects(coding));
  return (
    known === undefined ||
    codings.some(({ system, code }) => system === CATEGORY && known.includes(asText(code)))
  );
}
