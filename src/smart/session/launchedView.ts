import { fieldOf, textField } from '../site/untrustedJson.ts';

/**
 * A text of the launch opened no view for one of these reasons: it is too long, is JSON without a view for us, or is no view
 * of the app.
 */
const REFUSALS = ['tooLong', 'withoutView', 'unknown'] as const;
export type ViewRefusal = (typeof REFUSALS)[number];

/** A text of the launch opened a view, or did not. The text itself is not kept, because it may say something of a person. */
export type LaunchedView =
  | { readonly fragment: string }
  | { readonly refusal: ViewRefusal; readonly length: number };

/** This is what became of the texts of a launch. A text that did not come is undefined. */
export type LaunchedViews = {
  readonly appContext?: LaunchedView | undefined;
  readonly intent?: LaunchedView | undefined;
};

/** Reads what `JSON.stringify` wrote of it into the record of the session. */
export const launchedViewsIn = (text: string | undefined): LaunchedViews => viewsIn(parsed(text ?? ''));

/** Returns the views that wait until somebody says who looks, as for this answer; undefined where none wait. */
export function launchedViewsFor(text: string | undefined, answer: string): LaunchedViews | undefined {
  const waiting = fieldOf(parsed(text ?? ''), answer);
  return waiting === undefined ? undefined : viewsIn(waiting);
}

const viewsIn = (views: unknown): LaunchedViews => ({
  appContext: viewIn(fieldOf(views, 'appContext')),
  intent: viewIn(fieldOf(views, 'intent')),
});

function viewIn(value: unknown): LaunchedView | undefined {
  const fragment = textField(value, 'fragment');
  if (fragment.startsWith('#')) return { fragment };
  const refusal = REFUSALS.find((one) => one === fieldOf(value, 'refusal'));
  const length = fieldOf(value, 'length');
  return refusal === undefined || typeof length !== 'number' ? undefined : { refusal, length };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // somebody else has written to the storage
  }
}
