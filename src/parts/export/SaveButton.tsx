import type { ReactNode } from 'react';
import { svgDataUrl, type ChartImage, chartPng } from '../../charts/image/chartImage.ts';
import { Button } from '../../ui/Button.tsx';
import type { ManualCopy } from '../../ui/clipboard/ManualCopyDialog.tsx';
import { saveFile } from '../../ui/clipboard/saveFile.ts';
import styles from './ExportMenu.module.css';

type SaveButtonProps = {
  readonly children: ReactNode;
  /** "the PNG", for those who hear the second button alone. */
  readonly target: string;
  readonly onSave: () => void;
  readonly onShow: () => void;
};

/** A frame that forbids saving says nothing, so the way round it stands beside it. */
export const SaveButton = ({ children, target, onSave, onShow }: SaveButtonProps) => (
  <div className={styles.way}>
    <Button onClick={onSave}>{children}</Button>
    <Button variant="bare" aria-label={`Show ${target} instead`} onClick={onShow}>
      Show instead
    </Button>
  </div>
);

export const SELECT_TEXT = 'Select and copy the text here.';
const SHOWN_PICTURE = 'Press the picture with the right button, or long with a finger, to copy or save it.';
const NO_PICTURE = 'This browser could not make the picture.';
const HANDED = 'Handed to the browser to save. If nothing was saved, use “Show instead”.';

type ImageFormat = 'png' | 'svg';

type ImageExportOptions = {
  /** undefined where there is nothing to draw; the reader has been told. */
  readonly image: () => ChartImage | undefined;
  /** What it is, for who does not see it. */
  readonly alt: string;
  /** Of its file, without the ending. */
  readonly fileName: () => string;
  readonly onStatus: (words: string) => void;
  readonly onManualCopy: (shown: ManualCopy) => void;
};

/** Saves a picture, or shows it. */
export function imageExport({ image: make, alt, fileName, onStatus, onManualCopy }: ImageExportOptions) {
  const save = async (way: ImageFormat) => {
    const image = make();
    if (!image) return;
    const svg = () => new Blob([image.svg], { type: 'image/svg+xml' });
    const file = way === 'svg' ? svg() : await chartPng(image).catch(() => undefined);
    if (file) saveFile(file, `${fileName()}.${way}`);
    onStatus(file ? HANDED : NO_PICTURE);
  };
  const show = (way: ImageFormat) => {
    const image = make();
    if (!image) return;
    if (way === 'svg') onManualCopy({ kind: 'text', title: SELECT_TEXT, text: image.svg });
    else onManualCopy({ kind: 'picture', title: SHOWN_PICTURE, url: svgDataUrl(image), text: alt });
  };
  return { save, show };
}
