import { IconPhoto } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Crop, mostZoom, moved, zoomed } from './crop';
import classes from './PictureDialog.module.css';
import { draw } from './uploadPicture';

const pixels = 560;
const step = 0.05;

type CropStageProps = { picture: ImageBitmap; crop: Crop; round: boolean; onChange: (crop: Crop) => void };

/** The square that will be shown: it is dragged, moved by the arrow keys, and enlarged below. */
export function CropStage({ picture, crop, round, onChange }: CropStageProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number }>(undefined);

  useEffect(() => {
    if (canvas.current) draw(canvas.current, picture, crop);
  }, [picture, crop]);

  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!last.current) return;
    const { width } = event.currentTarget.getBoundingClientRect();
    const by = { x: (last.current.x - event.clientX) / width, y: (last.current.y - event.clientY) / width };
    last.current = { x: event.clientX, y: event.clientY };
    onChange(moved(picture, crop, by));
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: { x: -step, y: 0 }, ArrowRight: { x: step, y: 0 }, ArrowUp: { x: 0, y: -step }, ArrowDown: { x: 0, y: step } }[event.key];
    const zoom = { '+': 1.1, '=': 1.1, '-': 1 / 1.1 }[event.key];
    if (!by && !zoom) return;
    event.preventDefault();
    onChange(by ? moved(picture, crop, by) : zoomed(picture, crop, crop.zoom * (zoom ?? 1)));
  };

  return (
    <div className={classes.cropping}>
      <button
        type="button"
        className={classes.stage}
        aria-label={t('pictures.stage')}
        data-round={round || undefined}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={drag}
        onPointerUp={() => (last.current = undefined)}
        onPointerCancel={() => (last.current = undefined)}
      >
        <canvas ref={canvas} width={pixels} height={pixels} />
        <span className={classes.hole} aria-hidden="true" />
      </button>
      <div className={classes.zoom}>
        <IconPhoto size={16} stroke={1.75} aria-hidden="true" />
        <input
          type="range"
          className={classes.slider}
          min={1}
          max={mostZoom}
          step={0.01}
          value={crop.zoom}
          aria-label={t('pictures.zoom')}
          onChange={(event) => onChange(zoomed(picture, crop, Number(event.currentTarget.value)))}
        />
        <IconPhoto size={22} stroke={1.75} aria-hidden="true" />
      </div>
    </div>
  );
}
