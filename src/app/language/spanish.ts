import type { Translation } from '../../words/language.ts';
import { myResultsSpanish } from '../../screens/myResults/myResults.es.messages.ts';
import { askAudienceSpanish } from '../entry/askAudience.es.messages.ts';
import { patientMenuSpanish } from '../patient/patientMenu.es.messages.ts';

/** All texts of the patient's view in Spanish, under the names of their English catalogs. */
export const SPANISH: Translation = {
  askAudience: askAudienceSpanish,
  myResults: myResultsSpanish,
  patientMenu: patientMenuSpanish,
};
