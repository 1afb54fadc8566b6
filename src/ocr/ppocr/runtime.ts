/** What is used of ONNX Runtime; both builds offer it. Stated here: the packages are optional, this file is always compiled. */
export interface Runtime {
  readonly InferenceSession: { create(model: Uint8Array, options?: object): Promise<Session> };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor;
}

export interface Tensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}

export interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
  release(): Promise<void>;
}

/** The native runtime, or the WebAssembly one where that cannot be had, or undefined where neither is installed. */
export async function loadRuntime(): Promise<
  { readonly runtime: Runtime; readonly build: 'native' | 'wasm' } | undefined
> {
  const native = await importRuntime('onnxruntime-node');
  if (native) return { runtime: native, build: 'native' };
  const wasm = await importRuntime('onnxruntime-web');
  return wasm && { runtime: wasm, build: 'wasm' };
}

async function importRuntime(name: string): Promise<Runtime | undefined> {
  try {
    const module = (await import(name)) as { default?: Runtime } & Runtime;
    return module.InferenceSession ? module : module.default;
  } catch {
    return undefined;
  }
}
