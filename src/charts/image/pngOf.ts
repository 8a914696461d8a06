import { svgAddress, type ChartImage } from './chartImage.ts';

/** Twice as many pixels as on the screen, so that it stays sharp in a document. */
const SHARPNESS = 2;

export async function pngOf(image: ChartImage): Promise<Blob> {
  const picture = new Image();
  picture.src = svgAddress(image);
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.widthPx * SHARPNESS;
  canvas.height = image.heightPx * SHARPNESS;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))),
      'image/png',
    );
  });
}
