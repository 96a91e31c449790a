import { useState } from 'react';
import { imageHeight } from '../../shared/images.ts';
import { deliveryUrl } from '../lib/images/delivery-url.ts';
import {
  plainSource,
  sourcesForAnyWidth,
  sourcesForSize,
  type Picture as Which,
} from '../lib/images/picture-sources.ts';

interface PictureProps extends Which {
  /** How wide it is in CSS pixels, when it always is. */
  size?: number;
  /** How wide it is otherwise: the `sizes` of HTML. */
  sizes?: string;
  /** It is certain to be seen at once. Others are loaded when they come near the screen. */
  eager?: boolean;
  className?: string;
}

/**
 * An avatar or a cover in the best format and size that the browser can use. Nothing when it cannot be loaded: what is
 * underneath is seen then, and until it is there.
 */
export function Picture({ kind, ownerId, version, size, sizes, eager, className }: PictureProps) {
  const [failed, setFailed] = useState<string>();
  if (!deliveryUrl || failed === version) return null;
  const which = { kind, ownerId, version };
  const sources = size ? sourcesForSize(deliveryUrl, which, size) : sourcesForAnyWidth(deliveryUrl, which);
  const width = size ?? 1500;
  return (
    <picture>
      {sources.map(({ type, srcSet }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
      ))}
      <img
        // Before `src`, or browsers would start at once.
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : undefined}
        decoding="async"
        width={width}
        height={imageHeight(kind, width)}
        src={plainSource(deliveryUrl, which, size ?? 600)}
        alt=""
        className={className}
        onError={() => setFailed(version)}
      />
    </picture>
  );
}
