type Stream = 'stdout' | 'stderr';

/** Cuts what a function writes into lines; `end` gives what has no line end. */
export function createLineSplitter(emit: (stream: Stream, line: string) => void): {
  write(stream: Stream, text: string): void;
  end(): void;
} {
  const rest: Record<Stream, string> = { stdout: '', stderr: '' };
  return {
    write(stream, text) {
      const lines = (rest[stream] + text).split('\n');
      rest[stream] = lines.pop() ?? '';
      for (const line of lines) emit(stream, line);
    },
    end() {
      for (const stream of ['stdout', 'stderr'] as const) if (rest[stream] !== '') emit(stream, rest[stream]);
    },
  };
}
