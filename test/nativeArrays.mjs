import { TestEnvironment } from 'jest-environment-node';

/** Native code makes its arrays outside the sandbox of a test, and ONNX Runtime asks what class they are of. */
export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.assign(this.global, { Float32Array, BigInt64Array, Uint8Array, Int32Array });
  }
}
