import type { Session } from '../../smart/session/session.ts';
import { readSmartStyle } from '../../smart/session/smartStyle.ts';
import { applyEhrTheme } from '../../ui/theme/applyEhrTheme.ts';
import { ehrTheme } from '../../ui/theme/ehrTheme.ts';
import tokensCss from '../../ui/theme/tokens.css?raw';
import { openRecordTexts } from './openRecord.messages.ts';

/** This outcome of the EHR's style is for the inspector only. */
export type StyleOutcome = { readonly applied: readonly string[]; readonly refused: readonly string[] };

const outcomes = new WeakMap<Session, Promise<StyleOutcome | undefined>>();

/** Reads and applies the EHR's style once for each session, whoever asks first. It is undefined if none was sent. */
export function ehrStyle(session: Session): Promise<StyleOutcome | undefined> {
  const cached = outcomes.get(session);
  if (cached !== undefined) return cached;
  const outcome = readAndApply(session).catch(() => ({
    applied: [],
    refused: [openRecordTexts('styleNotApplied')],
  }));
  outcomes.set(session, outcome);
  return outcome;
}

async function readAndApply(session: Session): Promise<StyleOutcome | undefined> {
  const ended = new AbortController();
  session.onEnd(() => ended.abort());
  const read = await readSmartStyle(session, ended.signal);
  if (read === undefined || ended.signal.aborted) return undefined;
  if ('why' in read) return { applied: [], refused: [read.why] };
  const theme = ehrTheme(read.sent, tokensCss);
  // The end of a session is shown in our own style.
  if (theme.applied.length > 0) ended.signal.addEventListener('abort', applyEhrTheme(theme));
  return theme;
}
