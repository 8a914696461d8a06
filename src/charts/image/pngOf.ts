import { svgDataUrl, type ChartImage } from './chartImage.ts';

/** Twice as many pixels as on the screen, so that it stays sharp in a document. */
const PIXEL_RATIO = 2;

export async function chartPng(image: ChartImage): Promise<Blob> {
  const picture = new Image();
  picture.src = svgDataUrl(image);
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.widthPx * PIXEL_RATIO;
  canvas.height = image.heightPx * PIXEL_RATIO;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))),
      'image/png',
    );
  });
}
