import { decoded } from '../../parts/navigation/urlFragment.ts';
import { isAnonymousSeriesId, isKnownDerivedId } from '../../parts/results/anonymousSeriesId.ts';
import { savedViewFragment } from '../../parts/savedViews/savedViewUrl.ts';
import { BUILT_IN_VIEWS } from '../../parts/savedViews/savedViews.ts';
import {
  CARE_FRAGMENT,
  GROWTH_FRAGMENT,
  MEASUREMENTS_FRAGMENT,
  patientScreenIn,
  resultFragment,
  RESULTS_FRAGMENT,
} from '../../parts/navigation/patientScreens.ts';
import type { Audience } from '../../smart/authorization/audience.ts';
import type { LaunchedView, ViewRefusal } from '../../smart/session/launchedView.ts';
import { unambiguousJson } from '../../smart/site/unambiguousJson.ts';
import { fieldOf } from '../../smart/site/untrustedJson.ts';

/** No view is longer (`savedViewUrl.ts`), and JSON around it takes few characters more. */
const LONGEST = 800;

const [KIDNEY, DIABETES, BLOOD_COUNT, HEART] = BUILT_IN_VIEWS.map(({ fragment }) => fragment);

/** These views have a name that an `intent` or an `appContext` can say. docs/launch-context.md lists them. */
const NAMED_VIEWS: Readonly<Record<Audience, ReadonlyMap<string, string | undefined>>> = {
  clinician: new Map([
    ['overview', '#'],
    ['results', '#results'],
    ['timeline', '#timeline'],
    ['kidney', KIDNEY],
    ['diabetes', DIABETES],
    ['blood-count', BLOOD_COUNT],
    ['heart-and-vitals', HEART],
  ]),
  patient: new Map([
    ['results', RESULTS_FRAGMENT],
    ['care', CARE_FRAGMENT],
    ['growth', GROWTH_FRAGMENT],
    ['measurements', MEASUREMENTS_FRAGMENT],
  ]),
};

const refused = (refusal: ViewRefusal, sent: string): LaunchedView => ({ refusal, length: sent.length });

/**
 * Returns the view that an `intent` names, or why there is none. It is one word of ours.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#launch-intent
 */
export function viewOfIntent(intent: string, audience: Audience): LaunchedView {
  const fragment = NAMED_VIEWS[audience].get(intent);
  return fragment === undefined ? refused('unknown', intent) : { fragment };
}

/**
 * Returns the view that an `appContext` chooses, or why there is none. It is a view as it stands in the address, with or
 * without `#`, or the name of one, or JSON with one of these under `longview`. Nothing else of it is read.
 */
export function viewOfAppContext(appContext: string, audience: Audience): LaunchedView {
  if (appContext.length > LONGEST) return refused('tooLong', appContext);
  const isJson = /^\s*[{["]/.test(appContext);
  const named = isJson ? viewInJson(appContext) : appContext.trim();
  if (named === undefined) return refused('withoutView', appContext);
  const fragment = NAMED_VIEWS[audience].get(named) ?? fragmentOf(named, audience);
  return fragment === undefined ? refused('unknown', appContext) : { fragment };
}

function viewInJson(text: string): string | undefined {
  const named = fieldOf(unambiguousJson(text), 'longview');
  return typeof named === 'string' ? named.trim() : undefined;
}

/**
 * Returns a view as the app itself writes it, where nothing of the text is left over; else undefined. What the app would leave
 * out of a view may be meant to change it, so such a view is not opened by halves.
 */
function fragmentOf(text: string, audience: Audience): string | undefined {
  const fragment = text.startsWith('#') ? text : `#${text}`;
  const view = audience === 'patient' ? patientFragment(fragment) : savedViewFragment(fragment);
  return view !== undefined && saysTheSame(fragment, view) ? view : undefined;
}

/** Patients open their own screens alone, and a result by the id that names it everywhere. */
function patientFragment(fragment: string): string | undefined {
  if ([...NAMED_VIEWS.patient.values()].includes(fragment)) return fragment;
  const screen = patientScreenIn(fragment);
  if (screen.name !== 'result') return undefined;
  const { seriesId } = screen;
  return isAnonymousSeriesId(seriesId) || isKnownDerivedId(seriesId) ? resultFragment(seriesId) : undefined;
}

/** Two fragments say the same when they have the same parts, in whatever order and however they are escaped. */
const saysTheSame = (one: string, other: string): boolean => partsOf(one) === partsOf(other);

const partsOf = (fragment: string): string => fragment.slice(1).split('&').map(decoded).toSorted().join('&');
