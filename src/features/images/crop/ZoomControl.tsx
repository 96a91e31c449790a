import { IconButton } from '../../../ui/Button.tsx';
import { mostZoom, zoomed, type Cutting, type View } from './view.ts';
import styles from './ZoomControl.module.css';

interface ZoomControlProps {
  cutting: Cutting;
  view: View;
  onChange: (change: (view: View) => View) => void;
}

const STEPS = 100;

/** A slider with a button at each end. Nothing for a picture that is just large enough. */
export function ZoomControl({ cutting, view, onChange }: ZoomControlProps) {
  const most = mostZoom(cutting);
  if (most < 1.01) return null;
  // Each step goes closer by the same factor.
  const value = Math.round((Math.log(view.zoom) / Math.log(most)) * STEPS);
  const by = (factor: number) => () => onChange((now) => zoomed(cutting, now, factor));
  return (
    <div className={styles.zoom}>
      <IconButton icon="zoomOut" label="Zoom out" onClick={by(1 / 1.25)} />
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={STEPS}
        value={value}
        aria-label="Zoom"
        aria-valuetext={`${Math.round(view.zoom * 100)} %`}
        onChange={(event) => {
          const zoom = most ** (event.target.valueAsNumber / STEPS);
          onChange((now) => zoomed(cutting, now, zoom / now.zoom));
        }}
      />
      <IconButton icon="zoomIn" label="Zoom in" onClick={by(1.25)} />
    </div>
  );
}
