import { memo } from 'react';
import { selectionTexts } from './selection.messages.ts';
import { toggleSelected, useIsSelected } from './selectionStore.ts';
import styles from './TileMark.module.css';

type TileMarkProps = { readonly id: string; readonly name: string };

/**
 * Ticks a test to be compared. It is seen while its tile has the pointer or the focus, and on all tiles once one is selected or
 * where there is no pointer that hovers. The Tab key passes it: the tile takes the key x and the space bar. It is not drawn again
 * with its tile, since React sets every attribute of a field each time.
 */
export const TileMark = memo(function TileMark({ id, name }: TileMarkProps) {
  const isSelected = useIsSelected(id);
  return (
    <label className={styles.mark} data-tile-mark="">
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isSelected}
        aria-label={selectionTexts('select', { name })}
        onChange={() => toggleSelected(id)}
      />
    </label>
  );
});
