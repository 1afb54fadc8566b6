// Makes the built command executable: tsc does not keep file modes.
import { chmodSync, cpSync } from 'node:fs';

chmodSync(new URL('../dist/cli/main.js', import.meta.url), 0o755);
// The page's style and icon stand beside its modules.
for (const file of ['style.css', 'icon.svg'])
  cpSync(
    new URL(`../src/review/page/${file}`, import.meta.url),
    new URL(`../dist/review/page/${file}`, import.meta.url),
  );
