import { useLayoutEffect } from 'react';

/**
 * Writes to `<html data-audience>` for whom the open record is shown (contract.md, section 3). There is none while nobody has said
 * it, and none once the record is closed.
 */
export function useDocumentAudience(audience: string | undefined): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (audience === undefined) return undefined;
    dataset['audience'] = audience;
    return () => void delete dataset['audience'];
  }, [audience]);
}

/**
 * Writes the state of the page to `<html data-state>` (contract.md, section 3). With undefined, another
 * component writes it. It is written before the screen is painted: style sheets place a warning by it, which would be seen to move.
 */
export function useDocumentState(state: string | undefined): void {
  useLayoutEffect(() => {
    if (state !== undefined) document.documentElement.dataset['state'] = state;
  }, [state]);
}
