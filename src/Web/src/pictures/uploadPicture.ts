import { api } from '@/api/client';
import { type Crop, squareOf } from './crop';

const side = 512;

/** What was chosen is drawn anew, so that nothing but its pixels leaves this device: no place, no camera, no date. */
export async function uploadPicture(picture: ImageBitmap, crop: Crop): Promise<string> {
  const form = new FormData();
  form.append('file', await drawn(picture, crop), 'picture');
  const { id } = await api.post<{ id: string }>('/files', form, { query: { picture: true } });
  return id;
}

export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const square = squareOf(picture, crop);
  context.imageSmoothingQuality = 'high';
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, square.left, square.top, square.side, square.side, 0, 0, canvas.width, canvas.height);
}

async function drawn(picture: ImageBitmap, crop: Crop): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  draw(canvas, picture, crop);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.9));
  if (!blob) throw new Error('The picture could not be drawn.');
  return blob;
}
