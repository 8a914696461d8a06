import type { ErrorFacts } from '../errors/LaunchError.ts';
import { authorizationTexts } from '../authorization/authorization.messages.ts';

/**
 * Returns what may be shown of a scope, which is the server's text: a plain scope, and the category of its query. What else the query
 * limits could name a person. Returns undefined for a scope of which nothing may be shown.
 */
export function shownScope(scope: string): string | undefined {
  const [words = '', query] = scope.split('?', 2);
  if (!/^[A-Za-z_./:*-]{1,60}$/.test(words)) return undefined;
  if (query === undefined) return words;
  const category = /(?:^|&)category=([\w:/.-]{1,80}(?:\|[a-z-]{1,40})?)(?:&|$)/.exec(decoded(query))?.[1];
  return `${words}?${category === undefined ? '…' : `category=${category}`}`;
}

function decoded(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return '';
  }
}

/** A server may grant thousands. More than these are no longer read. */
const MOST_SHOWN = 60;

/** Returns the facts of an error, with what may be shown of the scopes that were granted. */
export function shownFacts(facts: ErrorFacts): ErrorFacts {
  const name = authorizationTexts.scopesGranted;
  const granted = facts[name];
  if (granted === undefined) return facts;
  const scopes = [...new Set(granted.split(/\s+/).map((scope) => shownScope(scope) ?? '…'))];
  const cut = scopes.length > MOST_SHOWN ? ' …' : '';
  return { ...facts, [name]: scopes.slice(0, MOST_SHOWN).join(' ') + cut };
}
