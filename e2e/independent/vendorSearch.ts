/** Which Observations a vendor's system gives to anybody who asks: vendors.md 2.1, "Required" and "category value". */
import { asObjects, asText, type Json } from './rawJson.ts';

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
/** Where a search must name a category: those that the vendor's searches are known by. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  epic: ['vital-signs', 'laboratory', 'social-history'],
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

/** The others answer a search for everything of the patient. */
export function isReachable({ category }: Json, vendor: string): boolean {
  const known = CATEGORIES[vendor];
  const codings = asObjects(category).flatMap(({ coding }) => asObjects(coding));
  return (
    known === undefined ||
    codings.some(({ system, code }) => system === CATEGORY && known.includes(asText(code)))
  );
}
