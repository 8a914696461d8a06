import { currentZoomEntry } from './zoomHistory.ts';

type Undoable = { readonly isChosen: boolean; readonly onChoose: (choice: string) => void };

/**
 * Goes back to the window before. In the frame of an EHR the newest entry of the history may belong to the
 * EHR, so the window before is chosen there and the history is left alone.
 */
export function undoZoom({ isChosen, onChoose }: Undoable): void {
  const entry = currentZoomEntry();
  if (entry?.isStep && globalThis.top === globalThis.self) history.back();
  else if (isChosen) onChoose(entry?.before.at(-1) ?? '');
}
