/**
 * This file keeps named views of this reader for one site in this browser: a name and a fragment, nothing of
 * a record. docs/decisions/0021.
 */
import * as v from 'valibot';
import { writePreference, readPreference } from '../../ui/preferences.ts';
import { isSavedViewFragment, savedViewFragment } from './savedViewUrl.ts';
import { savedViewsTexts } from './savedViews.messages.ts';

const VIEWS = 'views';
export const MAX_VIEWS = 20;
export const MAX_NAME_LENGTH = 40;

/** Departments look at these results together. The views open on whoever is in context. */
export const BUILT_IN_VIEWS: readonly SavedView[] = [
  { name: savedViewsTexts('kidney'), fragment: '#compare=bp-sys,k,creat,egfr,weight&window=2y' },
  {
    name: savedViewsTexts('diabetes'),
    fragment: '#compare=a1c,glucose,egfr,uacr,ldl,weight,bp-sys&window=2y',
  },
  { name: savedViewsTexts('bloodCount'), fragment: '#compare=hgb,mcv,wbc,neut-abs,plt&window=2y' },
  { name: savedViewsTexts('heartAndVitals'), fragment: '#compare=bp-sys,hr,rr,spo2,temp,weight&window=1y' },
];

/** Returns plain text on one line, without characters that turn or hide the text after them. */
export const savedViewName = (text: string): string => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();

const isName = (name: string): boolean =>
  name !== '' && name.length <= MAX_NAME_LENGTH && savedViewName(name) === name;

const viewSchema = v.object({
  name: v.pipe(v.string(), v.check(isName)),
  fragment: v.pipe(v.string(), v.check(isSavedViewFragment)),
});
export type SavedView = Readonly<v.InferOutput<typeof viewSchema>>;

const storedSchema = v.pipe(v.string(), v.parseJson(), v.array(v.unknown()));

/** Returns the views that this app wrote. Somebody else may write to the same storage, so what is no view is left out. */
export function savedViews(siteId: string): readonly SavedView[] {
  const stored = v.safeParse(storedSchema, readPreference(siteId, VIEWS));
  if (!stored.success) return [];
  const views = stored.output.slice(0, MAX_VIEWS).flatMap((one) => {
    const view = v.safeParse(viewSchema, one);
    return view.success ? [view.output] : [];
  });
  return views.filter(({ name }, i) => views.findIndex((other) => other.name === name) === i);
}

function write(siteId: string, views: readonly SavedView[]): boolean {
  const text = views.length === 0 ? '' : JSON.stringify(views);
  writePreference(siteId, VIEWS, text);
  return readPreference(siteId, VIEWS) === text;
}

/** Saves a view and replaces one of the same name. Returns false if this browser keeps nothing. */
export function saveView(siteId: string, view: SavedView): boolean {
  const views = savedViews(siteId);
  const hasName = views.some(({ name }) => name === view.name);
  return write(
    siteId,
    hasName ? views.map((one) => (one.name === view.name ? view : one)) : [...views, view],
  );
}

export const deleteView = (siteId: string, name: string): boolean =>
  write(
    siteId,
    savedViews(siteId).filter((view) => view.name !== name),
  );

const LINK = /#(?:compare|results|timeline|series=|window=|since=)\S*/;

/**
 * Reads a shared view from a text such as "Kidney view: https://…#compare=k". `fragment` is undefined if its
 * link names no view.
 */
export function sharedView(
  text: string,
): { readonly name: string; readonly fragment: string | undefined } | undefined {
  const link = LINK.exec(text);
  if (!link) return undefined;
  // The address before the fragment is no part of the name.
  const words = text.slice(0, link.index).replace(/(?<!\S)\S+$/, '');
  return { name: savedViewName(words.trim().replace(/:$/, '')), fragment: savedViewFragment(link[0]) };
}

/**
 * Returns the text to share. The app's own address carries neither query nor identity. In a chart it opens
 * nothing, so there the fragment stands alone.
 */
export function linkText({ name, fragment }: SavedView, address: string | undefined): string {
  return address === undefined
    ? `${name}: ${fragment}`
    : `${name}: ${address}${fragment}\n${savedViewsTexts('sharedLink')}`;
}
