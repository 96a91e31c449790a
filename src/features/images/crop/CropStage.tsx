import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import type { OpenPicture } from '../model/open-picture.ts';
import { useGestures } from './use-gestures.ts';
import { describe, moved, placeOf, WHOLE, zoomed, type Cutting, type View } from './view.ts';
import styles from './CropStage.module.css';

interface CropStageProps {
  picture: OpenPicture;
  cutting: Cutting;
  view: View;
  onChange: (change: (view: View) => View) => void;
}

const STEP = 0.02;
const LARGE_STEP = 0.1;
const ZOOM_STEP = 1.1;

/**
 * The picture behind the frame through which it will be seen: round for an avatar, three times as wide as high for a
 * cover. Moved and zoomed with mouse, fingers, wheel and keys; what keys do is read out.
 */
export function CropStage({ picture, cutting, view, onChange }: CropStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const helpId = useId();
  const gestures = useGestures(stage, frame, {
    onMove: (across, down) => onChange((now) => moved(cutting, now, across, down)),
    onZoom: (factor, at) => onChange((now) => zoomed(cutting, now, factor, at)),
  });
  useEffect(() => canvas.current!.replaceChildren(picture.preview), [picture]);
  useEffect(() => stage.current!.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = afterKey(cutting, view, event.key, event.shiftKey ? LARGE_STEP : STEP);
    if (!next) return;
    event.preventDefault();
    onChange(() => next);
    setSaid(describe(cutting, next));
  }

  const place = placeOf(cutting, view);
  const round = cutting.kind === 'AVATAR';
  return (
    <>
      <div
        ref={stage}
        role="application"
        tabIndex={0}
        aria-label="Part of the picture that is shown"
        aria-describedby={helpId}
        className={classNames(styles.stage, round ? styles.square : styles.wide)}
        onKeyDown={onKeyDown}
        {...gestures}
      >
        <div ref={frame} className={styles.frame}>
          <div ref={canvas} className={styles.picture} style={place} aria-hidden="true" />
          <div className={classNames(styles.mask, round && styles.round)} />
        </div>
      </div>
      <p id={helpId} className={styles.help}>
        Drag to move, scroll or pinch to zoom. On a keyboard: arrow keys, + and −, 0 to start over.
      </p>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </>
  );
}

/** The view after a key; undefined for a key that means nothing here. */
function afterKey(cutting: Cutting, view: View, key: string, step: number): View | undefined {
  if (key === 'ArrowLeft') return moved(cutting, view, -step, 0);
  if (key === 'ArrowRight') return moved(cutting, view, step, 0);
  if (key === 'ArrowUp') return moved(cutting, view, 0, -step);
  if (key === 'ArrowDown') return moved(cutting, view, 0, step);
  if (key === '+' || key === '=') return zoomed(cutting, view, ZOOM_STEP);
  if (key === '-' || key === '_') return zoomed(cutting, view, 1 / ZOOM_STEP);
  return key === '0' || key === 'Home' ? WHOLE : undefined;
}
