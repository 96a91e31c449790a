import { Fragment, useEffect } from 'react';
import { useLocation } from 'react-router';
import { useStore } from '../lib/store/create-store.ts';
import { closeOverlay, overlays } from './overlay-store.ts';

/** Where dialogs from `openOverlay` are drawn. Another page closes them. */
export function Overlays() {
  const all = useStore(overlays);
  const { key } = useLocation();
  useEffect(() => () => overlays.set([]), [key]);
  return all.map(({ id, render }) => <Fragment key={id}>{render(() => closeOverlay(id))}</Fragment>);
}
