import type { Agree, Translation } from '../../words/language.ts';
import { careSpanish } from '../../screens/myResults/care/care.es.messages.ts';
import { directionsSpanish } from '../../screens/myResults/care/directions.es.messages.ts';
import { growthChartSpanish } from '../../parts/growth/growthChart.es.messages.ts';
import { growthSpanish } from '../../screens/myResults/growth/growth.es.messages.ts';
import { myResultsSpanish } from '../../screens/myResults/myResults.es.messages.ts';
import { errorSpanish } from '../../smart/errors/error.es.messages.ts';
import { launchErrorInAppSpanish } from '../../smart/errors/launchErrorInApp.es.messages.ts';
import { patientErrorSpanish } from '../../smart/errors/patientError.es.messages.ts';
import { loadingSpanish } from '../../ui/loading/loading.es.messages.ts';
import { uiSpanish } from '../../ui/ui.es.messages.ts';
import { oneResultSpanish } from '../../screens/myResults/result/oneResult.es.messages.ts';
import { aboutSpanish } from '../about/about.es.messages.ts';
import { askAudienceSpanish } from '../entry/askAudience.es.messages.ts';
import { entrySpanish } from '../entry/entry.es.messages.ts';
import { followedChartSpanish } from '../followedChart/followedChart.es.messages.ts';
import { slowSignInSpanish } from '../entry/slowSignIn.es.messages.ts';
import { startSpanish } from '../entry/start/start.es.messages.ts';
import { measurementsSpanish } from '../../screens/myResults/measurements/measurements.es.messages.ts';
import { namesSpanish } from '../../screens/myResults/names/names.es.messages.ts';
import { patientUnitsSpanish } from '../../screens/myResults/units/patientUnits.es.messages.ts';
import { patientMenuSpanish } from '../patient/patientMenu.es.messages.ts';
import { sessionControlsSpanish } from '../session/sessionControls.es.messages.ts';
import { sessionNoticesSpanish } from '../session/sessionNotices.es.messages.ts';

/** A result may be known to its month alone. */
const ARTICLE_BEFORE_MONTH =
  /(?<!\p{L})(?:([Dd]e|a)l|el) (?=(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre) de \d)/gu;

/** Words between quotation marks stand as they were sent. */
const QUOTED = /(“[^“”]*”)/;

const agreeOutsideQuotes: Agree = (text) =>
  text
    .replaceAll(/(?<!\p{L})las (?=0?1:\d\d)/gu, 'la ')
    .replaceAll(ARTICLE_BEFORE_MONTH, (_, word?: string) => (word === undefined ? '' : `${word} `))
    .replaceAll(/(?<=\bm\.)\.(?!\.)/g, '');

/**
 * One o'clock is singular in Spanish: "a la 1:05 p. m.". Catalogs and the dates of browsers say "a las" before every hour. A sentence that ends
 * in "p. m." has one full stop, and so has one that ends with words of others: `“Hemolyzed.”` A stop stays behind "?”" and "!”"
 * (https://www.rae.es/dpd/punto). It is "del 12 de mayo" and "el 12 de mayo", and "de mayo de 2026" and "mayo de 2026".
 */
export const agreeInSpanish: Agree = (text) =>
  text
    .split(QUOTED)
    .map((part, i) => (i % 2 === 0 ? agreeOutsideQuotes(part) : part))
    .join('')
    .replaceAll(/(?<=\.”|\p{L}\.(?=\.$))\.(?!\.)/gu, '');

/** These are all texts of the patient's view in Spanish, under the names of their English catalogs. */
export const SPANISH: Translation = {
  askAudience: askAudienceSpanish,
  care: careSpanish,
  directions: directionsSpanish,
  growth: growthSpanish,
  growthChart: growthChartSpanish,
  measurements: measurementsSpanish,
  names: namesSpanish,
  myResults: myResultsSpanish,
  oneResult: oneResultSpanish,
  patientError: patientErrorSpanish,
  patientMenu: patientMenuSpanish,
  patientUnits: patientUnitsSpanish,
  start: startSpanish,
  // These are texts that patients and clinicians share.
  about: aboutSpanish,
  entry: entrySpanish,
  error: errorSpanish,
  followedChart: followedChartSpanish,
  launchErrorInApp: launchErrorInAppSpanish,
  loading: loadingSpanish,
  sessionControls: sessionControlsSpanish,
  sessionNotices: sessionNoticesSpanish,
  slowSignIn: slowSignInSpanish,
  ui: uiSpanish,
};
