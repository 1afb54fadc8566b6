// Converts one file in this process and says on one line how it ended, and what it cost: {ending, tables, seconds, mib}.
import { readFileSync } from 'node:fs';
import { convert, ExtractError } from '../../dist/index.js';

const began = process.cpuUsage();
const ending = await convert(new Uint8Array(readFileSync(process.argv[2])), 'hostile.pdf', { ocr: 'never' }).then(
  (document) => document.tables.filter((t) => t.status === 'present').length,
  (error) => {
    if (error instanceof ExtractError) return error.code;
    throw error;
  },
);
const { user, system } = process.cpuUsage(began);
console.log(JSON.stringify({ ending, seconds: (user + system) / 1e6, mib: process.resourceUsage().maxRSS / 1024 }));
