/** Cuts a stream of WebSocket frames (RFC 6455, section 5.2) into whole ones; a part waits for its rest. */
export function createFrameReader(): (chunk: Buffer) => Buffer[] {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const frames: Buffer[] = [];
    for (let size = frameSize(rest); size !== undefined && rest.length >= size; size = frameSize(rest)) {
      frames.push(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
    return frames;
  };
}

function frameSize(bytes: Buffer): number | undefined {
  if (bytes.length < 2) return undefined;
  const masked = bytes[1]! & 0x80 ? 4 : 0;
  const short = bytes[1]! & 0x7f;
  if (short < 126) return 2 + masked + short;
  if (short === 126) return bytes.length < 4 ? undefined : 4 + masked + bytes.readUInt16BE(2);
  return bytes.length < 10 ? undefined : 10 + masked + Number(bytes.readBigUInt64BE(2));
}
