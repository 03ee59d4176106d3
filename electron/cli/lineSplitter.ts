/** Bytes in pieces → whole lines, without ever holding more than one line of the longest length. */
export interface LineSplitter {
  /** The lines that end in this piece, without their end; null for one that was too long to keep. */
  push(piece: Uint8Array): Generator<Uint8Array | null>;
  /** What stood after the last end of line; undefined when there was nothing. */
  end(): Uint8Array | null | undefined;
}

const NEW_LINE = 10;

export function createLineSplitter(longestBytes: number): LineSplitter {
  let pieces: Uint8Array[] = [];
  let length = 0;

  function keep(piece: Uint8Array): void {
    length += piece.length;
    if (length > longestBytes) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  }

  function take(): Uint8Array | null {
    const [first, ...others] = pieces;
    const line = length > longestBytes ? null : others.length === 0 ? first : Buffer.concat(pieces);
    pieces = [];
    length = 0;
    return line === undefined ? new Uint8Array() : line;
  }

  return {
    *push(piece) {
      let from = 0;
      for (let end = piece.indexOf(NEW_LINE); end >= 0; end = piece.indexOf(NEW_LINE, from)) {
        keep(piece.subarray(from, end));
        from = end + 1;
        yield take();
      }
      keep(piece.subarray(from));
    },
    end: () => (length === 0 ? undefined : take()),
  };
}
