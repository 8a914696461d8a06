import { countText } from '../../../charts/format/numberText.ts';
import { useColumnsOnScreen, type ColumnsExport } from './columnsExport.ts';
import { SaveButton } from '../SaveButton.tsx';
import { exportTexts } from '../export.messages.ts';
import styles from '../ExportMenu.module.css';

/** Says that the screen shows hours, shifts or days, and what the menu takes instead. */
export function ColumnsShown() {
  const columns = useColumnsOnScreen();
  return columns ? (
    <p className={styles.scope}>{exportTexts('columnsShown', { unit: columns.unit })}</p>
  ) : null;
}

type ColumnsButtonsProps = {
  readonly onSave: (columns: ColumnsExport) => void;
  readonly onShow: (columns: ColumnsExport) => void;
};

/** Takes the hours, shifts or days of the grid as they are shown, beside the CSV of all results. */
export function ColumnsButtons({ onSave, onShow }: ColumnsButtonsProps) {
  const columns = useColumnsOnScreen();
  if (!columns) return null;
  const { unit, columnCount } = columns;
  return (
    <SaveButton
      target={exportTexts('theColumnsCsv', { unit })}
      letter="b"
      onSave={() => onSave(columns)}
      onShow={() => onShow(columns)}
    >
      {exportTexts('saveColumnsCsv', { unit, count: countText(columnCount) })}
    </SaveButton>
  );
}
