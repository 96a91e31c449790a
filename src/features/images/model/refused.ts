import { IMAGE_ADVICE, type ImageRefusal } from '../../../../shared/image-refusals.ts';
import { explain, type Explanation } from '../../../lib/errors/explain.ts';

/** A file cannot become a picture: this page saw so before sending it, or the server said so. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';
  readonly reason: ImageRefusal;
  /** Better words than the usual ones. */
  readonly advice: string | undefined;

  constructor(reason: ImageRefusal, advice?: string) {
    super(reason);
    this.reason = reason;
    this.advice = advice;
  }
}

/** What a person reads about whatever went wrong with a picture. */
export function explainPicture(error: unknown): Explanation {
  if (!(error instanceof PictureRefused)) return explain(error);
  const { reason, advice = IMAGE_ADVICE[reason] } = error;
  return { title: 'That did not work', advice, retryable: reason === 'FAILED' };
}
