/**
 * This file decides which fragments may be saved and shared as a view: our own screens and parameters, and
 * analytes by their ids, but no date.
 */
import { compareFragment, compareIn } from '../screenUrls/compareUrl.ts';
import { gridFiltersIn, gridFragment } from '../screenUrls/gridUrl.ts';
import { isKnownDerivedId, isAnonymousSeriesId } from '../results/anonymousSeriesId.ts';
import { OF_ENCOUNTER, parseWindowChoice, formatWindowChoice } from '../timeWindow/windowChoice.ts';
import { timelineFragment, timelineLanesIn } from '../screenUrls/timelineUrl.ts';
import { sinceIn, withSince } from '../changes/sinceParameter.ts';
import { seriesFragment, INSPECTOR_FRAGMENT, screenIn, withParameter } from '../navigation/urlFragment.ts';

/** Nobody writes a fragment this long. */
const MAX_LENGTH = 600;
const PANEL = /^[a-z\d-]{0,20}$/;

const isDetailId = (id: string): boolean => isAnonymousSeriesId(id) || isKnownDerivedId(id);

/** These options draw the chart of one result, such as "fit-log". */
const CHART_OPTIONS = /^(?:fit|log|points|every)(?:-(?:fit|log|points|every)){0,3}$/;

function detailFragment(seriesId: string, fragment: string): string | undefined {
  if (!isDetailId(seriesId)) return undefined;
  const options = new URLSearchParams(fragment.slice(1)).get('look') ?? '';
  return CHART_OPTIONS.test(options)
    ? withParameter(seriesFragment(seriesId), 'look', options)
    : seriesFragment(seriesId);
}

/**
 * Returns the part of a fragment that names the screen and its settings, or undefined if it shows no results.
 */
function screenFragment(fragment: string): string | undefined {
  const screen = screenIn(fragment);
  switch (screen.name) {
    case 'overview':
      return fragment === INSPECTOR_FRAGMENT ? undefined : withSince('', sinceIn(fragment)) || '#';
    case 'results': {
      const filters = gridFiltersIn(fragment);
      return gridFragment(PANEL.test(filters.panel) ? filters : { ...filters, panel: '' });
    }
    case 'compare': {
      const view = compareIn(fragment);
      // A view keeps no hash of a medication (decision 21).
      return view.ids.every(isAnonymousSeriesId) ? compareFragment({ ...view, drug: undefined }) : undefined;
    }
    case 'timeline':
      return timelineFragment('', timelineLanesIn(fragment));
    case 'series':
      return detailFragment(screen.seriesId, fragment);
    case 'account':
    case 'print':
      break;
  }
  return undefined;
}

/**
 * Returns the part of a fragment that a view keeps, or undefined if it holds words of a record or is no view.
 */
export function savedViewFragment(fragment: string): string | undefined {
  const screen = fragment.length > MAX_LENGTH ? undefined : screenFragment(fragment);
  if (screen === undefined) return undefined;
  const text = new URLSearchParams(fragment.slice(1)).get('window') ?? '';
  const choice = parseWindowChoice(text);
  const window = choice ? formatWindowChoice(choice) : text === OF_ENCOUNTER ? text : undefined;
  return window === undefined ? screen : withParameter(screen, 'window', window);
}

/** Returns whether a fragment holds nothing but a view. */
export const isSavedViewFragment = (fragment: string): boolean => savedViewFragment(fragment) === fragment;
