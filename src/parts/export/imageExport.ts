import { chartPng, svgDataUrl, type ChartImage } from '../../charts/image/chartImage.ts';
import type { ManualCopy } from '../../ui/clipboard/ManualCopyDialog.tsx';
import { injectionSafeFileName } from '../../record/export/injectionSafeText.ts';
import { saveFile } from '../../ui/clipboard/saveFile.ts';
import { exportTexts } from './export.messages.ts';

export const SELECT_TEXT = exportTexts('selectText');

type ImageFormat = 'png' | 'svg';

type ImageExportOptions = {
  /**
   * Makes the image. It returns undefined if there is nothing to draw, and then tells the reader so itself.
   */
  readonly makeImage: () => ChartImage | undefined;
  /** The image has this text alternative. */
  readonly alt: string;
  /** Returns the name of the file without its extension. */
  readonly fileName: () => string;
  readonly onStatus: (text: string) => void;
  readonly onManualCopy: (copy: ManualCopy) => void;
};

/** Returns the actions that save an image and that show it for saving by hand, each in either format. */
export function imageExport({ makeImage, alt, fileName, onStatus, onManualCopy }: ImageExportOptions) {
  const save = async (format: ImageFormat) => {
    const image = makeImage();
    if (!image) return;
    const svg = () => new Blob([image.svg], { type: 'image/svg+xml' });
    const file = format === 'svg' ? svg() : await chartPng(image).catch(() => undefined);
    if (file) saveFile(file, injectionSafeFileName(fileName(), format));
    onStatus(exportTexts(file ? 'handedToBrowser' : 'noPicture'));
  };
  const show = (format: ImageFormat) => {
    const image = makeImage();
    if (!image) return;
    if (format === 'svg') onManualCopy({ kind: 'text', instruction: SELECT_TEXT, text: image.svg });
    else
      onManualCopy({
        kind: 'picture',
        instruction: exportTexts('copyPicture'),
        url: svgDataUrl(image),
        text: alt,
      });
  };
  return { save, show };
}
