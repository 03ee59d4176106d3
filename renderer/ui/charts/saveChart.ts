import type { Palette } from '../palette.ts';

/** Hands content to the user as a download, which works the same in every host. */
function download(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}

export function saveCsv(text: string, fileName: string): void {
  // The byte order mark tells Excel that the file is UTF-8.
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  download(url, `${fileName}.csv`);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The chart with its title on an opaque ground: pasted into a slide it must stand for itself. */
export function savePng(chart: HTMLCanvasElement, title: string, fileName: string, palette: Palette): void {
  // What was never on the page has no size there; it is drawn at double scale.
  const scale = chart.clientWidth === 0 ? 2 : chart.width / chart.clientWidth;
  const margin = 16 * scale;
  const titleHeight = 28 * scale;
  const picture = document.createElement('canvas');
  picture.width = chart.width + 2 * margin;
  picture.height = chart.height + titleHeight + 2 * margin;
  const context = picture.getContext('2d');
  if (context === null) throw new Error('The browser gave no drawing surface for the picture.');
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, picture.width, picture.height);
  context.fillStyle = palette.text;
  context.font = `600 ${15 * scale}px ${getComputedStyle(document.body).fontFamily}`;
  context.textBaseline = 'top';
  context.fillText(title, margin, margin, chart.width);
  context.drawImage(chart, margin, margin + titleHeight);
  download(picture.toDataURL('image/png'), `${fileName}.png`);
}
