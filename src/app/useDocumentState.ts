import { useEffect } from 'react';

/**
 * Writes the state of the page to `<html data-state>` (contract.md, section 4). With undefined, another
 * component writes it.
 */
export function useDocumentState(state: string | undefined): void {
  useEffect(() => {
    if (state !== undefined) document.documentElement.dataset['state'] = state;
  }, [state]);
}
