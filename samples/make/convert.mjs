// Calls of the real producers. Everything runs in a folder of its own below the system's temporary folder.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function run(command, args, options) {
  const done = spawnSync(command, args, { encoding: 'utf8', timeout: 180_000, ...options });
  if (done.status !== 0) throw new Error(`${command}: ${done.error ?? done.stderr}`);
}

function inFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Flat OpenDocument (fodt, fods) → PDF through LibreOffice. */
export function officeToPdf(xml, extension, target) {
  inFolder((folder) => {
    const source = join(folder, `source.${extension}`);
    writeFileSync(source, xml);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, source]);
    copyFileSync(join(folder, 'source.pdf'), target);
  });
}

/** HTML → PDF through Chromium's print. */
export function htmlToPdf(html, target) {
  inFolder((folder) => {
    const source = join(folder, 'source.html');
    writeFileSync(source, html);
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      '--disable-pdf-tagging',
      `--user-data-dir=${folder}/profile`,
    ];
    run('chromium', [...flags, `--print-to-pdf=${folder}/out.pdf`, `file://${source}`]);
    copyFileSync(join(folder, 'out.pdf'), target);
  });
}
