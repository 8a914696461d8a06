/**
 * The questions that a patient writes for a visit. They live in memory alone, as long as the session that they were written in: nothing
 * stores them, no address holds them, and no request carries them.
 */
import { useSyncExternalStore } from 'react';
import { useSession } from '../../../parts/openRecord/openRecordContexts.ts';
import type { Session } from '../../../smart/session/session.ts';

/** The text of the questions by the id of the series that they are about. */
export type Questions = ReadonlyMap<string, string>;

type Store = {
  questions: Questions;
  readonly listeners: Set<() => void>;
};

const NONE: Questions = new Map();
const stores = new WeakMap<Session, Store>();

function storeOf(session: Session): Store {
  const known = stores.get(session);
  if (known !== undefined) return known;
  const store: Store = { questions: NONE, listeners: new Set() };
  stores.set(session, store);
  return store;
}

function write(store: Store, seriesId: string, text: string): void {
  store.questions = new Map(store.questions).set(seriesId, text);
  for (const changed of store.listeners) changed();
}

/** Returns the questions of the open record, and how to change those about one series. */
export function useQuestions(): {
  readonly questions: Questions;
  readonly onChange: (seriesId: string, text: string) => void;
} {
  const { session } = useSession();
  const store = storeOf(session);
  const questions = useSyncExternalStore(
    (changed) => {
      store.listeners.add(changed);
      return () => store.listeners.delete(changed);
    },
    () => store.questions,
  );
  const onChange = (seriesId: string, text: string): void => write(store, seriesId, text);
  return { questions, onChange };
}
