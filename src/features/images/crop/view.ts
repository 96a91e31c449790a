import type { ImageCrop } from '../../../../shared/image-crop.ts';
import { IMAGE_SHAPES, type ImageKind } from '../../../../shared/images.ts';

/** What is being cut out of a picture of a certain size. */
export interface Cutting {
  kind: ImageKind;
  width: number;
  height: number;
}

/** What the frame shows: its centre, in fractions of the picture, and how far one went closer than necessary. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

/** One picture pixel should not become many on the largest screen: so many are to be left across. */
const LEAST_ACROSS: Readonly<Record<ImageKind, number>> = { AVATAR: 128, COVER: 600 };
const MOST_ZOOM = 8;

export const WHOLE: View = { x: 0.5, y: 0.5, zoom: 1 };

/** How wide and high the frame is, in fractions of the picture, when nothing is zoomed. */
function largest({ kind, width, height }: Cutting): { width: number; height: number } {
  const { aspect } = IMAGE_SHAPES[kind];
  const across = Math.min(width, height * aspect);
  return { width: across / width, height: across / aspect / height };
}

/** How far one may go closer; 1 for a picture that is just large enough. */
export function mostZoom(cutting: Cutting): number {
  const across = largest(cutting).width * cutting.width;
  return Math.min(MOST_ZOOM, Math.max(1, across / LEAST_ACROSS[cutting.kind]));
}

/** The nearest view that shows nothing but picture. */
export function within(cutting: Cutting, { x, y, zoom }: View): View {
  const closer = clamp(1, zoom, mostZoom(cutting));
  const frame = largest(cutting);
  const [halfX, halfY] = [frame.width / closer / 2, frame.height / closer / 2];
  return { x: clamp(halfX, x, 1 - halfX), y: clamp(halfY, y, 1 - halfY), zoom: closer };
}

/** Moves the picture under the frame, by fractions of the frame's width and height. */
export function moved(cutting: Cutting, view: View, across: number, down: number): View {
  const frame = largest(cutting);
  return within(cutting, {
    ...view,
    x: view.x - (across * frame.width) / view.zoom,
    y: view.y - (down * frame.height) / view.zoom,
  });
}

/** Goes closer by a factor; the point of the frame (fractions from its centre) stays where it is. */
export function zoomed(cutting: Cutting, view: View, factor: number, at = { x: 0, y: 0 }): View {
  const zoom = clamp(1, view.zoom * factor, mostZoom(cutting));
  const frame = largest(cutting);
  const change = 1 / view.zoom - 1 / zoom;
  return within(cutting, {
    x: view.x + at.x * frame.width * change,
    y: view.y + at.y * frame.height * change,
    zoom,
  });
}

/** What the server is to cut out. */
export function cropOf(cutting: Cutting, view: View): ImageCrop {
  const frame = largest(cutting);
  const [width, height] = [frame.width / view.zoom, frame.height / view.zoom];
  return { x: Math.max(0, view.x - width / 2), y: Math.max(0, view.y - height / 2), width };
}

/** Where the picture stands behind the frame, in percent of the frame's width and height. */
export function placeOf(cutting: Cutting, view: View): { width: string; left: string; top: string } {
  const { x, y, width } = cropOf(cutting, view);
  const height = largest(cutting).height / view.zoom;
  const percent = (value: number): string => `${Number((value * 100).toFixed(3))}%`;
  return { width: percent(1 / width), left: percent(-x / width), top: percent(-y / height) };
}

/** The view in words, for those who do not see it. */
export function describe(cutting: Cutting, view: View): string {
  const frame = largest(cutting);
  const zoom = `Zoom ${Math.round(view.zoom * 100)} %`;
  const [across, down] = [
    position(view.x, frame.width / view.zoom, ['left', 'right']),
    position(view.y, frame.height / view.zoom, ['top', 'bottom']),
  ];
  return [zoom, across, down].filter(Boolean).join(', ');
}

function position(centre: number, part: number, [start, end]: [string, string]): string | undefined {
  const room = 1 - part;
  if (room < 0.001) return undefined;
  const percent = Math.round(((centre - part / 2) / room) * 100);
  if (percent <= 0) return `at the ${start} edge`;
  if (percent >= 100) return `at the ${end} edge`;
  return `${percent} % from the ${start}`;
}

function clamp(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
