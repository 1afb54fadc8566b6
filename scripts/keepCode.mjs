// The worker of the command, for the build: works as ever, and gives its bytecode when it is asked to.
import { parentPort, workerData } from 'node:worker_threads';
import { keepAll, keptScript } from '../dist/workers/keptScript.js';

const script = keptScript(workerData.path, workerData.inner);
keepAll();
parentPort.on('message', (message) => {
  if (message === 'keep') parentPort.postMessage(script.keep());
});
script.run();
