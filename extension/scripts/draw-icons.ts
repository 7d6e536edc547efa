// Draws the icons: the stage rail, three cells of which the middle one is the present. Run it after changing the drawing.
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

type Colour = readonly [number, number, number];

const SIZES = [16, 32, 48, 96, 128];
const ACCENT: Colour = [0x2f, 0x5b, 0xea];
const PAPER: Colour = [0xff, 0xff, 0xff];
const SAMPLES = 4;

// In a square of side 1: position and size of each cell, rising like the stages do, and how strongly it is drawn.
const CELLS = [
  { x: 0.17, y: 0.5, w: 0.18, h: 0.3, ink: 0.55 },
  { x: 0.41, y: 0.35, w: 0.18, h: 0.45, ink: 1 },
  { x: 0.65, y: 0.2, w: 0.18, h: 0.6, ink: 0.55 },
];

function inRounded(x: number, y: number, box: { x: number; y: number; w: number; h: number }, radius: number): boolean {
  const dx = Math.max(box.x + radius - x, x - (box.x + box.w - radius), 0);
  const dy = Math.max(box.y + radius - y, y - (box.y + box.h - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

function pixel(px: number, py: number, size: number): [number, number, number, number] {
  let covered = 0;
  let ink = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = (px + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (py + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
    if (!inRounded(x, y, { x: 0, y: 0, w: 1, h: 1 }, 0.22)) continue;
    covered += 1;
    ink += CELLS.find((cell) => inRounded(x, y, cell, 0.05))?.ink ?? 0;
  }
  if (covered === 0) return [0, 0, 0, 0];
  const share = ink / covered;
  const mix = (index: 0 | 1 | 2) => Math.round(ACCENT[index] * (1 - share) + PAPER[index] * share);
  return [mix(0), mix(1), mix(2), Math.round((covered / (SAMPLES * SAMPLES)) * 255)];
}

function png(size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) rows.set(pixel(x, y, size), y * (size * 4 + 1) + 1 + x * 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits per channel, red green blue alpha.
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

for (const size of SIZES) writeFileSync(new URL(`../public/icon/${size}.png`, import.meta.url), png(size));
