import { useEffect, useEffectEvent, useState, type DragEvent as ReactDragEvent } from 'react';
import { fileOf, holdsFile } from './files-of.ts';

/** Lets files be dropped onto an element: spread `handlers` onto it; `over` is true while one is held above it. */
export function useDrop(onFile: (file: File) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver(event: ReactDragEvent): void {
        if (!holdsFile(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event: ReactDragEvent): void {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop(event: ReactDragEvent): void {
        event.preventDefault();
        setOver(false);
        const file = fileOf(event.dataTransfer);
        if (file) onFile(file);
      },
    },
  };
}

/**
 * Lets files be dropped anywhere, as long as the component is there: beside the place that is meant for it a browser
 * would leave the page and show the file. Answers whether one is held above the page.
 */
export function useDropAnywhere(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = fileOf(event.dataTransfer);
    if (file) onFile(file);
  });
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      event.preventDefault();
      setOver(holdsFile(event.dataTransfer));
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => drop(event);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
  return over;
}
