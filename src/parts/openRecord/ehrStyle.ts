import type { Session } from '../../smart/session/session.ts';
import { readSmartStyle } from '../../smart/session/smartStyle.ts';
import { applyEhrTheme } from '../../ui/theme/applyEhrTheme.ts';
import { ehrTheme } from '../../ui/theme/ehrTheme.ts';
import tokensCss from '../../ui/theme/tokens.css?raw';

/** What became of the EHR's own look: for the inspector, and for nobody else. */
export type StyleOutcome = { readonly applied: readonly string[]; readonly refused: readonly string[] };

const outcomes = new WeakMap<Session, Promise<StyleOutcome | undefined>>();

/** Reads and lays on the EHR's own look, once for each session, whoever asks first; undefined where none was sent. */
export function ehrStyle(session: Session): Promise<StyleOutcome | undefined> {
  const known = outcomes.get(session);
  if (known !== undefined) return known;
  const outcome = begun(session).catch(() => ({
    applied: [],
    refused: ['this browser could not lay it on'],
  }));
  outcomes.set(session, outcome);
  return outcome;
}

async function begun(session: Session): Promise<StyleOutcome | undefined> {
  const over = new AbortController();
  session.onEnd(() => over.abort());
  const read = await readSmartStyle(session, over.signal);
  if (read === undefined || over.signal.aborted) return undefined;
  if ('why' in read) return { applied: [], refused: [read.why] };
  const look = ehrTheme(read.sent, tokensCss);
  // What is said at the end of a session is said in our own look.
  if (look.applied.length > 0) over.signal.addEventListener('abort', applyEhrTheme(look));
  return { applied: look.applied, refused: look.refused };
}
