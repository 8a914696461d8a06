/** Which fragments may be kept as a view and handed on: our own screens and parameters, analytes by their ids, and no date. */
import { compareFragment, compareIn } from '../screenUrls/compareUrl.ts';
import { gridFiltersIn, gridFragment } from '../screenUrls/gridUrl.ts';
import { isKnownDerivedId, isAnonymousSeriesId } from '../results/anonymousSeriesId.ts';
import { parseWindowChoice, formatWindowChoice } from '../timeWindow/windowChoice.ts';
import { timelineFragment, timelineLanesIn } from '../screenUrls/timelineUrl.ts';
import { sinceIn, withSince } from '../changes/sinceParameter.ts';
import { fragmentFor, INSPECT, screenIn, withParameter } from '../navigation/urlFragment.ts';

/** So long a fragment was written by nobody. */
const MAX_LENGTH = 600;
const PANEL = /^[a-z\d-]{0,20}$/;

const isDetailId = (id: string): boolean => isAnonymousSeriesId(id) || isKnownDerivedId(id);

/** How the chart of one result is drawn: "fit-log". */
const CHART_OPTIONS = /^(?:fit|log|points|every)(?:-(?:fit|log|points|every)){0,3}$/;

function seriesFragment(seriesId: string, fragment: string): string | undefined {
  if (!isDetailId(seriesId)) return undefined;
  const options = new URLSearchParams(fragment.slice(1)).get('look') ?? '';
  return CHART_OPTIONS.test(options)
    ? withParameter(fragmentFor(seriesId), 'look', options)
    : fragmentFor(seriesId);
}

/** What of it says which screen, and how that one is set; undefined for a screen that is no view of results. */
function screenFragment(fragment: string): string | undefined {
  const screen = screenIn(fragment);
  switch (screen.name) {
    case 'overview':
      return fragment === INSPECT ? undefined : withSince('', sinceIn(fragment)) || '#';
    case 'results': {
      const filters = gridFiltersIn(fragment);
      return gridFragment(PANEL.test(filters.panel) ? filters : { ...filters, panel: '' });
    }
    case 'compare': {
      const view = compareIn(fragment);
      return view.ids.every(isAnonymousSeriesId) ? compareFragment(view) : undefined;
    }
    case 'timeline':
      return timelineFragment('', timelineLanesIn(fragment));
    case 'series':
      return seriesFragment(screen.seriesId, fragment);
    case 'account':
    case 'print':
      break;
  }
  return undefined;
}

/** The part of a fragment that a view keeps; undefined where it has words of a record, or is no view. */
export function savedViewFragment(fragment: string): string | undefined {
  const screen = fragment.length > MAX_LENGTH ? undefined : screenFragment(fragment);
  if (screen === undefined) return undefined;
  const window = parseWindowChoice(new URLSearchParams(fragment.slice(1)).get('window') ?? '');
  return window ? withParameter(screen, 'window', formatWindowChoice(window)) : screen;
}

/** Nothing else stands in it. */
export const isSavedViewFragment = (fragment: string): boolean => savedViewFragment(fragment) === fragment;
