import { useEffect } from 'react';
import { followPictures } from './follow-pictures.ts';

/** Draws nothing; while it is rendered, other people's new pictures appear by themselves. */
export function PictureLive({ userId }: { userId: string }) {
  useEffect(() => followPictures(userId), [userId]);
  return null;
}
