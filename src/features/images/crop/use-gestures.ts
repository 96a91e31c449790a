import { useEffect, useEffectEvent, useRef, type PointerEvent, type RefObject } from 'react';

interface Point {
  x: number;
  y: number;
}

interface Gestures {
  /** By fractions of the frame's width and height. */
  onMove: (across: number, down: number) => void;
  /** At a point of the frame: fractions from its centre. */
  onZoom: (factor: number, at: Point) => void;
}

/** How much a turn of the wheel goes closer; browsers report a pinch on a trackpad as a small turn with Ctrl. */
const WHEEL = 0.0015;
const PINCH = 0.01;
const LINE_PX = 16;

/** Dragging, pinching and the wheel on a stage, told in terms of the frame inside of it. */
export function useGestures(
  stage: RefObject<HTMLElement | null>,
  frame: RefObject<HTMLElement | null>,
  { onMove, onZoom }: Gestures,
) {
  const fingers = useRef(new Map<number, Point>());

  const inFrame = (point: Point): Point => {
    const { left, top, width, height } = frame.current!.getBoundingClientRect();
    return { x: (point.x - left) / width - 0.5, y: (point.y - top) / height - 0.5 };
  };
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1);
    const factor = Math.exp(-pixels * (event.ctrlKey ? PINCH : WHEEL));
    onZoom(factor, inFrame({ x: event.clientX, y: event.clientY }));
  });
  useEffect(() => {
    const element = stage.current!;
    // React's own listener is passive, and the page would scroll along.
    const listener = (event: WheelEvent): void => onWheel(event);
    element.addEventListener('wheel', listener, { passive: false });
    return () => element.removeEventListener('wheel', listener);
  }, [stage]);

  function onPointerMove(event: PointerEvent): void {
    if (!fingers.current.has(event.pointerId)) return;
    const before = [...fingers.current.values()];
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const after = [...fingers.current.values()];
    const [from, to] = [middle(before), middle(after)];
    const { width, height } = frame.current!.getBoundingClientRect();
    onMove((to.x - from.x) / width, (to.y - from.y) / height);
    if (before.length === 2) onZoom(distance(after) / Math.max(1, distance(before)), inFrame(to));
  }
  const release = (event: PointerEvent): void => void fingers.current.delete(event.pointerId);

  return {
    onPointerDown(event: PointerEvent): void {
      if (fingers.current.size === 2 || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    onPointerMove,
    onPointerUp: release,
    onPointerCancel: release,
  };
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((one, other) => ({ x: one.x + other.x, y: one.y + other.y }));
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function distance([one, other]: readonly Point[]): number {
  return Math.hypot(one!.x - other!.x, one!.y - other!.y);
}
