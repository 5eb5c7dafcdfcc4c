import { describe, expect, test } from 'vitest';
import { moved, squareOf, wholeCrop, zoomed } from '@/pictures/crop';

const wide = { width: 800, height: 400 };

describe('The part of a picture that is shown', () => {
  test('is the largest square in the middle at first', () => {
    expect(squareOf(wide, wholeCrop)).toEqual({ left: 200, top: 0, side: 400 });
  });

  test('follows a drag and stops at the edge', () => {
    expect(squareOf(wide, moved(wide, wholeCrop, { x: 0.25, y: 0.25 }))).toEqual({ left: 300, top: 0, side: 400 });
    expect(squareOf(wide, moved(wide, wholeCrop, { x: 9, y: 9 }))).toEqual({ left: 400, top: 0, side: 400 });
    expect(squareOf(wide, moved(wide, wholeCrop, { x: -9, y: 0 })).left).toBe(0);
  });

  test('is enlarged about its middle, and never leaves the picture when it is made smaller again', () => {
    const near = zoomed(wide, wholeCrop, 2);
    expect(squareOf(wide, near)).toEqual({ left: 300, top: 100, side: 200 });
    const corner = moved(wide, near, { x: 9, y: 9 });
    expect(squareOf(wide, zoomed(wide, corner, 1))).toEqual({ left: 400, top: 0, side: 400 });
    expect(zoomed(wide, near, 99).zoom).toBe(5);
    expect(zoomed(wide, near, 0).zoom).toBe(1);
  });
});
