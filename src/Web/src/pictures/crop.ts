/** Which part of a picture is shown: how far it is enlarged beyond filling the square, and where its middle lies in the picture, from 0 to 1. */
export type Crop = { zoom: number; x: number; y: number };

export const wholeCrop: Crop = { zoom: 1, x: 0.5, y: 0.5 };
export const mostZoom = 5;

type Size = { width: number; height: number };
type Square = { left: number; top: number; side: number };

/** The square of the picture that is shown, in its own pixels; it never leaves the picture. */
export function squareOf({ width, height }: Size, { zoom, x, y }: Crop): Square {
  const side = Math.min(width, height) / zoom;
  return { side, left: within(x * width - side / 2, width - side), top: within(y * height - side / 2, height - side) };
}

/** Moves what is shown by a part of the square's side; the edge of the picture stops it. */
export function moved(size: Size, crop: Crop, by: { x: number; y: number }): Crop {
  const { side, left, top } = squareOf(size, crop);
  return settled(size, { ...crop, x: (left + side / 2 + by.x * side) / size.width, y: (top + side / 2 + by.y * side) / size.height });
}

export function zoomed(size: Size, crop: Crop, zoom: number): Crop {
  return settled(size, { ...crop, zoom: Math.min(mostZoom, Math.max(1, zoom)) });
}

function settled(size: Size, crop: Crop): Crop {
  const { side, left, top } = squareOf(size, crop);
  return { ...crop, x: (left + side / 2) / size.width, y: (top + side / 2) / size.height };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(0, value), Math.max(0, most));
}
