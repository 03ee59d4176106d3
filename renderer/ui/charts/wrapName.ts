/** More lines than this below a bar would leave little of the chart. */
const mostLines = 3;

/** Pieces between which a line may break: words, and single letters where the script has no spaces between words. */
function piecesOf(name: string): readonly string[] {
  return (
    name.match(
      /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*|\s+/g,
    ) ?? []
  );
}

function shortened(text: string, isTooWide: (text: string) => boolean): string {
  if (!isTooWide(text)) return text;
  let end = text.length;
  while (end > 1 && isTooWide(`${text.slice(0, end).trimEnd()}…`)) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/**
 * A name in lines that fit below its bar. What does not fit into the last line, or is one long word, ends in an ellipsis;
 * the tooltip of the bar has it whole.
 */
export function wrapName(name: string, width: number, widthOf: (text: string) => number): string[] {
  const isTooWide = (text: string) => widthOf(text.trimEnd()) > width;
  const lines: string[] = [];
  for (const piece of piecesOf(name)) {
    const last = lines.at(-1);
    const isFull = lines.length === mostLines;
    if (last !== undefined && (isFull || !isTooWide(last + piece))) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => shortened(line.trimEnd(), isTooWide));
}
