// svg.mjs COLUMNS [X Y]: renders a terminal's text with its colour sequences (standard
// input) as SVG, with the cursor in that cell.
import { readFileSync } from 'node:fs';

const [columns, cursorX, cursorY] = process.argv.slice(2).map(Number);
const [cellWidth, lineHeight] = [8.4, 18];
const named = ['#14161b', '#ffc0b9', '#b3f6c0', '#fce094', '#a6dbff', '#ffcaff', '#8cf8f7', '#eef1f8'];
const [paper, ink] = ['#14161b', '#e0e2ea'];
const level = (n) => (n ? 55 + 40 * n : 0);

// palette is the colour of an index of the 256-colour palette.
function palette(n) {
  if (n < 16) return named[n % 8];
  if (n > 231) return `rgb(${Array(3).fill(8 + 10 * (n - 232))})`;
  n -= 16;
  return `rgb(${[level(Math.floor(n / 36)), level(Math.floor(n / 6) % 6), level(n % 6)]})`;
}

// restyle applies the numbers of one SGR sequence to the style.
function restyle(style, codes) {
  const queue = codes.replaceAll(':', ';').split(';').map(Number);
  while (queue.length) {
    const c = queue.shift();
    if (c === 0) style = {};
    else if (c === 1) style = { ...style, bold: true };
    else if (c === 4) style = { ...style, underlined: true };
    else if (c === 7) style = { ...style, reverse: true };
    else if (c === 22) style = { ...style, bold: false };
    else if (c === 24) style = { ...style, underlined: false };
    else if (c === 27) style = { ...style, reverse: false };
    else if (c === 38 || c === 48) {
      const colour = queue.shift() === 5 ? palette(queue.shift()) : `rgb(${queue.splice(0, 3)})`;
      style = { ...style, [c === 38 ? 'ink' : 'paper']: colour };
    } else if (c === 39) style = { ...style, ink: undefined };
    else if (c === 49) style = { ...style, paper: undefined };
    else if ((c >= 30 && c <= 37) || (c >= 90 && c <= 97)) style = { ...style, ink: named[c % 10] };
    else if ((c >= 40 && c <= 47) || (c >= 100 && c <= 107)) style = { ...style, paper: named[c % 10] };
  }
  return style;
}

const escaped = (s) => s.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);
const cells = (s) => [...s].reduce((n, c) => n + (/\p{Emoji_Presentation}/u.test(c) ? 2 : 1), 0);

const round = (n) => Math.round(n * 10) / 10;

const rows = readFileSync(0, 'utf8').replace(/\n$/, '').split('\n');
const out = [];
let style = {};
rows.forEach((row, y) => {
  let x = 0;
  row.split(/\x1b\[([\d;:]*)m/).forEach((part, i) => {
    if (i % 2) {
      style = restyle(style, part);
      return;
    }
    if (!part) return;
    let [front, back] = [style.ink ?? ink, style.paper];
    if (style.reverse) [front, back] = [back ?? paper, front];
    const width = cells(part) * cellWidth;
    if (back) out.push(`<rect x="${round(x)}" y="${y * lineHeight}" width="${round(width)}" height="${lineHeight}" fill="${back}"/>`);
    // Blanks at an end, or more than one, are nobody's to keep.
    for (const { 0: words, index } of part.matchAll(/\S+(?: \S+)*/g)) {
      const [from, long] = [x + cells(part.slice(0, index)) * cellWidth, cells(words) * cellWidth];
      out.push(`<text x="${round(from)}" y="${y * lineHeight + 13}" fill="${front}" textLength="${round(long)}"${style.bold ? ' font-weight="bold"' : ''}${style.underlined ? ' text-decoration="underline"' : ''}>${escaped(words)}</text>`);
    }
    x += width;
  });
});
if (cursorY !== undefined) out.push(`<rect x="${round(cursorX * cellWidth)}" y="${cursorY * lineHeight}" width="${cellWidth}" height="${lineHeight}" fill="none" stroke="${ink}"/>`);
const [w, h] = [round(columns * cellWidth), rows.length * lineHeight];
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" font-family="monospace" font-size="14">
<rect width="100%" height="100%" fill="${paper}"/>
${out.join('\n')}
</svg>`);
